"""The command that searches a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from armreader.cli.command import DONE, FAILED, INCOMPLETE
from armreader.cli.printing import chosen_paths, print_json, print_lines, terminal_width
from armreader.home.standard_error import tell

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence


def search(options: Namespace) -> int:
    """Print what matches the query, best first; 1 if nothing does, 2 if it asks for nothing."""
    from armreader.cli.notes import bookmarked_quotes
    from armreader.cli.printed_search import hit_cards, hits_object, hits_table
    from armreader.cli.table import table_lines
    from armreader.home.folders import places
    from armreader.opening.searching import search_index
    from armreader.records.collecting import no_collecting
    from armreader.search.query import parse
    from armreader.store.store import Store

    _set_in_order(options)
    query = parse(options.query)
    if not (query.terms or query.filters):
        tell(query.hint)
        return FAILED
    with Store(places().store) as store, no_collecting():
        paths = chosen_paths(options)
        index, problems = search_index(paths, places(), store, lambda: _advise(paths))
        for problem in problems:
            tell(f"{problem.file}: {problem.message}")
        if not index.lines.contents.articles:
            tell("no article could be opened")
            return FAILED
        bookmarked = (
            bookmarked_quotes(options, index)
            if any(one.name == "is" for one in query.filters)
            else frozenset()
        )
        result = index.search(options.query, limit=options.top, bookmarked=bookmarked)
        if result.hint:
            tell(result.hint)
        if options.json:
            print_json(hits_object(result))
        elif (width := terminal_width()) is None:
            print_lines(table_lines(hits_table(result), width))
        else:
            print_lines(hit_cards(result, width, ids=options.ids))
    if not result.hits or problems:
        return INCOMPLETE
    return DONE


def _advise(paths: Sequence[str]) -> None:
    """What to do instead, where a whole library is about to be opened as one dossier."""
    from armreader.home.folders import places
    from armreader.store.indexed import holds_stories

    if holds_stories(places().store, paths):
        tell("opening all of this library as one dossier; --library searches without opening it")


def _set_in_order(options: Namespace) -> None:
    """Take the query from behind the paths, where only what was typed first is a path."""
    typed = [options.query, *options.paths]
    if len(typed) > 1 and [_is_path(one) for one in typed] == [True] * (len(typed) - 1) + [False]:
        options.query, options.paths = typed[-1], typed[:-1]


def _is_path(word: str) -> bool:
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False
