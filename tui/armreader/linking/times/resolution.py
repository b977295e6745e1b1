"""Resolving one time: from which anchor, in which direction, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from armreader.linking.times.anchors import Anchor, Anchors
from armreader.linking.times.ancient import counted_from_ancient
from armreader.linking.times.calendar import counted, feast_day, value_range
from armreader.linking.times.completion import agrees, completed
from armreader.linking.times.given import year_given
from armreader.linking.times.later import is_later_than_nothing
from armreader.linking.times.stretches import portion_of
from armreader.records import (
    Passage,
    Reason,
    Sentence,
    TimeAnchor,
    TimeExpression,
    TimeForm,
)
from armreader.records.dates import DateRange

_MINUTES = {"TH": 60, "TM": 1, "TS": 0}
_MINUTES_A_DAY = 24 * 60
_TUESDAY, _FRIDAY = 2, 5
_BESIDE = 30
"""In characters: the day that an hour is said with, as in "January 23 at about 4 p.m."."""
_YEARS_AHEAD = 10
_LATEST_SHORT_YEAR = 2029
"""Without a publication '29 is 2029 and '30 is 1930."""
_NOTHING: list[tuple[Anchor | None, str]] = [(None, "")]
_COMPLETED = {
    "": "time-nearest",
    "past": "time-latest-before",
    "over": "time-latest-before",
    "future": "time-next-after",
    "toward": "time-nearest",
    "coming": "time-next-after",
    "before": "time-last-named",
    "after": "time-next-named",
    "same": "time-same-unit",
}


def resolved(time: TimeExpression, anchors: Anchors, sentence: Sentence | None) -> TimeExpression:
    """The time with its value, range and reason; unchanged where nothing anchors it."""
    whole = time
    if time.form.value[:2] == "XX" and time.form.value[2:4].isdecimal():
        whole = _with_century(time, anchors)
    found = replace(_resolved(whole, anchors, sentence), form=time.form)
    return portion_of(found) if found.form.portion else found


def _with_century(time: TimeExpression, anchors: Anchors) -> TimeExpression:
    """The year that '30 means: the last such year that the article can know of or look ahead to."""
    short = int(time.form.value[2:4])
    published = anchors.publication.range.latest if anchors.publication else None
    limit = published.year + _YEARS_AHEAD if published else _LATEST_SHORT_YEAR
    value = f"{limit - (limit - short) % 100:04}{time.form.value[4:]}"
    slashed = time.form.rule == "date-slashed"
    anchor: TimeAnchor = "publication" if "X" in value and not slashed else "none"
    return replace(time, value=value, form=replace(time.form, value=value, anchor=anchor))


def _resolved(time: TimeExpression, anchors: Anchors, sentence: Sentence | None) -> TimeExpression:
    form = time.form
    if form.anchor == "none":
        return _without_anchor(time)
    if form.anchor == "quarter":
        return _of_quarter(time, anchors)
    if form.shift is not None:
        return _counted(time, anchors)
    return _completed(time, anchors, sentence)


def _without_anchor(time: TimeExpression) -> TimeExpression:
    form = time.form
    value = form.value
    if form.feast and value[:4].isdecimal():
        try:
            value = feast_day(form.feast, int(value[:4])).isoformat()
        except ValueError:
            return time
    if form.rule == "date-slashed":
        whole = not value.partition("T")[0].endswith("XX")
        rule = time.reason.rule if whole and "order" in time.reason.rule else "time-explicit"
        value = value if whole else value[:4]
        reason = Reason(rule if whole else "time-order-unknown", time.reason.passages)
        return replace(time, value=value, range=value_range(value), reason=reason)
    if form.rule == "week-of":
        value = counted(date.fromisoformat(value), "W", 0, "")
    range_ = value_range(value, form.mod) if time.type in ("DATE", "TIME") else None
    rule = "time-explicit"
    if time.type == "DURATION":
        rule = "time-length"
    elif time.type == "SET":
        rule = "time-repeated"
    elif value.endswith("_REF"):
        rule = "time-vague"
    elif value.startswith("XXXX"):
        # A Sunday, at night.
        rule = "time-open"
    return replace(time, value=value, range=range_, reason=Reason(rule, time.reason.passages))


