"""Compare: an event or an utterance as each source has it, side by side."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from armreader.records import (
    Article,
    Disagreement,
    Event,
    Passage,
    Sentence,
    Span,
    WordingGroup,
)
from armreader.records.spans import overlap
from armreader.story.dossier import Dossier
from armreader.story.facts import facts, is_number
from armreader.story.other_wordings import other_wordings
from armreader.story.phrases import place
from armreader.story.shown_dates import full_date, published_words, shown_value
from armreader.story.sources import (
    difference_words,
    independent_words,
    repeated_words,
    source_name,
)

_WORD = re.compile(r"\d[\d.,]*\d|\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class ComparedStretch:
    """One sentence of a source that reports what is compared."""

    sentence: Span
    before: Span | None
    """The sentence before it in the same paragraph or the one before, as context."""
    after: Span | None
    lit: tuple[Span, ...]
    """The mentions or quoted words themselves."""
    differing: tuple[Span, ...]
    """Numbers, dates and names that no other source gives."""
    disputed: tuple[Span, ...]
    """Numbers, days and denials that another source gives differently."""


@dataclass(frozen=True, slots=True)
class ComparedSource:
    """What one article has of it, in the order of its text."""

    article: str
    stretches: tuple[ComparedStretch, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All sources of one event or wording group, in the order of their publication."""

    about: str
    label: str
    sources: tuple[ComparedSource, ...]
    disagreements: tuple[Disagreement, ...]

    def wordings_beside(
        self, dossier: Dossier, source: ComparedSource, stretch: ComparedStretch
    ) -> tuple[Passage, ...]:
        """What to show below a sentence of an event: the same utterance in the other sources.

        Of an utterance that is itself compared every source has its own place.
        """
        if self.about in dossier.wording_by_id:
            return ()
        return other_wordings(dossier, source.article, stretch.sentence)


def compare(dossier: Dossier, about: str) -> Comparison | None:
    """The comparison of an event, a wording group or the group of a quote, by id; else None."""
    quote = dossier.quote_by_id.get(about)
    if quote and quote.wording_group:
        about = quote.wording_group
    subject = dossier.event_by_id.get(about) or dossier.wording_by_id.get(about)
    if subject is None:
        return None
    lit = _lit_spans(dossier, subject)
    disagreements = dossier.disagreements_about.get(about, ())
    disputed: defaultdict[str, list[Span]] = defaultdict(list)
    for side in (side for found in disagreements for side in found.sides):
        disputed[side.article].append(side.span)
    sentences = {
        article.id: _telling_sentences(
            dossier.sentences[article.id], lit[article.id] + disputed[article.id]
        )
        for article in sorted(dossier.articles, key=_appeared)
        if article.id in lit
    }
    words = {
        article: [
            _words(dossier.article_by_id[article].text, dossier.sentences[article][number].span)
            for number in numbers
        ]
        for article, numbers in sentences.items()
    }
    rare = _differing_words(words)
    named = facts(dossier, sentences)
    sources = tuple(
        ComparedSource(
            article,
            tuple(
                _stretches(
                    dossier.sentences[article],
                    numbers,
                    words[article],
                    lit[article],
                    rare[article],
                    [*named.get(article, ()), *disputed[article]],
                    disputed[article],
                )
            ),
        )
        for article, numbers in sentences.items()
    )
    return Comparison(about, _label(dossier, subject), sources, disagreements)


def comparison_lines(dossier: Dossier, comparison: Comparison) -> Iterator[str]:
    """The comparison as plain text, the lit words between guillemets: a block a source."""
    event = dossier.event_by_id.get(comparison.about)
    yield f"{full_date(event.range)}: {event.label}" if event else comparison.label
    independent = independent_words(dossier, event) if event else ""
    if independent:
        yield f"{len(comparison.sources)} sources · {independent}"
    for source in comparison.sources:
        article = dossier.article_by_id[source.article]
        heading = (source_name(article), published_words(article.publication))
        repeated = repeated_words(dossier, article)
        yield ""
        yield " · ".join((*heading, repeated) if repeated else heading)
        for stretch in source.stretches:
            words = _marked(article.text, stretch.sentence, stretch.lit)
            yield f"  {place(article, stretch.sentence.start)}  {words}"
            for wording in comparison.wordings_beside(dossier, source, stretch):
                other = dossier.article_by_id[wording.article]
                said = " ".join(other.text[wording.start : wording.end].split())
                yield f"    ≈ {place(other, wording.start)}  {said}"
    for disagreement in comparison.disagreements:
        sides = "; ".join(
            f"{source_name(dossier.article_by_id[side.article])}: {shown_value(side.value)}"
            for side in disagreement.sides
        )
        yield ""
        yield f"sources differ {difference_words(disagreement, comparison.about)}: {sides}"


