"""Tellings: event mentions with what can be compared across sources."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import inf
from typing import NamedTuple, overload

from armreader.linking.mentions import Kind, Mentions
from armreader.linking.terms import terms_of
from armreader.records import Annotations, Sentence, Span, Status
from armreader.records.dates import DateRange

_AROUND = 600
"""Characters on either side of a trigger in which the words of its sentence count."""
_REPORTING = ("title", "summary", "body")
_LEAD = 1500
"""Characters from the title or first body sentence on that report the news itself, not its past."""


Days = tuple[float, float]
"""The first and the last of some days as ordinals; infinite where they are not known."""


class Report(NamedTuple):
    """What the tellings of one article have in common."""

    article: str
    """Its id."""
    mentions: Mentions
    text: str
    sentences: Sequence[Sentence]
    starts: array[int]
    """Where these begin."""
    story: int
    published: DateRange | None
    """When it appeared."""
    days: Days
    """These days."""
    lead_end: int
    """Where what it leads with ends."""
    start: int
    """The number of its first telling."""
    end: int
    """The number after its last."""


class Telling(NamedTuple):
    """One mention as linking sees it; its terms are taken from the text when they are asked for."""

    number: int
    """Its place among the tellings of the dossier."""
    kind: Kind
    span: Span
    trigger: Span
    actors: tuple[str, ...]
    time: Span | None
    cue: Span | None
    report: Report
    range: DateRange | None
    """From the time expression that is nearest to it."""
    about: DateRange | None
    """From a time expression of its clause, which may date another word of it."""

    @property
    def article(self) -> str:
        return self.report.article

    @property
    def lemma(self) -> str:
        return self.kind.lemma

    @property
    def status(self) -> Status:
        return self.kind.status

    @property
    def classes(self) -> tuple[str, ...]:
        return self.kind.classes

    @property
    def lead(self) -> bool:
        """Whether it is of the news itself, and not of its past."""
        return self.trigger.start < self.report.lead_end

    @property
    def real(self) -> bool:
        """Whether it is reported as a fact."""
        return self.kind.status == "asserted"

    @property
    def background(self) -> bool:
        """Whether it is neither dated nor of the news itself."""
        return self.about is None and not self.lead

    def terms(self) -> tuple[str, ...]:
        """The terms of its clause without the trigger, each once, in order."""
        return tuple(dict.fromkeys(_terms(self.report.text, self.span, self.trigger)))

    def around(self) -> list[str]:
        """The terms of its sentence without the trigger, those of its clause among them."""
        trigger, report = self.trigger, self.report
        sentence = report.sentences[bisect_right(report.starts, trigger.start) - 1].span
        start = max(sentence.start, trigger.start - _AROUND)
        end = min(sentence.end, trigger.end + _AROUND)
        return _terms(report.text, Span(start, end), trigger)


class Tellings(Sequence[Telling]):
    """The mentions of all articles, whose times are resolved, in the order of the texts.

    There may be a million, so each is made on demand.
    """

    def __init__(self, annotated: Iterable[Annotations], stories: Mapping[str, int]) -> None:
        self._about: list[DateRange | None] = []
        self._own = bytearray()
        """1 where the time expression of the clause dates the mention itself."""
        self._reports: list[Report] = []
        self._starts = array("I")
        """The number of the first telling of each."""
        for one in annotated:
            self._add(one, stories[one.article.id])

    def _add(self, one: Annotations, story: int) -> None:
        starts = (each.span.start for each in one.sentences if each.section in _REPORTING)
        lead_end, start = next(starts, 0) + _LEAD, len(self._about)
        self._starts.append(start)
        mentions = Mentions.of(one.article.id, one.mentions)
        numbers = (start, start + len(mentions))
        text, published = one.article.text, one.article.publication.range
        self._reports.append(
            Report(
                one.article.id,
                mentions,
                text,
                one.sentences,
                array("I", (each.span.start for each in one.sentences)),
                story,
                published,
                _ordinals(published),
                lead_end,
                *numbers,
            )
        )
        ranges = {time.span: time.range for time in one.times}
        nearest = _nearest(mentions)
        for trigger, time in zip(mentions.triggers, mentions.times, strict=True):
            self._about.append(ranges.get(time) if time else None)
            self._own.append(trigger in nearest.get(time, ()))

    def stories(self) -> Iterator[tuple[int, list[Report]]]:
        """The reports of each story, both in their order."""
        found: dict[int, list[Report]] = {}
        for report in self._reports:
            found.setdefault(report.story, []).append(report)
        yield from found.items()

    def numbers(self) -> Numbers:
        """Finds the number of a telling by its article and where its trigger begins."""
        return Numbers(self._reports)

    def __len__(self) -> int:
        return len(self._about)

    @overload
    def __getitem__(self, number: int) -> Telling: ...
    @overload
    def __getitem__(self, number: slice) -> list[Telling]: ...
    def __getitem__(self, number: int | slice) -> Telling | list[Telling]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        return self._telling(number, self._reports[bisect_right(self._starts, number) - 1])

    def __iter__(self) -> Iterator[Telling]:
        for report in self._reports:
            for number in range(report.start, report.end):
                yield self._telling(number, report)

    def _telling(self, number: int, report: Report) -> Telling:
        about = self._about[number]
        own = about if self._own[number] else None
        mentions, at = report.mentions, number - report.start
        return Telling(
            number,
            mentions.kinds[at],
            mentions.spans[at],
            mentions.triggers[at],
            mentions.actors[at],
            mentions.times[at],
            mentions.cues[at],
            report,
            own,
            about,
        )


class Numbers:
    """The numbers of tellings by article and the start of their trigger; of equals the last."""

    def __init__(self, reports: Sequence[Report]) -> None:
        triggers = chain.from_iterable(one.mentions.triggers for one in reports)
        self._starts = array("I", (trigger.start for trigger in triggers))
        self._bounds = {one.article: (one.start, one.end) for one in reports}

    def of(self, article: str, start: int) -> int | None:
        """The number of the telling whose trigger begins there; None if there is none."""
        low, high = self._bounds.get(article, (0, 0))
        at = bisect_right(self._starts, start, low, high) - 1
        return at if at >= low and self._starts[at] == start else None


def _ordinals(range_: DateRange | None) -> Days:
    if range_ is None or range_.earliest is None or range_.latest is None:
        return -inf, inf
    return range_.earliest.toordinal(), range_.latest.toordinal()


def _nearest(mentions: Mentions) -> dict[Span | None, set[Span]]:
    """For each time, the triggers that it certainly dates: the nearest one and the nearest verb."""
    closest: dict[tuple[Span, str], tuple[bool, int, Span]] = {}
    for at, time in enumerate(mentions.times):
        if time is not None:
            trigger, span = mentions.triggers[at], mentions.spans[at]
            apart = max(trigger.start - time.end, time.start - trigger.end)
            outside = not span.start <= time.start < span.end
            for kind in ("any", mentions.kinds[at].reason.rule):
                found = (outside, apart, trigger)
                closest[time, kind] = min(closest.get((time, kind), found), found)
    nearest: dict[Span | None, set[Span]] = {}
    for (time, kind), (_, _, trigger) in closest.items():
        if kind != "event-noun":
            nearest.setdefault(time, set()).add(trigger)
    return nearest


def _terms(text: str, span: Span, trigger: Span) -> list[str]:
    """The terms of a stretch of a text without those of a trigger in it."""
    terms = terms_of(text)
    starts, found = terms.starts, terms.terms
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    before = bisect_left(starts, trigger.start, first, last)
    after = bisect_left(starts, trigger.end, before, last)
    return found[first:before] + found[after:last]
