"""What a figure is about: the noun that it counts, and the role that its grammar gives it."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.extraction.grammar.analysis import SentenceGrammar
from armreader.extraction.grammar.syntax import Clause, NounPhrase
from armreader.extraction.quantities.role_words import role_of, waits_behind
from armreader.language import entries

_BESIDE = 4
"""Words after a figure among which one may be that gives its role directly."""
_NEAR = 7
"""The most words from a figure to one in its clause that gives its role, if grammar finds none."""
OF_REACH = 9
"""Words after a figure among which the thing of "40 litres of the oil" is."""
_BRACKETS = 20
_APPROXIMATE = frozenset(
    ("about", "some", "at", "least", "more", "than", "over", "nearly", "almost", "around", "up",
     "to", "as", "many", "another", "roughly", "approximately", "only", "just", "fewer")
)  # fmt: skip
"""Words between a verb and a number."""
_JOINED = frozenset(("and", "or", ",", "but", "have", "had", "has"))
"""Words before a verb that is not an adjective of what follows."""


class Place:
    """Where a figure is in the grammar of its sentence.

    ``first`` and ``last`` are tokens, half-open, of the number with its unit.
    """

    def __init__(self, tagged: SentenceGrammar, first: int, last: int, unit: str) -> None:
        self.tagged, self.first, self.last = tagged, first, last
        self._known: list[tuple[int, bool]] | None = None
        self.counts = not unit
        self.is_share = unit in ("%", "percent", "per cent")
        self.phrase = self._phrase_at(first)
        if self.phrase is None:
            self.phrase = self._phrase_at(last - 1)
        self.clause = None if self._is_whole() else self._clause()
        self.noun_at = self._noun(self.counts)

    def _is_whole(self) -> bool:
        """Whether the sentence takes a part out of it: "Of the 300 passengers, 12 died"."""
        at = None if self.phrase is None else self.tagged.phrases[self.phrase].preposition
        return at == 0 and self.tagged.lowers[0] == "of"

    def _phrase_at(self, token: int) -> int | None:
        phrases = enumerate(self.tagged.phrases)
        return next((n for n, one in phrases if one.first <= token < one.last), None)

    def _clause(self) -> Clause | None:
        """The smallest clause with a verb that holds the figure."""
        clauses, at = [one for one in self.tagged.clauses if one.verb is not None], self._before()
        # "they took 40 litres a day, and oil leaked": what follows a verb is not the next subject
        taking = [one for one in clauses if one.last == at + 1 and self._takes(one, at)]
        holding = taking or [one for one in clauses if one.first <= self.first < one.last]
        return min(holding, key=lambda one: one.last - one.first, default=None)

    def _before(self) -> int:
        """The last token before the number and words like "about"."""
        at = self.first - 1
        while at > 0 and self.tagged.lowers[at] in _APPROXIMATE:
            at -= 1
        return at

    def _takes(self, clause: Clause, token: int) -> bool:
        verb = clause.verb
        return verb is not None and verb.head == token and not verb.passive and not clause.objects

    def _noun(self, counts: bool) -> int | None:
        """The token of the thing: the head after the unit, or that of the of-phrase."""
        tagged = self.tagged
        if self.phrase is None:
            return None
        phrase = tagged.phrases[self.phrase]
        if phrase.head >= self.last and tagged.tags[phrase.head].startswith("NN"):
            return phrase.head
        listed = self._listed()
        if listed is not None:
            return listed
        if counts and self.first <= phrase.head < phrase.last:
            return phrase.head
        for one in tagged.phrases[self.phrase + 1 : self.phrase + 4]:
            if one.first - self.last > OF_REACH:
                break
            if one.time:
                continue
            if one.preposition is not None and tagged.lowers[one.preposition] == "of":
                return one.head
            break
        return None

    def _listed(self) -> int | None:
        """The head of "a 125-tonne, 18-metre high dome": of the phrase after the comma."""
        lowers, tags = self.tagged.lowers, self.tagged.tags
        if "-" not in lowers[self.first : self.last] or lowers[self.last : self.last + 1] != [","]:
            return None
        if tags[self.last + 1 : self.last + 2] != ["CD"]:
            return None
        for one in self.tagged.phrases:
            if (
                one.last > self.last + 3
                and tags[one.head].startswith("NN")
                and one.head - self.last < 9
            ):
                return one.head
        return None

    def describes(self) -> bool:
        """Whether it comes before its noun: "a 98-ton chamber"."""
        if self.phrase is None or self.noun_at is None:
            return False
        phrase = self.tagged.phrases[self.phrase]
        return self.noun_at >= self.last and (
            phrase.head == self.noun_at or self.noun_at == self._listed()
        )

    def noun(self) -> str:
        """The lemma of the thing; empty where it is not named with the figure."""
        if self.noun_at is None or not self.tagged.tags[self.noun_at].startswith("NN"):
            return ""
        return self.tagged.lemma(self.noun_at)

    def role(self, dimension: str) -> str:
        """The role by the words that its grammar ties to the figure, the closest first."""
        lowers = self.tagged.lowers
        if self._is_listed():
            return role_of(lowers[self.first - 2], dimension)
        seen: set[int] = set()
        for token, beside in self._ties:
            if self.first <= token < self.last and lowers[token] != "lives":
                continue
            seen.add(token)
            if self._is_of_next(token):
                continue
            found = role_of(lowers[token], dimension, beside)
            if found == "deployed" and self._is_thing_beside(token):
                continue
            if found and not (beside and self._is_other_noun(token, dimension)):
                return found
        low, high = (self.clause.first, self.clause.last) if self.clause else (0, len(lowers))
        if self._is_whole() or dimension in ("length", "mass"):
            return ""
        near = sorted(
            (self._distance(token), token)
            for token in range(max(low, self.first - _NEAR), min(high, self.last + _NEAR))
            if not self.first <= token < self.last and token not in seen
        )
        for _, token in near:
            found = role_of(lowers[token], dimension)
            if found == "deployed" and self._is_thing_beside(token):
                continue
            if found and not self._is_of_next(token):
                return found
        return ""

    def _is_listed(self) -> bool:
        """Whether its label is before a colon and another comes next: "Dead: 12 Injured: 40"."""
        lowers = self.tagged.lowers
        before = self.first > 1 and lowers[self.first - 1] == ":"
        return before and (len(lowers) == self.last or ":" in lowers[self.last : self.last + 4])

    def _is_thing_beside(self, token: int) -> bool:
        """Whether people are counted next to a thing: "40 people and several ships"."""
        of_people = self.noun() == "people" or self.noun() in entries("people_words")
        return of_people and self.tagged.tags[token].startswith("NN") and token != self.noun_at

    def _is_of_next(self, token: int) -> bool:
        """Whether a word has a number of its own after it: "shot 3, killing 2"."""
        return token + 1 > self.last and self.tagged.tags[token + 1 : token + 2] == ["CD"]

    def _is_other_noun(self, token: int, dimension: str) -> bool:
        """Whether a word after the figure is a noun of another phrase: "$75m for damages"."""
        if self.phrase is not None and token < self.tagged.phrases[self.phrase].last:
            return False
        if not self.tagged.tags[token].startswith("NN") or self._behind() > self.last:
            return False
        return not waits_behind(self.tagged.lowers[token], dimension)

    def _distance(self, token: int) -> float:
        return (self.first - token) * 1.25 if token < self.first else token - self.last + 1

    def tied(self) -> list[int]:
        """The tokens that its grammar ties to the figure, the closest first."""
        found = dict.fromkeys(token for token, _ in self._ties)
        return [token for token in found if not self.first <= token < self.last]

    @property
    def _ties(self) -> list[tuple[int, bool]]:
        if self._known is None:
            self._known = list(self._tied())
        return self._known

    def _tied(self) -> Iterator[tuple[int, bool]]:
        tagged, phrase = self.tagged, None
        verb = () if self.clause is None else self._verb_tokens(self.clause)
        if self.is_share or self._is_subject():
            yield from ((token, False) for token in verb)
        yield from ((token, False) for token in self._done())
        if self.phrase is not None:
            phrase = tagged.phrases[self.phrase]
            for token in range(phrase.last - 1, phrase.first - 1, -1):
                if not (self.counts and token == phrase.head):
                    yield token, token >= self.last
        behind = max(self._behind(), phrase.last if phrase and self.counts else 0)
        for token in range(behind, min(behind + _BESIDE, len(tagged))):
            if tagged.lowers[token] in (",", ";", "and", "or", "but"):
                break
            yield token, True
        yield from ((token, False) for token in self._modifying())
        if self.counts:  # "arrested 83 protesters": what befell them, then who they are
            yield from ((token, False) for token in verb)
        if self.noun_at is not None:
            yield self.noun_at, False
        yield from ((token, False) for token in self._above(phrase, "of"))
        yield from ((token, False) for token in verb)
        yield from ((token, False) for token in self._above(phrase, ""))
        if self.clause is not None:
            yield from ((token, False) for token in self._clause_tokens(self.clause))
            at = self.clause
            if at.kind in ("infinitive", "participle", "coordinated") and at.parent is not None:
                parent = tagged.clauses[at.parent]
                yield from ((token, False) for token in self._verb_tokens(parent))
                yield from ((token, False) for token in self._clause_tokens(parent))

    def _is_subject(self) -> bool:
        """Whether it is a measure that its clause is about: "50 tons of the oil were taken"."""
        clause = self.clause
        if self.counts or clause is None or clause.subject is None or clause.verb is None:
            return False
        return clause.subject.phrase == self.phrase and self.phrase is not None

    def _done(self) -> Iterator[int]:
        """The verb right before a number, of its own: "killed 10 and wounded about 70 others"."""
        at = self._before()
        own = at > 0 and self.tagged.lowers[at - 1] in _JOINED
        if self.counts and own and self.tagged.lowers[at].endswith(("ed", "ing")):
            yield at

    def _above(self, phrase: NounPhrase | None, preposition: str) -> Iterator[int]:
        """The phrase that the figure depends on by a preposition: "the loss of 11 lives"."""
        if phrase is None or phrase.preposition is None:
            return
        if preposition and self.tagged.lowers[phrase.preposition] != preposition:
            return
        if phrase.attached is not None:
            yield from self._phrase_tokens(phrase.attached)
        elif self.phrase and self.tagged.phrases[self.phrase - 1].last == phrase.preposition:
            yield from self._phrase_tokens(self.phrase - 1)

    def _verb_tokens(self, clause: Clause) -> tuple[int, ...]:
        verb = clause.verb
        if verb is None:
            return ()
        return (verb.head,) if verb.particle is None else (verb.head, verb.particle)

    def _behind(self) -> int:
        """The token after the figure and a conversion in brackets."""
        lowers = self.tagged.lowers
        if lowers[self.last : self.last + 1] in (["("], ["["], ["-lrb-"]):
            for token in range(self.last + 1, min(self.last + _BRACKETS, len(lowers))):
                if lowers[token] in (")", "]", "-rrb-"):
                    return token + 1
        return self.last

    def _phrase_tokens(self, number: int) -> Iterator[int]:
        phrase = self.tagged.phrases[number]
        yield phrase.head
        yield from (token for token in range(phrase.first, phrase.last) if token != phrase.head)

    def _modifying(self) -> Iterator[int]:
        """The verbs of relative clauses and participles that depend on the figure or its noun."""
        for one in self.tagged.clauses:
            if one.kind not in ("relative", "participle") or one.verb is None:
                continue
            if one.governor is not None and (
                self.first <= one.governor < self.last or one.governor == self.noun_at
            ):
                yield one.verb.head

    def _clause_tokens(self, clause: Clause) -> Iterator[int]:
        if clause.subject is not None:
            yield from self._argument(clause.subject.phrase, clause.subject.head)
        if clause.predicate is not None:
            yield from self._argument(clause.predicate.phrase, clause.predicate.head)
        for one in clause.objects:
            yield from self._argument(one.phrase, one.head)
        for one in clause.obliques:
            at = None if one.phrase is None else self.tagged.phrases[one.phrase].preposition
            if at is None or self.tagged.lowers[at] != "from":  # not "took 40 litres from the leak"
                yield from self._argument(one.phrase, one.head)

    def _argument(self, phrase: int | None, head: int) -> Iterator[int]:
        if phrase is None:
            yield head
        else:
            yield from self._phrase_tokens(phrase)
