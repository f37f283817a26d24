"""Numbers and sentences in French; colours that can be read, declared once and the same everywhere."""

import itertools
import math
import re
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.leaflet import elements as leaflet
from francais import ESPACE_FINE, MOINS, NON_RENSEIGNE, accorder, le_disent, liste, nombre, tel_quel
from theme import CHANGEMENTS, COULEURS, DIVERGENTE, FAMILLES, PROJECTION, SEQUENCE

RACINE = Path(__file__).resolve().parents[1]
FEUILLES_DE = RACINE / "static" / "atlas"
FEUILLES = sorted(FEUILLES_DE.rglob("*.css"))
BLANC = "#ffffff"
FONDS = {**{nom: COULEURS[nom] for nom in ("fond", "mer", "carte", "terre")}, "blanc": BLANC}
"""What texts stand on: the pages, the frame of the map, the cards."""

LISIBLE = 4.5
"""WCAG 2.1, contrast of body text."""

DE_LOIN = 7
"""Contrast of what is projected (WCAG 2.1, enhanced)."""


@pytest.mark.parametrize(
    ("valeur", "decimales", "unite", "texte"),
    [
        (0, 0, "", "0"),
        (999, 0, "", "999"),
        (1234, 0, "", "1\u202f234"),
        (1234567.89, 1, "", "1\u202f234\u202f567,9"),
        (1234.5, 1, "M€", "1\u202f234,5\u202fM€"),
        (62, 0, "%", "62\u202f%"),
        (-1500, 0, "", "\u22121\u202f500"),
        (-0.2, 0, "", "0"),
        (0.05, 2, "", "0,05"),
    ],
)
def test_un_nombre_s_ecrit_a_la_francaise(valeur, decimales, unite, texte):
    assert nombre(valeur, decimales, unite) == texte


@pytest.mark.parametrize("vide", [None, math.nan, pd.NA])
def test_un_vide_n_est_pas_un_zero(vide):
    assert nombre(vide, unite="M€") == NON_RENSEIGNE


@given(st.integers(-(10**12), 10**12), st.integers(0, 3))
def test_un_nombre_ecrit_se_relit(entier, decimales):
    valeur = entier / 10**decimales
    ecrit = nombre(valeur, decimales)
    lu = float(ecrit.replace(ESPACE_FINE, "").replace(",", ".").replace(MOINS, "-"))
    assert lu == pytest.approx(valeur, abs=1e-4)
    assert all(len(groupe) == 3 for groupe in ecrit.split(",")[0].lstrip(MOINS).split(ESPACE_FINE)[1:])


@pytest.mark.parametrize(
    ("quantite", "texte"),
    [(0, "0 projet"), (1, "1 projet"), (2, "2 projets"), (3080, "3 080 projets")],
)
def test_zero_et_un_sont_singuliers(quantite, texte):
    assert accorder(quantite, "projet") == texte.replace(" ", ESPACE_FINE)


def test_un_pluriel_irregulier_se_donne():
    assert accorder(2, "chef-lieu", "chefs-lieux") == f"2{ESPACE_FINE}chefs-lieux"


@pytest.mark.parametrize(
    ("connus", "total", "texte"),
    [
        (3, 19, "dits par 3 projets sur 19"),
        (1, 12, "dits par 1 projet sur 12"),
        (0, 1, "dits par aucun projet sur 1"),
        (0, 0, ""),
    ],
)
def test_qui_donne_un_chiffre_est_compte_parmi_tous(connus, total, texte):
    assert le_disent(connus, total).replace(ESPACE_FINE, " ") == texte


@pytest.mark.parametrize(
    ("elements", "texte"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (("a", "b", "c"), "a, b et c")],
)
def test_une_liste_finit_par_et(elements, texte):
    assert liste(elements) == texte


def clarte(couleur):
    """Relative luminance, WCAG 2.1."""
    canaux = (int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
    lineaires = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux]
    return 0.2126 * lineaires[0] + 0.7152 * lineaires[1] + 0.0722 * lineaires[2]


def contraste(une, autre):
    sombre, claire = sorted((clarte(une), clarte(autre)))
    return (claire + 0.05) / (sombre + 0.05)


def test_le_calcul_du_contraste_est_celui_du_w3c():
    assert contraste("#000000", BLANC) == pytest.approx(21)
    assert contraste("#777777", BLANC) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("nom", COULEURS)
def test_une_couleur_s_ecrit_en_six_chiffres(nom):
    assert re.fullmatch(r"#[0-9a-f]{6}", COULEURS[nom])


