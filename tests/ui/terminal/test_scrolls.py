"""Rows that moved: what is found never costs more than sending what changed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.ui.terminal.scrolls import Row, Rows, Scroll, find_scroll

WIDTH = 60
WORDS = ["", "a", "quay", "a grain ship", "the port office", "seven boats in"]


def rows(*texts: str) -> Rows:
    return [(text.ljust(WIDTH), "p" * WIDTH) for text in texts]


@st.composite
def two_screens(draw: st.DrawFn) -> tuple[Rows, Rows]:
    """Three panes side by side, each scrolled by lines of its own."""
    height = draw(st.integers(4, 12))
    pools = [draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=14)) for _ in range(3)]

    def screen() -> Rows:
        at = [draw(st.integers(0, 5)) for _ in pools]
        return rows(
            *(
                "".join(
                    f"{pool[(y + top) % len(pool)]:20}" for pool, top in zip(pools, at, strict=True)
                )
                for y in range(height)
            )
        )

    return screen(), screen()


@settings(max_examples=300)
@given(screens=two_screens())
def test_a_scroll_lies_on_the_screen_and_pays(screens: tuple[Rows, Rows]) -> None:
    sent, wanted = screens
    scroll = find_scroll(sent, wanted)
    if scroll is None:
        return
    first, last, lines = scroll
    assert 0 <= first < last < len(wanted)
    assert 0 < abs(lines) <= last - first
    assert _differing(_moved(sent, scroll), wanted) < _differing(sent, wanted)


def _moved(sent: Rows, scroll: Scroll) -> Rows:
    first, last, lines = scroll
    blank: Row = (" " * WIDTH, "p" * WIDTH)
    return [
        row if not first <= y <= last else sent[y + lines] if first <= y + lines <= last else blank
        for y, row in enumerate(sent)
    ]


def _differing(one: Rows, other: Rows) -> int:
    return sum(
        (cell, pen) != (was, pen_was)
        for (cells, pens), (cells_were, pens_were) in zip(one, other, strict=True)
        for cell, pen, was, pen_was in zip(cells, pens, cells_were, pens_were, strict=True)
    )


PANES_THAT_WENT_THEIR_OWN_WAYS = (
    (
        "quay                seven boats in      quay",
        "the port office     seven boats in      the port office",
        "seven boats in      a grain ship        the port office",
        "the port office     a grain ship        quay",
    ),
    (
        "the port office     a grain ship        quay",
        "quay                a grain ship        the port office",
        "the port office     a grain ship        the port office",
        "seven boats in      seven boats in      quay",
    ),
)
"""One scroll saves as much as it costs, and by other lines none saves anything."""


def test_scrolls_that_save_nothing_are_left_out() -> None:
    sent, wanted = PANES_THAT_WENT_THEIR_OWN_WAYS
    assert find_scroll(rows(*sent), rows(*wanted)) is None
