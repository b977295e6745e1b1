"""The command that searches: a query that asks for nothing is a mistake, and the order is free."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "story"
    made.mkdir()
    (made / "one.txt").write_text(
        "---\ndate: 2030-05-06\nsource: The Lumen Courier\n---\nMole\n\n"
        "The council closed the old mole on 3 May 2030.\n"
    )
    return made


@pytest.mark.parametrize(
    ("query", "says"),
    [("source:", "wants a name"), ("date:never", "is not a date"), ("", "type")],
)
def test_a_query_that_asks_for_nothing_is_refused(
    query: str, says: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", query, str(folder)]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert says in err.casefold()


def test_what_is_right_of_a_query_still_counts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "mole date:never", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "closed the old mole" in out
    assert "never is not a date" in err


def test_the_query_may_stand_behind_the_path(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", str(folder), "mole"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()[:2]]
    row = dict(zip(*lines, strict=True))
    assert (row["source"], row["published"]) == ("The Lumen Courier", "6 May 2030")


def test_a_search_in_a_library_prints_the_number_asked_for_and_says_what_it_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "two.txt").write_text("Ferry\n\nThe mole at Lumen was closed on 3 May 2030.\n")
    assert main(["index", str(folder)]) == 0
    capsys.readouterr()
    assert main(["search", "mole", str(folder), "--library", "--top", "1"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert not err
    assert main(["search", "mole speaker:quill", str(folder), "--library"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert "speaker: is left out; within one story" in err


def test_a_library_that_would_be_opened_as_one_dossier_may_be_searched_instead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = {
        "ferry": "Ferry strike\n\nThe crews of the Lumen ferry walked out on 3 May 2030.\n",
        "zinc": "Zinc price\n\nTraders in Oldhaven paid more for metal in June 2031.\n",
        "choir": "Choir prize\n\nSingers from Tamoria won with an old hymn in 2033.\n",
    }
    for name, text in reports.items():
        (tmp_path / f"{name}.txt").write_text(text)
    assert main(["search", "strike", str(tmp_path)]) == 0
    assert "--library" not in capsys.readouterr().err
    assert main(["index", str(tmp_path)]) == 0
    (tmp_path / "ferry.txt").write_text(reports["ferry"] + "The strike is over.\n")
    capsys.readouterr()
    for says in ("--library searches without opening it", ""):
        assert main(["search", "strike", str(tmp_path)]) == 0
        err = capsys.readouterr().err
        assert says in err
        assert bool(says) == bool(err)
