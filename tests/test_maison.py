"""The rules of the house that no tool checks: floors, cycles, thin pages, names, machine paths, raw sources.

Tests mirror the house: `tests/geo/filtre/test_bits.py` is about `geo/filtre/bits.py`, `test_bits_reels.py` is
one more aspect of it, `tests/geo/projets/test_projets_reels.py` about the room; a file about more than that
is named in `ENSEMBLES`. What a reader sees in a browser stands in `tests/navigateur`.
"""

import ast
import hashlib
import re
import subprocess
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from data.sources.registre import charger_registre

RACINE = Path(__file__).resolve().parents[1]
RANGS = {
    "erreurs": 0,
    "francais": 0,
    "memoire": 0,
    "theme": 0,
    "geo": 1,
    "data": 2,
    "exports": 3,
    "components": 4,
    "service": 5,
    "pages": 5,
    "app": 7,
    "server": 6,
}
"""A folder or file may import what stands strictly below it, and its own folder."""

ETAGES = {
    "geo": (
        *(
            "noms",
            "millesimes",
            "couches",
            "sources",
            "contrats",
            "adresse",
            "atlas",
            "contours",
            "communes",
            "filtre",
        ),
        "indicateurs",
        "recherche",
        "profils",
        "territoires",
        "projets",
        "etape",
        "sens",
        "fiche",
        "versions",
        "selections",
        "seance",
    ),
    "data": ("chargement", "sources", "dictionnaire", "couches", "liste", "fabrication"),
    "exports": ("noms", "jour", "police", "tables", "cartes", "fiche", "diaporama", "lots", "__main__"),
    "components": (
        "html",
        "partage",
        "statiques",
        "coffre",
        "cadre",
        "selections",
        "annulation",
        "leaflet",
        "carte",
        "graphiques",
        "emporter",
        "entete",
        "laureats",
        "adresses",
        "liens",
        "chiffres",
        "seance",
        "recherche",
        "sommaire",
    ),
}
"""Rooms of a house from the ground up: a room imports only what stands before it, and itself."""

SANS_STREAMLIT = ("erreurs", "francais", "memoire", "theme", "geo", "data", "exports", "service")
LIGNES_D_UNE_PAGE = 110
MACHINE = re.compile(rb"(?<![\w./-])/(?:work|root|home|Users)/\w|[A-Z]:\\\\?Users\\")
REGISTRES = tuple(
    ".".join(morceaux).encode()
    for morceaux in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("npmmirror", "com"),
        ("deb", "debian"),
    )
)
"""Hosts of package registries: where to install from is the machine's own business."""


def nom_de(fichier):
    """Name under which a file is imported."""
    parties = fichier.relative_to(RACINE).with_suffix("").parts
    return ".".join(parties[:-1] if parties[-1] == "__init__" else parties)


def fichiers_du_code():
    for maison in RANGS:
        if (RACINE / f"{maison}.py").is_file():
            yield RACINE / f"{maison}.py"
        yield from sorted((RACINE / maison).rglob("*.py"))


MODULES = {nom_de(fichier): fichier for fichier in fichiers_du_code()}


def imports(fichier):
    """Every name that a file imports, wherever in it: `a.b` for `import a.b`, and for `from a import b`."""
    for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
        if isinstance(noeud, ast.Import):
            yield from (alias.name for alias in noeud.names)
        elif isinstance(noeud, ast.ImportFrom):
            assert not noeud.level, f"{fichier.name} : import relatif"
            yield from (f"{noeud.module}.{alias.name}" for alias in noeud.names)


def module_de(importe):
    """The module of ours behind an imported name, if any."""
    candidats = (importe, importe.rpartition(".")[0])
    return next((nom for nom in candidats if nom in MODULES), None)


def maison(nom):
    return nom.partition(".")[0]


def suivis():
    """Files that git keeps or is about to keep."""
    commande = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    sortie = subprocess.run(commande, cwd=RACINE, capture_output=True, check=True).stdout
    chemins = sorted({RACINE / nom for nom in sortie.decode().split("\0") if nom})
    return [chemin for chemin in chemins if chemin.is_file()]


def somme(fichier):
    return hashlib.sha256(fichier.read_bytes()).hexdigest()


def test_la_maison_a_toutes_ses_pieces():
    assert {maison(nom) for nom in MODULES} >= {
        "theme",
        "geo",
        "data",
        "components",
        "service",
        "pages",
        "app",
    }


@pytest.mark.parametrize("nom", MODULES)
def test_un_module_n_importe_que_ce_qui_est_sous_lui(nom):
    importes = {maison(i) for i in imports(MODULES[nom])} & RANGS.keys() - {maison(nom)}
    assert {i for i in importes if RANGS[i] >= RANGS[maison(nom)]} == set()


