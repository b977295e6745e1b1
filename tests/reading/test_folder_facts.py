"""``armreader.toml``: the facts it gives for a file, and how its mistakes are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.opening.pipeline import open_dossier
from armreader.reading.folder_facts import NAME, folder_facts
from made_files.odd_places import ODD_PLACES

TEXT = "Harbour closed\n\nThe harbour was closed on Monday after a fire.\n"


def folder(tmp_path: Path, facts: str) -> Path:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / NAME).write_text(facts)
    return tmp_path


def test_facts_are_used_as_given_by_the_user(tmp_path: Path) -> None:
    given = '["one.txt"]\ndate = 2024-02-22\nsource = "Morning Post"\nurl = "https://a.example/1"\n'
    dossier = open_dossier([str(folder(tmp_path, given))])
    (article,) = dossier.articles
    assert article.publication.basis == "given"
    assert article.publication.range is not None
    assert article.publication.range.edtf == "2024-02-22"
    assert (article.source, article.url) == ("Morning Post", "https://a.example/1")
    assert not dossier.problems


def test_facts_apply_to_a_file_named_by_itself(tmp_path: Path) -> None:
    file = folder(tmp_path, '["one.txt"]\ndate = "2024-02"\n') / "one.txt"
    (article,) = open_dossier([str(file)]).articles
    assert article.publication.range is not None
    assert article.publication.range.edtf == "2024-02"


def test_facts_apply_to_an_article_in_a_file_of_many(tmp_path: Path) -> None:
    place = folder(tmp_path, '["one.json#2"]\nsource = "Morning Post"\n')
    (place / "one.json").write_text(
        '[{"title": "One", "text": "The dam was opened on Sunday, the board said."},'
        ' {"title": "Two", "text": "The dam was closed again on Monday, the board said."}]'
    )
    for path in (place, place / "one.json"):
        articles = [one for one in open_dossier([str(path)]).articles if "#" in one.file]
        assert [one.source for one in articles] == ["", "Morning Post"]


def test_a_mistake_is_reported_and_only_its_line_skipped(tmp_path: Path) -> None:
    given = (
        '["one.txt"]\ndate = "soon"\nsource = "Post\ntitle = 3\nbyline = "A. Sato"\ncolour = "x"\n'
    )
    facts, problems = folder_facts([str(folder(tmp_path, given))])
    assert facts["one.txt"].byline == "A. Sato"
    assert facts["one.txt"].date is None
    lines = sorted(one.message.split(":")[0] for one in problems)
    assert lines == ["line 2", "line 3", "line 4", "line 6"]


def test_nonsense_gives_a_few_problems(tmp_path: Path) -> None:
    facts, problems = folder_facts([str(folder(tmp_path, "]\n" * 300))])
    assert facts == {}
    assert problems[-1].message == "has too many mistakes to be read"


@pytest.mark.parametrize(
    "given",
    [
        "a = " + "[" * 2000,
        "a = " + "{b = " * 2000,
        ".".join("a" * 3000) + " = 1",
        "a = 1" + "0" * 5000,
        "a = 99999-99-99",
        "[a]\nb = 2024-01-01\ndate = [[1], {c = 2}]\nurl = nan",
        '"\\u001b]52;c;aGk=\\u0007" = 1',
    ],
)
def test_hostile_facts_are_a_few_clean_lines(given: str, tmp_path: Path) -> None:
    _, problems = folder_facts([str(folder(tmp_path, given))])
    assert 0 < len(problems) < 5
    assert all((one.file + one.message).isprintable() for one in problems)


def test_what_is_given_is_cleaned(tmp_path: Path) -> None:
    given = '["one.txt"]\nsource = "A\\u202eB"\ntitle = "\\u001b[2J"\n'
    (article,) = open_dossier([str(folder(tmp_path, given))]).articles
    assert (article.source, article.title) == ("A⇄B", "␛[2J")


@pytest.mark.parametrize("name", ODD_PLACES)
def test_nothing_in_its_place_blocks_reading(name: str, tmp_path: Path) -> None:
    ODD_PLACES[name](tmp_path / NAME)
    facts, problems = folder_facts([str(tmp_path)])
    assert facts == {}
    assert len(problems) <= 1
    assert bool(problems) == (name in ("huge", "not text", "deep"))
