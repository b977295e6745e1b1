"""Words that look like times and are none: may, march, second, ages, scores, sums, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.times.grammar import Match
from armreader.extraction.times.scanner import Item
from armreader.words import rows


def is_no_time(match: Match, items: Sequence[Item]) -> bool:
    """Whether the words about a match show that it is something else."""
    before = items[match.first - 1] if match.first else None
    after = items[match.end] if match.end < len(items) else None
    check = _CHECKS.get(match.rule)
    return check(match, items, before, after) if check else False


@cache
def context(part: str) -> frozenset[str]:
    """The words that ``words/times_context.txt`` lists under a heading."""
    return frozenset(row[1] for row in rows("times_context") if row[0] == part)


def _lower(item: Item | None) -> str:
    return item.lower if item else ""


def _is_bare_year_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """A number of four digits is a year where its neighbours let it be one."""
    if match.end - match.first > 1 or not items[match.first].word.isdecimal():
        return False
    year = int(items[match.first].word)
    word, following = _lower(before), _lower(after)
    if word in context("before-number") or following in context("after-number"):
        return True
    if _glued(before, items[match.first]) and word not in context("before-year-glued"):
        return True
    if _glued(items[match.first], after) and following in context("after-number-glued"):
        return True
    if word in context("before-year"):
        return word in ("about", "over") and following.endswith("s") and following.islower()
    if word.isdecimal() and not _glued(before, items[match.first]):
        return True
    if not 1700 <= year <= 2100:
        return True
    return bool(after and after.word.islower() and following.endswith("s") and len(following) > 4)


def _glued(left: Item | None, right: Item | None) -> bool:
    return bool(left and right and left.end == right.start)


def _is_month_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """May, March, August, April and June may be a verb, an adjective or a name."""
    item = items[match.first]
    if item.lower not in context("ambiguous-month") or match.end - match.first > 1:
        return _is_in_name(items, match) and item.lower in context("given-name-month")
    if not item.word[0].isupper():
        return True
    word = _lower(before)
    if word in context("before-month") or (before and "MOD" in before.classes):
        return False
    in_name = bool(after and after.word[0].isupper() and not after.classes)
    if word in context("may-be-before-month"):
        return in_name
    if before is None or not word.isalpha():
        return in_name or _lower(after) in context("after-month") | context("after-march")
    if word in context("determiner"):
        return not (after and after.word[0].islower()) or _lower(after) in context("after-march")
    return True


def _is_in_name(items: Sequence[Item], match: Match) -> bool:
    """Whether a capitalised word that is no time stands directly before or after."""
    after = items[match.end] if match.end < len(items) else None
    before = items[match.first - 1] if match.first else None
    return bool(
        (after and after.word[0].isupper() and not after.classes)
        or (match.first > 1 and before and before.word[0].isupper() and not before.classes)
    )


def _is_age(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """Five years old, aged five years, a five-year-old."""
    words = [item.lower for item in items[match.first : match.end]]
    if "old" in words and any(word.startswith("year") for word in words):
        return True
    if _lower(after) in ("old", "older", "younger", "junior", "senior"):
        return True
    return (_lower(after), _next(items, match.end + 1)) in (("of", "age"), ("-", "old"))


def _next(items: Sequence[Item], at: int) -> str:
    return items[at].lower if at < len(items) else ""


def _is_rate(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """So much a year: the unit of a rate, which is no length."""
    if _is_age(match, items, before, after):
        return True
    first = items[match.first].lower
    if _lower(after) == "-" and "-" not in [item.lower for item in items[match.first : match.end]]:
        return True
    if first in ("a", "an") and match.end - match.first == 2:
        return items[match.end - 1].lower == "second" or bool(before and ("NUMBER" in before.classes or before.lower in context("before-rate")))
    if items[match.end - 1].lower == "second":
        return True
    if first == "half":
        return False
    if items[match.end - 1].classes.get("UNIT", items[match.end - 1].classes.get("UNITS")) == "Q" and (
        match.end - match.first == 2
    ):
        return True
    if first == "the" and _is_titled(items, match):
        return True
    return _lower(before) in ("$", "€", "£", "no", "#", "per")


def _is_titled(items: Sequence[Item], match: Match) -> bool:
    """Whether the word after "the" is capitalised, and so part of a name: the Seven Years War."""
    return items[match.first + 1].word[0].isupper() and items[match.end - 1].word[0].isupper()


def _is_bare_plural_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """Years old, three-quarters, on days when: no length of time of its own."""
    unit = items[match.end - 1]
    if unit.classes.get("UNITS") in ("Q", "WE") or unit.word[0].isupper():
        return match.end - match.first == 1 or unit.word[0].isupper()
    if match.end - match.first == 1 and before and (
        "NUMBER" in before.classes or before.lower in ("on", "-")
    ):
        return True
    return _is_age(match, items, before, after)


def _is_clock_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """A score (2:1), a verse or a sum, not a time of day."""
    first = items[match.first]
    if "HOURNAME" in first.classes:
        return _is_name(match, items, before, after)
    if match.end - match.first > 1 or "CLOCKTIME" not in first.classes:
        return False
    return (
        ":" not in first.word
        or len(first.word.split(":")[1]) != 2
        or _lower(before) not in context("before-clock")
    )


def _is_reference_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    phrase = " ".join(item.lower for item in items[match.first : match.end])
    if phrase == "soon":
        return _lower(after) == "as" or _lower(before) in ("as", "too")
    word = _lower(before)
    if phrase == "the moment":
        return word not in ("at", "for")
    if phrase == "recent":
        return word in context("determiner")
    if phrase == "future":
        return word in context("determiner") or word.endswith("ly")
    if phrase in ("the past", "the present"):
        return bool(after and after.word[0].isalnum() and _lower(after) not in context("after-noun"))
    return False


def _is_ordinal_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """"The fall" without a year may be a ruin; "second half" a half of anything."""
    words = [item.lower for item in items[match.first : match.end]]
    if words[0] == "the" and len(words) == 2 and _is_titled(items, match):
        return True
    if words == ["the", "fall"]:
        return _lower(before) not in context("before-season") or _lower(after) == "of"
    return False


def _is_decade_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """A man in his thirties, temperatures in the 40s."""
    digits = items[match.end - 1].word.rstrip("s")
    return _lower(before) in context("before-age") or (len(digits) == 2 and "'" not in digits)


def _is_offset_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """Two days before the vote: a length, reckoned from what follows."""
    last = items[match.end - 1].lower
    return last in ("before", "after") and bool(after and after.word[0].isalnum())


def _is_name(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """A title with a capital on every word: "This Week", USA Today."""
    words = [item.word for item in items[match.first : match.end]]
    if before is None or not words[-1][0].isupper() or words[-1].isupper():
        return False
    if len(words) > 1:
        return words[0][0].isupper() and all(word[0].isupper() for word in words[1:])
    return before.word[0].isupper() and match.first > 1


def _is_begin_and_end(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """In brackets or a heading two years are a beginning and an end, each a date of its own."""
    bare = match.end - match.first == 3 and "SHORTYEAR" not in match.captured
    return bare and _lower(before) not in context("before-range")


def _is_short_year_wrong(
    match: Match, items: Sequence[Item], before: Item | None, after: Item | None
) -> bool:
    """A quotation that opens with a number: '60 Minutes'."""
    return _lower(before) == "'" or bool(after and after.word[0].isupper())


_CHECKS = {
    "year": _is_bare_year_wrong,
    "year-range": _is_begin_and_end,

    "month": _is_month_wrong,
    "duration": _is_rate,
    "clock": _is_clock_wrong,
    "reference": _is_reference_wrong,
    "season": _is_ordinal_wrong,
    "decade": _is_decade_wrong,
    "duration-vague": _is_bare_plural_wrong,
    "the-unit": _is_rate,
    "later": _is_offset_wrong,
    "day-before": _is_offset_wrong,
    "deictic": _is_name,
    "this-unit": _is_name,
    "last-unit": _is_name,
    "year-short": _is_short_year_wrong,
}
