"""Commands that print what a dossier holds: data on standard output, all else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from armreader.cli.command import DONE, FAILED, INCOMPLETE
from armreader.cli.given import chosen_paths as chosen_paths
from armreader.home.standard_error import tell as tell

if TYPE_CHECKING:
    from argparse import Namespace

    from armreader.story.dossier import Dossier


def printed(name: str) -> Callable[[Namespace], int]:
    """The command that prints what ``cli.printed`` has under its name."""

    def run(options: Namespace) -> int:
        from armreader.cli.identifiers import set_in_order, whole_id
        from armreader.cli.printed import PRINTED

        if "id" in options:
            set_in_order(options)
        dossier = open_paths(chosen_paths(options))
        if "id" in options:
            found_id, wrong = whole_id(dossier, options.id)
            if wrong:
                tell(wrong)
                return INCOMPLETE
            options.id = found_id
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


def export(options: Namespace) -> int:
    """Print what is chosen of the dossier: by default its main events, as JSON everything."""
    from armreader.cli.choosing import choice_of, kept_choice, rows_of
    from armreader.export.formats import export_kept, export_pieces
    from armreader.story.chosen import chosen

    dossier = open_paths(chosen_paths(options))
    if options.kept or options.tag:
        choice = kept_choice(options)
        rows, code = rows_of(dossier, options, choice, options.tag or "")
        write(export_kept(dossier, options.format, rows))
        return max(code, exit_code(dossier))
    choice = choice_of(dossier, options, "all" if options.format == "json" else "main")
    for piece in export_pieces(dossier, options.format, chosen(dossier, choice)):
        write(piece)
    return exit_code(dossier)


def open_paths(paths: Sequence[str]) -> Dossier:
    """The dossier under the paths, each problem in a line; exits where it has no article."""
    dossier = dossier_if_any(paths)
    if not dossier.articles:
        tell("no article could be opened")
        raise SystemExit(FAILED)
    return dossier


def dossier_if_any(paths: Sequence[str]) -> Dossier:
    """The dossier under the paths, each problem reported in a line; it may have no article."""
    from armreader.home.folders import places
    from armreader.opening.open import open_dossier

    dossier = open_dossier(paths, places())
    for problem in dossier.problems:
        tell(f"{problem.file}: {problem.message}")
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
    """Lines on standard output, on a terminal through the pager if they are too many for it."""
    if sys.stdout is None or not sys.stdout.isatty():
        write("".join(f"{line}\n" for line in lines))
        return
    from armreader.cli.ink import Inked
    from armreader.cli.pager import page
    from armreader.records.visible import visible

    clean = (line if isinstance(line, Inked) else visible(line) for line in lines)
    text = "".join(f"{line}\n" for line in clean)
    if not page(text):
        sys.stdout.write(text)


def print_json(value: object) -> None:
    import json

    write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def write(text: str) -> None:
    """Text on standard output: unchanged in a pipe; without characters that steer on a terminal.
    Raises OSError if it cannot be written whole.
    """
    if sys.stdout is None:
        raise OSError("standard output is closed")
    if sys.stdout.isatty():
        from armreader.records.visible import visible

        text = visible(text)
    sys.stdout.write(text)