def _with(time: TimeExpression, value: str, rule: str, *anchors: Anchor) -> TimeExpression:
    """The time with a value that an anchor gave it."""
    passages = [passage for anchor in anchors for passage in anchor.passages]
    if time.form.cue:
        passages.append(Passage(time.article, *time.form.cue))
    if time.form.rule == "week-of":
        value = counted(date.fromisoformat(value), "W", 0, "")
    range_ = value_range(value, time.form.mod)
    return replace(time, value=value, range=range_, reason=Reason(rule, tuple(passages)))


def _for_every_day(days: DateRange, reckon: Callable[[date], str]) -> str:
    """What is counted from a range of days, if the first and the last give the same; else empty."""
    if days.earliest is None or days.latest is None:
        return ""
    try:
        first = reckon(days.earliest)
        return first if reckon(days.latest) == first else ""
    except (ValueError, OverflowError):
        return ""


def _counted(time: TimeExpression, anchors: Anchors) -> TimeExpression:
    """Yesterday, last year, two weeks ago, the next day."""
    form = time.form
    if anchors.mode.name == "narrative" and (form.rule, form.shift) == ("deictic", 0):
        # The "today" of a history is not a day in its story.
        return replace(time, value="PRESENT_REF", reason=Reason("time-vague", time.reason.passages))
    if form.unit in _MINUTES and anchors.minute is not None and form.anchor == "publication":
        days = (anchors.minute + (form.shift or 0) * _MINUTES[form.unit]) // _MINUTES_A_DAY
        form = replace(form, unit="D", shift=days)
    if form.unit == "WE" and form.anchor == "publication":
        form = _weekend_meant(form, anchors)
    if form.rule == "clock" and _is_of_another_time(time, anchors):
        form = replace(form, anchor="publication")
    for name, anchor in _in_order(form, anchors):
        value = _for_every_day(anchor.range, partial(_from_day, form))
        value = value or counted_from_ancient(anchor.range, form)
        if value and is_later_than_nothing(form, value, anchors):
            return time
        if value:
            return _with(time, value, f"time-counted-from-{name}", anchor)
    return time


def _is_of_another_time(time: TimeExpression, anchors: Anchors) -> bool:
    """Whether an hour to come cannot be of the past day given before, nor a past hour of a day to
    come: the speech is set for 8 p.m."""
    previous, toward = anchors.previous, time.form.direction
    published = anchors.publication.range if anchors.publication else None
    if not previous or not published or time.span.start - previous.passages[-1].end < _BESIDE:
        return False
    given = previous.range
    if not given.latest or not given.earliest:
        return False
    if toward in ("future", "coming"):
        return bool(published.earliest and given.latest < published.earliest)
    over = toward in ("past", "over") and published.latest
    return bool(over and given.earliest > over)


def _weekend_meant(form: TimeForm, anchors: Anchors) -> TimeForm:
    """The coming weekend is this week's until it has come; on Monday "this weekend" may be over."""
    days = anchors.publication.range if anchors.publication else None
    if not days or not days.latest or not days.earliest:
        return form
    if form.rule == "coming-unit" and days.latest.isoweekday() <= _FRIDAY:
        return replace(form, shift=0)
    over = form.shift == 0 and form.direction in ("past", "over")
    return replace(form, shift=-1) if over and days.latest.isoweekday() <= _TUESDAY else form


def _from_day(form: TimeForm, day: date) -> str:
    if form.feast and form.unit == "Y":
        # Easter Monday last year.
        year = counted(day, "Y", form.shift or 0, "XXXX")
        time = form.value.partition("T")[1:]
        return feast_day(form.feast, int(year)).isoformat() + "".join(time)
    return counted(day, form.unit, form.shift or 0, form.value)


