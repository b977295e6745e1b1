"""Moving: what the keys do to the cursor of the list that has them, or to the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from armreader.ui.lines.record_list import RecordList
from armreader.ui.session.state import State, select
from armreader.ui.status import new_words

if TYPE_CHECKING:
    from armreader.ui.reader import Reader

Action = Callable[["Reader", int], None]


def begin(reader: Reader) -> None:
    """Select what most sources tell, as the cursor of its list would, what follows in sight."""
    timeline = reader.panes["timeline"]
    best = timeline.best() if isinstance(timeline, RecordList) else None
    if best and isinstance(timeline, RecordList):
        reader.apply(select(reader.state, best, moved_in="timeline"))
        timeline.put_near_top()


def fold(reader: Reader) -> None:
    """Open the row of the background, or close it."""
    reader.apply(replace(reader.state, unfolded=not reader.state.unfolded))


def move(direction: int) -> Action:
    """By rows of the list, or lines of the text."""

    def action(reader: Reader, count: int) -> None:
        rows = reader.list_in_focus
        if rows:
            rows.move(direction * count)
        else:
            reader.text.scroll_rows(direction * count)

    return action


def page(direction: int) -> Action:
    """By pages."""

    def action(reader: Reader, count: int) -> None:
        rows = reader.list_in_focus
        if rows:
            rows.page(direction * count)
        else:
            reader.text.scroll_pages(direction * count)

    return action


def end(*, bottom: bool) -> Action:
    """To the top or the bottom; with a count to a row of the list, or a line of the file."""

    def action(reader: Reader, count: int) -> None:
        rows, counted = reader.list_in_focus, count > 1
        if rows and counted:
            rows.jump_to(count)
        elif rows:
            rows.jump(len(rows.rows) if bottom else 0)
        elif counted:
            reader.text.go_to_line(count)
        else:
            reader.text.scroll_to_end(bottom=bottom)

    return action


def percent(reader: Reader, count: int) -> None:
    """To a share of the list or of the text."""
    share, rows = min(count, 100), reader.list_in_focus
    if rows:
        rows.jump_to(-(-share * rows.count // 100))
    else:
        reader.text.go_to_percent(share)


def next_new(reader: Reader, count: int) -> None:
    """To the next row that is new since the last visit, in the background too."""
    state, rows = reader.state, reader.list_in_focus
    if not isinstance(rows, RecordList) or rows.go_to_new(count):
        return
    if rows.PANE == "timeline" and not state.unfolded:
        reader.apply(replace(state, unfolded=True))
        if rows.go_to_new(count):
            return
        reader.apply(state)
    reader.tell(_none_new(state))


def _none_new(state: State) -> str:
    if not state.new:
        return "Nothing has come since your last visit."
    return f"Nothing in this list is new. Since your last visit: {new_words(state)}."


def heading(direction: int) -> Action:
    """To the first row under the next heading, or under the one before."""

    def action(reader: Reader, count: int) -> None:
        rows = reader.list_in_focus
        if rows and not rows.move_by_headings(direction * count):
            reader.tell("There is no other heading in this direction.")

    return action
