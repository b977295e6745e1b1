"""The shape of a clause: where its necessary part ends, and where a label of it may end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.added_tolls import added_tolls
from armreader.extraction.propositions.parted_lists import opens_second
from armreader.extraction.propositions.placed_times import PlacedTimes
from armreader.extraction.propositions.words import words

MARKS = frozenset((",", ";", ":", "—", "–", "-", "--", "_", "(", "...", "…", "/", "|"))
DASHES = frozenset(("--", "—", "–"))
_BREAKS = frozenset((";", "—", "–", "--", "_", "(", "…", "|"))
_LOOSE = frozenset(("IN", "WDT", "WP", "WRB", "CC", "VBG"))
"""Tags of what a comma sets apart from the clause before it."""
_BOUND = frozenset(("of", "than", "that", "per"))
"""Words that go with what is before them: "9,000 barrels | per day"."""
APART = frozenset(("which", "who", "where", "with", "including", "despite", "following", "after",
                    "as", "while", "amid", "according"))  # fmt: skip
CIRCUMSTANCE = frozenset(
    ("after", "before", "as", "while", "because", "since", "although", "when", "amid", "despite",
     "following", "during")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a label may end, and how much is lost there: 0 is nothing."""

    at: int
    level: int
    ends: bool = False
    """Whether another sentence begins there, so that no label goes past it."""


