"""All steps of linking together: order, repeatability, reasons, copies, one more article."""

from __future__ import annotations

from functools import partial

import pytest

from armreader.language import rows
from armreader.linking.link import draft, handed_over, link, with_corrections
from armreader.linking.one_more import link_one_more
from armreader.opening.pipeline import assemble
from armreader.records import Correction
from armreader.records.linked import Linked
from wire import QUAKE, QUAKE_AGAIN, QUAKE_UNDATED, VOTE, event_at, linked, report

ALL = (QUAKE, VOTE, QUAKE_AGAIN, QUAKE_UNDATED)


def test_no_articles_give_an_empty_result() -> None:
    assert linked() == Linked((), {}, (), (), (), (), (), ())


def test_annotations_handed_over_are_linked_and_freed() -> None:
    reports = list(ALL)
    assert link(handed_over(reports)) == linked(*ALL)
    assert not reports


def test_the_same_input_gives_the_same_output() -> None:
    assert linked(*ALL) == linked(*ALL)


def test_every_rule_is_explained() -> None:
    found = linked(*ALL)
    rules = {one.publication.reason.rule for one in found.articles}
    for records in (found.events, found.wordings, found.disagreements):
        rules |= {one.reason.rule for one in records}
    rules |= {one.reason.rule for event in found.events for one in event.mentions}
    known = {row[0] for room in ("events", "linking", "reading") for row in rows(f"reasons/{room}")}
    assert rules <= known


def test_a_copy_names_the_first_of_its_text() -> None:
    text = QUAKE.article.text
    copy = report(text.replace("Strong quake", "Quake"), "2021-05-12", "Third Paper")
    articles = linked(QUAKE, VOTE, copy).articles
    assert articles[2].repeats == QUAKE.article.id
    assert not articles[0].repeats
    assert not articles[1].repeats


def test_one_more_article_joins_what_is_there() -> None:
    before = (QUAKE, VOTE)
    annotations = {one.article.id: one for one in before}
    found = link_one_more(linked(*before), QUAKE_AGAIN, lambda one: annotations[one.id])
    assert [one.id for one in found.articles] == [one.article.id for one in (*before, QUAKE_AGAIN)]
    quake = event_at(found, QUAKE_AGAIN, "earthquake")
    assert set(quake.articles) == {QUAKE.article.id, QUAKE_AGAIN.article.id}
    ids = {one.id for one in found.actors}
    assert all(
        actor in ids for event in found.events for one in event.mentions for actor in one.actors
    )
    assert {one.kind for one in found.disagreements} == {"number"}
    groups = {one.id for one in found.wordings}
    assert {one.wording_group for one in found.quotes if one.wording_group} == groups != set()


def test_the_users_corrections_win() -> None:
    place = QUAKE.article.text.index("earthquake")
    vote = VOTE.article.text.index("resigned")
    mention, other = f"{QUAKE.article.id}@{place}", f"{VOTE.article.id}@{vote}"
    quote = linked(QUAKE).quotes[0].id
    found = linked(
        *ALL,
        corrections=(
            Correction("date", QUAKE_UNDATED.article.id, "2021-05"),
            Correction("source", VOTE.article.id, "Evening Sun"),
            Correction("speaker", quote, "Ada Nilsen"),
            Correction("split", mention),
            Correction("join", mention, other),
        ),
    )
    assert found.articles[3].publication.basis == "given"
    assert found.articles[3].publication.range is not None
    assert found.articles[3].publication.range.edtf == "2021-05"
    assert found.articles[1].source == "Evening Sun"
    names = {one.id: one.name for one in found.actors}
    speaker = next(one.speaker for one in found.quotes if one.id == quote)
    assert speaker is not None
    assert names[speaker.actor or ""] == "Ada Nilsen"
    joined = event_at(found, VOTE, "resigned")
    assert joined is event_at(found, QUAKE, "earthquake")
    assert joined is not event_at(found, QUAKE_AGAIN, "earthquake")


def test_rows_follow_the_users_corrections() -> None:
    vote, quake = (
        f"{one.article.id}@{one.article.text.index(word)}"
        for one, word in ((VOTE, "resigned"), (QUAKE, "earthquake"))
    )
    quote = linked(QUAKE).quotes[0]
    found = linked(
        *ALL,
        corrections=(
            Correction("call", vote, "The mayor gives up"),
            Correction("when", vote, "1999-05"),
            Correction("hide", quake),
            Correction("hide", quote.id),
        ),
    )
    event = event_at(found, VOTE, "resigned")
    assert event.label == "The mayor gives up"
    assert event.range is not None
    assert event.range.edtf == "1999-05"
    dated = [day for one in found.events if one.range and (day := one.range.shown.earliest)]
    assert dated == sorted(dated)
    assert all(
        (one.article, one.trigger.start) != (QUAKE.article.id, int(quake.partition("@")[2]))
        for each in found.events
        for one in each.mentions
    )
    assert quote.id not in {one.id for one in found.quotes}
    assert all(quote.id not in group.quotes for group in found.wordings)


def test_what_the_user_marks_as_furniture_is_furniture_everywhere() -> None:
    text = QUAKE.article.text
    where = f"{QUAKE.article.id}@0"
    found = linked(*ALL, corrections=(Correction("furniture", where, str(len(text))),))
    assert all(one.article != QUAKE.article.id for each in found.events for one in each.mentions)
    assert all(one.article != QUAKE.article.id for one in found.quotes)
    assert any(one.kind == "furniture" for one in found.articles[0].sections)


def test_wordings_follow_the_users_corrections() -> None:
    first, second = (
        next(one.id for one in linked(QUAKE, QUAKE_AGAIN).quotes if one.article == which.article.id)
        for which in (QUAKE, QUAKE_AGAIN)
    )
    parted = linked(QUAKE, QUAKE_AGAIN, corrections=(Correction("different", first, second),))
    assert not any({first, second} <= set(one.quotes) for one in parted.wordings)
    again = linked(
        QUAKE,
        QUAKE_AGAIN,
        corrections=(
            Correction("different", first, second),
            Correction("same", first, second),
        ),
    )
    assert any({first, second} <= set(one.quotes) for one in again.wordings)


def test_a_copy_is_not_an_independent_source() -> None:
    copy = report(QUAKE.article.text + "\nMore follows.", "2021-05-12", "Third Paper")
    dossier = assemble("quake", (), partial(link, (QUAKE, QUAKE_AGAIN, copy)))
    quake = event_at(linked(QUAKE, QUAKE_AGAIN, copy), QUAKE, "earthquake")
    assert len(quake.articles) == 3
    assert dossier.independent_sources(quake) == (QUAKE.article.id, QUAKE_AGAIN.article.id)


@pytest.mark.parametrize(
    "correction",
    [
        Correction("date", QUAKE_UNDATED.article.id, "2021-05"),
        Correction("date", QUAKE.article.id, "2020-01-02"),
        Correction("speaker", QUAKE.quotes[0].id, "Ada Nilsen"),
    ],
)
def test_what_a_draft_was_made_with_can_be_corrected_again(correction: Correction) -> None:
    made = draft(ALL, (correction,))
    assert with_corrections(made, (correction,)) == made != draft(ALL, ())
