"""The command that checks the tables of words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from armreader.cli.command import DONE, INCOMPLETE
from armreader.home.standard_error import tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def folder(parser: ArgumentParser) -> None:
    """The folder of the tables to check."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="a copy of language/en that you correct (default: the tables in use)",
    )


def check_words(options: Namespace) -> int:
    """Print every mistake in the tables, one a line, with file and line."""
    from armreader.language import FOLDER
    from armreader.language.checking import faults

    found = 0
    for fault in faults(known_words(), options.folder or FOLDER):
        tell(str(fault))
        found += 1
    return INCOMPLETE if found else DONE


def known_words() -> Mapping[str, Collection[str]]:
    """The names in the program that tables refer to."""
    from armreader.extraction.quantities.units import UNITS
    from armreader.extraction.times.lexicon import UNLISTED
    from armreader.extraction.times.meaning import BUILDERS
    from armreader.language import entries
    from armreader.reading.containers.unpack import OPENERS

    dimensions = {dimension.split()[0] for _, dimension, _ in UNITS.values()} | {"count"}
    return {
        "builder": BUILDERS.keys(),
        "word class": UNLISTED,
        "kind of file": OPENERS.keys() | entries("reading/unread_kinds") | {"part"},
        "dimension": dimensions | {f"{one} rate" for one in dimensions},
    }
