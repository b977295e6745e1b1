"""Quotes: what an article reports somebody to have said, in which words, and who that is."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import Grammar
from armreader.extraction.quotes.assembly import Assembler
from armreader.extraction.quotes.blanked import Blanked, blank_sentences
from armreader.extraction.quotes.drafts import Draft
from armreader.extraction.quotes.speakers import Discourse
from armreader.extraction.quotes.turns import is_answer
from armreader.records import (
    Actor,
    Article,
    Passage,
    Quote,
    Reason,
    Sentence,
    Span,
    Speaker,
)
from armreader.records.ids import content_id
from armreader.records.interning import shared_reason, shared_span

_GOING_ON = frozenset(("added", "adds", "continued", "continues"))
"""Verbs with which a pronoun means who has just spoken: "he added"."""
_MARKS = frozenset("\"“”„«»‹›‘’'‚`")


def find_quotes(
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Actor],
    grammar: Grammar,
) -> tuple[tuple[Quote, ...], tuple[Actor, ...]]:
    """The quotes of the article, and its actors, including those that only speak."""
    blanked = blank_sentences(article, sentences, grammar, names)
    discourse = Discourse(article, names, blanked)
    speakers: dict[int, Speaker | None] = {}
    quotes = []
    for draft in Assembler(blanked, names).assemble():
        speaker = _speaker(draft, blanked, discourse, speakers)
        speakers[id(draft)] = speaker
        label = draft.label
        if label is not None and speaker is None and not is_answer(article.text[slice(*label)]):
            # "Watch:", "Q:": a label that names nobody opens no turn.
            continue
        quotes.append(_quote(article, draft, speaker))
    quotes.sort(key=lambda quote: quote.span)
    return tuple(quotes), discourse.actors()


def _speaker(
    draft: Draft,
    blanked: Sequence[Blanked],
    discourse: Discourse,
    speakers: dict[int, Speaker | None],
) -> Speaker | None:
    """Who speaks: the phrase that names them, or the speaker of the draft that this one follows."""
    article = discourse.article.id
    if draft.label is not None:
        named = discourse.named_at(draft.label)
        reason = Reason("speaker-named", (Passage(article, *draft.label),))
        return Speaker(draft.label, named.id, reason) if named and named.kind != "place" else None
    if draft.source is None:
        before = speakers.get(id(draft.follows)) if draft.follows else None
        shared = Reason("speaker-shared", (Passage(article, *before.span),)) if before else None
        return before and Speaker(before.span, before.actor, shared)
    sentence = blanked[draft.source[0]]
    start, end = draft.source[1]
    again = draft.cue is not None and discourse.article.text[slice(*draft.cue)].lower() in _GOING_ON
    found = discourse.resolve(sentence, (start, end), again=again)
    span = shared_span(Span(sentence.starts[start], sentence.ends[end - 1]))
    places = [span, *([found.evidence] if found.evidence else [])]
    reason = Reason(found.rule, tuple(Passage(article, *place) for place in places))
    return Speaker(span, found.actor.id if found.actor else None, reason)


def _quote(article: Article, draft: Draft, speaker: Speaker | None) -> Quote:
    fragments = tuple(map(shared_span, sorted(draft.fragments)))
    span = shared_span(Span(fragments[0].start, fragments[-1].end))
    said = _without_verb(fragments, draft.verb_end)
    printed = tuple(shared_span(_with_marks(article.text, fragment)) for fragment in said)
    return Quote(
        id=content_id("q", article.id, *fragments),
        article=article.id,
        span=span,
        fragments=fragments,
        kind=draft.kind,
        cue=draft.cue and shared_span(draft.cue),
        speaker=speaker,
        printed=fragments if printed == fragments else printed,
        reason=shared_reason(draft.rule),
    )


def _without_verb(fragments: Sequence[Span], end: int) -> Sequence[Span]:
    """The fragments without a verb before an offset: "the deal" for "denounced the deal"."""
    return [Span(max(one.start, end), one.end) for one in fragments if one.end > end]


def _with_marks(text: str, span: Span) -> Span:
    """A fragment with the marks on either side of it, if it is in marks."""
    start, end = span
    while start and text[start - 1] in _MARKS and span.start - start < 2:
        start -= 1
    if start == span.start:
        return span
    while end < len(text) and text[end] in _MARKS and end - span.end < 2:
        end += 1
    return Span(start, end)
