"""What a text that was read asks for, kind of question by kind of question, and the headings of the answers.

A heading says what was understood wherever it is not the name as typed: the postal code and how many communes
share it, a CEDEX that no table knows, a SIREN taken out of a SIRET.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from francais import accorder
from geo.communes import departement_du_code_postal
from geo.recherche.classement import AUCUNE, Classement
from geo.recherche.codes import CHIFFRES_DEBUT, CHIFFRES_POSTAL, Codes
from geo.recherche.constats import SIREN, SIRET, du_siret, hors_table
from geo.recherche.ecritures import formes, normaliser
from geo.recherche.lecture import Lieux, Lue, lieux_nommes, situer
from geo.recherche.lexique import Niveau
from geo.recherche.reponses import numero_de_ti

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.atlas import Atlas
    from geo.recherche.entree import Entree

__all__ = ["Bloc", "Moyens", "blocs"]

POSTAL = 5
"""Digits of a postal code, and characters of an INSEE code."""

AUTRES_NOMS = frozenset(("recente", "ancienne", "ancien_nom"))
"""Kinds that are another name of a commune of 2021."""

NOMMES = 3
"""Answers to a name that are given before those of a postal code that it does not go with."""

HOMONYMES = {
    "commune": ("commune", "communes"),
    "ancienne": ("ancienne commune", "anciennes communes"),
    "ancien_nom": ("ancien nom", "anciens noms"),
}
"""Kinds that are gathered when several bear the very name typed, and how they are counted."""


AUTRES = "Autres réponses"
"""Heading of what follows the namesakes."""


class Bloc(NamedTuple):
    """Answers under one heading: integers `niveau * taille + rang`, in order."""

    titre: str
    cotes: np.ndarray


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Moyens:
    """What finds the entries.

    Attributes:
        entrees: The entries, in order of rank.
        classement: Their names and their order.
        codes: Their codes.
        lieux: Names of départements and régions.
        noms_de: Ranks of the names of before and of since of each commune of 2021, by its code.
    """

    entrees: list[Entree]
    classement: Classement
    codes: Codes
    lieux: Lieux
    noms_de: dict[str, list[int]]

    @classmethod
    def de(cls, entrees: list[Entree], atlas: Atlas) -> Moyens:
        """What finds the entries of an atlas, given in order of rank."""
        noms_de: dict[str, list[int]] = {}
        for rang, entree in enumerate(entrees):
            if entree.sorte in AUTRES_NOMS:
                noms_de.setdefault(entree.commune, []).append(rang)
        par_region = atlas.departements.groupby("region")["code"].agg(list).to_dict()
        return cls(
            entrees=entrees,
            classement=Classement.de(entrees),
            codes=Codes.de(entrees, atlas.codes_postaux),
            lieux=lieux_nommes(entrees, par_region),
            noms_de=noms_de,
        )

    def peuples(self, rangs: Iterable[int]) -> np.ndarray:
        """Entries as answers that are sure, the most populated first."""
        return np.array(sorted(rangs, key=lambda r: (-self.entrees[r].importance, r)), dtype=np.int64)

    def desservis(self, rangs: Iterable[int]) -> np.ndarray:
        """Whether each entry is one of some, or another name of a commune that is or holds one."""
        permis = np.zeros(len(self.entrees), dtype=bool)
        for rang in rangs:
            permis[rang] = True
            permis[self.noms_de.get(self.entrees[rang].commune, [])] = True
        return permis


def blocs(moyens: Moyens, lue: Lue, millesime: int) -> list[Bloc]:
    """The answers to a text, by heading, each entry once; empty headings are left out."""
    vus = AUCUNE
    gardes: list[Bloc] = []
    for bloc in _blocs(moyens, lue, millesime):
        rangs = moyens.classement.rangs(bloc.cotes)
        nouvelles = bloc.cotes[~np.isin(rangs, vus)] if len(vus) else bloc.cotes
        vus = np.concatenate([vus, rangs])
        if len(nouvelles) and gardes and gardes[-1].titre == bloc.titre:
            gardes[-1] = Bloc(bloc.titre, np.concatenate([gardes[-1].cotes, nouvelles]))
        elif len(nouvelles):
            gardes.append(Bloc(bloc.titre, nouvelles))
    return gardes


def _blocs(moyens: Moyens, lue: Lue, millesime: int) -> Iterator[Bloc]:
    if lue.postal:
        yield from _nom_et_postal(moyens, lue, millesime)
        return
    if CHIFFRES_POSTAL <= len(lue.numero) <= POSTAL:
        yield from _chiffres(moyens, lue)
    cotes = _noms(moyens, lue, millesime)
    if not len(cotes):
        yield Bloc("De ce nom, mais ailleurs", _ailleurs(moyens, lue, millesime))
    elif len(lue.chiffres) == SIRET:
        yield Bloc(du_siret(lue.chiffres), cotes)
    elif CHIFFRES_DEBUT <= len(lue.chiffres) < SIREN:
        yield Bloc(f"SIREN qui commencent par {lue.chiffres}", cotes)
    elif lue.cedex:
        yield Bloc("D’après le nom, CEDEX laissé de côté", cotes)
    else:
        yield from _homonymes(moyens, cotes)


def _chiffres(moyens: Moyens, lue: Lue) -> Iterator[Bloc]:
    """What a postal code, its beginning, or an INSEE code gives."""
    postal = moyens.peuples(moyens.codes.du_postal(lue.chiffres))
    if len(lue.numero) < POSTAL:
        yield Bloc(f"Codes postaux {lue.chiffres}…", postal)
        return
    yield Bloc(f"Code postal {lue.chiffres} · {_compte(moyens, postal)}", postal)
    insee = moyens.peuples(() if lue.cedex else moyens.codes.de_l_insee(lue.numero))
    actuels = np.array([moyens.entrees[rang].sorte not in AUTRES_NOMS for rang in insee], dtype=bool)
    # The code of a commune of before says nothing to who writes a postal code.
    yield Bloc(f"Code Insee {lue.numero.upper()}", insee[actuels] if len(postal) else insee)
    if lue.chiffres and not len(postal) and not actuels.any():
        departement = departement_du_code_postal(lue.chiffres).lower()
        rangs = [rang for code, rang in moyens.codes.des_propres(departement) if code == departement]
        yield Bloc(f"{hors_table(lue.chiffres)} : son département", moyens.peuples(rangs))


def _compte(moyens: Moyens, cotes: np.ndarray, *, autres: bool = False) -> str:
    """How many places a postal code serves, or how many more, in French."""
    sortes = {moyens.entrees[rang].sorte for rang in moyens.classement.rangs(cotes)}
    nom = "commune" if "commune" in sortes else "arrondissement"
    un, plusieurs = ("autre ", "autres ") if autres else ("", "")
    return accorder(len(cotes), f"{un}{nom}", f"{plusieurs}{nom}s")


def _nom_et_postal(moyens: Moyens, lue: Lue, millesime: int) -> Iterator[Bloc]:
    """A name beside a postal code: the communes of that name that it serves, then what else may be meant."""
    classement, lues = moyens.classement, formes(lue.nom)
    rangs = moyens.codes.du_postal(lue.postal)
    if not rangs:
        departement = departement_du_code_postal(lue.postal).lower()
        dedans = classement.dans(lues, classement.departements == departement, millesime)
        titre = hors_table(lue.postal)
        yield Bloc(f"{titre} : d’après le nom et le département", dedans)
        if not len(dedans):
            yield Bloc(f"{titre} : d’après le nom seul", classement.par_nom(lues, millesime))
        return
    postal = moyens.peuples(rangs)
    trouves = classement.dans(lues, moyens.desservis(rangs), millesime)
    if len(trouves):
        reste = postal[~np.isin(postal, classement.rangs(trouves))]
        yield Bloc("", trouves)
        yield Bloc(f"Code postal {lue.postal} · {_compte(moyens, reste, autres=True)}", reste)
        return
    nommes = classement.par_nom(lues, millesime)
    yield Bloc(f"De ce nom, mais pas au code postal {lue.postal}", nommes[:NOMMES])
    yield Bloc(f"Code postal {lue.postal} · {_compte(moyens, postal)}", postal)
    yield Bloc(AUTRES, nommes[NOMMES:])


def _noms(moyens: Moyens, lue: Lue, millesime: int) -> np.ndarray:
    """Answers to a name, those of the place that is said beside it first."""
    classement = moyens.classement
    tout = classement.par_nom(lue.formes, millesime, en_tete=_par_code(moyens, lue.numero, millesime))
    for forme in lue.formes:
        for nom, codes in situer(forme, moyens.lieux):
            permis = np.isin(classement.departements, list(codes))
            dedans = classement.dans(formes(nom), permis, millesime)
            if len(dedans):
                return _reunir(classement, dedans, tout, millesime)
    return tout


def _ailleurs(moyens: Moyens, lue: Lue, millesime: int) -> np.ndarray:
    """Answers to a name that is not where it was said to be (« Lyon 12 »)."""
    noms = (nom for forme in lue.formes for nom, _ in situer(forme, moyens.lieux))
    return moyens.classement.par_nom(formes(next(noms, "")), millesime)


def _reunir(classement: Classement, dedans: np.ndarray, tout: np.ndarray, millesime: int) -> np.ndarray:
    """The answers of a place and those to the whole text, as one that is a name of its own."""
    du_lieu, du_tout = classement.niveau(dedans), classement.niveau(tout)
    if du_lieu <= Niveau.DEDANS < du_tout:  # the whole text is nothing's name
        return dedans
    if du_tout < du_lieu:
        return tout
    if du_tout > Niveau.DEDANS:
        return np.concatenate([tout, dedans[~np.isin(classement.rangs(dedans), classement.rangs(tout))]])
    return classement.ranger([dedans, tout], millesime)


def _par_code(moyens: Moyens, numero: str, millesime: int) -> np.ndarray:
    """Entries that bear a code, or whose code begins so; an id of another millésime counts less."""
    cotes = []
    for trouve, rang in moyens.codes.des_propres(numero):
        propre = trouve == numero and _porte(moyens.entrees[rang], numero, millesime)
        cotes.append((Niveau.EXACT if propre else Niveau.DEBUT) * moyens.classement.lexique.taille + rang)
    return np.array(cotes, dtype=np.int64)


def _porte(entree: Entree, numero: str, millesime: int) -> bool:
    """Whether an entry bears a code in a millésime; only the ids of TI change."""
    return entree.sorte != "territoire" or numero_de_ti(entree.territoires.get(millesime, "")) == numero


def _homonymes(moyens: Moyens, cotes: np.ndarray) -> Iterator[Bloc]:
    """Answers, those of one kind that bear the very name typed gathered where the first of them stands."""
    taille = moyens.classement.lexique.taille
    exactes = cotes[cotes < (Niveau.EXACT + 1) * taille]
    groupes: dict[tuple[str, str], list[int]] = {}
    for cote in exactes.tolist():
        entree = moyens.entrees[cote % taille]
        sien = entree.sorte if entree.sorte in HOMONYMES else ""
        groupes.setdefault((sien, normaliser(entree.libelle) if sien else ""), []).append(cote)
    autres = ""
    for (sorte, _), siennes in groupes.items():
        titre = autres
        if sorte and len(siennes) > 1:
            autres = AUTRES
            compte = accorder(len(siennes), *HOMONYMES[sorte])
            titre = f"{moyens.entrees[siennes[0] % taille].libelle} · {compte}"
        yield Bloc(titre, np.array(siennes, dtype=np.int64))
    yield Bloc(autres, cotes[len(exactes) :])
