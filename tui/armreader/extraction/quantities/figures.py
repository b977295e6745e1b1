"""Figures in a text: value, unit, bound, range and rate, with their conversions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from armreader.extraction.grammar.analysis import Grammar, SentenceGrammar
from armreader.extraction.quantities.bounds import bound_of
from armreader.extraction.quantities.context import anchors, same_thing, scope, terms
from armreader.extraction.quantities.conversions import converts, is_in_bracket
from armreader.extraction.quantities.ends import joined_ends, joined_sides
from armreader.extraction.quantities.holders import holder_of
from armreader.extraction.quantities.meaning import cues
from armreader.extraction.quantities.naming import label_of
from armreader.extraction.quantities.numbers import is_fraction
from armreader.extraction.quantities.refused import is_named, is_refused
from armreader.extraction.quantities.roles import Place
from armreader.extraction.quantities.scan import numbers_in
from armreader.extraction.quantities.sources import is_aside, source_of
from armreader.extraction.quantities.things import thing_of
from armreader.extraction.quantities.units import CURRENCIES, FIGURE, PERIODS, UNITS, rate
from armreader.extraction.quantities.values import ADJECTIVE, Value, value_of
from armreader.extraction.quantities.writers import is_personal
from armreader.language import entries
from armreader.records import Article, Sentence, Span, TimeExpression
from armreader.records.quantity import Bound, Figure

_UNSCANNED = frozenset(("furniture", "byline", "dateline", "source"))
_BESIDE = re.compile(
    r" ?(?:of (?:them|these|those|whom)|(?:were|are|have|had|was) \w+"
    r"|(?:dead|missing|hurt|taken|others|more|homeless)\b|\w+ed\b)",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:to|at|be|reached|passed|exceeds?|exceeded|number|is|was|than|as)\s*$", re.IGNORECASE
)
_MAGNITUDE = re.compile(r"\bmagnitude(?: of|-)?[ -]?$", re.IGNORECASE)
_EACH = re.compile(r" (?:a|an|per) (?P<each>[a-z]{3,})\b")
_AS_OF = re.compile(r"\b(?:by|as of|until)(?: the end of)? $")
_DASH, _COMMA = re.compile(r" ?(?:[-–—]+|:) "), re.compile(r" ?(?:[-–—]+|[:,]) ")
_SOON = 12
_OPENING = 6
"""Characters of a sentence before a date with which it begins: "In", "On", "Early"."""
_SIZES = frozenset(("weight", "height", "width", "length", "depth", "distance", "capacity"))
"""Roles of what a thing has, whatever is planned with it: "tried to lower a 98-ton dome"."""
_MOST = 40
"""The most figures of a sentence; what has more is a table without its lines."""


@dataclass(frozen=True, slots=True)
class _Scanned:
    """One sentence that is being searched."""

    text: str
    span: Span
    tagged: SentenceGrammar
    dates: Sequence[Span]
    """All the dates of the article, in order."""
    personal: bool
    """Whether it is a writer's own opinion."""

    def date_in(self, start: int, end: int) -> Span | None:
        at = bisect_left(self.dates, Span(start, 0))
        return self.dates[at] if at < len(self.dates) and self.dates[at].start < end else None

    def is_date(self, start: int, end: int) -> bool:
        at = bisect_left(self.dates, Span(end, 0)) - 1
        return at >= 0 and self.dates[at].end > start


def find_figures(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    grammar: Grammar,
) -> tuple[Figure, ...]:
    """Every figure of an article in order, without dates, ages and whatever is in furniture."""
    dates = sorted(time.span for time in times if time.type in ("DATE", "TIME"))
    found: list[Figure] = []
    for number_, sentence in enumerate(sentences):
        if sentence.section in _UNSCANNED:
            continue
        tagged = grammar[number_]
        of_sentence: list[Figure] = []
        matches = list(islice(numbers_in(article.text, sentence.span, tagged), _MOST + 1))
        personal = bool(matches) and is_personal(article.text, sentence.span)
        scanned = _Scanned(article.text, sentence.span, tagged, dates, personal)
        for match in matches if len(matches) <= _MOST else ():
            if scanned.is_date(*match.span()):
                continue
            if of_sentence and is_in_bracket(article.text, of_sentence[-1], match.start()):
                continue
            for figure in _figures(scanned, match):
                if not of_sentence or not converts(article.text, of_sentence[-1], figure):
                    of_sentence.append(figure)
        found += joined_ends(article.text, joined_sides(article.text, of_sentence))
    return tuple(found)


