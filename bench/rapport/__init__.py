"""`docs/mesures.md`: what was measured of the atlas, when, and by what."""
