"""Participants: which actor a subject is, and whether it can open a label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar
from armreader.extraction.names.gazetteer import is_title
from armreader.extraction.propositions.attribution import Attribution
from armreader.extraction.propositions.clause_parts import core_run
from armreader.extraction.propositions.words import words
from armreader.language import entries
from armreader.records import Pronoun, Span

_DESCRIBING = frozenset(("CD", "IN"))
"""Tags of what describes whom a name before a comma means: "Lee, 35,", "Lee, of Ardal,"."""
_NAMES = 2
"""Names before a surname that a subject may lack: "Ann B. | Lee"."""
_NAMED_FOR = frozenset(("he", "she", "they", "it"))
_SHARES = frozenset(("percent", "cent", "%"))
"""Nouns of a share of something."""
_OTHERS = frozenset(("him", "her", "his"))
"""Pronouns that are no subjects."""


@dataclass(frozen=True, slots=True)
class Participants:
    """The actors of one article, by the places where they are named."""

    named: Mapping[int, tuple[Span, str]]
    """By the start of a spelling."""
    pronouns: Mapping[Span, str]
    """The persons that pronouns mean, where they are known."""

    def actor(self, grammar: SentenceGrammar, subject: Argument | None) -> str | None:
        """The local id of the actor that a subject is."""
        if subject is None:
            return None
        if grammar.tags[subject.head].startswith("PRP"):
            return self._meaning_of(grammar, subject)
        at_end = self._at_end(grammar, subject)
        if at_end is not None:
            return at_end
        first = min(subject.first, max(subject.head - _NAMES, 0))
        for at in range(first, min(subject.last, subject.head + 1)):
            found = self.named.get(grammar.starts[at])
            if found and found[0].end >= grammar.ends[subject.head]:
                return found[1]
        return self._titled(grammar, subject) or self._described(grammar, subject)

    def _at_end(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        """The actor with whose name the words of a subject end: "Norland President Ann Lee"."""
        last = core_run(grammar, subject)[1]
        if any(grammar.tags[at] != "NNP" for at in range(subject.head, last)):
            return None
        named = (self.named.get(grammar.starts[at]) for at in range(subject.head, last))
        ends = grammar.ends[last - 1]
        return next((found[1] for found in named if found and found[0].end == ends), None)

    def _titled(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        """The actor whose title heads a subject: "Deputy Ann Lee", not "the guard Lee shot"."""
        name = subject.head
        while name < subject.last and _is_titular(grammar.lowers[name].rstrip(".")):
            name += 1
        if name in (subject.head, subject.last):
            return None
        found = self.named.get(grammar.starts[name])
        if found is None:
            return None
        after = next(
            (at for at in range(name, len(grammar)) if grammar.starts[at] >= found[0].end),
            len(grammar),
        )
        ends = after >= subject.last or grammar.lowers[after] in (",", "(", "--", "—", "–")
        return found[1] if ends else None

    def _described(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        """The actor whom a subject names and describes: "Lee, 35, with the Ardal Unit, fell", "her
        lawyer, Ann Lee, fell".
        """
        commas = [
            at for at in range(subject.first, min(subject.last + 1, len(grammar)))
            if grammar.lowers[at] == ","
        ]  # fmt: skip
        if not commas:
            return None
        first, last = subject.first, commas[0]
        if grammar.tags[subject.head] == "NN" and subject.head < last and len(commas) > 1:
            first, last = last + 1, commas[1]
        elif subject.head < last or grammar.tags[last + 1] not in _DESCRIBING:
            return None
        names = [self.named.get(grammar.starts[at]) for at in range(first, last)]
        if first > subject.head and names and names[0]:
            place = grammar.tags[first - 2] in ("NN", "NNP") and first - 2 > subject.head
            place = place and grammar.lowers[first + 1] == ","  # "the board of Elsby, Norden, fell"
            return None if place else names[0][1]  # "a guard, Ann Lee of the Ardal Unit, fell"
        ends = grammar.ends[last - 1]
        return next((found[1] for found in names if found and found[0].end == ends), None)

    def speaker(self, attribution: Attribution) -> str | None:
        """The local id of the actor that an attribution names."""
        if attribution.pronoun:
            return self.pronouns.get(attribution.head)
        for start in range(attribution.speaker.start, attribution.head.end):
            found = self.named.get(start)
            if found and found[0].end >= attribution.head.end:
                return found[1]
        return None

    def meant(
        self, grammar: SentenceGrammar, runs: Sequence[tuple[int, int]]
    ) -> list[tuple[int, str]]:
        """The objects and possessives of a label whose persons are known, with the local id."""
        return [
            (at, self.pronouns[grammar.span(at, at + 1)])
            for first, last in runs
            for at in range(first, last)
            if grammar.lowers[at] in _OTHERS and grammar.span(at, at + 1) in self.pronouns
        ]

    def replaced(
        self, grammar: SentenceGrammar, label: Sequence[tuple[int, int]], actor: str | None
    ) -> tuple[Pronoun, ...]:
        """The first pronoun for each person whom a label does not name before it."""
        found: list[Pronoun] = []
        known = {actor}
        for at, person in self.meant(grammar, label):
            before = [(first, min(last, at)) for first, last in label if first < at]
            known |= self.named_in(grammar, before)
            if person not in known:
                known.add(person)
                found.append(Pronoun(grammar.span(at, at + 1), person, grammar.tags[at] == "PRP$"))
        return tuple(found)

    def named_in(self, grammar: SentenceGrammar, runs: Sequence[tuple[int, int]]) -> set[str]:
        """The local ids of the actors named in a label."""
        starts = (grammar.starts[at] for first, last in runs for at in range(first, last))
        return {self.named[start][1] for start in starts if start in self.named}

    def count(self, grammar: SentenceGrammar, clause: Clause) -> int:
        """How often a clause names somebody."""
        return sum(map(self.named.__contains__, grammar.starts[clause.first : clause.last]))

    def can_open(self, grammar: SentenceGrammar, subject: Argument) -> bool:
        """Whether a label can begin with a subject: a noun, or a pronoun whose person is known."""
        tag, low = grammar.tags[subject.head], grammar.lowers[subject.head]
        if tag.startswith("PRP"):
            return low in _NAMED_FOR and self._meaning_of(grammar, subject) is not None
        if low in words("pointing", "dangling", "pictures"):
            return False
        of_many = grammar.lowers[subject.head + 1 : subject.head + 2] == ["of"]
        one = low == "one" and grammar.lowers[subject.first] != "no"
        if (one or tag == "JJS") and not of_many:
            return False  # "One was charged", "the worst since the war"
        if low in entries("grammar/time_nouns") and grammar.lowers[subject.first] in ("a", "an"):
            return False  # "closed, a day after Norden shut and sold | the mill"
        counted = tag == "CD" and grammar.lowers[0] == "of"
        if (counted or low in _SHARES) and _is_of_some(grammar, subject):
            return False
        if low in words("somebody") and _is_nameless(grammar, subject):
            return False
        return tag.startswith(("N", "CD", "VBG", "JJ", "$"))

    def _meaning_of(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        return self.pronouns.get(grammar.span(subject.head, subject.head + 1))


def _is_of_some(grammar: SentenceGrammar, subject: Argument) -> bool:
    """Whether the words before a share say of whom it is: "Among sailors, | 70 percent agree"."""
    return grammar.tags[0] == "IN" and "," in grammar.lowers[: subject.first]


def _is_titular(word: str) -> bool:
    """Whether a word is a title or goes before one: "former", "deputy"."""
    return is_title(word) or word in entries("title_modifiers")


def _is_nameless(grammar: SentenceGrammar, subject: Argument) -> bool:
    """Whether a subject is somebody that the article introduced before: "the driver"."""
    named = any(grammar.tags[at].startswith("NNP") for at in range(subject.first, subject.last))
    return not named and grammar.lowers[subject.first] == "the"
