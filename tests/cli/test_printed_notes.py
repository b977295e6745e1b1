"""The notebook and its verdicts in print."""

from __future__ import annotations

from dataclasses import replace

from armreader.cli.printed_notes import bookmarks_table, verdict_objects, verdicts_table
from armreader.notes.bookmark import Bookmark
from armreader.notes.facts import changes
from armreader.notes.verify import verify
from armreader.story.dossier import Dossier


def test_bookmarks_are_listed_in_the_order_of_the_notebook(bookmarks: list[Bookmark]) -> None:
    table = bookmarks_table(bookmarks)
    assert [row[-1] for row in table.rows] == [bookmark.id for bookmark in bookmarks]
    assert table.rows[0][:4] == (
        *("2021-03-05", "Tomas Berg", "We lost everything"),
        "#fire #to-do",
    )


def test_verdicts_say_where_the_words_are(dossier: Dossier, bookmarks: list[Bookmark]) -> None:
    gone = replace(dossier, articles=dossier.articles[:1])
    verdicts = verify(bookmarks, gone)
    changed = {one.bookmark.id: changes(one, gone) for one in verdicts}
    rows = verdicts_table(gone, verdicts, changed).rows
    assert [(row[0], row[2]) for row in rows] == [("holds", "a-1.txt:1"), ("lost", "a-2.txt")]
    assert [verdict.intact for verdict in verdicts] == [True, False]
    found, lost = verdict_objects(verdicts, changed)
    assert (found["article"], found["start"], found["end"]) == ("a-1", 45, 63)
    assert (lost["verdict"], lost["article"], lost["start"]) == ("lost", None, None)
