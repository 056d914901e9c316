"""``python -m praxidesk``: the command line."""

import sys

from praxidesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
