"""One family of errors: each is a French sentence, stands where the rule says, is caught by its family."""

from __future__ import annotations

import ast
import builtins
from importlib import import_module

import pytest

import erreurs
from data.chargement import DonneesIllisibles
from erreurs import DemandeRefusee, ErreurAtlas, FabricationImpossible, FichierIllisible
from service.ouvertes.refus import Refus
from tests.test_maison import MODULES, maison

FAMILLES = {FichierIllisible, FabricationImpossible, DemandeRefusee}
EXCEPTIONS = {
    nom for nom, v in vars(builtins).items() if isinstance(v, type) and issubclass(v, BaseException)
}
ARBRES = {nom: ast.parse(fichier.read_text(encoding="utf-8")) for nom, fichier in MODULES.items()}


def noms(noeuds):
    """Last word of each name: `OSError`, `magasin.CouchesIllisibles`."""
    return {n.attr if isinstance(n, ast.Attribute) else getattr(n, "id", "") for n in noeuds}


def _declarees():
    """Name of each class of exceptions -> module, whatever it derives from, however far."""
    trouvees = {}
    avant = -1
    while avant != len(trouvees):
        avant = len(trouvees)
        for module, arbre in ARBRES.items():
            for noeud in ast.walk(arbre):
                if isinstance(noeud, ast.ClassDef) and noms(noeud.bases) & (EXCEPTIONS | trouvees.keys()):
                    trouvees[noeud.name] = module
    return trouvees


DECLAREES = _declarees()
CLASSES = {nom: getattr(import_module(module), nom) for nom, module in DECLAREES.items()}


def mentions(arbre):
    """Names that a file says."""
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Name | ast.Attribute):
            yield from noms([noeud])
        elif isinstance(noeud, ast.ImportFrom):
            yield from (alias.name for alias in noeud.names)


MENTIONS = {module: set(mentions(arbre)) for module, arbre in ARBRES.items()}


def maisons_qui_nomment(nom):
    return {maison(module) for module, dits in MENTIONS.items() if nom in dits}


@pytest.mark.parametrize("nom", DECLAREES)
def test_une_erreur_de_l_atlas_est_d_une_famille(nom):
    assert issubclass(CLASSES[nom], ErreurAtlas)
    assert CLASSES[nom] is ErreurAtlas or len(FAMILLES & {*CLASSES[nom].__mro__}) == 1


@pytest.mark.parametrize("nom", [n for n, module in DECLAREES.items() if module != "erreurs"])
def test_une_erreur_d_un_paquet_n_est_nommee_que_dans_sa_maison(nom):
    assert maisons_qui_nomment(nom) - {maison(DECLAREES[nom])} == set()


@pytest.mark.parametrize("nom", sorted(set(erreurs.__all__) - {f.__name__ for f in (ErreurAtlas, *FAMILLES)}))
def test_une_erreur_du_rez_de_chaussee_est_nommee_par_deux_maisons(nom):
    assert len(maisons_qui_nomment(nom) - {"erreurs"}) >= 2


def test_la_regle_parle_de_toutes_les_erreurs():
    assert DECLAREES.keys() >= {"DonneesIllisibles", "ListeRefusee", "SourceAbsente", "Refus", "_Interrompu"}
    assert {n for n, module in DECLAREES.items() if module == "erreurs"} == set(erreurs.__all__)


def test_personne_n_attrape_une_liste_d_erreurs_de_l_atlas():
    fautifs = [
        f"{module}:{noeud.lineno}"
        for module, arbre in ARBRES.items()
        if maison(module) in {"components", "pages", "service", "app", "server"}
        for noeud in ast.walk(arbre)
        if isinstance(noeud, ast.ExceptHandler) and isinstance(noeud.type, ast.Tuple)
        if len(noms(noeud.type.elts) & DECLAREES.keys()) > 1
    ]
    assert fautifs == []


def test_une_erreur_se_dit_par_sa_phrase():
    assert str(Refus(statut=404, detail="Cela n’existe pas : essayez autre chose.")).startswith("Cela")
    assert str(DonneesIllisibles("a.parquet", "est manquant")).startswith("Le fichier « a.parquet » est manq")
    assert str(CLASSES["CouchesIllisibles"]("Lancez-les.")) == "Lancez-les."
    assert str(CLASSES["StatiqueIllisible"]("Relancez.")) == "Relancez."


@pytest.mark.parametrize(
    ("nom", "parente"),
    [("CouchesIllisibles", OSError), ("StatiqueIllisible", OSError), ("DemandeInconnue", ValueError)],
)
def test_une_erreur_garde_la_parente_de_python_que_le_code_attend(nom, parente):
    assert issubclass(CLASSES[nom], parente)
