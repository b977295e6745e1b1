"""Whether "two days later" has a day to be later than."""

from __future__ import annotations

from armreader.linking.times.anchors import Anchors
from armreader.linking.times.calendar import value_range
from armreader.records import TimeForm
from armreader.records.timex import AHEAD


def is_later_than_nothing(form: TimeForm, value: str, anchors: Anchors) -> bool:
    """Whether what is told of a later day cannot be on the day found.

    "The next day" needs a day before it, and what happened two days later was not after the
    article appeared.
    """
    next_day = (form.rule, form.unit) == ("previous-unit", "D")
    if (form.shift or 0) <= 0 or not (next_day or form.rule == "later"):
        return False
    if not anchors.previous:
        return True
    days = value_range(value)
    published = anchors.publication.range.latest if anchors.publication else None
    if form.rule != "later" or form.direction in AHEAD or not days or not published:
        return False
    return bool(days.earliest and days.earliest > published)
