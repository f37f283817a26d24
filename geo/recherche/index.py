"""One field to find a commune, an EPCI, a territory, a département, a région or an enterprise.

The elected official types a name as he says it, on a telephone, with a thumb, or the postal code that is on
his envelopes: the index answers at each key stroke, whatever the accents, and puts first what he most likely
means. It is built once per server from the atlas and never changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.millesimes import MILLESIME_PAR_DEFAUT
from geo.recherche.classement import LIMITE
from geo.recherche.constats import SIREN, constat
from geo.recherche.ecritures import lisible
from geo.recherche.entrees import entrees
from geo.recherche.lecture import lire
from geo.recherche.questions import Moyens, blocs
from geo.recherche.reponses import Groupe, Reponse, Reponses, repondre

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.atlas import Atlas
    from geo.recherche.entree import Entree
    from geo.recherche.questions import Bloc

__all__ = ["Index"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Index:
    """Everything that can be found, in order of rank.

    Attributes:
        entrees: The entries, a smaller rank first.
        moyens: What finds them: names, codes, places.
        noms_ti: Name of each TI by millésime and id.
    """

    entrees: list[Entree]
    moyens: Moyens
    noms_ti: dict[tuple[int, str], str]

    @classmethod
    def de(cls, atlas: Atlas) -> Index:
        """The index of an atlas; about a second and a half, once per server."""
        toutes = entrees(atlas)
        ti = atlas.territoires
        noms = dict(zip(zip(ti["millesime"], ti["id_ti"], strict=True), ti["lib_ti"], strict=True))
        return cls(entrees=toutes, moyens=Moyens.de(toutes, atlas), noms_ti=noms)

    def chercher(
        self, texte: str, *, limite: int = LIMITE, millesime: int = MILLESIME_PAR_DEFAUT
    ) -> tuple[Reponse, ...]:
        """The best answers of `repondre`, without their headings."""
        return self.repondre(texte, limite=limite, millesime=millesime).toutes

    def repondre(
        self, texte: str, *, limite: int = LIMITE, millesime: int = MILLESIME_PAR_DEFAUT
    ) -> Reponses:
        """The best answers to what has been typed so far, the best first; none for what is no name.

        The very name comes first, then names that begin so, words that begin so, fragments, and last what
        differs by one letter (added, dropped, replaced, swapped; from four letters on). Among equals: TI of
        the millésime, communes, EPCI, départements, régions, arrondissements, other names of communes,
        enterprises, and last the TI of other millésimes, the most populated first; of those that bear the
        very name, the most populated of communes, départements and régions.

        A département, a région or a postal code beside the name chooses among homonyms (« saint denis 93 »,
        « 35300 Fougères »); a postal code alone gives all that it serves, an INSEE code what bears it.
        Answers that are alike stand under one heading, and `total` counts those that are not shown.

        Args:
            texte: What was typed; more than `LONGUEUR_MAX` characters or control characters give nothing.
            limite: Largest number of answers.
            millesime: Millésime of the territories given, one of `geo.millesimes.MILLESIMES`.
        """
        if limite < 1 or not lisible(texte):
            return Reponses()
        lue = lire(texte)
        trouves = blocs(self.moyens, lue, millesime)
        total = sum(len(bloc.cotes) for bloc in trouves)
        siren = lue.numero if len(lue.numero) == SIREN else ""
        if not total:
            return Reponses(constat=constat(texte.strip(), lue), siren=siren)
        groupes = tuple(self._groupes(trouves, limite, millesime, lue.numero))
        return Reponses(groupes=groupes, total=total, siren=siren)

    def _groupes(self, trouves: Iterable[Bloc], limite: int, millesime: int, numero: str) -> Iterator[Groupe]:
        """The first answers, by heading."""
        places, taille = limite, self.moyens.classement.lexique.taille
        for bloc in trouves:
            if not places:
                return
            gardees = bloc.cotes[:places]
            places -= len(gardees)
            reponses = tuple(
                repondre(self.entrees[rang], niveau, demande=millesime, numero=numero, noms_ti=self.noms_ti)
                for niveau, rang in (divmod(int(cote), taille) for cote in gardees)
            )
            yield Groupe(titre=bloc.titre, reponses=reponses)
