"""`python -m tests.fuzz -runs=20000`: atheris looks for a text that breaks an address or an import.

It follows the branches of the readers' code (`components`, `geo`, `data`), where hypothesis, in the tests,
only draws texts. It stops at the first error and writes the input that made it.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["components", "geo", "data.liste"]):
    from tests.cibles import ADRESSES, IMPORTS, MOTS, importer, lire_adresse


def essayer(octets: bytes) -> None:
    """One input: what to read is drawn from the first byte, the texts from the others."""
    tirage = atheris.FuzzedDataProvider(octets)
    rang = tirage.ConsumeIntInRange(0, len(ADRESSES) + len(IMPORTS) - 1)
    if rang >= len(ADRESSES):
        importer(IMPORTS[rang - len(ADRESSES)], tirage.ConsumeBytes(tirage.remaining_bytes()))
        return
    page = ADRESSES[rang]
    lire_adresse(page, {mot: tirage.ConsumeUnicode(60) for mot in MOTS[page] if tirage.ConsumeBool()})


if __name__ == "__main__":
    atheris.Setup(sys.argv, essayer)
    atheris.Fuzz()
