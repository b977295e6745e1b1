"""Commands that print what a dossier holds: data on standard output, all else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from armreader.cli.command import DONE, FAILED, INCOMPLETE
from armreader.standard_error import tell

if TYPE_CHECKING:
    from argparse import Namespace

    from armreader.story.dossier import Dossier


def printed(name: str) -> Callable[[Namespace], int]:
    """The command that prints what ``report.printed`` has under its name."""

    def run(options: Namespace) -> int:
        from armreader.cli.printed import PRINTED

        dossier = open_paths(chosen_paths(options))
        show = PRINTED[name]
        if options.json:
            found = show.json(dossier, options)
            if found is not None:
                print_json(found)
        else:
            lines = found = show.lines(dossier, options, terminal_width())
            if lines is not None:
                print_lines(lines)
        if found is None:
            tell(f"nothing has the id {options.id}")
            return INCOMPLETE
        return exit_code(dossier)

    return run


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


def export(options: Namespace) -> int:
    """Print the whole dossier in the chosen format."""
    from armreader.export.formats import export_dossier

    dossier = open_paths(chosen_paths(options))
    write(export_dossier(dossier, options.format))
    return exit_code(dossier)


def chosen_paths(options: Namespace) -> tuple[str, ...]:
    """The paths given, else those of the dossier read last, else the bundled dossier."""
    if options.paths:
        return tuple(options.paths)
    from armreader.home.folders import bundled
    from armreader.home.resume import last

    return last().paths or (str(bundled("seeds")),)


def open_paths(paths: Sequence[str]) -> Dossier:
    """The dossier under the paths, each problem told in a line; exits where it has no article."""
    from armreader.store.dossiers import open_dossier

    dossier = open_dossier(paths)
    for problem in dossier.problems:
        tell(f"{problem.file}: {problem.message}")
    if not dossier.articles:
        tell("no article could be opened")
        raise SystemExit(FAILED)
    return dossier


def exit_code(dossier: Dossier) -> int:
    """Whether everything under the paths could be read."""
    return INCOMPLETE if dossier.problems else DONE


def terminal_width() -> int | None:
    """The columns of the terminal on standard output; None in a pipe or a file."""
    if not sys.stdout.isatty():
        return None
    return os.get_terminal_size(sys.stdout.fileno()).columns or 80


def print_lines(lines: Iterable[str]) -> None:
    write("".join(f"{line}\n" for line in lines))


def print_json(value: object) -> None:
    import json

    write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def write(text: str) -> None:
    """Text on standard output: exactly in a pipe; a terminal gets no character that steers it.

    OSError where it cannot be written whole.
    """
    if sys.stdout is None:
        raise OSError("standard output is closed")
    if sys.stdout.isatty():
        from armreader.records.visible import visible

        text = visible(text)
    sys.stdout.write(text)
