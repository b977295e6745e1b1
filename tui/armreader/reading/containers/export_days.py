"""The day of an exported article, in the language of its archive."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from armreader.language import mapping
from armreader.reading.datelines import read_date
from armreader.records.dates import DateRange

_DAY = re.compile(
    r"\b(\d{1,2})(?:\.|er|º|°)?\s+(?:de\s+|d')?([^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})\b"
)
"""``7. Mai 2031``, ``1er mai 2031``, ``7 de mayo de 2031``."""

_YEAR_FIRST = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")


def day_in(line: str) -> DateRange | None:
    """The day or month in a line, in English or one of the languages of the table."""
    for day, month, year in _DAY.findall(line):
        number = mapping("reading/export_months").get(month.casefold())
        try:
            if number:
                return DateRange.day(date(int(year), int(number), int(day)))
        except ValueError:
            continue
    first = _YEAR_FIRST.search(line)
    if first:
        with suppress(ValueError):
            return DateRange.day(date(*map(int, first.groups())))
    return read_date(line)
