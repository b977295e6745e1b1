"""What `=` offers of a row of the user's own chronology."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from armreader.notes.rows import KeptRow
from armreader.story.shown_dates import full_date
from armreader.ui.lines.wrap import cut
from armreader.ui.prompts.choices import Choice
from armreader.ui.prompts.menu import TITLE_CELLS, MenuTyping, PickerTyping, Say, ValueTyping
from armreader.ui.prompts.typed_dates import WRONG, typed_edtf
from armreader.ui.session import own_rows

if TYPE_CHECKING:
    from armreader.ui.session.bookmarks import Bookmarks
    from armreader.ui.session.desk import Desk


def kept_menu(desk: Desk, bookmarks: Bookmarks, row: KeptRow) -> MenuTyping:
    """The menu of a row that is kept."""
    return MenuTyping(
        desk, f"About: {cut(row.wording, TITLE_CELLS)}", list(_entries(desk, bookmarks, row))
    )


def _entries(desk: Desk, bookmarks: Bookmarks, row: KeptRow) -> Iterator[Say]:
    change = desk.noting.change

    def saved(work: Callable[[], str]) -> str:
        return "" if change(work) else desk.state.notice

    def typed(key: str, words: str, value: str, save: Callable[[str], str], shown: str = "") -> Say:
        def begin() -> None:
            desk.begin_typing(ValueTyping(desk, words, value, save, replaced=key == "d"))

        return Say(key, words + (f": {shown or value}" if value else ""), begin)

    def dated(text: str) -> str:
        edtf = typed_edtf(text)
        if text and not edtf:
            return WRONG.format(text)
        return saved(lambda: own_rows.date(bookmarks, row, edtf))

    def called(text: str) -> str:
        return saved(lambda: own_rows.call(bookmarks, row, text))

    def headed(text: str) -> str:
        return saved(lambda: own_rows.head(bookmarks, row, text, heading))

    shown_date = full_date(row.date) if row.date else ""
    heading = bookmarks.heading_right_above(row)
    yield typed("c", "call it", row.wording, called)
    yield typed("d", "date it", row.date.edtf if row.date else "", dated, shown_date)
    yield typed("h", "heading above it", heading, headed)
    if len(bookmarks.rows) > 1:
        yield Say("m", "merge it with …", lambda: _pick(desk, bookmarks, row))
    if len(row.parts) > 1:
        yield Say("x", "split what was merged",
                  lambda: _ignore(saved(lambda: own_rows.split(bookmarks, row))))  # fmt: skip
    yield Say("t", "sort the rows by date",
              lambda: _ignore(saved(lambda: own_rows.sort(bookmarks))))  # fmt: skip
    others = [
        one.in_words
        for part in row.parts
        if (entry := bookmarks.entry(part.bookmark.id))
        for one in entry.changes
    ]
    if others:
        yield Say("r", f"write it again: {'; '.join(others)}",
                  lambda: _ignore(saved(lambda: own_rows.rewrite(bookmarks, row))))  # fmt: skip


def _pick(desk: Desk, bookmarks: Bookmarks, row: KeptRow) -> None:
    """Choose the row that becomes a part of it, those below it first."""
    rows = bookmarks.rows
    at = next((number for number, one in enumerate(rows) if one.id == row.id), 0)
    others = [*rows[at + 1 :], *reversed(rows[:at])]

    def line(one: KeptRow) -> str:
        return f"{full_date(one.date) if one.date else 'undated'}  {one.wording}"

    def preview(number: int) -> list[str]:
        sources = len(dict.fromkeys((*row.articles, *others[number].articles)))
        words = f"{line(row)} · {sources} source{'s' if sources > 1 else ''}"
        return [f"that:     {line(others[number])}", f"becomes:  {words}"]

    def choose(number: int) -> None:
        desk.noting.change(lambda: own_rows.merge(bookmarks, row, others[number]))

    choices = [Choice("", line(one)) for one in others]
    desk.begin_typing(PickerTyping(desk, "One row with …", choices, preview, choose))


def _ignore(_: str) -> None:
    """What went wrong has been shown."""
