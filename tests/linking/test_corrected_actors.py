"""Actors that the user named: joined with their namesake, or renamed, everywhere."""

from __future__ import annotations

from armreader.records import Actor, Correction, Reason
from armreader.records.linked import Linked
from wire import linked, report

ONE = report(
    "Port\nAda Quill met reporters in Ardal. “We will close the port,” the PM said.",
    "2020-06-02",
)
OTHER = report("Port closed\nAda Quill closed the port of Ardal. Otto Feld wept.", "2020-06-03")


def called(found: Linked, name: str) -> Actor:
    (actor,) = (one for one in found.actors if one.name == name)
    return actor


def place(words: str) -> str:
    return f"{ONE.article.id}@{ONE.article.text.index(words)}"


def test_an_actor_joins_the_one_of_that_name() -> None:
    joined = linked(ONE, OTHER, corrections=(Correction("name", place("Ada Quill"), "otto feld"),))
    feld = called(joined, "Otto Feld")
    assert {"Ada Quill", "Otto Feld"} <= {spelling.text for spelling in feld.spellings}
    assert not [one for one in joined.actors if one.name == "Ada Quill"]
    ids = {actor.id for actor in joined.actors}
    speakers = {quote.speaker.actor for quote in joined.quotes if quote.speaker}
    acting = {actor for event in joined.events for one in event.mentions for actor in one.actors}
    assert speakers - {None} <= ids
    assert acting <= ids
    assert feld.id in acting
    assert feld.reason == Reason("corrected")


def test_without_one_it_is_renamed() -> None:
    before = called(linked(ONE, OTHER), "Ada Quill")
    found = linked(
        ONE, OTHER, corrections=(Correction("name", place("Ada Quill"), "Ada B. Quill"),)
    )
    assert called(found, "Ada B. Quill").spellings == before.spellings


def test_a_place_that_names_nobody_changes_nothing() -> None:
    wrong = Correction("name", f"{ONE.article.id}@1", "Ada B. Quill")
    assert linked(ONE, OTHER, corrections=(wrong,)) == linked(ONE, OTHER)
