"""A dependency parse as a tree: what depends on a word, where it ends, and its noun phrases."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.parser import Parse
from armreader.extraction.grammar.syntax import Argument, NounPhrase
from armreader.extraction.grammar.tree_repairs import AUXILIARIES, RepairedTree
from armreader.extraction.grammar.verb_repairs import is_accused
from armreader.records.spans import Span

_FINITE = frozenset(("root", "ccomp", "parataxis"))
"""How a finite clause depends on what is above it, and a participle with a subject does not."""
_CASE = frozenset(("case",))
_NAMING = frozenset(("nmod", "appos", "conj"))
_EDGES = frozenset((",", ".", ":", "``", "''", "CC"))


class Tree(RepairedTree):
    """A parsed sentence: its words, their children and the stretches under them."""

    def __init__(
        self,
        lowers: Sequence[str],
        tags: Sequence[str],
        places: tuple[Sequence[int], Sequence[int]],
        phrases: Sequence[NounPhrase],
        parse: Parse,
    ) -> None:
        super().__init__(lowers, tags, phrases, parse)
        self._places = places
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
