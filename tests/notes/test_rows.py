"""The user's own chronology: wording, date, headings, order and parts, in the file and as rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.notes.bookmark import Bookmark, Own, bookmark_event, bookmark_quote, bookmark_stretch
from armreader.notes.facts import as_now, changes
from armreader.notes.notebook import Notebook
from armreader.notes.rows import KeptRow, chosen_rows, kept_rows, leaders_of
from armreader.notes.verify import verify
from armreader.records import Actor, Correction, Span
from armreader.records.dates import DateRange
from armreader.story.chosen import Choice
from armreader.story.dossier import Dossier

BY_HAND = Span(0, 34)


@pytest.fixture
def three(dossier: Dossier, notebook: Notebook) -> list[Bookmark]:
    """A quote, an event and a stretch in the notebook."""
    kept = [
        bookmark_quote(dossier, dossier.quotes[0].id),
        bookmark_event(dossier, "e-1"),
        bookmark_stretch(dossier, dossier.articles[0].id, BY_HAND),
    ]
    for one in kept:
        notebook.add(one)
    return kept


def rows(notebook: Notebook, dossier: Dossier, *corrections: Correction) -> tuple[KeptRow, ...]:
    contents = Notebook(notebook.path).load()
    assert contents.problems == ()
    return kept_rows(contents.bookmarks, contents.headings, dossier, corrections)


def own(wording: str = "", date: str = "", part_of: str = "") -> Own:
    return Own(wording, date, part_of)


def test_rows_say_what_was_kept_and_when(
    notebook: Notebook, dossier: Dossier, three: list[Bookmark]
) -> None:
    said, event, by_hand = rows(notebook, dossier)
    assert said.wording.startswith("Maria Olsen: “We will not load a single crate")
    assert (event.wording, event.date) == ("dockers stop work", DateRange.from_edtf("2023-05-08"))
    assert (by_hand.wording, by_hand.date) == (
        "Harbour strike enters second week",
        DateRange.from_edtf("2023-05-09"),
    )
    assert [one.yours for one in (said, event, by_hand)] == [(), (), ()]


def test_own_wording_and_date_come_back_and_are_plain_markdown(
    notebook: Notebook, dossier: Dossier, three: list[Bookmark]
) -> None:
    notebook.set_comment(three[1].id, "check this", ["pier"])
    notebook.set_own(three[1].id, lambda _: own("The port stands still", "2023-05"))
    text = notebook.path.read_text()
    assert "\nwording:: The port stands still\ndate:: 2023-05\n" in text
    row = rows(notebook, dossier)[1]
    assert (row.wording, row.date) == ("The port stands still", DateRange.from_edtf("2023-05"))
    assert (row.yours, row.tags, row.comments) == (("wording", "date"), ("pier",), ("check this",))
    notebook.set_comment(three[1].id, "another", [])
    assert rows(notebook, dossier)[1].wording == "The port stands still"
    notebook.set_own(three[1].id, lambda _: Own())
    assert "wording::" not in notebook.path.read_text()


@pytest.mark.parametrize(
    ("written", "kept", "comment"),
    [
        ("wording:: By hand", own("By hand"), ""),
        ("Date:: 2023-05-01\n\nsaid later", own(date="2023-05-01"), "said later"),
        ("part of:: ^b-0123456789", own(part_of="b-0123456789"), ""),
        ("date:: soon", Own(), "date:: soon"),
        ("as he put it\ndate:: 2023", Own(), "as he put it\ndate:: 2023"),
    ],
)
def test_what_a_person_writes_by_hand_is_understood(
    notebook: Notebook, three: list[Bookmark], written: str, kept: Own, comment: str
) -> None:
    text = notebook.path.read_text()
    mark = f"^{three[0].id}\n"
    notebook.path.write_text(text.replace(mark, f"{mark}\n{written}\n"))
    found = Notebook(notebook.path).load().bookmarks[0]
    assert (found.own, found.comment) == (kept, comment)
    Notebook(notebook.path).set_comment(found.id, comment, [])
    again = Notebook(notebook.path).load().bookmarks[0]
    assert (again.own, again.comment) == (kept, comment)


@pytest.mark.parametrize("comment", ["date:: 2023", "\\wording:: x", "wording:: x\n\nmore"])
def test_a_comment_is_not_a_field(notebook: Notebook, three: list[Bookmark], comment: str) -> None:
    notebook.set_comment(three[0].id, comment, [])
    found = Notebook(notebook.path).load().bookmarks[0]
    assert (found.own, found.comment) == (Own(), comment)


def test_headings_are_the_persons_markdown(
    notebook: Notebook, dossier: Dossier, three: list[Bookmark]
) -> None:
    notebook.set_heading(three[1].id, "The strike")
    assert [row.heading for row in rows(notebook, dossier)] == ["", "The strike", "The strike"]
    notebook.set_heading(three[1].id, "Second week")
    text = notebook.path.read_text()
    assert "\n## Second week\n" in text
    assert "The strike" not in text
    fenced = text.replace("## Second week", "```\n## no heading\n```\n\n### By hand ###")
    notebook.path.write_text(fenced)
    assert [row.heading for row in rows(notebook, dossier)] == ["", "By hand", "By hand"]
    notebook.path.write_text(text)
    notebook.set_heading(three[1].id, "")
    assert [row.heading for row in rows(notebook, dossier)] == ["", "", ""]
    notebook.set_heading(three[2].id, "The last")
    notebook.move(three[0].id, None, three[1].id)
    assert [row.heading for row in rows(notebook, dossier)] == ["", "", "The last"]
    notebook.move(three[0].id, three[2].id)
    assert [(row.id, row.heading) for row in rows(notebook, dossier)] == [
        (three[1].id, ""), (three[0].id, "The last"), (three[2].id, "The last")
    ]  # fmt: skip


def test_sorting_moves_blocks_and_leaves_a_persons_lines(
    notebook: Notebook, dossier: Dossier, three: list[Bookmark]
) -> None:
    with notebook.path.open("a") as file:
        file.write("\nmy own last words\n")
    order = {three[0].id: 2, three[1].id: 1, three[2].id: 0}
    notebook.sort(order)
    assert [row.id for row in rows(notebook, dossier)] == [one.id for one in reversed(three)]
    assert notebook.path.read_text().endswith("\nmy own last words\n")


def test_merged_rows_are_one_and_can_be_split(
    notebook: Notebook, dossier: Dossier, three: list[Bookmark]
) -> None:
    notebook.set_own(three[0].id, lambda one: replace(one, part_of=three[1].id))
    first, second = rows(notebook, dossier)
    assert [part.bookmark.id for part in first.parts] == [three[1].id, three[0].id]
    assert (first.wording, second.id) == ("dockers stop work", three[2].id)
    notebook.set_own(three[0].id, lambda one: replace(one, part_of=""))
    assert len(rows(notebook, dossier)) == 3


def test_circular_or_dangling_parts_are_rows_of_their_own(three: list[Bookmark]) -> None:
    first, second, third = (
        replace(one, own=own(part_of=of))
        for one, of in zip(three, (three[1].id, three[0].id, "b-0000000000"), strict=True)
    )
    assert leaders_of((first, second, third)) == {one.id: one.id for one in three}


def test_the_event_is_found_again_by_its_word(
    notebook: Notebook, dossier: Dossier, three: list[Bookmark]
) -> None:
    event = rows(notebook, dossier)[1].parts[0]
    assert event.event is dossier.events[0]
    elsewhere = replace(dossier, events=())
    (gone,) = (row for row in rows(notebook, elsewhere) if row.id == three[1].id)
    assert (gone.wording, gone.parts[0].event) == ("dockers stop work", None)


def with_speaker(dossier: Dossier, name: str) -> Dossier:
    return replace(dossier, actors=(Actor("p-1", name, "person", ()),))


def test_a_corrected_speaker_is_reported_and_carried(
    notebook: Notebook, dossier: Dossier, three: list[Bookmark]
) -> None:
    now = with_speaker(dossier, "Tom Reyes")
    correction = Correction("speaker", dossier.quotes[0].id, "Tom Reyes")
    (verdict,) = verify(three[:1], now)
    words = [one.in_words for one in changes(verdict, now, (correction,))]
    assert words == ["speaker now Tom Reyes (yours)"]
    row = rows(notebook, now, correction)[0]
    assert row.wording.startswith("Tom Reyes: ")
    assert row.yours == ("speaker",)
    # What only the extraction sees otherwise is reported, and not carried.
    assert [one.in_words for one in changes(verdict, now)] == ["speaker now Tom Reyes"]
    assert rows(notebook, now)[0].wording.startswith("Maria Olsen: ")
    notebook.set_facts(three[0].id, lambda one: replace(as_now(verdict, now), own=one.own))
    assert "— **Tom Reyes**" in notebook.path.read_text()
    (after,) = verify(Notebook(notebook.path).load().bookmarks[:1], now)
    assert changes(after, now, (correction,)) == ()


@pytest.mark.parametrize(
    ("choice", "tag", "places"),
    [
        (Choice(), "", [0, 1, 2]),
        (Choice(), "#Pier", [1]),
        (Choice(speaker="olsen"), "", [0]),
        (Choice(source="coast"), "", [0, 1, 2]),
        (Choice(source="elsewhere"), "", []),
        (Choice(last=DateRange.from_edtf("2023-05-08").latest), "", [1]),  # type: ignore[union-attr]
        (Choice(min_sources=2), "", []),
        (Choice(top=1), "", [0]),
    ],
)
def test_a_choice_keeps_the_right_rows(
    notebook: Notebook,
    dossier: Dossier,
    three: list[Bookmark],
    choice: Choice,
    tag: str,
    places: list[int],
) -> None:
    notebook.set_comment(three[1].id, "", ["pier"])
    found = chosen_rows(rows(notebook, dossier), dossier, choice, tag)
    assert [row.id for row in found] == [three[place].id for place in places]
