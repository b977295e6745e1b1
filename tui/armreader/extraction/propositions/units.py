"""Units: one proposition for each clause that tells something; a saying and what is said are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar
from armreader.extraction.propositions.checks import stands_alone
from armreader.extraction.propositions.dating import Dating
from armreader.extraction.propositions.labels import Trimmer
from armreader.extraction.propositions.nominal import nominal_events
from armreader.extraction.propositions.standing import Standing, standing_of
from armreader.extraction.propositions.words import words
from armreader.records import Proposition, PropositionForm, Span

_IN_PASSING = ("relative", "participle")
_UNSURE = 0.2
"""For a label by rules that the parse does not bear out."""
_ROW_KINDS = ("main", "coordinated", "complement", "adverbial")


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence as it stands in its article."""

    grammar: SentenceGrammar
    by_rules: SentenceGrammar
    times: Sequence[Span]
    title: bool
    lead: bool
    early: bool
    whole: bool
    """Whether it ends as a sentence does."""
    carried: Span | None
    """The time of the sentence before it in the paragraph."""


class Reporter:
    """Makes the propositions of one article's sentences."""

    def __init__(
        self,
        text: str,
        named: Mapping[int, tuple[Span, str]],
        speakers: Mapping[Span, str],
        persons: Set[str],
    ) -> None:
        self._text = text
        self._named = named
        self._speakers = speakers
        self._persons = persons

    def units(self, telling: Telling) -> list[Proposition]:
        """The propositions of a sentence, in the order of its clauses."""
        grammar = telling.grammar
        runs = _time_runs(grammar, telling.times)
        trimmer, dating = Trimmer(grammar, telling.by_rules, runs), Dating(grammar, telling.times)
        sentence = _Sentence(telling, trimmer, dating, runs)
        other = self._by_rules(telling, runs)
        taken: set[int] = set()
        found = []
        for clause in grammar.clauses:
            if clause.verb is None or clause.index in taken:
                continue
            unit = self._unit(sentence, clause, taken)
            if unit is not None and not unit.label and other is not None:
                unit = self._second_reading(other, clause, unit)
            if unit is not None:
                found.append(unit)
        dated = {unit.time for unit in found if unit.label and not unit.inherited}
        if telling.whole:
            found += [
                one for one in nominal_events(grammar, runs, telling.times) if one.time not in dated
            ]
        return found

    def _by_rules(self, telling: Telling, runs: list[tuple[int, int]]) -> _Sentence | None:
        """The sentence by rules, where it was read by its parse."""
        rules = telling.by_rules
        if telling.grammar is rules:
            return None
        told = replace(telling, grammar=rules)
        return _Sentence(told, Trimmer(rules, rules, runs), Dating(rules, telling.times), runs)

    def _second_reading(self, other: _Sentence, clause: Clause, unit: Proposition) -> Proposition:
        """The unit as the rules read it, where by them its verb has a subject of its own."""
        head = clause.verb.head if clause.verb else -1
        for again in other.telling.grammar.clauses:
            if again.verb is None or again.verb.head != head or again.kind not in _ROW_KINDS:
                continue
            subject = again.subject
            if subject is None or subject.shared or not again.verb.finite:
                return unit
            if subject.first > again.verb.first or any(
                other.telling.grammar.lowers[at] in (",", "and", "or", "but", "”", "“")
                for at in range(subject.first, again.verb.first)
            ):
                return unit
            found = self._unit(other, again, set())
            if found is not None and found.label:
                return replace(found, weight=found.weight - _UNSURE)
        return unit

    def _unit(self, sentence: _Sentence, clause: Clause, taken: set[int]) -> Proposition | None:
        grammar, telling = sentence.telling.grammar, sentence.telling
        verb = clause.verb
        assert verb is not None
        ahead = telling.title and clause.kind == "infinitive" and _opens_title(grammar, clause)
        if clause.kind == "infinitive" and not ahead:
            return None
        standing = standing_of(grammar, clause, telling.title)
        passing = clause.kind in _IN_PASSING or not (ahead or _is_finite(grammar, clause))
        said = _what_is_said(grammar, clause)
        form: PropositionForm = "event"
        if said:
            form = "statement"
        elif _tells_outcome(grammar, clause):
            form = "event"
        elif verb.copula or (
            verb.lemma in words("state") and not ahead and not grammar.chain(clause.index)[1:]
        ):
            form = "state"
        label: list[tuple[int, int]] = []
        if passing or standing.conditional or not telling.whole:
            form = "mention"
        elif said:
            label = self._statement(sentence, clause, said, standing, taken)
            if label and label[0][0] == -1:  # what is said stands as a fact of its own
                return None
        else:
            label = self._label(sentence, clause, standing)
        inner = tuple(_verb_span(grammar, one) for one in said)
        return self._made(sentence, clause, standing, form, label, inner)

    def _label(
        self, sentence: _Sentence, clause: Clause, standing: Standing
    ) -> list[tuple[int, int]]:
        """The label of an event; none where its word is another's and it is not plainly so."""
        grammar = sentence.telling.grammar
        if clause.kind == "complement" and standing.status != "asserted":
            return []
        if standing.said is not None and not self._on_nobodys_word(grammar, standing.said):
            return []
        subject = clause.subject
        if subject is None or not self._can_open(grammar, subject):
            return []
        first = _opening(grammar, subject, sentence.runs)
        if first is None or (subject.shared and not _is_joined(grammar, clause)):
            return []
        if clause.verb.lemma in words("said") and not clause.objects:  # type: ignore[union-attr]
            return []
        if subject.shared:
            run = (first, _core_run(grammar, subject)[1])
            rest = sentence.trimmer.label(clause.verb.first, clause, clause.last)  # type: ignore[union-attr]
            runs = [run, *rest] if rest else []
        else:
            if subject.first > clause.verb.first:  # type: ignore[union-attr]
                return []
            runs = sentence.trimmer.label(first, clause, clause.last)
        return self._checked(grammar, runs, subject, False)

    def _statement(
        self,
        sentence: _Sentence,
        clause: Clause,
        said: Sequence[Clause],
        standing: Standing,
        taken: set[int],
    ) -> list[tuple[int, int]]:
        """The label of a saying with what is said; ``[(-1, -1)]`` where that is the news alone."""
        grammar, verb, subject = sentence.telling.grammar, clause.verb, clause.subject
        assert verb is not None
        first = said[0]
        if self._is_fact(sentence, clause, first):
            return [(-1, -1)]
        if subject is None:
            return []
        if first.first < verb.first and first.subject is not None:  # "The dam is safe, she said"
            if not self._can_open(grammar, first.subject) or first.subject.shared:
                return []
            if grammar.tags[first.subject.head].startswith("PRP"):
                return []
            runs = sentence.trimmer.label(first.subject.first, first, min(first.last, verb.first))
            low, high = (
                min(subject.first, verb.first),
                max(_core_run(grammar, subject)[1], verb.last),
            )
            if verb.lemma in ("tell", "inform", "remind", "assure"):
                high = max([high, *(one.last for one in clause.objects)])
            if not runs or low <= runs[-1][1] - 1:
                return []
            if grammar.tags[subject.head].startswith("PRP"):
                return []
            comma = low - 1 if grammar.lowers[low - 1] in (",", "”") else low
            if grammar.lowers[low - 1] == "”" and grammar.lowers[low - 2] == ",":
                comma = low - 2
            runs = [*runs, (comma, high)]
            taken.add(first.index)
            return runs if stands_alone(grammar, runs, True) else []
        if not self._can_open(grammar, subject) or subject.shared or subject.first > verb.first:
            return []
        opening = _opening(grammar, subject, sentence.runs)
        if opening is None:
            return []
        runs = sentence.trimmer.label(opening, clause, max(clause.last, first.last))
        taken.add(first.index)
        runs = _without_words_before(grammar, runs, clause, first, sentence.runs)
        return self._checked(grammar, runs, subject, True)

    def _is_fact(self, sentence: _Sentence, saying: Clause, clause: Clause) -> bool:
        """Whether what is said is told as what happened, on the word of nobody in particular."""
        grammar, verb = sentence.telling.grammar, clause.verb
        if verb is None or clause.subject is None:
            return False
        if grammar.tags[clause.subject.head].startswith("PRP"):
            return False
        standing = standing_of(grammar, clause, sentence.telling.title)
        if standing.status != "asserted" or standing.conditional:
            return False
        if verb.copula or verb.lemma in words("state"):
            return False
        if verb.tense != "past" and not verb.perfect and not verb.progressive:
            return False
        return self._on_nobodys_word(grammar, saying.index)

    def _on_nobodys_word(self, grammar: SentenceGrammar, index: int) -> bool:
        """Whether a clause says something in the name of no party: officials, police, a report."""
        clause = grammar.clauses[index]
        verb, subject = clause.verb, clause.subject
        if verb is None or verb.negation is not None or verb.modal:
            return False
        if verb.lemma not in words("said"):
            return False
        if subject is None:
            return False
        return grammar.lemma(subject.head) in words("sourceless") or grammar.lowers[
            subject.head
        ] in words("sourceless")

    def _can_open(self, grammar: SentenceGrammar, subject: Argument) -> bool:
        tag, low = grammar.tags[subject.head], grammar.lowers[subject.head]
        if tag.startswith("PRP"):
            return (
                low in ("he", "she", "they", "it")
                and self._pronoun_actor(grammar, subject) is not None
            )
        if low in words("pointing") | words("dangling"):
            return False
        return tag.startswith(("N", "CD", "VBG", "JJ", "$"))

    def _pronoun_actor(self, grammar: SentenceGrammar, subject: Argument) -> str | None:
        span = grammar.span(subject.head, subject.head + 1)
        actor = self._speakers.get(span)
        return actor if actor in self._persons else None

    def _checked(
        self,
        grammar: SentenceGrammar,
        runs: list[tuple[int, int]],
        subject: Argument,
        spoken: bool,
    ) -> list[tuple[int, int]]:
        """The runs where they stand alone; without a pronoun at first that a name stands for."""
        if not runs:
            return []
        tested, named = runs, False
        if grammar.tags[subject.head].startswith("PRP"):
            if runs[0][0] != subject.head:
                return []
            named, (first, last) = True, runs[0]
            tested = [(first + 1, last), *runs[1:]]
        return runs if stands_alone(grammar, tested, spoken, named) else []

    def _actor(self, grammar: SentenceGrammar, subject: Argument | None) -> str | None:
        if subject is None:
            return None
        if grammar.tags[subject.head].startswith("PRP"):
            return self._pronoun_actor(grammar, subject)
        for at in range(subject.first, min(subject.last, subject.head + 1)):
            found = self._named.get(grammar.starts[at])
            if found and found[0].end >= grammar.ends[subject.head]:
                return found[1]
        return None

    def _beside(self, sentence: _Sentence, clause: Clause) -> Span | None:
        """The time of the clause that a clause is joined to, where both fall together."""
        clauses, grammar = sentence.telling.grammar.clauses, sentence.telling.grammar
        marker = "" if clause.marker is None else grammar.lowers[clause.marker]
        together = clause.kind == "coordinated" or marker in ("as", "when", "while")
        near = [clauses[clause.parent]] if clause.parent is not None and together else []
        near += [
            one for one in clauses
            if one.parent == clause.index and (one.kind == "coordinated" or (
                one.kind == "adverbial" and one.marker is not None
                and grammar.lowers[one.marker] in ("as", "when", "while")))
        ]  # fmt: skip
        for one in near:
            if one.verb is None or clause.verb is None or one.verb.tense != clause.verb.tense:
                continue
            if one.verb.lemma in words("said") and one.complements:
                continue
            found = sentence.dating.of(one, one.complements)
            if found is not None:
                return found
        return None

    def _made(
        self,
        sentence: _Sentence,
        clause: Clause,
        standing: Standing,
        form: PropositionForm,
        label: list[tuple[int, int]],
        inner: tuple[Span, ...],
    ) -> Proposition:
        telling, grammar, verb = sentence.telling, sentence.telling.grammar, clause.verb
        assert verb is not None
        brought = [
            at
            for at in clause.complements
            if grammar.clauses[at].kind in ("infinitive", "participle")
        ]
        time = sentence.dating.of(clause, brought)
        past = verb.tense == "past" and not verb.modal
        inherited = False
        if (
            time is None
            and form != "statement"
            and (past or clause.kind in ("coordinated", "adverbial"))
        ):
            if sentence.dating.any:
                time = self._beside(sentence, clause)
            elif past:
                time = telling.carried
            inherited = time is not None
        pluperfect = verb.perfect and past
        recent = past or ((verb.perfect or verb.progressive) and not verb.modal)
        fresh = telling.lead or form == "statement" or (telling.early and recent)
        actor = self._actor(grammar, clause.subject)
        named = sum(
            1 for at in range(clause.first, clause.last) if grammar.starts[at] in self._named
        )
        numbers = any(
            grammar.tags[at] == "CD" for first, last in label for at in range(first, last)
        )
        weight = 0.4 * (actor is not None) + 0.1 * min(named, 3) + 0.2 * numbers
        weight += 0.5 * telling.title + 0.3 * telling.lead
        weight -= 0.8 * (form == "state") + 0.5 * (standing.status in ("planned", "hypothetical"))
        lasting = verb.tense == "present" and not (verb.perfect or verb.progressive or verb.modal)
        weight -= 0.5 * (
            lasting
            and not telling.title
            and form != "statement"
            and not _tells_outcome(grammar, clause)
        )
        weight -= 0.3 * (not clause.sure and not telling.title)
        weight -= 0.3 * any(first == clause.verb.first for first, _ in label[1:2])  # type: ignore[union-attr]
        return Proposition(
            span=clause.span,
            trigger=_verb_span(grammar, clause),
            form=form,
            status=standing.status,
            label=tuple(grammar.span(first, last) for first, last in label),
            lemmas=tuple(grammar.lemma(at) for at in grammar.chain(clause.index)) or (verb.lemma,),
            subject=None
            if clause.subject is None
            else grammar.span(*_core_run(grammar, clause.subject)),
            actor=actor,
            time=time,
            inherited=inherited,
            news=fresh
            and not pluperfect
            and (
                not sentence.dating.any
                or form == "statement"
                or (telling.lead and clause.kind in ("main", "coordinated"))
            ),
            weight=round(weight, 2),
            inner=inner,
            cue=None if standing.cue is None else grammar.span(standing.cue, standing.cue + 1),
        )


