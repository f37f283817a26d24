"""The counter of the open data: every request to `/donnees…` is answered here, well or with its reason.

Nothing is computed on the event loop. Long answers are made by a few threads of their own, so that programs
that ask for much never take the threads from the readers of the pages.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, ParamSpec

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response

from erreurs import FichierIllisible
from memoire import garde
from service.ouvertes.adresses import PREFIXE, adresses
from service.ouvertes.lecture import lire
from service.ouvertes.negociation import accepte, veut_gzip
from service.ouvertes.refus import TYPE_PROBLEME, Refus
from service.ouvertes.reponses import PARTAGE, Reponse, repondre

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import Receive, Scope, Send

    from memoire import Gardee
    from service.ouvertes.adresses import Adresse
    from service.ouvertes.matiere import Matiere

    Document = Callable[[Matiere], Reponse]

P = ParamSpec("P")

__all__ = ["METHODES", "Guichet"]

METHODES: Final = "GET, HEAD, OPTIONS"
FILS: Final = 2
"""Answers made at the same time; the others wait."""

ATTENTE_MAX: Final = 100
"""Answers that wait to be made, at most."""

PLACES: Final = 64
OCTETS: Final = 24_000_000
"""Answers kept, and their weight in all: anybody may ask for a million combinations of parameters."""

DOCUMENTS: Final = 8
"""Documents without parameter that are kept: more than there are."""

PREALABLE: Final = {
    **PARTAGE,
    "allow": METHODES,
    "access-control-allow-methods": METHODES,
    "access-control-allow-headers": "Accept, If-None-Match",
    "access-control-max-age": "86400",
}
"""What a browser is told before it asks for another site's page."""

journal = logging.getLogger("atlas")


class Guichet:
    """ASGI app of the open data."""

    def __init__(self, matiere: Callable[[], Matiere], documents: Mapping[str, Document]) -> None:
        """Answer from what `matiere` opens.

        Args:
            matiere: What opens the atlas, once for all.
            documents: Path -> what makes a document that takes no parameter (the page, the description).
        """
        self.matiere = matiere
        self.documents = documents
        self.adresses = {adresse.chemin: adresse for adresse in adresses()}
        self._fils = ThreadPoolExecutor(FILS, thread_name_prefix="donnees")
        self._en_attente = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        entetes = Headers(scope=scope)
        try:
            reponse = await self._repondre(scope, entetes)
        except Refus as refus:
            reponse = _refuser(refus)
        except FichierIllisible as erreur:
            journal.error("%s", erreur)
            reponse = _refuser(Refus(statut=503, detail=str(erreur)))
        except Exception:  # noqa: BLE001  whatever it is, the client gets a problem in French
            journal.exception("Données ouvertes")
            detail = "Cette demande a arrêté l’atlas. Le détail est dans le journal du serveur."
            reponse = _refuser(Refus(statut=500, detail=detail))
        if scope["method"] == "HEAD":
            reponse.body = b""
        await reponse(scope, receive, send)

    async def _repondre(self, scope: Scope, entetes: Headers) -> Response:
        chemin = scope["path"].removeprefix(scope.get("root_path", ""))
        if chemin == f"{PREFIXE}/":
            return Response(status_code=308, headers={**PARTAGE, "location": f"..{PREFIXE}"})
        adresse = self.adresses.get(chemin)
        if adresse is None and chemin not in self.documents:
            connues = ", ".join([*self.documents, *self.adresses])
            raise Refus(statut=404, detail=f"Cette adresse n’existe pas. Les adresses : {connues}.")
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers=PREALABLE)
        if scope["method"] not in METHODES.split(", "):
            detail = f"Cette adresse se lit seulement : {METHODES}."
            raise Refus(statut=405, detail=detail, entetes={"allow": METHODES})
        if adresse is None:
            matiere = await run_in_threadpool(self.matiere)
            return _envoyer(await self._faire(document, matiere, self.documents[chemin]), entetes)
        if not accepte(entetes.get("accept", ""), adresse.types):
            detail = f"Cette adresse donne {adresse.types[0]} : demandez ce type, ou ne demandez rien."
            raise Refus(statut=406, detail=detail)
        return _envoyer(await self._donner(adresse, scope["query_string"]), entetes)

    async def _donner(self, adresse: Adresse, requete: bytes) -> Reponse:
        matiere = await run_in_threadpool(self.matiere)
        demande = await run_in_threadpool(lambda: lire(requete, adresse.parametres(matiere)))
        return await self._faire(reponse, matiere, adresse, adresse.version(), tuple(demande.items()))

    async def _faire(self, gardee: Gardee[P, Reponse], *args: P.args, **kwargs: P.kwargs) -> Reponse:
        """The answer that is kept, or made by one of the threads and kept."""
        if (connue := gardee.connue(*args, **kwargs)) is not None:
            return connue
        if self._en_attente >= ATTENTE_MAX:
            detail = "Trop de demandes attendent en ce moment : revenez dans quelques secondes."
            raise Refus(statut=503, detail=detail, entetes={"retry-after": "5"})
        self._en_attente += 1
        try:
            boucle = asyncio.get_running_loop()
            return await boucle.run_in_executor(self._fils, lambda: gardee(*args, **kwargs))
        finally:
            self._en_attente -= 1


def _peser(faite: Reponse) -> int:
    """A share of the room, so that answers are bounded in number too; the heaviest find no room at all."""
    return max(faite.poids, OCTETS // PLACES) if faite.poids <= OCTETS // 4 else OCTETS + 1


@garde(taille=OCTETS, peser=_peser)
def reponse(
    matiere: Matiere, adresse: Adresse, _version: str, demande: tuple[tuple[str, tuple[str, ...]], ...]
) -> Reponse:
    """The answer of an address, kept for the next one who asks the same.

    Args:
        matiere: What it is made from.
        adresse: The address.
        _version: What changes it beside the data and the query.
        demande: The values that are asked for, by parameter, in the order of the parameters.
    """
    return repondre(adresse, matiere, dict(demande))


@garde(taille=DOCUMENTS)
def document(matiere: Matiere, faire: Document) -> Reponse:
    """A document that takes no parameter."""
    return faire(matiere)


def _envoyer(reponse: Reponse, entetes: Headers) -> Response:
    """The form that the client takes, or nothing but « 304 » when it has it."""
    compresse = veut_gzip(entetes.get("accept-encoding", ""))
    communs = {
        **reponse.entetes,
        "etag": reponse.etiquette(compresse=compresse),
        "cache-control": "public, no-cache",
        "vary": "Accept, Accept-Encoding",
    }
    if reponse.connue(entetes.get("if-none-match", "")):
        return Response(status_code=304, headers=communs)
    if compresse:
        return Response(reponse.comprime, headers={**communs, "content-encoding": "gzip"})
    return Response(reponse.octets, headers=communs)


def _refuser(refus: Refus) -> Response:
    entetes = {**PARTAGE, "cache-control": "no-store", **refus.entetes}
    return Response(refus.octets(), status_code=refus.statut, media_type=TYPE_PROBLEME, headers=entetes)
