"""`python -m tests.fuzz -runs=20000`: atheris looks for a text that breaks an address or an import.

It follows the branches of the readers' code (`components`, `geo`, `data`), where hypothesis, in the tests,
only draws texts. It stops at the first error and writes the input that made it. Where atheris has no package,
`python -m tests.fuzz --hypothesis 20000` draws the same inputs without looking at the branches.

However it ends, the last line tells it to a program: `{"entrees": N, "secondes": S, "erreurs": 0}`.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import time
from contextlib import contextmanager, nullcontext
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Lecture = Callable[[], object]

SANS_ATHERIS = "--hypothesis"
"""Word of the command that asks for hypothesis; the number of inputs follows it."""

COMMANDE = ("-runs=20000", "-max_len=2000", "-len_control=10")
"""What atheris is told when the command says nothing: long inputs early, since a list has many bytes."""

ABSENT = (
    "atheris n’est pas installé : `pip install atheris==3.0.0`, ou `python -m tests.fuzz --hypothesis 20000`."
)

TEXTE_MAX = 60
"""Characters of a drawn text."""

FORME = struct.Struct("qq")
"""Inputs read, inputs that raised."""


class Compte:
    """What was read so far, in memory that a child shares with its parent."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.memoire = mmap.mmap(-1, FORME.size)
        self.depart = time.perf_counter()

    @property
    def entrees(self) -> int:
        """Inputs."""
        return int(FORME.unpack_from(self.memoire)[0])

    @property
    def erreurs(self) -> int:
        """Inputs that raised."""
        return int(FORME.unpack_from(self.memoire)[1])

    @contextmanager
    def compter(self) -> Iterator[None]:
        """Count one input as an error until it has been read."""
        entrees, erreurs = self.entrees, self.erreurs
        FORME.pack_into(self.memoire, 0, entrees + 1, erreurs + 1)
        yield
        FORME.pack_into(self.memoire, 0, entrees + 1, erreurs)

    def ligne(self) -> str:
        """The last line."""
        secondes = round(time.perf_counter() - self.depart, 1)
        return json.dumps({"entrees": self.entrees, "secondes": secondes, "erreurs": self.erreurs})


def cibles(suivi: Any = None) -> Any:
    """The module `tests.cibles`, imported under what follows its branches."""
    with suivi or nullcontext():
        return import_module("tests.cibles")


def avec_atheris(arguments: list[str], compte: Compte) -> None:
    """Let atheris draw until it has done, or an input raises; it ends the process itself."""
    import atheris  # noqa: PLC0415  not on every machine

    lues = cibles(atheris.instrument_imports(include=["components", "geo", "data.liste"]))

    def essayer(octets: bytes) -> None:
        """One input: what to read is drawn from the first byte, the texts from the others."""
        tirage = atheris.FuzzedDataProvider(octets)
        rang = tirage.ConsumeIntInRange(0, len(lues.ADRESSES) + len(lues.IMPORTS) - 1)
        with compte.compter():
            if rang >= len(lues.ADRESSES):
                nom = lues.IMPORTS[rang - len(lues.ADRESSES)]
                lues.importer(nom, tirage.ConsumeBytes(tirage.remaining_bytes()))
                return
            mots = lues.MOTS[lues.ADRESSES[rang]]
            textes = {mot: tirage.ConsumeUnicode(TEXTE_MAX) for mot in mots if tirage.ConsumeBool()}
            lues.lire_adresse(lues.ADRESSES[rang], textes)

    atheris.Setup([sys.argv[0], *arguments], essayer)
    atheris.Fuzz()


def a_part(faire: Callable[[], None]) -> int:
    """Do it in a child, since atheris leaves by the back door; how the child ended."""
    sys.stdout.flush()
    enfant = os.fork()
    if not enfant:
        try:
            faire()
        finally:
            os._exit(1)  # an error of ours: atheris has its own ways out
    return os.waitstatus_to_exitcode(os.waitpid(enfant, 0)[1])


def lectures(lues: Any) -> st.SearchStrategy[Lecture]:
    """What atheris draws too: a page with some of its words, or a file to import."""
    textes = st.text(st.characters(), max_size=TEXTE_MAX)
    adresses = st.sampled_from(lues.ADRESSES).flatmap(
        lambda page: st.builds(
            lambda parametres: lambda: lues.lire_adresse(page, parametres),
            st.fixed_dictionaries({}, optional=dict.fromkeys(lues.MOTS[page], textes)),
        )
    )
    fichiers = st.builds(
        lambda nom, octets: lambda: lues.importer(nom, octets),
        st.sampled_from(lues.IMPORTS),
        st.binary(max_size=4_000),
    )
    return adresses | fichiers


def avec_hypothesis(entrees: int, compte: Compte) -> None:
    """Draw that many inputs; the first error stops the draw and is raised."""

    @settings(
        max_examples=entrees,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(lectures(cibles()))
    def essayer(lire: Lecture) -> None:
        with compte.compter():
            lire()

    essayer()


def principal(arguments: list[str]) -> int:
    """Draw as the command asks; 0 when nothing raised."""
    compte = Compte()
    sortie = 1
    try:
        if arguments[:1] == [SANS_ATHERIS]:
            avec_hypothesis(int(arguments[1]), compte)
            sortie = 0
        elif find_spec("atheris") is None:
            sys.stderr.write(f"{ABSENT}\n")
        else:
            sortie = a_part(lambda: avec_atheris(arguments or list(COMMANDE), compte))
    finally:
        sys.stderr.flush()
        sys.stdout.write(f"\n{compte.ligne()}\n")
    return sortie


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
