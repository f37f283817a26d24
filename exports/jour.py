"""The day that a file bears: one clock for the pages and the open data.

A file made twice on one day is the same file: nothing finer than the day is written in it.
"""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["aujourd_hui"]


def aujourd_hui() -> str:
    """The day of a file that is made now, « 2021-11-21 », in universal time: the same on every server."""
    return datetime.now(UTC).strftime("%Y-%m-%d")
