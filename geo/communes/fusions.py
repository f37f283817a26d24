"""Which merge each vanished commune belongs to, when only areas and neighbours can tell.

A small assignment problem per cluster of touching communes: every vanished piece is given to a receiver so
that the sums of areas come closest to the published ones and every merged commune holds together. The
clusters are small (some ten pieces), so a descent over moves of one and two pieces settles them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["Monde", "repartir", "reprendre"]

ERREUR_RELATIVE = 0.01
"""Usual gap between the area of an outline of 2018 and the published one (quartiles: -0.2 % and +1.2 %)."""
ERREUR_KM2 = 0.1
"""The same for a very small commune, in km²."""
PLACE_MINIMALE = 2.0
"""A commune is a likely receiver when its published area exceeds its outline by so many usual gaps."""
SUSPECT = 5.0
"""A merged commune so many usual gaps away from its published area is looked at again."""
DETACHEE = 1e9
"""Cost of a piece that does not hold to its commune: worse than any area."""

Etat = dict[str, frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Monde:
    """What the search knows of communes, by their codes.

    Attributes:
        aires: Area of each outline, in km².
        surfaces: Published area of each commune of 2021, in km².
        voisins: For each vanished commune, the communes that it may merge with: those that touch it and share
            its département and its EPCI, vanished or not.
    """

    aires: Mapping[str, float]
    surfaces: Mapping[str, float]
    voisins: Mapping[str, frozenset[str]]

    def ecart(self, code: str, pieces: Iterable[str] = ()) -> float:
        """Gap of a commune with these pieces to its published area, counted in usual gaps (signed)."""
        surface = self.surfaces[code]
        aire = self.aires[code] + sum(self.aires[p] for p in sorted(pieces))
        return (aire - surface) / (ERREUR_RELATIVE * surface + ERREUR_KM2)

    def tenues(self, code: str, pieces: frozenset[str]) -> frozenset[str]:
        """Those of the pieces that touch the commune, directly or through one another."""
        vues: set[str] = set()
        front = {p for p in pieces if code in self.voisins[p]}
        while front:
            vues |= front
            front = {p for p in pieces - vues if self.voisins[p] & front}
        return frozenset(vues)


def repartir(monde: Monde) -> dict[str, str]:
    """Give every vanished commune to a commune of 2021.

    Returns:
        Vanished code -> code of 2021, in the order of the vanished codes.

    Raises:
        LookupError: When a piece touches no commune that could receive it (the argument names the piece).
    """
    resultat: dict[str, str] = {}
    for pieces, receveurs in _grappes(monde):
        cout = _couts(monde)
        for receveur, groupe in _descendre(_etat_initial(monde, pieces, receveurs), cout).items():
            resultat |= dict.fromkeys(groupe, receveur)
    return dict(sorted(resultat.items()))


def reprendre(
    monde: Monde, resultat: Mapping[str, str], voisins: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """Share out again, with wider neighbourhoods, the pieces of communes far from their published area.

    The other merges stand: a gap between two outlines that should meet is bridged only where strict
    neighbours gave no good answer.

    Args:
        monde: What `repartir` worked on.
        resultat: What `repartir` returned.
        voisins: For each vanished commune, the communes close to it, touching or not.
    """
    groupes = _groupes(resultat)
    suspectes = {p for c, g in groupes.items() for p in g if abs(monde.ecart(c, g)) > SUSPECT}
    fixes = {p: c for p, c in resultat.items() if p not in suspectes}
    aires = dict(monde.aires)
    for piece, code in sorted(fixes.items()):
        aires[code] += monde.aires[piece]
    autour = {p: voisins[p] - fixes.keys() for p in sorted(suspectes)}
    secondes = repartir(Monde(aires=aires, surfaces=monde.surfaces, voisins=autour))
    return dict(sorted((fixes | secondes).items()))


def _groupes(resultat: Mapping[str, str]) -> dict[str, list[str]]:
    groupes: dict[str, list[str]] = {}
    for piece, code in resultat.items():
        groupes.setdefault(code, []).append(piece)
    return groupes


def _grappes(monde: Monde) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Pieces to share out together (they touch, or have a likely receiver in common), and their receivers."""
    vraisemblables = frozenset(c for c in monde.surfaces if monde.ecart(c) < -PLACE_MINIMALE)
    restantes = set(monde.voisins)
    while restantes:
        pieces = _composante(monde, min(restantes), vraisemblables)
        restantes -= pieces
        autour = frozenset().union(*(monde.voisins[p] for p in pieces)) - monde.voisins.keys()
        receveurs = (autour & vraisemblables) or autour
        if not receveurs:
            raise LookupError(min(pieces))
        yield pieces, receveurs


