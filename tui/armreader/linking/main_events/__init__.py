"""Main events: the chronology of a dossier, made of the propositions of its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armreader.linking.main_events.candidate import Candidate, candidates
from armreader.linking.main_events.gathering import gather
from armreader.linking.main_events.joining import joined
from armreader.linking.main_events.likeness import Likeness
from armreader.linking.main_events.naming import Naming
from armreader.linking.main_events.salience import MainEvent, Salience, chosen
from armreader.records import Actor, Annotations

__all__ = ["Candidate", "MainEvent", "Naming", "main_events"]

_ROWS = 20
"""The most propositions of one article that may become rows, by weight."""


def main_events(
    annotated: Sequence[Annotations],
    actors: Sequence[Actor],
    ids: Mapping[str, Mapping[str, str]],
    stories: Mapping[str, int],
    groups: Mapping[tuple[str, int], int],
) -> list[MainEvent]:
    """The events of the chronology, the most salient first.

    ``ids`` gives, for each article, the dossier's id for each local actor; ``groups`` gives, for an
    article and the start of a verb, the group of single mentions that it is in.
    """
    persons = {actor.id for actor in actors if actor.kind == "person"}
    found = candidates(annotated, ids, stories, groups, persons)
    if not found:
        return []
    likeness, naming = Likeness(found), Naming(annotated, actors, ids)
    salience = Salience(naming, likeness)
    rows = _rows(found)
    events = [
        event for group in joined(rows, likeness) if (event := salience.event(group)) is not None
    ]
    rows_ = chosen(events, len({one.place for one in found if not one.copy}))
    gather(rows_, found, likeness)
    return rows_


def _rows(candidates_: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that may become rows: the weightiest of each article, in order."""
    by_article: dict[int, list[Candidate]] = {}
    for one in candidates_:
        if one.proposition.label and one.proposition.form != "state":
            by_article.setdefault(one.place, []).append(one)
    kept = []
    for found in by_article.values():
        found.sort(
            key=lambda one: (-one.proposition.weight - 0.9 * (one.own is not None), one.number)
        )
        kept += sorted(found[:_ROWS], key=lambda one: one.number)
    return kept
