"""What may happen to a file: cut to its half, one byte altered, taken away."""

from __future__ import annotations

__all__ = ["alterer", "couper", "supprimer"]


def couper(chemin):
    chemin.write_bytes(chemin.read_bytes()[: chemin.stat().st_size // 2])


def alterer(chemin):
    octets = bytearray(chemin.read_bytes())
    octets[len(octets) // 2] ^= 0xFF
    chemin.write_bytes(bytes(octets))


def supprimer(chemin):
    chemin.unlink()
