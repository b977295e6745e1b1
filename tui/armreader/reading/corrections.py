"""The user's corrections: a small text file, read at every opening and saved at every change.

One correction a line, its fields separated by spaces, the last one free text; ``#`` starts a
comment::

    date       a-5f1c20a9e3           2024-02-22     when an article appeared (EDTF)
    source     a-5f1c20a9e3           Morning Post   whose report it is
    speaker    q-77aa01bb2c           Full Name      who said it
    name       a-5f1c20a9e3@31        Full Name      the full name of whoever is named there
    join       a-5f1c20a9e3@120       a-0b1c2d3e4f@88   two mentions are one event
    split      a-5f1c20a9e3@120                      a mention is an event of its own
    same       q-77aa01bb2c           q-12ab34cd56   two quotes are one utterance
    different  q-77aa01bb2c           q-12ab34cd56   they are not
    same       a-5f1c20a9e3           a-0b1c2d3e4f   two articles of a library are one story
    different  a-5f1c20a9e3           a-0b1c2d3e4f   they are not
    call       a-5f1c20a9e3@120       Own words      what the event named there is called
    when       a-5f1c20a9e3@120       2024-02-22     when it was (EDTF)
    hide       a-5f1c20a9e3@120       a-0b1c2d3e4f@88   not an event, with its other mentions
    hide       q-77aa01bb2c                          not a quote
    furniture  a-5f1c20a9e3@300       412            from here to there is not part of the report
    agree      a-5f1c20a9e3@120       a-0b1c2d3e4f@88   what is there is not a disagreement
    part       a-5f1c20a9e3@120                      the figure does not belong to its series
    gather     a-5f1c20a9e3@120       a-0b1c2d3e4f@88   two figures belong together

Ids are made from content, so a correction holds wherever the article is opened. After ``#`` a
line may hold, as JSON, the words that its ids refer to; with them the correction can still be
applied after the file was edited. To undo a correction, delete its line. A line with a mistake is
reported and skipped; saving leaves every other line unchanged.
"""

from __future__ import annotations

import json
import re
from dataclasses import astuple
from pathlib import Path
from typing import Any, get_args

from armreader.reading.small_file import read_small
from armreader.records import Correction, CorrectionKind, Problem, Whereabouts
from armreader.records.dates import DateRange

LARGEST = 16_000_000
"""Bytes; a larger file is not read as corrections."""
_ARTICLE, _QUOTE = re.compile(r"a-[0-9a-f]{10}(-\d+)?"), re.compile(r"q-[0-9a-f]{10}(-\d+)?")
_ALIKE = re.compile(r"[aq]-[0-9a-f]{10}(-\d+)?")
_MENTION = re.compile(r"a-[0-9a-f]{10}(-\d+)?@\d+")
_HIDDEN = re.compile(r"(?:a-[0-9a-f]{10}(-\d+)?@\d+|q-[0-9a-f]{10}(-\d+)?)")
_SUBJECTS = {
    "date": (_ARTICLE, "an article's id"),
    "source": (_ARTICLE, "an article's id"),
    "speaker": (_QUOTE, "a quote's id"),
    "same": (_ALIKE, "a quote's or an article's id"),
    "different": (_ALIKE, "a quote's or an article's id"),
    "name": (_MENTION, "a place (article-id@start)"),
    "join": (_MENTION, "a mention (article-id@start)"),
    "split": (_MENTION, "a mention (article-id@start)"),
    "call": (_MENTION, "a mention (article-id@start)"),
    "when": (_MENTION, "a mention (article-id@start)"),
    "hide": (_HIDDEN, "a mention (article-id@start) or a quote's id"),
    "furniture": (_MENTION, "a place (article-id@start)"),
    "agree": (_MENTION, "a side of a disagreement (article-id@start)"),
    "part": (_MENTION, "a figure (article-id@start)"),
    "gather": (_MENTION, "a figure (article-id@start)"),
}


def read_corrections(file: Path) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """The corrections in a file, and a problem for each bad line; none if there is no file."""
    try:
        text = read_small(file, LARGEST).decode("utf-8", "replace")
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        return (), (Problem(str(file), f"cannot be read: {error.strerror or error}"),)
    found: list[Correction] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        correction = parse_line(line)
        if isinstance(correction, str):
            problems.append(Problem(str(file), f"line {number}: {correction}"))
        elif correction:
            found.append(correction)
    return tuple(found), tuple(problems)


def parse_line(line: str) -> Correction | str | None:
    """The correction in a line, or a message that says what is wrong; None for an empty line."""
    line, _, behind = line.strip().partition(" #")
    line = line.strip()
    if not line or line.startswith("#"):
        return None
    kind, _, rest = _first(line)
    if kind not in get_args(CorrectionKind):
        return f"{kind!r} is not a kind of correction ({', '.join(get_args(CorrectionKind))})"
    subject, _, value = _first(rest)
    pattern, what = _SUBJECTS[kind]
    if not pattern.fullmatch(subject):
        return f"{subject or 'nothing'!r} is not {what}"
    if kind in ("date", "when") and DateRange.from_edtf(value) is None:
        return f"{value!r} is not a date (2024-02-22, 2024-02, 2023/2024)"
    if kind in ("source", "speaker", "name", "call") and not value:
        return f"{kind} needs a name"
    if kind in ("same", "different", "join", "gather") and not pattern.fullmatch(value):
        return f"{value or 'nothing'!r} is not {what}"
    if kind in ("same", "different") and subject[0] != value[0]:
        return f"{subject} and {value} are not both quotes or both articles"
    if kind == "hide" and not all(map(_MENTION.fullmatch, value.split())):
        return f"{value!r} is not a list of mentions"
    if kind == "agree" and not (value and all(map(_MENTION.fullmatch, value.split()))):
        return f"{value or 'nothing'!r} is not a list of sides"
    if kind == "furniture" and not value.isdecimal():
        return f"{value!r} is not the end of a passage"
    if kind in ("split", "part") and value:
        return f"unexpected text: {value!r}"
    return Correction(kind, subject, value, _whereabouts(behind))  # type: ignore[arg-type]


def _whereabouts(comment: str) -> tuple[Whereabouts, ...]:
    """The whereabouts in a comment, if it is JSON; empty for any other comment."""
    if not comment.startswith(" ["):
        return ()
    try:
        return tuple(_understood(*one) for one in json.loads(comment))
    except (ValueError, TypeError, RecursionError):
        return ()


def _understood(ident: str, file: str, url: str, title: str, parts: list[Any]) -> Whereabouts:
    """One of the whereabouts; ValueError if it is not as ``format_line`` writes it."""
    stretches = tuple(
        (exact, before, after, max(0, int(start))) for exact, before, after, start in parts
    )
    words = [ident, file, url, title, *(word for one in stretches for word in one[:3])]
    if not all(isinstance(word, str) for word in words):
        raise ValueError(words)
    return Whereabouts(ident, file, url, title, stretches)


def _first(line: str) -> tuple[str, str, str]:
    """The first word of a line, a space, and the rest."""
    word, *rest = line.split(None, 1) or [""]
    return word, " ", rest[0].strip() if rest else ""


def format_line(correction: Correction) -> str:
    """The line for a correction, as ``parse_line`` reads it; the value is put on one line."""
    value = " ".join(correction.value.replace("#", " ").split())
    line = f"{correction.kind:<10} {correction.subject} {value}".rstrip()
    if not correction.whereabouts:
        return line
    places = [astuple(one) for one in correction.whereabouts]
    return f"{line} # {json.dumps(places, separators=(',', ':'))}"
