"""Parts of a clause that propositions need: its verb, its subject, whether it is finite."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE, Argument, Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.shared_passives import shared_auxiliaries
from armreader.extraction.propositions.words import words
from armreader.records import Span

_LISTED = frozenset((",", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT", "HYPH"))
"""Tags of the members of a list."""
_ONE = frozenset(("a", "an", "the"))


def verb_span(grammar: SentenceGrammar, clause: Clause) -> Span:
    assert clause.verb is not None
    return grammar.span(clause.verb.head, clause.verb.head + 1)


def opens_title(clause: Clause) -> bool:
    """Whether an infinitive is the verb of a headline: "Ruritania to leave pact"."""
    if clause.verb is None or (clause.first == 0 and clause.subject is None):
        return False
    subject = clause.subject
    return (
        subject is not None
        and subject.last <= clause.verb.first
        and clause.governor != subject.head
    )


def core_run(grammar: SentenceGrammar, argument: Argument) -> tuple[int, int]:
    """The run of a phrase with its of-phrases, without relatives and appositions.

    A list is whole: "Bakers, sailors and clerks".
    """
    last = argument.last
    ahead = range(argument.head + 1, argument.last)
    verb = next((at for at in ahead if grammar.tags[at] in FINITE), argument.last)
    for at in ahead:
        if grammar.lowers[at] == "," and _is_in_list(grammar, at, verb):
            continue
        if at == verb or grammar.lowers[at] in (",", "--", "—", "–", "(", "who", "which", "that"):
            last = at
            break
    last = max(last, argument.head + 1)
    while last < len(grammar) and _one_name(grammar, last):
        last += 1  # "Ardal Police Chief Ann | Lee", where the parse takes the first word alone
    return argument.first, last


def _is_in_list(grammar: SentenceGrammar, comma: int, last: int) -> bool:
    """Whether a comma is between the first of several and the others, the last after an "and"."""
    joined = next((at for at in range(comma, last) if grammar.tags[at] == "CC"), None)
    closed = grammar.lowers[last : last + 1] == [","]
    plural = grammar.tags[comma + 1] in ("NNS", "NNPS") or grammar.tags[comma - 1] == "NNS"
    return joined is not None and plural and not closed and {*grammar.tags[comma:joined]} <= _LISTED


def _one_name(grammar: SentenceGrammar, token: int) -> bool:
    """Whether a token continues the name before it."""
    return grammar.tags[token] == grammar.tags[token - 1] == "NNP"


def tells_outcome(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a copula states an outcome: "is missing", "were dead"."""
    predicate = clause.predicate
    if clause.verb is None or not clause.verb.copula or predicate is None:
        return False
    return any(
        grammar.lowers[at] in words("outcome") for at in range(predicate.first, predicate.last)
    )


def is_so(grammar: SentenceGrammar, verb: VerbGroup) -> bool:
    """Whether a verb only says how something is: "remained closed", "appeared stable"."""
    if verb.lemma not in ("remain", "stay", "appear", "seem", "look"):
        return False
    after = grammar.tags[verb.last : verb.last + 2]
    return after[:1] in (["JJ"], ["VBN"]) or after in (["RB", "JJ"], ["RB", "VBN"])


