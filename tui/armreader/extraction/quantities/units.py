"""Units and the pattern of a figure: number, scale, currency, unit, range, rate."""

from __future__ import annotations

import re

from armreader.extraction.quantities.numbers import NUMBER, SCALE
from armreader.language import rows
from armreader.records import Span

CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "$us": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "hk$": "HKD",
    "nz$": "NZD",
    "r$": "BRL",
    "s$": "SGD",
    "£": "GBP",
    "#": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₦": "NGN",
    "₩": "KRW",
    "₪": "ILS",
    "₴": "UAH",
    "₹": "INR",
    "₺": "TRY",
    "₽": "RUB",
}
SIGNS = frozenset(sign[-1] for sign in CURRENCIES if not sign[-1].isalpha())
"""The characters that a currency is written with."""
PERIODS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629800.0,
    "year": 31557600.0,
}
UNITS = {row[0]: (row[1], row[2], float(row[3])) for row in rows("quantities_units")}
"""The unit, its dimension and its size in the base unit, by spelling."""
_UNIT = "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))
_MONEY = "(?:(?:" + "|".join(map(re.escape, sorted(CURRENCIES, key=len, reverse=True))) + ")[ ]?)"
_SIGNS = "".join(sorted(SIGNS))
FIGURE = re.compile(
    rf"(?<![\w.,{_SIGNS}/:])(?<![A-Za-z]-)(?P<cur>{_MONEY})?(?P<a>{NUMBER})(?P<ascale>{SCALE})?"
    rf"(?:[ -]?(?P<aunit>{_UNIT})(?![\w%]))?"
    r"(?:(?P<to>[ ]?[-–][ ]?|[ ](?:to|and|or)[ ])"
    rf"(?P<bcur>{_MONEY})?(?P<b>{NUMBER})(?P<bscale>{SCALE})?)?"
    rf"(?:(?:[ -](?:us )?)?(?P<unit>{_UNIT})(?![\w%]))?",
    re.IGNORECASE,
)
_PERIOD = "second|minute|hour|day|week|month|year"
_RATE = re.compile(
    r"(?:[ ]\([^()]{3,40}\))?(?:,? or [\d,.]+ \w+,?| (?:--|[-–—]) or [\d,.]+ \w+ (?:--|[-–—]))?"
    rf"(?:(?:[ -](?:of )?(?:\w+ ){{0,3}}?)(?:an?|per|each|every)[ -](?P<each>{_PERIOD})\b"
    rf"|[ ](?:of )?(?:\w+ ){{0,2}}?(?P<daily>daily)\b|\\?/(?P<slash>{_PERIOD})\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:[ ]\([^()]{{3,48}}\))?(?: [A-Za-z]+){{2,9}}? (?:(?:each|every) (?P<each>{_PERIOD})"
    r"|(?P<daily>daily))\b",
    re.IGNORECASE,
)


_BEFORE = re.compile(
    rf"\b(?:each|every) (?P<each>{_PERIOD}),?(?: (?:some|about|around|nearly|up to|another|a"
    r"|at least|more than|over|as much as|as many as))? $",
    re.IGNORECASE,
)


def rate(text: str, start: int, end: int, within: Span) -> str:
    """The period of a rate: "a day" or "… are gushing each day" after it, "each day" before it."""
    found = _RATE.match(text, end, min(within.end, end + 80))
    found = found or _BEHIND.match(text, end, min(within.end, end + 110))
    found = found or _BEFORE.search(text, max(within.start, start - 30), start)
    if not found:
        return ""
    return (found["each"] or (found.groupdict().get("slash")) or "day").lower()