def piece(nom):
    """Room of a module: `geo.filtre` for `geo.filtre.bits`; a house itself has none."""
    return ".".join(nom.split(".")[:2]) if "." in nom else ""


@pytest.mark.parametrize("nom", [nom for nom in MODULES if maison(nom) in ETAGES and "." in nom])
def test_une_piece_n_importe_que_les_pieces_sous_elle(nom):
    etages = ETAGES[maison(nom)]
    sous_elle = etages[: etages.index(piece(nom).partition(".")[2]) + 1]
    voisines = {
        piece(cible).partition(".")[2]
        for i in imports(MODULES[nom])
        if (cible := module_de(i)) and maison(cible) == maison(nom) and "." in cible
    }
    assert voisines <= set(sous_elle)


@pytest.mark.parametrize("nom", ETAGES)
def test_chaque_piece_d_une_maison_a_son_etage(nom):
    assert sorted(ETAGES[nom]) == sorted(
        {piece(m).partition(".")[2] for m in MODULES if piece(m) and maison(m) == nom}
    )


PAQUETS = {nom for nom, fichier in MODULES.items() if fichier.name == "__init__.py" and "." in nom}


@pytest.mark.parametrize("nom", MODULES)
def test_on_n_entre_dans_une_piece_que_par_sa_face(nom):
    """`from geo.filtre import Filtre` from outside; only the room itself knows its files."""
    fautifs = []
    for importe in imports(MODULES[nom]):
        module = module_de(importe)
        paquet = (module or "").rpartition(".")[0]
        if paquet not in PAQUETS or module in PAQUETS or maison(paquet) == "pages":
            continue
        par_la_face = importe == module and module.rpartition(".")[2] in face(paquet)
        if not (par_la_face or nom == paquet or nom.startswith(f"{paquet}.")):
            fautifs.append(importe)
    assert fautifs == []


def face(paquet):
    """Names that the face of a room gives."""
    arbre = ast.parse(MODULES[paquet].read_text(encoding="utf-8"))
    listes = [
        n.value for n in arbre.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__"
    ]
    return set(ast.literal_eval(listes[0])) if listes else set()


@pytest.mark.parametrize("nom", [nom for nom in MODULES if maison(nom) == "pages" and "." in nom])
def test_aucune_page_n_en_importe_une_autre(nom):
    voisines = {
        piece(cible) for i in imports(MODULES[nom]) if (cible := module_de(i)) and maison(cible) == "pages"
    }
    assert voisines - {piece(nom), ""} == set()


@pytest.mark.parametrize("nom", [nom for nom in MODULES if nom.count(".") > 1])
def test_un_module_ne_repete_pas_le_nom_de_sa_piece(nom):
    *_, dossier, fichier = nom.split(".")
    assert not fichier.startswith(f"{dossier}_")


ENSEMBLES = {
    "data/test_pannes.py": "every table cut, altered, taken away",
    "components/adresses/test_toutes.py": "every address, from its declaration",
    "components/html/test_regles.py": "what may write HTML, over the whole code",
    "exports/test_flottants.py": "figures without leftovers in every file",
    "exports/test_hostiles.py": "hostile names in every file",
    "exports/test_ouverture.py": "every file opened by LibreOffice and poppler",
    "exports/test_sources.py": "the sources that every file cites",
    "exports/cartes/test_images.py": "every map beside its reference picture",
    "geo/indicateurs/test_sommes.py": "territories = régions = France, for every indicator",
    "outils/test_commits.py": "subjects of commits",
    "outils/test_exigences.py": "the lists of requirements",
    "pages/test_atlas_hostile.py": "every page of a hostile atlas",
    "pages/test_hostiles.py": "every page before hostile lists and addresses",
    "pages/test_html.py": "what every page writes, escaped once",
    "pages/test_sources.py": "the sources that every page cites",
    "pages/test_reparation.py": "every page after a table has been mended",
    "pages/test_panne.py": "every page while something is broken",
    "recalcul/test_communes.py": "the communes of 2021, read again from the raw files",
    "recalcul/test_emplois.py": "jobs told by several rows, read again",
    "recalcul/test_independance.py": "the recomputation shares nothing with the code",
    "recalcul/test_indicateurs.py": "every indicator of every object, computed again",
    "recalcul/test_lieux.py": "every project, placed again",
    "recalcul/test_perimetres.py": "the territories of the four millésimes, opened again",
    "service/test_conteneur.py": "the container file",
    "service/test_hostiles.py": "every answer of the server to hostile requests",
    "service/test_nginx.py": "the server behind a real nginx",
    "service/test_server.py": "server.py",
    "service/test_xsrf.py": "what another site may ask of the server",
}
"""Files of tests about more than one module, and what they are about."""


