"""By whom, from where and from when what a query found is: filters that leave a part of it.

Imports no textual.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from armreader.records.dates import DateRange
from armreader.records.spans import Span, overlap
from armreader.story.dossier import Dossier
from armreader.story.shown_dates import full_date
from armreader.ui.session.hits import ListedHit

By = Literal["source", "person", "month"]
NARROWED_BY: tuple[By, ...] = get_args(By)
"""In the order in which they are listed."""
_MOST = 12
"""Names or months of a kind that are offered."""


class Narrowing(NamedTuple):
    """One filter that can be added to the query, or removed from it."""

    by: By
    shown: str
    leaves: int
    """How many of the hits it leaves; 0 where it is in the query already."""
    filter: str
    """As it is written in a query: ``source:"daily news"``."""


def narrowings(dossier: Dossier, hits: Sequence[ListedHit], query: str) -> Iterator[Narrowing]:
    """Filters that each leave a part of the hits, the most telling first; then those in use."""
    named = _named(dossier, {hit.at.article for hit in hits if hit.at})
    for by in NARROWED_BY:
        counted = Counter(name for hit in hits for name in _names(dossier, hit, by, named))
        names = sorted(counted, key=lambda one: (-counted[one], one))
        if by == "month":
            names = sorted(names[:_MOST])
        for name in names[:_MOST]:
            written = _written(by, name)
            if written in query:
                yield Narrowing(by, _shown(by, name), 0, written)
            elif counted[name] < len(hits):
                yield Narrowing(by, _shown(by, name), counted[name], written)


def narrowed(query: str, one: Narrowing) -> str:
    """The query with a filter put in, or taken out where it is there."""
    if one.filter in query:
        return " ".join(query.replace(one.filter, " ").split())
    return f"{query.strip()} {one.filter}"


_Named = dict[str, list[tuple[Span, str]]]
"""By article who is named there, and where."""


def _named(dossier: Dossier, articles: set[str]) -> _Named:
    named: _Named = defaultdict(list)
    for actor in dossier.actors:
        for one in actor.spellings:
            if one.article in articles:
                named[one.article].append((one.span, actor.id))
    return named


def _names(dossier: Dossier, hit: ListedHit, by: By, named: _Named) -> frozenset[str]:
    """The sources, people or months of a hit, each as its filter is given it."""
    match by:
        case "source":
            articles = (dossier.article_by_id[one] for one in _articles(dossier, hit))
            return frozenset(article.source or article.file for article in articles)
        case "person":
            return frozenset(dossier.actor_by_id[one].name for one in _actors(dossier, hit, named))
        case "month":
            return frozenset(_months(dossier, hit))


def _articles(dossier: Dossier, hit: ListedHit) -> tuple[str, ...]:
    if hit.at or hit.selection is None:
        return (hit.at.article,) if hit.at else ()
    key = hit.selection.id
    match hit.selection.kind:
        case "event":
            return dossier.event_by_id[key].articles
        case "quote":
            return (dossier.quote_by_id[key].article,)
        case "actor":
            return tuple({one.article for one in dossier.actor_by_id[key].spellings})
    return (key,)


def _actors(dossier: Dossier, hit: ListedHit, named: _Named) -> Iterator[str]:
    if hit.at:
        span = Span(hit.at.start, hit.at.end)
        yield from (actor for where, actor in named[hit.at.article] if overlap(where, span))
    if hit.selection is None:
        return
    key = hit.selection.id
    match hit.selection.kind:
        case "event":
            for mention in dossier.event_by_id[key].mentions:
                yield from (one for one in mention.actors if one in dossier.actor_by_id)
        case "quote":
            speaker = dossier.quote_by_id[key].speaker
            if speaker and speaker.actor:
                yield speaker.actor
        case "actor":
            yield key


def _months(dossier: Dossier, hit: ListedHit) -> Iterator[str]:
    """The month in which an event was, or in which anything else was published."""
    if hit.selection and hit.selection.kind == "event":
        ranges = [dossier.event_by_id[hit.selection.id].range]
    elif hit.facet == "people":
        return
    else:
        articles = (dossier.article_by_id[one] for one in _articles(dossier, hit))
        ranges = [article.publication.range for article in articles]
    for range_ in ranges:
        first, last = (range_.earliest, range_.latest) if range_ else (None, None)
        if first and last and (first.year, first.month) == (last.year, last.month):
            yield f"{first.year:04}-{first.month:02}"


def _written(by: By, name: str) -> str:
    if by == "month":
        return f"date:{name}"
    return f'{by}:"{name.replace(chr(34), "").casefold()}"'


def _shown(by: By, name: str) -> str:
    return full_date(DateRange.from_edtf(name)) if by == "month" else name
