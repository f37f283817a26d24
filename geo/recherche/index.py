"""One field to find a commune, an EPCI, a territory, a département, a région or an enterprise.

The elected official types a name as he says it, on a telephone, with a thumb: the index answers at each key
stroke, whatever the accents, and puts first what he most likely means. It is built once per server from the
atlas and never changes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.millesimes import MILLESIME_PAR_DEFAUT, MILLESIMES
from geo.recherche.ecritures import LONGUEUR_MAX, code, ecritures, formes, lisible
from geo.recherche.entrees import SORTES, Entree, Sorte, entrees
from geo.recherche.lexique import Lexique, Niveau

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.atlas import Atlas

__all__ = ["LIMITE", "LONGUEUR_MAX", "Index", "Reponse"]

LIMITE = 8
"""Answers given when nobody asks for more or fewer."""

PART_DES_FAUTES = 4
"""One answer in four is kept for whole names with one error, one in two when only fragments answer."""

CHIFFRES_DEBUT = 4
"""Characters from which the beginning of a SIREN or of the id of a TI is enough."""

SCORES = {
    Niveau.EXACT: 100,
    Niveau.DEBUT: 80,
    Niveau.MOT: 60,
    Niveau.DEDANS: 40,
    Niveau.FAUTE_NOM: 30,
    Niveau.FAUTE_DEBUT: 20,
    Niveau.FAUTE_MOT: 10,
}
"""What each level of agreement is worth, without unit; 30 and below: a letter was forgiven."""

LIEUX: tuple[Sorte, ...] = ("commune", "departement", "region")
"""Kinds that one name may mean: « Bretagne » is a région and two communes."""

_AUCUNE = np.empty(0, dtype=np.int64)
_DEPARTEMENT = re.compile(r"(?P<nom>.+?) (?P<code>\d\d|2[ab]|97\d)(?: [a-z ]+)?")


@dataclass(frozen=True, kw_only=True)
class Reponse:
    """One answer.

    Attributes:
        sorte: territoire, commune, epci, departement, region or entreprise.
        cle: id of the TI, INSEE code, SIREN (EPCI, EPT, enterprise), code of the département or région; id of
            the first project for an enterprise without valid SIREN.
        libelle: Its name, without what tells it from others.
        precision: What stands beside the name, in French: « (29) Finistère · territoire « Finistère » ».
        millesime: Millésime of `id_ti`: the one asked for, or for a TI that it does not have the newest that
            has it.
        id_ti: The TI to open in that millésime; None outside any TI, or for what has several.
        score: How well it answers, from 100 (the very name) to 10 (a word of it, one letter wrong).
    """

    sorte: Sorte
    cle: str
    libelle: str
    precision: str
    millesime: int
    id_ti: str | None
    score: int

    @property
    def titre(self) -> str:
        """Name and precision on one line: « Saint-Denis (93) Seine-Saint-Denis · … »."""
        return f"{self.libelle} {self.precision}"


@dataclass(frozen=True, kw_only=True)
class _Demande:
    """What is asked: forms of the text, the text as a code, how many answers, in which millésime."""

    lues: tuple[str, ...]
    numero: str
    limite: int
    millesime: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Index:
    """Everything that can be found, in order of rank.

    Attributes:
        entrees: The entries, a smaller rank first.
        lexique: Their names.
        codes: Pairs code, rank of the entry, sorted.
        departements: Code of the département of each entry, lower case.
        ordres: By millésime, the rank of each entry once the TI that it does not have come after the others.
        ordres_exacts: The same for those whose very name was typed: a région or a département then comes
            before the communes that it is larger than.
        noms_ti: Name of each TI by millésime and id.
    """

    entrees: list[Entree]
    lexique: Lexique
    codes: list[tuple[str, int]]
    departements: np.ndarray
    ordres: dict[int, np.ndarray]
    ordres_exacts: dict[int, np.ndarray]
    noms_ti: dict[tuple[int, str], str]

    @classmethod
    def de(cls, atlas: Atlas) -> Index:
        """The index of an atlas; about a second, once per server."""
        toutes = entrees(atlas)
        ti = atlas.territoires
        return cls(
            entrees=toutes,
            lexique=Lexique.de(_ecritures(entree) for entree in toutes),
            codes=sorted((code, rang) for rang, entree in enumerate(toutes) for code in entree.codes),
            departements=np.array([entree.departement.lower() for entree in toutes]),
            ordres={m: _ordre(toutes, m) for m in MILLESIMES},
            ordres_exacts={m: _ordre(toutes, m, exact=True) for m in MILLESIMES},
            noms_ti=dict(zip(zip(ti["millesime"], ti["id_ti"], strict=True), ti["lib_ti"], strict=True)),
        )

    def chercher(
        self, texte: str, *, limite: int = LIMITE, millesime: int = MILLESIME_PAR_DEFAUT
    ) -> tuple[Reponse, ...]:
        """The best answers to what has been typed so far, the best first; none for what is no name.

        The very name comes first, then names that begin so, words that begin so, fragments, and last what
        differs by one letter (added, dropped, replaced, swapped; from four letters on). Among equals: TI
        (those of the millésime first), communes, EPCI, départements, régions, enterprises, and the most
        populated first; of those that bear the very name, the most populated of communes, départements and
        régions. A département after the name chooses among homonyms (« saint denis 93 »).

        Args:
            texte: What was typed; more than `LONGUEUR_MAX` characters or control characters give nothing.
            limite: Largest number of answers.
            millesime: Millésime of the territories given, one of `geo.millesimes.MILLESIMES`.
        """
        if limite < 1 or not lisible(texte):
            return ()
        demande = _Demande(lues=formes(texte), numero=code(texte), limite=limite, millesime=millesime)
        cotes = self._surs(demande)
        exactes = len(cotes) and cotes[0] < _plafond(self, Niveau.EXACT)
        if not exactes or len(cotes) < limite:
            cotes = self._avec_faute(demande, cotes)
        return tuple(self._reponse(int(cote), demande) for cote in cotes)

    def _surs(self, demande: _Demande) -> np.ndarray:
        """Answers without error; fragments only when the beginnings do not suffice."""
        cotes = [self._par_code(demande), self._dans_un_departement(demande)]
        cotes += map(self.lexique.trouver, demande.lues)
        choisies = self._premieres(cotes, demande)
        if len(choisies) == demande.limite:
            return choisies
        return self._premieres([choisies, *map(self.lexique.fouiller, demande.lues)], demande)

    def _par_code(self, demande: _Demande) -> np.ndarray:
        """Entries that bear a code, or whose code begins so; an id of another millésime counts less."""
        numero, cotes = demande.numero, []
        place = bisect_left(self.codes, (numero, -1)) if numero else len(self.codes)
        while place < len(self.codes) and self.codes[place][0].startswith(numero):
            trouve, rang = self.codes[place]
            place += 1
            if trouve == numero or len(numero) >= CHIFFRES_DEBUT:
                niveau = Niveau.EXACT if trouve == numero else Niveau.DEBUT
                ailleurs = not _porte(self.entrees[rang], trouve, demande.millesime)
                cotes.append((niveau + ailleurs) * self.lexique.taille + rang)
        return np.array(cotes, dtype=np.int64)

    def _dans_un_departement(self, demande: _Demande) -> np.ndarray:
        """Answers to a name followed by its département, in that département."""
        for forme in demande.lues:
            if trouve := _DEPARTEMENT.fullmatch(forme):
                cotes = np.concatenate([_AUCUNE, *map(self.lexique.trouver, formes(trouve["nom"]))])
                dedans: np.ndarray = cotes[self.departements[cotes % self.lexique.taille] == trouve["code"]]
                return dedans
        return _AUCUNE

    def _avec_faute(self, demande: _Demande, sures: np.ndarray) -> np.ndarray:
        """The sure answers, completed by those with one error.

        Whole names with an error have a few places of their own, unless something bears the very name typed.
        Beginnings with an error are given only to whom no name or word begins as typed.
        """
        fautes = np.concatenate([_AUCUNE, *map(self.lexique.pardonner, demande.lues)])
        fautes = fautes[~np.isin(fautes % self.lexique.taille, sures % self.lexique.taille)]
        meilleure = sures[0] // self.lexique.taille if len(sures) else len(Niveau)
        places = demande.limite // (PART_DES_FAUTES if meilleure <= Niveau.MOT else 2)
        choisies = self._premieres([fautes], demande)
        if meilleure <= Niveau.MOT:
            choisies = choisies[choisies < _plafond(self, Niveau.FAUTE_NOM)]
        if meilleure == Niveau.EXACT:
            choisies = choisies[:places]
        else:
            entieres = int((choisies < _plafond(self, Niveau.FAUTE_NOM)).sum())
            sures = sures[: demande.limite - min(entieres, places)]
        return self._premieres([sures, choisies], demande)

    def _premieres(self, cotes: Iterable[np.ndarray], demande: _Demande) -> np.ndarray:
        """The best answers, each entry once, the best first."""
        taille = self.lexique.taille
        triees = np.unique(np.concatenate([_AUCUNE, *cotes]))
        uniques = triees[np.unique(triees % taille, return_index=True)[1]]
        exactes = uniques // taille == Niveau.EXACT
        rangs = uniques % taille
        ordres, ordres_exacts = self.ordres[demande.millesime], self.ordres_exacts[demande.millesime]
        ordre = np.where(exactes, ordres_exacts[rangs], ordres[rangs])
        return uniques[np.lexsort((ordre, uniques // taille))[: demande.limite]]

    def _reponse(self, cote: int, demande: _Demande) -> Reponse:
        niveau, rang = divmod(cote, self.lexique.taille)
        entree = self.entrees[rang]
        est_ti = entree.sorte == "territoire"
        millesime = _millesime(entree, demande) if est_ti else demande.millesime
        id_ti = entree.territoires.get(millesime)
        nom_ti = self.noms_ti[millesime, id_ti] if id_ti else None
        return Reponse(
            sorte=entree.sorte,
            cle=id_ti if est_ti and id_ti else entree.cle,
            libelle=nom_ti if est_ti and nom_ti else entree.libelle,
            precision=" · ".join(_precisions(entree, millesime, demande.millesime, nom_ti)),
            millesime=millesime,
            id_ti=id_ti,
            score=SCORES[Niveau(niveau)],
        )


def _ecritures(entree: Entree) -> tuple[str, ...]:
    """All the forms of all the names of an entry, the first name first."""
    return tuple(dict.fromkeys(f for nom in (entree.libelle, *entree.noms) for f in ecritures(nom)))


def _ordre(entrees: list[Entree], millesime: int, *, exact: bool = False) -> np.ndarray:
    """Rank of each entry when the TI that a millésime does not have come after those that it has.

    With `exact`, communes, départements and régions are one kind, the most populated first: who types the
    very name of a région means it, not the village of that name.
    """
    absents = np.array([e.sorte == "territoire" and millesime not in e.territoires for e in entrees])
    sortes = np.array([SORTES.index(entree.sorte) for entree in entrees])
    habitants = np.zeros(len(entrees), dtype=np.int64)
    if exact:
        lieux = np.isin(sortes, [SORTES.index(sorte) for sorte in LIEUX])
        sortes = np.where(lieux, SORTES.index("commune"), sortes)
        habitants = np.where(lieux, [-entree.importance for entree in entrees], 0)
    ordre = np.empty(len(entrees), dtype=np.int64)
    ordre[np.lexsort((np.arange(len(entrees)), absents, habitants, sortes))] = np.arange(len(entrees))
    return ordre


def _plafond(index: Index, niveau: Niveau) -> int:
    """The smallest answer worse than a level."""
    return (niveau + 1) * index.lexique.taille


def _porte(entree: Entree, numero: str, millesime: int) -> bool:
    """Whether an entry bears a code in a millésime; only the ids of TI change."""
    return entree.sorte != "territoire" or _numero(entree.territoires.get(millesime, "")) == numero


def _numero(id_ti: str) -> str:
    return id_ti.replace("-", "")


def _millesime(entree: Entree, demande: _Demande) -> int:
    """The millésime in which a TI is given: the one asked for, else the newest; a typed id chooses first."""
    ids, numero = entree.territoires, demande.numero
    possibles = [m for m in ids if numero and _numero(ids[m]).startswith(numero)] or list(ids)
    return demande.millesime if demande.millesime in possibles else max(possibles)


def _precisions(entree: Entree, millesime: int, demande: int, nom_ti: str | None) -> Iterator[str]:
    """What is said beside a name, piece by piece, in French."""
    if entree.sorte == "territoire":
        yield entree.territoires[millesime]
        yield entree.lieu
        if millesime != demande:
            yield f"millésime {millesime}"
        return
    yield entree.lieu
    if nom_ti:
        yield f"territoire « {nom_ti} »"
    elif millesime in entree.en_partie:
        yield "en partie dans un territoire"
    elif entree.sorte in {"commune", "epci"}:
        yield "hors territoire d’industrie"
