"""The README's picture is the screen as it is."""

from __future__ import annotations

from picture import picture, shown


async def test_the_picture_in_the_readme_is_true() -> None:
    assert (await picture()).splitlines() == shown().splitlines(), (
        "draw it anew: .venv/bin/python tests/picture.py"
    )
