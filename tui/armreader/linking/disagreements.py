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

from armreader.language import entries, groups
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
_AGAIN = frozenset(("again", "another", "second", "third", "fresh", "renewed", "repeated"))
"""Words for what happened before, too."""
_WORD = re.compile(r"[a-z]+|\d+")
_NUMERALS = frozenset(map(str, range(1, 32)))
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
    if before and events is before.events:
        return tuple(one for one in before.disagreements if one.reason.rule == _RULE)
    same = {id(event) for event in before.events} if before else set()
    kept: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for one in before.disagreements if before else ():
        if one.reason.rule == _RULE:
            kept[one.about].append(one)
    known = {one.id: one for one in articles}
    found: list[Disagreement] = []
    for event in events:
        if id(event) in same:
            found += kept.get(event.id, ())
        elif len(event.articles) > 1:
            found += _of_event(event, known)
    return tuple(found)


def _of_event(event: Event, articles: Mapping[str, Article]) -> Iterator[Disagreement]:
    sides = tuple(_days(event.mentions[:_MENTIONS], articles))
    if sides:
        passages = tuple(Passage(side.article, *side.span) for side in sides)
        ident = content_id("d", event.id, "day")
        yield Disagreement(ident, event.id, "day", sides, Reason(_RULE, passages))


def _days(mentions: Sequence[EventMention], articles: Mapping[str, Article]) -> list[Side]:
    """One side for each day that an article gives, where some two articles share no day.

    Only for what happens once: people may say the same thing, or meet, again on another day.
    """
    texts = {mention.article: articles[mention.article].text for mention in mentions}
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
        and any(
            _of_one(a, b, texts) and not _may_be_two(a, b, articles)
            for _, a in given[one]
            for _, b in given[other]
        )
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


def _may_be_two(one: EventMention, other: EventMention, articles: Mapping[str, Article]) -> bool:
    """Whether the days may be of two occasions, or of one that was printed on two days.

    Each of two reports has news of its own day; "this morning" is printed again a day later.
    """
    words = [_time_words(mention, articles[mention.article].text) for mention in (one, other)]
    if words[0] == words[1] or not _AGAIN.isdisjoint(words[0] | words[1]):
        return True
    ages = [_age(mention, articles[mention.article]) for mention in (one, other)]
    days = [articles[mention.article].publication.range for mention in (one, other)]
    if days[0] != days[1] and all(age is not None and 0 <= age <= 1 for age in ages):
        return True
    vague = any(_calendar().isdisjoint(spoken) for spoken in words)
    return vague and _gap(one.range, other.range) <= 1


def _time_words(mention: EventMention, text: str) -> frozenset[str]:
    """The words of its time, and those of its clause that say that it happened before."""
    time = text[slice(*mention.time)] if mention.time else ""
    clause = _WORD.findall(text[slice(*mention.span)].lower())
    return frozenset((*_WORD.findall(time.lower()), *_AGAIN.intersection(clause)))


def _age(mention: EventMention, article: Article) -> int | None:
    """How many days before its report it happened; None where either day is not known."""
    range_, day = mention.range, article.publication.range
    if not range_ or not day or day.earliest != day.latest or range_.earliest != range_.latest:
        return None
    if not range_.earliest or not day.earliest:
        return None
    return (day.earliest - range_.earliest).days


def _gap(one: DateRange | None, other: DateRange | None) -> int:
    if not one or not other or not one.earliest or not other.earliest:
        return 0
    return abs((one.earliest - other.earliest).days)


@cache
def _calendar() -> frozenset[str]:
    """Words and numbers that name a day: "Friday", "12 May"; not "this morning", "eight days"."""
    return frozenset(word.lower() for word in entries("calendar_words")) | _NUMERALS


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
