"""Days as text, and from text."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal


def parse_day(text: str) -> date | None:
    """The day of an ISO date or date-time (``2024-02-23``, ``2024-02-23T10:00Z``), else None."""
    match = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:\D|$)", text)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def is_first_of_month(day: date) -> bool:
    """Whether a day is the first of its month."""
    return day.day == 1


def is_last_of_month(day: date) -> bool:
    """Whether a day is the last of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def year_text(day: date | None) -> str:
    """The year in four digits; empty for no day."""
    return f"{day.year:04}" if day else ""


def month_day_text(day: date | None) -> str:
    """``02-23``; empty for no day."""
    return f"{day.month:02}-{day.day:02}" if day else ""


def end_text(day: date | None, unit: Literal["day", "month", "year"]) -> str:
    """One end of an interval in EDTF, as precise as the unit; ``..`` where it is open."""
    if day is None:
        return ".."
    if unit == "year":
        return year_text(day)
    if unit == "month":
        return f"{year_text(day)}-{day.month:02}"
    return f"{year_text(day)}-{month_day_text(day)}"
