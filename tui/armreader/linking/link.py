"""The whole of stage 3: annotations of many articles to the linked records of one dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from armreader.linking.actors import merge_actors
from armreader.linking.disagreements import find_disagreements
from armreader.linking.events import link_events
from armreader.linking.publications import infer_publications
from armreader.linking.stories import group_stories
from armreader.linking.times import resolve_times
from armreader.linking.wordings import group_wordings
from armreader.records import (
    Actor,
    Annotations,
    Article,
    Disagreement,
    Event,
    Quote,
    TimeExpression,
    WordingGroup,
)


@dataclass(frozen=True, slots=True)
class Linked:
    """The records of a dossier after its sources have been brought together."""

    articles: tuple[Article, ...]
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    wordings: tuple[WordingGroup, ...]
    disagreements: tuple[Disagreement, ...]


def link(annotated: Sequence[Annotations]) -> Linked:
    """Merge actors, date the articles, resolve their times, and join what tells of one thing."""
    merged = merge_actors(annotated)
    stories = group_stories(merged.annotated)
    publications = infer_publications(merged.annotated, stories)
    dated = [
        replace(
            one,
            article=replace(one.article, publication=publications[one.article.id]),
            times=resolve_times(one, publications[one.article.id]),
        )
        for one in merged.annotated
    ]
    events = link_events(dated, merged.actors, stories)
    quotes, wordings = group_wordings(dated, merged.actors)
    disagreements = find_disagreements(dated, events, wordings, quotes)
    return Linked(
        articles=tuple(one.article for one in dated),
        times=tuple(time for one in dated for time in one.times),
        quotes=quotes,
        actors=merged.actors,
        events=events,
        wordings=wordings,
        disagreements=disagreements,
    )
