"""The second layer of the chronology: how well a mention fits a row."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from armreader.linking import events
from armreader.linking.main_events import gathering
from armreader.linking.main_events.candidate import Candidate, Candidates
from armreader.linking.main_events.gathering import _Row
from armreader.linking.main_events.joining import JOIN
from armreader.linking.main_events.likeness import Likeness
from armreader.linking.main_events.salience import MainEvent
from wire import linked, report

DONE = "sold the old quay", "sold the quay of Ardal", "bought nine grey barges", "sold a barge"
DAYS = "on 3 May 2021", "in May 2021", "last week", ""


@cache
def clauses() -> tuple[list[Candidate], Likeness]:
    """What some companies did, in many words, two sentences a report."""
    texts = [
        f"Deals\n{who} {done} {day}.\nTwo clerks died at sea, and {who} {other} {day}.\n"
        for who in ("Norsk Havn", "The council")
        for done, other in pairwise(DONE)
        for day in DAYS
    ]
    with patch.object(events, "Candidates", wraps=Candidates) as made:
        linked(*(report(text, "2021-05-05") for text in texts))
    found = Candidates(*made.call_args.args)
    return [one for story in found.by_story() for one in story], Likeness(found.spread, found.count)


@given(st.data())
def test_the_nearest_telling_of_a_row_is_found_without_comparing_all(data: st.DataObject) -> None:
    found, likeness = clauses()
    members = data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=8, unique_by=id))
    row = _Row(MainEvent("sold", None, members, 1.0, members[0], None, "sold"), likeness)
    with patch.object(gathering, "_ROUNDING", 99.0):  # so that none is left out
        fits = [row.fit(one, likeness) for one in found]
    assert [row.fit(one, likeness) for one in found] == fits


def test_most_tellings_of_a_row_are_not_compared() -> None:
    found, likeness = clauses()
    row = _Row(MainEvent("sold", None, found[::2], 1.0, found[0], None, "sold"), likeness)
    with patch.object(Likeness, "of_agreeing", wraps=likeness.of_agreeing) as compared:
        fits = [row.fit(one, likeness) for one in found]
        bounded = compared.call_count
        with patch.object(gathering, "_ROUNDING", 99.0):
            assert [row.fit(one, likeness) for one in found] == fits
        assert max(fits) > 0.5
        assert bounded < compared.call_count - bounded


def test_a_row_knows_the_group_of_half_of_its_tellings_whatever_it_takes_in() -> None:
    found, _ = clauses()
    grouped = [one for one in found if one.group is not None]
    row = MainEvent("sold", None, [], 1.0, grouped[0], None, "sold")
    for one in (*grouped, *grouped[:1] * 9):
        row.take_in(MainEvent("sold", None, [one], 1.0, one, one.group, "sold"))
        counts = Counter(each.group for each in row.members)
        group, most = counts.most_common(1)[0]
        assert row.group == (group if 2 * most >= len(row.members) else None)
    assert len(counts) > 2


def test_outside_its_groups_a_row_asks_for_the_likeness_of_one_event() -> None:
    found, likeness = clauses()
    row = _Row(MainEvent("", None, found[:1], 1.0, found[0], None, ""), likeness)
    other = next(one for one in found if one.group not in row.groups)
    assert row.least(other) == JOIN


def test_what_shares_some_words_is_not_shown_as_a_source() -> None:
    """The same verb with another purpose: nothing else groups the two."""
    dossier = linked(
        report(
            "A house in Ardal\nOlaf Berg called police to his house on 3 May to complain of the "
            "smell.\n",
            "2021-05-05",
        ),
        report(
            "Berg arrested\nOlaf Berg was arrested on Friday.\nBerg went to the office of the port "
            "and called police to tell them what he had done, the guards said.\n",
            "2021-05-05",
        ),
    )
    rows = [one for one in dossier.events if one.prominent]
    event = next(one for one in rows if one.label.endswith("complain of the smell"))
    assert {one.article for one in event.mentions} == {dossier.articles[0].id}
