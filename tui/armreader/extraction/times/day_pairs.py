"""Days that share their month ("24 and 25 April", "May 3-5"), and months that share their year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armreader.extraction.times.auxiliaries import is_past_form
from armreader.extraction.times.found import Found
from armreader.extraction.times.parts import possible_day
from armreader.extraction.times.scanner import Item
from armreader.extraction.times.setting import context

_LINKS = ("and", "to", "or", "through", "until", "-", "–", "—", ",")
_YEARLESS = ("month", "month-day", "day-month", "month-year", "season", "quarter", "nth-weekday")
_DAY_CLASSES = ("DAY", "ORDINALDAY")


def with_shared_years(found: Sequence[Found], items: Sequence[Item]) -> list[Found]:
    """The expressions, each with the year of the next if linked to it: "March and May 1918"."""
    shared = list(found)
    for number in range(len(found) - 2, -1, -1):
        one, following = shared[number], shared[number + 1]
        if not 0 < following.first - one.end <= 2:
            continue
        if (one.form.rule, following.form.rule) == ("century", "century-before-christ"):
            # The 4th to 2nd centuries BC: the era is said once.
            value = f"BC{one.form.value}"
            shared[number] = replace(one, form=replace(one.form, value=value))
            continue
        if (
            one.form.rule in _YEARLESS
            and following.form.rule in _YEARLESS
            and one.form.value.startswith("XXXX-")
            and not one.form.direction
            and following.form.value[:4].isdecimal()
            and items[one.end].lower in _LINKS
        ):
            value = _year_before(one, following) + one.form.value[4:]
            shared[number] = replace(one, form=replace(one.form, value=value, anchor="none"))
        elif _shares_counted_year(one, following, items):
            form = replace(following.form, value=one.form.value, mod=one.form.mod)
            shared[number] = replace(one, form=form)
    return shared


def _shares_counted_year(one: Found, following: Found, items: Sequence[Item]) -> bool:
    """Whether a month has the year of the next: March and April of last year."""
    plain = one.form.rule in _YEARLESS and one.form.shift is None and not one.form.direction
    months = plain and one.form.value.startswith("XXXX-") and items[one.end].lower in _LINKS
    return months and following.form.rule in _YEARLESS and following.form.unit == "Y"


def with_both_years(found: Sequence[Found]) -> list[Found]:
    """The expressions; the two years of "2021-22" are one each, as in "from 2021 to 2022"."""
    return [year for one in found for year in _both_years(one)]


def _both_years(one: Found) -> Iterator[Found]:
    first, slash, last = one.form.value.partition("/")
    if one.form.rule != "year-range" or not slash or one.end - one.first < len(("2021", "-", "22")):
        yield one
        return
    yield replace(one, end=one.end - 2, form=replace(one.form, value=first))
    yield replace(one, first=one.end - 1, form=replace(one.form, value=last))


def _year_before(one: Found, following: Found) -> str:
    """The year that a date shares with the one it is linked to; Dec 28 lies before Jan 3, 2030."""
    year = following.form.value[:4]
    month, month_after = one.form.value[5:7], following.form.value[5:7]
    turns = month.isdecimal() and month_after.isdecimal() and month > month_after
    return f"{int(year) - 1:04}" if turns else year


def with_shared_months(found: Sequence[Found], items: Sequence[Item]) -> list[Found]:
    """The expressions, plus the days that share a neighbour's month."""
    dated: list[Found] = []
    for number, one in enumerate(found):
        limit = dated[-1].end if dated else 0
        following = found[number + 1].first if number + 1 < len(found) else len(items)
        if one.form.rule == "day-month":
            dated.extend(reversed(list(_before(one, items, limit))))
        dated.append(one)
        if one.form.rule == "month-day":
            others = list(_after(one, items, following))
            year = found[number + 1] if others and number + 1 < len(found) else None
            if year and _is_year_of(year, others[-1], items) and one.form.value[:4] == "XXXX":
                dated[-1:] = [_in_year(each, year) for each in (one, *others)]
                dated[-1] = replace(dated[-1], end=year.end)
            else:
                dated.extend(others)
    return [one for at, one in enumerate(dated) if not at or one.first >= dated[at - 1].end]


def _is_year_of(year: Found, last: Found, items: Sequence[Item]) -> bool:
    """Whether a year comes right after the last of some days: May 3-5, 1987."""
    between = tuple(item.lower for item in items[last.end : year.first])
    return year.form.rule == "year" and between in ((), (",",))


def _in_year(day: Found, year: Found) -> Found:
    value = year.form.value + day.form.value[4:]
    return replace(day, form=replace(day.form, value=value, anchor="none"))


def _before(one: Found, items: Sequence[Item], limit: int) -> Iterator[Found]:
    """The days linked to the left, nearest first."""
    at = one.first - 2
    while at >= limit and items[at + 1].lower in _LINKS:
        day = _day(items[at])
        made = _shared(one, at, day)
        if not made:
            return
        if day and at > limit and items[at - 1].lower == "the":
            made = replace(made, first=at - 1)
        yield made
        at = made.first - 2


def _after(one: Found, items: Sequence[Item], limit: int) -> Iterator[Found]:
    """The days linked to the right; "May 3 and 20 people" has no second day."""
    at = one.end + 1
    while at < limit and items[at - 1].lower in _LINKS:
        made = _shared(one, at, _day(items[at]))
        if not made or not _may_follow(items, at):
            return
        yield made
        at += 2


def _may_follow(items: Sequence[Item], at: int) -> bool:
    if items[at - 1].lower == "-" or at + 1 == len(items):
        return True
    following = items[at + 1].lower
    if items[at - 1].lower == ",":
        return following in ("and", ",") and at + 2 < len(items) and bool(_day(items[at + 2]))
    if not following.isalnum() or following in context("after-day") or following in _LINKS:
        return True
    return is_past_form(items[at + 1])


def _day(item: Item) -> str:
    return next((item.classes[kind] for kind in _DAY_CLASSES if kind in item.classes), "")


def _shared(one: Found, at: int, day: str) -> Found | None:
    """A day in the month and year of another."""
    value = one.form.value
    if not day or len(value) != len("XXXX-XX-XX"):
        return None
    year, month, _ = value.split("-")
    made = possible_day(year, month, day)
    return replace(one, first=at, end=at + 1, form=replace(one.form, value=made)) if made else None