@pytest.mark.parametrize("fond", FONDS)
@pytest.mark.parametrize("encre", ["texte", "discret", "encre"])
def test_un_texte_se_lit_sur_chaque_fond(encre, fond):
    assert contraste(COULEURS[encre], FONDS[fond]) >= LISIBLE


def test_un_texte_se_lit_sur_un_territoire():
    assert contraste(COULEURS["texte"], COULEURS["territoire"]) >= LISIBLE
    assert contraste(COULEURS["encre"], COULEURS["territoire"]) >= LISIBLE


def test_un_projet_se_voit_sur_la_mer_et_sur_la_terre():
    """3:1, what WCAG asks of a mark that is not a text."""
    assert min(contraste(COULEURS["ocre"], COULEURS[fond]) for fond in ("mer", "terre")) >= 3


@pytest.mark.parametrize("famille", FAMILLES, ids=lambda f: f.libelle)
def test_une_famille_de_filieres_se_voit_sur_la_mer_et_sur_la_terre(famille):
    assert min(contraste(famille.couleur, COULEURS[fond]) for fond in ("mer", "terre")) >= 3


def test_une_famille_a_sa_couleur_et_sa_forme_a_elle():
    assert len(FAMILLES) <= 8
    assert len({f.couleur for f in FAMILLES}) == len({f.forme for f in FAMILLES}) == len(FAMILLES)


def test_une_filiere_n_est_que_dans_une_famille_et_sous_son_nom_publie(atlas):
    filieres = [nom for famille in FAMILLES for nom in famille.filieres]
    assert len(filieres) == len(set(filieres))
    assert set(filieres) <= set(atlas.projets["filiere"].dropna())


def test_les_classes_vont_du_clair_au_fonce():
    clartes = [clarte(couleur) for couleur in SEQUENCE]
    assert clartes == sorted(clartes, reverse=True)
    assert all(contraste(*paire) >= 1.3 for paire in itertools.pairwise(SEQUENCE))


@pytest.mark.parametrize("sens", ["baisse", "hausse"])
def test_de_part_et_d_autre_de_zero_on_va_du_clair_au_fonce(sens):
    tons = [*DIVERGENTE["zero"], *DIVERGENTE[sens]]
    assert all(contraste(*paire) >= 1.25 for paire in itertools.pairwise(tons))
    assert [clarte(t) for t in tons] == sorted((clarte(t) for t in tons), reverse=True)


VUES = {
    "ordinaire": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanope": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutéranope": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}
"""Linear RGB as each sight has it (Viénot, Brettel and Mollon, 1999)."""


def vue(couleur, sorte):
    """CIE L*a*b* of a colour as somebody sees it (D65)."""
    canaux = [int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineaires = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux]
    vus = [min(1, max(0, sum(m * c for m, c in zip(rang, lineaires, strict=True)))) for rang in VUES[sorte]]
    blanc = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (math.cbrt(sum(m * c for m, c in zip(rang, vus, strict=True)) / sum(rang)) for rang in blanc)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("sorte", VUES)
def test_une_baisse_ne_se_confond_avec_aucune_hausse(sorte):
    """20 in L*a*b*: what the eye tells apart at once, far from each other on a map."""
    paires = itertools.product(DIVERGENTE["baisse"], DIVERGENTE["hausse"])
    assert min(math.dist(vue(b, sorte), vue(h, sorte)) for b, h in paires) >= 20


@pytest.mark.parametrize("sorte", VUES)
def test_deux_classes_voisines_autour_de_zero_se_distinguent(sorte):
    tons = [*DIVERGENTE["baisse"][::-1], *DIVERGENTE["zero"], *DIVERGENTE["hausse"]]
    assert min(math.dist(vue(t, sorte), vue(s, sorte)) for t, s in itertools.pairwise(tons)) >= 10


COULEURS_DE_LA_CARTE = [
    *SEQUENCE,
    *itertools.chain(*DIVERGENTE.values()),
    *CHANGEMENTS.values(),
    *(f.couleur for f in FAMILLES),
]


@pytest.mark.parametrize("couleur", COULEURS_DE_LA_CARTE)
def test_une_couleur_de_la_carte_s_ecrit_en_six_chiffres(couleur):
    assert re.fullmatch(r"#[0-9a-f]{6}", couleur)


@pytest.mark.parametrize("nom", ["mots", "doux", "fort"])
@pytest.mark.parametrize("fond", PROJECTION)
def test_un_texte_projete_se_lit_du_fond_de_la_salle(fond, nom):
    assert contraste(PROJECTION[fond][nom], PROJECTION[fond]["sol"]) >= DE_LOIN


