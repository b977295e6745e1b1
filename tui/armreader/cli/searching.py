"""The command that searches a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.cli.command import INCOMPLETE
from armreader.cli.printing import (
    chosen_paths,
    exit_code,
    open_paths,
    print_json,
    print_lines,
    terminal_width,
)
from armreader.home.standard_error import tell

if TYPE_CHECKING:
    from argparse import Namespace


def search(options: Namespace) -> int:
    """Print what matches the query, best first; 1 where nothing does."""
    from armreader.cli.notes import bookmarked_quotes
    from armreader.cli.printed_search import hits_object, hits_table
    from armreader.cli.table import table_lines
    from armreader.search.find import SearchIndex

    dossier = open_paths(chosen_paths(options))
    bookmarked = bookmarked_quotes(options, dossier)
    result = SearchIndex(dossier).search(options.query, bookmarked=bookmarked)
    if result.hint:
        tell(result.hint)
    if options.json:
        print_json(hits_object(dossier, result))
    else:
        print_lines(table_lines(hits_table(dossier, result), terminal_width()))
    return exit_code(dossier) if result.hits else INCOMPLETE
