"""Lists of links as Pocket, Instapaper and browsers export them: addresses without a text."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.reading.containers.budget import Budget
from armreader.reading.containers.piece import Found
from armreader.reading.containers.texts_missing import without_text
from armreader.reading.decode import decode
from armreader.reading.pages.tokens import tokens
from armreader.reading.source import NoArticleError, Source, UnreadableError

_MOST_TAGS = 500_000
_LINK = ("start", "a")


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """No article; the addresses that the list links to are counted."""
    text = decode(source.read(), declares=True).text
    if text.count("<") > _MOST_TAGS:
        raise UnreadableError(f"is a list of links of more than {_MOST_TAGS:,} tags; split it")
    budget.look_at_clock()
    links = (given.get("href") for (kind, tag, given), _ in tokens(text) if (kind, tag) == _LINK)
    addresses = [link for link in links if link.startswith(("http://", "https://"))]
    if not addresses:
        raise NoArticleError("a list of links without addresses", "armreader fetches nothing")
    yield without_text(addresses, "address", "addresses")
