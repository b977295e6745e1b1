"""Lengths that are no times: ages, fractions, the unit of a rate, parts of compounds."""

from __future__ import annotations

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.times.auxiliaries import tense_words
from armreader.extraction.times.references import is_some_day
from armreader.extraction.times.setting import Setting, context, is_capitalised, lower
from armreader.language import entries

_MONEY = frozenset("$€£¥")
_RATE_REACH = 5
"""How many tokens before "a day" are checked for what is counted: 300 barrels of oil a day."""


def _is_age(at: Setting) -> bool:
    """Five years old, aged five years, a five-year-old."""
    words = at.lowers
    if "old" in words and any(word.startswith("year") for word in words):
        return "NUMBER" in at.first.classes
    if "old" in words and lower(at.after) in context("after-age"):
        # A six-month-old girl; but a six-month-old truce.
        return True
    after, next_but_one = lower(at.after), lower(at.next_but_one)
    if after in ("old", "older", "younger") or lower(at.before) in ("aged", "age"):
        return True
    return (after, next_but_one) in (("of", "age"), ("-", "old"))


def no_length(at: Setting) -> bool:
    """An age, the unit of a rate, a fraction, or part of a name or of a longer compound."""
    first, last = at.first.lower, at.last
    if "MILITARYTIME" in at.first.classes and lower(at.before) in context("before-clock"):
        # At 2100 hours.
        return True
    if lower(at.before) == "-" and "YEAR" in at.first.classes:
        # In pre-2008 days.
        return True
    if at.lowers in (["one", "day"], ["some", "day"]) and is_some_day(at):
        return True
    if _is_age(at) or (lower(at.after) == "-" and "-" not in at.lowers):
        return True
    if at.lowers[-1] == "old" and _follows_number(at):
        return True
    unit = last.classes.get("UNIT") or last.classes.get("UNITS")
    if (last.lower == "second" and "-" not in at.lowers) or (
        unit == "Q" and (at.length == 2 or "-" in at.lowers)
    ):
        return True
    if first in ("a", "an") and at.length == 2 and is_capitalised(last):
        # He owned a Century speedboat.
        return at.match.first > 0
    if at.lowers[-2:] == ["or", "two"] and at.after and "UNITS" in at.after.classes:
        # A month, a year or two years.
        return True
    if first == "many" and lower(at.before) == "as":
        return True
    if first == "the":
        return is_capitalised(at.items[at.match.first + 1]) and is_capitalised(last)
    by_the_unit = lower(at.after) in ("a", "an", "per") and at.next_but_one
    if by_the_unit and not {"UNIT", "SHORTUNIT"}.isdisjoint(by_the_unit.classes):
        # Forty hours a week.
        return True
    return lower(at.before) in ("$", "€", "£", "no", "#", "per")


def no_counted_length(at: Setting) -> bool:
    """It will last two days, they got past five weeks: a verb and a preposition before a length."""
    before = at.before
    if before is None or at.first.lower not in ("last", "past"):
        return False
    if at.first.lower == "last":
        return before.lower in tense_words("modal") | {"to", "not", "n't"}
    return lemma(before.lower, "VBD") in context("before-past")


def no_bare_length(at: Setting) -> bool:
    """Years old, three-quarters, on days when: not a length of time by itself."""
    alone = at.length == 1 or (at.length == 2 and at.lowers[0] == "the")
    if "SHORTUNITS" in at.last.classes and not _is_stretch(at):
        return True
    if (is_capitalised(at.last) and at.match.first > 0) or (
        alone and at.last.classes.get("UNITS") in ("Q", "WE")
    ):
        return True
    if alone and at.before:
        counted = not {"NUMBER", "QUANTITY"}.isdisjoint(at.before.classes)
        if counted or at.before.lower in ("on", "-"):
            return True
    return _is_age(at)


def _follows_number(at: Setting) -> bool:
    """Whether it is the rest of an age: the year-old of 82-year-old."""
    number = at.before is not None and "NUMBER" in at.before.classes
    return "NUMBER" not in at.first.classes and (number or lower(at.before) == "-")


def _is_stretch(at: Setting) -> bool:
    """Whether bare hours or minutes are a length: waited for hours, hours before the raid."""
    if at.before and not {"NUMBER", "QUANTITY"}.isdisjoint(at.before.classes):
        return False
    return lower(at.before) in ("for", "within") or lower(at.after) in ("before", "after")


def is_rate(at: Setting) -> bool:
    """Whether so much is counted or paid by the unit: 300 barrels of oil a day, $12 an hour."""
    after = lower(at.after)
    if at.first.lower not in ("a", "an") or at.length > 2:
        return False
    if after in ("ago", "-", "earlier", "later", "before", "after"):
        return False
    takes = after == "to" and lower(at.next_but_one) in entries("grammar/verbs")
    if lower(at.before) in context("before-rate"):
        return True
    first = at.match.first
    for place in range(first - 1, max(first - 1 - _RATE_REACH, -1), -1):
        item = at.items[place]
        if not {"NUMBER", "QUANTITY"}.isdisjoint(item.classes):
            before = at.items[place - 1].lower if place else ""
            if before in _MONEY:
                return True
            is_year = "YEAR" in item.classes and before in context("before-year")
            # It took 20 men a year to build.
            return not takes and not is_year and item.lower not in ("a", "an", "one")
        if item.lower in ("(", ")", "/"):
            continue
        noun = item.word.isalpha() and item.word.islower()
        if not noun or item.lower in context("after-noun") - {"of"}:
            return False
    return False
