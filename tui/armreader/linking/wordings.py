"""Wordings: quotes in different sources that are one utterance, in other words or in part.

Quotes are compared sentence by sentence, and only where one speaker may have said both on one
occasion. Two sentences are taken for one utterance where they share about half of what the shorter
one says: content words, numbers, and verbs of one class (``suspend``, ``freeze``); names count
little, because a speaker's sentences all name the same things. Nearly identical text is enough by
itself. A pair is possible, not proven: the user can accept or reject it.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain

from armreader.linking.disjoint_sets import DisjointSets
from armreader.linking.said import Quoted, Said, Words, sentences_of
from armreader.records import (
    Annotations,
    Passage,
    Quote,
    Reason,
    Span,
    WordingGroup,
)
from armreader.records.ids import content_id

ALIKE = 0.45
"""The share of the shorter sentence, by weight, that both must have in common."""
SAME_WORDS = 90.0
"""Percentage of equal letters at which sentences are one utterance, whoever is named."""
_SHARED = 2
"""Terms other than names that two sentences must share."""
_RULES = ("wording-retold", "wording-same-speaker", "wording-same-words")
_PAIR = 7
"""Numbers of a pair of sentences that are one utterance."""
_POSTINGS = 60
_APART = 7
"""How many days apart sources that report one utterance may appear."""


def group_wordings(
    annotated: Sequence[Annotations],
) -> tuple[tuple[Quote, ...], tuple[WordingGroup, ...]]:
    """All quotes, each with its wording group, and the groups."""
    quotes = [quote for one in annotated for quote in one.quotes]
    groups = DisjointSets(len(quotes))
    joined = array("I")  # of each pair that joins two groups: quotes, spans and rule
    for one, other, rule in _pairs(sentences_of(annotated)):
        if groups.join(one.quoted.number, other.quoted.number):
            joined.extend((one.quoted.number, *one.span, other.quoted.number, *other.span))
            joined.append(_RULES.index(rule))
    return _grouped(quotes, groups, _reasons(quotes, joined))


def _reasons(quotes: Sequence[Quote], joined: array[int]) -> dict[int, Reason]:
    """The reason of each group by its root: that of its first pair.

    They are made when all pairs are known, for among what is held for comparing they would keep
    the memory of that from being used again.
    """
    groups = DisjointSets(len(quotes))
    first: dict[int, int] = {}
    for at in range(0, len(joined), _PAIR):
        one, other = joined[at], joined[at + 3]
        before = [
            first.pop(root) for root in (groups.root(one), groups.root(other)) if root in first
        ]
        groups.join(one, other)
        first[groups.root(one)] = min(before, default=at)
    found = {}
    for root, at in first.items():
        one, start, end, other, other_start, other_end, rule = joined[at : at + _PAIR]
        passages = (
            Passage(quotes[one].article, start, end),
            Passage(quotes[other].article, other_start, other_end),
        )
        found[root] = Reason(_RULES[rule], passages)
    return found


def _grouped(
    quotes: Sequence[Quote], groups: DisjointSets, reasons: Mapping[int, Reason]
) -> tuple[tuple[Quote, ...], tuple[WordingGroup, ...]]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(quotes)):
        members[groups.root(number)].append(number)
    found: list[WordingGroup] = []
    named: dict[int, str] = {}
    for root, numbers in members.items():
        if len(numbers) > 1:
            ids = tuple(quotes[number].id for number in numbers)
            found.append(WordingGroup(content_id("w", ids[0]), ids, reasons[root]))
            named.update((number, found[-1].id) for number in numbers)
    own = (replace(quote, wording_group=named.get(at)) for at, quote in enumerate(quotes))
    return tuple(own), tuple(found)


class _Heard:
    """The sentences so far, in columns: there may be very many."""

    def __init__(self) -> None:
        self.quoted: list[Quoted] = []
        self.words: list[Words] = []
        self._spans = array("I")

    def add(self, said: Said) -> None:
        self.quoted.append(said.quoted)
        self.words.append(said.words)
        self._spans.extend(said.span)

    def said(self, number: int) -> Said:
        span = Span(*self._spans[2 * number : 2 * number + 2])
        return Said(self.quoted[number], span, self.words[number])


def _pairs(sentences: Iterator[Said]) -> Iterator[tuple[Said, Said, str]]:
    """The pairs that are one utterance, the earlier first, and the rule that says so."""
    by_term: defaultdict[str, defaultdict[str, list[int]]]
    by_term = defaultdict(lambda: defaultdict(list))
    heard = _Heard()
    for count, said in enumerate(sentences):
        quoted, words = said.quoted, said.words
        postings = [by_term[speaker][term] for speaker in quoted.speakers for term in words.terms]
        having = frozenset(words.terms)
        first, last = quoted.days[0] - _APART, quoted.days[1] + _APART
        for number in dict.fromkeys(chain.from_iterable(postings)):
            days = heard.quoted[number].days
            if days[1] < first or days[0] > last:
                continue  # no report of one utterance as news
            if heard.words[number].denies != words.denies or not _share(
                heard.words[number], having
            ):
                continue
            one = heard.said(number)
            rule = _one_utterance(one, said, having)
            if rule:
                yield one, said, rule
        for posting in postings:
            if len(posting) < _POSTINGS:
                posting.append(count)
        heard.add(said)


def _share(words: Words, having: Set[str]) -> bool:
    """Whether a sentence has terms enough that are no names in common with another."""
    return sum(map(having.__contains__, words.strong)) >= _SHARED


def _one_utterance(one: Said, other: Said, having: Set[str]) -> str | None:
    """The rule by which two sentences that share terms are one utterance; None where they are not.

    ``having`` are the terms of the other.
    """
    first, second = one.quoted, other.quoted
    if first.quote.article == second.quote.article:
        return None
    if any(speaker and speaker in second.speakers for speaker in first.speakers):
        weighed = zip(one.words.terms, one.words.weights, strict=True)
        shared = sum(weight for term, weight in weighed if term in having)
        if shared >= ALIKE * min(one.words.weight, other.words.weight):
            indirect = "indirect" in (first.quote.kind, second.quote.kind)
            return "wording-retold" if indirect else "wording-same-speaker"
    from rapidfuzz.fuzz import ratio

    if ratio(one.text.lower(), other.text.lower(), score_cutoff=SAME_WORDS):
        return "wording-same-words"
    return None
