"""CSV and its cousins: separator detected, quotes, rows too long, titles above the header.

The standard reader is used on the whole file: rows keep their place, even broken ones, so that each can be
named by the line where a spreadsheet shows it.
"""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import Final

from data.liste.brut import LIGNES_MAX, Brut, ListeRefusee
from data.liste.encodages import decoder
from data.liste.grille import depuis_la_grille
from francais import nombre

__all__ = ["lire_texte"]

SEPARATEURS: Final = {";": "point-virgule", "\t": "tabulation", ",": "virgule", "|": "barre verticale"}
"""Separators that are known, the most French first."""

_ESSAI: Final = 50
"""Records that are read to choose the separator."""

_DEBUT: Final = 200_000
"""Characters among which they are looked for."""


def lire_texte(octets: bytes, nom: str) -> Brut:
    """Read a CSV: encoding and separator found, header line found.

    Raises:
        ListeRefusee: No readable text, no table in it, or a quote that is never closed.
    """
    lu = decoder(octets, nom)
    texte, annonce = _sans_annonce(lu.texte)
    separateur = annonce or _separateur(texte)
    lignes = _enregistrements(texte, separateur, nom)
    reconnu = f"Lu comme un texte {lu.encodage}, séparateur : {SEPARATEURS[separateur]}."
    return depuis_la_grille(
        lignes, nom=nom, forme="CSV", avis=(reconnu, *lu.avis), decalage=int(bool(annonce))
    )


def _sans_annonce(texte: str) -> tuple[str, str]:
    """The text without Excel's first line « sep=; », and that separator."""
    premiere, _, reste = texte.partition("\n")
    annonce = premiere.strip("\r\"' ").lower()
    if annonce.startswith("sep=") and annonce[4:5] in SEPARATEURS:
        return reste, annonce[4:5]
    return texte, ""


def _separateur(texte: str) -> str:
    """The separator that cuts the first records into most columns, in the most regular way."""

    def regularite(signe: str) -> tuple[int, int]:
        try:
            lus = list(islice(csv.reader(io.StringIO(texte[:_DEBUT], newline=""), delimiter=signe), _ESSAI))
        except csv.Error:
            return 0, 0
        tailles = [len(ligne) for ligne in lus if any(ligne)]
        courante = max(set(tailles), key=lambda t: (tailles.count(t) * (t > 1), t), default=0)
        return (tailles.count(courante), courante) if courante > 1 else (0, 0)

    return max(SEPARATEURS, key=regularite)


def _enregistrements(texte: str, separateur: str, nom: str) -> list[list[str]]:
    lecteur = csv.reader(io.StringIO(texte, newline=""), delimiter=separateur)
    lignes: list[list[str]] = []
    try:
        for ligne in lecteur:
            lignes.append(ligne)
            if len(lignes) > 2 * LIGNES_MAX:
                raise ListeRefusee(
                    f"Le fichier « {nom} » a plus de {nombre(LIGNES_MAX)} lignes. "
                    "Partagez-le en plusieurs fichiers."
                )
    except csv.Error as erreur:
        raise ListeRefusee(
            f"Le fichier « {nom} » ne se lit plus à partir de la ligne {len(lignes) + 1} : un guillemet "
            "y est sans doute resté ouvert. Corrigez cette ligne, puis déposez-le de nouveau."
        ) from erreur
    return lignes
