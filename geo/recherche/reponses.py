"""What is said of each answer: its name, what stands beside it, and the heading that it is under."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.recherche.lexique import Niveau

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.recherche.entree import Entree, Sorte

__all__ = ["SCORES", "Groupe", "Reponse", "Reponses", "numero_de_ti", "repondre"]

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

DE_LIEU = frozenset(("commune", "epci", "arrondissement", "recente", "ancienne", "ancien_nom"))
"""Kinds that are in a territory or out of any."""


@dataclass(frozen=True, kw_only=True)
class Reponse:
    """One answer.

    Attributes:
        sorte: territoire, commune, epci, departement, region, entreprise, arrondissement, or another name of
            a commune: recente, ancienne, ancien_nom.
        cle: id of the TI, INSEE code, SIREN (EPCI, EPT, enterprise), code of the département or région; id of
            the first project for an enterprise without valid SIREN; INSEE code and name of what is another
            name of a commune.
        libelle: Its name, without what tells it from others.
        precision: What stands beside the name, in French: « (29) Finistère · territoire « Finistère » ».
        millesime: Millésime of `id_ti`: the one asked for, or for a TI that it does not have the newest that
            has it.
        id_ti: The TI to open in that millésime; None outside any TI, or for what has several.
        score: How well it answers, from 100 (the very name) to 10 (a word of it, one letter wrong).
        commune: INSEE code of the commune of 2021 that it is, or leads to; empty for the other kinds.
    """

    sorte: Sorte
    cle: str
    libelle: str
    precision: str
    millesime: int
    id_ti: str | None
    score: int
    commune: str = ""

    @property
    def titre(self) -> str:
        """Name and precision on one line: « Saint-Denis (93) Seine-Saint-Denis · … »."""
        return f"{self.libelle} {self.precision}"


@dataclass(frozen=True, kw_only=True)
class Groupe:
    """Answers under one heading.

    Attributes:
        titre: The heading, in French; empty for none.
        reponses: The answers, the best first.
    """

    titre: str = ""
    reponses: tuple[Reponse, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reponses:
    """All that is answered to a text.

    Attributes:
        groupes: What is shown of it.
        total: Number of answers, those that are not shown included.
        constat: What is said when there is none, in French; empty when nothing was asked.
        siren: The SIREN that was typed, or that of the SIRET; empty for any other text.
    """

    groupes: tuple[Groupe, ...] = field(default=())
    total: int = 0
    constat: str = ""
    siren: str = ""

    @property
    def toutes(self) -> tuple[Reponse, ...]:
        """The answers shown, without their headings."""
        return tuple(reponse for groupe in self.groupes for reponse in groupe.reponses)


def repondre(
    entree: Entree,
    niveau: int,
    *,
    demande: int,
    numero: str,
    noms_ti: Mapping[tuple[int, str], str],
) -> Reponse:
    """The answer that an entry makes.

    Args:
        entree: The entry.
        niveau: How well it answers (`geo.recherche.lexique.Niveau`).
        demande: Millésime that is asked for.
        numero: What was typed as a code; the id of a TI chooses its millésime.
        noms_ti: Name of each TI by millésime and id.
    """
    est_ti = entree.sorte == "territoire"
    millesime = _millesime(entree, demande, numero) if est_ti else demande
    id_ti = entree.territoires.get(millesime)
    nom_ti = noms_ti[millesime, id_ti] if id_ti else None
    return Reponse(
        sorte=entree.sorte,
        cle=id_ti if est_ti and id_ti else entree.cle,
        libelle=nom_ti if est_ti and nom_ti else entree.libelle,
        precision=" · ".join(_precisions(entree, millesime, demande, nom_ti)),
        millesime=millesime,
        id_ti=id_ti,
        score=SCORES[Niveau(niveau)],
        commune=entree.commune,
    )


def numero_de_ti(id_ti: str) -> str:
    """The id of a TI as a code that is typed: « ti5313 »."""
    return id_ti.replace("-", "")


def _millesime(entree: Entree, demande: int, numero: str) -> int:
    """The millésime in which a TI is given: the one asked for, else the newest; a typed id chooses first."""
    ids = entree.territoires
    possibles = [m for m in ids if numero and numero_de_ti(ids[m]).startswith(numero)] or list(ids)
    return demande if demande in possibles else max(possibles)


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
    elif entree.sorte in DE_LIEU:
        yield "hors territoire d’industrie"
