"""Which events and quotes a choice leaves in."""

from __future__ import annotations

from datetime import date

import pytest

from armreader.story.chosen import Choice, chosen
from dossiers import harbour_dossier

HARBOUR = harbour_dossier()
EVENTS = {event.id for event in HARBOUR.events}
QUOTES = {quote.id for quote in HARBOUR.quotes}


@pytest.mark.parametrize(
    ("choice", "events"),
    [
        (Choice(), EVENTS),
        (Choice(top=1), {"e-vote"}),
        (Choice(min_sources=2), {"e-vote"}),
        (Choice("disputed"), {"e-vote"}),
        (Choice(kept=frozenset({"e-built"})), {"e-built"}),
        (Choice("main", kept=frozenset({"e-built"})), {"e-built"}),
        (Choice(last=date(1950, 1, 1)), {"e-built"}),
        (Choice(source="no such source"), set()),
    ],
)
def test_a_choice_leaves_in_the_events_that_it_asks_for(choice: Choice, events: set[str]) -> None:
    assert {event.id for event in chosen(HARBOUR, choice).events} == events


@pytest.mark.parametrize(
    ("choice", "quotes"),
    [
        (Choice(), QUOTES),
        (Choice(speaker="quill"), {"q-stand", "q-upright"}),
        (Choice("shared"), {"q-stand", "q-upright"}),
        (Choice(kept=frozenset({"q-stand"})), {"q-stand"}),
        (Choice(first=date(2200, 1, 1)), set()),
    ],
)
def test_a_choice_leaves_in_the_quotes_that_it_asks_for(choice: Choice, quotes: set[str]) -> None:
    assert {quote.id for quote in chosen(HARBOUR, choice).quotes} == quotes
