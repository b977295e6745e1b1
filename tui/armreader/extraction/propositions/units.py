"""Units: one proposition for each clause that reports something, or a saying with its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.checks import reads_alone
from armreader.extraction.propositions.clause_parts import (
    has_long,
    intends,
    is_finite,
    is_so,
    lasts,
    opens_title,
    tells_apart,
    tells_outcome,
)
from armreader.extraction.propositions.conditions import has_condition
from armreader.extraction.propositions.deeds import names_deed
from armreader.extraction.propositions.labels import (
    event_label,
    quotation_label,
    sentence_label,
    statement_label,
)
from armreader.extraction.propositions.making import made
from armreader.extraction.propositions.misread_joints import opens_aside
from armreader.extraction.propositions.nominal import happenings, nominal_events
from armreader.extraction.propositions.participants import Participants
from armreader.extraction.propositions.quotations import quotation_after
from armreader.extraction.propositions.sayings import is_fact, rests_on_words, what_is_said
from armreader.extraction.propositions.sentence import Reading, Telling, read
from armreader.extraction.propositions.shape import CIRCUMSTANCE
from armreader.extraction.propositions.standing import Standing, standing_of
from armreader.extraction.propositions.toll_titles import toll_title
from armreader.extraction.propositions.trimming import LONG
from armreader.extraction.propositions.words import MARKS_OPENING, words
from armreader.records import Pronoun, Proposition, PropositionForm, Span

_HAD = frozenset(("have",))
"""The verb whose object need not have happened: "had a speech to give"."""
_SHOWN = ("event", "statement")
_IN_PASSING = ("relative", "participle")
_ROW_KINDS = ("main", "coordinated", "complement", "adverbial")
_BY_RULES = 0.2
"""How much a label loses if only the rules give it and not the parse."""
_ACTOR = 0.4
"""What a named speaker adds to the weight of what is said."""
_FRONT = 60
"""A clause of saying that is a row begins within so many characters of its sentence."""
_TWOFOLD = frozenset((",", "and", "or", "but", "”", "“"))
"""Words that make a subject found by rules unsure."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """Makes the propositions of one article's sentences."""

    participants: Participants

    def units(self, telling: Telling) -> list[Proposition]:
        """The propositions of a sentence, in the order of its clauses."""
        grammar = telling.grammar
        reading, rules = read(telling), telling.by_rules
        other = None if rules is grammar else read(replace(telling, grammar=rules))
        taken: set[int] = set()
        found = []
        for clause in grammar.clauses:
            if clause.verb is None or clause.index in taken:
                continue
            unit = self._unit(reading, clause, taken)
            unread = unit is not None and not unit.label and not opens_aside(grammar, clause)
            if unit is not None and unread and other is not None:
                unit = self._second_reading(other, clause, unit)
            if unit is not None:
                found.append(unit)
        if telling.whole and not telling.title and not any(unit.label for unit in found):
            found = self._as_written(reading, found)
        if telling.attribution is not None:
            found = self._attributed(telling, found)
        if telling.title and (toll := toll_title(grammar)) is not None:
            found = [one for one in found if one.trigger != toll.trigger]
            found = [toll, *(replace(one, label=()) for one in found)]
        dated = {unit.time for unit in found if unit.label and not unit.inherited}
        if telling.whole:
            found += [
                one
                for one in nominal_events(grammar, reading.runs, reading.telling.times)
                if one.time not in dated and one.time not in telling.hours
            ]
        return found

    def _as_written(self, reading: Reading, units: list[Proposition]) -> list[Proposition]:
        """The units, the main one with its whole sentence as label where that is short."""
        grammar = reading.telling.grammar
        clause = next((one for one in grammar.clauses if one.kind == "main"), None)
        if clause is None or clause.verb is None or clause.subject is None:
            return units
        head = grammar.span(clause.verb.head, clause.verb.head + 1)
        label = sentence_label(reading, self.participants, clause)
        return [
            replace(one, label=label) if one.trigger == head and one.form in _SHOWN else one
            for one in units
        ]

    def _as_said(self, telling: Telling, units: Sequence[Proposition]) -> Proposition | None:
        """What is said in a short sentence, whole: "“We will stay here,” Ann Lee said"."""
        saying, grammar = telling.attribution, telling.grammar
        main = next((one for one in units if one.form in ("event", "statement")), None)
        if main is None or saying is None or has_condition(grammar):
            return None
        if saying.span.end - grammar.starts[0] > LONG or saying.span.start < grammar.ends[-1]:
            return None
        runs = [(0, len(grammar))]
        return replace(main, label=(grammar.place,)) if reads_alone(grammar, runs, True) else None

    def _attributed(self, telling: Telling, units: list[Proposition]) -> list[Proposition]:
        """The units of what is said and of the saying; without a named source they are facts."""
        saying = telling.attribution
        assert saying is not None
        quoted = telling.grammar.words[:1] and telling.grammar.words[0] in MARKS_OPENING
        fact = saying.sourceless and not quoted
        plain = [one for one in units if fact and one.status == "asserted" and one.form != "state"]
        first = next((one for one in units if one.label and one not in plain), None)
        if first is None and not plain:
            first = self._as_said(telling, units)
        kept = [one if one in plain else replace(one, label=(), news=False) for one in units]
        actor = self.participants.speaker(saying)
        if first is None or (saying.pronoun and actor is None):
            return kept
        if first.label[0].start > telling.grammar.starts[0] + _FRONT:
            return kept
        if (
            telling.grammar.lowers[0] in CIRCUMSTANCE
            and first.label[0].start == (telling.grammar.starts[1])
        ):
            return kept  # "As the dam broke, Ann Lee promised to pay"
        if first.subject is not None and first.actor is not None:
            opens = telling.grammar.token_at(first.subject.start) or 0
            if telling.grammar.tags[opens] == "PRP":
                return kept  # only who speaks is named in a label
        whole = first.label[-1].end == telling.grammar.ends[-1]
        if not whole and (quoted or not saying.after_comma):
            return kept
        named = _ACTOR if actor is not None else 0.0
        own = [Pronoun(saying.head, actor, False)] if saying.pronoun and actor else []
        if first.form == "event" and first.status == "asserted" and not quoted:
            attributed = replace(
                first,
                span=Span(first.span.start, saying.span.end),
                label=(*first.label, saying.span),
                attribution=saying.span,
                pronouns=(*first.pronouns, *own),
                time=saying.time if first.time is None else first.time,
                weight=round(first.weight + named, 2),
            )
            return [attributed if one.trigger == first.trigger else one for one in kept]
        return [
            *kept,
            replace(
                first,
                span=Span(first.span.start, saying.span.end),
                trigger=saying.trigger,
                form="statement",
                status="asserted",
                said=first.status,
                label=(*first.label, saying.span),
                lemmas=(saying.lemma, *first.lemmas),
                subject=saying.speaker,
                actor=actor,
                time=saying.time,
                inherited=False,
                news=True,
                weight=round(first.weight + named, 2),
                cue=None,
            ),
        ]

    def _second_reading(self, other: Reading, clause: Clause, unit: Proposition) -> Proposition:
        """The unit as the rules read it, where they give its verb its own subject."""
        head = clause.verb.head if clause.verb else -1
        for again in other.telling.grammar.clauses:
            if again.verb is None or again.verb.head != head or again.kind not in _ROW_KINDS:
                continue
            subject = again.subject
            if subject is None or subject.shared or not again.verb.finite:
                return unit
            if subject.first > again.verb.first or any(
                other.telling.grammar.lowers[at] in _TWOFOLD
                for at in range(subject.first, again.verb.first)
            ):
                return unit
            found = self._unit(other, again, set())
            if found is not None and found.label:
                return replace(found, weight=found.weight - _BY_RULES)
        return unit

    def _unit(self, reading: Reading, clause: Clause, taken: set[int]) -> Proposition | None:
        telling, tried = reading.telling, reading.trimmer.tried
        grammar, verb = telling.grammar, clause.verb
        assert verb is not None
        ahead = telling.title and clause.kind == "infinitive" and opens_title(clause)
        if clause.kind == "infinitive" and not ahead:
            return None
        standing = standing_of(grammar, clause, telling.title)
        if _is_scheduled(reading, clause) and standing.said is None:
            standing = Standing("planned")
        passing = clause.kind in _IN_PASSING or not (
            ahead or is_finite(grammar, clause, telling.title)
        )
        passing |= _goes_on_restricting(grammar, clause)
        if tells_apart(grammar, clause) and reading.dating.of(clause, ()) is not None:
            passing = False
        said = what_is_said(grammar, clause)
        quotation = None if said else quotation_after(grammar, clause)
        form: PropositionForm = "event"
        if said or quotation:
            form = "statement"
        elif tells_outcome(grammar, clause) or _holds_event(grammar, clause):
            form = "event"
        elif not (_comes(clause) and not is_so(grammar, verb)) and (
            verb.copula
            or has_long(grammar, clause)
            or (intends(grammar, clause) and not (telling.title or telling.attribution))
            or (verb.progressive and verb.lemma in words("alluding"))
            or (
                (
                    (verb.lemma in words("state") and not names_deed(grammar, clause))
                    or (lasts(grammar, clause) and not telling.title)
                )
                and not (ahead or (grammar.chain(clause.index)[1:] and not is_so(grammar, verb)))
            )
        ):
            form = "state"
        label: list[tuple[int, int]] = []
        if passing or standing.conditional or not telling.whole:
            form = "mention"
        elif said and is_fact(reading, clause, said[0]):
            return None  # what is said is the news
        elif said and not rests_on_words(grammar, clause, standing.said):
            label = tried(lambda: statement_label(reading, self.participants, clause, said, taken))
        elif quotation:
            label = quotation_label(reading, self.participants, clause, quotation)
        elif not said:
            label = tried(lambda: event_label(reading, self.participants, clause, standing))
            form = "event" if _measures(reading, clause, label) else form
        unit = made(reading, self.participants, clause, standing, form, label)
        if not said:
            return unit
        return replace(unit, said=standing_of(grammar, said[0], telling.title).status)


