"""Figures in a text: value, unit, bound, range, rate; a conversion belongs to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from armreader.extraction.grammar.analysis import Grammar
from armreader.extraction.quantities.context import Context, Heading, context_of, heading_of
from armreader.extraction.quantities.numbers import (
    NUMBER,
    SCALE,
    is_fraction,
    number,
    scale,
)
from armreader.language import rows
from armreader.records import Article, Sentence, Span, TimeExpression
from armreader.records.quantity import Bound, Figure

_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "£": "GBP",
    "#": "GBP",
    "€": "EUR",
    "¥": "JPY",
}
_PERIODS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629800.0,
    "year": 31557600.0,
}
_UNITS = {row[0]: (row[1], row[2], float(row[3])) for row in rows("quantities_units")}
_UNIT = "|".join(re.escape(name) for name in sorted(_UNITS, key=len, reverse=True))
_MONEY = r"(?:US|A|C)?[$£€¥#][ ]?"
_FIGURE = re.compile(
    rf"(?<![\w.,$£€¥#/:])(?P<cur>{_MONEY})?(?P<a>{NUMBER})(?P<ascale>{SCALE})?"
    rf"(?:[ -]?(?P<aunit>{_UNIT})\b)?"
    r"(?:(?P<to>[ ]?[-–][ ]?|[ ](?:to|and|or)[ ])"
    rf"(?P<bcur>{_MONEY})?(?P<b>{NUMBER})(?P<bscale>{SCALE})?)?"
    rf"(?:(?:[ -](?:us )?)?(?P<unit>{_UNIT})(?![\w%]))?",
    re.IGNORECASE,
)
_PERIOD = "second|minute|hour|day|week|month|year"
_RATE = re.compile(
    r"(?:[ ]\([^()]{3,40}\)|,? or [\d,.]+ \w+,?| -- or [\d,.]+ \w+ --)?"
    rf"(?:(?:[ -](?:of )?(?:\w+ ){{0,3}}?)(?:a|per|each|every)[ -](?P<each>{_PERIOD})\b"
    rf"|[ ](?:of )?(?:\w+ ){{0,2}}?(?P<daily>daily)\b|/(?P<slash>{_PERIOD})\b)",
    re.IGNORECASE,
)
_RATES_BPD = frozenset(("bpd",))
_CONVERTED = re.compile(
    r"[ ]?(?:\(|\[|,? or |-- (?:or )?|– |, )[ ]?(?:about |around |some |nearly )?$"
)
_REACH = 36
"""Characters before a figure in which a word that bounds it ends."""
_SAME = 0.2
"""How far a conversion may be from the figure that it converts."""


@cache
def _bounds(place: str) -> re.Pattern[str]:
    words = sorted(
        (row[0] for row in rows("quantities_bounds") if row[2] == place), key=len, reverse=True
    )
    found = "|".join(map(re.escape, words))
    # "more than the 1,000 barrels", "at least “four problems”"
    return re.compile(
        rf"\b({found})(?: the| a)?[ ]?[“\"']?$" if place == "before" else rf"[ ,]+({found})\b",
        re.IGNORECASE,
    )


@cache
def _bound_of(words: str, place: str) -> Bound:
    given = next(row[1] for row in rows("quantities_bounds") if (row[0], row[2]) == (words, place))
    return cast(Bound, given)


def find_figures(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    grammar: Grammar,
) -> tuple[Figure, ...]:
    """Every figure of an article in order; dates, ages, and what stands in furniture are none."""
    text = article.text
    dated = sorted(time.span for time in times if time.type in ("DATE", "TIME"))
    found: list[Figure] = []
    for number_, sentence in enumerate(sentences):
        if sentence.section in ("furniture", "byline", "dateline", "source"):
            continue
        of_sentence: list[Figure] = []
        context: Context | None = None
        for match in _FIGURE.finditer(text, *sentence.span):
            if _is_dated(dated, match.start(), match.end()):
                continue
            context = context or context_of(text, sentence.span)
            for figure in _figures(text, match, sentence.span, context, grammar, number_):
                if of_sentence and _converts(text, of_sentence[-1], figure):
                    continue
                of_sentence.append(figure)
        found += of_sentence
    return tuple(found)


def _is_dated(dated: Sequence[Span], start: int, end: int) -> bool:
    at = bisect_left(dated, Span(end, 0)) - 1
    return at >= 0 and dated[at].end > start


def _figures(
    text: str, match: re.Match[str], within: Span, context: Context, grammar: Grammar, sentence: int
) -> Iterator[Figure]:
    """The figure of a match; of "from 11 to 14" both, the first told as it was before."""
    start, end = match.span()
    low = number(match["a"]) * scale(match["ascale"])
    bound: Bound = "exact"
    high, after = low, match["b"]
    name = (match["unit"] or "").lower()
    before = text[max(within.start, start - _REACH) : start]
    between = before.lower().endswith("between ")
    joined = after is not None and _is_range(match, between)
    if after is not None and not joined:
        end = (
            match.end("aunit")
            if match["aunit"]
            else match.end("ascale")
            if match["ascale"]
            else match.end("a")
        )
        name = (match["aunit"] or "").lower()
    elif match["aunit"] and not name:
        name = match["aunit"].lower()
    if joined:
        factor = scale(match["bscale"])
        high = number(after) * factor
        if not match["ascale"] and low < high / 50:
            low *= factor
        if low * 100 < high and low < 100 and "," in after:  # 7-10,000
            low *= 1000
        if high <= low:
            return
        bound = "range"
        if before.lower().endswith("between "):
            start -= len("between ")
            before = before[: -len("between ")]
    unit, dimension, size, head = _unit(text, match, name, end, within, grammar, sentence)
    if not unit:
        return
    rate = (
        _rate(text, end, within.end, context)
        if dimension not in ("duration", "length", "share")
        else ""
    )
    if name in _RATES_BPD:
        rate = "day"
    if rate:
        unit, dimension, size = f"{unit}/{rate}", f"{dimension} rate", size / _PERIODS[rate]
    if bound == "exact":
        bound, start = _bound(text, before, start, end, within, head)
    first: float | None = low
    last: float | None = high
    if bound == "at_least":
        last = None
    elif bound == "at_most":
        first = None
    role, terms, supposed, relative, earlier = context.of(start, end, head, dimension)
    figure = Figure(
        Span(start, end),
        first,
        last,
        bound,
        unit,
        dimension,
        size,
        role,
        terms,
        supposed,
        relative,
        earlier,
    )
    yield figure
    if after is not None and not joined:
        # the second number of "two and three leaks" is looked at alone
        rest = _FIGURE.match(
            text, match.start("b") if not match["bcur"] else match.start("bcur"), within.end
        )
        if rest:
            yield from _figures(text, rest, within, context, grammar, sentence)


def _is_range(match: re.Match[str], between: bool) -> bool:
    joint = match["to"].strip().lower()
    if match["bcur"] and not match["cur"]:
        return False
    return joint != "and" or between


def _unit(
    text: str,
    match: re.Match[str],
    name: str,
    end: int,
    within: Span,
    grammar: Grammar,
    sentence: int,
) -> tuple[str, str, float, Heading | None]:
    """Unit, dimension, size and head noun; an empty unit where the number counts nothing."""
    sign = (match["cur"] or "").strip().lower()
    if sign:
        if sign == "#" and not match["ascale"]:
            return "", "", 1.0, None  # "No. 3", "#3"
        unit = _CURRENCIES[sign]
        return unit, f"money {unit}", 1.0, heading_of(grammar, sentence, end)
    if name in ("m", "in", "ft", "t") and name == "in" and text[end - 3 : end - 2] == " ":
        name = ""
    if (
        not name
        and match["ascale"]
        and match["ascale"].strip().lower() == "m"
        and not match["unit"]
    ) and (
        text[end : end + 1] != " "
        or text[end : end + 2] == " ("
        or not text[end + 1 : end + 2].isalpha()
    ):
        return "", "", 1.0, None
    if name:
        unit, dimension, size = _UNITS[name]
        return unit, dimension, size, heading_of(grammar, sentence, end)
    if is_fraction(match["a"]):
        return "percent", "share", 1.0, heading_of(grammar, sentence, end)
    head = heading_of(grammar, sentence, end)
    if head is None or not head.counts(text, match, end):
        return "", "", 1.0, None
    return head.noun or "people", "count", 1.0, head


def _rate(text: str, end: int, limit: int, context: Context) -> str:
    found = _RATE.match(text, end, min(limit, end + 80))
    if not found:
        return ""
    return (found["each"] or found["slash"] or "day").lower()


def _bound(
    text: str, before: str, start: int, end: int, within: Span, head: Heading | None
) -> tuple[Bound, int]:
    """The bound by the words before or after, and where the figure begins with these words."""
    found = _bounds("before").search(before)
    if found:
        return _bound_of(found[1].lower(), "before"), start - (len(before) - found.start())
    later = _bounds("after").match(text, end, min(within.end, end + 24))
    if later:
        return _bound_of(later[1].lower(), "after"), start
    # "5,000 barrels a day or more"
    noun = re.compile(r"(?: (?!or\b|and\b)[\w-]+){1,3}").match(text, end, within.end)
    later = noun and _bounds("after").match(text, noun.end(), min(within.end, noun.end() + 24))
    if later and later[1].lower() not in ("at least", "at most"):
        return _bound_of(later[1].lower(), "after"), start
    return "exact", start


def _converts(text: str, one: Figure, other: Figure) -> bool:
    """Whether the second figure says the first again in another unit: "5 miles (8 km)"."""
    gap = text[one.span.end : other.span.start]
    if len(gap) > 40 or not _CONVERTED.search(gap):
        return False
    opens = "(" in gap
    money = one.dimension.startswith("money") and other.dimension.startswith("money")
    if one.unit == other.unit:
        return False
    if money:
        return opens and one.dimension != other.dimension
    if one.dimension.split()[0] != other.dimension.split()[0] or one.dimension == "count":
        return False
    if opens:
        return True
    pairs = zip((one.low, one.high), (other.low, other.high), strict=True)
    sizes = (one.size, other.size) if one.dimension == other.dimension else (1.0, 1.0)
    if one.dimension != other.dimension:
        return True
    known = [(a * sizes[0], b * sizes[1]) for a, b in pairs if a is not None and b is not None]
    return not known or all(abs(a - b) <= _SAME * max(a, b) for a, b in known)
