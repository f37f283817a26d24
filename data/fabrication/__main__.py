"""`python -m data.fabrication`: builds the processed tables from the raw sources."""

import sys

from data.fabrication.construction import main

if __name__ == "__main__":
    sys.exit(main())
