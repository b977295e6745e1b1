"""Marks: stretches in quotation marks, found paragraph by paragraph.

An odd mark spoils at most its own paragraph. A stretch that is left open continues where the next
paragraph begins with a mark, as is the custom for quotes of several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from armreader.language import entries

_MARK = re.compile(r"<[a-zA-Z/][^<>\n]{0,2000}>|''|``|[\"“”„«»‹›「」『』‘’'‚`]")
_WORD = re.compile(r"[^\W_]+")
_BEFORE_OPENING = frozenset("([{—–-/…“‘«:;,=")

_OPENING = ("“", "„", "«", "‹", "「", "『", "``")
_CLOSING = ("”", "»", "›", "」", "』")
_BEFORE_RUN = ("", ":", ",", ".", "!", "?", "…", "”", '"', "’", "»")
"""What may come before a mark that opens a run, if the paragraph leaves it open."""

Role = Literal["open", "close", "either", "single-open", "single-close", "weak-close"]


class Run(NamedTuple):
    """A stretch in marks: ``start``–``end`` include the marks, the ``inner`` offsets do not."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool = True
    single: bool = False
    continues: bool = False
    """Whether it goes on from the paragraph before, which was left open."""


class Mark(NamedTuple):
    """One quotation mark, and what it can be where it is."""

    start: int
    end: int
    role: Role


def find_runs(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[list[Run]]:
    """The outermost runs of each paragraph, in order; marks inside a run are left alone."""
    marked = [find_marks(text, start, end) for start, end in paragraphs]
    singles = sum(mark.role == "single-open" for marks in marked for mark in marks)
    doubles = sum(mark.role in ("open", "either") for marks in marked for mark in marks)
    british = singles >= max(1, doubles)
    found: list[list[Run]] = []
    opened = False
    for (start, end), marks in zip(paragraphs, marked, strict=True):
        runs = _pair(text, marks, start, end, british, opened=opened)
        if opened and runs and not text[start : runs[0].start].strip():
            runs[0] = runs[0]._replace(continues=True)
        opened = bool(runs) and not runs[-1].closed
        found.append(runs)
    return found


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of one paragraph, without apostrophes, inch marks and tags."""
    marks = []
    for match in _MARK.finditer(text, start, end):
        role = _role(text, match.group(), match.start(), match.end(), start, end)
        if role is not None:
            marks.append(Mark(match.start(), match.end(), role))
    return marks


def _role(text: str, mark: str, at: int, after: int, start: int, end: int) -> Role | None:
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    if mark in _OPENING:
        # A mark turned the wrong way, by mistake or as some languages do: after a word it closes.
        turned = mark in "“«‹" and not before.isspace() and not following.isalnum()
        return "close" if turned and before not in "([{—–-/" else "open"
    if mark in _CLOSING:
        turned = mark not in "」』" and before.isspace() and following.isalnum()
        return "open" if turned else "close"
    if mark in ('"', "''"):
        if before == "=" or (before.isdigit() and following in " -x×,;)" and mark == '"'):
            return "close" if before != "=" else None
        if before.isspace() or before in _BEFORE_OPENING:
            return "either" if following.isspace() else "open"
        return "close" if following.isspace() or not following.isalnum() else "either"
    if len(mark) > 2:
        return None
    return _single_role(text, mark, before, following, after, end)


def _single_role(
    text: str, mark: str, before: str, following: str, after: int, end: int
) -> Role | None:
    """What a single mark can be: it opens before a word, and closes after one."""
    opens = (before.isspace() or before in _BEFORE_OPENING or before == '"') and mark != "’"
    if opens and (following.isalnum() or following in '$£€…"“[('):
        word = _WORD.match(text, after, min(end, after + 12))
        if following.isdigit() or (word and word.group().lower() in entries("elisions")):
            return None
        return "single-open"
    if mark in "’'" and not following.isalnum() and not before.isspace():
        return "weak-close" if before in "sSzx" and following not in ",.;:!?" else "single-close"
    return None


def _pair(
    text: str, marks: list[Mark], start: int, end: int, british: bool, *, opened: bool
) -> list[Run]:
    """Opening marks paired with their closing marks; the first may be a paragraph earlier."""
    closers = _closers(marks, british)
    runs: list[Run] = []
    opening: Mark | None = None
    skip_until = start
    for number, mark in enumerate(marks):
        if mark.start < skip_until:
            continue
        if opening is None:
            # Where the paragraph before was left open, it may only end here.
            if mark.role == "close" and not runs and (opened or _closes_speech(text, mark, end)):
                before = -1 if opened else text.rfind(". ", start, mark.start)
                first = start if before < 0 else before + 2
                runs.append(Run(first, first, mark.start, mark.end))
                continue
            closer = closers[number]
            if closer is not None:
                runs.append(Run(mark.start, mark.end, closer.start, closer.end, single=True))
                skip_until = closer.end
            elif mark.role in ("open", "either"):
                opening = mark
        elif mark.role in ("close", "either"):
            if mark.start > opening.end:
                runs.append(Run(opening.start, opening.end, mark.start, mark.end))
            opening = None
        elif mark.role == "open" and mark.start > opening.end + 1:
            # The earlier mark was never closed, or this one is badly set.
            if not text[start : opening.start].strip() and text[mark.start] == '"':
                runs.append(Run(opening.start, opening.end, mark.start, mark.end))
                opening = None
            else:
                stop = attribution_after(text, opening.end, mark.start)
                if stop is not None:
                    runs.append(Run(opening.start, opening.end, stop, stop))
                opening = mark
    if opening is not None and opening.end < end:
        stop = attribution_after(text, opening.end, end)
        if stop is not None:
            runs.append(Run(opening.start, opening.end, stop, stop))
        elif text[start : opening.start].rstrip()[-1:] in _BEFORE_RUN:
            runs.append(Run(opening.start, opening.end, end, end, closed=False))
    return runs


def attribution_after(text: str, start: int, end: int) -> int | None:
    """Where words in marks end whose closing mark is missing: ``“We wait, said Ann Lund.``"""
    found = _attribution().search(text, start, end)
    return found.start() + 1 if found else None


def _closes_speech(text: str, mark: Mark, end: int) -> bool:
    """Whether a closing mark without an opening one ends speech: ``We wait,” said Ann Lund.``"""
    return (
        text[mark.start - 1] in ",?!"
        and text[mark.end : mark.end + 1] == " "
        and _attribution().match(
            f"{text[mark.start - 1]}{text[mark.end : min(end, mark.end + 90)]}"
        )
        is not None
    )


@cache
def _attribution() -> re.Pattern[str]:
    """A comma, and then a verb of saying with a name before or after it, to the end of a clause."""
    verbs = "|".join(sorted(entries("words_of_asking")))
    name = r"[^\W\d_a-z][\w.'’-]{1,30}(?: [^\W\d_a-z][\w.'’-]{1,30}){0,3}"
    return re.compile(
        rf"[,?!](?= (?:(?:{verbs}) {name}|{name} (?:{verbs}))(?:[.,;:]| of | in | on |$))"
    )


def _closers(marks: list[Mark], british: bool) -> list[Mark | None]:
    """For each single mark that may open, the mark that closes it; None for all others."""
    closers: list[Mark | None] = [None] * len(marks)
    strong: Mark | None = None
    weak: Mark | None = None
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        if mark.role == "single-close":
            strong, weak = mark, None
        elif mark.role == "weak-close":
            weak = mark
        elif mark.role == "single-open":
            closers[number] = strong or weak
            strong = weak = None
        elif not british:
            strong = weak = None
    return closers
