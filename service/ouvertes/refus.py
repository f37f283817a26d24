"""A request that cannot be answered, said so that its author can mend it: « problem details » (RFC 9457)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final

from erreurs import DemandeRefusee

__all__ = ["TITRES", "TYPE_PROBLEME", "Faute", "Refus"]

TYPE_PROBLEME: Final = "application/problem+json"

TITRES: Final = {
    400: "La demande n’est pas comprise",
    404: "Cela n’existe pas",
    405: "Cette méthode n’est pas permise",
    406: "Ce format n’est pas servi à cette adresse",
    422: "La demande est comprise, mais elle n’a pas de sens",
    500: "L’atlas s’est trompé",
    503: "Les données ne sont pas disponibles",
}
"""HTTP status -> what it means here."""


@dataclass(frozen=True, kw_only=True)
class Faute:
    """One fault of a request.

    Attributes:
        parametre: Word of the parameter, cut and made printable when it comes from the request.
        valeur: The value, cut and made printable; empty when the fault is not in one value.
        remede: What to write instead, in French.
    """

    parametre: str
    valeur: str = ""
    remede: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Refus(DemandeRefusee):
    """Why a request has no answer.

    Attributes:
        statut: HTTP status, among `TITRES`.
        detail: What is wrong and how to mend it, in French.
        fautes: The parameters at fault.
        entetes: HTTP headers to send along.
    """

    statut: int
    detail: str
    fautes: tuple[Faute, ...] = ()
    entetes: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """What is wrong and how to mend it."""
        return self.detail

    def octets(self) -> bytes:
        """The body of the answer."""
        corps: dict[str, Any] = {
            "type": "about:blank",
            "title": TITRES[self.statut],
            "status": self.statut,
            "detail": self.detail,
        }
        if self.fautes:
            corps["fautes"] = [
                {"parametre": f.parametre, "valeur": f.valeur, "remede": f.remede} for f in self.fautes
            ]
        return json.dumps(corps, ensure_ascii=False).encode()
