"""Dates as people type them."""

from __future__ import annotations

import pytest

from armreader.ui.prompts.typed_dates import typed_edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-02-22", "2024-02-22"),
        ("2024-02", "2024-02"),
        ("2023/2024", "2023/2024"),
        ("2024~", "2024~"),
        ("22 Feb 2024", "2024-02-22"),
        ("February 22, 2024", "2024-02-22"),
        (" Feb 2024 ", "2024-02"),
        ("25.12.2024", "2024-12-25"),
        ("before 22 Feb 2024", ""),
        ("22 Feb 2024 or so", ""),
        ("32 Feb 2024", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_typed_date_is_understood_whole(text: str, edtf: str) -> None:
    assert typed_edtf(text) == edtf
