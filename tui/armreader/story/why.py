"""Why: the rule behind an inference in words, and the passages that it used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from armreader.records import (
    Actor,
    Article,
    Event,
    EventMention,
    Passage,
    Publication,
    Quote,
    Reason,
    TimeExpression,
)
from armreader.story.dossier import Dossier
from armreader.story.other_readings import (
    Reading,
    of_mention,
    of_publication,
    of_rule,
    of_speaker,
    of_time,
)
from armreader.story.phrases import place, quote_words, speaker_name
from armreader.story.reasons import rule_in_words
from armreader.story.shown_dates import full_date, published_words, shown_value
from armreader.story.sources import source_name


@dataclass(frozen=True, slots=True)
class Explanation:
    """One inference: what was inferred, by which rule, from which passages."""

    claim: str
    rule: str
    sentence: str
    """The rule in words."""
    passages: tuple[Passage, ...]
    otherwise: tuple[Reading, ...] = ()
    """What else could be meant."""


def why(dossier: Dossier, ident: str) -> tuple[Explanation, ...]:
    """What led to the record of an id; for an event one explanation a mention. Empty if unknown."""
    if ident in dossier.article_by_id:
        article = dossier.article_by_id[ident]
        return (*_of_publication(article.publication), *_repeated(dossier, article))
    if ident in dossier.quote_by_id:
        return tuple(_of_quote(dossier, dossier.quote_by_id[ident]))
    if ident in dossier.event_by_id:
        event = dossier.event_by_id[ident]
        return (
            _explanation(f"{full_date(event.range)}: {event.label}", event.reason, event.evidence),
            *_dependent(dossier, event),
            *(
                _explanation(
                    _mention_claim(dossier, mention),
                    mention.reason,
                    mention.evidence,
                    of_mention(dossier, event, mention),
                )
                for mention in event.mentions
            ),
        )
    if ident in dossier.wording_by_id:
        wording = dossier.wording_by_id[ident]
        return (_explanation(f"{len(wording.quotes)} wordings of one utterance", wording.reason),)
    if ident in dossier.actor_by_id:
        return (_of_actor(dossier.actor_by_id[ident]),)
    for found in dossier.disagreements:
        if found.id == ident:
            says = " / ".join(shown_value(side.value) for side in found.sides)
            return (_explanation(f"sources differ on the {found.kind}: {says}", found.reason),)
    return ()


def why_time(time: TimeExpression, words: str) -> Explanation:
    """What led to the value of a temporal expression, whose words in the text are given."""
    value = time.range.edtf if time.range else time.value
    return _explanation(f"{words}: {value or 'undated'}", time.reason, otherwise=of_time(time))


def why_lines(dossier: Dossier, explanations: tuple[Explanation, ...]) -> Iterator[str]:
    """The explanations as plain text, each passage with its place."""
    for explanation in explanations:
        yield explanation.claim
        yield f"  {explanation.sentence}"
        for passage in explanation.passages:
            yield f"  {_passage_line(dossier, passage)}"
        for reading in explanation.otherwise:
            yield f"  or: {reading.words}"
            if reading.passage:
                yield f"  {_passage_line(dossier, reading.passage)}"


def why_object(explanations: tuple[Explanation, ...]) -> list[dict[str, object]]:
    """The explanations for JSON."""
    return [
        {
            "claim": explanation.claim,
            "rule": explanation.rule,
            "sentence": explanation.sentence,
            "passages": [passage._asdict() for passage in explanation.passages],
            "otherwise": [
                {
                    "reading": reading.words,
                    "passage": reading.passage and reading.passage._asdict(),
                }
                for reading in explanation.otherwise
            ],
        }
        for explanation in explanations
    ]


def _mention_claim(dossier: Dossier, mention: EventMention) -> str:
    article = dossier.article_by_id[mention.article]
    word = article.text[slice(*mention.trigger)]
    words = f"{mention.status}, {full_date(mention.range)}"
    return f"{place(article, mention.trigger.start)}  “{word}” ({words})"


def _of_publication(publication: Publication) -> Iterator[Explanation]:
    """Why the date, and where several pieces of evidence give it, what each of them gives."""
    claim, otherwise = f"published {published_words(publication)}", of_publication(publication)
    together = Reason("publication-together")
    reason = together if publication.grounds else publication.reason
    yield _explanation(claim, reason, otherwise=otherwise)
    for ground in publication.grounds:
        yield _explanation(f"published {full_date(ground.range)}, going by", ground.reason)


def _of_actor(actor: Actor) -> Explanation:
    """Which spellings are taken for one actor, each at its first place."""
    firsts: dict[str, Passage] = {}
    for spelling in actor.spellings:
        firsts.setdefault(spelling.text, Passage(spelling.article, *spelling.span))
    claim = f"{actor.name}: {len(firsts)} spelling{'s' * (len(firsts) != 1)}"
    reason = actor.reason or Reason("actor-one-name")
    return _explanation(claim, replace(reason, passages=tuple(firsts.values())))


def _of_quote(dossier: Dossier, quote: Quote) -> Iterator[Explanation]:
    """Why it is a quote, who says it, when it was said, and its other wordings."""
    who = speaker_name(dossier, quote)
    yield _explanation(
        f"{who}: {quote_words(dossier, quote)} ({quote.kind})", quote.reason, quote.evidence
    )
    if quote.speaker and quote.speaker.reason:
        others = of_speaker(dossier, quote)
        yield _explanation(f"said by {who}", quote.speaker.reason, otherwise=others)
    said = dossier.said(quote)
    if said:
        yield _explanation(f"said {full_date(said.range)}", Reason(said.rule, (said.passage,)))
    if quote.wording_group in dossier.wording_by_id:
        yield from why(dossier, quote.wording_group or "")


def _passage_line(dossier: Dossier, passage: Passage) -> str:
    article = dossier.article_by_id[passage.article]
    words = " ".join(article.text[passage.start : passage.end].split())
    return f"{place(article, passage.start)}  {words}"


def _dependent(dossier: Dossier, event: Event) -> Iterator[Explanation]:
    """Why some sources of an event do not count as further ones."""
    independent = dossier.independent_sources(event)
    for article in event.articles:
        if article not in independent:
            yield from _repeated(dossier, dossier.article_by_id[article])


def _repeated(dossier: Dossier, article: Article) -> Iterator[Explanation]:
    """Why an article counts as the same source as an earlier one, where it does."""
    first = dossier.article_by_id.get(article.repeats)
    if first and article.repeats_reason:
        claim = f"{source_name(article)} counts as the same source as {source_name(first)}"
        yield _explanation(claim, article.repeats_reason)


def _explanation(
    claim: str,
    reason: Reason,
    evidence: tuple[Passage, ...] | None = None,
    otherwise: Iterable[Reading] | None = None,
) -> Explanation:
    """The explanation by a reason.

    Its passages are those of the record, where it holds them; without readings of its own it has
    what the rule leaves open.
    """
    passages = reason.passages if evidence is None else evidence
    readings = of_rule(reason.rule) if otherwise is None else otherwise
    return Explanation(claim, reason.rule, rule_in_words(reason.rule), passages, tuple(readings))
