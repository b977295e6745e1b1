"""Web addresses in a text, so that each can be a link where it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from armreader.records.spans import Span
from armreader.ui.lines.layers import Run
from armreader.ui.lines.line_view import LINK

# Nor does one go on behind what stands for a character that could steer a terminal.
_ADDRESS = re.compile(
    r"https?://[^\s<>\"“”„‘’«»‹›{}|\\^`\x00-\x1f\x7f-\x9f\u2400-\u2426\u21c4\ufffd]{1,2000}"
)
_AFTER = ".,;:!?…'*_"
"""Marks that end the sentence around an address, not the address."""
_PAIRS = {")": "(", "]": "["}


class Address(NamedTuple):
    """An address, and where the text has it."""

    span: Span
    address: str


def addresses(text: str) -> list[Address]:
    """Every ``http`` and ``https`` address of the text, in order."""
    found = []
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        found.append(Address(Span(match.start(), match.start() + len(address)), address))
    return found


def linked(runs: Iterable[Run], links: Sequence[Address]) -> Iterator[Run]:
    """The runs cut where links begin and end, those within a link with the role of one."""
    for run in runs:
        at = run.start
        first = max(0, bisect_right(links, at, key=lambda one: one.span.start) - 1)
        for span, address in links[first:]:
            if span.start >= run.end:
                break
            start, end = max(at, span.start), min(run.end, span.end)
            if start >= end:
                continue
            if at < start:
                yield Run(at, start, run.roles)
            yield Run(start, end, (*run.roles, LINK + address))
            at = end
        if at < run.end:
            yield Run(at, run.end, run.roles)


def _trimmed(address: str) -> str:
    """The address without what the sentence has after it; a bracket that it opened is its own."""
    while True:
        address = address.rstrip(_AFTER)
        opener = _PAIRS.get(address[-1])
        if opener is None or address.count(opener) >= address.count(address[-1]):
            return address
        address = address[:-1]
