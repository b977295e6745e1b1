"""Colour on a terminal: bold, dim and basic colours, which every terminal shows or ignores."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Literal

from armreader.records.visible import visible_line

Style = Literal["", "dim", "strong", "alert", "mark"]
Part = tuple[str, Style]
"""A stretch of a line and how it looks."""

_CODES: dict[Style, str] = {"dim": "2", "strong": "1", "alert": "1;31", "mark": "36"}


class Inked(str):
    """A line for a terminal that is already clean, and may contain our own colour codes."""

    __slots__ = ()


def is_coloured() -> bool:
    """Whether output may be coloured: on a terminal with colours, unless somebody asked for
    none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    less = os.environ.get("LESS", "R")  # options of the pager that show codes as they are, or not
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and "R" in less


def inked(parts: Iterable[Part], width: int, *, coloured: bool) -> Inked:
    """A line of at most a width in letters, every part cleaned before it is coloured."""
    line, room = "", width
    for text, style in parts:
        shown = visible_line(text)
        if len(shown) > room:
            shown = f"{shown[: max(0, room - 1)].rstrip()}…" if room > 0 else ""
            room = 0
        room -= len(shown)
        code = _CODES.get(style) if coloured and shown.strip() else None
        line += f"\x1b[{code}m{shown}\x1b[0m" if code else shown
    return Inked(line.rstrip())
