"""Tellings: event mentions with what can be compared across sources."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, overload

from armreader.language.event_classes import classes_of
from armreader.linking.terms import terms_of
from armreader.records import Annotations, EventMention, Reason, Sentence, Span, Status
from armreader.records.dates import DateRange

_AROUND = 600
"""Characters on either side of a trigger in which the words of its sentence count."""
_REPORTING = ("title", "summary", "body")
_LEAD = 1500
"""Characters from the title or first body sentence on that report the news itself, not its past."""


Days = tuple[int, int]


class Report(NamedTuple):
    """What the tellings of one article have in common."""

    article: str
    """Its id."""
    text: str
    sentences: Sequence[Sentence]
    starts: array[int]
    """Where these begin."""
    story: int
    published: DateRange | None
    """When it appeared."""
    days: Days | None
    """The first and the last of these days as ordinals, where both are known."""
    lead_end: int
    """Where what it leads with ends."""
    start: int
    """The number of its first telling."""
    end: int
    """The number after its last."""


class Kind(NamedTuple):
    """What the word of a mention says: one for all that say the same."""

    event_class: str
    status: Status
    lemma: str
    reason: Reason
    classes: tuple[str, ...]
    """The classes of the lemma, that of the mention first (a light verb has its object's)."""


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

    There may be a million, so they are in columns, and each is made on demand.
    """

    def __init__(self, annotated: Iterable[Annotations], stories: Mapping[str, int]) -> None:
        self._kinds: list[Kind] = []
        self._spans: list[Span] = []
        self._triggers: list[Span] = []
        self._actors: list[tuple[str, ...]] = []
        self._times: list[Span | None] = []
        self._cues: list[Span | None] = []
        self._about: list[DateRange | None] = []
        self._own = bytearray()
        """1 where the time expression of the clause dates the mention itself."""
        self._reports: list[Report] = []
        self._starts = array("I")
        """The number of the first telling of each."""
        self._known: dict[tuple[str, Status, str, Reason], Kind] = {}
        for one in annotated:
            self._add(one, stories[one.article.id])

    def _add(self, one: Annotations, story: int) -> None:
        starts = (each.span.start for each in one.sentences if each.section in _REPORTING)
        lead_end, start = next(starts, 0) + _LEAD, len(self._kinds)
        self._starts.append(start)
        numbers = (start, start + len(one.mentions))
        text, published = one.article.text, one.article.publication.range
        self._reports.append(
            Report(
                one.article.id,
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
        nearest = _nearest(one.mentions)
        for mention in one.mentions:
            self._kinds.append(self._kind(mention))
            self._spans.append(mention.span)
            self._triggers.append(mention.trigger)
            self._actors.append(mention.actors)
            self._times.append(mention.time)
            self._cues.append(mention.cue)
            self._about.append(ranges.get(mention.time) if mention.time else None)
            self._own.append(mention.trigger in nearest.get(mention.time, ()))

    def _kind(self, one: EventMention) -> Kind:
        key = one.event_class, one.status, one.lemma, one.reason
        found = self._known.get(key)
        if found is None:
            classes = classes_of(one.lemma)
            classes = classes if one.event_class in classes else (one.event_class,)
            found = self._known[key] = Kind(*key, classes)
        return found

    def numbers(self) -> Numbers:
        """Finds the number of a telling by its article and where its trigger begins."""
        return Numbers(self._reports, self._triggers)

    def __len__(self) -> int:
        return len(self._kinds)

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
        return Telling(
            number,
            self._kinds[number],
            self._spans[number],
            self._triggers[number],
            self._actors[number],
            self._times[number],
            self._cues[number],
            report,
            own,
            about,
        )


class Numbers:
    """The numbers of tellings by article and the start of their trigger; of equals the last."""

    def __init__(self, reports: Iterable[Report], triggers: Iterable[Span]) -> None:
        self._starts = array("I", (trigger.start for trigger in triggers))
        self._bounds = {one.article: (one.start, one.end) for one in reports}

    def of(self, article: str, start: int) -> int | None:
        """The number of the telling whose trigger begins there; None if there is none."""
        low, high = self._bounds.get(article, (0, 0))
        at = bisect_right(self._starts, start, low, high) - 1
        return at if at >= low and self._starts[at] == start else None


def _ordinals(range_: DateRange | None) -> Days | None:
    if range_ is None or range_.earliest is None or range_.latest is None:
        return None
    return range_.earliest.toordinal(), range_.latest.toordinal()


def _nearest(mentions: Sequence[EventMention]) -> dict[Span | None, set[Span]]:
    """For each time, the triggers that it certainly dates: the nearest one and the nearest verb."""
    closest: dict[tuple[Span, str], tuple[bool, int, Span]] = {}
    for mention in mentions:
        time = mention.time
        if time is not None:
            apart = max(mention.trigger.start - time.end, time.start - mention.trigger.end)
            outside = not mention.span.start <= time.start < mention.span.end
            for kind in ("any", mention.reason.rule):
                found = (outside, apart, mention.trigger)
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
