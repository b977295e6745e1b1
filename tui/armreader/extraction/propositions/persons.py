"""The persons of an article: where they are named, whom a subject names, whom a pronoun fits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from armreader.extraction.grammar import Argument, SentenceGrammar
from armreader.extraction.propositions.words import is_person, names_one_person
from armreader.records import Span
from armreader.records.actor import Gender


@dataclass(frozen=True, slots=True)
class Persons:
    """Where the persons of one article are named, and of which gender they are."""

    named: Mapping[int, tuple[Span, str]]
    """By where a name starts: its span, and the local id of whom it names."""
    genders: Mapping[str, Gender]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", sorted(self.named))

    def fitting(self, persons: Set[str], gender: Gender) -> set[str]:
        """Those of some persons whom a pronoun of a gender may mean."""
        return {one for one in persons if self.genders[one] in (gender, "unknown")}

    def inside(self, grammar: SentenceGrammar, first: int, last: int) -> set[str]:
        """The persons named in a stretch of tokens."""
        if first >= last:
            return set()
        low = bisect_left(self.starts, grammar.starts[first])
        high = bisect_right(self.starts, grammar.starts[last - 1])
        if low == high:
            return set()
        named = {*self.starts[low:high]}.intersection(grammar.starts[first:last])
        return {self.named[start][1] for start in named}

    def at_head(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        """The person that a subject names at its head, or right after it: "director Ann Lee",
        "Committee Chairman Ann Lee", of which a parse has the first word as the head.
        """
        head = subject.head
        before = bisect_right(self.starts, grammar.starts[head])
        if before:
            span, person = self.named[self.starts[before - 1]]
            if span.end >= grammar.ends[head]:
                return person
        for at in range(head + 1, subject.last):
            if after := self.named.get(grammar.starts[at]):
                return after[1] if is_person(grammar.lowers[at - 1].rstrip(".")) else None
            if grammar.tags[at] != "NNP":
                return None
        return None

    def owner(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        """The one person whose a subject is: "Lee's wife" is Lee's."""
        ends = {
            grammar.ends[at - 1]
            for at in range(subject.first + 1, subject.head)
            if grammar.tags[at] == "POS"
        }
        inside = grammar.starts[subject.first : subject.head]
        named = [self.named[start] for start in inside if start in self.named]
        found = {who for span, who in named if span.end in ends}
        return found.pop() if len(found) == 1 else None


def subjects(grammar: SentenceGrammar, before: int) -> Iterator[Argument]:
    """The subjects of a sentence's clauses whose head is before a token."""
    for clause in grammar.clauses:
        subject = clause.subject
        if subject is not None and subject.head < before and not subject.shared:
            yield subject


def has_others(grammar: SentenceGrammar, persons: Persons, first: int, last: int) -> bool:
    """Whether somebody without a name takes part between two tokens, whom "he" may mean.

    Not who only says what another is: "a doctor" of "Lee became a doctor", "served as a guard".
    """
    for clause in grammar.clauses:
        own = () if clause.subject is None or clause.subject.shared else (clause.subject,)
        for one in (*own, *clause.objects, *clause.obliques):
            if not first <= one.head < last or not names_one_person(grammar, one.head):
                continue
            opens = max(one.first - 1, 0)
            if "as" in (grammar.lowers[opens], grammar.lowers[one.first]):
                continue
            if not persons.inside(grammar, one.head, one.last):
                return True
    return False
