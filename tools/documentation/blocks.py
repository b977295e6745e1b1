"""The parts of a page that are made: ``<!-- made: NAME -->`` to ``<!-- /made -->``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGES = tuple(sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]))
_BLOCK = re.compile(r"(<!-- made: ([\w -]+) -->\n)(.*?)(<!-- /made -->)", re.DOTALL)


def names_in(page: Path) -> tuple[str, ...]:
    """The names of the made parts of a page."""
    return tuple(match[2] for match in _BLOCK.finditer(page.read_text(encoding="utf-8")))


def filled(text: str, made: Mapping[str, str]) -> str:
    """A page with its made parts as they are to be."""
    return _BLOCK.sub(lambda match: match[1] + made[match[2]] + match[4], text)
