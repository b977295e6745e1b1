"""Cross-highlighting: what goes with a selection, in every article."""

from __future__ import annotations

import pytest

from armreader.records import Passage
from armreader.story.selection import Selection, SelectionKind
from dossiers import COURIER, GAZETTE, HERALD, harbour_dossier, span

DOSSIER = harbour_dossier()
TEXTS = {"gazette": GAZETTE, "courier": COURIER, "herald": HERALD}


def lit(kind: SelectionKind, key: str, role: str) -> list[tuple[str, str]]:
    """The words lit in a role: article and words."""
    found = DOSSIER.related(Selection(kind, key)).highlights
    return [
        (article, TEXTS[article][slice(*one.span)])
        for article in TEXTS
        for one in found.get(article, ())
        if one.role == role
    ]


def test_an_event_lights_its_mentions_in_every_source() -> None:
    assert lit("event", "e-vote", "trigger") == [
        ("gazette", "close"),
        ("courier", "closed"),
        ("herald", "closed"),
    ]
    assert lit("event", "e-vote", "event")[1] == ("courier", "closed the old pier on Friday")
    related = DOSSIER.related(Selection("event", "e-vote"))
    assert related.articles == {"gazette", "courier", "herald"}
    assert [one.id for one in related.disagreements] == ["d-day"]
    assert related.actors >= {"board"}


def test_an_event_brings_the_quotes_of_its_sentences_and_their_other_wordings() -> None:
    related = DOSSIER.related(Selection("event", "e-vote"))
    assert related.quotes == {"q-stand", "q-upright"}
    assert lit("event", "e-vote", "quote") == [("gazette", "We cannot keep it standing")]
    assert lit("event", "e-vote", "wording") == [("courier", "It can no longer be kept upright.")]


def test_a_quote_brings_its_other_wordings_and_its_event() -> None:
    related = DOSSIER.related(Selection("quote", "q-stand"))
    assert lit("quote", "q-stand", "selected") == [("gazette", "We cannot keep it standing")]
    assert lit("quote", "q-stand", "wording") == [("courier", "It can no longer be kept upright.")]
    assert lit("quote", "q-stand", "actor") == [("gazette", "Ada Quill"), ("courier", "Ms Quill")]
    assert related.events == {"e-vote"}
    assert related.articles == {"gazette", "courier"}


def test_an_actor_brings_every_spelling_and_what_they_said() -> None:
    related = DOSSIER.related(Selection("actor", "quill"))
    assert lit("actor", "quill", "actor") == [("gazette", "Ada Quill"), ("courier", "Ms Quill")]
    assert related.quotes == {"q-stand", "q-upright"}
    assert DOSSIER.related(Selection("actor", "birk")).events == {"e-spoke"}


def test_an_article_brings_its_events_and_quotes_and_lights_no_other() -> None:
    related = DOSSIER.related(Selection("article", "gazette"))
    assert related.events == {"e-vote", "e-built"}
    assert related.quotes == {"q-stand", "q-move"}
    assert set(related.highlights) == {"gazette"}


@pytest.mark.parametrize("kind", ["article", "event", "quote", "actor"])
def test_what_does_not_exist_has_nothing(kind: SelectionKind) -> None:
    assert not DOSSIER.related(Selection(kind, "none")).articles
    assert not DOSSIER.related(None).highlights


def test_stops_follow_the_order_of_the_articles() -> None:
    stops = DOSSIER.related(Selection("event", "e-vote")).stops
    assert [stop.article for stop in stops] == ["gazette", "courier", "herald"]
    assert stops[1] == Passage("courier", *span(COURIER, "closed", nth=1))


def test_highlights_are_ordered_and_inside_their_article() -> None:
    everything = [
        *(Selection("article", one.id) for one in DOSSIER.articles),
        *(Selection("event", one.id) for one in DOSSIER.events),
        *(Selection("quote", one.id) for one in DOSSIER.quotes),
        *(Selection("actor", one.id) for one in DOSSIER.actors),
    ]
    for selection in everything:
        for article, highlights in DOSSIER.related(selection).highlights.items():
            spans = [one.span for one in highlights]
            assert spans == sorted(spans)
            assert all(0 <= one.start < one.end <= len(TEXTS[article]) for one in spans)


def test_the_same_selection_is_reckoned_once() -> None:
    selection = Selection("event", "e-vote")
    assert DOSSIER.related(selection) is DOSSIER.related(selection)
