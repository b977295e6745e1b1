"""Cards on a terminal: they fit its width, name their sources, and list each thing once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from armreader.cli.cards import (
    article_cards,
    coverage_cards,
    fitted,
    people_cards,
    quote_cards,
    timeline_cards,
)
from armreader.cli.printed_search import hit_cards
from armreader.search.find import SearchIndex
from armreader.story.coverage import coverage
from dossiers import harbour_dossier

DOSSIER = harbour_dossier()
CARDS: dict[str, Callable[[int], Iterator[str]]] = {
    "articles": lambda width: article_cards(DOSSIER, width, ids=True),
    "timeline": lambda width: timeline_cards(DOSSIER, DOSSIER.events, width, (), ids=True),
    "coverage": lambda width: coverage_cards(DOSSIER, coverage(DOSSIER), width, ids=True),
    "quotes": lambda width: quote_cards(DOSSIER, DOSSIER.quotes, width, (), ids=True),
    "people": lambda width: people_cards(DOSSIER, width, ids=True),
    "search": lambda width: hit_cards(SearchIndex(DOSSIER).search("pier"), width, ids=True),
}


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    lines = list(CARDS[name](width))
    assert lines
    assert max(map(len, lines)) <= width


def test_a_line_that_does_not_fit_ends_in_a_mark() -> None:
    lines = list(CARDS["articles"](40))
    assert any(line.endswith("…") for line in lines)
    assert not any(line.endswith("…") for line in CARDS["articles"](200))


def test_an_event_names_its_sources() -> None:
    shown = "\n".join(CARDS["timeline"](120))
    assert "●●●  3/3  Lumen Gazette, The Courier, No vote on pier, mayor insists" in shown
    assert "The dots, from the left:" in shown


def test_coverage_names_the_sources_that_lack_an_event() -> None:
    shown = "\n".join(CARDS["coverage"](120))
    assert "111  3/3" in shown
    assert "1/3  not in The Courier, No vote on pier, mayor insists" in shown
    assert "The columns, from the left:" in shown


def test_a_hit_has_its_source_and_day_and_is_listed_once() -> None:
    lines = list(CARDS["search"](120))
    assert any("Lumen Gazette  8 Mar 2030" in line and "gazette.txt:" in line for line in lines)
    events = [line for line in lines if line.startswith("event ")]
    assert len(events) == len(set(events))


def test_a_comparison_is_wrapped_under_its_indentation() -> None:
    shown = list(fitted(["  one two three four", "five"], 14))
    assert shown == ["  one two", "    three four", "five"]
