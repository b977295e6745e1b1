"""What stands at the head and at the foot of the reading screen."""

from __future__ import annotations

from rich.cells import cell_len

from armreader.ui.keys.acts import is_permitted
from armreader.ui.keys.commands import COMMANDS, applies
from armreader.ui.keys.keymap import Keymap
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut
from armreader.ui.session.state import State
from armreader.ui.status import dossier_words, hits_words, selection_words

_LEAST_HINTS = 12
"""Cells at the foot for the key that shows the keys."""

Ends = tuple[list[Part], list[Part]]
"""What stands at the left and at the right."""


def head_of(state: State) -> Ends:
    """The dossier with its counts, and the query with its hits."""
    left: list[Part] = [(" armreader ", ("strong",)), (f" {dossier_words(state)}", ())]
    if state.found is None:
        return left, []
    return left, [(f"/{state.found.query}", ("strong",)), (f"  {hits_words(state)} ", ("dim",))]


def foot_of(state: State, keymap: Keymap, width: int) -> Ends:
    """A notice, else the selection in words; and as many keys as there is room for."""
    told = cut(state.notice or selection_words(state, width - _LEAST_HINTS), width - 2)
    left: list[Part] = [(f" {told}", ("alert",) if state.notice else ())]
    return left, _hints(state, keymap, width - cell_len(told) - 3)


def _hints(state: State, keymap: Keymap, width: int) -> list[Part]:
    parts: list[Part] = []
    for command in reversed([one for one in COMMANDS if one.hint and is_permitted(one.id)]):
        key, word = keymap.first_label(command), f" {command.hint}  "
        width -= cell_len(key + word)
        if width < 0:
            break
        if applies(command, state.context):
            parts = [(key, ("key",)), (word, ()), *parts]
    return parts