def comparison_object(dossier: Dossier, comparison: Comparison) -> dict[str, object]:
    """The comparison for JSON; offsets are those of the export."""
    return {
        "about": comparison.about,
        "label": comparison.label,
        "sources": [
            {
                "article": source.article,
                "stretches": [
                    {
                        "sentence": list(stretch.sentence),
                        "lit": [list(span) for span in stretch.lit],
                        "differing": [list(span) for span in stretch.differing],
                        "disputed": [list(span) for span in stretch.disputed],
                        "wordings": [
                            passage._asdict()
                            for passage in comparison.wordings_beside(dossier, source, stretch)
                        ],
                    }
                    for stretch in source.stretches
                ],
            }
            for source in comparison.sources
        ],
        "disagreements": [disagreement.id for disagreement in comparison.disagreements],
    }


def _lit_spans(dossier: Dossier, subject: Event | WordingGroup) -> Mapping[str, list[Span]]:
    """The spans that report the subject, by article."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    if isinstance(subject, Event):
        for mention in subject.mentions:
            spans[mention.article].append(mention.span)
    else:
        for quote in (dossier.quote_by_id[ident] for ident in subject.quotes):
            spans[quote.article].extend(quote.fragments)
    return {article: sorted(found) for article, found in spans.items()}


def _label(dossier: Dossier, subject: Event | WordingGroup) -> str:
    if isinstance(subject, Event):
        date = f"{subject.range.edtf}: " if subject.range else ""
        return date + subject.label
    actor = dossier.speaker_of(dossier.quote_by_id[subject.quotes[0]])
    who = actor.name if actor else "a speaker"
    return f"{who} in {len(subject.quotes)} wordings"


def _telling_sentences(sentences: Sequence[Sentence], lit: Sequence[Span]) -> list[int]:
    """The numbers of the sentences that a lit span touches, each once, in order."""
    starts = [sentence.span.start for sentence in sentences]
    touched: set[int] = set()
    for start, end in lit:
        number = max(bisect_right(starts, start) - 1, 0)
        while number < len(sentences) and sentences[number].span.start < end:
            touched.add(number)
            number += 1
    return sorted(touched)


def _differing_words(
    words: Mapping[str, Sequence[Sequence[tuple[str, Span]]]],
) -> Mapping[str, frozenset[str]]:
    """By article the words of its sentences that no other article's sentences have."""
    used = {
        article: {word for sentence in sentences for word, _ in sentence}
        for article, sentences in words.items()
    }
    carriers = Counter(word for own in used.values() for word in own)
    return {
        article: frozenset(word for word in own if carriers[word] == 1 < len(used))
        for article, own in used.items()
    }


def _words(text: str, stretch: Span) -> list[tuple[str, Span]]:
    """The words of a stretch, folded, and where they stand."""
    found = _WORD.finditer(text, *stretch)
    return [(match.group().casefold(), Span(*match.span())) for match in found]


def _stretches(
    sentences: Sequence[Sentence],
    numbers: Sequence[int],
    words: Sequence[Sequence[tuple[str, Span]]],
    lit: Sequence[Span],
    rare: frozenset[str],
    named: Sequence[Span],
    disputed: Sequence[Span],
) -> Iterator[ComparedStretch]:
    for number, own in zip(numbers, words, strict=True):
        span = sentences[number].span
        yield ComparedStretch(
            sentence=span,
            before=_neighbour(sentences, number, -1),
            after=_neighbour(sentences, number, +1),
            lit=_within(lit, span),
            differing=tuple(
                where
                for word, where in own
                if word in rare and (is_number(word) or any(overlap(where, fact) for fact in named))
            ),
            disputed=_within(disputed, span),
        )


def _appeared(article: Article) -> tuple[bool, object]:
    """The order of publication; the undated come last."""
    range_ = article.publication.range
    return (range_ is None, range_.sort_key if range_ else ())


def _neighbour(sentences: Sequence[Sentence], number: int, step: int) -> Span | None:
    """The next or previous sentence where it is of the same kind of section."""
    other = number + step
    if 0 <= other < len(sentences) and sentences[other].section == sentences[number].section:
        return sentences[other].span
    return None


def _within(spans: Iterable[Span], outer: Span) -> tuple[Span, ...]:
    """The parts of the spans that lie in the outer one."""
    cut = (Span(max(start, outer.start), min(end, outer.end)) for start, end in spans)
    return tuple(sorted({span for span in cut if span.start < span.end}))


def _marked(text: str, sentence: Span, lit: Sequence[Span]) -> str:
    """The sentence on one line with the lit stretches between guillemets."""
    pieces, at = [], sentence.start
    for start, end in lit:
        if start < at:
            continue
        pieces += [text[at:start], "«", text[start:end], "»"]
        at = end
    pieces.append(text[at : sentence.end])
    return " ".join("".join(pieces).split())
