"""`python -m data.couches`: makes the map layers from the processed tables."""

import sys

from data.couches.magasin import principal

if __name__ == "__main__":
    sys.exit(principal())
