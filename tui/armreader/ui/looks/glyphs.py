"""The marks of the screen: one cell each, without emoji; plain letters where a font lacks them."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import NamedTuple

_POOR_TERMINALS = ("linux", "vt", "cons", "sun", "ansi")


class Glyphs(NamedTuple):
    """One character for each thing that is marked."""

    cursor: str = "▸"
    lit: str = "●"
    unlit: str = "·"
    bookmark: str = "★"
    new: str = "+"
    wordings: str = "≈"
    differ: str = "≠"
    denied: str = "×"
    planned: str = "»"
    perhaps: str = "?"
    event: str = "▌"
    quote: str = "│"
    current: str = "▶"
    rule: str = "─"
    density: str = "▁▂▃▄▅▆▇█"


PLAIN = Glyphs(
    cursor=">", lit="*", unlit=".", bookmark="+", new="^", wordings="~", differ="!", denied="x",
    planned=">", event="#", quote="|",
    current=">", rule="-", density=".:-=+*%#",
)  # fmt: skip


@cache
def glyphs() -> Glyphs:
    """The marks for this terminal: plain ones if TERM or the locale suggests a poor font."""
    term = os.environ.get("TERM", "")
    utf8 = "utf" in (getattr(sys.stderr, "encoding", None) or "utf-8").lower()
    return PLAIN if term.startswith(_POOR_TERMINALS) or not utf8 else Glyphs()
