"""An answer made once, whole and compressed, with the headers that a program needs to come back."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from service.ouvertes.lecture import bornes

if TYPE_CHECKING:
    from service.ouvertes.adresses import Adresse
    from service.ouvertes.contenu import Contenu
    from service.ouvertes.lecture import Demande
    from service.ouvertes.matiere import Matiere

__all__ = ["LICENCE_EN_LIGNE", "LIGNES", "PARTAGE", "TEXTE", "Reponse", "repondre"]

LICENCE_EN_LIGNE: Final = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
"""Where the licence stands: said to programs, never fetched."""

LIGNES: Final = "x-total-count"
"""Header with the number of rows in all, whatever the page."""

PARTAGE: Final = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Disposition, ETag, Link, X-Total-Count",
}
"""Any page of any site may read these addresses; they take no cookie and change nothing."""

TEXTE: Final = "; charset=utf-8"
NIVEAU: Final = 6


@dataclass(frozen=True, kw_only=True)
class Reponse:
    """A body in both forms that are sent.

    Attributes:
        octets: The body.
        comprime: The same, compressed by gzip once.
        somme: What its content is known by.
        entetes: HTTP headers, those of the form left out.
    """

    octets: bytes
    comprime: bytes
    somme: str
    entetes: dict[str, str]

    @classmethod
    def de(cls, octets: bytes, entetes: dict[str, str]) -> Reponse:
        """The answer with this body."""
        comprime = gzip.compress(octets, NIVEAU, mtime=0)
        somme = hashlib.sha256(octets).hexdigest()[:24]
        return cls(octets=octets, comprime=comprime, somme=somme, entetes={**PARTAGE, **entetes})

    @property
    def poids(self) -> int:
        """Bytes that it holds in memory."""
        return len(self.octets) + len(self.comprime)

    def etiquette(self, *, compresse: bool) -> str:
        """The strong ETag of one of its forms."""
        return f'"{self.somme}-gzip"' if compresse else f'"{self.somme}"'

    def connue(self, condition: str) -> bool:
        """Whether the client already has it, in either form (`If-None-Match`)."""
        connues = {etiquette.strip().removeprefix("W/") for etiquette in condition.split(",")}
        formes = {self.etiquette(compresse=compresse) for compresse in (True, False)}
        return "*" in connues or not formes.isdisjoint(connues)


def repondre(adresse: Adresse, matiere: Matiere, demande: Demande) -> Reponse:
    """The answer of an address to a query whose values are all known."""
    contenu = adresse.faire(matiere, demande)
    type_ = adresse.types[0]
    return Reponse.de(
        contenu.octets,
        {
            "content-type": type_ + (TEXTE if type_.startswith("text/") else ""),
            "content-disposition": f'attachment; filename="{contenu.nom}"',
            LIGNES: str(contenu.total),
            "link": ", ".join(_liens(adresse, matiere, demande, contenu)),
        },
    )


def _liens(adresse: Adresse, matiere: Matiere, demande: Demande, contenu: Contenu) -> list[str]:
    """Where to go from here, relative to the address: the page before, the next one, licence, description."""
    depuis, fin = bornes(demande, adresse.parametres(matiere))
    liens = []
    if depuis:
        debut = max(0, depuis - (fin - depuis))
        liens.append(_lien(adresse, demande, debut, min(fin - depuis, depuis), "prev"))
    if fin < contenu.total:
        liens.append(_lien(adresse, demande, fin, fin - depuis, "next"))
    return [
        *liens,
        f'<{LICENCE_EN_LIGNE}>; rel="license"',
        '<openapi.json>; rel="service-desc"',
        '<../donnees>; rel="service-doc"',
    ]


def _lien(adresse: Adresse, demande: Demande, depuis: int, limite: int, relation: str) -> str:
    suite = {**demande, "depuis": (str(depuis),), "limite": (str(limite),)}
    return f'<{adresse.fichier}?{urlencode(suite, doseq=True)}>; rel="{relation}"'
