"""The paragraphs of an export of a news archive, and what their labels and codes say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from armreader.language import mapping
from armreader.reading.containers.export_days import day_in

_LABEL = re.compile(r"([^\W\d_][\w .-]{1,24}):(?:\s+(.*))?", re.DOTALL)
_CODE = re.compile(r"([A-Z]{2,3})(?:\s+(\S.*))?", re.DOTALL)
_RIGHTS = re.compile(r"(?i)(?:copyright\b|©|\(c\)|all rights reserved|alle rechte vorbehalten)")
_SHORT_DATE = 80


@dataclass
class Group:
    """A paragraph of an export, and what it is."""

    text: str
    field: str = ""
    """title, source, byline, date, summary, dateline, head, body, tail; empty if not yet known."""

    @property
    def line(self) -> str:
        return " ".join(self.text.split())

    @cached_property
    def label(self) -> tuple[str, str]:
        """The field that its label names, and the text after it; both empty without a label."""
        labels = mapping("reading/export_labels")
        match = _LABEL.fullmatch(self.text)
        if match and match[1].lower() in labels:
            return labels[match[1].lower()], match[2] or ""
        if self.text.lower() in _HEADINGS:
            return labels[self.text.lower()], ""
        return "", ""

    @cached_property
    def code(self) -> tuple[str, str]:
        """As ``label``, for the codes of Factiva."""
        match = _CODE.fullmatch(self.text)
        if match and match[1] in _codes():
            return mapping("reading/export_labels")[match[1]], match[2] or ""
        return "", ""

    @property
    def is_date(self) -> bool:
        """Whether it gives a day and little else."""
        line = self.line
        if len(line) > _SHORT_DATE or not day_in(line):
            return False
        digit = next(n for n, letter in enumerate(line) if letter.isdigit())
        return digit <= 24 and not self.label[0]

    @property
    def is_rights(self) -> bool:
        return _RIGHTS.match(self.text) is not None


_HEADINGS = frozenset(["body", "volltext", "classification", "klassifizierung", "notes", "graphic"])
"""Labels that may be alone on a line."""


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in mapping("reading/export_labels") if code.isupper())
