"""An entry of the notebook in lines: in brief for the list, and whole."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from armreader.notes.block_text import said_of
from armreader.notes.bookmark import Bookmark
from armreader.notes.citation import cited_speaker, words_as_said
from armreader.notes.markdown import one_line
from armreader.notes.rows import KeptRow
from armreader.records.dates import DateRange
from armreader.records.visible import visible
from armreader.story.shown_dates import full_date
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.wrap import cut, fit, plain, wrap
from armreader.ui.looks.glyphs import glyphs
from armreader.ui.session.entries import Entry, Fate

_MOST_CELLS = 100
"""The most cells in a line of words: longer lines are hard to read."""

_DATE_CELLS = 17

_MEANING: dict[Fate, str] = {
    "holds": "still in its source, unchanged",
    "moved": "unchanged, but moved within its source since you saved it",
    "changed": "its words were changed in the source; these are the words that were kept",
    "lost": "is no longer in any source here; the words are kept",
    "missing": "is no longer in the file: another program removed it; b saves it again",
}


def brief(entry: Entry, row: KeptRow | None, width: int) -> list[list[Part]]:
    """Two lines: the date and what the row says; whose words they are, and the comment."""
    bookmark = entry.bookmark
    fate = "" if entry.fate == "holds" else f"{entry.fate} "
    if entry.changes:
        fate = cut("; ".join(one.in_words for one in entry.changes), width // 2) + " "
    date, said_so = _row_words(bookmark, row)
    room = width - cell_len(fate) - _DATE_CELLS - 2
    words = cut(said_so, room)
    about = " · ".join(filter(None, (cited_speaker(bookmark), _source(bookmark), _date(bookmark))))
    said, room = one_line(said_of(bookmark, " ")), width - 3
    about = cut(about, max(room // 2, room - cell_len(said) - 2) if said else room)
    parts: list[Part] = [(f"  {about}", ("dim",))]
    if said:
        parts.append(("  " + cut(said, room - cell_len(about) - 2), ("strong",)))
    first: list[Part] = [(fit(date, _DATE_CELLS), ("dim",)), (words, ())]
    return [both_ends(first, [(fate, ("alert",))] if fate else [], width), parts]


def _row_words(bookmark: Bookmark, row: KeptRow | None) -> tuple[str, str]:
    """The date of a row, and what it says: the user's own is marked, and parts are counted."""
    if row is None:
        return "", one_line(words_as_said(bookmark))
    own = row.parts[0].bookmark.own
    called = own.wording or (bookmark.event.label if bookmark.event else words_as_said(bookmark))
    if row.parts[0].bookmark.event and not own.wording:
        called = row.wording
    more = f" +{len(row.parts) - 1}" if len(row.parts) > 1 else ""
    date = full_date(row.date) if row.date else "undated"
    return (
        f"{date}{'*' if own.date else ''}",
        f"{one_line(called)}{'*' if own.wording else ''}{more}",
    )


def whole(entry: Entry, width: int, height: int) -> list[list[Part]]:
    """What became of it on a rule, its words, the comment, and the source."""
    bookmark, origin, marks = entry.bookmark, entry.bookmark.origin, glyphs()
    well = entry.fate in ("holds", "moved")
    rule: list[Part] = [
        (marks.rule, ("dim",)),
        (f" {marks.bookmark if well else marks.differ} ", ("mark",)),
        (cut(_MEANING[entry.fate], width - 6), ("dim",) if well else ("alert",)),
    ]
    room = min(width - 4, _MOST_CELLS)
    facts = (cited_speaker(bookmark), origin.source, origin.title, _date(bookmark, basis=True))
    parts: list[tuple[list[str], tuple[str, ...]]] = [
        (_wrapped(words_as_said(bookmark), room), ()),
        (_wrapped(visible(said_of(bookmark, "\n")), room), ("strong",)),
        (_wrapped(", ".join(filter(None, map(one_line, facts))), room), ("dim",)),
        (_wrapped(one_line(origin.url or origin.file), room), ("dim",)),
    ]
    shares = _shares([len(lines) for lines, _ in parts], height - 1)
    drawn = [rule]
    for (lines, roles), share in zip(parts, shares, strict=True):
        drawn += [[("  ", ()), (line, roles)] for line in _at_most(lines, share, room)]
    return (drawn + [[]] * height)[:height]


def _source(bookmark: Bookmark) -> str:
    origin = bookmark.origin
    return one_line(origin.source or origin.title or origin.file)


def _date(bookmark: Bookmark, *, basis: bool = False) -> str:
    origin = bookmark.origin
    date = full_date(DateRange.from_edtf(origin.date)) if origin.date else "undated"
    return f"{date} ({origin.basis})" if basis and origin.date else date


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of a width; none for an empty text."""
    if not text:
        return []
    lines = []
    for line in text.splitlines():
        index = wrap(plain(line), width)
        lines += [index.row_text(row) for row in range(len(index.rows))]
    return lines


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """How many lines each gets: as many as it wants, or as evenly as possible."""
    shares = [0] * len(wanted)
    while room > 0 and any(map(int.__lt__, shares, wanted)):
        for number, most in enumerate(wanted):
            if room > 0 and shares[number] < most:
                shares[number] += 1
                room -= 1
    return shares


def _at_most(lines: list[str], most: int, width: int) -> list[str]:
    """The first lines; the last ends in an ellipsis if something was cut."""
    if len(lines) <= most or not most:
        return lines[:most]
    return [*lines[: most - 1], cut(lines[most - 1] + " " * width + "…", width)]
