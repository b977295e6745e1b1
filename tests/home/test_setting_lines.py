"""The line of each setting in a TOML file."""

from __future__ import annotations

import pytest

from armreader.home.setting_lines import setting_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", {}),
        ('theme = "dark"\n\nmouse = true', {"theme": 1, "mouse": 3}),
        ('# [keys]\n[keys]\n\nopen = "o"\n', {"keys": 2, "keys.open": 4}),
        ('keys.open = "o"\n"width" = 70', {"keys.open": 1, "width": 2}),
        ('[ keys ] # mine\n"page-down" = [\n  "x",\n]', {"keys": 1, "keys.page-down": 2}),
    ],
)
def test_the_line_of_each_setting(text: str, lines: dict[str, int]) -> None:
    assert setting_lines(text) == lines
