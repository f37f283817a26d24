"""The log as one JSON object per line, for machines that gather logs: `ATLAS_JOURNAL=json`.

Nothing in it tells who the reader is or what he looks at: no address of a reader, no query (it may hold what
he searched), no cookie, no browser. An answer is a method, a family of addresses, a status and a duration.
"""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime
from typing import Final

__all__ = ["EnJson", "dire", "installer"]

VARIABLE: Final = "ATLAS_JOURNAL"
SOURCES: Final = ("atlas", "streamlit", "uvicorn", "uvicorn.error", "uvicorn.access")
"""Loggers that write in this form; the last one is silenced, since it writes addresses of readers."""

ACCES: Final = "uvicorn.access"
reponses = logging.getLogger("atlas.reponses")


class EnJson(logging.Formatter):
    """One JSON object per record: `quand` (UTC), `niveau`, `source`, `message`, and what the record adds."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line; a trace of an error stands in `trace`."""
        ligne: dict[str, object] = {
            "quand": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "source": record.name,
            "message": record.getMessage(),
        }
        ligne |= getattr(record, "reponse", {})
        if record.exc_info:
            ligne["trace"] = self.formatException(record.exc_info)
        return json.dumps(ligne, ensure_ascii=False)


def installer() -> bool:
    """Write the log in JSON when the environment asks for it; tell whether it does."""
    if os.environ.get(VARIABLE) != "json":
        return False
    sortie = logging.StreamHandler()
    sortie.setFormatter(EnJson())
    for nom in SOURCES:
        source = logging.getLogger(nom)
        source.handlers, source.propagate = ([] if nom == ACCES else [sortie]), False
    logging.getLogger("uvicorn.error").handlers = []
    logging.getLogger("uvicorn.error").propagate = True
    reponses.setLevel(logging.INFO)
    return True


def dire(methode: str, famille: str, statut: int, duree: float) -> None:
    """Log one answer; silent unless `installer` was told to."""
    reponses.log(
        logging.INFO,
        "réponse",
        extra={
            "reponse": {
                "methode": methode,
                "famille": famille,
                "statut": statut,
                "millisecondes": round(duree * 1000, 1),
            }
        },
    )