def _goes_on_restricting(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause only says which is meant: "a fire that killed ten and hurt two"."""
    if clause.kind != "coordinated" or clause.parent is None or clause.subject is None:
        return False
    above = grammar.clauses[clause.parent]
    at = above.marker
    apart = not at or (grammar.lowers[at - 1] == "," and grammar.lowers[at] != "that")
    return clause.subject.shared and above.kind == "relative" and not apart


def _is_scheduled(reading: Reading, clause: Clause) -> bool:
    """Whether a clause gives the day of what is to come: "when the board meets on 16 June"."""
    grammar, verb = reading.telling.grammar, clause.verb
    if clause.kind != "adverbial" or clause.marker is None or verb is None:
        return False
    simple = not (verb.modal or verb.perfect or verb.progressive) and verb.negation is None
    ahead = simple and verb.tense == "present"
    return (
        ahead
        and grammar.lowers[clause.marker] in ("when", "before", "after")
        and reading.dating.of(clause, ()) is not None
    )


def _comes(clause: Clause) -> bool:
    """Whether somebody appears somewhere, and does not only seem so: "will appear in court"."""
    verb = clause.verb
    seems = verb is not None and verb.lemma in words("supposed")
    return seems and bool(clause.obliques) and not (clause.predicate or clause.complements)


def _holds_event(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb that says little had an event as its object: "held a vote", "made arrests"."""
    verb = clause.verb
    if verb is None or verb.tense != "past" or verb.lemma not in words("light") - _HAD:
        return False
    return any(grammar.lemma(one.head) in happenings() for one in clause.objects)


def _measures(reading: Reading, clause: Clause, label: list[tuple[int, int]]) -> bool:
    """Whether a clause gives a figure for a day: "On Monday the fund had 20 donors"."""
    past = clause.verb is not None and clause.verb.tense == "past"
    if not past or reading.dating.of(clause, ()) is None:
        return False
    tags = reading.telling.grammar.tags
    return any(tags[at] == "CD" for first, last in label for at in range(first, last))
