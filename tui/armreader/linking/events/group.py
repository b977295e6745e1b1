"""Group: what is kept of tellings taken for one event, to compare others with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from armreader.linking.events.telling import Days, Telling
from armreader.records.dates import DateRange

_FEW = 8
"""With so many marks or more, a group keeps them as a set."""


@dataclass(slots=True)
class Group:
    """What is known of tellings taken for one event, while others are compared with them."""

    number: int
    first_class: str
    """Of the telling that started it, like the next two."""
    real: bool
    published: Days
    classes: tuple[str, ...]
    size: int = 0
    range: DateRange | None = None
    about: DateRange | None = None
    terms: tuple[str, ...] | dict[str, int] = ()
    """Those of its only telling; once there are more, how many tellings have each."""
    known: set[object] | tuple[object, ...] = ()
    """The lemmas and stories of its members, and ``~story`` where one leads with it."""

    def add(self, telling: Telling, classes: Sequence[str], terms: Iterable[str]) -> None:
        """Take in a telling with its classes and terms."""
        if self.size:
            counts = self.terms if isinstance(self.terms, dict) else dict.fromkeys(self.terms, 1)
            for term in terms:
                counts[term] = counts.get(term, 0) + 1
            self.terms = counts
        else:
            self.terms = tuple(terms)
        self.size += 1
        if self.classes != classes:
            shared = tuple(name for name in self.classes if name in classes)
            self.classes = shared or self.classes
        if telling.range:
            self.range = narrowed(self.range, telling.range)
        if telling.about:
            self.about = narrowed(self.about, telling.about)
        story = telling.report.story
        marks = (telling.lemma, story, ~story if telling.lead else story)
        if isinstance(self.known, set):
            self.known.update(marks)
        elif new := {mark for mark in marks if mark not in self.known}:
            # Most events are reported once or twice, and a set takes more room than it saves time.
            known = *self.known, *new
            self.known = set(known) if len(known) >= _FEW else known

    def shares(self, weights: Mapping[str, float]) -> float:
        """The average weight of the given terms that its tellings have."""
        terms, total = self.terms, 0.0
        if isinstance(terms, dict):
            for term, weight in weights.items():
                if term in terms:
                    total += weight * terms[term]
            return total / self.size
        for term in terms:
            if term in weights:
                total += weights[term]
        return total


def narrowed(one: DateRange | None, other: DateRange) -> DateRange:
    """What two dates of one event leave: the days in both, or the first where they clash."""
    return (one.intersection(other) or one) if one else other
