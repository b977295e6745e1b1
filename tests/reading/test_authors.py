"""Names of authors in the forms that programs write them."""

from __future__ import annotations

import pytest

from armreader.reading.authors import named_authors


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Wren, Olga; Tell, Ida B.", "Olga Wren, Ida B. Tell"),
        ("Olga Wren;Ida B. Tell", "Olga Wren, Ida B. Tell"),
        ("Wren, Olga", "Olga Wren"),
        ("By Olga Wren and Ida Tell", "Olga Wren and Ida Tell"),
        ("Olga Wren, Ida Tell", "Olga Wren, Ida Tell"),
        ("Reuters, Ostrava", "Reuters, Ostrava"),
        ("Byron Wren", "Byron Wren"),
        ("unknown", ""),
    ],
)
def test_names_are_written_as_they_are_said(written: str, names: str) -> None:
    assert named_authors(written) == names
