"""The user's own chronology for every format: the rows of the notebook as entries, in its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from armreader.notes.bookmark import Bookmark
from armreader.notes.markdown import one_line
from armreader.notes.rows import KeptRow, Part
from armreader.records import Article, Publication, Reason, Span
from armreader.story.chronology import Account, Chronology, Entry, Source, entry_of
from armreader.story.dossier import Dossier
from armreader.story.phrases import place
from armreader.story.sources import source_name

_GONE = Reason("kept")
_SAME = ("file", "title", "source", "byline", "url", "sha256")
"""The fields that a bookmark remembers of an article under the same name."""


def kept_chronology(dossier: Dossier, rows: Sequence[KeptRow]) -> Chronology:
    """The rows as a chronology that cites the sources they have, numbered in the dossier's order.

    A source that is no longer in the dossier is cited as the bookmark remembers it.
    """
    wanted = {article for row in rows for article in row.articles}
    articles = [one for one in dossier.articles if one.id in wanted]
    known = {one.id for one in articles}
    for row in rows:
        for part in row.parts:
            origin = part.bookmark.origin
            if part.verdict.article is None and origin.article not in known:
                known.add(origin.article)
                articles.append(_remembered(part.bookmark))
    sources = {
        one.id: Source(number, source_name(one), one) for number, one in enumerate(articles, 1)
    }
    entries = tuple(_entry(dossier, row, sources) for row in rows)
    return Chronology(dossier.name, sources, entries, (), whole=False, own=True)


def _entry(dossier: Dossier, row: KeptRow, sources: Mapping[str, Source]) -> Entry:
    accounts: dict[str, Account] = {}
    differences: list[str] = []
    for part in row.parts:
        found = entry_of(dossier, part.event, sources) if part.event else None
        for account in found.accounts if found else (_account(dossier, part),):
            before = accounts.get(account.source)
            accounts[account.source] = _both(before, account) if before else account
        differences += found.differences if found else ()
    return Entry(
        id=row.id,
        range=row.date,
        label=row.wording,
        accounts=tuple(sorted(accounts.values(), key=lambda one: sources[one.source].number)),
        differences=tuple(dict.fromkeys(differences)),
        heading=row.heading,
        yours=row.yours,
        comment="\n\n".join(row.comments),
        tags=row.tags,
    )


def _account(dossier: Dossier, part: Part) -> Account:
    """A kept quote or stretch as what its source says."""
    article, span = part.verdict.article, part.verdict.span
    words = one_line(part.bookmark.words)
    if article is None or span is None:
        origin = part.bookmark.origin
        return Account(origin.article, "asserted", (words,), (Span(0, 0),), one_line(origin.file))
    at = place(dossier.article_by_id[article], span.start)
    return Account(article, "asserted", (words,), (span,), at)


def _both(one: Account, other: Account) -> Account:
    """One account of two of the same source, each sentence once."""
    span_of = dict(zip(one.sentences, one.spans, strict=True))
    for sentence, span in zip(other.sentences, other.spans, strict=True):
        span_of.setdefault(sentence, span)
    statuses = dict.fromkeys((*one.status.split("/"), *other.status.split("/")))
    return replace(
        one, status="/".join(statuses), sentences=tuple(span_of), spans=tuple(span_of.values())
    )


def _remembered(bookmark: Bookmark) -> Article:
    """The article of a bookmark as far as it is remembered, without its text."""
    origin = bookmark.origin
    same = {name: getattr(origin, name) for name in _SAME}
    publication = Publication(origin.range, origin.basis, _GONE)
    return Article(id=origin.article, text="", sections=(), publication=publication, **same)