class Shape:
    """Knows the clauses of a sentence, by parse and by rules, and where its times are."""

    def __init__(
        self, grammar: SentenceGrammar, by_rules: SentenceGrammar, times: Sequence[tuple[int, int]]
    ) -> None:
        self._grammar = grammar
        self._by_rules = by_rules
        self._placed = PlacedTimes(grammar, times)

    def core(self, clause: Clause, seen: set[int], stop: int) -> int:
        """Where the necessary part of a clause ends: verb, objects, what its verb requires."""
        grammar, verb = self._grammar, clause.verb
        if verb is None or clause.index in seen:
            return clause.last
        seen.add(clause.index)
        end = verb.last
        if verb.particle is not None:
            end = max(end, verb.particle + 1)
        subject = clause.subject
        if subject is not None and not subject.shared and subject.first > verb.head:
            end = max(end, subject.last)
        for argument in clause.objects:
            if argument.first < stop:
                end = max(end, self._argument_end(argument.first, argument.last))
        if clause.predicate is not None and clause.predicate.first < stop:
            end = max(end, self._argument_end(clause.predicate.first, clause.predicate.last))
        needs = verb.lemma in words("incomplete", "planned", "happening")
        speaks = verb.lemma in words("said", "supposed", "denied")
        for child in grammar.clauses:
            if child.parent != clause.index or not verb.last <= child.first < stop:
                continue
            if child.kind == "complement":
                needed = speaks
            else:
                needed = child.kind in ("infinitive", "participle") and (
                    (needs and child.first <= end + 2)
                    or (child.kind == "infinitive" and child.first == end and verb.copula)
                )
                needed = needed and (child.governor == verb.head or child.first <= end + 1)
            if needed:
                end = max(end, self.core(child, seen, stop))
        near = [
            one
            for one in clause.obliques
            if end < one.first <= end + 2
            and one.first < stop
            and not self._placed.begins_in(one.first, one.last)
        ]
        if near:
            bare = end <= verb.last + 1 and not clause.objects and not verb.passive
            if bare or verb.lemma in words("incomplete", "state"):
                end = max(end, self._argument_end(near[0].first, near[0].last))
        return min(end, max(stop, verb.last))

    def _argument_end(self, first: int, last: int) -> int:
        """The end of an argument without a relative or other clause in it, but with of-phrases."""
        grammar, tags = self._grammar, self._grammar.tags
        for clause in grammar.clauses:
            if first < clause.first < last and clause.kind in ("relative", "participle"):
                last = min(last, clause.first)
        at = first + 1
        while at < last:
            if self._placed.begins_in(at, at + 1) or _describes(grammar, at):
                last = at
                break
            apart = grammar.lowers[at] == "," and not self._listed(at, last)
            apart = apart or (grammar.lowers[at] == "-" and grammar.tags[at] == ":")
            if apart or opens_second(grammar, at):
                last = at
                break
            if tags[at] == "IN" and grammar.lowers[at] != "of" and at > first + 1:
                last = at
                break
            at += 1
        while last > first + 1 and (grammar.lowers[last - 1] in MARKS or tags[last - 1] == "IN"):
            last -= 1
        return max(last, first + 1)

    def _is_content(self, clause: Clause) -> bool:
        """Whether a clause says what its noun is about: "word that the king had left"."""
        subject, marker = clause.subject, clause.marker
        return (
            marker is not None
            and self._grammar.lowers[marker] == "that"
            and subject is not None
            and not subject.shared
            and subject.head > marker
        )

    def _listed(self, comma: int, last: int) -> bool:
        """Whether a comma is between the members of a list, or in a number or name.

        What describes the name before it is none, nor what is the same in another measure: "Berg
        Marine, a yard of Ardal and Elsby", "$20, or 18 crowns".
        """
        grammar = self._grammar
        after = grammar.lowers[comma + 1 : comma + 2]
        if grammar.tags[comma - 1].startswith("NNP") and after in (["a"], ["an"]):
            return False
        if after == ["or"] and grammar.tags[comma + 2 : comma + 3] in (["CD"], ["$"], ["RB"]):
            return False
        return any(
            grammar.lowers[at] in ("and", "or", "&")
            for at in range(comma + 1, min(last, comma + 9))
        )

    def _marker(self, clause: Clause) -> str:
        return "" if clause.marker is None else self._grammar.lowers[clause.marker]

    def _is_within_list(self, at: int, stop: int) -> bool:
        """Whether a bracket is after a thing of a list, "Lee | (Vt.), guards and clerks", or only
        gives a figure in another unit: "four yards | (3.7 m) of rope".
        """
        lowers, tags = self._grammar.lowers, self._grammar.tags
        if lowers[at] != "(":
            return False
        after = next((end + 1 for end in range(at, stop) if lowers[end] == ")"), stop)
        if tags[at + 1 : at + 2] == ["CD"] and tags[after : after + 1] in (["IN"], ["TO"]):
            return True
        return lowers[after : after + 1] == [","] and self._listed(after, stop)

    def opens_phrase(self, at: int) -> bool:
        """Whether a preposition opens a phrase, and no clause."""
        opens = self._grammar.lowers[at] in CIRCUMSTANCE and not self._is_office(at)
        return self._grammar.tags[at] == "IN" and not opens

    def _is_office(self, at: int) -> bool:
        """Whether "as" says what somebody is, and opens no clause: "served | as mayor of Ardal"."""
        clauses = (*self._grammar.clauses, *self._by_rules.clauses)
        return self._grammar.lowers[at] == "as" and all(
            at not in (one.marker, one.first) for one in clauses
        )

    # The places where a label may end, in the order in which they are tried.
    def cuts(self, clause: Clause, core: int, stop: int) -> list[Cut]:  # noqa: C901, PLR0915
        """The places beyond the core where a label may end."""
        grammar, tolls = self._grammar, added_tolls(self._grammar, clause)
        cuts = []
        for other in self._by_rules.clauses:
            if core <= other.first < stop and other.kind in ("coordinated", "main"):
                at = other.first
                while at > core and grammar.tags[at - 1] in ("CC", ","):
                    at -= 1
                if at < other.first or grammar.tags[at] == "CC":
                    cuts.append(Cut(at, 0, ends=True))
        for other in grammar.clauses:
            if other.index == clause.index or not core <= other.first < stop:
                continue
            comma = _is_set_off(grammar, other.first)
            being = other.kind == "participle" and grammar.lowers[other.first] == "being"
            if self._marker(other) in words("condition") or (being and not comma):
                continue
            match other.kind:
                case "relative" if not self._is_content(other):
                    cuts.append(Cut(other.first, 0 if comma else 2))
                case "participle":
                    result = comma and self._marker(clause) == "since"  # of the clause above it
                    worth = 0 if comma and other.first not in tolls else 3
                    cuts.append(Cut(other.first, worth, ends=result))
                case "adverbial":
                    beside = self._marker(other) == "while" and _own_subject(other)
                    cuts.append(Cut(other.first, 0 if comma or beside else 1))
                case "coordinated" | "main" | "fragment":
                    at = other.first
                    while at > core and (
                        grammar.tags[at - 1] == "CC" or grammar.lowers[at - 1] in MARKS
                    ):
                        at -= 1
                    if other.first in tolls:
                        cuts.append(Cut(at, 3))
                    elif at < other.first or grammar.tags[at] == "CC":
                        cuts.append(Cut(at, 0, ends=True))
                case "infinitive":
                    cuts.append(Cut(other.first, 0 if comma else 3))
        for at in range(core, stop):
            low, tag = grammar.lowers[at], grammar.tags[at]
            before = grammar.lowers[at - 1]
            if _describes(grammar, at):
                cuts.append(Cut(at, 3))
            end = self._placed.end_of(at)
            within = grammar.tags[at - 1] in ("IN", "DT", "PRP$")  # "older than the | 1950 model"
            if end and not within and not self._placed.day_parts_phrase(at, end):
                cuts.append(Cut(at, 1))
            if tag == "CC" and opens_second(grammar, at):
                cuts.append(Cut(at, 0, ends=True))
            elif tag == "CC" and before == "," and grammar.lowers[at + 1] in CIRCUMSTANCE:
                cuts.append(Cut(at, 0, ends=True))  # "lost, but | when it counted Lee scored"
            elif tag == "CC" and grammar.lowers[at + 1] == "that" and grammar.tags[at + 1] == "IN":
                cuts.append(Cut(at, 2))  # "said the dam held | and that all were safe"
            elif low == "and" and grammar.tags[at + 1 : at + 2] == ["CD"]:
                cuts.append(Cut(at, 4))  # "to seven years | and three months"
            if (low in _BREAKS or (low, tag) == ("-", ":")) and not self._is_within_list(at, stop):
                cuts.append(Cut(at, 0, ends=low in (";", "|")))
            elif low == "," and at + 1 < stop:
                after, kind = grammar.lowers[at + 1], grammar.tags[at + 1]
                if after in APART or kind in _LOOSE:
                    cuts.append(Cut(at, 3 if at + 1 in tolls else 0))
                elif kind == "RB" or not self._listed(at, stop):
                    cuts.append(Cut(at, 1))
            elif tag in ("IN", "TO") and low not in _BOUND and before not in MARKS:
                end = self._placed.end_of(at + 1)
                if end and self._placed.day_parts_phrase(at + 1, end):
                    continue
                if self._placed.follows(at) or (low in CIRCUMSTANCE and not self._is_office(at)):
                    cuts.append(Cut(at, 1))
                elif tag == "IN":
                    cuts.append(Cut(at, 4))
        return [
            cut
            for cut in cuts
            if (
                cut.at == 0
                or grammar.starts[cut.at] > grammar.ends[cut.at - 1]
                or grammar.words[cut.at][0] in ",;—–…("
            )
            and not _parts_number(grammar, cut.at)
        ]


def _describes(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a word opens what a noun does: "a boat | carrying oil", not "for the time being"."""
    going = grammar.tags[at] == "VBG" and grammar.tags[at - 1].startswith("N")
    return going and grammar.lowers[at] != "being"


def _parts_number(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a comma is inside a number: "31|, 000 people"."""
    after = grammar.words[at + 1 : at + 2]
    thousands = bool(after) and len(after[0]) == len("000") and after[0].isdecimal()
    return grammar.lowers[at] == "," and thousands and grammar.words[at - 1].isdecimal()


def _is_set_off(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a mark comes before a clause or opens it: "called it “vain,” | saying so"."""
    before = first - 1
    while before > 0 and grammar.tags[before] == "''":
        before -= 1
    return grammar.lowers[first] in MARKS or (first > 0 and grammar.lowers[before] in MARKS)


def _own_subject(clause: Clause) -> bool:
    """Whether a clause has a subject that no other has: "while | the crew slept"."""
    return clause.subject is not None and not clause.subject.shared
