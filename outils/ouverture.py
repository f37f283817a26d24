"""Opens the reader's browser once the app answers: `make run` ends on the map, not on a line in a terminal.

Runs beside the server, as a process of its own, because the server takes the place of the set-up (same
process, so that signals reach it). Usage: `python -m outils.ouverture 8501`.
"""

from __future__ import annotations

import http.client
import os
import sys
import time
import webbrowser

PATIENCE = 60.0
"""Seconds to wait for the server's first answer."""


def souhaitee() -> bool:
    """Whether somebody sits in front of a screen: a terminal, a desktop, and no `OUVRIR=non`."""
    if os.environ.get("OUVRIR") == "non" or os.environ.get("CI") or not sys.stdout.isatty():
        return False
    bureau = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(bureau) or sys.platform in {"win32", "darwin"}


def repond(port: int) -> bool:
    """Whether an HTTP server answers on this port of this machine."""
    connexion = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        connexion.request("GET", "/_stcore/health")
        return connexion.getresponse().status < http.client.BAD_REQUEST
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connexion.close()


def ouvrir(port: int) -> None:
    """Open the app in the browser as soon as it answers; give up silently after `PATIENCE` seconds."""
    limite = time.monotonic() + PATIENCE
    while time.monotonic() < limite:
        if repond(port):
            webbrowser.open(f"http://localhost:{port}")
            return
        time.sleep(0.3)


if __name__ == "__main__":
    ouvrir(int(sys.argv[1]))
