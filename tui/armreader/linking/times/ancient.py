"""Years, decades and centuries counted from a year before Christ."""

from __future__ import annotations

from armreader.records import TimeForm
from armreader.records.dates import DateRange


def counted_from_ancient(days: DateRange, form: TimeForm) -> str:
    """The year after 490 BC is 489 BC; empty where the days are not in one such year."""
    if not days.ancient or days.ancient[0] != days.ancient[1] or form.shift is None:
        return ""
    year = days.ancient[0]
    before = 1 - year
    match form.unit:
        case "Y":
            counted = year + form.shift
            return f"BC{1 - counted:04}" if counted <= 0 else f"{counted:04}"
        case "DE" if before > 0:
            return f"BC{max(before // 10 - form.shift, 0):03}"
        case "CE" if before > 0:
            return f"BC{max((before - 1) // 100 - form.shift, 0):02}"
    return ""
