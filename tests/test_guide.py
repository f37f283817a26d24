"""The guide tells the app as it is: its pictures, their addresses, the words of the screen."""

import ast
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

from bench.guide import OCTETS_MAX
from bench.guide_vues import IMAGES, VUES
from components.adresses.carte import AdresseCarte
from components.adresses.commune import AdresseCommune
from components.adresses.comparer import AdresseComparer
from components.adresses.france import AdresseFrance
from components.adresses.projets import AdresseProjets
from components.adresses.region import AdresseRegion
from components.adresses.territoire import AdresseTerritoire
from data.liste import LIGNES_MAX
from data.liste import OCTETS_MAX as OCTETS_LISTE
from francais import nombre
from geo.filtre.vocabulaires import vocabulaires
from geo.indicateurs.comparaison import MAXIMUM
from geo.projets.ensemble import ensemble
from geo.seance.seance import Seance
from pages import PAGES

RACINE = Path(__file__).resolve().parents[1]
GUIDE = RACINE / "docs" / "guide.md"
TEXTE = GUIDE.read_text(encoding="utf-8")
CITEES = dict(re.findall(r"!\[([^\]]*)\]\(images/([^)]+)\)", TEXTE))
"""Text of each picture -> its file."""

ADRESSES = re.findall(r"`(/[^`\s]*)`", TEXTE)
ECRITS = re.findall(r"« ([^«»]+) »", " ".join(TEXTE.split()))
DOSSIERS = ("components", "pages", "geo", "exports")
"""Folders whose Python holds words of the screen, beside francais.py and theme.py."""

MEMES_PAGES = {"emporter": "projets", "seance-ecran": "seance"}
"""Pictures that open from the view of another one: the guide does not say their address twice."""


def lisible(texte):
    """A text with plain spaces, as the guide writes it."""
    return re.sub(r"\s+", " ", texte).strip()


def peut_dire(morceaux, dit):
    """Whether a sentence with holes (None) may say this: most letters are its own, not those of the holes."""
    fixes = [None if m is None else re.sub(r"\s", " ", m) for m in morceaux]
    if 2 * sum(len(fixe) for fixe in fixes if fixe) < len(dit):
        return False
    return re.fullmatch("".join(".+" if f is None else re.escape(f) for f in fixes), dit) is not None


class Phrases(ast.NodeVisitor):
    """Texts of a Python file that a reader may see: docstrings are left out."""

    def __init__(self):
        self.entieres = set()
        self.a_trous = set()

    def visit_Expr(self, noeud):
        if not isinstance(noeud.value, ast.Constant):
            self.generic_visit(noeud)

    def visit_Constant(self, noeud):
        if isinstance(noeud.value, str):
            self.entieres.add(lisible(noeud.value))

    def visit_JoinedStr(self, noeud):
        self.a_trous.add(tuple(m.value if isinstance(m, ast.Constant) else None for m in noeud.values))
        for trou in noeud.values:
            if isinstance(trou, ast.FormattedValue):
                self.visit(trou.value)


def phrases_des_scripts():
    """The same of static/atlas: what stands between quotes."""
    for fichier in sorted((RACINE / "static" / "atlas").rglob("*.js")):
        code = re.sub(r"/\*.*?\*/", "", fichier.read_text(encoding="utf-8"), flags=re.DOTALL)
        yield from re.findall(r'"([^"\n]*)"', code)


@pytest.fixture(scope="module")
def ecran():
    """Every text of the screen."""
    phrases = Phrases()
    fichiers = [f for dossier in DOSSIERS for f in sorted((RACINE / dossier).rglob("*.py"))]
    for fichier in [*fichiers, RACINE / "francais.py", RACINE / "theme.py"]:
        phrases.visit(ast.parse(fichier.read_text(encoding="utf-8")))
    phrases.entieres.update(map(lisible, phrases_des_scripts()))
    return phrases


@pytest.fixture(scope="module")
def noms(atlas):
    """The values that the filters of projects know."""
    return vocabulaires(atlas, ensemble(atlas))


