"""Expressions that stand together become one: "10 p.m. Friday", "September last year"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from armreader.extraction.times.scanner import Item, split_words
from armreader.records import TimeForm, TimeType
from armreader.words import rows

_CONNECTORS: tuple[tuple[str, ...], ...] = (
    (),
    (",",),
    ("of",),
    ("in", "the"),
    ("of", "the"),
    ("on",),
    ("on", "the"),
    ("of", "fiscal"),
)
_YEAR_PARTS = ("month", "season", "quarter", "half", "day")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at tokens ``first`` up to but not including ``end``."""

    first: int
    end: int
    type: TimeType
    form: TimeForm


def compose(found: Sequence[Found], items: Sequence[Item]) -> list[Found]:
    """Join neighbours that name one time, then take in the modifiers before each."""
    joined: list[Found] = []
    for one in found:
        merged = _joined(joined[-1], one, items) if joined else None
        while merged:
            joined.pop()
            one = merged
            merged = _joined(joined[-1], one, items) if joined else None
        joined.append(one)
    limits = [0, *(one.end for one in joined)]
    return [
        _modified(one, items, limit)
        for one, limit in zip(joined, limits, strict=False)
        if one.form.rule != "part-of-day" or _is_at_night(one, items)
    ]


def _is_at_night(one: Found, items: Sequence[Item]) -> bool:
    """A part of the day that stands alone is a time only in "at night"."""
    return (
        one.first > 0 and items[one.first - 1].lower == "at" and items[one.first].lower == "night"
    )


def _joined(left: Found, right: Found, items: Sequence[Item]) -> Found | None:
    if right.first - left.end > 2:
        return None
    between = tuple(item.lower for item in items[left.end : right.first])
    possessive = between == ("'s",)
    if not possessive and between not in _CONNECTORS:
        return None
    made = _possessive(left, right) if possessive else _one_time(left, right, between)
    return replace(made, first=left.first, end=right.end) if made else None


def _possessive(left: Found, right: Found) -> Found | None:
    """This year's third quarter."""
    if granularity(left.form) == "year" and granularity(right.form) in _YEAR_PARTS:
        return _placed(right, left)
    return None


def _one_time(left: Found, right: Found, between: tuple[str, ...]) -> Found | None:
    kinds = granularity(left.form), granularity(right.form)
    apart = bool(between)
    match kinds:
        case ("clock" | "part", "day" | "weekday" | "deictic"):
            return _at_time(right, left) if between[:1] != ("in",) else None
        case ("day" | "weekday" | "deictic", "part") if not apart or between == (",",):
            return _at_time(left, right) if not apart else None
        case ("day" | "weekday" | "deictic", "clock") if not apart:
            return _at_time(left, right)
        case ("timed-weekday", "day") if between == (",",):
            return _at_time(right, left)
        case ("weekday", "day") if between in ((), (",",), ("of",), ("the",)):
            return right
        case ("weekday", "week") if not apart and right.form.shift is not None:
            return _placed(left, right)
        case ("month" | "season" | "quarter" | "half" | "day", "year") if (
            left.form.value.startswith("XXXX")
            and not left.form.direction
            and left.form.shift is None
            and between != ("on",)
            and (apart or right.form.shift is not None)
            and (between != (",",) or right.form.anchor == "none")
        ):
            return _placed(left, right)
        case ("month" | "season", "before-christ") if between in ((), ("of",)):
            rest = left.form.value[4:]
            return replace(right, form=replace(right.form, value=right.form.value + rest))
        case ("length", "year" | "month" | "before-christ") if between == ("of",):
            return left
        case ("deictic", "day" | "weekday") if between == (",",):
            return right
    return None


def _at_time(day: Found, time: Found) -> Found:
    """The day with the clock time or part of the day of the other."""
    clock = time.form.value.partition("T")[2]
    if "T" in day.form.value:
        return day
    return replace(day, type="TIME", form=replace(day.form, value=f"{day.form.value}T{clock}"))


def _placed(part: Found, whole: Found) -> Found:
    """A part of the year or week that the other names: its month, its weekday."""
    rest = part.form.value[4:]
    value = whole.form.value[:4] + rest
    form = replace(whole.form, value=value, mod=part.form.mod or whole.form.mod)
    if whole.form.value.startswith("XXXX-W"):
        form = replace(form, value=part.form.value)
    return replace(part, form=replace(form, rule=part.form.rule, feast=part.form.feast))


