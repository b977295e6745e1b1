"""Disagreements: where the sources of one event cannot all be right.

What is only less precise (``2020`` beside a day) contradicts nothing, and a source that gives both
sides takes neither. Numbers are compared in the ledger (``linking.quantities``), a fact and its
denial among the assertions (``linking.opposed``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Protocol

from armreader.language import groups
from armreader.language.event_classes import event_words
from armreader.linking.terms import terms_of
from armreader.records import (
    Article,
    Disagreement,
    Event,
    EventMention,
    Passage,
    Reason,
    Side,
    Span,
)
from armreader.records.dates import DateRange
from armreader.records.ids import content_id

_RULE = "disagreement-day"
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d,]{2,}\b")
_STAMP = re.compile(r"[;,|]? ?\d{1,2}[:.]\d\d\b")
"""A time of day after a date."""
_LISTED = re.compile(r"\b\d+ (?:mins?|minutes?|hrs?|hours?) ago\b", re.IGNORECASE)
_AROUND = 60
"""Characters before a clause in which its subject matter may be named: "an interview, published
…"."""
_MENTIONS = 60
"""Mentions of one event that are compared."""


class Looked(Protocol):
    """Events that were already examined, and the disagreements found in them."""

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

    Events that are unchanged since ``before`` keep their disagreements.
    """
    same = {id(event) for event in before.events} if before else set()
    kept: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for one in before.disagreements if before else ():
        if one.reason.rule == _RULE:
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
    sides = tuple(_days(event.mentions[:_MENTIONS], texts))
    if sides:
        passages = tuple(Passage(side.article, *side.span) for side in sides)
        ident = content_id("d", event.id, "day")
        yield Disagreement(ident, event.id, "day", sides, Reason(_RULE, passages))


def _days(mentions: Sequence[EventMention], texts: Mapping[str, str]) -> list[Side]:
    """One side for each day that an article gives, where some two articles share no day.

    Only for what happens once: people may say the same thing, or meet, again on another day.
    """
    given: defaultdict[str, list[tuple[DateRange, EventMention]]] = defaultdict(list)
    for mention in mentions:
        day = mention.range
        at = mention.time.start if mention.time else -1
        if not mention.span.start <= at < mention.span.end:
            continue  # the time of another clause
        if mention.time and _STAMP.match(texts[mention.article], mention.time.end):
            continue  # when it was printed: "Friday, May 28, 2021; 5:21 PM"
        if _LISTED.search(texts[mention.article], *mention.span):
            continue  # a list of links, each with its age
        if _is_quoted(texts[mention.article], at):
            continue  # "this morning" in a quotation is of another day
        if day and not day.approximate and mention.status == "asserted":
            given[mention.article].append((day, mention))
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


def _numbers(mention: EventMention, texts: Mapping[str, str]) -> set[str]:
    """The numbers in a clause that are 100 or more."""
    return set(_NUMBER.findall(texts[mention.article], *mention.span))


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place is inside quotation marks that its paragraph opens."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _of_one(one: EventMention, other: EventMention, texts: Mapping[str, str]) -> bool:
    """Whether two clauses report one event: they have the same verb and a word in common."""
    recurs = one.lemma in _recurring() or " " in one.lemma  # "a press conference"
    if _is_copied(one, other, texts) or _numbers(one, texts) != _numbers(other, texts):
        return False  # something else was counted, or again on another day
    if one.lemma != other.lemma or recurs or _counts_on(one, texts) or _counts_on(other, texts):
        return False
    return bool(_words(one, texts, _AROUND) & _words(other, texts, _AROUND))


def _is_copied(one: EventMention, other: EventMention, texts: Mapping[str, str]) -> bool:
    """Whether the clauses are word for word the same, so that one report copied the other's."""
    return texts[one.article][slice(*one.span)] == texts[other.article][slice(*other.span)]


@cache
def _recurring() -> frozenset[str]:
    """Verbs of saying, finding and meeting, and all nouns: what they report can recur."""
    table = groups("proposition_words")
    return frozenset((*table["said"], *table["hearing"], "meet")) | event_words().nouns


def _counts_on(mention: EventMention, texts: Mapping[str, str]) -> bool:
    """Whether a time says up to when something was counted: "as of Wednesday, nine had died"."""
    at = mention.time.start if mention.time else 0
    before = texts[mention.article][max(0, at - 9) : at].lower().split()[-2:]
    return before == ["as", "of"]


def _words(mention: EventMention, texts: Mapping[str, str], around: int = 0) -> set[str]:
    """The terms of a clause, and of ``around`` characters before it, without its verb."""
    trigger, (first, last) = mention.trigger, mention.span
    terms = terms_of(texts[mention.article]).within(Span(max(0, first - around), last))
    return {
        term
        for start, term in zip(terms.starts, terms.terms, strict=True)
        if not trigger.start <= start < trigger.end
    }
