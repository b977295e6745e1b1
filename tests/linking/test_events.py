"""Events across sources: which reports are of one event, which are not, and its label."""

from __future__ import annotations

from itertools import permutations

import pytest

from armreader.linking.stories import group_stories
from wire import QUAKE, QUAKE_AGAIN, QUAKE_UNDATED, VOTE, event_at, linked, report


def test_one_event_in_different_words_has_every_source() -> None:
    found = linked(QUAKE, VOTE, QUAKE_AGAIN)
    quake = event_at(found, QUAKE, "earthquake")
    assert set(quake.articles) == {QUAKE.article.id, QUAKE_AGAIN.article.id}
    assert quake is event_at(found, QUAKE_AGAIN, "earthquake")
    assert quake.range is not None
    assert quake.range.edtf == "2021-05-11"


def test_different_news_shares_no_event() -> None:
    found = linked(QUAKE, VOTE, QUAKE_AGAIN)
    assert all(
        set(event.articles) == {VOTE.article.id}
        for event in found.events
        if VOTE.article.id in event.articles
    )


def test_the_same_kind_of_event_on_another_date_is_a_different_event() -> None:
    first = report("Port seized\nRebels seized the port of Ardal in March 2014.", "2014-04-01")
    second = report("Port seized\nRebels seized the port of Ardal in June 2018.", "2018-06-20")
    found = linked(first, second)
    assert event_at(found, first, "seized the") is not event_at(found, second, "seized the")


def test_a_plan_is_not_a_fact_from_another_time() -> None:
    plan = report("Talks\nOstrava may leave the customs union of the coast.", "2012-02-01")
    fact = report("Union\nOstrava left the customs union of the coast in May 2019.", "2019-06-01")
    found = linked(plan, fact)
    assert event_at(found, plan, "leave") is not event_at(found, fact, "left")


def test_every_mention_is_in_one_event_and_says_why() -> None:
    found = linked(QUAKE, QUAKE_AGAIN, QUAKE_UNDATED, VOTE)
    keys = [(one.article, one.trigger) for event in found.events for one in event.mentions]
    assert len(keys) == len(set(keys))
    reports = (QUAKE, QUAKE_AGAIN, QUAKE_UNDATED, VOTE)
    found_first = {(each.article, each.trigger) for one in reports for each in one.mentions}
    assert found_first <= set(keys)
    for event in found.events:
        if len(event.articles) > 1:
            assert event.evidence


def test_mentions_name_actors_of_the_dossier() -> None:
    found = linked(VOTE, QUAKE)
    (renner,) = (actor.id for actor in found.actors if actor.name == "Paul Renner")
    resigned = event_at(found, VOTE, "resigned")
    assert renner in resigned.mentions[0].actors


def test_events_are_in_the_order_of_their_dates() -> None:
    ranges = [one.range for one in linked(QUAKE, VOTE, QUAKE_AGAIN).events]
    dated = [one.sort_key for one in ranges if one]
    assert dated == sorted(dated)
    assert None not in ranges[: len(dated)]


def test_labels_are_short_and_give_names_in_full() -> None:
    one = report(
        "Minister quits\nPaul Renner spoke at noon. Renner resigned on Friday over the harbour"
        " fees, which had been raised twice in one year by the same council of the town.",
        "2022-11-05",
    )
    found = linked(one)
    label = event_at(found, one, "resigned").label
    assert label.startswith("Paul Renner resigned over the harbour fees")
    assert len(label) <= 90


@pytest.mark.parametrize(
    ("named", "label"),
    [
        ("The Boreas Hull left Ardal. Hull is old.", "Guards watched Boreas near the harbour"),
        ("Dr. Boreas Hull left Ardal. Hull is old.", "Guards watched Boreas Hull near the harbour"),
    ],
)
def test_only_who_is_surely_a_person_is_named_in_full(named: str, label: str) -> None:
    one = report(
        f"Guards\n{named} Guards watched Boreas near the harbour in May 2022.", "2022-11-05"
    )
    assert event_at(linked(one), one, "watched").label == label


def test_a_thing_that_lasts_is_not_prominent_by_itself() -> None:
    one = report("League\nThe membership of 1992 is dear. The towns signed a pact in 1992.", "2020")
    found = linked(one)
    assert not event_at(found, one, "membership").prominent
    assert event_at(found, one, "signed").prominent


def test_stories_are_the_same_in_any_order() -> None:
    reports = (QUAKE, QUAKE_AGAIN, VOTE)
    for order in permutations(reports):
        stories = group_stories([one.article for one in order])
        assert stories[QUAKE.article.id] == stories[QUAKE_AGAIN.article.id]
        assert stories[QUAKE.article.id] != stories[VOTE.article.id]
