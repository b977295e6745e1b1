"""The order of the articles, which have been read, and the next and previous one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

from armreader.story.selection import Selection

if TYPE_CHECKING:
    from armreader.records import Article
    from armreader.ui.session.state import State

ArticleOrder = Literal["day", "source", "unread"]
"""By day of publication; by source, then day; or unread first."""
ORDERS: tuple[ArticleOrder, ...] = get_args(ArticleOrder)

_UNKNOWN = "Source unknown"


def in_order(
    articles: Sequence[Article], order: ArticleOrder, read: Collection[str]
) -> Iterator[tuple[str, Sequence[Article]]]:
    """Articles that are sorted by day, under their headings; one without words where there is
    none."""
    if order == "day":
        yield "", articles
        return
    groups: dict[str, list[Article]] = {}
    for article in articles:
        unread = "Read" if article.id in read else "Unread"
        under = unread if order == "unread" else article.source or _UNKNOWN
        groups.setdefault(under, []).append(article)
    for name in sorted(groups, key=_place, reverse=order == "unread"):
        yield f"{name} ({len(groups[name])})", groups[name]


def _place(heading: str) -> tuple[bool, str]:
    """Orders headings by their letters, what is not known last."""
    return heading == _UNKNOWN, heading.casefold()


def step_article(state: State, step: int) -> State:
    """Open the next (1) or previous (-1) article as they are listed."""
    found = state.found.articles if state.found else None
    articles = [one for one in state.dossier.by_day if found is None or one.id in found]
    groups = in_order(articles, state.order, state.read)
    ids = [article.id for _, group in groups for article in group]
    place = (ids.index(state.article) if state.article in ids else -1) + step
    if not 0 <= place < len(ids):
        return replace(
            state, notice="This is the last article." if step > 0 else "This is the first article."
        )
    goal = ids[place]
    chosen = state.selection
    if chosen is None or chosen.kind == "article":
        chosen = Selection("article", goal)
    return replace(state, article=goal, selection=chosen, current=None)


def read_here(state: State) -> State:
    """The open article counts as read."""
    if not state.article or state.article in state.read:
        return state
    return replace(state, read=state.read | {state.article})
