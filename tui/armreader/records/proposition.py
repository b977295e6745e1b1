"""A clause of one source, as a chronology may show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.event import Status
from armreader.records.spans import Span

PropositionForm = Literal["event", "statement", "state", "nominal", "mention"]
"""``event``: something happened; ``statement``: somebody said something; ``state``: something was
so; ``nominal``: an event named by a noun that has a date; ``mention``: said in passing, no row."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of a label and the person whom it means, whom nothing else in the label names."""

    span: Span
    actor: str
    """The local id."""
    owns: bool
    """Whether it says whose something is: "his boat"."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """Who did what, in one clause of a source, with the stretches that can stand as its label."""

    span: Span
    """The clause with everything that belongs to it."""
    trigger: Span
    """Its main verb, or the noun that names the event."""
    form: PropositionForm
    status: Status
    label: tuple[Span, ...]
    """Stretches of the text that read as a sentence; empty where the clause cannot stand alone."""
    lemmas: tuple[str, ...]
    """Of the verbs of its chain: began, refuse, attend."""
    subject: Span | None
    """The core of its subject."""
    actor: str | None
    """The local id of the actor that the subject is, a pronoun resolved."""
    time: Span | None
    """The time expression that dates it by its place in the clause."""
    victim: str | None = None
    """The local id of the person whom it reports killed or hurt."""
    dead: bool = False
    """Whether it says that this person is dead: nobody dies twice."""
    over: bool = False
    """Whether its verb says that it has happened, so that no day to come is its day."""
    inherited: bool = False
    """Whether its time is that of the sentence before it in the paragraph."""
    news: bool = False
    """Whether it is reported as news of about the day of publication, where nothing dates it."""
    recent: bool = False
    """Whether it may be such news too: further down, in the past, with no time in its sentence."""
    weight: float = 0.0
    """How much the clause by itself speaks for a row: lead, actors, numbers; less for a state."""
    cue: Span | None = None
    """The words that make it denied, planned or hypothetical."""
    said: Status | None = None
    """The status of what a statement says: "she will leave" is planned."""
    attribution: Span | None = None
    """The stretch of an event's label that says on whose word it is."""
    pronouns: tuple[Pronoun, ...] = ()
    """Those of its label for which a name is shown, but for its subject."""

    @property
    def reported(self) -> tuple[Span, ...]:
        """Its label without that."""
        return tuple(one for one in self.label if one != self.attribution)

    @property
    def content(self) -> Status:
        """The status of what is reported, in a statement as in an event."""
        return self.said or self.status
