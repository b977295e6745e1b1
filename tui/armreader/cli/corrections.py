"""The corrections, as the user made them, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.cli.command import DONE
from armreader.cli.given import chosen_paths, corrections
from armreader.cli.printing import exit_code, open_paths, print_json, print_lines, terminal_width

if TYPE_CHECKING:
    from argparse import Namespace


def print_corrections(options: Namespace) -> int:
    """Print what was corrected in the dossier: in words, and as the line of the file."""
    from dataclasses import replace

    from armreader.cli.table import Table, table_lines
    from armreader.home.corrections import corrections_file
    from armreader.reading.corrections import format_line
    from armreader.story.corrections import correction_in_words, is_about

    dossier = open_paths(chosen_paths(options))
    found = [
        (correction_in_words(dossier, one), format_line(replace(one, whereabouts=())))
        for one in corrections(dossier)
        if is_about(dossier, one)
    ]
    if options.json:
        rows = [{"says": says, "line": line} for says, line in found]
        print_json({"file": str(corrections_file()), "corrections": rows})
    elif found:
        print_lines(table_lines(Table(("correction", "line"), tuple(found), 0), terminal_width()))
    else:
        print_lines(["Nothing is corrected here."])
    return max(DONE, exit_code(dossier))