@pytest.mark.parametrize("nom", ["fort", "fil", "reste"])
@pytest.mark.parametrize("fond", PROJECTION)
def test_une_barre_projetee_se_voit(fond, nom):
    assert contraste(PROJECTION[fond][nom], PROJECTION[fond]["sol"]) >= 3


def en_sombre(couleur):
    """A colour of the map as the filter of the dark ground shows it (Filter Effects, W3C)."""
    feuille = (RACINE / "static" / "atlas" / "seance/seance.css").read_text(encoding="utf-8")
    regle = re.search(
        r"filter: invert\((\S+)\) hue-rotate\(180deg\) contrast\((\S+)\) brightness\((\S+)\)", feuille
    )
    inverse, contraste_, eclat = map(float, regle.groups())
    canaux = [int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    canaux = [inverse + c * (1 - 2 * inverse) for c in canaux]
    gris = (0.213, 0.715, 0.072)
    moyen = sum(g * c for g, c in zip(gris, canaux, strict=True))
    canaux = [borner(2 * moyen - c) for c in canaux]
    canaux = [borner((c - 0.5) * contraste_ + 0.5) for c in canaux]
    return "#" + "".join(f"{round(255 * borner(c * eclat)):02x}" for c in canaux)


def borner(canal):
    return min(1.0, max(0.0, canal))


@pytest.mark.parametrize("voir", [str, en_sombre], ids=["clair", "sombre"])
@pytest.mark.parametrize(
    ("encre", "fond"),
    [("texte", "fond"), ("texte", "mer"), ("texte", "terre"), ("encre", "fond"), ("fond", "encre")],
)
def test_la_carte_projetee_se_lit_du_fond_de_la_salle(encre, fond, voir):
    """Names of the map and numbers of its marks."""
    assert contraste(voir(COULEURS[encre]), voir(COULEURS[fond])) >= DE_LOIN


@pytest.mark.parametrize("voir", [str, en_sombre], ids=["clair", "sombre"])
@pytest.mark.parametrize(
    ("marque", "fond"), [("encre", "terre"), ("ocre", "terre"), ("encre", "territoire"), ("ocre", "fond")]
)
def test_une_marque_de_la_carte_projetee_se_voit(marque, fond, voir):
    assert contraste(voir(COULEURS[marque]), voir(COULEURS[fond])) >= 3


def variables(feuille):
    return set(re.findall(r"var\(--([a-z-]+)", feuille.read_text(encoding="utf-8")))


def siennes(feuille):
    """Properties that a sheet declares itself, or reads with what to do without them."""
    texte = feuille.read_text(encoding="utf-8")
    return set(re.findall(r"[{;\s]--([a-z-]+):", texte)) | set(re.findall(r"var\(--([a-z-]+),", texte))


SALLE = {f"salle-{nom}" for couleurs in PROJECTION.values() for nom in couleurs}
"""What `components.cadre.coquille` declares for the screen of « Séance »."""


def nommees(*couleurs):
    return {nom.replace("_", "-") for nom in couleurs}


def connues(feuille):
    """What `components` declares around each sheet: the colours, and the typeface in the map's frame."""
    dehors = {leaflet.FEUILLE: {"police"}, "seance/seance.css": SALLE}
    nom = feuille.relative_to(FEUILLES_DE).as_posix()
    return nommees(*COULEURS) | dehors.get(nom, set()) | siennes(feuille)


SANS_COULEUR = {"toucher.css", "cadre.css"}
"""Sheets that say sizes and places alone."""


@pytest.mark.parametrize("feuille", FEUILLES, ids=lambda f: f.name)
def test_une_feuille_n_emploie_que_des_proprietes_declarees(feuille):
    assert variables(feuille) - connues(feuille) == set()
    assert variables(feuille) or feuille.name in SANS_COULEUR


def test_la_carte_declare_ses_proprietes():
    assert {*re.findall(r"--([a-z-]+): ", leaflet.feuille().partition("}")[0])} == nommees(*COULEURS) | {
        "police"
    }


COULEUR = re.compile(r"(?<![-\w])color:\s*([^;!}]+?)\s*[;!}]")
NOMMEE = re.compile(r"var\(--([a-z-]+)\)")


def lues_sur(texte, fond):
    """A colour on the ground of its rule, else of the atlas or of the room; and what it must reach."""
    if texte.startswith("salle-"):
        salle = [{f"salle-{nom}": couleur for nom, couleur in c.items()} for c in PROJECTION.values()]
        return [(c[texte], c[fond or "salle-sol"], DE_LOIN) for c in salle]
    encre = BLANC if texte == "blanc" else COULEURS[texte.replace("-", "_")]
    fonds = [COULEURS[fond.replace("-", "_")]] if fond else FONDS.values()
    return [(encre, sous, LISIBLE) for sous in fonds]


@pytest.mark.parametrize("feuille", FEUILLES, ids=lambda f: f.name)
def test_les_textes_d_une_feuille_ont_une_couleur_lisible(feuille):
    regles = re.findall(r"\{([^{}]*\})", feuille.read_text(encoding="utf-8"))
    textes = {(couleur, regle) for regle in regles for couleur in COULEUR.findall(regle)}
    assert bool(textes) is (feuille.name not in SANS_COULEUR)
    for couleur, regle in textes:
        if couleur == "inherit":  # that of what holds it, which is checked where it is said
            continue
        nom = NOMMEE.fullmatch(couleur.replace("#fff", "var(--blanc)"))
        assert nom, couleur
        fond = re.search(r"background:\s*var\(--([a-z-]+)\)", regle)
        for encre, sous, seuil in lues_sur(nom[1], fond and fond[1]):
            assert contraste(encre, sous) >= seuil, (couleur, regle)


@pytest.mark.parametrize("feuille", FEUILLES, ids=lambda f: f.name)
def test_une_feuille_n_invente_aucune_couleur(feuille):
    texte = re.sub(r"/\*.*?\*/", "", feuille.read_text(encoding="utf-8"), flags=re.DOTALL)
    hexa = {c.lower() for c in re.findall(r":[^;{}]*?(#[0-9a-fA-F]{3,8})\b", texte)}
    rgb = {
        "#{:02x}{:02x}{:02x}".format(*map(int, c))
        for c in re.findall(r"rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)", texte)
    }
    assert (hexa | rgb) - {"#fff", BLANC, *COULEURS.values()} == set()


@pytest.mark.parametrize("script", sorted((RACINE / "static" / "atlas").rglob("*.js")), ids=lambda f: f.name)
def test_un_script_n_invente_aucune_couleur(script):
    assert re.findall(r"['\"`]#[0-9a-fA-F]{3,8}['\"`]|rgba?\(", script.read_text(encoding="utf-8")) == []


def test_les_couleurs_de_streamlit_sont_celles_de_l_atlas():
    theme = tomllib.loads((RACINE / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    couleurs = {cle: valeur for cle, valeur in theme.items() if cle.endswith("Color")}
    assert couleurs == {
        "primaryColor": COULEURS["encre"],
        "backgroundColor": COULEURS["fond"],
        "secondaryBackgroundColor": COULEURS["terre"],
        "textColor": COULEURS["texte"],
        "linkColor": COULEURS["encre"],
        "borderColor": COULEURS["trait"],
    }


def test_le_corps_du_texte_fait_16_pixels():
    theme = tomllib.loads((RACINE / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert theme["baseFontSize"] == 16


@pytest.mark.parametrize(("valeur", "lu"), [(15.0, "15\u202fM€"), (9.6, "9,6\u202fM€")])
def test_un_chiffre_publie_n_a_pas_plus_de_decimales_qu_il_n_en_a(valeur, lu):
    assert tel_quel(valeur, "M€") == lu


@pytest.mark.parametrize(
    ("part", "decimales", "lue"),
    [
        (0, 0, "0"),
        (0.03, 0, "<\u202f1"),
        (0.5, 0, "<\u202f1"),
        (0.51, 0, "1"),
        (0.04, 1, "<\u202f0,1"),
        (99.4, 0, "99"),
        (99.6, 0, ">\u202f99"),
        (99.96, 1, ">\u202f99,9"),
        (100, 0, "100"),
        (1e-12, 0, "0"),
    ],
)
def test_une_part_qui_n_est_pas_nulle_ne_se_lit_jamais_zero_ni_une_part_incomplete_cent(part, decimales, lue):
    assert nombre(part, decimales, "%") == f"{lue}\u202f%"


@given(st.floats(0, 100, exclude_min=True), st.integers(0, 2))
def test_aucune_part_positive_ne_se_lit_zero(part, decimales):
    zero = nombre(0, decimales, "%")
    assert nombre(max(part, 1e-6), decimales, "%") != zero


@pytest.mark.parametrize(
    ("valeur", "decimales", "lu"),
    [
        (-0.5, 1, f"{MOINS}0,5\u202fpoint"),
        (-0.7, 1, f"{MOINS}0,7\u202fpoint"),
        (1.94, 1, "1,9\u202fpoint"),
        (1.96, 1, "2,0\u202fpoints"),
        (-2, 0, f"{MOINS}2\u202fpoints"),
    ],
)
def test_un_nom_est_au_pluriel_des_que_le_nombre_lu_vaut_deux(valeur, decimales, lu):
    assert nombre(valeur, decimales, "points") == lu
