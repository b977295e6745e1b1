"""Tellings: event mentions with what can be compared across sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armreader.dates import DateRange
from armreader.linking.terms import Terms, terms_of
from armreader.records import Annotations, EventMention, Span
from armreader.words.event_classes import classes_of

_AROUND = 600
"""Characters on either side of a trigger in which the words of its sentence count."""
_LEAD = 1500
"""Characters from the title or first body sentence on that tell the news itself, not its past."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention as linking sees it."""

    mention: EventMention
    story: int
    classes: tuple[str, ...]
    terms: tuple[str, ...]
    """Of its clause, the trigger left out, each once, in order."""
    around: tuple[str, ...]
    """Of the rest of its sentence."""
    range: DateRange | None
    """From the time expression that stands nearest to it."""
    about: DateRange | None
    """From a time expression of its clause, which may date another word of it."""
    lead: bool
    real: bool
    """Told as a fact."""
    published: DateRange | None
    """When its article appeared."""


def tellings(
    annotations: Annotations, story: int, *, dated_only: bool = False
) -> Iterator[Telling]:
    """The mentions of an article whose times are resolved, in the order of the text."""
    article = annotations.article
    terms = terms_of(article.text)
    ranges = {time.span: time.range for time in annotations.times}
    nearest = _nearest(annotations.mentions)
    starts = [sentence.span.start for sentence in annotations.sentences]
    lead = (
        next(
            (
                one.span.start
                for one in annotations.sentences
                if one.section in ("title", "summary", "body")
            ),
            0,
        )
        + _LEAD
    )
    for mention in annotations.mentions:
        if dated_only and mention.time is None:
            continue
        number = bisect_right(starts, mention.trigger.start) - 1
        whole, trigger = annotations.sentences[number].span, mention.trigger
        sentence = Span(
            max(whole.start, trigger.start - _AROUND), min(whole.end, trigger.end + _AROUND)
        )
        own = _terms(terms, mention.span, mention.trigger)
        about = ranges.get(mention.time) if mention.time else None
        inside = set(own)
        rest = tuple(one for one in _terms(terms, sentence, mention.trigger) if one not in inside)
        yield Telling(
            mention,
            story,
            _classes(mention),
            own,
            rest,
            about if mention.trigger in nearest.get(mention.time, ()) else None,
            about,
            mention.trigger.start < lead,
            mention.status == "asserted",
            article.publication.range,
        )


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


def spread(all_tellings: Sequence[Telling]) -> tuple[dict[str, int], dict[str, int]]:
    """How many tellings have each term in their clause, and how many each class."""
    terms: dict[str, int] = {}
    classes: dict[str, int] = {}
    for telling in all_tellings:
        for term in telling.terms:
            terms[term] = terms.get(term, 0) + 1
        for name in telling.classes:
            classes[name] = classes.get(name, 0) + 1
    return terms, classes
