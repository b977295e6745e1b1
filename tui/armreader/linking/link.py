"""The whole of stage 3: annotations of many articles to the linked records of one dossier."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace

from armreader.linking.actors import merge_actors
from armreader.linking.copies import mark_agency_copies, mark_copies
from armreader.linking.corrected import (
    correct_dates,
    correct_events,
    correct_sources,
    correct_speakers,
    correct_wordings,
)
from armreader.linking.corrected_actors import correct_actors
from armreader.linking.disagreements import find_disagreements
from armreader.linking.events import link_events
from armreader.linking.events.telling import Tellings
from armreader.linking.publications import infer_publications
from armreader.linking.stories import group_stories
from armreader.linking.times import resolve_times
from armreader.linking.wordings import group_wordings
from armreader.records import (
    Actor,
    Annotations,
    Article,
    Correction,
    CorrectionKind,
    Disagreement,
    Event,
    Publication,
    Quote,
    Sentence,
    Span,
    TimeExpression,
    WordingGroup,
)


@dataclass(frozen=True, slots=True)
class Linked:
    """The records of a dossier after its sources have been brought together."""

    articles: tuple[Article, ...]
    sentences: Mapping[str, tuple[Sentence, ...]]
    """By article id."""
    times: tuple[TimeExpression, ...]
    quotes: tuple[Quote, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    wordings: tuple[WordingGroup, ...]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is linked before the user's word on events, wordings and sources is heard."""

    dated: Sequence[Annotations]
    """Without quotes and mentions; of the actors the persons alone."""
    quotes: tuple[Quote, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    wordings: tuple[WordingGroup, ...]


DRAFTED: frozenset[CorrectionKind] = frozenset(("date", "speaker", "name"))
"""Corrections that a draft is made with: what is found depends on them."""


def link(annotated: Iterable[Annotations], corrections: Sequence[Correction] = ()) -> Linked:
    """Merge actors, date the articles, resolve their times, and join what tells of one thing.

    The user's corrections are given facts to every step that follows them. What nobody else holds
    (see ``handed_over``) is let go of as soon as it is linked.
    """
    return finish(draft(annotated, corrections), corrections)


def handed_over(annotated: list[Annotations]) -> Iterator[Annotations]:
    """The annotations in their order, each forgotten by the list when it is taken."""
    annotated.reverse()
    while annotated:
        yield annotated.pop()


def draft(annotated: Iterable[Annotations], corrections: Sequence[Correction]) -> Draft:
    """All that takes long: it need be done again only for other articles or ``DRAFTED``."""
    with no_collecting():
        return _draft(annotated, corrections)


def finish(draft: Draft, corrections: Sequence[Correction]) -> Linked:
    """The records of a dossier, from a draft made with the same corrections."""
    with no_collecting():
        events = correct_events(draft.events, corrections)
        quotes, wordings = correct_wordings(draft.quotes, draft.wordings, corrections)
        return Linked(
            articles=correct_sources([one.article for one in draft.dated], corrections),
            sentences={one.article.id: one.sentences for one in draft.dated},
            times=tuple(time for one in draft.dated for time in one.times),
            quotes=quotes,
            actors=draft.actors,
            events=events,
            wordings=wordings,
            disagreements=find_disagreements(draft.dated, events, triggers_in(events)),
        )


def triggers_in(events: Iterable[Event]) -> Mapping[str, Sequence[Span]]:
    """By article the triggers of all its mentions, in order."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            found[mention.article].append(mention.trigger)
    return {article: sorted(triggers) for article, triggers in found.items()}


@contextmanager
def no_collecting() -> Iterator[None]:
    """No search for cycles in millions of records that hold none; it takes a fifth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _draft(annotated: Iterable[Annotations], corrections: Sequence[Correction]) -> Draft:
    merged = merge_actors(mark_copies(correct_dates(annotated, corrections)))
    merged = correct_actors(merged, corrections)
    spoken, actors = correct_speakers(merged.annotated, merged.actors, corrections)
    ids = {one.article.id: ids for one, ids in zip(spoken, merged.ids, strict=True)}
    stories = group_stories(spoken)
    dated = _dated(spoken, infer_publications(spoken, stories))
    persons = {actor.id for actor in actors if actor.kind == "person"}
    dated = [_with_persons(one, ids[one.article.id], persons) for one in dated]
    del merged, spoken  # let go of what is not dated
    quotes, wordings = group_wordings(dated)
    tellings = Tellings(dated, stories)
    articles = mark_agency_copies([one.article for one in dated], stories)
    dated = [  # without what stands in groups and tellings now
        replace(one, article=article, quotes=(), mentions=())
        for one, article in zip(dated, articles, strict=True)
    ]
    return Draft(dated, quotes, actors, link_events(tellings, dated, actors, ids), wordings)


def _dated(
    annotated: Sequence[Annotations], publications: Mapping[str, Publication]
) -> list[Annotations]:
    """The articles with their publications, and their times as these resolve them."""
    return [
        replace(
            one,
            article=replace(one.article, publication=publications[one.article.id]),
            times=resolve_times(one, publications[one.article.id]),
        )
        for one in annotated
    ]


def _with_persons(one: Annotations, ids: Mapping[str, str], persons: Set[str]) -> Annotations:
    """The annotations with those of its actors alone whom a label calls by their full names."""
    return replace(one, actors=tuple(actor for actor in one.actors if ids[actor.id] in persons))
