"""Antecedents: which of those named or quoted before a pronoun it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.agreement import fit_of, fit_of_several
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.clauses import names_person
from armreader.extraction.quotes.grammar import word_class
from armreader.extraction.quotes.named import Named, is_subject, shown_genders
from armreader.records import Actor, Gender, Span

_WINDOW = 40
"""How many names back a pronoun may reach."""
_SUBJECT_REACH = 60
"""Letters from the start of a sentence within which a name is likely its subject."""
_LAST_SPOKEN = 8
"""How many speakers back it may reach."""
_DESCRIBED = 3
"""How many sentences back it may reach for somebody who has no name: "a cook from Oslo"."""
_LONGEST_ROLE = 3
_ASKING = frozenset(("ask", "asks", "asked", "pressed", "questioned", "interviewed"))
_OPENING = frozenset(("after", "as", "before", "since", "than", "until"))
"""Prepositions that also open a clause: "After Falk left, he …"."""
_AGAIN = 2.0
"""How much likelier who spoke last is meant by a pronoun that goes on speaking: "he added"."""
_SPOKEN_ABOUT, _HEARS = 1.0, 2.0
"""How much less likely who is named in the words said, and who is told them, has said them."""
_ARTICLES = frozenset(("a", "an", "the"))
_LONGEST_WORD = 24
_INTRODUCED = 1.25
"""How far somebody stands out who is described for the first time, wherever in a sentence."""
_ASIDE = frozenset(",\"”’'")
_HEARER = 3
"""Tokens after a pronoun within which a name is the hearer of its verb: "he told Lund"."""


class Antecedents:
    """The places of one article where somebody is named, and who has spoken so far."""

    def __init__(
        self,
        text: str,
        named: Sequence[Named],
        sentences: Sequence[Blanked],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._descriptions: dict[tuple[int, Gender], Named | None] = {}
        self._grammar = sentences[0].grammar if sentences else None
        self._named = named
        self._starts = [one.start for one in named]
        self._sentence_starts = [sentence.starts[0] for sentence in sentences]
        self._runs = sorted(
            (run.start, run.end) for sentence in sentences for run in sentence.runs.values()
        )
        self._spoken: list[Named] = []
        self._subjects: dict[int, Actor | None] = {}
        """Which person is named as the subject of a sentence, by its number."""
        self._genders = shown_genders(sentences, named)
        """What pronouns have shown of those whose names do not show it."""

    def note_speaker(self, span: Span, actor: Actor, *, several: bool = False) -> None:
        """Remember who spoke here, because a later pronoun may mean them."""
        self._spoken.append(Named(*span, actor, True, several))

    def find(
        self,
        at: int,
        gender: Gender,
        describe: Callable[[Blanked, Gender], Named | None],
        *,
        again: bool = False,
    ) -> Named | None:
        """Who was named or spoke before a place, by nearness, place in the sentence and fit.

        ``describe`` gives whom or what a sentence is about, if it has no name of its own and a
        pronoun of a gender may mean it; ``again`` that who spoke last is likely meant.
        """
        here = bisect_right(self._sentence_starts, at)
        best: tuple[float, int] | None = None
        found: Named | None = None
        opened: set[int] = set()
        others = self._not_meant(at, here - 1)
        again = again and self._goes_on(here - 1, gender)
        for named in (*self._before(at), *self._described(at, here, gender, describe)):
            known = self._genders.get(named.actor.id, named.actor.gender)
            fit = fit_of_several(gender) if named.several else fit_of(named.actor, gender, known)
            if fit is None:
                continue
            number = bisect_right(self._sentence_starts, named.start)
            first = number not in opened
            if not (self._owns(named) or self._describes(named)):
                opened.add(number)
            score = fit - (here - number) + self._weight(named, number - 1, gender, first=first)
            if here - number == 1 and known == gender and self._is_introduced(named):
                score = max(score, fit - 1 + _INTRODUCED)
            score -= others.get(named.actor.id, 0.0)
            last = again and bool(self._spoken) and named is self._spoken[-1]
            if last and named.actor.kind == "person":
                score += _AGAIN
            if gender == "plural" and score < 0.0:
                continue
            if best is None or (score, named.start) > best:
                best, found = (score, named.start), named
        if found is not None and found.described is None and found.actor.gender == "unknown":
            self._genders.setdefault(found.actor.id, gender)
        return found

    def _goes_on(self, number: int, gender: Gender) -> bool:
        """Whether nobody whom a pronoun fits is named between the last speaker and its sentence."""
        if not self._spoken:
            return False
        last = self._spoken[-1]
        low = bisect_left(self._starts, last.end)
        high = bisect_left(self._starts, self._sentence_starts[number])
        return not any(
            one.actor is not last.actor
            and not self._in_run(one)
            and fit_of(one.actor, gender, self._genders.get(one.actor.id, one.actor.gender))
            is not None
            for one in self._named[low:high]
        )

    def _before(self, at: int) -> Iterator[Named]:
        stop = bisect_left(self._starts, at)
        yield from (
            named for named in self._named[max(0, stop - _WINDOW) : stop] if not self._in_run(named)
        )
        yield from self._spoken[-_LAST_SPOKEN:]

    def _described(
        self,
        at: int,
        here: int,
        gender: Gender,
        describe: Callable[[Blanked, Gender], Named | None],
    ) -> Iterator[Named]:
        """Those without a name whom the sentences up to a place are about."""
        for number in range(max(0, here - 1 - _DESCRIBED), here):
            if (number, gender) not in self._descriptions:
                self._descriptions[number, gender] = describe(self._sentences[number], gender)
            named = self._descriptions[number, gender]
            if number == here - 1 and gender in ("plural", "neuter") and self._is_aside(at):
                # "Women decide, they said": they are those who say so.
                continue
            if named is not None and named.start < at:
                yield named

    def _is_aside(self, at: int) -> bool:
        """Whether a comma or words in marks come right before a place."""
        return self._text[max(0, at - 2) : at].rstrip()[-1:] in _ASIDE

    def _not_meant(self, at: int, number: int) -> dict[str, float]:
        """Whom a pronoun is unlikely to mean, by how much: who hears it, who is spoken about."""
        sentence = self._sentences[number]
        low = bisect_left(self._starts, sentence.starts[0])
        high = bisect_left(self._starts, sentence.ends[-1])
        place = bisect_left(sentence.starts, at)
        hears = sentence.ends[min(place + _HEARER, len(sentence) - 1)]
        others: dict[str, float] = {}
        for named in self._named[low:high]:
            if self._in_run(named):
                others.setdefault(named.actor.id, _SPOKEN_ABOUT)
            elif at < named.start < hears:
                others[named.actor.id] = _HEARS
        return others

    def _in_run(self, named: Named) -> bool:
        at = bisect_right(self._runs, (named.start, named.start)) - 1
        return at >= 0 and self._runs[at][0] <= named.start < self._runs[at][1]

    def _is_subject(self, named: Named) -> bool:
        return self._grammar is not None and is_subject(self._grammar, named)

    def _owns(self, named: Named) -> bool:
        """Whether a name only says who something belongs to: "Falk's colleague"."""
        return self._text[named.end : named.end + 2] in ("'s", "’s")

    def _describes(self, named: Named) -> bool:
        """Whether a name only tells the person named after it: "Falk spokesman Karl Berg"."""
        after = bisect_left(self._starts, named.end)
        if after == len(self._named):
            return False
        between = self._text[named.end : self._named[after].start].split()
        noun = between[-1:] and all(word.islower() for word in between)
        return bool(noun) and len(between) <= _LONGEST_ROLE and names_person(between[-1])

    def _asked(self, named: Named, number: int) -> bool:
        """Whether a question was put to who is named here: "The paper asked Falk whether"."""
        sentence = self._sentences[number]
        at = bisect_left(sentence.starts, named.start)
        while at and sentence.words[at - 1][0].isupper():
            at -= 1
        verb = at - 1
        main = verb > 0 and FINITE.isdisjoint(sentence.tags[:verb])
        return main and sentence.lowers[verb] in _ASKING

    def _is_spoken_for(self, named: Named) -> bool:
        """Whether a name is only part of another speaker's: "a spokesman for Falk said"."""
        return any(
            one.start < named.start < one.end and one.actor is not named.actor
            for one in self._spoken[-_LAST_SPOKEN:]
        )

    def _is_governed(self, named: Named, number: int) -> bool:
        """Whether a person is only named after a preposition: "Running against Falk, he …".

        Not where that makes the person the topic: "As for Falk, he …".
        """
        if number < 0 or named.actor.kind != "person":
            return False
        sentence = self._sentences[number]
        at = bisect_left(sentence.starts, named.start)
        before = sentence.lowers[at - 1] if at else ""
        topic = before == "for" and (at == 1 or sentence.lowers[at - 2] == "as")
        return word_class(before) == "preposition" and before not in _OPENING and not topic

    def _weight(self, named: Named, number: int, gender: Gender, *, first: bool) -> float:
        """How far a mention stands out: a speaker, a subject, not a mere possessor."""
        if named.speaks:
            return 2.0
        text = self._text
        if self._owns(named) or self._describes(named):
            return -0.5
        if number >= 0 and self._asked(named, number):
            return 3.5
        if self._is_spoken_for(named):
            return -1.5
        if named.actor.kind == "person" and text[named.start - 4 : named.start].lower() == "the ":
            # "The Falk campaign" is about others.
            return -2.0
        starts = self._sentence_starts[number] if number >= 0 else 0
        if named.described or self._is_subject(named):
            return 1.5
        if named.start - starts >= _SUBJECT_REACH or self._is_governed(named, number):
            return 0.0
        # "Falk agreed with Brandt": the first whom the pronoun fits is likelier the subject.
        return 1.5 if first and not self._may_mean_subject(number, gender) else 0.0

    def _is_introduced(self, named: Named) -> bool:
        """Whether a person is named and described for the first time: "Karl Berg, a baker"."""
        spellings = named.actor.spellings if named.actor.kind == "person" else ()
        if not spellings or spellings[0].span.start != named.start:
            return False
        if self._text[named.end : named.end + 2] != ", ":
            return False
        word = self._text[named.end + 2 : named.end + _LONGEST_WORD].split(" ")[0]
        return word in _ARTICLES or names_person(word)

    def _may_mean_subject(self, number: int, gender: Gender) -> bool:
        """Whether another who is the subject is as fit: "Asked about Falk, Lund laughed"."""
        if number not in self._subjects:
            sentence = self._sentences[number]
            low = bisect_left(self._starts, sentence.starts[0])
            high = bisect_left(self._starts, sentence.ends[-1])
            people = (one for one in self._named[low:high] if one.actor.kind == "person")
            subjects = (one for one in people if self._is_subject(one) and not self._in_run(one))
            found = next(subjects, None)
            self._subjects[number] = found.actor if found else None
        actor = self._subjects[number]
        known = self._genders.get(actor.id, actor.gender) if actor else "unknown"
        return actor is not None and fit_of(actor, gender, known) is not None
