"""A dependency parse as a tree: what depends on a word, where it ends, and its noun phrases."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.finite import thinking_verbs
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.parser import Parse
from armreader.extraction.grammar.phrases import VERBS, time_nouns
from armreader.extraction.grammar.syntax import (
    FINITE,
    Argument,
    NounPhrase,
)
from armreader.extraction.grammar.verb_repairs import is_accused
from armreader.records.spans import Span

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
AUXILIARIES = frozenset(("aux", "aux:pass", "cop"))
_FINITE = frozenset(("root", "ccomp", "parataxis"))
"""How a finite clause depends on what is above it, and a participle with a subject does not."""
_CASE = frozenset(("case",))
_BEFORE_TIME = 7
"""Tokens from a verb of saying to the "that" after the time of the saying."""
_NAMING = frozenset(("nmod", "appos", "conj"))
_EDGES = frozenset((",", ".", ":", "``", "''", "CC"))


class Tree:
    """A parsed sentence: its words, their children and the stretches under them."""

    def __init__(
        self,
        lowers: Sequence[str],
        tags: Sequence[str],
        places: tuple[Sequence[int], Sequence[int]],
        phrases: Sequence[NounPhrase],
        parse: Parse,
    ) -> None:
        self._lowers, self._tags, self._places = lowers, tags, places
        self._heads, self._labels = list(parse.heads), list(parse.labels)
        for at, label in enumerate(parse.labels):
            if label == "cop":
                self._raise_copula(at)
            elif lowers[at] == "that" and at and lowers[at - 1] in time_nouns():
                self._free_content(at)
            elif tags[at] == "VBN" and is_accused(lowers, at):
                self._lower_accused(at)
        count = len(lowers)
        self._children: list[list[int]] = [[] for _ in range(count)]
        self._firsts, self._lasts = list(range(count)), list(range(1, count + 1))
        for at, head in enumerate(self._heads):
            if head >= 0:
                self._children[head].append(at)
        self._measure()
        self.past = [at for at in range(count) if self._is_past(at)]
        """Verbs tagged as participles that are past: they have a subject and no auxiliary."""
        self._phrase_of = {
            token: number
            for number, phrase in enumerate(phrases)
            for token in range(phrase.first, phrase.last)
        }
        self.phrases = tuple(self._attached(phrase) for phrase in phrases)

    def _raise_copula(self, copula: int) -> None:
        """Let a copula govern the clause that is its predicate: "The aim is that he goes".

        The treebanks attach copula and subject to the verb of that clause, which would assert it.
        """
        verb = self._heads[copula]
        if copula > verb or self._tags[verb] not in VERBS:
            return
        inner = [at for at in range(copula + 1, verb) if self._heads[at] == verb]
        has_clause_parts = any(
            self._labels[at] in SUBJECTS or self._labels[at] == "mark" for at in inner
        )
        if not has_clause_parts:
            return
        self._heads[copula], self._labels[copula] = self._heads[verb], self._labels[verb]
        self._heads[verb], self._labels[verb] = copula, "ccomp"
        for at in range(copula):
            if self._heads[at] == verb:
                self._heads[at] = copula

    def _lower_accused(self, accused: int) -> None:
        """Let the finite verb after it govern a participle that describes its subject.

        "A man accused of theft was jailed": the parse takes the first verb for the main one.
        """
        below = [at for at, head in enumerate(self._heads) if head == accused]
        subject = next((at for at in below if self._labels[at] in SUBJECTS), None)
        verb = next((at for at in below if at > accused and self._is_finite(at)), None)
        if subject is None or verb is None:
            return
        self._heads[verb], self._labels[verb] = self._heads[accused], self._labels[accused]
        self._heads[accused], self._labels[accused] = subject, "acl"
        self._heads[subject] = verb
        for at in below:
            if at > verb or (at < accused and at != subject):
                self._heads[at] = verb

    def _is_finite(self, at: int) -> bool:
        """Whether a word is a finite verb, or a participle with its auxiliary before it."""
        return self._tags[at] in FINITE or (
            self._tags[at] == "VBN"
            and any(
                head == at and self._labels[child] in AUXILIARIES
                for child, head in enumerate(self._heads)
            )
        )

    def _free_content(self, that: int) -> None:
        """Let a verb of saying govern what follows its time: "said last month that he left".

        The treebanks have few of these, so the parse takes "month" for a relative's antecedent.
        """
        said = that - 1
        while said and said > that - _BEFORE_TIME and self._tags[said] not in VERBS:
            said -= 1
        verb = self._heads[that]
        if verb <= that or self._tags[verb] not in VERBS:
            return
        if lemma(self._lowers[said], self._tags[said]) not in thinking_verbs():
            return
        above = said
        while above not in (-1, verb):
            above = self._heads[above]
        if above == verb:
            self._heads[said], self._labels[said] = self._heads[verb], self._labels[verb]
        self._heads[verb], self._labels[verb], self._labels[that] = said, "ccomp", "mark"
        for at in range(said + 1, that):
            if self._heads[at] == verb:
                self._heads[at], self._labels[at] = said, "obl"

    def _is_past(self, at: int) -> bool:
        """Whether a participle is a past tense: "The agents travelled to Ardal to meet him"."""
        if self._tags[at] != "VBN" or self._labels[at] not in (*_FINITE, "conj"):
            return False
        labels = {self._labels[child] for child in self._children[at]}
        if is_accused(self._lowers, at):
            return False
        if self._labels[at] == "conj" and "obj" not in labels:
            return False  # "the fence built and the gate painted"
        return "nsubj" in labels and not labels & AUXILIARIES

    def _measure(self) -> None:
        """Find where the stretch of every word, with all its dependents, begins and ends."""
        order = [at for at, head in enumerate(self._heads) if head < 0]
        for at in order:
            order.extend(self._children[at])
        heads, firsts, lasts = self._heads, self._firsts, self._lasts
        for at in reversed(order):
            head = heads[at]
            if head >= 0:
                if firsts[at] < firsts[head]:
                    firsts[head] = firsts[at]
                if lasts[at] > lasts[head]:
                    lasts[head] = lasts[at]

    def _child(self, head: int, labels: frozenset[str]) -> int | None:
        for child in self._children[head]:
            if self._labels[child] in labels:
                return child
        return None

    def _attached(self, phrase: NounPhrase) -> NounPhrase:
        """The phrase with its place according to the parse."""
        token = self._top(phrase)
        label, head = self._labels[token], self._heads[token]
        preposition = self._child(token, _CASE)
        if preposition is not None and preposition >= phrase.first:
            preposition = None
        other = self._phrase_of.get(head) if label in _NAMING else None
        return NounPhrase(
            *phrase[:4],
            preposition=preposition,
            attached=other if label == "nmod" else None,
            conjunct=other if label == "conj" else None,
            apposition=other if label == "appos" else None,
            time=phrase.time,
        )

    def _top(self, phrase: NounPhrase) -> int:
        """The word of the phrase whose head is outside it."""
        for at in range(phrase.last - 1, phrase.first - 1, -1):
            if not phrase.first <= self._heads[at] < phrase.last:
                return at
        return phrase.head

    def _argument(self, token: int, shared: bool = False, whole: bool = True) -> Argument:
        first, last = self._firsts[token], self._lasts[token]
        number = self._phrase_of.get(token)
        if not whole:
            first, last = token, token + 1
            if number is not None:
                first, last = self.phrases[number].first, self.phrases[number].last
        preposition = self._child(token, _CASE)
        if preposition is not None and first <= preposition < token:
            first = preposition + 1
        first, last = self._trimmed(first, last, token)
        return Argument(token, number, first, last, self._span(first, last), shared)

    def _trimmed(self, first: int, last: int, kept: int) -> tuple[int, int]:
        while first < kept and self._tags[first] in _EDGES:
            first += 1
        while last > kept + 1 and self._tags[last - 1] in _EDGES:
            last -= 1
        return first, last

    def _span(self, first: int, last: int) -> Span:
        return Span(self._places[0][first], self._places[1][last - 1])

    def _phrase_tokens(self, token: int) -> range:
        number = self._phrase_of.get(token)
        return range(0) if number is None else range(self.phrases[number].first, token + 1)
