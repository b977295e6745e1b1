"""Lengths of time and times that repeat."""

from __future__ import annotations

from armreader.extraction.times.grammar import Match
from armreader.extraction.times.parts import Meaning, amount_of, unit_of, value_of
from armreader.records import TimeForm

_LONGEST_NUMBER = 9
_MINUTES = {"25": 15, "5": 30, "75": 45}
"""What is more than whole hours, in minutes."""
_REPEATED = {
    "WEEKDAY": "XXXX-WXX-",
    "WEEKDAYS": "XXXX-WXX-",
    "MONTH": "XXXX-",
    "SEASON": "XXXX-",
    "PART": "XXXX-XX-XXT",
    "ADVERBSET": "",
}
"""What the value of a repeated time begins with, by the class of the word that names it."""


def length(amount: str, unit: str) -> str:
    """The TIMEX3 value of a length: ``P5Y``, ``PT3H``, ``PXM``; a decade is ``P10Y``."""
    if unit == "2W":
        unit, amount = "W", amount if amount == "X" else f"{2 * float(amount):g}"
    if unit in ("DE", "CE", "ML") and amount != "X":
        years = {"DE": 10, "CE": 100, "ML": 1000}[unit]
        unit, amount = "Y", f"{years * float(amount):g}"
    if unit == "WE" and amount == "1":
        unit, amount = "D", "2"
    if unit.startswith("T"):
        whole, point, fraction = amount.partition(".")
        if point and unit == "TH" and fraction in _MINUTES:
            hours = f"{whole}H" if whole != "0" else ""
            return f"PT{hours}{_MINUTES[fraction]}M"
        return f"PT{amount}{unit[1]}"
    return f"P{amount}{unit}"


def duration(match: Match) -> Meaning:
    """A length of time, in the unit that the words give."""
    captured = match.captured
    amount = amount_of(captured)
    if len(amount) > _LONGEST_NUMBER:
        amount = "X"
    return Meaning("DURATION", TimeForm(match.rule, length(amount, unit_of(captured))))


def weekends(match: Match) -> Meaning:
    """On weekends: every weekend."""
    return Meaning("SET", TimeForm(match.rule, "XXXX-WXX-WE"))


def repeated(match: Match) -> Meaning:
    """Times that repeat: every Friday is ``XXXX-WXX-5``, daily ``P1D``."""
    captured = match.captured
    if "WEEKDAY" in captured and "month" in captured:
        # The first Monday of every month.
        return Meaning("SET", TimeForm(match.rule, "P1M"))
    for kind, begins in _REPEATED.items():
        if kind in captured:
            return Meaning("SET", TimeForm(match.rule, begins + value_of(captured, kind)))
    amount = "2" if "other" in captured else value_of(captured, "NUMBER") or "1"
    if "times" in captured:
        # Three times a year: every year.
        amount = "1"
    return Meaning("SET", TimeForm(match.rule, length(amount, unit_of(captured))))
