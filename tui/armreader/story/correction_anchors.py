"""Corrections that survive an edit of the file that they concern.

Ids are made from content, so an edited file has others. A correction therefore remembers of each id
in it the file, the address, the title and the words with their surroundings, and applies to the
place where these words are now. What cannot be found again stays in the file and has no effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from armreader.records import Article, Correction, Span, Whereabouts
from armreader.records.ids import content_id
from armreader.story.anchors import Selector, find, selector_of
from armreader.story.dossier import Dossier

_FIRST = 200
"""Characters at the beginning by which an article is recognised."""
_AFTER = 64
"""Characters from a place by which it is recognised."""
_NEAR = 100
"""Characters around an edited quotation within which its marks stand."""
_OPENING, _CLOSING = '“„«‹「『"', '”“»›」』"'
_WORD = re.compile(r"\w+")
_IDS_IN_VALUE = ("join", "same", "different", "hide", "agree", "gather")
_ONE_VALUE = ("date", "source", "speaker", "name", "call", "when")


def with_whereabouts(correction: Correction, dossier: Dossier) -> Correction:
    """The correction with what is needed to apply it to a file that was edited since."""
    found = (_whereabouts(ident, correction, dossier) for ident in _ids(correction))
    return replace(correction, whereabouts=tuple(one for one in found if one))


def as_of(corrections: Sequence[Correction], articles: Sequence[Article]) -> tuple[Correction, ...]:
    """The corrections as they apply to these articles.

    If the file was edited, they name the ids that the same words have now; a newer correction of
    those wins.
    """
    known = {one.id: one for one in articles}
    newer = {(one.kind, one.subject) for one in corrections if one.kind in _ONE_VALUE}
    found: list[Correction] = []
    for one in corrections:
        now = _as_of(one, known) if one.whereabouts else one
        if now == one or (now.kind, now.subject) not in newer:
            found.append(now)
    return tuple(found)


def _as_of(correction: Correction, known: dict[str, Article]) -> Correction:
    moved = {
        one.id: found
        for one in correction.whereabouts
        if one.id.split("@")[0] not in known and (found := _moved(one, known.values()))
    }
    if correction.kind == "furniture" and moved:
        article, (span,) = moved[correction.subject]
        return replace(correction, subject=f"{article.id}@{span.start}", value=str(span.end))
    now = {ident: _id_of(ident, *found) for ident, found in moved.items()}
    subject, value = now.get(correction.subject, correction.subject), correction.value
    if correction.kind in _IDS_IN_VALUE:
        value = " ".join(now.get(ident, ident) for ident in value.split())
    return replace(correction, subject=subject, value=value)


def _ids(correction: Correction) -> Iterator[str]:
    """Every id in a correction."""
    yield correction.subject
    if correction.kind in _IDS_IN_VALUE:
        yield from correction.value.split()


def _whereabouts(ident: str, correction: Correction, dossier: Dossier) -> Whereabouts | None:
    """Where what an id stands for is; None where the dossier does not have it."""
    if ident.startswith("q-"):
        quote = dossier.quote_by_id.get(ident)
        article = dossier.article_by_id[quote.article] if quote else None
        spans: Sequence[Span] = [Span(*one) for one in quote.fragments] if quote else ()
    else:
        name, at, start = ident.partition("@")
        article = dossier.article_by_id.get(name)
        place = int(start) if at else None
        spans = [_spread(article, place, correction)] if article else ()
    if article is None:
        return None
    selectors = [selector_of(article.text, span) for span in spans]
    stretches = tuple((one.exact, one.prefix, one.suffix, one.start) for one in selectors)
    return Whereabouts(ident, article.file, article.url, article.title, stretches)


def _spread(article: Article, start: int | None, correction: Correction) -> Span:
    """The stretch by which an article or a place in it is recognised."""
    if start is None:
        return Span(0, min(_FIRST, len(article.text)))
    if correction.kind == "furniture":
        return Span(start, int(correction.value))
    end = article.text.find("\n", start)
    return Span(start, min(start + _AFTER, len(article.text) if end < 0 else end))


def _moved(one: Whereabouts, articles: Iterable[Article]) -> tuple[Article, list[Span]] | None:
    """Where the same words stand now; None where they are nowhere to be found."""
    for article in _likely(one, articles):
        found = [_found(stretch, article.text, one.id) for stretch in one.stretches]
        spans = [span for span in found if span]
        if spans and len(spans) == len(found):
            return article, spans
    return None


def _likely(one: Whereabouts, articles: Iterable[Article]) -> list[Article]:
    """The articles that may be the same report: by file, then address, then title."""
    ranked = [
        (rank, article)
        for article in articles
        for rank, same in enumerate(
            (
                article.file == one.file,
                bool(one.url) and article.url == one.url,
                bool(one.title) and article.title == one.title,
            )
        )
        if same
    ]
    return [article for _, article in sorted(ranked, key=lambda pair: pair[0])]


def _found(stretch: tuple[str, str, str, int], text: str, ident: str) -> Span | None:
    exact, prefix, suffix, start = stretch
    anchor = find(Selector(exact, prefix, suffix, start, start + len(exact)), text)
    if anchor is None:
        return None
    if anchor.match != "fuzzy":
        return anchor.span
    if ident.startswith("q-"):
        return _between_marks(text, anchor.span, prefix[-1:], suffix[:1])
    # Of a place, its first word must be there.
    return anchor.span if _begin_alike(exact, text[anchor.span.start :], ident) else None


def _between_marks(text: str, like: Span, opening: str, closing: str) -> Span | None:
    """The quotation that the stretch most like the old words is of; None where it has no marks.

    A quote whose words were edited is the one that stands between the same marks there.
    """
    if opening not in _OPENING or closing not in _CLOSING or not (opening and closing):
        return None
    before = text.rfind(opening, max(0, like.start - _NEAR), like.start + 1)
    end = text.find(closing, max(before + 1, like.end - 1), like.end + _NEAR)
    start = before + 1
    if before < 0 or end <= start or "\n" in text[start:end]:
        return None
    within = text[start:end]
    return None if opening in within or closing in within else Span(start, end)


def _begin_alike(exact: str, now: str, ident: str) -> bool:
    if "@" not in ident:
        return True
    first, second = _WORD.match(exact), _WORD.match(now)
    return bool(first and second and first[0] == second[0])


def _id_of(ident: str, article: Article, spans: Sequence[Span]) -> str:
    """The id of the same kind that the words have now."""
    if ident.startswith("q-"):
        return content_id("q", article.id, *spans)
    return f"{article.id}@{spans[0].start}" if "@" in ident else article.id
