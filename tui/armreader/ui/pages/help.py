"""The commands as a page: every key, what it does, and whether it applies here; also the
palette."""

from __future__ import annotations

from armreader.ui.keys.acts import is_permitted
from armreader.ui.keys.commands import BY_ID, COMMANDS, GROUPS, Command, applies
from armreader.ui.keys.keymap import Keymap
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut, fit
from armreader.ui.looks.glyphs import glyphs

_KEY_CELLS = 18
_TWO_COLUMNS = 78
"""Cells from which the legend has two columns."""


def legend(width: int) -> list[str]:
    """Every mark of the screen and what it means, in two columns where they fit."""
    marks = glyphs()
    meanings = (
        (marks.lit, "goes with the selection"),
        (marks.unlit, "does not go with it"),
        (marks.differ, "the sources differ"),
        (marks.wordings, "said elsewhere in other words"),
        (marks.bookmark, "kept in your notes"),
        (marks.new, "new since your last visit"),
        (marks.cursor, "the cursor"),
        (marks.current, "where you are"),
        (marks.event, "the event in the text"),
        (marks.quote, "a quote in the text"),
        (marks.denied, "denied"),
        (marks.planned, "planned"),
        (marks.perhaps, "possible; of a date: unknown"),
        (marks.perhaps, "in the text: may not belong to it"),
        ("~", "about; of a report: date worked out"),
        ("3/5", "reported by 3 of 5 sources"),
    )
    entries = [f"{mark:4}{meaning:34}" for mark, meaning in meanings]
    if width < _TWO_COLUMNS:
        return ["Marks", *(f"  {one}".rstrip() for one in entries)]
    half = (len(entries) + 1) // 2
    pairs = zip(entries[:half], [*entries[half:], ""], strict=False)
    return ["Marks", *(f"  {one}{other}".rstrip() for one, other in pairs)]


class CommandPage(RowList[str]):
    """The command table under a filter; the ids of the commands are its keys."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__("Commands", 0)
        self.label = "Keys and commands"
        self.active = True
        self._keymap = keymap
        self._here: frozenset[str] = frozenset()

    def show(self, context: frozenset[str], typed: str, *, all_commands: bool) -> None:
        """The commands whose id, keys or help hold every word typed."""
        self._here = context
        words = typed.casefold().split()
        rows: list[Row[str]] = []
        if all_commands and not words:
            rows += [Row(None, line) for line in legend(self.app.size.width)]
        for group in GROUPS:
            found = [
                command
                for command in COMMANDS
                if command.group == group
                and is_permitted(command.id)
                and (all_commands or applies(command, context))
                and all(word in self._searchable(command) for word in words)
            ]
            if found:
                rows += [Row(None, group), *(Row(command.id) for command in found)]
        self.set_rows(rows)
        if words:
            self._point_to_best(typed.casefold())
        self.redraw()

    def draw_row(self, row: Row[str], width: int) -> list[list[Part]]:
        command = BY_ID[row.key or ""]
        here = applies(command, self._here)
        summary = command.help if here else f"{command.help} (not here: needs a {command.needs})"
        keys = fit(self._keymap.label(command), _KEY_CELLS)
        return [
            [
                (keys + " ", ("key",) if here else ("dim",)),
                (cut(summary, width - _KEY_CELLS - 1), () if here else ("dim",)),
            ]
        ]

    def _point_to_best(self, typed: str) -> None:
        """Put the cursor on the command with the name typed, else the first that begins with it."""
        shown = [row.key for row in self.rows if row.key is not None]
        named = [key for key in shown if typed in (key, BY_ID[key].help.casefold())]
        begun = [key for key in shown if BY_ID[key].help.casefold().startswith(typed)]
        for key in (*named, *begun, *shown)[:1]:
            self.point_to(key)

    def _searchable(self, command: Command) -> str:
        return f"{command.id} {self._keymap.label(command)} {command.help}".casefold()
