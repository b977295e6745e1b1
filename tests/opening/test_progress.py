"""How far a reading is, in words."""

from __future__ import annotations

from pathlib import Path

from armreader.opening.progress import Progress, sizes_of


def test_the_share_and_the_rest_are_reckoned_from_the_files_that_are_over() -> None:
    now = [0.0]
    progress = Progress({"a": 100, "b": 300, "c": 600}, lambda: now[0])
    assert progress.words(3) == "reading, 3 articles so far · Esc stops"
    progress.finished("a")
    assert progress.share == 0
    now[0] = 1.0
    progress.finished("b")
    assert progress.words(3) == "reading, 3 articles so far · 10% · Esc stops"
    now[0] = 10.0
    assert progress.words(3) == "reading, 3 articles so far · 10% · about 2 min left · Esc stops"
    progress.finished("c")
    assert progress.words(1) == "reading, 1 article so far · 40% · about 15 s left · Esc stops"


def test_a_file_of_many_articles_is_over_when_another_begins() -> None:
    progress = Progress({"a": 100, "b": 100})
    for _ in range(5):
        progress.finished("a")
    assert progress.share == 0
    progress.finished("b")
    progress.finished("a")
    progress.finished("b")
    assert progress.share == 1.0


def test_sizes_are_by_the_names_that_articles_give(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "one.txt").write_text("Low tide")
    (tmp_path / "two.txt").write_text("High tide")
    assert sorted(sizes_of([str(tmp_path), str(tmp_path / "none.txt"), "-"]).values()) == [8, 9]
    assert sizes_of(["-"]) == {}
