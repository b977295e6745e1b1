"""Texts that a page has on one line without a mark between them: "Rig sinks The fire …"."""

from __future__ import annotations

import re
from itertools import pairwise

from armreader.extraction.glued import glued_at
from armreader.language import entries, mapping
from armreader.records import Span

_RUN_ON = re.compile(
    r" (?:(?=(?:The|An?|There|These|This|It|He|She|They|In|At|For|But|As|On|Two|Three|Four|Five|Six"
    r"|Several|Some|Most) [^\W\d_A-Z]|An? \d)"
    r"(?<=[^\W_A-Z][^\W_A-Z] )"
    r"|(?=(?:The|An?|There) \w)(?<=\w[\"”\'’] )|(?=(?:The|An?) [a-z])(?<=[A-Z][A-Z] ))"
)
"""Between two texts on one line without a mark, as a copied page has them: "Rig sinks The fire"."""
_NEW_TEXT = re.compile(
    r" (?<=[^\W_] )(?=The [A-Z][\w'’ -]{1,40}? (?:has|have|had|is|are|was|were|will|would)\b)"
)
"""The same where a name follows: "Rig sinks The Coast Guard has"."""
_STAMP = re.compile(
    r"(?:(?:[A-Z][A-Z./-]{0,30},? ){1,4}(?:[A-Z][a-z]{1,20} )?)?(?:\| )?(?:[A-Z][a-z]{1,12},? )?"
    r"(?:[0-3]?\d [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? [0-3]?\d),? [12]\d{3}[,;]? "
    r"[0-2]?\d[.:][0-5]\d(?: ?[ap]\.?m\b\.?| [AP]M\b)?"
    r"(?: (?:[BG]M?ST|GMT|UTC|CES?T|[ECMP][DS]?T)\b)?"
)
"""When a page was published, to the minute, in the midst of its text: "ARDAL | Mon May 3, 2021
9:15 am EDT"."""
_HEADED = 2
"""The first lines of a text, in which a headline and a caption may be."""
_CLOCK = re.compile(r"\d[.:][0-5]\d")
"""What such a stamp has, and few sentences have."""
_OPENED = re.compile(r"(?:^| )[‘']\w")
"""A single mark that opens a quotation."""
_RUN_ON_WORDS, _RUN_ON_REACH = 4, 200
"""The fewest words of the first of them; the characters of it that are looked at on either side."""
_BEFORE_NAME = frozenset(("tell", "tells", "telling", "told"))
"""Verbs after which the name of a paper or an agency comes: "told The Mail"."""
_CREDIT = re.compile(r"([A-Z][a-z]+(?: [a-z]+)?): ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?=/)")
"""Who took a picture, up to the agency after a slash: "Photograph: Ann Lee"."""
_SENT = re.compile(r"([A-Z][a-z]+(?: [a-z]+)?): ?([A-Z][\w.-]*(?: Images)?)(?= [A-Z])")
"""Which agency a picture is from, before a sentence: "Photograph: Reuters | Ann Lee has"."""
_AGENCY = re.compile(r"/([A-Z][\w.-]*)((?: [A-Z][\w.-]*){0,2})")


def is_credit(text: str, span: Span) -> bool:
    """Whether a stretch is only who took a picture: "Photograph: Ann Lee/Getty Images"."""
    return _credit_end(text, span.start, span.end) == span.end


def _credit_end(text: str, start: int, end: int) -> int:
    """Where the credit of a picture ends with which a stretch begins; its start if none does."""
    sent = _SENT.match(text, start, end)
    if sent and sent[2] in entries("reading/agencies"):
        return sent.end() if sent[1].casefold() in entries("reading/photo_credits") else start
    begun = _CREDIT.match(text, start, end)
    if begun is None or begun[1].casefold() not in entries("reading/photo_credits"):
        return start
    at = begun.end()
    while agency := _AGENCY.match(text, at, end):
        known = f"{agency[1]}{agency[2]}".split(" ")
        names = (" ".join(known[:count]) for count in range(len(known), 0, -1))
        name = next((one for one in names if one in entries("reading/agencies")), agency[1])
        at = agency.start() + 1 + len(name)
    return at


def parted(text: str, start: int, end: int) -> list[Span]:
    """A sentence, or the several that stand where texts without a final mark were run together."""
    credited = _credit_end(text, start, end)
    spans = [Span(start, credited)] if credited > start else []
    start = credited
    if not _CLOCK.search(text, start, end):
        return [*spans, *_joints(text, start, end)]
    for stamp in _STAMP.finditer(text, start, end):
        spans += [*_joints(text, start, stamp.start()), _trimmed(text, *stamp.span())]
        start = stamp.end()
    return [*spans, *_joints(text, start, end)]


def _joints(text: str, start: int, end: int) -> list[Span]:
    """A stretch, cut where a text begins without a mark before it."""
    if text.count("\n", 0, start) >= _HEADED:
        return _cut(text, start, end)
    parts = [start, *glued_at(text, start, end), end]
    return [span for first, last in pairwise(parts) for span in _cut(text, first, last)]


def _cut(text: str, start: int, end: int) -> list[Span]:
    """A stretch, cut before words that begin sentences: "Rig sinks | The fire"."""
    joints = {
        match.span() for each in (_RUN_ON, _NEW_TEXT) for match in each.finditer(text, start, end)
    }
    if not joints:
        return [_trimmed(text, start, end)]
    spans, functional = [], mapping("function_words")
    for at, after in sorted(joints):
        if len(text[start : min(at, start + _RUN_ON_REACH)].split()) < _RUN_ON_WORDS:
            continue
        last = text[max(start, at - _RUN_ON_REACH) : at].rpartition(" ")[2]
        lettered = text.startswith("A ", after) and last in entries("lettered_words")
        named = text.startswith("The ", after) and text[after + 4].isupper()
        ends = last[:1].islower()
        if named:
            plain = functional.get(last) in (None, "adverb")  # "a gas well | The Harbour Board has"
            ends = plain and last not in _BEFORE_NAME
        ends = ends or last.isupper()  # "fever in the UK | A study found"
        owns = last[-1] in "'’" and not _OPENED.search(text, start, at)  # "on Lund News' The Hour"
        if ends and not lettered and not owns:
            spans.append(_trimmed(text, start, at))
            start = after
    return [*spans, _trimmed(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))
