"""Whatever happens while a page is drawn, a reader gets French and the log gets the trace.

`app.py` holds it around a whole page; a page whose body is a fragment holds it inside as well, since
Streamlit runs a fragment on its own and would show its English traceback.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from components.cadre import coquille
from erreurs import FichierIllisible

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["en_francais"]


@contextmanager
def en_francais(page: str) -> Iterator[None]:
    """Turn what goes wrong inside into a message on the page.

    Args:
        page: Name of the page, for the log.
    """
    try:
        yield
    except FichierIllisible as erreur:
        coquille.erreur_de_donnees(erreur)
    except Exception:
        logging.getLogger("atlas").exception("La page « %s » s’est arrêtée.", page)
        coquille.erreur_imprevue()