def module_eprouve(fichier):
    """Path without suffix of the module or package that a file of tests mirrors; None for none."""
    relatif = fichier.relative_to(RACINE / "tests")
    mots = fichier.stem.removeprefix("test_").split("_")
    candidats = [RACINE / relatif.parent / "_".join(mots[:n]) for n in range(len(mots), 0, -1)]
    if mots[0] in {relatif.parent.name, "main"}:
        candidats.append(RACINE / relatif.parent / ("__main__" if mots[0] == "main" else "__init__"))
    return next(
        (c for c in candidats if c.with_suffix(".py").is_file() or (c / "__init__.py").is_file()), None
    )


@pytest.mark.parametrize(
    "fichier",
    [
        fichier
        for fichier in sorted((RACINE / "tests").rglob("test_*.py"))
        if fichier.parent.name not in {"tests", "navigateur"}
    ],
    ids=lambda f: f.relative_to(RACINE / "tests").as_posix(),
)
def test_un_fichier_de_tests_porte_le_nom_de_ce_qu_il_eprouve(fichier):
    dit = fichier.relative_to(RACINE / "tests").as_posix() in ENSEMBLES
    assert dit != bool(module_eprouve(fichier))


@pytest.mark.parametrize("nom", MODULES)
def test_un_module_n_importe_ni_les_tests_ni_l_atelier_ni_la_mesure(nom):
    assert {maison(i) for i in imports(MODULES[nom])} & {"tests", "outils", "bench"} == set()


@pytest.mark.parametrize("nom", [nom for nom in MODULES if maison(nom) in SANS_STREAMLIT])
def test_le_domaine_et_les_donnees_ignorent_streamlit(nom):
    assert {maison(i) for i in imports(MODULES[nom])} & {"streamlit", "streamlit_folium", "folium"} == set()


def test_aucun_module_n_en_importe_un_autre_en_rond():
    graphe = {
        nom: {cible for i in imports(fichier) if (cible := module_de(i)) and cible != nom}
        for nom, fichier in MODULES.items()
    }
    assert len(list(TopologicalSorter(graphe).static_order())) == len(MODULES)
    assert sum(map(len, graphe.values())) > len(MODULES)


@pytest.mark.parametrize("page", sorted((RACINE / "pages").glob("*/page.py")), ids=lambda p: p.parent.name)
def test_une_page_est_mince(page):
    assert len(page.read_text(encoding="utf-8").splitlines()) <= LIGNES_D_UNE_PAGE


@pytest.mark.parametrize("nom", MODULES)
def test_un_module_dit_pourquoi_il_existe(nom):
    assert ast.get_docstring(ast.parse(MODULES[nom].read_text(encoding="utf-8")))


def test_aucun_fichier_ne_nomme_un_chemin_de_la_machine():
    ici = [str(RACINE).encode()] if len(RACINE.parts) > 2 else []
    fautifs = [
        str(fichier.relative_to(RACINE))
        for fichier in suivis()
        if MACHINE.search(contenu := fichier.read_bytes()) or any(chemin in contenu for chemin in ici)
    ]
    assert fautifs == []


def test_aucun_fichier_ne_nomme_un_registre_de_paquets():
    fautifs = [
        str(fichier.relative_to(RACINE))
        for fichier in suivis()
        if any(hote in fichier.read_bytes() for hote in REGISTRES)
    ]
    assert fautifs == []


def test_aucun_fichier_livre_n_est_une_source_declaree():
    sources = {source.sha256 for source in charger_registre().values()}
    assert [f.name for f in suivis() if somme(f) in sources] == []


@pytest.mark.sources
def test_aucun_fichier_livre_n_est_une_source_brute(sources):
    brutes = {somme(fichier) for fichier in sources.rglob("*") if fichier.is_file()}
    livres = [*suivis(), *(f for f in (RACINE / "static").rglob("*") if f.is_file())]
    assert [f.name for f in livres if somme(f) in brutes] == []
    assert len(brutes) >= len(charger_registre())


def test_rien_de_ce_qui_est_garde_n_est_un_lien_vers_ailleurs():
    """A link names a path of the machine where it was made: three came with the folders of other branches."""
    lus = subprocess.run(
        ["git", "ls-files", "-s"], cwd=RACINE, capture_output=True, check=True, text=True
    ).stdout
    assert [ligne for ligne in lus.splitlines() if ligne.startswith("120000")] == []
