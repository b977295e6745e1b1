"""News or narrative: whether an article's dates count from its own day or from one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from armreader.records import Passage, Publication, Reason, TimeExpression

_FEWEST_DATES = 5
_WHOLE_TO_RELATIVE = 5
_YEARS_BACK = 2
_WHOLE_DAYS = 2
"""Months and days with their year, which a history has and a comment on past elections lacks …"""
_LONG_AGO, _WHOLE_TO_RELATIVE_LONG_AGO = 30, 10
"""… unless nearly all of its dates are so many years back."""


_YEAR = re.compile(r"\d{4}|BC\d{4}")


@dataclass(frozen=True, slots=True)
class Mode:
    """How the relative dates of an article are read, and why."""

    name: Literal["news", "narrative"]
    reason: Reason


def mode_of(times: Sequence[TimeExpression], publication: Publication) -> Mode:
    """Narrative where most dates are full dates from years before the article's own day.

    A text with many full dates, some of them to the month, and hardly any "Monday" or "yesterday"
    is a history; without a known day of publication that is enough.
    """
    whole = [one for one in times if _has_year(one)]
    counted_from_publication = [one for one in times if _needs_publication(one)]
    if len(whole) < _FEWEST_DATES or len(whole) < _WHOLE_TO_RELATIVE * len(
        counted_from_publication
    ):
        return Mode("news", Reason("time-mode-news"))
    latest = publication.range.latest if publication.range else None
    middle = sorted(_year(one) for one in whole)[len(whole) // 2]
    if latest and middle > latest.year - _YEARS_BACK:
        return Mode("news", Reason("time-mode-news"))
    days = sum(len(one.value) > len("BC0490") for one in whole)
    long_ago = not latest or middle <= latest.year - _LONG_AGO
    if not counted_from_publication:
        days += sum(_lacks_year(one) for one in times) // 2
    far = long_ago and len(whole) > _WHOLE_TO_RELATIVE_LONG_AGO * len(counted_from_publication)
    if days < _WHOLE_DAYS and not far:
        return Mode("news", Reason("time-mode-news"))
    passages = tuple(Passage(one.article, *one.span) for one in whole[:_FEWEST_DATES])
    return Mode("narrative", Reason("time-mode-narrative", passages))


def _has_year(time: TimeExpression) -> bool:
    # The two years of 2021-22 are one date, and 9/11 is a name.
    again = (time.form.rule, time.form.pair) == ("year-range", "last")
    stated = not again and time.form.rule != "reference"
    return stated and time.type in ("DATE", "TIME") and bool(_YEAR.match(time.value))


def _lacks_year(time: TimeExpression) -> bool:
    value = time.form.value
    return value.startswith("XXXX-") and value[5:7].isdecimal()


def _year(time: TimeExpression) -> int:
    """The stated year; negative before Christ."""
    return -int(time.value[2:6]) if time.value.startswith("BC") else int(time.value[:4])


def _needs_publication(time: TimeExpression) -> bool:
    form = time.form
    if form.anchor != "publication" or form.rule == "the-unit":
        return False
    return form.shift is not None or form.value.startswith("XXXX-WXX")
