"""Every address of the atlas, found by itself: what declares one is read by the tests of all."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import get_args

from data import chargement
from geo.adresse.adresse import Adresse, AdresseDePage, AdresseRepetee
from geo.adresse.champs import champs, imbriquees
from geo.adresse.sortes import Choix, Entier, Mois, Vocabulaire
from geo.atlas.atlas import Atlas
from geo.filtre.vocabulaires import Vocabulaires, vocabulaires
from geo.projets.ensemble import ensemble

__all__ = ["CLASSES", "PAGES", "connus", "declares", "ecrite", "lire", "plate"]

RACINE = Path(__file__).resolve().parents[1]
DECLARE = re.compile(r"^class \w+\(Adresse(DePage|Repetee)\[", re.MULTILINE)

MOTS = [
    "ti-2806", "ti-0101", "epci-200040277", "region-53", "region-OM", "departement-2A", "france",
    "tous-les-ti", "53", "OM", "changements-2020", "changements-2023", "p-0123456789", "acier", "Comité",
    "15187", "22016", "france.filieres", "projets.stade=laureat&region=53", "projets.mois.q=acier",
    "p-5b3a517738-2", "nom=A&region=53",
]  # fmt: skip
"""Words that some address understands, and that no closed list gives."""


def _classes():
    for dossier in ("geo", "components", "pages"):
        for fichier in sorted((RACINE / dossier).rglob("*.py")):
            if DECLARE.search(fichier.read_text(encoding="utf-8")):
                import_module(".".join(fichier.relative_to(RACINE).with_suffix("").parts))
    bases = (AdresseDePage, AdresseRepetee)
    return sorted((c for base in bases for c in base.__subclasses__()), key=lambda c: c.__name__)


CLASSES = {classe.__name__: classe for classe in _classes()}
"""Name -> class of every address."""

PAGES = {classe.page: classe for classe in CLASSES.values() if classe.page}
"""Page -> class of its address."""


@cache
def fonds_de(sorte):
    """The atlas, or the vocabularies of its projects."""
    atlas = chargement.atlas()
    return {Atlas: lambda: atlas, Vocabulaires: lambda: vocabulaires(atlas, ensemble(atlas))}[sorte]()


def fonds(classe):
    """What a class says that it is read with."""
    base = next(b for b in classe.__orig_bases__ if issubclass(getattr(b, "__origin__", object), Adresse))
    return tuple(fonds_de(sorte) for sorte in get_args(base) if sorte != ())


def lire(classe, parametres):
    """The state and the notices of an address."""
    return classe.lire(parametres, *fonds(classe))


def declares(classe):
    """Every word of an address with its declaration, those of an address inside it among them."""
    for _, dedans in imbriquees(classe):
        yield from declares(dedans)
    yield from ((champ.mot, champ) for champ, _ in champs(classe).values())


def connus(classe, champ, millesime=2021):
    """Words that may mean something for a field."""
    usuels = {nom: defaut for nom, (_, defaut) in champs(classe).items()} | {"millesime": millesime}
    sorte = champ.sorte_de(usuels, *fonds(classe))
    if isinstance(sorte, Choix):
        return list(sorte.permis)
    if isinstance(sorte, Vocabulaire):
        return list(sorte.noms)[:60]
    if isinstance(sorte, Entier):
        return [str(sorte.de), str(sorte.de + 2), str(sorte.a)]
    return ["2021-02", "2021-03", "1999-12"] if isinstance(sorte, Mois) else MOTS


def plate(valeur):
    """A value as JSON has it: a view is its word."""
    if hasattr(valeur, "__dataclass_fields__"):
        dans = {nom: plate(getattr(valeur, nom)) for nom in valeur.__dataclass_fields__}
        return valeur.mot if "forme" in dans else dans
    return [plate(une) for une in valeur] if isinstance(valeur, tuple) else valeur


def ecrite(etat):
    """What a state has that is not as usual, an address inside it laid flat."""
    usuel = plate(type(etat)())
    dit = plate(etat)
    for nom, _ in imbriquees(type(etat)):
        usuel |= usuel.pop(nom)
        dit |= dit.pop(nom)
    return {nom: valeur for nom, valeur in dit.items() if valeur != usuel[nom]}