@dataclass(frozen=True, slots=True)
class _Sentence:
    telling: Telling
    trimmer: Trimmer
    dating: Dating
    runs: list[tuple[int, int]]
    """The tokens of its times."""


def _verb_span(grammar: SentenceGrammar, clause: Clause) -> Span:
    assert clause.verb is not None
    return grammar.span(clause.verb.head, clause.verb.head + 1)


def _what_is_said(grammar: SentenceGrammar, clause: Clause) -> list[Clause]:
    """The finite clauses that a verb of saying or thinking governs."""
    verb = clause.verb
    assert verb is not None
    if verb.lemma not in words("said") | words("supposed") | words("denied"):
        return []
    found = [
        one
        for one in grammar.clauses
        if one.kind == "complement" and one.parent == clause.index and one.governor == verb.head
        and one.verb is not None and one.verb.finite
    ]  # fmt: skip
    if found or verb.lemma not in words("said") | words("supposed"):
        return found
    return [  # "said after the vote that he was glad"
        one
        for one in grammar.clauses
        if one.kind == "relative" and one.parent == clause.index and one.first > verb.head
        and one.marker is not None and grammar.lowers[one.marker] == "that"
        and one.subject is not None and not one.subject.shared and one.subject.head > one.marker
    ][:1]  # fmt: skip


