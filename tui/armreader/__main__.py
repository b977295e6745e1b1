"""``python -m armreader``."""

import sys

from armreader.cli import main

if __name__ == "__main__":
    sys.exit(main())
