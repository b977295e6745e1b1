"""A date as a person types it, as EDTF."""

from __future__ import annotations

from armreader.reading.datelines import whole_date
from armreader.records.dates import DateRange

WRONG = "“{}” is not a date: try 22 Feb 2024, 2024-02 or 2023/2024."


def typed_edtf(text: str) -> str:
    """EDTF as it stands, ``22 Feb 2024`` or ``February 2024`` as such; empty for anything else."""
    if DateRange.from_edtf(text):
        return text
    found = whole_date(text)
    return found.edtf if found else ""
