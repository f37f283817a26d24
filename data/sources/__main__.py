"""`python -m data.sources`: tells where each raw source is, and fetches what is asked for."""

import sys

from data.sources.emplacement import main

if __name__ == "__main__":
    sys.exit(main())
