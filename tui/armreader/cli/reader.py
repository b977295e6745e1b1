"""Commands that concern the reader itself: opening it, its keys, its terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from armreader.cli.command import DONE
from armreader.cli.printing import print_lines

if TYPE_CHECKING:
    from argparse import Namespace


def read(options: Namespace) -> int:
    """Open the reader."""
    return open_reader(options.paths, options.notes)


def open_reader(paths: Sequence[str], notes: Path | None = None) -> int:
    """Open the reader on the paths; the one command that imports textual."""
    from armreader.ui.app import run

    return run(paths, notes=notes)


def open_library_screen(paths: Sequence[str], *, changed: bool) -> int:
    """Open the screen of a library whose files may have changed; it imports textual, too."""
    from armreader.ui.library.run import run

    return run(paths, changed=changed)


def print_keys(_: Namespace) -> int:
    """Print the keys of every command."""
    from armreader.cli.printing import terminal_width
    from armreader.cli.table import Table, table_lines

    table = Table(("group", "keys", "what they do"), rows_of_keys(), flexible=2)
    print_lines(table_lines(table, terminal_width()))
    return DONE


def rows_of_keys() -> tuple[tuple[str, str, str], ...]:
    """The keys of the reader: group, keys, what they do."""
    from armreader.ui.keys.commands import key_rows

    return key_rows()


def print_diagnostics(_: Namespace) -> int:
    """Print what a report of a display problem needs."""
    from armreader.ui.terminal import diagnostics

    print_lines(diagnostics.lines())
    return DONE
