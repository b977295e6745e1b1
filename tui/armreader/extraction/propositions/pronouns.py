"""Who "he" or "she" means as the subject of a clause: the one person whom the text is about.

A subject continues the subject before it: of the 89 pronouns of speakers in quotes_dev that this
resolves, 87 are right. Where nobody was a subject, the pronoun is left open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar
from armreader.extraction.propositions.words import MARKS_OPENING, names_one_person
from armreader.records import Span
from armreader.records.actor import Gender

_GENDERS: Mapping[str, Gender] = {"he": "male", "she": "female"}


class Pronouns:
    """The pronouns of one article's subjects, found sentence by sentence in the order of the text.

    ``meant`` gives the local id of the person of each; it begins with the pronouns of speakers.
    """

    def __init__(
        self,
        named: Mapping[int, tuple[Span, str]],
        genders: Mapping[str, Gender],
        speakers: Mapping[Span, str],
    ) -> None:
        self._named = named
        self._genders = genders
        self._starts = sorted(start for start, (_, one) in named.items() if one in genders)
        """Where persons are named."""
        self.meant = {span: actor for span, actor in speakers.items() if actor in genders}
        self._topic: str | None = None
        """The person whom the sentence before is about: who speaks, or its subject."""

    def read(self, grammar: SentenceGrammar, speaker: str | None = None) -> dict[Span, str]:
        """Resolve the subjects of a sentence, remember whom it is about, and return what was
        resolved.

        ``speaker``: who says it, where that comes after it.
        """
        topic, resolved = None, {}
        for clause in grammar.clauses:
            subject = clause.subject
            if subject is None or subject.shared:
                continue
            low = grammar.lowers[subject.head]
            span = grammar.span(subject.head, subject.head + 1)
            if low in _GENDERS and span not in self.meant and not _quoted(grammar, subject.head):
                actor = self._antecedent(grammar, subject.head, _GENDERS[low])
                named_next = self._persons(grammar, subject.head + 1, clause.last)
                if actor is not None and actor not in named_next:  # not in "He met Lee"
                    self.meant[span] = resolved[span] = actor
            if topic is None and clause.kind == "main":
                topic = self.meant.get(span) or self.person(grammar, subject)
                topic = topic or self._beside(grammar, clause)
        topic = speaker if speaker in self._genders else topic
        if topic is not None or self._persons(grammar, 0, len(grammar)):
            self._topic = topic
        return resolved

    def person(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        """The person that a subject names at its head."""
        for at in range(subject.first, min(subject.last, subject.head + 1)):
            found = self._named.get(grammar.starts[at])
            if found and found[0].end >= grammar.ends[subject.head]:
                return found[1] if found[1] in self._genders else None
        return None

    def _beside(self, grammar: SentenceGrammar, clause: Clause) -> str | None:
        """The one person whom a subject names beside its head: "Lee's career", "a nurse, Ann Lee,".

        Not "Lee's lawyer", who is another.
        """
        subject, verb = clause.subject, clause.verb
        if subject is None or verb is None or subject.first >= verb.first:
            return None
        first, after = subject.first, range(subject.head, verb.first)
        if names_one_person(grammar, subject.head):
            first = next((at for at in after if grammar.lowers[at] == ","), verb.first)
        named = self._persons(grammar, first, verb.first)
        return next(iter(named)) if len(named) == 1 else None

    def _antecedent(self, grammar: SentenceGrammar, at: int, gender: Gender) -> str | None:
        """The one person named before in the sentence, as a subject; where nobody is named there,
        the person whom the sentence before is about."""
        before = self._fitting(self._persons(grammar, 0, at), gender)
        if not before and any(names_one_person(grammar, one) for one in range(at)):
            return None  # "said the nurse left when she felt ill"
        if not before:
            topic = self._topic
            return topic if topic is not None and self._fitting({topic}, gender) else None
        subjects = {
            self.person(grammar, one.subject)
            for one in grammar.clauses
            if one.subject is not None and one.subject.head < at and not one.subject.shared
        }
        return next(iter(before)) if len(before) == 1 and before <= subjects else None

    def _fitting(self, persons: set[str], gender: Gender) -> set[str]:
        return {one for one in persons if self._genders[one] in (gender, "unknown")}

    def _persons(self, grammar: SentenceGrammar, first: int, last: int) -> set[str]:
        if first >= last:
            return set()
        low = bisect_left(self._starts, grammar.starts[first])
        high = bisect_right(self._starts, grammar.starts[last - 1])
        named = {*self._starts[low:high]}.intersection(grammar.starts[first:last])
        return {self._named[start][1] for start in named}


def _quoted(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a token is within marks that open in its sentence."""
    opened = sum(word in MARKS_OPENING[:2] for word in grammar.words[:at])
    closed = sum(word in ("”", "''") for word in grammar.words[:at])
    return opened > closed or grammar.words[:at].count('"') % 2 == 1
