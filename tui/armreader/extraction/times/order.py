"""Whether 3/4/2030 is in March or in April: decided once for an article, from its other dates, its
address and its spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Literal

from armreader.extraction.times.grammar import Match
from armreader.extraction.times.parts import Meaning, possible_day, value_of
from armreader.language import rows
from armreader.records import Article, Passage, Reason, TimeAnchor, TimeExpression, TimeForm

Order = Literal["day-first", "month-first"]
_WORD = re.compile(r"[^\W\d_]+")
_SLASHED = re.compile(r"(\d+)/(\d+)/(\d+)")
_TEXT_ASKED = 20_000
"""How many characters are checked for spelling."""
_PASSAGES = 3


def slashed(match: Match) -> Meaning | None:
    """A day in numbers and slashes: resolved where only one order is possible, else left open."""
    first, second, year = value_of(match.captured, "SLASHDATE").split("/")
    days = {order: _day(year, first, second, order) for order in _ORDERS}
    possible = set(days.values()) - {""}
    if not possible:
        return None
    value = possible.pop() if len(possible) == 1 else f"{_year(year)}-XX-XX"
    anchor: TimeAnchor = "publication" if value.startswith("XX") else "none"
    return Meaning("DATE", TimeForm(match.rule, value, anchor))


def with_order(article: Article, times: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """The times, with those in numbers and slashes read in the order that the article shows."""
    open_ones = [one for one in times if _is_open(one)]
    if not open_ones:
        return times
    found = _order_of(article, times)
    if found is None:
        return times
    order, reason = found
    return tuple(_read(article, one, order, reason) if _is_open(one) else one for one in times)


def _is_open(time: TimeExpression) -> bool:
    return time.form.rule == "date-slashed" and time.value.partition("T")[0].endswith("XX-XX")


def _numbers(article: Article, time: TimeExpression) -> Sequence[str]:
    """The three numbers of a day, which words may precede: "10:30 a.m. on 3/4/2030"."""
    found = _SLASHED.search(article.text, *time.span)
    assert found
    return found.groups()


def _read(article: Article, time: TimeExpression, order: Order, reason: Reason) -> TimeExpression:
    first, second, year = _numbers(article, time)
    _, mark, hour = time.value.partition("T")
    value = _day(year, first, second, order) + mark + hour
    form = replace(time.form, value=value)
    return replace(time, value=value, form=form, reason=reason)


_ORDERS: tuple[Order, ...] = ("day-first", "month-first")


def _year(digits: str) -> str:
    return digits if len(digits) == len("2030") else f"XX{digits}"


def _day(year: str, first: str, second: str, order: Order) -> str:
    """The day in one of the orders; empty where the calendar has no such day."""
    day, month = (first, second) if order == "day-first" else (second, first)
    if not 1 <= int(month) <= 12:
        return ""
    return possible_day(_year(year), f"{int(month):02}", f"{int(day):02}")


def _order_of(article: Article, times: Sequence[TimeExpression]) -> tuple[Order, Reason] | None:
    """By the dates that leave no doubt, then the address, the spelling, and written dates."""
    for rule, shown in (
        ("time-order-sure", _by_sure_dates(article, times)),
        ("time-order-outlet", _by_address(article)),
        ("time-order-written", _by_written_dates(times)),
        ("time-order-spelling", _by_spelling(article)),
    ):
        votes: dict[Order, list[Passage]] = {order: [] for order in _ORDERS}
        for order, passage in shown:
            votes[order].extend([passage] if passage else [Passage(article.id, 0, 0)])
        day_first, month_first = (len(votes[order]) for order in _ORDERS)
        if day_first != month_first:
            order = _ORDERS[0] if day_first > month_first else _ORDERS[1]
            passages = tuple(one for one in votes[order][:_PASSAGES] if one.end)
            return order, Reason(rule, passages)
    return None


_Shown = Iterable[tuple[Order, Passage | None]]


def _by_sure_dates(article: Article, times: Sequence[TimeExpression]) -> _Shown:
    """25/3/2030 can only have its day first, and so can "Monday, 4/3/2030"."""
    for time in times:
        if time.form.rule != "date-slashed":
            continue
        first, second, year = _numbers(article, time)
        orders = [one for one in _ORDERS if _may_be(_day(year, first, second, one), time)]
        if len(orders) == 1 and first != second:
            yield orders[0], Passage(time.article, *time.span)


def _may_be(day: str, time: TimeExpression) -> bool:
    """Whether the calendar has a day, and on the weekday that is said with it."""
    if not day or not time.form.weekday or day.startswith("XX"):
        return bool(day)
    return date.fromisoformat(day).isoweekday() == time.form.weekday


def _by_address(article: Article) -> _Shown:
    """An outlet in a country that writes its dates one way."""
    host = article.url.partition("//")[2].partition("/")[0]
    order = _listed().get(f".{host.rpartition('.')[2].lower()}")
    if order:
        yield order, None


def _by_written_dates(times: Sequence[TimeExpression]) -> _Shown:
    """4 May is written where the day comes first, May 4 where the month does."""
    for time in times:
        if time.form.rule == "day-month":
            yield "day-first", Passage(time.article, *time.span)
        elif time.form.rule == "month-day":
            yield "month-first", Passage(time.article, *time.span)


def _by_spelling(article: Article) -> Iterator[tuple[Order, Passage | None]]:
    """British and American spelling go with the two orders."""
    listed = _listed()
    for match in _WORD.finditer(article.text, 0, _TEXT_ASKED):
        order = listed.get(match.group().lower())
        if order:
            yield order, Passage(article.id, *match.span())


@cache
def _listed() -> dict[str, Order]:
    """Words and endings of addresses that go with one of the orders."""
    found: dict[str, Order] = {}
    for order, word in rows("times_order"):
        found[word] = "day-first" if order == "day-first" else "month-first"
    return found
