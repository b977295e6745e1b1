"""Main events: the chronology of a dossier, made of the propositions of its sources."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.linking.main_events.candidate import Candidate, Candidates
from armreader.linking.main_events.choosing import chosen
from armreader.linking.main_events.gathering import gather
from armreader.linking.main_events.joining import joined
from armreader.linking.main_events.labels import Labels
from armreader.linking.main_events.likeness import Likeness
from armreader.linking.main_events.naming import Naming
from armreader.linking.main_events.salience import MainEvent, Salience

__all__ = ["Candidate", "Candidates", "Labels", "MainEvent", "Naming", "main_events"]

_ROWS = 20
"""The most propositions of one article that may become rows, by weight."""


def main_events(found: Candidates, naming: Naming) -> list[MainEvent]:
    """The events of the chronology, the most salient first."""
    likeness = Likeness(found.spread, found.count)
    salience = Salience(naming, likeness)
    events = [
        event
        for story in found.by_story(labelled=True)
        for group in joined(_rows(story), likeness)
        if (event := salience.event(group)) is not None
    ]
    rows = chosen(events, found.sources, likeness)
    del events
    gather(rows, found, likeness)
    return rows


def _rows(candidates_: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that may become rows: the weightiest of each article, in order."""
    by_article: dict[int, list[Candidate]] = {}
    for one in candidates_:
        if one.proposition.label:
            by_article.setdefault(one.place, []).append(one)
    kept = []
    for found in by_article.values():
        found.sort(
            key=lambda one: (-one.proposition.weight - 0.9 * (one.own is not None), one.number)
        )
        kept += sorted(found[:_ROWS], key=lambda one: one.number)
    return kept
