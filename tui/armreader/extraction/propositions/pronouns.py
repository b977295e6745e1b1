"""Who a pronoun means: the one person whom the text is about.

A subject continues the subject before it: of the 89 pronouns of speakers in quotes_dev that this
resolves, 87 are right. Where nobody was a subject, the last sentences may have only one person whom
it can mean, or the sentence itself: of some 160 such pronouns read in reports on 20 stories, five
were wrong. Else the pronoun is left open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from operator import itemgetter

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar
from armreader.extraction.propositions.antecedents import Place, in_sentence, said_again
from armreader.extraction.propositions.persons import Persons, has_others, subjects
from armreader.extraction.propositions.recent_persons import RecentPersons
from armreader.extraction.propositions.words import MARKS_OPENING, names_one_person
from armreader.language.event_classes import classes_of, family
from armreader.records import Span
from armreader.records.actor import Gender

_GENDERS: Mapping[str, Gender] = {"he": "male", "she": "female"}
_OBJECTS: Mapping[str, Gender] = {"him": "male", "her": "female"}
_CLOSING = 3
"""Characters of the marks with which what is said may close."""
_OWNERS: Mapping[str, Gender] = {"his": "male", "her": "female"}


class Pronouns:
    """The pronouns of one article's subjects, found sentence by sentence in the order of the text.

    ``meant`` gives the local id of the person of each; it begins with the pronouns of speakers, of
    which ``corrected`` has those that mean somebody else.
    """

    def __init__(
        self,
        named: Mapping[int, tuple[Span, str]],
        genders: Mapping[str, Gender],
        speakers: Mapping[Span, str],
        said: Mapping[Span, str | None],
    ) -> None:
        self._persons = Persons(named, genders)
        self._genders = genders
        self._recent = RecentPersons()
        self.meant = {span: actor for span, actor in speakers.items() if actor in genders}
        self.corrected: dict[Span, str] = {}
        """By pronoun of a speaker, whom it means and not who is said to speak."""
        self._said = sorted(said.items(), key=itemgetter(0))
        """What stands in marks, with who says it."""
        self._topic: str | None = None
        """The person whom the sentence before is about: who speaks, or its subject."""
        self._rival: str | None = None
        """Who is the subject of what that person says, whom "he" may mean as well."""
        self._beside_topic: set[str] = set()
        """Who else is named there."""
        self._subject_is_theirs = False
        """Whether its subject is not that person, but only theirs."""

    def read(
        self, grammar: SentenceGrammar, speaker: str | None = None, *, spoken: bool = False
    ) -> dict[Span, str]:
        """Resolve the subjects of a sentence, remember whom it is about, and return what was
        resolved.

        ``speaker``: who says it, where that comes after it and is known; ``spoken``: whether
        somebody says it.
        """
        quoted = self._quoted_by(grammar)
        if quoted is not None:
            self._topic = quoted[1] if quoted[1] in self._genders else None
            self._beside_topic, self._rival = set(), None
            self._note(grammar, self._topic, others=self._topic is None)
            return {}
        topic, theirs, resolved = None, False, {}
        for clause in grammar.clauses:
            subject = clause.subject
            if subject is None or subject.shared:
                continue
            low = grammar.lowers[subject.head]
            span = grammar.span(subject.head, subject.head + 1)
            if low in _GENDERS and span not in resolved and not _quoted(grammar, subject.head):
                actor = self._antecedent(grammar, subject.head, _GENDERS[low])
                if actor == self._topic and self._may_be_beside(clause, _GENDERS[low]):
                    actor = None
                ahead = self._subject_ahead(grammar, clause, _GENDERS[low])
                if ahead is not None and ahead != actor:  # either: "When he asked, Lee refused"
                    actor = ahead if actor is None else None
                named_next = self._persons.inside(grammar, subject.head + 1, clause.last)
                if actor is not None and actor not in named_next:  # not in "He met Lee"
                    if self.meant.get(span, actor) != actor:
                        self.corrected[span] = actor
                    self.meant[span] = resolved[span] = actor
            self._read_owner(grammar, subject, resolved)
            if topic is None and clause.kind == "main":
                topic = self._own(grammar, subject)
                theirs = topic is None
                topic = topic or self._beside(grammar, clause)
        self._read_objects(grammar, resolved)
        reported = topic
        topic = speaker if speaker in self._genders else topic
        named = self._persons.inside(grammar, 0, len(grammar))
        self._note(grammar, topic, others=spoken and speaker not in self._genders)
        if topic is not None or named or spoken or _is_of_somebody(grammar):
            self._topic, self._beside_topic = topic, named - {topic}
            self._subject_is_theirs = theirs and topic is not None and topic == reported
            self._rival = reported if reported != topic else self._spoken_of(grammar)
        return resolved

    def _spoken_of(self, grammar: SentenceGrammar) -> str | None:
        """The person of whom the main subject says something: "Lee said Olaf Berg was hurt"."""
        for clause in grammar.clauses:
            above = None if clause.parent is None else grammar.clauses[clause.parent]
            if clause.kind != "complement" or above is None or above.kind != "main":
                continue
            subject, said = clause.subject, above.verb
            if subject is not None:
                return None if subject.shared else self._own(grammar, subject)
            if said is None or clause.verb is None:
                return None
            between = self._persons.inside(grammar, said.last, clause.verb.first)
            return between.pop() if len(between) == 1 else None
        return None

    def _may_be_beside(self, clause: Clause, gender: Gender) -> bool:
        """Whether "he" of a passive or of a death may mean who was beside the topic.

        "The judge, Karl Lund, asked for a report on Ivo Berg. He was jailed"; "Lee shot Ivo Berg.
        He died".
        """
        suffers = clause.verb is not None and (clause.verb.passive or _suffers(clause))
        return suffers and bool(self._persons.fitting(self._beside_topic, gender))

    def _subject_ahead(
        self, grammar: SentenceGrammar, clause: Clause, gender: Gender
    ) -> str | None:
        """The subject that follows an adverbial clause: "After she was fired, Ada Moen sued"."""
        above = None if clause.parent is None else grammar.clauses[clause.parent]
        if clause.kind != "adverbial" or above is None or above.subject is None:
            return None
        if clause.subject is None or above.subject.first < clause.subject.first:
            return None
        actor = self._own(grammar, above.subject)
        return actor if actor and self._persons.fitting({actor}, gender) else None

    def _quoted_by(self, grammar: SentenceGrammar) -> tuple[Span, str | None] | None:
        """The words in marks in which a whole sentence stands, and who says them."""
        words_ = zip(grammar.starts, grammar.words, strict=True)
        first = next((start for start, word in words_ if word[0].isalnum()), None)
        if first is None:
            return None
        at = bisect_right(self._said, first, key=lambda one: one[0].start) - 1
        found = self._said[at] if at >= 0 else None
        end = grammar.ends[-1]
        return found if found is not None and end <= found[0].end + _CLOSING else None

    def _read_owner(
        self, grammar: SentenceGrammar, subject: Argument, resolved: dict[Span, str]
    ) -> None:
        """Resolve the possessive with which a subject opens: "His campaign sued the port"."""
        at = subject.first
        gender = _OWNERS.get(grammar.lowers[at])
        if gender is None or grammar.tags[at] != "PRP$" or _quoted(grammar, at):
            return
        actor = self._antecedent(grammar, at, gender)
        if actor is not None:
            span = grammar.span(at, at + 1)
            self.meant[span] = resolved[span] = actor

    def _read_objects(self, grammar: SentenceGrammar, resolved: dict[Span, str]) -> None:
        """Resolve objects: "The guard arrested him". They mean none but who owns the subject, or
        the topic of the sentence before, where nobody else can be meant.
        """
        for at, low in enumerate(grammar.lowers):
            gender = _OBJECTS.get(low)
            if gender is None or grammar.tags[at] != "PRP" or _quoted(grammar, at):
                continue
            subject = self._subject_of(grammar, at)
            actor = self._persons.owner(grammar, subject) if subject else None
            if actor is None or not self._persons.fitting({actor}, gender):
                actor = self._topic if self._is_of_topic(grammar, at, subject, gender) else None
            if actor is not None:
                span = grammar.span(at, at + 1)
                self.meant[span] = resolved[span] = actor

    def _is_of_topic(
        self, grammar: SentenceGrammar, at: int, subject: Argument | None, gender: Gender
    ) -> bool:
        """Whether an object can mean none but whom the sentence before is about."""
        actor = self._topic
        if actor is None or not self._persons.fitting({actor}, gender):
            return False
        others = self._beside_topic | self._persons.inside(grammar, 0, len(grammar))
        own = self._all_of(grammar, subject) if subject else set()
        itself = own - {self._persons.owner(grammar, subject)} if subject else own
        if actor in own or self._persons.fitting(others - itself - {actor}, gender):
            return False
        if not own and subject and grammar.lowers[subject.head] in _GENDERS:
            return False
        nouns = [one for one in range(at) if names_one_person(grammar, one)]
        return all(subject is not None and subject.first <= one < subject.last for one in nouns)

    def _all_of(self, grammar: SentenceGrammar, subject: Argument) -> set[str]:
        """The persons that are in a subject."""
        own = self._own(grammar, subject)
        return self._persons.inside(grammar, subject.first, subject.last) | (
            {own} if own else set()
        )

    def _own(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        """The person that a subject is, a pronoun resolved."""
        known = self.meant.get(grammar.span(subject.head, subject.head + 1))
        return known or self._persons.at_head(grammar, subject)

    def _subject_of(self, grammar: SentenceGrammar, at: int) -> Argument | None:
        """The subject of the last verb before a token."""
        before = [
            (one.verb.first, one.subject)
            for one in grammar.clauses
            if one.verb is not None and one.verb.first < at and one.subject is not None
        ]
        return max(before, key=itemgetter(0))[1] if before else None

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
        named = self._persons.inside(grammar, first, verb.first)
        return next(iter(named)) if len(named) == 1 else None

    def _antecedent(self, grammar: SentenceGrammar, at: int, gender: Gender) -> str | None:
        """The one person named before in the sentence, as a subject; where nobody is named there,
        the person whom the sentence before is about, or the only one of the last sentences."""
        persons, topic = self._persons, self._topic
        before = persons.fitting(persons.inside(grammar, 0, at), gender)
        place = Place(grammar, at, gender, topic, self.meant)
        again = said_again(place, persons, before)
        if again is not None or before:
            return again or in_sentence(place, persons, before)
        if has_others(grammar, persons, 0, at):
            return None  # "said the nurse left when she felt ill"
        if self._subject_is_theirs and persons.fitting(self._beside_topic, gender):
            return None  # "Lee's career began under Olaf Berg. He was …"
        meant = persons.fitting({one for one in (topic, self._rival) if one is not None}, gender)
        if meant:  # two after "Lee was hurt, said Olaf Berg", of whom neither is sure
            sure = len(meant) == 1 and (topic in meant or self._names_only(meant, gender))
            return meant.pop() if sure else None
        return self._recent.only(lambda found: persons.fitting(found, gender))

    def _names_only(self, persons: set[str], gender: Gender) -> bool:
        """Whether the sentence before names nobody else whom a pronoun can mean."""
        return self._persons.fitting(self._beside_topic, gender) <= persons

    def _note(self, grammar: SentenceGrammar, about: str | None, *, others: bool) -> None:
        """Remember the persons of a sentence and whom it is about; ``others``: whether somebody
        without a name says it."""
        count = len(grammar)
        own = {about, *(self._own(grammar, one) for one in subjects(grammar, count))}
        acting = {one for one in own if one is not None}
        named = self._persons.inside(grammar, 0, count) | acting
        others = others or has_others(grammar, self._persons, 0, count)
        self._recent.note(named, acting, others=others)


def _suffers(clause: Clause) -> bool:
    """Whether the subject dies or is hurt: "he died", not "he killed the guard"."""
    if clause.verb is None or clause.objects:
        return False
    return any(family(name) in ("death", "harm") for name in classes_of(clause.verb.lemma))


def _is_of_somebody(grammar: SentenceGrammar) -> bool:
    """Whether a sentence has a person without a name in it, whom "he" may mean: "the clerk"."""
    return any(names_one_person(grammar, at) for at in range(len(grammar)))


def _quoted(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a token is within marks that open in its sentence."""
    opened = sum(word in MARKS_OPENING[:2] for word in grammar.words[:at])
    closed = sum(word in ("”", "''") for word in grammar.words[:at])
    return opened > closed or grammar.words[:at].count('"') % 2 == 1
