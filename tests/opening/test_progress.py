"""How far a reading is, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.opening.progress import Progress, Steps, sizes_of


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


def test_one_long_file_is_as_far_as_its_steps() -> None:
    now = [0.0]
    progress = Progress({"a": 100, "b": 300}, lambda: now[0])
    progress.reached("a", 0, 0.2)
    assert progress.words(1) == "reading, 1 article so far · Esc stops"
    now[0] = 10.0
    progress.reached("a", 0.2, 0.6)
    assert progress.words(1) == "reading, 1 article so far · 5% · about 3 min left · Esc stops"
    now[0] = 20.0
    assert progress.share == 0.1  # as fast as until then
    now[0] = 900.0
    assert progress.share == pytest.approx(0.25 * 0.56)  # but the step is not over
    progress.finished("a")
    progress.finished("b")
    assert progress.share == 0.25


def test_linking_is_as_far_as_its_steps() -> None:
    now = [0.0]
    steps = Steps(lambda: now[0])
    assert steps.words("linking 48 articles") == "linking 48 articles · Esc stops"
    now[0] = 4.0
    steps.reached(0.25, 0.5)
    assert steps.words("linking 48 articles") == (
        "linking 48 articles · 25% · about 12 s left · Esc stops"
    )


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
