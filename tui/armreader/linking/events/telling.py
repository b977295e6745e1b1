"""Tellings: event mentions with what can be compared across sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from armreader.dates import DateRange
from armreader.linking.terms import Terms, terms_of
from armreader.records import Annotations, EventMention, Span
from armreader.words.event_classes import classes_of

_AROUND = 600
"""Characters on either side of a trigger in which the words of its sentence count."""
_TOLD = ("title", "summary", "body")
_LEAD = 1500
"""Characters from the title or first body sentence on that tell the news itself, not its past."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the tellings of one article have in common."""

    text: str
    story: int
    published: DateRange | None
    """When it appeared."""
    lead_end: int
    """Where what it leads with ends."""
    start: int
    """The number of its first telling."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention as linking sees it; its terms are taken from the text when they are asked for."""

    number: int
    """Its place among the tellings of the dossier."""
    mention: EventMention
    report: Report
    sentence: Span
    """As much of its sentence as counts."""
    classes: tuple[str, ...]
    range: DateRange | None
    """From the time expression that stands nearest to it."""
    about: DateRange | None
    """From a time expression of its clause, which may date another word of it."""

    @property
    def lead(self) -> bool:
        """Whether it is of the news itself, and not of its past."""
        return self.mention.trigger.start < self.report.lead_end

    @property
    def real(self) -> bool:
        """Whether it is told as a fact."""
        return self.mention.status == "asserted"

    def terms(self) -> tuple[str, ...]:
        """Those of its clause, the trigger left out, each once, in order."""
        return _terms(terms_of(self.report.text), self.mention.span, self.mention.trigger)

    def around(self) -> tuple[str, ...]:
        """Those of the rest of its sentence."""
        terms = terms_of(self.report.text)
        inside = set(_terms(terms, self.mention.span, self.mention.trigger))
        found = _terms(terms, self.sentence, self.mention.trigger)
        return tuple(term for term in found if term not in inside)


def all_tellings(
    annotated: Sequence[Annotations], stories: Mapping[str, int], *, dated_only: bool = False
) -> Iterator[Telling]:
    """The mentions of all articles, whose times are resolved, in the order of the texts."""
    number = 0
    for one in annotated:
        for telling in _tellings(one, stories[one.article.id], number, dated_only):
            number += 1
            yield telling


def _tellings(
    annotations: Annotations, story: int, number: int, dated_only: bool
) -> Iterator[Telling]:
    article = annotations.article
    ranges = {time.span: time.range for time in annotations.times}
    nearest = _nearest(annotations.mentions)
    starts = [sentence.span.start for sentence in annotations.sentences]
    told = (one.span.start for one in annotations.sentences if one.section in _TOLD)
    report = Report(article.text, story, article.publication.range, next(told, 0) + _LEAD, number)
    for mention in annotations.mentions:
        if dated_only and mention.time is None:
            continue
        trigger = mention.trigger
        whole = annotations.sentences[bisect_right(starts, trigger.start) - 1].span
        around = Span(
            max(whole.start, trigger.start - _AROUND), min(whole.end, trigger.end + _AROUND)
        )
        about = ranges.get(mention.time) if mention.time else None
        own = about if trigger in nearest.get(mention.time, ()) else None
        sentence = whole if around == whole else around
        yield Telling(number, mention, report, sentence, _classes(mention), own, about)
        number += 1


def _nearest(mentions: Sequence[EventMention]) -> dict[Span | None, set[Span]]:
    """For each time, the triggers that it surely dates: the nearest one and the nearest verb."""
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


def _classes(mention: EventMention) -> tuple[str, ...]:
    """The classes of the lemma, that of the mention first (a light verb has its object's)."""
    known = classes_of(mention.lemma)
    if mention.event_class in known:
        return known
    return (mention.event_class,)


def _terms(terms: Terms, span: Span, trigger: Span) -> tuple[str, ...]:
    found = terms.within(span)
    return tuple(
        dict.fromkeys(
            term
            for start, term in zip(found.starts, found.terms, strict=True)
            if not trigger.start <= start < trigger.end
        )
    )


def spread(tellings: Iterable[Telling]) -> tuple[dict[str, int], dict[str, int]]:
    """How many tellings have each term in their clause, and how many each class."""
    terms: dict[str, int] = {}
    classes: dict[str, int] = {}
    for telling in tellings:
        for term in telling.terms():
            terms[term] = terms.get(term, 0) + 1
        for name in telling.classes:
            classes[name] = classes.get(name, 0) + 1
    return terms, classes
