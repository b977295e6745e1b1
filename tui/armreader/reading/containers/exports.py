"""Exports of news archives (Nexis, LexisNexis, Factiva): one text split into its articles.

The articles are separated by marks that depend on the archive, whichever format the text was
saved in. What comes before the first article is a cover page; its days are those of the download.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from armreader.reading.containers.export_fields import begins_article, piece_of
from armreader.reading.containers.export_groups import Group
from armreader.reading.containers.export_marks import is_mark, mark_of, may_be_export
from armreader.reading.containers.piece import Piece, Refusal
from armreader.reading.wrapping import unwrapped_at

_COUNTED = re.compile(r"(\d+)\D+(\d+)")
_CODED_LINE = re.compile(r"^([A-Z]{2,3}(?:[ \t]{2,}\S|[ \t]*$))", re.MULTILINE)
_CODED = 8
"""So many lines with a code of Factiva, such as ``HD  Harbour closed``, are no chance."""
_LISTED = re.compile(r"(?:Do[ck]ument[eo]?s?|Documenti|Documenten) \(\d+\)")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_COVER = 600
"""Characters from the top within which a cover page says how many articles it lists."""
_WIDE = 200
"""Characters; if a line is longer, every line is a paragraph."""


def split(text: str, *, is_paragraphs: bool) -> list[Piece | Refusal]:
    """The articles of an export in order; none if the text is not an export.

    If it says that it has more of them, as one that is cut short does, a refusal follows.
    ``is_paragraphs``: every line is a paragraph, as in formats that mark their paragraphs.
    """
    if not may_be_export(text):
        return (
            [Refusal("", "is the list of an export, without its texts")] if _is_list(text) else []
        )
    groups = _groups(text, is_paragraphs)
    dialect, bounds = _bounds(groups)
    pieces: list[Piece | Refusal] = []
    cover = bounds[0][0] if bounds else 0
    for number, (start, end) in enumerate(bounds, 1):
        pieces.append(piece_of(dialect, groups[start:end], f"{number}", cover))
        cover = 0 if isinstance(pieces[-1], Piece) else cover
    stated = _stated_number(groups[start].line for start, _ in bounds) if dialect == "lexis" else 0
    if stated > len(bounds):
        pieces.append(Refusal("", f"says that it has {stated:,} articles", ends=True))
    return pieces


def _is_list(text: str) -> bool:
    """Whether a text begins as a cover page: lines with the time of download, ``Documents (3)``."""
    lines = [line.strip() for line in text[:_COVER].split("\n") if line.strip()]
    at = next((n for n, line in enumerate(lines) if _LISTED.fullmatch(line)), 0)
    return any(_CLOCK.search(line) for line in lines[:at])


def _stated_number(marks: Iterable[str]) -> int:
    """How many articles these marks promise: ``1 of 3 DOCUMENTS``, ``2 of 3 DOCUMENTS``: 3.

    Several exports in one file each begin with a lower number, or promise another.
    """
    promised = before = of = 0
    for number, last in (
        map(int, match.groups()) for mark in marks if (match := _COUNTED.search(mark))
    ):
        if number <= before or last != of:
            promised += last
        before, of = number, last
    return promised


def _groups(text: str, is_paragraphs: bool) -> list[Group]:
    """The paragraphs, each with its lines."""
    if is_paragraphs or any(len(line) > _WIDE for line in text.split("\n")):
        return [Group(line.strip()) for line in text.split("\n") if line.strip()]
    if len(_CODED_LINE.findall(text)) >= _CODED:
        text = _CODED_LINE.sub(r"\n\1", text)
    width = max(len(line.rstrip()) for line in text.split("\n"))
    blocks = re.split(r"\n[ \t]*\n", unwrapped_at(text, width))
    stripped = ("\n".join(map(str.strip, block.strip().split("\n"))) for block in blocks)
    return [Group(part) for block in stripped if block for part in _parts(block)]


def _parts(block: str) -> list[str]:
    """The block; its lines, if it is the head of an article without blank lines between them."""
    lines = block.split("\n")
    return lines if any(is_mark(line, "words") for line in lines) else [block]


def _bounds(groups: Sequence[Group]) -> tuple[str, list[tuple[int, int]]]:
    """The dialect, and where its articles begin and end; none if no dialect is recognised."""
    marked = [(n, *mark) for n, group in enumerate(groups) if (mark := mark_of(group.text))]
    starts = [n for n, dialect, role in marked if dialect == "lexis"]
    if starts:
        return "lexis", list(zip(starts, [*starts[1:], len(groups)], strict=True))
    for wanted in ("nexis", "factiva"):
        ends = [n + 1 for n, dialect, role in marked if dialect == wanted and role == "end"]
        if ends and (wanted == "nexis" or any(role == "words" for _, _, role in marked)):
            if begins_article(wanted, groups[ends[-1] :]):
                # The export is cut short within its last article.
                ends.append(len(groups))
            return wanted, list(zip([0, *ends], ends, strict=False))
    return "", []
