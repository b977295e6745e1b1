"""The keys of the user's own chronology: wording, date, heading, parts and order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from armreader.notes.bookmark import Own
from armreader.notes.facts import as_now, rewritten
from armreader.notes.rows import KeptRow

if TYPE_CHECKING:
    from armreader.ui.session.bookmarks import Bookmarks


def call(bookmarks: Bookmarks, row: KeptRow, wording: str) -> str:
    """Give a row the user's wording; an empty one restores what was found."""
    _own(bookmarks, row.id, lambda own: replace(own, wording=wording))
    return f"Saved: called “{wording}”" if wording else "Saved: the original wording"


def date(bookmarks: Bookmarks, row: KeptRow, edtf: str) -> str:
    """Give a row the user's date; an empty one restores what was found."""
    _own(bookmarks, row.id, lambda own: replace(own, date=edtf))
    return f"Saved: dated {edtf}" if edtf else "Saved: the original date"


def merge(bookmarks: Bookmarks, row: KeptRow, other: KeptRow) -> str:
    """Make another row a part of this one, which keeps its wording and its date."""
    _own(bookmarks, other.id, lambda own: replace(own, part_of=row.id))
    return f"Saved: one row with “{other.wording}”; = x splits it"


def split(bookmarks: Bookmarks, row: KeptRow) -> str:
    """Make rows again of what was merged into a row."""
    ids = [part.bookmark.id for part in row.parts[1:]]
    for ident in ids:
        _own(bookmarks, ident, lambda own: replace(own, part_of=""))
    return f"Saved: split into {len(ids) + 1} rows"


def head(bookmarks: Bookmarks, row: KeptRow, heading: str, before: str) -> str:
    """Put a heading above a row, in the place of the one right above it (``before``)."""
    notebook = bookmarks.notebook
    bookmarks.make(
        row.id,
        lambda: notebook.set_heading(row.id, heading),
        lambda: notebook.set_heading(row.id, before),
        "Heading restored",
    )
    return f"Saved: heading “{heading}”" if heading else "Removed the heading"


def sort(bookmarks: Bookmarks) -> str:
    """Put the rows under each heading in the order of their dates, the undated last."""
    notebook = bookmarks.notebook
    rows = bookmarks.rows
    order = {one.bookmark.id: number for number, one in enumerate(bookmarks.entries)}
    wanted: dict[str, object] = {}
    for row in rows:
        first = row.date.earliest or row.date.latest if row.date else None
        for part in row.parts:
            ident = part.bookmark.id
            wanted[ident] = (first is None, str(first), order[row.id], order[ident])
    bookmarks.make(
        "", lambda: notebook.sort(wanted), lambda: notebook.sort(order), "Order restored"
    )
    return "Saved: sorted by date"


def rewrite(bookmarks: Bookmarks, row: KeptRow) -> str:
    """Update what is kept of a row to what is known now."""
    notebook = bookmarks.notebook
    changes = []
    for part in row.parts:
        entry = bookmarks.entry(part.bookmark.id)
        if entry is None or not entry.changes:
            continue
        before, now = entry.bookmark, as_now(part.verdict, bookmarks.dossier)
        changes += [one.in_words for one in entry.changes]
        bookmarks.make(
            before.id,
            partial(notebook.set_facts, before.id, rewritten(now)),
            partial(notebook.set_facts, before.id, rewritten(before)),
            "Earlier version restored",
        )
    return f"Saved: {'; '.join(changes)}" if changes else "Nothing has changed."


def _own(bookmarks: Bookmarks, ident: str, change: Callable[[Own], Own]) -> None:
    entry = bookmarks.entry(ident)
    before = entry.bookmark.own if entry else Own()
    notebook = bookmarks.notebook
    bookmarks.make(
        ident,
        lambda: notebook.set_own(ident, change),
        lambda: notebook.set_own(ident, lambda _: before),
        "As it was before",
    )
