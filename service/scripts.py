"""Names the scripts that stand inside a page, so that the browser runs these and no other.

A page of Streamlit is a file: no nonce can be put in it for each answer. But its inline scripts are known
here, once the page is whole; the security policy carries their SHA-256, and whatever another hand puts into
the page stays text.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

__all__ = ["annoncer", "annonces", "empreintes"]

EN_LIGNE: Final = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
CLE: Final = "atlas.scripts"
"""Where the middleware that writes the page leaves the sums for the one that writes the headers."""


def empreintes(page: bytes) -> tuple[str, ...]:
    """The inline scripts of an HTML page as sources of a Content-Security-Policy, in their order."""
    return tuple(f"'sha256-{_somme(script)}'" for script in EN_LIGNE.findall(page))


def _somme(script: bytes) -> str:
    """SHA-256 of a script as the browser reads it, whose ends of lines are all the same."""
    lu = script.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return b64encode(hashlib.sha256(lu).digest()).decode()


def annoncer(scope: MutableMapping[str, Any], page: bytes) -> None:
    """Leave the sums of the scripts of `page` in the scope of its request."""
    scope[CLE] = empreintes(page)


def annonces(scope: MutableMapping[str, Any]) -> tuple[str, ...]:
    """What `annoncer` left; nothing when the answer is no page of ours."""
    sommes: tuple[str, ...] = scope.get(CLE, ())
    return sommes