def _figures(scanned: _Scanned, match: re.Match[str]) -> Iterator[Figure]:
    """The figure of a match; both for "from 11 to 14"."""
    value = value_of(scanned.text, scanned.span, match)
    if value is None:
        return
    figure = _figure(scanned, match, value)
    if figure:
        yield figure
    if value.rest >= 0:
        rest = FIGURE.match(scanned.text, value.rest, scanned.span.end)
        if rest and not scanned.is_date(*rest.span()):
            yield from _figures(scanned, rest)


def _figure(scanned: _Scanned, match: re.Match[str], value: Value) -> Figure | None:
    text, tagged = scanned.text, scanned.tagged
    place = _place(tagged, match.start(), value)
    if place is None:
        return None
    unit, dimension, size = _unit(scanned, match, value, place)
    if not unit or is_refused(text, value.start, value.end, dimension):
        return None
    bound: Bound = "range"
    start = value.start
    if not value.is_range:
        bound, start = bound_of(text, value.start, value.end, scanned.span)
        if bound == "exact" and match["a"].lower() in ("", "a", "an"):
            bound = "about"  # "a mile deep"
    meant, source = cues(place), source_of(place)
    role = _role(place, dimension, unit)
    return Figure(
        Span(start, value.end),
        None if bound == "at_most" else value.low,
        None if bound == "at_least" else value.high,
        bound,
        unit,
        dimension,
        size,
        role,
        terms(place),
        scanned.personal
        or ("supposed" in meant and not _is_reckoned(place, bound))
        or ("wanted" in meant and role not in _SIZES),
        "relative" in meant and dimension != "duration",
        "earlier" in meant or value.is_first,
        same_thing(thing_of(place, dimension, role)),
        anchors(place),
        scope(place),
        source,
        is_aside(place),
        _day(scanned, place, value.end, source is not None),
        label_of(place),
        holder_of(place) if dimension.startswith("money") else None,
    )


def _is_reckoned(place: Place, bound: Bound) -> bool:
    """Whether it is the most that somebody expects: "the toll could be as high as 90"."""
    verb = place.clause.verb if place.clause else None
    asserted = verb is not None and verb.lemma == "be" and "if" not in place.tagged.lowers
    return asserted and bound == "at_most"


def _role(place: Place, dimension: str, unit: str) -> str:
    """The role by grammar; a "98-ton chamber" weighs that much, whatever is done to it."""
    if dimension == "mass" and place.describes():
        return "weight"
    if unit == "storeys":
        return "height"
    if unit == "magnitude":
        return unit
    role = place.role(dimension)
    return "" if role == "distance" and _is_of_pronoun(place) else role


def _is_of_pronoun(place: Place) -> bool:
    """Whether its clause says where "it" or "he" is, which cannot be compared."""
    clause = place.clause
    if clause is None or clause.verb is None or clause.subject is None:
        return False
    return clause.verb.lemma == "be" and place.tagged.tags[clause.subject.head] == "PRP"


def _place(tagged: SentenceGrammar, start: int, value: Value) -> Place | None:
    first, last = tagged.token_at(start), tagged.token_at(value.reads - 1)
    if last is None:
        return None
    if first is None or value.is_first:
        first = last
    unit = "%" if is_fraction(tagged.words[first]) else value.unit
    return Place(tagged, first, last + 1, unit)


