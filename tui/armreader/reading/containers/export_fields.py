"""One article of an export: its headline, outlet, day, author, framing lines and text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from armreader.reading.authors import named_authors
from armreader.reading.containers.export_days import day_in
from armreader.reading.containers.export_groups import Group
from armreader.reading.containers.export_marks import is_mark
from armreader.reading.containers.piece import Part, Piece, Refusal
from armreader.reading.furniture import is_section_name
from armreader.records import SectionKind

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[AP]M)?(?: [A-Z]{2,5})?")
_UNKNOWN, _LONGEST_LABELLED = 2, 60
"""How many lines with labels that no table knows may follow each other, and their length."""
_CAPITALS = re.compile(r"[^\W\d_a-z]{4}[^\W\d_a-z-]{0,20}: \S")
_ENDS = frozenset(["nexis", "factiva"])
_LANGUAGE = frozenset(
    ["English", "Deutsch", "German", "French", "Français", "Español", "Spanish", "Italian", "Dutch"]
)
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|den|la|al|el|bin))*"
)
_NAMES = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&|/)\s*")
_KINDS: dict[str, SectionKind] = {
    "title": "title", "source": "source", "byline": "byline", "date": "dateline",
    "dateline": "dateline", "summary": "summary",
}  # fmt: skip


def piece_of(dialect: str, groups: Sequence[Group], name: str, cover: int) -> Piece | Refusal:
    """The article in these paragraphs, refused if there is no text in them.

    ``cover``: how many paragraphs above them do not belong to any article.
    """
    groups = list(groups)
    first, body = _READERS[dialect](groups)
    _mark_tail(groups, body, dialect)
    for group in groups[first:body]:
        group.field = group.field or "head"
    if not any(not group.field for group in groups[body:]):
        return Refusal(name, "has no text in the export")
    fields = {kind: _value(groups[first:], kind) for kind in ("title", "source", "byline", "date")}
    day = day_in(fields["date"])
    cover += first
    return Piece(
        name,
        before=tuple(part for group in groups[first:] for part in _parts(group)),
        stated={**fields, "date": day.edtf if day else ""},
        rule="publication-export",
        notices=("the cover page of the export, above it, is left out",) if cover else (),
    )


def begins_article(dialect: str, groups: Sequence[Group]) -> bool:
    """Whether the head of an article is among the paragraphs."""
    if dialect == "factiva":
        return any(is_mark(group.text, "words") for group in groups)
    return any(_is_anchor(groups, at) for at in range(len(groups)))


def _parts(group: Group) -> tuple[Part, ...]:
    """The paragraph as a part; a headline without the label or the code before it."""
    kind = _kind(group)
    headline = next((said for named, said in (group.label, group.code) if named == "title"), "")
    if kind == "title" and headline:
        return Part("furniture", group.text.split(maxsplit=1)[0]), Part(kind, headline)
    return (Part(kind, group.text),)


def _kind(group: Group) -> SectionKind | None:
    if group.field == "byline" and not _value([group], "byline"):
        return "furniture"
    return _KINDS.get(group.field, "furniture") if group.field else None


def _value(groups: Sequence[Group], field: str) -> str:
    """The text of the first paragraph of a field, after its label if it has one."""
    for group in groups:
        if group.field == field:
            given = next(
                (said for kind, said in (group.label, group.code) if kind == field), group.line
            )
            value = " ".join(given.split())
            if field == "byline":
                value = named_authors(value)
            if value:
                return value
    return ""


def _read_lexis(groups: list[Group]) -> tuple[int, int]:
    """``1 of 3 DOCUMENTS``, the outlet, the day, the headline, labelled lines, the text."""
    groups[0].field = "head"
    at = 1
    day = next((n for n, group in enumerate(groups[:8]) if group.is_date), None)
    if day is not None:
        groups[day].field = "date"
        above = [group for group in groups[1:day] if not group.is_rights]
        for group in above[-1:]:
            group.field = "source"
        at = day + 1
        # The headline is between the day and the first label, or right after the day without one.
        labelled = next(
            (n for n, one in enumerate(groups[at : at + 4], at) if one.label[0]), at + 1
        )
        for group in groups[at:labelled]:
            group.field = "" if group.is_rights else "title"
        at = labelled
    elif any(group.label[0] == "body" for group in groups):
        return _read_proquest(groups)
    return 0, _after_labels(groups, at)


def _read_proquest(groups: list[Group]) -> tuple[int, int]:
    """The headline, labelled lines, ``Full text:``, the text, labelled lines with the outlet."""
    body = next((n for n, one in enumerate(groups) if one.label[0] == "body"), len(groups))
    end = len(groups)
    while end > body + 1 and _is_below(groups[end - 1]):
        end -= 1
    for group in (*groups[1:body], *groups[end:]):
        group.field = group.label[0] or "head"
    if body > 1:
        groups[1].field = "title"
    for group in groups[body : body + 1]:
        # The label opens the text; without a text on its line, it is only a heading.
        group.field = "" if group.label[1] else "head"
        group.text = group.label[1] or group.text
    return 0, body


def _is_below(group: Group) -> bool:
    """Whether it has a label, says who has the rights, or is a line drawn across."""
    is_drawn = not any(map(str.isalnum, group.text))
    return group.label[0] != "" or group.is_rights or is_drawn


def _read_nexis(groups: list[Group]) -> tuple[int, int]:
    """The headline, the outlet, the day, the rights, labelled lines, ``Body``, the text."""
    day = next((n for n in range(len(groups)) if _is_anchor(groups, n)), None)
    if day is None:
        return 0, 0
    groups[day].field = "date"
    first = max(0, day - 2)
    if day:
        groups[day - 1].field = "source"
    if day > 1:
        groups[first].field = "title"
    return first, _after_labels(groups, day + 1)


def _is_anchor(groups: Sequence[Group], at: int) -> bool:
    """Whether the paragraph is the day of an article: a rights line or label follows it."""
    below = groups[at + 1 : at + 3]
    return groups[at].is_date and any(one.is_rights or one.label[0] for one in below)


def _after_labels(groups: Sequence[Group], at: int) -> int:
    """Where the text begins, after the labelled lines and the rights line."""
    while at < len(groups):
        field = groups[at].label[0]
        if field == "body" and not groups[at].label[1]:
            groups[at].field = "head"
            return at + 1
        if not field or field in ("body", "tail"):
            if not groups[at].is_rights:
                return at
            field = "head"
        groups[at].field = field
        at += 1
    return at


def _read_factiva(groups: list[Group]) -> tuple[int, int]:
    """The section, the headline, the author, ``97 words``, day, outlet and rights, the text."""
    length = next((n for n, one in enumerate(groups) if is_mark(one.text, "words")), None)
    if length is None:
        return 0, 0
    _take_codes(groups)
    _name_above(groups, length)
    groups[length].field = "head"
    day = next((n for n in range(length + 1, len(groups)) if groups[n].is_date), length)
    for group in groups[day : day + 1]:
        group.field = "date" if day > length else "head"
    at = day + 1
    is_named = any(group.field == "source" for group in groups)
    while at < len(groups):
        group = groups[at]
        if group.field == "body":
            # The code opens the text; if they share a line, the paragraph is part of the text.
            for one in groups[at:]:
                if one.field == "body":
                    one.field = "" if one.code[1] else "head"
                    one.text = one.code[1] or one.text
            return 0, at + (group.field == "head")
        if not (is_named or _CLOCK.fullmatch(group.text)):
            group.field, is_named = "source", True
        ends = group.is_rights
        group.field = group.field if group.field in ("source", "date") else "head"
        at += 1
        if ends or (group.line in _LANGUAGE and at < len(groups) and not groups[at].is_rights):
            break
    return 0, at


def _take_codes(groups: list[Group]) -> None:
    """If several lines begin with codes, each line gets the field of its code."""
    coded = [group for group in groups if group.code[0]]
    if len(coded) < 4:
        for group in coded:
            group.field = "" if group.code[1] else "head"
        return
    for group in coded:
        group.field = group.code[0]


def _name_above(groups: list[Group], length: int) -> None:
    """Find the headline and the author above the word count, if no code gives them."""
    above = [group for group in groups[:length] if not group.field]
    if not above or any(group.field == "title" for group in groups[:length]):
        return
    is_signed = len(above) > 1 and _is_signature(above[-1].line)
    if is_signed and len(above) == 2 and is_section_name(above[0].line):
        is_signed = False
    if is_signed:
        above.pop().field = "byline"
    above.pop().field = "title"


def _is_signature(line: str) -> bool:
    """Whether a line is ``By …``, or only names."""
    if line.lower().startswith("by "):
        return True
    return len(line) < 100 and all(_NAME.fullmatch(one) for one in _NAMES.split(line) if one)


def _mark_tail(groups: Sequence[Group], body: int, dialect: str) -> None:
    """Mark what is below the text: labelled lines, the rights line, the end mark."""
    at = len(groups)
    if dialect in _ENDS and at > body and is_mark(groups[-1].text, "end"):
        at -= 1
        groups[at].field = "tail"
    while at > body and (_is_tail(groups[at - 1]) or _is_in_tail(groups[body:at])):
        at -= 1
        groups[at].field = "tail"


def _is_tail(group: Group) -> bool:
    label = group.label[0] or (group.code[0] if group.field else "")
    return label == "tail" or group.is_rights


def _is_in_tail(groups: Sequence[Group]) -> bool:
    """Whether the last line is one that no table knows, with a label or below those that have."""
    line = groups[-1].line
    if groups[-1].field or groups[-1].label[0]:
        return False
    if len(line) > _LONGEST_LABELLED or line.endswith((".", "!", "?", "”", '"')):
        return False
    return _CAPITALS.match(line) is not None or any(map(_is_tail, groups[-1 - _UNKNOWN : -1]))


_READERS: dict[str, Callable[[list[Group]], tuple[int, int]]] = {
    "lexis": _read_lexis,
    "nexis": _read_nexis,
    "factiva": _read_factiva,
}