def granularity(form: TimeForm) -> str:
    """What a value names: a clock time, a part of a day, a day, a week, a year …"""
    value, _, time = form.value.partition("T")
    if time and form.rule in ("clock", "part-of-this-day", "part-of-day", "previous-unit"):
        return "clock" if form.rule == "clock" else "part"
    if value.startswith("BC"):
        return "before-christ"
    if form.rule == "duration-counted":
        return "length"
    if time and value.startswith("XXXX-WXX-"):
        return "timed-weekday"
    if time or value.startswith("P") or value.endswith("REF") or "/" in value:
        return "other"
    if value == "XXXX-XX-XX":
        return "deictic" if form.rule == "deictic" or form.feast else "relative-day"
    rest = value[5:]
    if value.startswith("XXXX-WXX-"):
        return "weekday"
    if rest.startswith("W"):
        return "week"
    if rest.startswith("Q"):
        return "quarter"
    if rest.startswith("H"):
        return "half"
    if rest in ("SP", "SU", "FA", "WI"):
        return "season"
    if len(rest) == 5:
        return "day"
    if len(rest) == 2:
        return "month"
    return "year" if len(value) == 4 else "other"


_DATED = ("day", "month", "year", "clock", "season", "before-christ")


@cache
def _approximate() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases that make approximate, the longest first, by their last word."""
    phrases = [(tuple(split_words(phrase)), before) for phrase, before in rows("times_approximate")]
    phrases.sort(key=lambda entry: -len(entry[0]))
    return {
        words[-1]: tuple(entry for entry in phrases if entry[0][-1] == words[-1])
        for words, _ in phrases
    }


def _modified(one: Found, items: Sequence[Item], limit: int) -> Found:
    """The expression with "late", "the end of", "about" before it taken in."""
    one = _with_edge(_with_part(one, items, limit), items, limit)
    return _with_approximation(one, items, limit)


def _with_part(one: Found, items: Sequence[Item], limit: int) -> Found:
    """Early, late, mid, earlier, later: "late March", "mid-1990s", "earlier this year"."""
    kind = granularity(one.form)
    at = one.first - 1
    hyphen, in_it = at > limit and items[at].lower == "-", False
    if hyphen:
        at -= 1
    elif at > limit and items[at].lower == "in" and "MOD" in items[at - 1].classes:
        at -= 1
        in_it = True
    if at < limit or one.type == "SET" or one.form.value.endswith("REF"):
        return one
    if one.type == "DURATION" and one.form.rule != "duration-vague":
        return one
    word = items[at]
    mod = word.classes.get("MOD")
    if not mod or (kind in ("clock", "deictic") and word.lower != "mid"):
        return one
    if word.lower in ("earlier", "later") and one.form.shift is None and not in_it:
        return one
    first = at
    if at > limit and not hyphen and items[at - 1].lower in ("the", "very"):
        first = at - 1
    return replace(one, first=first, form=replace(one.form, mod=mod))


def _with_edge(one: Found, items: Sequence[Item], limit: int) -> Found:
    """The end of, the beginning of, the middle of."""
    at = one.first - 1
    if at - 1 < limit or items[at].lower != "of" or one.type in ("DURATION", "SET"):
        return one
    first = at - 1
    mod = items[first].classes.get("EDGE")
    if not mod and first > limit and "EDGEPART" in items[first].classes:
        first -= 1
        mod = items[first].classes.get("MOD")
    if not mod or one.form.value.endswith("REF"):
        return one
    if first > limit and items[first - 1].lower == "very":
        first -= 1
    if first > limit and items[first - 1].lower == "the":
        first -= 1
    return replace(one, first=first, form=replace(one.form, mod=mod))


def _is_stretch(words: Sequence[Item]) -> bool:
    """Whether "over" before it is a preposition: over the next year, over a two-year period."""
    return words[0].lower in ("the", "several") or any(word.lower == "-" for word in words)


def _with_approximation(one: Found, items: Sequence[Item], limit: int) -> Found:
    if one.first == limit:
        return one
    is_length = one.type == "DURATION" or one.form.rule in ("ago", "later")
    if not is_length and (one.type != "DATE" or granularity(one.form) not in _DATED):
        return one
    for words, before in _approximate().get(items[one.first - 1].lower, ()):
        first = one.first - len(words)
        if first < limit or tuple(item.lower for item in items[first : one.first]) != words:
            continue
        if before == "length" and not is_length:
            return one
        if words == ("over",) and _is_stretch(items[one.first : one.end]):
            return one
        return replace(one, first=first, form=replace(one.form, mod=one.form.mod or "APPROX"))
    return one
