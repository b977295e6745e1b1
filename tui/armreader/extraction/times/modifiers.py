"""Modifiers that belong to an expression: "late", "the end of", "mid-", "about", "more than"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from armreader.extraction.times.found import Found, granularity
from armreader.extraction.times.scanner import Item, split_words
from armreader.language import rows

_HALVES: Mapping[str, str] = {
    **dict.fromkeys(("first", "opening", "small", "wee"), "START"),
    **dict.fromkeys(("second", "last", "final", "closing", "dying"), "END"),
}
"""The edge that the first and second half, the last days or the small hours are at."""
_DATED = ("day", "month", "year", "clock", "season", "before-christ")


@cache
def _approximate() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases that make a time approximate, longest first, by their last word."""
    phrases = [(tuple(split_words(phrase)), before) for phrase, before in rows("times_approximate")]
    phrases.sort(key=lambda entry: -len(entry[0]))
    return {
        words[-1]: tuple(entry for entry in phrases if entry[0][-1] == words[-1])
        for words, _ in phrases
    }


def with_modifiers(one: Found, items: Sequence[Item], limit: int) -> Found:
    """The expression with "late", "the end of", "about" before it included."""
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
    if not mod or (kind == "clock" and word.lower != "mid"):
        return one
    plain = one.form.shift is None or kind == "deictic"
    if word.lower in ("earlier", "later") and plain and not in_it:
        return one
    first = at
    # The late-November trip: its article is the trip's; the mid-1990s have their own.
    own_article = not hyphen or one.form.rule == "decade"
    if at > limit and own_article and items[at - 1].lower in ("the", "very"):
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
        mod = items[first].classes.get("MOD") or _HALVES.get(items[first].lower, "")
    if not mod or one.form.value.endswith("REF"):
        return one
    if first > limit and items[first - 1].lower == "very":
        first -= 1
    if first > limit and items[first - 1].lower == "the":
        first -= 1
    return replace(one, first=first, form=replace(one.form, mod=mod))


def _is_stretch(words: Sequence[Item]) -> bool:
    """Whether "over" before it is a preposition: over the next year, over a two-year period."""
    known = ("the", "several", "past", "last", "recent", "coming", "this", "next")
    return words[0].lower in known or any(word.lower == "-" for word in words)


def _has_article(one: Found, items: Sequence[Item]) -> bool:
    """Whether a length is a known one: they spoke about the decades, the last five years."""
    return one.type == "DURATION" and items[one.first].lower == "the"


def _with_approximation(one: Found, items: Sequence[Item], limit: int) -> Found:
    if one.first == limit or _has_article(one, items):
        return one
    is_length = one.type == "DURATION" or one.form.rule in ("ago", "later")
    if one.form.shift is not None and not is_length:
        # They spoke about last year.
        return one
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
