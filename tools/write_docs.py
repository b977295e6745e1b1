"""Writes what is made of the README and of ``docs``: ``make docs``.

    python tools/write_docs.py [FOLDER]

With a folder it draws there every view in every size and theme instead, to be looked at.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from documentation.blocks import PAGES, ROOT, filled
from documentation.reference import MADE
from documentation.screens import (
    SHOWN,
    SIZES,
    THEMES,
    VIEWS,
    gallery,
    gallery_name,
    own_home,
    picture,
    shots,
)

PICTURES = ROOT / "docs" / "pictures"
PICTURE = PICTURES / "screen.svg"


def made() -> dict[str, str]:
    """Every made part by its name: the tables, and the screens of the tutorial."""
    with own_home():
        screens = asyncio.run(shots())
    return {name: make() for name, make in MADE.items()} | {
        f"screen {name}": f"```text\n{text}```\n" for name, text in screens.items()
    }


def draw(shown: Iterable[tuple[str, tuple[int, int], str]], folder: Path) -> None:
    """Draw pictures of the gallery into a folder."""
    for view, size, theme in shown:
        with own_home():
            drawn = asyncio.run(gallery(view, size, theme))
        (folder / f"{gallery_name(view, size, theme)}.svg").write_text(drawn, encoding="utf-8")


def main() -> None:
    if len(sys.argv) > 1:
        draw(product(VIEWS, SIZES, THEMES), Path(sys.argv[1]))
        return
    parts = made()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(filled(text, parts), encoding="utf-8")
    with own_home():
        PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
    draw(SHOWN, PICTURES)


if __name__ == "__main__":
    main()