def lasts(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says what is always or often done: "is led by the king", "often leave"."""
    verb = clause.verb
    if verb is None:
        return False
    simple = not (verb.perfect or verb.progressive or verb.modal)
    if verb.passive and verb.tense == "present" and simple:
        return True
    beside = grammar.lowers[max(verb.first - 2, 0) : verb.head]
    return not words("habit").isdisjoint(beside)


def intends(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause only says what somebody wanted to do: "looked to win the north"."""
    verb = clause.verb
    if verb is None or verb.passive or verb.modal or verb.lemma not in words("intending"):
        return False
    return grammar.tags[verb.last : verb.last + 1] == ["TO"]


def is_finite(grammar: SentenceGrammar, clause: Clause, title: bool) -> bool:
    """Whether a verb is finite; a past form next to its own subject may be, whatever its tag.

    In a title it is ("Three killed in blast"), elsewhere with an object ("They held the town"):
    without one it describes its noun in a caption ("Letter obtained by the paper").
    """
    verb, subject = clause.verb, clause.subject
    if verb is None or verb.finite:
        return verb is not None
    if is_joined(grammar, clause) and shared_auxiliaries(grammar, clause) is not None:
        return True  # "was fined and ordered to pay"
    if is_joined(grammar, clause) and clause.objects and clause.parent is not None:
        before = grammar.clauses[clause.parent].verb  # "The army held the town and kept the port"
        return before is not None and grammar.tags[before.head] == "VBD" and not before.passive
    return (
        clause.kind in ("main", "coordinated")
        and grammar.tags[verb.head] == "VBN"
        and verb.last - verb.first == 1
        and (title or bool(clause.objects))
        and subject is not None
        and not subject.shared
        and not any(
            one.verb is not None and one.verb.finite and one.index != clause.index
            and one.kind in ("main", "complement", "coordinated")
            for one in grammar.clauses
        )
    )  # fmt: skip


_PAST = ("VBD", "VBN")
"""Tags of the last verb of a list of what was done."""


def is_joined(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause shares its subject through "and" or "but": "X rose and fell"."""
    if clause.kind != "coordinated" or clause.verb is None:
        return False
    before = range(max(clause.first - 1, 0), clause.verb.first)
    return any(grammar.tags[at] == "CC" for at in before) or _is_listed(grammar, clause)


def _is_listed(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause is inside a list that ends in "and": "closed the port, | fined Lee and
    left".
    """
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.shared or verb.first != verb.head:
        return False
    if clause.first != verb.first or grammar.lowers[clause.first - 1] != ",":
        return False
    return any(
        one.kind == "coordinated" and one.parent in (clause.index, clause.parent)
        and one.first > verb.head and one.subject is not None and one.subject.shared
        and one.verb is not None and grammar.tags[one.verb.head] in _PAST
        and "CC" in grammar.tags[one.first - 1 : one.verb.first]
        for one in grammar.clauses
    )  # fmt: skip


def tells_apart(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a relative clause says more of a noun: "the mayor, who resigned in May, …".

    Also what is to come: "the league, which will meet in June".
    """
    marker, verb = clause.marker, clause.verb
    if clause.kind != "relative" or not marker or verb is None or verb.modal not in ("", "will"):
        return False
    if clause.subject is None or not clause.subject.shared:
        return False
    between = {*grammar.tags[clause.subject.last : marker]}
    nearer = {"NNP"} if grammar.lowers[marker] == "who" else {"NNP", "NN", "NNS"}
    if "IN" in between and between & nearer:
        return False  # "said Lee, a friend of Ann Berg, who resigned": either of the two
    apart = grammar.lowers[marker] in ("who", "which") and (
        "," in (grammar.lowers[marker - 1], grammar.lowers[clause.subject.last])
        or apposed_name(grammar, clause.subject) is not None
    )
    dated = verb.finite and (verb.tense == "past" or verb.modal == "will")
    return apart and dated and marker + 2 >= verb.first


def apposed_name(grammar: SentenceGrammar, subject: Argument) -> tuple[int, int] | None:
    """The name that a subject says more of: "Ann Lee" for "a clerk" in "Ann Lee, a clerk who"."""
    last = subject.first - 1
    if last < 1 or grammar.lowers[last] != "," or grammar.lowers[subject.first] not in _ONE:
        return None
    first = last
    while first and grammar.tags[first - 1] == "NNP":
        first -= 1
    return (first, last) if first < last else None


def in_passing(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause is inside one that only says more: "the trip on which two men died"."""
    at, seen = clause, {clause.index}
    while True:
        where = at.marker is not None and grammar.lowers[at.marker] == "where"
        if at.kind == "relative" or where:
            return True
        if at.parent is None or at.parent in seen:
            return False
        seen.add(at.parent)
        at = grammar.clauses[at.parent]


_LENGTHS = frozenset(("day", "week", "month", "year"))
_PARTS = frozenset(("night", "day", "morning", "evening", "eve", "weekend"))
_SO_LONG = frozenset(("past", "last", "spend", "spent", "spending"))
"""Words before a length of time that ends with what is told: "for the past 12 days"."""
_REACH = 5
"""Tokens before a length or a part of a day within which its "for" or its "on" is."""


def _lasts(clause: Clause) -> bool:
    """Whether a verb says what lasted until the news: "has worked", "had been there"."""
    return clause.verb is not None and clause.verb.perfect and not clause.verb.passive


def has_long(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says what somebody does until now: "has worked there for about 15 years"."""
    verb = clause.verb
    if verb is None or verb.tense != "present" or verb.progressive or not _lasts(clause):
        return False
    return any(
        grammar.lemma(at) in _LENGTHS and "for" in grammar.lowers[max(at - _REACH, verb.last) : at]
        for at in range(verb.last, clause.last)
    )


FAR = ("after", "before")
AGES = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades")
)


_BEFORE_NOW = frozenset(("previously", "formerly"))
"""Words beside a verb that put it before the news."""


_RAISING = ("bear", "educate", "raise")


def is_of_youth(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says where somebody comes from: "she was raised in Ardal", "grew up there".

    Not "doubts were raised by the pilots".
    """
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None:
        return False
    after = grammar.lowers[verb.last : verb.last + 1]
    if verb.lemma == "grow":
        return "up" in (*after, grammar.lowers[verb.particle or verb.head])
    person = grammar.tags[subject.head] == "NNP" or grammar.lowers[subject.head] in ("he", "she")
    return person and verb.passive and verb.lemma in _RAISING and after in (["in"], ["by"])


def names_other_days(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says when, though not by a day: "has recently left", "previously served",
    "for the past 12 days", "spent two weeks", "on the night of the fire"; or how long before
    another clause it was: "days after the dam burst"; or where somebody grew up."""
    lowers, first = grammar.lowers, clause.first
    verb = clause.verb
    if is_of_youth(grammar, clause):
        return True
    if verb and not _BEFORE_NOW.isdisjoint(lowers[max(verb.first - 1, first) : verb.last + 1]):
        return True
    if clause.marker and lowers[clause.marker] in FAR and lowers[clause.marker - 1] in AGES:
        return True
    for at in range(first + 1, clause.last):
        if lowers[at] == "recently":
            return True
        if grammar.tags[at - 1] == "CD" and grammar.lemmas[at] in _LENGTHS:
            lasts = lowers[at - 2] == "for" and _lasts(clause)
            if lasts or not _SO_LONG.isdisjoint(lowers[max(at - _REACH, first) : at]):
                return True
        part = lowers[at] == "of" and lowers[at - 1] in _PARTS
        if part and "on" in lowers[max(at - _REACH, first) : at]:
            return True
    return False


def opening_word(grammar: SentenceGrammar, clause: Clause) -> str:
    """The word that opens an adverbial clause: "since" in "since the dam burst"; else empty."""
    if clause.kind != "adverbial" or clause.marker is None:
        return ""
    return grammar.lowers[clause.marker]


def required(grammar: SentenceGrammar, clause: Clause) -> list[Clause]:
    """The clauses that a verb needs; not what is only added: "burst, killing ten | and sinking"."""
    return [
        one
        for at in clause.complements
        if (one := grammar.clauses[at]).kind != "participle"
        or grammar.tags[one.first - 1] not in (",", "CC")
    ]