def _opens_title(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether an infinitive is the verb of a headline: "Ruritania to leave pact"."""
    if clause.verb is None or (clause.first == 0 and clause.subject is None):
        return False
    subject = clause.subject
    return (
        subject is not None
        and subject.last <= clause.verb.first
        and clause.governor != subject.head
    )


def _core_run(grammar: SentenceGrammar, argument: Argument) -> tuple[int, int]:
    """The run of a phrase with its of-phrases, without relatives and appositions."""
    last = argument.last
    for at in range(argument.head + 1, argument.last):
        if grammar.lowers[at] in (",", "--", "—", "–", "(", "who", "which", "that"):
            last = at
            break
    return argument.first, max(last, argument.head + 1)


def _tells_outcome(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a copula gives what came about: "is missing", "were dead"."""
    predicate = clause.predicate
    if clause.verb is None or not clause.verb.copula or predicate is None:
        return False
    return any(
        grammar.lowers[at] in words("outcome") for at in range(predicate.first, predicate.last)
    )


def _is_finite(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb is finite; a past form beside its own subject is, whatever its tag."""
    verb, subject = clause.verb, clause.subject
    if verb is None or verb.finite:
        return verb is not None
    return (
        clause.kind in ("main", "coordinated")
        and grammar.tags[verb.head] == "VBN"
        and verb.last - verb.first == 1
        and subject is not None
        and not subject.shared
        and not any(
            one.verb is not None and one.verb.finite and one.verb.head > verb.head
            and one.kind in ("main", "complement", "coordinated") and one.subject is None
            for one in grammar.clauses
        )
    )  # fmt: skip


_INSIDE = frozenset(
    (
        "JJ",
        "JJR",
        "JJS",
        "VBG",
        "VBN",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "DT",
        "CD",
        "PRP$",
        "POS",
        "$",
        "HYPH",
        "PDT",
    )
)
"""Tags of what stands inside a noun phrase before its head."""


def _opening(
    grammar: SentenceGrammar, subject: Argument, times: Sequence[tuple[int, int]]
) -> int | None:
    """The token with which a subject opens a label; None where it is part of something larger."""
    first = subject.first
    for at in range(subject.first, subject.head):  # a dateline, a time, "in turn,"
        if grammar.lowers[at] in ("--", "—", "–"):
            first = at + 1
        ended = next((last for begun, last in times if begun <= first + 1 and first < last), None)
        if ended is not None and ended < subject.head and grammar.lowers[ended] == ",":
            first = ended + 1
    if grammar.lowers[first] in ("that", "this") and grammar.lowers[first + 1 : first + 2] == [","]:
        first += 2
    if first > subject.head and grammar.tags[first][:2] not in ("NN", "DT", "JJ"):
        return None
    if any(begun <= subject.head < last for begun, last in times) and first <= subject.head:
        return None
    verbs = {
        at
        for one in grammar.clauses
        if one.verb is not None
        for at in range(one.verb.first, one.verb.last)
    }
    timed = {at for begun, last in times for at in range(begun, last)}
    while first > 0 and grammar.tags[first - 1] in _INSIDE:
        if (
            first - 1 in verbs
            or first - 1 in timed
            or grammar.lowers[first - 1] in words("condition")
        ):
            break
        first -= 1
    if (
        first > 1
        and grammar.tags[first - 1] in ("IN", "TO")
        and grammar.tags[subject.head] != "PRP"
    ):
        if grammar.lowers[first - 1] not in _CLAUSE_OPENERS:
            return None
    if grammar.lowers[subject.last - 1] in ("'s", "'"):
        return None
    return first


_CLAUSE_OPENERS = frozenset(
    (
        "that",
        "as",
        "after",
        "because",
        "while",
        "when",
        "although",
        "though",
        "since",
        "if",
        "whether",
        "so",
    )
)


def _is_joined(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause shares its subject by "and" or "but": "X rose and fell"."""
    if clause.kind != "coordinated" or clause.verb is None:
        return False
    before = range(max(clause.first - 1, 0), clause.verb.first)
    return any(grammar.tags[at] == "CC" for at in before)


def _without_words_before(
    grammar: SentenceGrammar,
    runs: list[tuple[int, int]],
    clause: Clause,
    said: Clause,
    times: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """The runs without what stands between "said" and what is said: "on Monday", "in a note"."""
    if not runs or clause.verb is None:
        return runs
    first, last = runs[-1]
    after, begins = clause.verb.last, said.first
    if not first <= after < begins < last:
        return runs
    timed = {at for begun, end in times for at in range(begun, end)}
    marked = said.marker is not None and grammar.lowers[said.marker] == "that"
    only_time = all(at in timed or grammar.tags[at] == "IN" for at in range(after, begins))
    if any(after <= one.first < begins for one in clause.objects) and not only_time:
        return runs
    if not marked and not only_time:
        return runs
    return [*runs[:-1], (first, after), (begins, last)]


def _time_runs(grammar: SentenceGrammar, times: Sequence[Span]) -> list[tuple[int, int]]:
    runs = []
    for time in times:
        first = grammar.token_at(time.start)
        last = grammar.token_at(time.end - 1)
        runs.append((first or 0, (last or first or 0) + 1))
    return runs
