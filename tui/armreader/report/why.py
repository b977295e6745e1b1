"""Why: the rule behind an inference in words, and the passages that it used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from armreader.dossier import Dossier
from armreader.records import Article, Event, EventMention, Passage, Reason, TimeExpression
from armreader.report.listings import (
    date_text,
    place,
    publication_text,
    quote_words,
    source_name,
    speaker_name,
)
from armreader.report.reasons import rule_in_words


@dataclass(frozen=True, slots=True)
class Explanation:
    """One inference: what was inferred, by which rule, from which passages."""

    claim: str
    rule: str
    sentence: str
    """The rule in words."""
    passages: tuple[Passage, ...]


def why(dossier: Dossier, ident: str) -> tuple[Explanation, ...]:
    """What led to the record of an id; for an event one explanation a mention. Empty if unknown."""
    if ident in dossier.article_by_id:
        article = dossier.article_by_id[ident]
        claim = f"published {publication_text(article.publication)}"
        return (_explanation(claim, article.publication.reason), *_repeated(dossier, article))
    if ident in dossier.quote_by_id:
        quote = dossier.quote_by_id[ident]
        claim = f"{speaker_name(dossier, quote)}: {quote_words(dossier, quote)} ({quote.kind})"
        group = dossier.wording_by_id.get(quote.wording_group or "")
        speaker = quote.speaker.reason if quote.speaker else None
        return (
            _explanation(claim, quote.reason, quote.evidence),
            *(
                (_explanation(f"said by {speaker_name(dossier, quote)}", speaker),)
                if speaker
                else ()
            ),
            *((why(dossier, group.id)) if group else ()),
        )
    if ident in dossier.event_by_id:
        event = dossier.event_by_id[ident]
        return (
            _explanation(f"{date_text(event.range)}: {event.label}", event.reason),
            *_dependent(dossier, event),
            *(
                _explanation(_mention_claim(dossier, mention), mention.reason, mention.evidence)
                for mention in event.mentions
            ),
        )
    if ident in dossier.wording_by_id:
        wording = dossier.wording_by_id[ident]
        return (_explanation(f"{len(wording.quotes)} wordings of one utterance", wording.reason),)
    for found in dossier.disagreements:
        if found.id == ident:
            says = " / ".join(side.says for side in found.sides)
            return (_explanation(f"sources differ on the {found.kind}: {says}", found.reason),)
    return ()


def why_time(time: TimeExpression, words: str) -> Explanation:
    """What led to the value of a temporal expression, whose words in the text are given."""
    value = time.range.edtf if time.range else time.value
    return _explanation(f"{words}: {value or 'undated'}", time.reason)


def why_lines(dossier: Dossier, explanations: tuple[Explanation, ...]) -> Iterator[str]:
    """The explanations as plain text, each passage with its place."""
    for explanation in explanations:
        yield explanation.claim
        yield f"  {explanation.sentence}"
        for passage in explanation.passages:
            article = dossier.article_by_id[passage.article]
            words = " ".join(article.text[passage.start : passage.end].split())
            yield f"  {place(article, passage.start)}  {words}"


def why_object(explanations: tuple[Explanation, ...]) -> list[dict[str, object]]:
    """The explanations for JSON."""
    return [
        {
            "claim": explanation.claim,
            "rule": explanation.rule,
            "sentence": explanation.sentence,
            "passages": [passage._asdict() for passage in explanation.passages],
        }
        for explanation in explanations
    ]


def _mention_claim(dossier: Dossier, mention: EventMention) -> str:
    article = dossier.article_by_id[mention.article]
    word = article.text[slice(*mention.trigger)]
    told = f"{mention.status}, {date_text(mention.range)}"
    return f"{place(article, mention.trigger.start)}  “{word}” ({told})"


def _dependent(dossier: Dossier, event: Event) -> Iterator[Explanation]:
    """Why some sources of an event do not count beside the others."""
    independent = dossier.independent_sources(event)
    for article in event.articles:
        if article not in independent:
            yield from _repeated(dossier, dossier.article_by_id[article])


def _repeated(dossier: Dossier, article: Article) -> Iterator[Explanation]:
    """Why an article is no other source than an earlier one, if it is none."""
    first = dossier.article_by_id.get(article.repeats)
    if first and article.repeats_reason:
        claim = f"{source_name(article)} is no other source than {source_name(first)}"
        yield _explanation(claim, article.repeats_reason)


def _explanation(
    claim: str, reason: Reason, evidence: tuple[Passage, ...] | None = None
) -> Explanation:
    """The explanation by a reason; its passages are those of the record, where it holds them."""
    passages = reason.passages if evidence is None else evidence
    return Explanation(claim, reason.rule, rule_in_words(reason.rule), passages)
