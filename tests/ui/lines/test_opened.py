"""An opened event: one sentence for each source, around the source that is open."""

from __future__ import annotations

import pytest

from armreader.ui.lines.opened import opened_lines
from dossiers import harbour_dossier

HARBOUR = harbour_dossier()
VOTE = HARBOUR.event_by_id["e-vote"]


def shown(article: str, width: int, room: int) -> list[str]:
    lines = opened_lines(HARBOUR, VOTE, article, (width, room), full=False)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_every_source_has_its_own_sentence_where_there_is_room() -> None:
    lines = shown("gazette", 80, 40)
    for name in ("Lumen Gazette", "The Courier", "No vote"):
        assert sum(name in line for line in lines) >= 1
    assert not any("more" in line for line in lines)
    assert [line[:15] for line in lines if "▶" in line] == ["▶ Lumen Gazette"]
    assert sum("≠" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("article", "left_out"),
    [
        ("gazette", ["… 2 more, ] goes there"]),
        ("courier", ["… 1 more before, [ goes there", "… 1 more, ] goes there"]),
        ("herald", ["… 2 more before, [ goes there"]),
    ],
)
def test_the_open_source_is_in_sight_among_many(article: str, left_out: list[str]) -> None:
    lines = shown(article, 60, 9)
    assert [line.strip() for line in lines if "goes there" in line] == left_out
    assert sum("▶" in line for line in lines) == 1


def test_a_cut_sentence_is_shown_where_the_event_is() -> None:
    lines = shown("gazette", 26, 40)
    assert any("close" in line or "closed" in line for line in lines)
