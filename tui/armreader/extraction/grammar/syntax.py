"""The records of grammar: noun phrases, verb groups, clauses and what governs them.

Everything called first, last, head, verb … is the number of a token in its sentence, runs are
half-open; everything called ``span`` is in code points of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from armreader.records.spans import Span

ClauseKind = Literal[
    "main", "coordinated", "complement", "relative", "adverbial", "infinitive", "participle",
    "fragment",
]  # fmt: skip
"""What a clause is: complement ("that he left"), adverbial ("when he left"), participle ("leaving
home"), fragment (a stretch without a verb)."""
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
"""Tags of a word that makes a verb group finite: a modal, too."""
Tense = Literal["past", "present", "future", "none"]


class NounPhrase(NamedTuple):
    """A noun phrase without what follows its head: "the former prime minister"."""

    first: int
    last: int
    head: int
    span: Span
    preposition: int | None = None
    """The preposition that it follows."""
    attached: int | None = None
    """The phrase that it modifies with its preposition: "Georgia" for "of the city of Atlanta"."""
    conjunct: int | None = None
    """The first phrase of its coordination: "Ann" for "Bob" in "Ann and Bob"."""
    apposition: int | None = None
    """The phrase that it is in apposition to: "Ann" for "a lawyer" in "Ann, a lawyer"."""
    time: bool = False
    """Whether its head is a time: "Tuesday", "last week"."""


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: "had not been sent out"."""

    first: int
    last: int
    head: int
    """The main verb; for "is ready", the copula."""
    span: Span
    lemma: str
    tense: Tense
    perfect: bool
    progressive: bool
    passive: bool
    modal: str
    """The modal verb as written in full ("will" for "'ll"), or empty."""
    negation: int | None
    """The token that denies it: "not", "never"."""
    particle: int | None
    """"out" in "carried it out"."""
    finite: bool
    copula: bool


class Argument(NamedTuple):
    """A participant in a clause: its head, its core phrase and the whole stretch."""

    head: int
    phrase: int | None
    """Its place in the sentence's phrases; None for a pronoun like "what" or a clause."""
    first: int
    last: int
    span: Span
    shared: bool = False
    """Whether it is outside the clause, as for a coordinated verb, a relative or a participle."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb group and what belongs to it."""

    index: int
    kind: ClauseKind
    parent: int | None
    """The clause that it depends on, as an index into the sentence's clauses."""
    governor: int | None
    """The word that it depends on: "said", "claim", the antecedent of a relative."""
    marker: int | None
    """The word that opens it: "that", "if", "which", "to"."""
    first: int
    last: int
    span: Span
    verb: VerbGroup | None
    subject: Argument | None
    objects: tuple[Argument, ...]
    obliques: tuple[Argument, ...]
    predicate: Argument | None
    """What a copula says of its subject: "ready", "a lawyer"."""
    complements: tuple[int, ...]
    """The clauses that its verb governs: what was said, what was begun."""
    sure: bool = False
    """Whether the rules and the dependency parse give the same subject."""


class Governor(NamedTuple):
    """A step up from a clause: the word that it depends on, and how that word is used."""

    clause: int
    token: int | None
    lemma: str
    marker: str
    """How the governed clause is joined: "that", "if", "to", or empty."""
    negated: bool
    modal: str
