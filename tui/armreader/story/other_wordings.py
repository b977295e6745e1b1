"""The same utterance elsewhere: how other sources word what a sentence quotes."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.records import Passage, Quote, Span
from armreader.story.dossier import Dossier


def other_wordings(dossier: Dossier, article: str, sentence: Span) -> tuple[Passage, ...]:
    """For each other source of the utterances quoted in a sentence, its most similar sentence.

    They are stretches of quotes of one wording group, in the order of the dossier.
    """
    from rapidfuzz.fuzz import token_set_ratio

    text = dossier.article_by_id[article].text
    best: dict[str, tuple[float, Passage]] = {}
    for quote in dossier.quotes_by_article.get(article, ()):
        group = dossier.wording_by_id.get(quote.wording_group or "")
        if group is None:
            continue
        own = " ".join(text[slice(*part)] for part in _parts_within(quote, sentence))
        for ident in group.quotes if own else ():
            other = dossier.quote_by_id[ident]
            if other.article == article:
                continue
            for passage in _sentences_of(dossier, other):
                words = dossier.article_by_id[other.article].text[passage.start : passage.end]
                likeness = token_set_ratio(own.casefold(), words.casefold())
                if likeness > best.get(other.article, (0.0,))[0]:
                    best[other.article] = likeness, passage
    return tuple(best[one.id][1] for one in dossier.articles if one.id in best)


def _parts_within(quote: Quote, stretch: Span) -> Iterator[Span]:
    for start, end in quote.fragments or (quote.span,):
        if start < stretch.end and stretch.start < end:
            yield Span(max(start, stretch.start), min(end, stretch.end))


def _sentences_of(dossier: Dossier, quote: Quote) -> Iterator[Passage]:
    """The words of a quote sentence by sentence."""
    around = dossier.sentences_around(quote.article, quote.span)
    for sentence in dossier.sentences[quote.article]:
        if around.start <= sentence.span.start < around.end:
            for part in _parts_within(quote, sentence.span):
                yield Passage(quote.article, *part)
