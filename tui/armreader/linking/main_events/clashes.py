"""Clashes: what two tellings cannot both be if they are to be of one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from armreader.linking.main_events.candidate import Candidate
from armreader.records.dates import DateRange

_REPORTED_WITHIN = 6
"""Days within which an article may report as news what another dates."""
_FEW = 8
"""Pairs that are looked at one by one; of more, those that are alike are left out first."""


def clash(one: Candidate, other: Candidate, within: int = 0) -> bool:
    """Whether two candidates cannot be one event; their days may be ``within`` so many apart."""
    if one.place == other.place and one.sentence == other.sentence:
        return True
    if one.victim and other.victim and one.victim != other.victim:
        return True
    first, others = one.proposition, other.proposition
    if (first.status == "denied") != (others.status == "denied"):
        return True
    if first.form != others.form and first.content != others.content:
        return True
    if first.form == others.form == "event" and _apart_in_place(one, other):
        return True
    if not one_death(one, other) and _clash_in_time(one, other, within):
        return True
    if first.form == others.form == "statement" and not is_retold(one, other):
        return other_actor(one, other)
    return other_person(one, other)


def other_actor(one: Candidate, other: Candidate) -> bool:
    """Whether two say something; "Coast Guard Admiral Lee" may speak for "the Coast Guard"."""
    if not (one.actor and other.actor) or one.actor == other.actor:
        return False
    return one.person == other.person or one.subject.isdisjoint(other.subject)


def one_death(one: Candidate, other: Candidate) -> bool:
    """Whether both report that one person died: that happens once, whatever days they give."""
    return one.victim is not None and one.victim == other.victim


def is_retold(one: Candidate, other: Candidate) -> bool:
    """Whether one may be the title and the other the lead that it sums up."""
    return with_title(one, other) and one.leads and other.leads


def with_title(one: Candidate, other: Candidate) -> bool:
    """Whether one of the two is the title of the article that both are of."""
    return one.place == other.place and 0 in (one.sentence, other.sentence)


def other_person(one: Candidate, other: Candidate) -> bool:
    """Whether different people did it: a vote that one won is not the one that another won."""
    if not (one.person and other.person) or one.actor == other.actor:
        return False
    return "statement" not in (one.proposition.form, other.proposition.form)


def _apart_in_place(one: Candidate, other: Candidate) -> bool:
    """Whether they name different states: what was in one was not in the other."""
    return bool(one.regions and other.regions) and one.regions.isdisjoint(other.regions)


def _clash_in_time(one: Candidate, other: Candidate, within: int) -> bool:
    """Whether the days of two tellings clash; news may be reported again for some days after."""
    if one.range and other.range:
        return apart(one.range, other.range) and one.range.gap(other.range).days > within
    if not apart(one.days, other.days):
        return False
    dated, late = (one.range, other.about) if one.range else (other.range, one.about)
    dated, late = (dated, late) if dated else (one.about, other.about)
    if not (dated and late and dated.earliest and late.latest and dated.latest and late.earliest):
        return True
    return abs((late.earliest - dated.latest).days) > _REPORTED_WITHIN


def apart(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether two stretches of days have none in common."""
    return one is not None and other is not None and not one.overlaps(other)


class KeptApart:
    """Tellings of one event, and what others are compared with to see whether they clash."""

    def __init__(self, members: Sequence[Candidate]) -> None:
        self.members = members

    @cached_property
    def sentences(self) -> set[tuple[int, int]]:
        """The article and the sentence of each."""
        return {(one.place, one.sentence) for one in self.members}

    @cached_property
    def ways(self) -> dict[tuple[object, ...], Candidate]:
        """One for each way in which others can clash with them, but for their sentences."""
        return {what_clashes(one): one for one in self.members}

    def take_in(self, other: KeptApart) -> None:
        """Add those of another event; the members have them already."""
        self.sentences.update(other.sentences)
        self.ways.update(other.ways)


def any_clash(one: KeptApart, other: KeptApart) -> bool:
    """Whether any telling of one event clashes with any of another."""
    if len(one.members) * len(other.members) <= _FEW:
        return any(clash(first, second) for first in one.members for second in other.members)
    if not one.sentences.isdisjoint(other.sentences):
        return True
    others = other.ways.values()
    return any(clash(first, second) for first in one.ways.values() for second in others)


def each_way(members: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each way in which another can clash with them, but for their sentences."""
    return list({what_clashes(one): one for one in members}.values())


def what_clashes(one: Candidate) -> tuple[object, ...]:
    """All of a telling that ``clash`` looks at, but for its sentence."""
    proposition = one.proposition
    statement = proposition.form == "statement"
    return (
        id(one.range),
        id(one.about),
        proposition.status == "denied",
        proposition.form,
        proposition.content,
        one.actor,
        one.person,
        one.victim,
        one.regions,
        (one.place, one.leads, one.sentence == 0) if statement else None,
    )
