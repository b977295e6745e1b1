"""Whether each bookmark's words are still in their source, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from armreader.notes.bookmark import Bookmark
from armreader.records import Article, Passage, Span
from armreader.story.anchors import Anchor, Selector, find, find_exact
from armreader.story.dossier import Dossier

_LONG_WORD = re.compile(r"\w{4,}")
_LIKELY = 4
"""Articles that are searched for words close to those lost."""

Status = Literal["holds", "moved", "changed", "lost"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one bookmark; the bookmark itself is unchanged."""

    bookmark: Bookmark
    status: Status
    """``holds``: word for word in its place; ``moved``: word for word elsewhere; ``changed``: only
    similar words are left; ``lost``: neither, in its own source."""
    article: str | None
    """The id of the article that the words are in now."""
    span: Span | None
    """Where they are in it now."""
    close_to: Passage | None = None
    """If the words are lost, where another source has the same or similar ones."""

    @property
    def intact(self) -> bool:
        """Whether the exact words were found."""
        return self.status in ("holds", "moved")


def verify(bookmarks: Iterable[Bookmark], dossier: Dossier) -> list[Verdict]:
    """The verdict on every bookmark, in their order."""
    known = _Sources(dossier)
    return [_verdict(bookmark, known) for bookmark in bookmarks]


class _Sources:
    """The articles of a dossier by everything that a bookmark remembers about its article."""

    def __init__(self, dossier: Dossier) -> None:
        self.articles = dossier.articles
        self._folded: dict[str, str] = {}
        self._by: dict[tuple[str, str], list[Article]] = {}
        for article in dossier.articles:
            for key in (
                ("id", article.id),
                ("sha256", article.sha256),
                ("file", article.file),
                ("url", article.url),
                ("title", f"{article.source}\n{article.title}".strip()),
            ):
                if key[1]:
                    self._by.setdefault(key, []).append(article)

    def likely(self, bookmark: Bookmark, others: Sequence[Article]) -> list[Article]:
        """The few of these articles that have most of the bookmark's longer words."""
        words = {word.casefold() for word in _LONG_WORD.findall(bookmark.selector.exact)}
        shares: list[tuple[int, Article]] = []
        for article in others:
            text = self._folded.setdefault(article.id, article.text.casefold())
            shares.append((sum(word in text for word in words), article))
        shares.sort(key=lambda share: -share[0])
        return [article for share, article in shares[:_LIKELY] if 2 * share >= len(words)]

    def own(self, bookmark: Bookmark) -> list[Article]:
        """The articles that may be the bookmark's own, the surest first."""
        origin = bookmark.origin
        keys = (
            ("id", origin.article),
            ("sha256", origin.sha256),
            ("file", origin.file),
            ("url", origin.url),
            ("title", f"{origin.source}\n{origin.title}".strip()),
        )
        found = (article for key in keys for article in self._by.get(key, ()))
        return list({article.id: article for article in found}.values())


def _verdict(bookmark: Bookmark, known: _Sources) -> Verdict:
    own = known.own(bookmark)
    found = _first(bookmark, own, find)
    if found is None:
        others = [article for article in known.articles if article not in own]
        elsewhere = _first(bookmark, others, find_exact)
        if elsewhere is None or own:
            close = elsewhere or _first(bookmark, known.likely(bookmark, others), find)
            at = Passage(close[0].id, *close[1].span) if close else None
            return Verdict(bookmark, "lost", None, None, at)
        found = elsewhere
    article, anchor = found
    status: Status = "changed"
    if anchor.match != "fuzzy":
        status = "holds" if anchor.match == "position" and article in own else "moved"
    return Verdict(bookmark, status, article.id, anchor.span)


def _first(
    bookmark: Bookmark,
    articles: list[Article],
    search: Callable[[Selector, str], Anchor | None],
) -> tuple[Article, Anchor] | None:
    """The article with the exact words, else the first with similar ones."""
    similar = None
    for article in articles:
        anchor = search(bookmark.selector, article.text)
        if anchor and anchor.match != "fuzzy":
            return article, anchor
        if anchor and similar is None:
            similar = article, anchor
    return similar
