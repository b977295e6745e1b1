"""The thread of a history: which year each month and day that lacks one falls in.

A history tells its events mostly in order and leaves out the year as long as it stays the same, but
it also looks back, looks ahead and names years in passing. So the years are chosen together: the
way through all dates of the article that jumps least, where a date given in full may be skipped
as an aside. It is found step by step with a few ways kept open (a beam search), so that the cost
grows with the length of the text alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from armreader.linking.times.calendar import MONTH_OF
from armreader.records import Sentence, TimeDirection, TimeExpression

_CENTURY = 1200
"""In months."""
_WAYS = 24
"""How many ways are kept open."""


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of a way; ``tests/bench/times_fitted.py`` shows how they were fitted."""

    forward: float = 0.12
    """For each month that an undated month moves forward."""
    back: float = 0.3
    """For going back at all …"""
    back_month: float = 0.12
    """… and for each month of it."""
    most_forward: float = 1.6
    most_back: float = 3.0
    """The most that one jump costs."""
    far: float = 1.5
    """Added where more than a hundred years lie between."""
    dated: float = 0.6
    """The share of the cost that a date given in full pays, because it states its own year."""
    aside_year: float = 1.2
    aside_bracket: float = 0.2
    aside_day: float = 2.5
    """For passing over a bare year, one in brackets, and a month or day with its year."""
    aside_heading: float = 6.0


COSTS = Costs()


class Place(NamedTuple):
    """Where the story is: an astronomical year, a month or 0, and which time says so."""

    year: int
    month: int
    by: int


class Step(NamedTuple):
    """What a time does to the thread."""

    kind: Literal["dated", "open", "shift"]
    year: int = 0
    month: int = 0
    shift: int = 0
    toward: TimeDirection = ""
    aside: float = 0.0


@dataclass(frozen=True, slots=True)
class Thread:
    """The year of each time that lacks one, and the times that are given in passing."""

    years: Mapping[int, Place]
    """By the place of the time in the article's order; ``by`` is the time that gives the year."""
    asides: frozenset[int]


NO_THREAD = Thread({}, frozenset())


class _Way(NamedTuple):
    cost: float
    place: Place
    before: _Way | None
    at: int
    aside: bool


def thread_of(
    times: Sequence[TimeExpression],
    sentences: Sequence[Sentence | None],
    text: str,
    costs: Costs = COSTS,
) -> Thread:
    """The thread through an article's times, each with the sentence that it is in."""
    steps = [
        (at, step)
        for at, (time, sentence) in enumerate(zip(times, sentences, strict=True))
        for step in [_step(time, sentence, text, costs)]
        if step
    ]
    begin = next((step for _, step in steps if step.kind == "dated"), None)
    if begin is None:
        return NO_THREAD
    ways = [_Way(0.0, Place(begin.year, 0, -1), None, -1, False)]
    for at, step in steps:
        ways = _followed(ways, at, step, costs)
    return _traced(min(ways, key=lambda way: way.cost), dict(steps))


def _step(time: TimeExpression, sentence: Sentence | None, text: str, costs: Costs) -> Step | None:
    form = time.form
    if sentence is None or sentence.section == "furniture" or time.type not in ("DATE", "TIME"):
        return None
    value = form.value
    if value.startswith("BC") and value[2:6].isdecimal():
        return Step("dated", 1 - int(value[2:6]), aside=costs.aside_year)
    if value[:4].isdecimal():
        month = MONTH_OF.get(value[5:7], 0)
        return Step("dated", int(value[:4]), month, aside=_aside(time, sentence, text, costs))
    if form.shift is not None:
        if form.anchor != "previous" or form.unit not in ("Y", "M") or form.shift < 0:
            # "A year earlier" only looks back.
            return None
        return Step("shift", shift=form.shift * (12 if form.unit == "Y" else 1))
    month = MONTH_OF.get(value[5:7], 0) if value.startswith("XXXX-") else 0
    return Step("open", month=month, toward=form.direction) if month else None


def _aside(time: TimeExpression, sentence: Sentence, text: str, costs: Costs) -> float:
    """What it costs to pass a date over: little in brackets, much in a heading."""
    if len(time.form.value) > len("YYYY"):
        cost = costs.aside_day
    else:
        bracketed = text[max(time.span.start - 1, 0)] in "([-–—"
        cost = costs.aside_bracket if bracketed else costs.aside_year
    heading = text[sentence.span.end - 1].isalnum() and time.form.value[:1] != "P"
    return max(cost, costs.aside_heading) if heading else cost


def _followed(ways: Sequence[_Way], at: int, step: Step, costs: Costs) -> list[_Way]:
    """The cheapest ways after one more step, one for each place."""
    best: dict[Place, _Way] = {}
    for way in ways:
        for cost, place, aside in _choices(way.place, at, step, costs):
            total = way.cost + cost
            if place not in best or total < best[place].cost:
                best[place] = _Way(total, place, way, at, aside)
    return sorted(best.values(), key=lambda way: way.cost)[:_WAYS]


def _choices(place: Place, at: int, step: Step, costs: Costs) -> list[tuple[float, Place, bool]]:
    if step.kind == "shift":
        months = place.year * 12 + max(place.month - 1, 0) + step.shift
        month = months % 12 + 1 if step.shift % 12 else 0
        return [(0.0, Place(months // 12, month, at), False)]
    if step.kind == "dated":
        stated = Place(step.year, step.month, at)
        return [
            (costs.dated * _jump(place, stated, costs), stated, False),
            (step.aside, place, True),
        ]
    if step.toward in ("before", "after", "same"):
        return [(0.0, Place(_named_year(place, step), step.month, place.by), False)]
    years = (place.year - 1, place.year, place.year + 1) if place.month else (place.year,)
    found = []
    for year in years:
        there = Place(year, step.month, place.by)
        found.append((_jump(place, there, costs), there, False))
    return found


def _named_year(place: Place, step: Step) -> int:
    """The year of "the following spring", "the previous June", "that same autumn"."""
    match step.toward:
        case "after":
            return place.year + (not place.month or step.month <= place.month)
        case "before":
            return place.year - (not place.month or step.month >= place.month)
        case _:
            return place.year


def _jump(here: Place, there: Place, costs: Costs) -> float:
    """What it costs to go from one place of the story to another."""
    if here.month and there.month:
        months = 12 * (there.year - here.year) + there.month - here.month
    else:
        months = 12 * (there.year - here.year)
    far = costs.far if abs(months) > _CENTURY else 0.0
    if months >= 0:
        return min(costs.forward * months, costs.most_forward) + far
    return min(costs.back - costs.back_month * months, costs.most_back) + far


def _traced(last: _Way, steps: Mapping[int, Step]) -> Thread:
    years: dict[int, Place] = {}
    asides: set[int] = set()
    way: _Way | None = last
    while way and way.at >= 0:
        if way.aside:
            asides.add(way.at)
        elif steps[way.at].kind == "open":
            years[way.at] = way.place
        way = way.before
    return Thread(years, frozenset(asides))
