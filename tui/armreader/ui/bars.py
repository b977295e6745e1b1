"""The first and the last line of the reading screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from armreader.ui.keys.acts import is_permitted
from armreader.ui.keys.commands import BY_ID, COMMANDS, applies
from armreader.ui.keys.keymap import Keymap
from armreader.ui.lines.line_view import Part
from armreader.ui.lines.wrap import cut
from armreader.ui.session.notices import look_of
from armreader.ui.session.state import State
from armreader.ui.status import hits_words, selection_words

_LEAST_HINTS = 11
"""Cells reserved at the foot for the key that shows all keys."""
_LEAST_WORDS = 40
"""Per cent of the foot that is the selection's, so that the keys stay the same where its words are
fewer."""

TABS = ("articles", "text", "timeline", "quotes", "people", "differ", "notebook")
"""The panes and views by their ids, in the order of their digits."""
_TABS = ("Articles", "Text", "Timeline", "Quotes", "People", "Differ", "Kept")
_SHORT_TABS = ("Art", "Text", "Time", "Quotes", "People", "Differ", "Kept")
_SHORTEST_TABS = (*_SHORT_TABS[:5], "Diff", "Kept")
"""Used where there is no room for the names."""
_NO_NAMES = ("",) * len(TABS)
"""Used where there is no room for those either: the view that is shown is named all the same."""

_HINTED = (
    "help", "next-mention", "clear", "open", "search", "bookmark", "compare", "correct", "alone",
    "next-article", "widen", "next-pane",
)  # fmt: skip
"""The keys at the foot, those that are left out last first."""

Ends = tuple[list[Part], list[Part]]
"""What is at the left and at the right."""


def head_of(state: State, page: str, width: int, counts: Mapping[str, int]) -> Ends:
    """The dossier, and a tab for each pane and view; or the query with its hits.

    ``page``: the id of the view in front, else empty; ``counts``: how many rows a view has.
    """
    if state.loading:
        return _loading(state, width), []
    name: Part = (f" {state.dossier.name} ", ())
    left: list[Part] = [(" armreader ", ("strong",)), name]
    if state.found is not None:
        found: list[Part] = [
            (f"/{state.found.query}", ("strong",)), (f"  {hits_words(state)} ", ("dim",))
        ]  # fmt: skip
        return left, found
    whole, short = _tabs(state, page, _TABS, counts), _tabs(state, page, _SHORT_TABS, counts)
    ways = (
        [*left, *whole], [name, *whole], [name, *short], [(" ", ()), *short],
        [(" ", ()), *_tabs(state, page, _SHORTEST_TABS, {})], _tabs(state, page, _NO_NAMES, counts),
    )  # fmt: skip
    parts = next((way for way in ways if _cells(way) <= width), ways[-1])
    words = _relinking(state.relinking, width - _cells(parts))
    return parts, [(words, ("dim",))] * bool(state.relinking)


def _cells(parts: Sequence[Part]) -> int:
    return sum(cell_len(text) for text, _ in parts)


def _loading(state: State, width: int) -> list[Part]:
    """How far reading is: with the names of program and dossier, or less where there is no room."""
    doing, named = state.loading, f"{state.dossier.name} · {state.loading}"
    shorter = " · ".join(part for part in doing.split(" · ") if not part.startswith("about "))
    called: Part = (" armreader ", ("strong",))
    ways: list[list[Part]] = [
        [called, (f" {named}", ())], [(f" {named}", ())], [(f" {doing}", ())], [(f" {shorter}", ())]
    ]  # fmt: skip
    return next((one for one in ways if _cells(one) <= width), ways[-1])


def _relinking(words: str, room: int) -> str:
    """How far relinking is: all of the words, or the share and the key, or the share."""
    share = next((part for part in words.split(" · ") if part.endswith("%")), "…")
    shorter = (words, f"relinking {share} · Esc stops", f"relinking {share}", share)
    return next((f" {one} " for one in shorter if cell_len(one) + 2 <= room), f" {share} ")


def _tabs(state: State, page: str, names: Sequence[str], counts: Mapping[str, int]) -> list[Part]:
    here, new = page or state.pane, len(state.new)
    parts: list[Part] = []
    for number, (tab, given) in enumerate(zip(TABS, names, strict=True), 1):
        name = given or (_SHORT_TABS[number - 1] if tab == here else "")
        count = f" {counts[tab]}" if name and tab in counts else ""
        more = f" +{new}" if tab == "articles" and new and count else ""
        label = f" {f'{number} {name}{count}{more}'.strip()} "
        parts.append((label, ("head-active",) if tab == here else ("dim",)))
    return parts


def foot_of(state: State, keymap: Keymap, width: int) -> Ends:
    """A notice, else the selection in words; and as many keys as there is room for."""
    room = width - _LEAST_HINTS
    words = cut(state.notice, width - 2) or cut(selection_words(state, width * 2 // 3), room)
    left: list[Part] = [(f" {words}", look_of(state.notice))]
    taken = max(cell_len(words), width * _LEAST_WORDS // 100)
    return left, _hints(state, keymap, width - taken - 2)


def _hints(state: State, keymap: Keymap, width: int) -> list[Part]:
    hints: dict[str, list[Part]] = {}
    for name in _HINTED:
        command = BY_ID[name]
        closes = name != "clear" or state.found is not None  # it is said where it closes a search
        if not (closes and is_permitted(name) and applies(command, state.context)):
            continue
        key, word = keymap.first_label(command), f" {command.hint}  "
        width -= cell_len(key + word)
        if width < 0:
            break
        hints[name] = [(key, ("key",)), (word, ())]
    return [part for command in COMMANDS for part in hints.get(command.id, ())]
