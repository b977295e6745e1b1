"""Disagreements: where the sources of one event cannot all be right.

Two kinds: days that have nothing in common, and a fact against its denial. What is only less
precise (``2020`` beside a day) contradicts nothing, and a source that gives both sides takes none.
Numbers are compared in the ledger (``linking.quantities``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Protocol

from armreader.language import entries, groups
from armreader.language.event_classes import event_words
from armreader.linking.terms import terms_of
from armreader.records import (
    Article,
    Disagreement,
    DisagreementKind,
    Event,
    EventMention,
    Passage,
    Reason,
    Side,
    Span,
)
from armreader.records.dates import DateRange
from armreader.records.ids import content_id

_SHARED, _OVERLAP = 3, 0.6
"""Terms, and their share of the shorter clause, that a fact and its denial have in common."""
_RULES = frozenset(("disagreement-day", "disagreement-denial"))
_AROUND = 60
"""Characters before a clause in which what it is about is named: "an interview, published …"."""
_MENTIONS = 60
"""Mentions of one event that are compared."""


class Looked(Protocol):
    """Events that were looked at, and the disagreements that were found in them."""

    @property
    def events(self) -> Sequence[Event]: ...
    @property
    def disagreements(self) -> Sequence[Disagreement]: ...


def find_disagreements(
    articles: Sequence[Article],
    events: Sequence[Event],
    before: Looked | None = None,
) -> tuple[Disagreement, ...]:
    """Where the sources of one event cannot all be right, in the order of the events.

    Events that are as they were ``before`` keep what was found in them.
    """
    same = {id(event) for event in before.events} if before else set()
    kept: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for one in before.disagreements if before else ():
        if one.reason.rule in _RULES:
            kept[one.about].append(one)
    texts = {one.id: one.text for one in articles}
    found: list[Disagreement] = []
    for event in events:
        if id(event) in same:
            found += kept.get(event.id, ())
        elif len(event.articles) > 1:
            found += _of_event(event, texts)
    return tuple(found)


def _of_event(event: Event, texts: Mapping[str, str]) -> Iterator[Disagreement]:
    mentions = event.mentions[:_MENTIONS]
    kinds: tuple[tuple[DisagreementKind, list[Side]], ...] = (
        ("day", _days(mentions, texts)),
        ("denial", _denials(mentions, texts)),
    )
    for kind, sides in kinds:
        if sides:
            passages = tuple(Passage(side.article, *side.span) for side in sides)
            yield Disagreement(
                content_id("d", event.id, kind),
                event.id,
                kind,
                tuple(sides),
                Reason(f"disagreement-{kind}", passages),
            )


def _days(mentions: Sequence[EventMention], texts: Mapping[str, str]) -> list[Side]:
    """One side for each day that an article gives, where some two articles share no day.

    Only for what happens once: what is said is said again on another day, and people meet again.
    """
    given: defaultdict[str, list[tuple[DateRange, EventMention]]] = defaultdict(list)
    for mention in mentions:
        if mention.time and mention.range and mention.status == "asserted":
            given[mention.article].append((mention.range, mention))
    clashing = {
        article
        for one, other in combinations(given, 2)
        if not any(a.overlaps(b) for a, _ in given[one] for b, _ in given[other])
        and any(_of_one(a, b, texts) for _, a in given[one] for _, b in given[other])
        for article in (one, other)
    }
    sides = []
    for article in given:
        if article in clashing:
            range_, mention = min(given[article], key=lambda one: one[0].days or 100_000)
            sides.append(Side(article, mention.span, range_))
    return sides


def _of_one(one: EventMention, other: EventMention, texts: Mapping[str, str]) -> bool:
    """Whether two clauses tell of one happening by their verb and a word beside it."""
    recurs = one.lemma in _recurring() or " " in one.lemma  # "a press conference"
    if one.lemma != other.lemma or recurs or _counts_on(one, texts) or _counts_on(other, texts):
        return False
    return bool(_words(one, texts, _AROUND) & _words(other, texts, _AROUND))


@cache
def _recurring() -> frozenset[str]:
    """Verbs of saying, finding and meeting, and all nouns: what they tell of comes again."""
    table = groups("proposition_words")
    return frozenset((*table["said"], *table["hearing"], "meet")) | event_words().nouns


def _counts_on(mention: EventMention, texts: Mapping[str, str]) -> bool:
    """Whether a time tells up to when something is counted: "as of Wednesday, nine had died"."""
    at = mention.time.start if mention.time else 0
    before = texts[mention.article][max(0, at - 9) : at].lower().split()[-2:]
    return before == ["as", "of"]


def _alike(first: set[str], second: set[str]) -> bool:
    common = len(first & second)
    return common >= _SHARED and common >= _OVERLAP * min(len(first), len(second))


def _denials(mentions: Sequence[EventMention], texts: Mapping[str, str]) -> list[Side]:
    """The fact and its denial, each in a source that has only that side."""
    asserted = [one for one in mentions if one.status == "asserted" and not _negative(one, texts)]
    denied = [one for one in mentions if one.status == "denied" and _negative(one, texts)]
    tellers, deniers = {one.article for one in asserted}, {one.article for one in denied}
    for no in denied:
        for yes in asserted:
            if no.article in tellers or yes.article in deniers or no.lemma != yes.lemma:
                continue
            if _asks(yes, texts) or _asks(no, texts):
                continue
            if _alike(_words(no, texts), _words(yes, texts)):
                return [Side(yes.article, yes.span, "yes"), Side(no.article, no.span, "no")]
    return []


def _asks(mention: EventMention, texts: Mapping[str, str]) -> bool:
    """Whether a clause is a question, which asserts nothing."""
    text = texts[mention.article]
    return "?" in text[mention.span.end - 1 : mention.span.end + 1]


def _negative(mention: EventMention, texts: Mapping[str, str]) -> bool:
    """Whether a word of denial is in the clause, whatever it bears on."""
    clause = texts[mention.article][mention.span.start : mention.span.end].lower()
    return any(
        word in entries("negations") or word.endswith(("n't", "n’t", "’t", "'t"))
        for word in clause.replace(",", " ").split()
    )


def _words(mention: EventMention, texts: Mapping[str, str], around: int = 0) -> set[str]:
    """The terms of a clause, and of so many characters before it, without its verb."""
    trigger, (first, last) = mention.trigger, mention.span
    terms = terms_of(texts[mention.article]).within(Span(max(0, first - around), last))
    return {
        term
        for start, term in zip(terms.starts, terms.terms, strict=True)
        if not trigger.start <= start < trigger.end
    }
