"""What happened, and every mention of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from armreader.records.dates import DateRange
from armreader.records.reason import Reason
from armreader.records.spans import Passage, Span

Status = Literal["asserted", "denied", "planned", "hypothetical"]


@dataclass(frozen=True, slots=True)
class EventMention:
    """A clause that reports something that happened, and the word that names it."""

    article: str
    """The article's id."""
    span: Span
    """The clause."""
    trigger: Span
    """The word that names what happened."""
    event_class: str
    """The class of the trigger in ``words``, or its lemma where it has none."""
    status: Status
    """Asserted, denied, planned or hypothetical."""
    actors: tuple[str, ...]
    """The ids of those who take part."""
    time: Span | None
    """The extent of the TimeExpression that dates it."""
    range: DateRange | None
    """The days it fell on; None before linking, or where nothing dates it."""
    reason: Reason
    """The rule behind it, with its passages."""
    lemma: str = ""
    """The trigger's word or phrase as ``words`` lists it."""
    cue: Span | None = None
    """The words that make it denied, planned or hypothetical."""
    joined_to: Passage | None = None
    """The trigger of the mention that it was joined to as one event, by the rule of its reason."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages behind its reason: both triggers, or the words that give status and time."""
        if self.joined_to:
            return Passage(self.article, *self.trigger), self.joined_to
        return tuple(Passage(self.article, *span) for span in (self.cue, self.time) if span)


_EVIDENCE = 4
"""Mentions quoted as the reason of an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and every mention of it in any source."""

    id: str
    """Made from content."""
    label: str
    """A stretch of one source that says what happened, with names in full."""
    range: DateRange | None
    """The days it fell on; None where unknown."""
    mentions: tuple[EventMention, ...]
    """Every mention, article by article."""
    reason: Reason
    """Why the mentions are one event."""
    prominent: bool = True
    """Whether it is one of the main events, which the timeline lists at first."""

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The passages behind its reason: the triggers of the first mentions."""
        return tuple(Passage(one.article, *one.trigger) for one in self.mentions[:_EVIDENCE])

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that mention it, each once, in the order of the mentions."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))
