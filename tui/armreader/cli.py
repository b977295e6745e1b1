"""Arguments to the app, or to a printed report."""

from __future__ import annotations

import argparse
import sys

from armreader.pipeline import open_dossier
from armreader.report.export_json import export_json


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="armreader")
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export")
    export.add_argument("paths", nargs="+")
    export.add_argument("--format", default="json")
    options = parser.parse_args(arguments)
    sys.stdout.write(export_json(open_dossier(options.paths)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
