"""Projects that a reader ticked one by one, and the short text that an address says them with.

A few projects are codes of six signs made from their id: they last, whatever a later extract adds or takes
away. Many are bits over the rows of one extract, compressed, behind the mark of that extract: read against
another one they are refused as a whole, never taken for others. What is not there is counted and told.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from francais import accorder
from geo.adresse import Sorte
from memoire import garde

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt
    import pandas as pd

    from geo.adresse import Dire

__all__ = ["Coches", "ProjetsCoches", "Repertoire", "repertoire"]

SIGNES: Final = 6
"""Signs of a code: 36 bits, so that 3 084 projects share none (checked on each table anyway)."""

EN_CODES: Final = 200
"""Projects up to which codes are written: 1 200 signs, which no mail programme cuts."""

MARQUE: Final = 4
"""Signs that tell one extract from another."""

LONGUEUR_MAX: Final = 10_000
"""Signs that an address may say of ticked projects; what `geo.adresse` reads of a value."""

OCTETS_MAX: Final = 125_000
"""Bytes of a set of rows once decompressed: one million projects."""

PARTIES: Final = 2
"""Sets of an address: the rows of the atlas, then those of the reader's own list."""

LISTE: Final = "liste"
"""Source of the rows that a reader brings: their id is only their place in his file."""

CONTENU: Final = ("entreprise", "siren", "code_commune", "objet")
"""What names such a row from one file to the next."""

SIENNE: Final = "*"
"""Before the code of such a row, where projects are named for good."""

_CODES: Final = re.compile(rf"(?:[A-Za-z0-9_-]{{{SIGNES}}})+")
_IDENTIFIANT: Final = re.compile(r"[a-z]-[0-9a-f]{6,10}(?:-\d+)?")


@dataclass(frozen=True, kw_only=True)
class Coches:
    """A set of projects.

    Attributes:
        ids: Their ids, in the order of the table.
        ecrit: How an address says them.
    """

    ids: tuple[str, ...] = ()
    ecrit: str = field(default="", compare=False)

    def __len__(self) -> int:
        """Number of projects."""
        return len(self.ids)


