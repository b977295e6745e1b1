"""Mentions in columns: those of an article in a third of the memory, for there may be a million."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, overload

from armreader.language.event_classes import classes_of
from armreader.records import EventMention, Reason, Span, Status


class Kind(NamedTuple):
    """What the word of a mention says: one for all that say the same."""

    event_class: str
    status: Status
    lemma: str
    reason: Reason
    classes: tuple[str, ...]
    """The classes of the lemma, that of the mention first (a light verb has its object's)."""


@lru_cache(50_000)
def _kind(event_class: str, status: Status, lemma: str, reason: Reason) -> Kind:
    known = classes_of(lemma)
    classes = known if event_class in known else (event_class,)
    return Kind(event_class, status, lemma, reason, classes)


@dataclass(frozen=True, slots=True)
class Mentions(Sequence[EventMention]):
    """The mentions of an article that is not linked yet; each is made when it is asked for."""

    article: str
    kinds: tuple[Kind, ...]
    spans: tuple[Span, ...]
    triggers: tuple[Span, ...]
    actors: tuple[tuple[str, ...], ...]
    times: tuple[Span | None, ...]
    cues: tuple[Span | None, ...]

    @classmethod
    def of(cls, article: str, mentions: Sequence[EventMention]) -> Mentions:
        """The mentions of an article in columns, if they are not so already."""
        if isinstance(mentions, Mentions):
            return mentions
        return cls(
            article,
            tuple([_kind(one.event_class, one.status, one.lemma, one.reason) for one in mentions]),
            tuple([one.span for one in mentions]),
            tuple([one.trigger for one in mentions]),
            tuple([one.actors for one in mentions]),
            tuple([one.time for one in mentions]),
            tuple([one.cue for one in mentions]),
        )

    def timed(self) -> Mentions:
        """Those that have a time."""
        places = [at for at, time in enumerate(self.times) if time]
        return Mentions(
            self.article,
            tuple([self.kinds[at] for at in places]),
            tuple([self.spans[at] for at in places]),
            tuple([self.triggers[at] for at in places]),
            tuple([self.actors[at] for at in places]),
            tuple([self.times[at] for at in places]),
            tuple([self.cues[at] for at in places]),
        )

    def __len__(self) -> int:
        return len(self.kinds)

    @overload
    def __getitem__(self, at: int) -> EventMention: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[EventMention, ...]: ...
    def __getitem__(self, at: int | slice) -> EventMention | tuple[EventMention, ...]:
        if isinstance(at, slice):
            return tuple([self[each] for each in range(*at.indices(len(self)))])
        kind = self.kinds[at]
        return EventMention(
            self.article,
            self.spans[at],
            self.triggers[at],
            kind.event_class,
            kind.status,
            self.actors[at],
            self.times[at],
            None,
            kind.reason,
            kind.lemma,
            self.cues[at],
        )
