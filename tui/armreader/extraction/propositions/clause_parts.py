"""Parts of a clause that propositions need: where its subject begins, whether it is finite."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import Argument, Clause, SentenceGrammar, VerbGroup
from armreader.extraction.propositions.shared_passives import shared_auxiliaries
from armreader.extraction.propositions.words import MARKS_OPENING, is_person, words
from armreader.language.figure_bounds import bound_from
from armreader.records import Span

_INSIDE = frozenset(("JJ", "JJR", "JJS", "VBG", "VBN", "NN", "NNS", "NNP", "NNPS", "DT", "CD",
                     "PRP$", "POS", "$", "HYPH", "PDT"))  # fmt: skip
"""Tags of what is inside a noun phrase before its head."""
_OPENS = ("DT", "PRP$", "POS")
_MORE = frozenset(("JJR", "RBR"))
_ONE = frozenset(("a", "an", "the"))
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
    """The run of a phrase with its of-phrases, without relatives and appositions."""
    last = argument.last
    for at in range(argument.head + 1, argument.last):
        if grammar.lowers[at] in (",", "--", "—", "–", "(", "who", "which", "that"):
            last = at
            break
    last = max(last, argument.head + 1)
    while last < len(grammar) and _one_name(grammar, last):
        last += 1  # "Ardal Police Chief Ann | Lee", where the parse takes the first word alone
    return argument.first, last


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


def _quantified(grammar: SentenceGrammar, first: int, head: int) -> int:
    """Where a subject begins with the words that say how many: "all the", "more than 300"."""
    if grammar.tags[first - 1 : first + 1] == ["RB", "JJ"] and grammar.tags[first - 2] in _OPENS:
        first -= 2  # "her increasingly | popular party"
    while first > 0 and grammar.lowers[first - 1] in words("quantifying"):
        first -= 1
    figure = first
    while grammar.tags[figure] == "RB" and figure < head:
        figure += 1
    return min(first, bound_from(grammar.lowers, figure))


def opening(
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
    if _is_made(grammar, first) and first - 1 not in timed:
        return None
    while first > 0 and grammar.tags[first - 1] in _INSIDE:
        if (
            grammar.lowers[first - 1] == "--"
            or first - 1 in verbs
            or first - 1 in timed
            or grammar.lowers[first - 1] in words("condition")
        ):
            break
        first -= 1
    first = _quantified(grammar, first, subject.head)
    if first == 1 and grammar.words[0] in MARKS_OPENING:
        return 0
    for at in (first, max(first - 2, 0)):
        more = grammar.lowers[at] == "the" and grammar.tags[at + 1] in _MORE
        if more and grammar.tags[at + 2] in ("NNP", "PRP", "DT"):
            return None  # "the more Lee has won, the more …"
    if (
        first > 0
        and grammar.tags[first - 1] in ("IN", "TO", "RP")
        and grammar.tags[subject.head] != "PRP"
    ) and grammar.lowers[first - 1] not in _CLAUSE_OPENERS:
        return None
    if grammar.lowers[subject.last - 1] in ("'s", "'"):
        return None
    return first


def _is_made(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a noun before a subject is what its verb is about: "the deal | the board made".

    Also "a gain | Norden made"; not "a clerk | Ann Lee", who are one.
    """
    tags, noun = grammar.tags, first - 1
    if noun < 1 or not tags[noun].startswith("N"):
        return False
    named = tags[first] == "NNP" and tags[noun] == "NN" and grammar.lowers[noun - 1] in ("a", "an")
    return tags[first] == "DT" or (named and not is_person(grammar.lowers[noun]))


def is_joined(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause shares its subject through "and" or "but": "X rose and fell"."""
    if clause.kind != "coordinated" or clause.verb is None:
        return False
    before = range(max(clause.first - 1, 0), clause.verb.first)
    return any(grammar.tags[at] == "CC" for at in before)


def tells_apart(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a relative clause says more of a noun: "the mayor, who resigned in May, …".

    Also what is to come: "the league, which will meet in June".
    """
    marker, verb = clause.marker, clause.verb
    if clause.kind != "relative" or not marker or verb is None or verb.modal not in ("", "will"):
        return False
    if clause.subject is None or not clause.subject.shared:
        return False
    if {"NNP", "IN"} <= {*grammar.tags[clause.subject.last : marker]}:
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


def names_other_days(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a clause says when, though not by a day: "has recently left", "for the past 12
    days", "spent two weeks", "on the night of the fire"."""
    lowers, first = grammar.lowers, clause.first
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
