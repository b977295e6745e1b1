"""The ledger and the disagreements in print, and found by a search."""

from __future__ import annotations

import csv
import json
from argparse import Namespace
from pathlib import Path

import pytest

from armreader.cli import main
from armreader.cli.figures import csv_lines, disagreements_lines
from armreader.cli.table import Table
from armreader.opening.open import open_dossier
from armreader.search.find import SearchIndex

REPORTS = (("one", "killed 14 workers"), ("two", "killed 17 workers and cost $3m"))


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    for name, what in REPORTS:
        text = (
            f"---\ntitle: Fire\nsource: {name}\ndate: 2021-05-03\n---\n\nThe Tolland fire {what}.\n"
        )
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


def test_figures_of_two_reports(fire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", str(fire)]) == 0
    head, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(one["relation"], one["value"], one["source"]) for one in found] == [
        ("differs", "14 workers", "one"),
        ("differs", "17 workers", "two"),
    ]


def test_figures_of_one_report_on_demand(fire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--all", "--json", str(fire)]) == 0
    found = json.loads(capsys.readouterr().out)["quantities"]
    assert {one["unit"] for one in found} == {"workers", "USD"}


def test_disagreements_as_csv(fire: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disagreements", "--csv", str(fire)]) == 0
    head, *rows = csv.reader(capsys.readouterr().out.splitlines())
    assert [dict(zip(head, row, strict=True))["says"] for row in rows] == ["14", "17"]


def test_disagreements_on_a_terminal_give_whole_sentences(tmp_path: Path) -> None:
    for name, count in (("one", 14), ("two", 17)):
        text = (
            f"The Tolland fire killed {count} workers, said the mayor, who had seen it from the "
            "tower of the town hall, as had all of the others who were at the feast on the square."
        )
        (tmp_path / f"{name}.txt").write_text(f"---\ndate: 2021-05-03\n---\n\n{text}\n")
    dossier = open_dossier([str(tmp_path)])
    lines = list(disagreements_lines(dossier, Namespace(csv=False), 60))
    assert max(map(len, lines)) <= 60
    words = " ".join(" ".join(lines).split())
    for article in dossier.articles:
        assert " ".join(article.text.split()) in words


def test_a_cell_like_a_formula_is_text() -> None:
    assert list(csv_lines(Table(("a",), (("=1+1",),), 0))) == ["a", "'=1+1"]


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("figure:17", ["two"]),
        ("figure:>1m", ["two"]),
        ("figure:10..15", ["one"]),
        ("unit:workers", ["one", "two"]),
        ("unit:usd", ["two"]),
        ("figure:many killed", ["one", "two"]),
    ],
)
def test_search_by_figure(query: str, articles: list[str], fire: Path) -> None:
    dossier = open_dossier([str(fire)])
    ids = SearchIndex(dossier).search(query).ids("article")
    assert sorted(dossier.article_by_id[one].source for one in ids) == articles