@dataclass(frozen=True, kw_only=True, eq=False)
class Repertoire:
    """The projects of a table, as addresses name them.

    Attributes:
        table: Rows of `geo.projets.ensemble`: id_projet, source and what `CONTENU` names.
    """

    table: pd.DataFrame

    @property
    @garde(taille=1)
    def ids(self) -> npt.NDArray[np.object_]:
        """Id of each row."""
        ids: npt.NDArray[np.object_] = self.table["id_projet"].to_numpy(dtype=object)
        return ids

    @property
    @garde(taille=1)
    def rang_de(self) -> dict[str, int]:
        """Id -> row."""
        return {identifiant: rang for rang, identifiant in enumerate(self.ids)}

    @property
    @garde(taille=1)
    def codes(self) -> tuple[str, ...]:
        """Code of each row, unique."""
        connus: set[str] = set()
        codes = []
        for nom in self._noms():
            code, rang = _code(nom), 0
            while code in connus:
                rang += 1
                code = _code(f"{nom}\x1f{rang}")
            connus.add(code)
            codes.append(code)
        return tuple(codes)

    @property
    @garde(taille=1)
    def rang_du_code(self) -> dict[str, int]:
        """Code -> row."""
        return {code: rang for rang, code in enumerate(self.codes)}

    @property
    @garde(taille=1)
    def publies(self) -> int:
        """Rows of the atlas; those of a list follow."""
        siens = np.flatnonzero(self.table["source"].to_numpy(dtype=object) != LISTE)
        return int(siens[-1]) + 1 if len(siens) else 0

    def choisir(self, rangs: Iterable[int]) -> Coches:
        """The set of these rows; ranks that the table does not have are passed over."""
        n = len(self.table)
        tries = sorted({rang for rang in rangs if 0 <= rang < n})
        return Coches(ids=tuple(self.ids[tries].tolist()), ecrit=self._ecrire(tries))

    def des_ids(self, ids: Iterable[str]) -> Coches:
        """The set of these ids; those that the table does not have are passed over."""
        connus = self.rang_de
        return self.choisir(connus[un] for un in ids if un in connus)

    def rangs(self, coches: Coches) -> list[int]:
        """Rows of a set, in order."""
        connus = self.rang_de if coches else {}
        return sorted(connus[un] for un in coches.ids if un in connus)

    def noms(self, coches: Coches) -> tuple[str, ...]:
        """Names of projects that last: the id, or « * » and the code of a row of the reader's own list."""
        ids, codes, publies = self.ids, self.codes, self.publies
        return tuple(
            str(ids[rang]) if rang < publies else f"{SIENNE}{codes[rang]}" for rang in self.rangs(coches)
        )

    def des_noms(self, noms: Iterable[str]) -> tuple[Coches, int]:
        """The set that these names make, and how many of them the table does not have."""
        par_code, par_id = self.rang_du_code, self.rang_de
        lus = [par_code.get(nom[1:]) if nom.startswith(SIENNE) else par_id.get(nom) for nom in noms]
        return self.choisir(rang for rang in lus if rang is not None), lus.count(None)

    def lire(self, texte: str) -> tuple[Coches, str]:
        """The set that a text names, and a French notice for what is not there; empty when all is.

        Args:
            texte: Codes, marked bits, or ids with commas between them; anything else is refused.
        """
        if texte.startswith("~"):
            return self._des_bits(texte[1:].split("~"))
        ids = texte.split(",")
        if all(_IDENTIFIANT.fullmatch(un) for un in ids):
            return self._connus(list(map(self.rang_de.get, ids)))
        if not _CODES.fullmatch(texte):
            return Coches(), "Les projets cochés de ce lien sont illisibles : aucun n’est coché."
        codes = [texte[i : i + SIGNES] for i in range(0, len(texte), SIGNES)]
        return self._connus(list(map(self.rang_du_code.get, codes)))

    def _noms(self) -> list[str]:
        """What each row is called for good: its id, or the content of a row that has only a place."""
        noms = list(self.ids)
        siennes = self.table.iloc[self.publies :].reindex(columns=CONTENU).fillna("").astype(str)
        noms[self.publies :] = ["\x1f".join(ligne) for ligne in siennes.itertuples(index=False)]
        return noms

    def _ecrire(self, rangs: Sequence[int]) -> str:
        if len(rangs) <= EN_CODES:
            codes = self.codes
            return "".join(codes[rang] for rang in rangs)
        ecrits = ["", self._bits(rangs, 0, self.publies)]
        if rangs[-1] >= self.publies:
            ecrits.append(self._bits(rangs, self.publies, len(self.ids)))
        return "~".join(ecrits)

    def _bits(self, rangs: Sequence[int], de: int, a: int) -> str:
        pris = np.zeros(a - de, dtype=np.bool_)
        pris[[rang - de for rang in rangs if de <= rang < a]] = True
        serres = zlib.compress(np.packbits(pris, bitorder="little").tobytes(), 9)
        return self._marque(de, a) + base64.urlsafe_b64encode(serres).decode().rstrip("=")

    def _marque(self, de: int, a: int) -> str:
        """What tells these rows from those of another extract."""
        empreinte = hashlib.sha256("".join(self.codes[de:a]).encode()).digest()
        return base64.urlsafe_b64encode(empreinte).decode()[:MARQUE]

    def _des_bits(self, parties: Sequence[str]) -> tuple[Coches, str]:
        bornes = [(0, self.publies), (self.publies, len(self.table))]
        rangs: list[int] = []
        manque = len(parties) > PARTIES
        for (de, a), partie in zip(bornes, parties, strict=False):
            lus = self._lire_les_bits(partie, de, a)
            manque |= lus is None
            rangs += [] if lus is None else (lus + de).tolist()
        avis = (
            "Ce lien coche des projets d’une autre version des données, ou d’une liste qui n’est pas ouverte "
            "ici : ceux-là ne sont pas cochés."
        )
        return self.choisir(rangs), avis if manque else ""

    def _lire_les_bits(self, partie: str, de: int, a: int) -> npt.NDArray[np.int64] | None:
        """Places of the rows of one set; None when it is of another extract, or no such set."""
        if partie[:MARQUE] != self._marque(de, a) or a == de:
            return None
        try:
            serres = base64.b64decode(
                partie[MARQUE:] + "=" * (-len(partie[MARQUE:]) % 4), b"-_", validate=True
            )
            octets = zlib.decompressobj().decompress(serres, OCTETS_MAX)
        except (ValueError, zlib.error):
            return None
        if len(octets) != -(-(a - de) // 8):
            return None
        lus: npt.NDArray[Any] = np.unpackbits(
            np.frombuffer(octets, dtype=np.uint8), count=a - de, bitorder="little"
        )
        return np.flatnonzero(lus)

    def _connus(self, rangs: Sequence[int | None]) -> tuple[Coches, str]:
        trouves = {rang for rang in rangs if rang is not None}
        perdus = sum(rang is None for rang in rangs)
        dit = accorder(perdus, "projet coché de ce lien n’est", "projets cochés de ce lien ne sont")
        return self.choisir(trouves), f"{dit} pas parmi ceux de la page." if perdus else ""


def _code(nom: str) -> str:
    empreinte = hashlib.sha256(nom.encode("utf-8", errors="replace")).digest()
    return base64.urlsafe_b64encode(empreinte).decode()[:SIGNES]


def repertoire(projets: pd.DataFrame) -> Repertoire:
    """The projects of a table; nothing is reckoned before an address asks for it.

    Args:
        projets: Rows of `geo.projets.ensemble`, those of a reader's list last.
    """
    return Repertoire(table=projets)


class ProjetsCoches(Sorte):
    """Ticked projects of a table."""

    longueur_max: Final = LONGUEUR_MAX
    motif: Final = r"[A-Za-z0-9_~,-]+"

    def __init__(self, connus: Repertoire) -> None:
        """Take those of this table."""
        self.connus = connus

    def accepte(self, valeur: str) -> bool:
        """Whether it is written with our signs; which projects it names is told when it is understood."""
        return len(valeur) <= self.longueur_max and bool(re.fullmatch(self.motif, valeur))

    def comprendre(self, valeur: str, dire: Dire) -> Coches:
        """The projects that are there; the others are told."""
        coches, avis = self.connus.lire(valeur.strip())
        if avis:
            dire(avis)
        return coches
