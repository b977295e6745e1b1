"""Whatever somebody wrote into the store: what fits is shown clean, all else is made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from armreader.cli import main
from armreader.home.folders import places
from armreader.opening.open import open_dossier
from armreader.records import Span
from armreader.store.packing import pack, unpack
from armreader.store.schema import TABLES
from armreader.story.dossier import Dossier

STORY = "Harbour vote\n\n“We will close it,” said Ada Quill on 3 May 2030.\n"
KINDS = ("article", "annotation", "linked", "opening")
STEERING = "\x1b]52;c;aGk=\x07\x9b2J\u202e"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for number in range(2):
        (tmp_path / "reports" / f"{number}.txt").write_text(f"{STORY}It was number {number}.\n")
    return tmp_path / "reports"


def forge(kind: str, change: Callable[[Any], object]) -> int:
    """Change every record of a kind that the store holds; how many there were."""
    assert f"CREATE TABLE {kind} " in TABLES
    with sqlite3.connect(places().store or "") as store:
        rows = store.execute(f"SELECT id, record FROM {kind}").fetchall()
        made = [(pack(change(unpack(record))), number) for number, record in rows]
        store.executemany(f"UPDATE {kind} SET record = ? WHERE id = ?", made)
    return len(rows)


def opened(folder: Path) -> Dossier:
    return open_dossier([str(folder)], places())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("other", [None, "x", 7, [], {}, ("x",), Span(1, 2), [1, 2, 3, 4, b"5"]])
def test_a_record_of_another_kind_is_made_again(folder: Path, kind: str, other: object) -> None:
    dossier = opened(folder)
    assert forge(kind, lambda _: other)
    if kind == "annotation":  # which are asked for where nothing is linked
        forge("linked", lambda _: other)
    assert opened(folder) == dossier


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("linked", lambda one: dict.fromkeys(one, "x")),
        ("linked", lambda one: dict.fromkeys(one, ())),
        ("linked", lambda one: one | {"articles": (Span(1, 2), Span(3, 4))}),
        ("linked", lambda one: one | {"quotes": (Span(1, 2),)}),
        ("linked", lambda one: one | {"events": one["quotes"]}),
        ("linked", lambda one: one | {"sentences": {"x": 7}}),
        ("linked", lambda one: {**one, "more": ()}),
        ("opening", lambda one: [*one[:3], ("x", 7), one[4]]),
        ("opening", lambda one: [*one[:2], (7, None), *one[3:]]),
        ("opening", lambda one: [one[0], ("x",), *one[2:]]),
        ("opening", lambda one: [*one[:4], b""]),
        ("article", lambda one: one.sections[0]),
    ],
)
def test_a_record_in_the_wrong_place_is_made_again(
    folder: Path, kind: str, change: Callable[[Any], object]
) -> None:
    dossier = opened(folder)
    assert forge(kind, change)
    assert opened(folder) == dossier


def test_forged_words_steer_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened(folder)
    forge("article", lambda one: replace(one, title=STEERING, source=STEERING, text=one.text))
    forge(
        "linked",
        lambda one: (
            one | {"articles": tuple(replace(each, title=STEERING) for each in one["articles"])}
        ),
    )
    for command in ("articles", "quotes", "timeline", "coverage"):
        assert main([command, str(folder)]) == 0
    printed = capsys.readouterr().out
    assert not set("\x1b\x07\x9b\u202e") & set(printed)


@pytest.mark.parametrize("other", [None, "x", [], [1, 2, 3, 4, 5], [["x"], ["y"], [], [], {}]])
def test_a_forged_index_is_made_again(
    folder: Path, other: object, capsys: pytest.CaptureFixture[str]
) -> None:
    def found() -> str:
        assert main(["search", "harbour", str(folder)]) == 0
        return capsys.readouterr().out

    expected = found()
    with sqlite3.connect(places().store or "") as store:
        store.execute("UPDATE search SET record = ?", (pack(other),))
    assert found() == expected