def relire(adresse, atlas, noms):
    """What the page of an address writes back, and its notices."""
    parties = urlsplit(adresse)
    page = parties.path.strip("/") or "carte"
    listes = parse_qs(parties.query, strict_parsing=True) if parties.query else {}
    mots = {mot: valeurs[-1] for mot, valeurs in listes.items()}
    lecteurs = {
        "carte": lambda: AdresseCarte.lire(mots, atlas),
        "commune": lambda: AdresseCommune.lire(mots, atlas),
        "territoire": lambda: AdresseTerritoire.lire(mots, atlas),
        "region": lambda: AdresseRegion.lire(mots, atlas),
        "france": lambda: AdresseFrance.lire(mots),
        "comparer": lambda: AdresseComparer.lire(mots, atlas),
        "projets": lambda: AdresseProjets.lire(listes, noms),
        "seance": lambda: Seance.lire(listes, atlas, noms),
    }
    if page not in lecteurs:
        return listes, {}, []
    lue, avis = lecteurs[page]()
    ecrite = {mot: v if isinstance(v, list) else [v] for mot, v in lue.ecrire().items()}
    return listes, ecrite, avis


def test_chaque_image_faite_est_citee_et_chaque_image_citee_est_faite():
    assert sorted(CITEES.values()) == sorted(vue.fichier.name for vue in VUES)


def test_le_dossier_des_images_n_en_garde_pas_d_autre():
    assert sorted(f.name for f in IMAGES.iterdir()) == sorted(vue.fichier.name for vue in VUES)


def test_les_images_suivent_l_ordre_de_la_liste():
    assert list(CITEES.values()) == [vue.fichier.name for vue in VUES]


def test_les_images_montrent_chaque_page():
    declarees = PAGES.keys() - {"accessibilite", "commune"}
    assert {vue.page for vue in VUES} == declarees


@pytest.mark.parametrize("vue", VUES, ids=lambda vue: vue.nom)
def test_une_image_est_legere(vue):
    assert vue.fichier.stat().st_size <= OCTETS_MAX


@pytest.mark.parametrize("vue", VUES, ids=lambda vue: vue.nom)
def test_une_image_a_la_taille_de_son_ecran(vue):
    with Image.open(io.BytesIO(vue.fichier.read_bytes())) as image:
        assert image.size == vue.ecran


@pytest.mark.parametrize(("dit", "fichier"), CITEES.items(), ids=CITEES.values())
def test_une_image_se_lit_sans_etre_vue(dit, fichier):
    assert len(dit) >= 20, fichier
    assert dit.endswith(".")


def test_deux_images_ne_se_disent_pas_pareil():
    assert len(CITEES) == TEXTE.count("![")


@pytest.mark.parametrize("vue", VUES, ids=lambda vue: vue.nom)
def test_sous_une_image_l_adresse_est_celle_de_sa_vue(vue):
    suite = TEXTE.partition(f"(images/{vue.fichier.name})")[2].lstrip().partition("\n")[0]
    dite = re.match(r"Cette vue : `([^`]+)`", suite)
    assert (dite is None) == (vue.nom in MEMES_PAGES)
    assert dite is None or dite[1] == vue.chemin


@pytest.mark.parametrize(("nom", "autre"), MEMES_PAGES.items())
def test_une_image_sans_adresse_s_ouvre_depuis_la_vue_d_une_autre(nom, autre):
    chemins = {vue.nom: vue.chemin for vue in VUES}
    assert chemins[nom].removesuffix("&ecran=oui") == chemins[autre]


@pytest.mark.parametrize("adresse", sorted({*ADRESSES, *(vue.chemin for vue in VUES)}))
def test_une_adresse_du_guide_se_lit_sans_avis_et_se_recrit_pareille(adresse, atlas, noms):
    listes, ecrite, avis = relire(adresse, atlas, noms)
    assert avis == []
    assert ecrite == listes


def test_les_territoires_dont_parlent_les_adresses_existent(atlas):
    demandes = [parse_qs(urlsplit(adresse).query) for adresse in (*ADRESSES, *(vue.chemin for vue in VUES))]
    fiches = [atlas.fiche(mots["ti"][0], 2021) for mots in demandes if "ti" in mots]
    assert fiches
    assert None not in fiches


def test_les_limites_d_une_liste_sont_celles_du_code():
    lignes = lisible(nombre(LIGNES_MAX))
    assert f"{OCTETS_LISTE // 1024**2} Mo et {lignes} lignes au plus" in TEXTE


def test_une_comparaison_tient_autant_de_lieux_que_le_guide_le_dit():
    assert f"« Comparer (jusqu’à {MAXIMUM}, dans l’ordre du choix) »" in " ".join(TEXTE.split())


def test_le_guide_dit_assez_de_mots_de_l_ecran_pour_que_cela_se_verifie():
    assert len(set(ECRITS)) > 60


@pytest.mark.parametrize("dit", sorted(set(ECRITS)))
def test_un_mot_entre_guillemets_est_celui_de_l_ecran(dit, ecran):
    assert dit in ecran.entieres or any(peut_dire(phrase, dit) for phrase in ecran.a_trous)