def _composante(monde: Monde, depart: str, receveurs: frozenset[str]) -> frozenset[str]:
    vues: set[str] = set()
    front = {depart}
    while front:
        vues |= front
        liens = frozenset().union(*(monde.voisins[p] for p in front))
        communs = liens & receveurs
        front = {p for p in monde.voisins.keys() - vues if p in liens or monde.voisins[p] & communs}
    return frozenset(vues)


def _etat_initial(monde: Monde, pieces: frozenset[str], receveurs: frozenset[str]) -> Etat:
    """Let the commune with most room take the largest piece that touches it, until all are taken."""
    etat: Etat = dict.fromkeys(sorted(receveurs), frozenset())
    libres = set(pieces)
    while libres:
        touchent = {c: _touchant(monde, c, groupe, libres) for c, groupe in etat.items()}
        ouverts = [c for c, t in touchent.items() if t]
        if not ouverts:
            raise LookupError(min(libres))
        choisi = min(ouverts, key=lambda c: (monde.ecart(c, etat[c]), c))
        piece = max(touchent[choisi], key=lambda p: (monde.aires[p], p))
        etat[choisi] |= {piece}
        libres.remove(piece)
    return etat


def _touchant(monde: Monde, code: str, groupe: frozenset[str], libres: set[str]) -> list[str]:
    return sorted(p for p in libres if monde.voisins[p] & (groupe | {code}))


def _couts(monde: Monde) -> Callable[[str, frozenset[str]], float]:
    @cache
    def cout(code: str, pieces: frozenset[str]) -> float:
        detachees = len(pieces) - len(monde.tenues(code, pieces))
        return monde.ecart(code, pieces) ** 2 + DETACHEE * detachees

    return cout


def _descendre(etat: Etat, cout: Callable[[str, frozenset[str]], float]) -> Etat:
    """Take the best move of one or two pieces, as long as one lowers the cost."""
    while True:
        gains = ((_gain(etat, essai, cout), n, essai) for n, essai in enumerate(_essais(etat)))
        gain, _, meilleur = max(gains, key=lambda g: (g[0], -g[1]), default=(0.0, 0, {}))
        if gain <= 1e-9:  # noqa: PLR2004 - rounding of a sum, not a threshold
            return etat
        etat = etat | meilleur


def _gain(etat: Etat, essai: Etat, cout: Callable[[str, frozenset[str]], float]) -> float:
    return sum(cout(c, etat[c]) - cout(c, groupe) for c, groupe in essai.items())


def _essais(etat: Etat) -> Iterator[Etat]:
    places = sorted((p, c) for c, groupe in etat.items() for p in groupe)
    for nombre in (1, 2):
        for choix in combinations(places, nombre):
            for cibles in product(etat, repeat=nombre):
                if all(cible != c for (_, c), cible in zip(choix, cibles, strict=True)):
                    yield _deplacer(etat, choix, cibles)


def _deplacer(etat: Etat, choix: tuple[tuple[str, str], ...], cibles: tuple[str, ...]) -> Etat:
    touches: Etat = {}
    for (piece, avant), apres in zip(choix, cibles, strict=True):
        touches[avant] = touches.get(avant, etat[avant]) - {piece}
        touches[apres] = touches.get(apres, etat[apres]) | {piece}
    return touches
