"""Writes what is made of the README and of ``docs``: ``make docs``."""

from __future__ import annotations

import asyncio

from documentation.blocks import PAGES, ROOT, filled
from documentation.reference import MADE
from documentation.screens import own_home, picture, shots

PICTURE = ROOT / "docs" / "pictures" / "screen.svg"


def made() -> dict[str, str]:
    """Every made part by its name: the tables, and the screens of the tutorial."""
    with own_home():
        screens = asyncio.run(shots())
    return {name: make() for name, make in MADE.items()} | {
        f"screen {name}": f"```text\n{text}```\n" for name, text in screens.items()
    }


def main() -> None:
    parts = made()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(filled(text, parts), encoding="utf-8")
    with own_home():
        PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")


if __name__ == "__main__":
    main()