def _day(scanned: _Scanned, place: Place, end: int, given: bool) -> Span | None:
    """The date that a figure is given for: right after it, or after "by" in its clause.

    Where somebody gives it, a date that opens the sentence is its day, too.
    """
    opening = scanned.date_in(scanned.span.start, scanned.span.start + _OPENING)
    if opening and (_COMMA if given else _DASH).match(scanned.text, opening.end):
        return opening  # "3 May - The flow is 40 tons.", "Last month, the firm put it at 40 tons"
    span = place.clause.span if place.clause else scanned.span
    found = scanned.date_in(min(span.start, end), max(span.end, end + _SOON))
    while found is not None and found.start < span.end + _SOON:
        if _AS_OF.search(scanned.text, max(span.start, found.start - 8), found.start):
            return found
        if not _tells_a_state(place):
            return None
        between = scanned.text[end : found.start]
        if end <= found.start and len(between.split()) <= 2 and not between.count("."):
            return found
        found = scanned.date_in(found.end, span.end + _SOON)
    return None


def _tells_a_state(place: Place) -> bool:
    """Whether a date after the figure is that of a count, not of an event."""
    if place.clause is None or place.clause.verb is None:
        return False
    verb = place.clause.verb
    moving = place.tagged.lowers[verb.head] in entries("quantities_moving")
    return moving or verb.lemma in ("be", "reach", "stand", "pass", "total", "number")


def _unit(
    scanned: _Scanned, match: re.Match[str], value: Value, place: Place
) -> tuple[str, str, float]:
    """Unit, dimension and size; the unit is empty where the number counts nothing."""
    text, name, end = scanned.text, value.unit, value.reads
    sign = (match["cur"] or "").strip().lower()
    if sign:
        if sign == "#" and not match["ascale"]:
            return "", "", 1.0  # "No. 3", "#3"
        return _with_rate(scanned, value, CURRENCIES[sign], f"money {CURRENCIES[sign]}", 1.0)
    if name == "in" and text[end - 3 : end - 2] != "-" and text[end - 3 : end - 2].isspace():
        name = ""
    if name:
        if not match["a"] and not ADJECTIVE.match(text, end):
            return "", "", 1.0
        unit, dimension, size = UNITS[name]
        if dimension == "length" and text[end : end + 1] == "/":
            return "", "", 1.0  # "6 feet/sec"
        if name == "bpd":
            return f"{unit}/day", f"{dimension} rate", size / PERIODS["day"]
        return _with_rate(scanned, value, unit, dimension, size)
    if is_fraction(match["a"]):
        return "percent", "share", 1.0
    if _MAGNITUDE.search(text, max(0, match.start() - 14), match.start()):
        return "magnitude", "magnitude", 1.0
    if not _counts(scanned, match, place, end):
        return "", "", 1.0
    counted = place.noun_at if place.noun() else None
    unit = "people" if counted is None else place.tagged.lowers[counted]
    return _with_rate(scanned, value, unit, "count", 1.0)


def _with_rate(
    scanned: _Scanned, value: Value, unit: str, dimension: str, size: float
) -> tuple[str, str, float]:
    """The unit with the period or the thing that it is for: "a day", "a barrel"."""
    if dimension in ("duration", "length", "share", "speed", "magnitude", "points", "storeys"):
        return unit, dimension, size
    period = rate(scanned.text, value.start, value.reads, scanned.span)
    if period:
        return f"{unit}/{period}", f"{dimension} rate", size / PERIODS[period]
    if dimension.startswith("money"):
        each = _EACH.match(scanned.text, value.reads, scanned.span.end)
        if each:
            return f"{unit}/{each['each']}", f"{dimension} each {each['each']}", size
    return unit, dimension, size


def _counts(scanned: _Scanned, match: re.Match[str], place: Place, end: int) -> bool:
    """Whether a number without a unit counts something: "11 nurses", "17 taken"."""
    text, shown = scanned.text, match["a"]
    if not shown or (shown.lower() in ("one", "a", "an") and not match["ascale"]):
        return False
    if is_named(place.tagged, place.first, place.last):
        return False
    large = "," in shown or match["ascale"] is not None
    if place.noun():
        year = shown.isdigit() and len(shown) == 4 and 1800 <= int(shown) < 2100
        return not year and place.noun() not in entries("quantities_uncounted")
    if _BESIDE.match(text, end):
        return True
    before = text[max(0, match.start() - 12) : match.start()]
    if _REACHED.search(before) is None:
        return False
    return large or bool(place.role("count"))
