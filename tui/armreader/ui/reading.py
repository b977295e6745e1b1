"""Reading: the keys for the text, and for the order of articles and quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from armreader.ui.session.articles import ORDERS, ArticleOrder, read_here, step_article
from armreader.ui.session.state import GROUPINGS, Grouping

if TYPE_CHECKING:
    from armreader.ui.reader import Reader

Action = Callable[["Reader", int], None]
_ORDER_WORDS: dict[ArticleOrder, str] = {
    "day": "by day", "source": "by source", "unread": "the unread first",
}  # fmt: skip
_GROUPING_WORDS: dict[Grouping, str] = {
    "published": "in the order in which they appeared",
    "said": "by the day on which they were said",
    "speaker": "by speaker",
}


def scroll_text(direction: int) -> Action:
    """Scroll the text by lines; it counts as read."""

    def action(reader: Reader, count: int) -> None:
        reader.text.scroll_rows(direction * count)
        _read(reader)

    return action


def page_text(direction: int) -> Action:
    """Scroll the text by pages; it counts as read."""

    def action(reader: Reader, count: int) -> None:
        reader.text.scroll_pages(direction * count)
        _read(reader)

    return action


def paragraph(direction: int) -> Action:
    """Scroll the text by paragraphs; it counts as read."""

    def action(reader: Reader, count: int) -> None:
        reader.text.scroll_paragraphs(direction * count)
        _read(reader)

    return action


def go_to_article(direction: int) -> Action:
    """Open the next or previous article, as they are listed."""

    def action(reader: Reader, count: int) -> None:
        state = reader.state
        for _ in range(count):
            state = step_article(state, direction)
        reader.apply(state)

    return action


def order_list(reader: Reader, count: int) -> None:
    """Change the order of the articles if they are in focus, else of the quotes."""
    state = reader.state
    if state.pane == "articles":
        order = ORDERS[(ORDERS.index(state.order) + 1) % len(ORDERS)]
        reader.apply(replace(state, order=order, notice=f"Articles {_ORDER_WORDS[order]}"))
        return
    grouping = GROUPINGS[(GROUPINGS.index(state.grouping) + 1) % len(GROUPINGS)]
    notice = f"Quotes {_GROUPING_WORDS[grouping]}"
    reader.apply(replace(state, grouping=grouping, notice=notice))


def _read(reader: Reader) -> None:
    after = read_here(reader.state)
    if after is not reader.state:
        reader.apply(after)
