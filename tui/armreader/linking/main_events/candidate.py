"""Candidate: a proposition with what is compared across the sources of a dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from armreader.language.event_classes import classes_of
from armreader.linking.main_events.reported_days import LEAD, ReportedDays
from armreader.linking.terms import terms_of
from armreader.records import REPORTING, Annotations, Proposition, Span
from armreader.records.dates import DateRange

_HISTORY = 60
"""Years after which an event is history."""
_LONGEST = 400
"""Characters of a clause without a label whose terms are compared."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition of one article, dated, with the actors of the dossier."""

    number: int
    article: str
    place: int
    """The number of its article."""
    story: int
    sentence: int
    """The number of its sentence among those that report, the title 0."""
    proposition: Proposition
    terms: frozenset[str]
    range: DateRange | None
    """From the time expression that dates it."""
    about: DateRange | None
    """About when its news appeared, where nothing else dates it."""
    late: DateRange | None
    """The same for what is further down, where what is around it is of those days."""
    actor: str | None
    """The dossier's id of its subject."""
    person: bool
    """Whether that is a person."""
    subject: frozenset[str]
    """The terms of its subject."""
    classes: frozenset[str]
    copy: bool
    """Whether its article is a copy of an earlier one."""
    published: DateRange | None
    """The days of its article's news."""
    group: int | None
    """The group of single mentions that its verb is in."""

    @property
    def leads(self) -> bool:
        """Whether it is in the title or the lead of its article."""
        return self.sentence <= LEAD

    @property
    def own(self) -> DateRange | None:
        """The days that its own words give."""
        return None if self.proposition.inherited else self.range

    @property
    def old(self) -> bool:
        """Whether its own words put it years before its article: history, not part of the story."""
        if not (self.range and self.range.latest and self.published and self.published.earliest):
            return False
        return self.published.earliest.year - self.range.latest.year > _HISTORY

    @property
    def days(self) -> DateRange | None:
        return self.range or self.about


def candidates(
    annotated: Sequence[Annotations],
    ids: Mapping[str, Mapping[str, str]],
    stories: Mapping[str, int],
    groups: Mapping[tuple[str, int], int],
    persons: Set[str] = frozenset(),
) -> list[Candidate]:
    """The candidates of all articles in the order of the texts."""
    found: list[Candidate] = []
    for place, one in enumerate(annotated):
        text, local = one.article.text, ids[one.article.id]
        ranges = {time.span: time.range for time in one.times}
        starts = [each.span.start for each in one.sentences if each.section in REPORTING]
        days = ReportedDays(one, starts)
        terms, at = terms_of(text), 0
        for proposition in one.propositions:
            while at + 1 < len(starts) and starts[at + 1] <= proposition.trigger.start:
                at += 1
            spans = proposition.label or (
                Span(
                    proposition.span.start,
                    min(proposition.span.end, proposition.span.start + _LONGEST),
                ),
            )
            own = frozenset(term for span in spans for term in terms.within(span).terms)
            subject = (
                frozenset(terms.within(proposition.subject).terms)
                if proposition.subject
                else frozenset()
            )
            if proposition.form == "statement" and len(own - subject) > 1:
                own -= subject
            range_ = ranges.get(proposition.time) if proposition.time else None
            found.append(
                Candidate(
                    len(found),
                    one.article.id,
                    place,
                    stories[one.article.id],
                    at,
                    proposition,
                    own,
                    range_,
                    days.about(proposition, at) if range_ is None else None,
                    days.late(proposition, at) if range_ is None else None,
                    (actor := local.get(proposition.actor or "", proposition.actor)),
                    actor in persons,
                    subject,
                    frozenset(name for lemma in proposition.lemmas for name in classes_of(lemma)),
                    bool(one.article.repeats),
                    days.published,
                    groups.get((one.article.id, proposition.trigger.start)),
                )
            )
    return found
