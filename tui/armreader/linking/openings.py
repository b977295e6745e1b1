"""Openings: whether two articles open with the same news."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from armreader.language.event_classes import classes_of, is_talk
from armreader.linking.terms import terms_of
from armreader.records import Annotations, EventMention, Passage

_SENTENCES = 2
"""Sentences of the body that belong to the opening, after title and summary."""
_CANDIDATES = 10
"""Dated articles compared with an undated one."""
_POSTINGS = 200


@dataclass(frozen=True, slots=True)
class OpeningEvent:
    """An event of an article's opening: its classes, and the terms of its clause."""

    mention: EventMention
    classes: frozenset[str]
    terms: frozenset[str]


def opening_events(annotations: Annotations) -> list[OpeningEvent]:
    """The events that the title, the summary and the first sentences of the body report."""
    body = [one.span for one in annotations.sentences if one.section == "body"][:_SENTENCES]
    heads = [one.span for one in annotations.sentences if one.section in ("title", "summary")]
    end = max((span.end for span in [*heads[:4], *body]), default=0)
    found = []
    for mention in annotations.mentions:
        if mention.trigger.start >= end:
            break
        classes = frozenset(
            name for name in classes_of(mention.lemma) if "." in name and not is_talk(name)
        )
        if classes and mention.status != "denied":
            terms = terms_of(annotations.article.text).inside(mention.span)
            found.append(OpeningEvent(mention, classes, frozenset(terms)))
    return found


def day_of(annotations: Annotations) -> date | None:
    """The day of publication where it is known to the day."""
    range_ = annotations.article.publication.range
    return range_.earliest if range_ and range_.days == 1 else None


class DatedNews:
    """The articles whose day is known, found by what they open with."""

    def __init__(self, annotated: Sequence[Annotations], stories: Mapping[str, int]) -> None:
        self._stories = stories
        self._openings: list[tuple[Annotations, date, list[OpeningEvent]]] = []
        self._index: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
        for one in annotated:
            day = day_of(one)
            if day:
                opening = opening_events(one)
                for key in _keys(stories[one.article.id], opening):
                    self._index[key].append(len(self._openings))
                self._openings.append((one, day, opening))

    def of(
        self, annotations: Annotations
    ) -> Iterator[tuple[Annotations, date, tuple[Passage, Passage]]]:
        """The articles that open with the same news, most alike first, with day and place."""
        own = opening_events(annotations)
        alike: Counter[int] = Counter()
        for key in _keys(self._stories[annotations.article.id], own):
            alike.update(self._index.get(key, ())[:_POSTINGS])
        for number, _ in sorted(alike.items(), key=lambda one: (-one[1], one[0]))[:_CANDIDATES]:
            other, day, opening = self._openings[number]
            shared = same_news(own, opening)
            if shared:
                yield other, day, shared


def _keys(story: int, opening: Sequence[OpeningEvent]) -> list[tuple[int, str, str]]:
    return sorted(
        {(story, name, term) for one in opening for name in one.classes for term in one.terms}
    )


def same_news(
    own: Sequence[OpeningEvent], other: Sequence[OpeningEvent]
) -> tuple[Passage, Passage] | None:
    """The two mentions that make openings the same news: of one class, and most alike in words."""
    best: tuple[int, OpeningEvent, OpeningEvent] | None = None
    for one in own:
        for two in other:
            alike = len(one.terms & two.terms)
            if one.classes & two.classes and alike > (best[0] if best else 1):
                best = alike, one, two
    if best is None:
        return None
    return tuple(  # type: ignore[return-value]
        Passage(event.mention.article, *event.mention.trigger) for event in best[1:]
    )
