"""The lines in which a person gives a row of the chronology a wording and a date of their own.

They come first in the user's part of a block, in the form that Obsidian's Dataview calls inline
fields (https://blacksmithgu.github.io/obsidian-dataview/annotation/add-metadata/)::

    wording:: The pact is frozen
    date:: 2024-02-22
    part of:: ^b-5f1c20a9e3

A line that looks like one but is not, such as ``date:: soon``, belongs to the comment.
"""

from __future__ import annotations

import re
from dataclasses import replace

from armreader.notes.bookmark import Own
from armreader.notes.markdown import one_line
from armreader.records.dates import DateRange

_FIELD = re.compile(r"(wording|date|part of)::[ \t]*(\S.*?)[ \t]*", re.IGNORECASE)
_FIRST_LINES = re.compile(r"^\\*(?:wording|date|part of)::", re.IGNORECASE)
_PART_OF = re.compile(r"\^?(b-[0-9a-f]{10})")


def own_lines(own: Own) -> list[str]:
    """The fields that are not empty, one a line."""
    part_of = f"^{own.part_of}" if own.part_of else ""
    fields = {"wording": one_line(own.wording), "date": own.date, "part of": part_of}
    return [f"{name}:: {value}" for name, value in fields.items() if value]


def own_and_rest(text: str) -> tuple[Own, str]:
    """The fields at the beginning of a text, and what follows them."""
    own, lines = Own(), text.split("\n")
    for number, line in enumerate(lines):
        found = _FIELD.fullmatch(line.strip())
        if found is None and line.strip():
            return own, "\n".join(lines[number:])
        if found is None:
            continue
        changed = _with_field(own, found[1].lower(), found[2])
        if changed is None:
            return own, "\n".join(lines[number:])
        own = changed
    return own, ""


def _with_field(own: Own, name: str, value: str) -> Own | None:
    """The fields with one more; None if its value is not valid."""
    if name == "wording":
        return replace(own, wording=one_line(value))
    if name == "date":
        return replace(own, date=value) if DateRange.from_edtf(value) else None
    part_of = _PART_OF.fullmatch(value)
    return replace(own, part_of=part_of[1]) if part_of else None


def escaped_fields(comment: str) -> str:
    """The comment, escaped so that its first line cannot be taken for a field."""
    return "\\" + comment if _FIRST_LINES.match(comment) else comment


def unescaped_fields(comment: str) -> str:
    """The comment as it was before ``escaped_fields``."""
    return comment[1:] if comment.startswith("\\") and _FIRST_LINES.match(comment) else comment