def _in_order(form: TimeForm, anchors: Anchors) -> list[tuple[str, Anchor]]:
    """The anchors to try: in a narrative "this year" is the year of the date given before."""
    previous, publication = ("previous", anchors.previous), ("publication", anchors.publication)
    if anchors.mode.name == "narrative":
        # Before any date is given, a history that says "this week" speaks of its own.
        order = [previous if anchors.previous else publication]
    elif form.rule == "clock" and form.anchor == "publication":
        # An hour before an entry, in a list below a day or in a live blog.
        order = [("previous", anchors.heading), publication]
    elif form.anchor != "previous" or not anchors.previous:
        order = [publication]
    elif form.rule == "clock":
        # "At 10:30" in a report is on the day given before, or if that is not one day, on its own.
        order = [previous, publication]
    else:
        order = [previous]
    return [(name, anchor) for name, anchor in order if anchor]


def _completed(time: TimeExpression, anchors: Anchors, sentence: Sentence | None) -> TimeExpression:
    """A weekday, month, quarter, season or feast without its year or week."""
    form = time.form
    by_weekday = form.value.startswith("XXXX-WXX")
    given = year_given(time, anchors, sentence)
    if given and not by_weekday:
        value = _in_year(form, given.range)
        if value and agrees(form, value):
            rule = "time-year-given" if anchors.mode.name == "news" else "time-year-of-narrative"
            return _with(time, value, rule, given)
    named_from = form.anchor == "previous" and anchors.previous
    in_story = anchors.mode.name == "narrative" or named_from
    order = [(in_story and anchors.previous) or anchors.publication]
    if form.weekday and in_story:
        # Of a history too, "Monday 14 June" may be about the day of the article.
        order = [anchors.publication, anchors.previous]
    found = [(one, _near(form, one)) for one in order if one]
    agreeing = (pair for pair in found if pair[1] and agrees(form, pair[1]))
    anchor, value = next(agreeing, (found or _NOTHING)[-1])
    if not anchor or not value or not anchor.range.earliest:
        return time
    if form.further:
        day, mark, part = value.partition("T")
        later = date.fromisoformat(day) + timedelta(weeks=form.further)
        value = f"{later}{mark}{part}"
    sought = completed(form, anchor.range.earliest)[1]
    return _with(time, value, _COMPLETED[sought], anchor)


def _near(form: TimeForm, anchor: Anchor) -> str:
    return _for_every_day(anchor.range, lambda day: completed(form, day)[0])


def _in_year(form: TimeForm, days: DateRange) -> str:
    if days.ancient:
        return f"BC{1 - days.ancient[0]:04}{form.value[4:]}"
    if not days.earliest:
        return ""
    year = days.earliest.year
    value = f"{year:04}{form.value[4:]}"
    if form.feast:
        try:
            day = feast_day(form.feast, year).isoformat()
        except ValueError:
            return ""
        value = "".join((day, *form.value.partition("T")[1:]))
    return value if value_range(value) else ""


def _of_quarter(time: TimeExpression, anchors: Anchors) -> TimeExpression:
    """ "A year earlier" and the like, counted from the quarter that the text is about."""
    form = time.form
    quarter = anchors.quarter
    own_year = form.value[:4].isdecimal()
    if quarter and quarter.range.earliest:
        first = quarter.range.earliest
        year = int(form.value[:4]) if own_year else first.year + (form.shift or 0)
        tail = (
            form.value[4:] if form.value[4:] not in ("", "-QX") else f"-Q{(first.month + 2) // 3}"
        )
        return _with(time, f"{year:04}{tail}", "time-quarter-discussed", quarter)
    if own_year:
        return _with(time, form.value[:4], "time-explicit")
    if form.unit == "Q":
        return _latest_quarter(time, anchors)
    return _counted(time, anchors)


def _latest_quarter(time: TimeExpression, anchors: Anchors) -> TimeExpression:
    """ "The latest quarter" of a report: the last one that was over when it appeared."""
    publication = anchors.publication
    if not publication:
        return time
    value = _for_every_day(publication.range, lambda day: counted(day, "Q", -1, time.form.value))
    return _with(time, value, "time-latest-quarter", publication) if value else time
