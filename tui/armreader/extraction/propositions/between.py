"""What is between the subject of a clause and its verb, and may be left out of a label."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.names.gazetteer import is_title
from armreader.extraction.propositions.shape import MARKS
from armreader.extraction.propositions.words import is_person, words

_PLACING = frozenset(("at", "in", "from", "with"))
"""Prepositions of what only says more of people: "doctors at the clinic"."""
_NAMING = ("IN", "DT", "N", "JJ", "CD", "POS", "HYPH")
"""How the tags of a phrase begin that has no clause in it."""
_ASIDE = frozenset((",", "--", "—", "–"))
"""Marks around an apposition."""

Runs = Sequence[tuple[int, int]]
"""Half-open runs of tokens."""


def aside(grammar: SentenceGrammar, times: Runs, clause: Clause) -> int | None:
    """Where what is between commas after the subject begins."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or subject.shared or subject.first > verb.first:
        return None
    commas = [at for at in range(subject.head + 1, verb.first) if grammar.lowers[at] in _ASIDE]
    if len(commas) > 1 and grammar.words[commas[1] - 1].endswith("."):
        between = commas[1] - commas[0] == 2 and grammar.tags[commas[1] + 1].startswith("NN")
        commas = commas[2 * between :]  # "The Elsby, N.Y., company, which"
    timed = {at for first, last in times for at in range(first, last)}
    closed = len(commas) > 1 and all(
        at in timed or grammar.lowers[at] in ("on", "also", "then")
        for at in range(commas[-1] + 1, verb.first)
    )
    joins = (grammar.tags[at + 1] == "CC" and grammar.lowers[at + 1] != "both" for at in commas)
    if closed and any(joins):
        return None  # "Ann Lee, 24, and Olaf Berg, 20, were hurt"
    return commas[0] if closed else None


def time_before_verb(
    grammar: SentenceGrammar, times: Runs, clause: Clause
) -> tuple[int, int] | None:
    """A time right before the verb and its adverb: "The court | on Tuesday | rightly ruled"."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or subject.shared or subject.head >= verb.first:
        return None
    end = verb.first
    while grammar.tags[end - 1] == "RB" and grammar.lowers[end - 1].endswith("ly"):
        end -= 1
    begun = next((begun for begun, last in times if last == end), None)
    while begun is not None and grammar.lowers[begun - 1] in words("opening"):
        begun -= 1
    if begun is None or begun <= subject.head or grammar.lowers[begun - 1] in MARKS:
        return None
    return (begun, end) if grammar.tags[begun - 1][0] in "NC" else None


def where_it_is(grammar: SentenceGrammar, clause: Clause) -> int | None:
    """Where a subject without an article is only placed: "Doctors | at the clinic in Ardal"."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or subject.shared or subject.head + 1 >= verb.first:
        return None
    bare = grammar.tags[subject.first] in ("NNS", "JJ", "NNP", "CD")
    after = range(subject.head + 1, verb.first)
    placed = grammar.lowers[after[0]] in _PLACING and all(
        grammar.tags[at].startswith(_NAMING) for at in after
    )
    return after[0] if bare and placed else None


def is_only_name(grammar: SentenceGrammar, first: int, clause: Clause) -> bool:
    """Whether there is only a name between the commas: "a blogger, Ann Lee, reported", "the Prime
    Minister, Ann Lee, said".
    """
    subject, verb = clause.subject, clause.verb
    assert subject is not None
    assert verb is not None
    office = grammar.lowers[subject.first] == "the" and is_title(grammar.lowers[subject.head])
    described = office or grammar.tags[subject.head] in ("NN", "NNS")
    tags = grammar.tags[first : verb.first - 1]
    return described and bool(tags) and all(tag == "NNP" for tag in tags)


def is_unnamed(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a description says little beside its name: "a blogger", "his lawyer"."""
    return grammar.lowers[first] in ("a", "an") or grammar.tags[first] == "PRP$"


def is_something(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether only its relative clause says what a subject is: "a gate that stops floods"."""
    subject = clause.subject
    one = subject is not None and grammar.lowers[subject.first] in ("a", "an")
    return one and subject is not None and not is_person(grammar.lowers[subject.head])


def relative_of(grammar: SentenceGrammar, clause: Clause) -> int | None:
    """Where a relative clause between the subject and its verb begins: "troops who left"."""
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or subject.shared or subject.first > verb.first:
        return None
    if grammar.lowers[subject.head] in words("indefinite"):
        return None  # "everyone | who ate there": not everyone
    return next(
        (
            one.first
            for one in grammar.clauses
            if one.kind == "relative"
            and one.governor == subject.head
            and subject.head < one.first < verb.first
            and grammar.tags[one.first] in ("WDT", "WP")
        ),
        None,
    )
