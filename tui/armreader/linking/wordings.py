"""Wordings: quotes in different sources that are one utterance, in other words or in part.

Quotes are compared sentence by sentence, and only where one speaker may have said both on one
occasion. Two sentences are taken for one utterance where they share about half of what the shorter
one says: content words, numbers, and verbs of one class (``suspend``, ``freeze``); names count
little, because a speaker's sentences all name the same things. Nearly identical text is enough by
itself. A pair is possible, not proven: the user can accept or reject it.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain
from math import inf
from sys import intern
from typing import NamedTuple

from armreader.language import entries
from armreader.language.event_classes import classes_of, family
from armreader.linking.disjoint_sets import DisjointSets
from armreader.linking.mentions import Mentions
from armreader.linking.terms import terms_of
from armreader.records import (
    Annotations,
    Article,
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
_NAME, _COMMON, _NUMBER = 0.3, 0.5, 2.0
"""What names, verbs of common classes and numbers weigh; any other term weighs 1."""
_COMMON_CLASSES = frozenset(("say", "phase", "move"))
_SHARED = 2
"""Terms other than names that two sentences must share."""
_SHORTEST = 2.3
"""What a sentence must weigh to be compared."""
_POSTINGS = 60
_APART = 7
"""How many days apart sources that report one utterance may appear."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?…\n]+")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quote, with what its sentences have in common."""

    quote: Quote
    number: int
    """The number of the quote in the dossier."""
    article: Article
    speakers: tuple[str, ...]
    """Whom to look it up under: its own speaker, and anybody if it is quoted directly."""
    days: tuple[float, float]
    """The first and the last day on which its article may have appeared, as ordinals."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a sentence says; one for all sentences that say the same."""

    terms: tuple[str, ...]
    weights: tuple[float, ...]
    """What each of its terms weighs."""
    denies: bool
    strong: tuple[str, ...]
    """Those that are not names."""
    weight: float
    """Of all its terms."""


class _Said(NamedTuple):
    """One sentence of a quote."""

    quoted: _Quoted
    span: Span
    words: _Words

    @property
    def text(self) -> str:
        return self.quoted.article.text[slice(*self.span)]

    @property
    def passage(self) -> Passage:
        return Passage(self.quoted.quote.article, *self.span)


def group_wordings(
    annotated: Sequence[Annotations],
) -> tuple[tuple[Quote, ...], tuple[WordingGroup, ...]]:
    """All quotes, each with its wording group, and the groups."""
    quotes = [quote for one in annotated for quote in one.quotes]
    groups = DisjointSets(len(quotes))
    reasons: dict[int, tuple[int, Reason]] = {}
    """The first reason of each group by its root, and the number of that reason."""
    for number, (one, other, rule) in enumerate(_pairs(_sentences(annotated))):
        roots = (groups.root(one.quoted.number), groups.root(other.quoted.number))
        if groups.join(*roots):
            found = [reasons.pop(root) for root in roots if root in reasons]
            found = found or [(number, Reason(rule, (one.passage, other.passage)))]
            reasons[groups.root(one.quoted.number)] = min(found, key=lambda first: first[0])
    return _grouped(quotes, groups, {root: reason for root, (_, reason) in reasons.items()})


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
    return (
        tuple(
            replace(quote, wording_group=named[number]) if number in named else quote
            for number, quote in enumerate(quotes)
        ),
        tuple(found),
    )


def _sentences(annotated: Sequence[Annotations]) -> Iterator[_Said]:
    """Every sentence of every quote that says enough to be compared."""
    number = 0
    known: dict[tuple[object, ...], _Words] = {}
    for one in annotated:
        mentions = Mentions.of(one.article.id, one.mentions)
        verbs = {
            trigger.start: kind.lemma
            for trigger, kind in zip(mentions.triggers, mentions.kinds, strict=True)
        }
        days = _days(one.article)
        for quote in one.quotes:
            quoted = _Quoted(quote, number, one.article, _speakers(quote), days)
            for fragment in quote.fragments:
                for match in _SENTENCE.finditer(one.article.text, *fragment):
                    span = Span(*match.span())
                    terms = _meanings(one.article.text, span, verbs)
                    if sum(terms.values()) >= _SHORTEST:
                        yield _Said(quoted, span, _words(terms, _denies(match.group()), known))
            number += 1


def _words(
    terms: Mapping[str, float], denies: bool, known: dict[tuple[object, ...], _Words]
) -> _Words:
    """What a sentence says: the one that is known if another says the same."""
    key = tuple(terms), tuple(terms.values()), denies
    found = known.get(key)
    if found is None:
        strong = tuple(term for term in terms if terms[term] > _NAME)
        found = known[key] = _Words(*key, strong, sum(terms.values()))
    return found


def _speakers(quote: Quote) -> tuple[str, ...]:
    speaker = quote.speaker
    own = (speaker.actor,) if speaker and speaker.actor else ()
    return (*own, "") if quote.kind == "direct" else own


def _days(article: Article) -> tuple[float, float]:
    range_ = article.publication.range
    first, last = (range_.earliest, range_.latest) if range_ else (None, None)
    return first.toordinal() if first else -inf, last.toordinal() if last else inf


def _denies(words: str) -> bool:
    words = words.lower().replace("’", "'")
    found = words.split()
    if not entries("negations").isdisjoint(found):
        return True
    return "n't" in words and any(word.endswith("n't") for word in found)


def _meanings(text: str, span: Span, verbs: dict[int, str]) -> dict[str, float]:
    """The terms of a sentence and their weights.

    A word that names an event stands for its class; words of one name are one term.
    """
    terms = terms_of(text).within(span)
    found: dict[str, float] = {}
    name: list[str] = []
    end = span.start
    for start, term, is_name in zip(terms.starts, terms.terms, terms.names, strict=True):
        if name and (not is_name or text[end:start].strip(" -")):
            found.setdefault(intern(" ".join(name)), _NAME)
            name = []
        if start in verbs:
            meaning = classes_of(verbs[start])[0]
            found[meaning] = _COMMON if family(meaning) in _COMMON_CLASSES else 1.0
        elif is_name:
            name.append(term)
        else:
            found[term] = _NUMBER if term[0].isdigit() else 1.0
        if name:
            end = start + _word_length(text, start)
    if name:
        found.setdefault(intern(" ".join(name)), _NAME)
    return found


def _word_length(text: str, start: int) -> int:
    match = _WORD.match(text, start)
    return len(match.group()) if match else 1


class _Heard:
    """The sentences so far, in columns: there may be very many."""

    def __init__(self) -> None:
        self.quoted: list[_Quoted] = []
        self.words: list[_Words] = []
        self._spans = array("I")

    def add(self, said: _Said) -> None:
        self.quoted.append(said.quoted)
        self.words.append(said.words)
        self._spans.extend(said.span)

    def said(self, number: int) -> _Said:
        span = Span(*self._spans[2 * number : 2 * number + 2])
        return _Said(self.quoted[number], span, self.words[number])


def _pairs(sentences: Iterator[_Said]) -> Iterator[tuple[_Said, _Said, str]]:
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


def _share(words: _Words, having: Set[str]) -> bool:
    """Whether a sentence has terms enough that are no names in common with another."""
    return sum(map(having.__contains__, words.strong)) >= _SHARED


def _one_utterance(one: _Said, other: _Said, having: Set[str]) -> str | None:
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
