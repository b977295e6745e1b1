"""What was made of an article or a dossier is made once, whatever happens to its files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from armreader.extraction import annotate as stage
from armreader.home.folders import places
from armreader.opening import annotating, workspace
from armreader.opening.fingerprint import key_of
from armreader.opening.loading import Loading, without_progress
from armreader.opening.open import open_dossier
from armreader.opening.pipeline import open_dossier as build
from armreader.records import Annotations, Article
from armreader.store.dossiers import recall

STORY = "Harbour vote\n\n“We will close it,” said Ada Quill on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for number in range(3):
        (tmp_path / "reports" / f"{number}.txt").write_text(f"{STORY}It was number {number}.\n")
    return tmp_path / "reports"


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were annotated, in that order."""
    made: list[str] = []
    original = stage.annotate

    def counted(article: Article) -> Annotations:
        made.append(article.file)
        return original(article)

    monkeypatch.setattr(stage, "annotate", counted)
    monkeypatch.setattr(workspace, "annotate", counted)
    return made


def test_a_second_opening_gives_the_same_dossier(folder: Path) -> None:
    first = open_dossier([str(folder)], places())
    key = key_of([str(folder)], places())
    assert recall(places().store, key) == first == build([str(folder)], places())


def test_standard_input_is_never_remembered() -> None:
    assert key_of(["-"], places()) is None
    assert recall(places().store, None) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: os.utime(folder / "1.txt", (1, 1)),
        lambda folder: (folder / "1.txt").chmod(0o640),
        lambda folder: str(folder) + "/",
        lambda folder: os.path.relpath(folder),
        lambda folder: str(shutil.copytree(folder, folder.parent / "copy")),
    ],
    ids=["touched", "permissions", "slash", "relative", "copied"],
)
def test_what_changes_no_article_costs_nothing(
    folder: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path], object],
) -> None:  # fmt: skip
    open_dossier([str(folder)], places())
    changed = change(folder)
    path = changed if isinstance(changed, str) else str(folder)
    annotated.clear()
    monkeypatch.setattr(workspace, "draft", lambda *_: pytest.fail("linked again"))
    dossier = open_dossier([path], places())
    monkeypatch.undo()
    assert annotated == []
    assert dossier == build([path], places())


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda folder: (folder / "1.txt").write_text(STORY), ["1.txt"]),
        (lambda folder: (folder / "3.txt").write_text(STORY), ["3.txt"]),
        (lambda folder: (folder / "1.txt").unlink(), []),
        (lambda folder: (folder / "1.txt").rename(folder / "9.txt"), []),
        (
            lambda folder: (folder / "armreader.toml").write_text('["2.txt"]\ndate = "2030"\n'),
            ["2.txt"],
        ),
    ],
    ids=["edited", "added", "removed", "renamed", "given"],
)
def test_a_change_costs_what_it_changes(
    folder: Path, annotated: list[str], change: Callable[[Path], object], again: list[str]
) -> None:
    open_dossier([str(folder)], places())
    change(folder)
    annotated.clear()
    dossier = open_dossier([str(folder)], places())
    assert annotated == again
    assert dossier == build([str(folder)], places())


def test_what_was_found_before_a_crash_is_not_looked_for_again(
    folder: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotating, "BATCH", 1)
    original = workspace.__dict__["draft"]

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workspace, "draft", stopped)
    with pytest.raises(KeyboardInterrupt):
        open_dossier([str(folder)], places())
    monkeypatch.setattr(workspace, "draft", original)
    annotated.clear()
    open_dossier([str(folder)], places())
    assert annotated == []


def test_after_an_opening_a_first_correction_annotates_nothing(
    folder: Path, annotated: list[str]
) -> None:
    open_dossier([str(folder)], places())
    annotated.clear()
    assert Loading(places()).read([str(folder)], without_progress).whole
    assert annotated == []


@pytest.mark.parametrize("damaged", [b"", b"\x80\x05", b"no database" * 500])
def test_a_damaged_store_is_no_store(folder: Path, own_home: Path, damaged: bytes) -> None:
    dossier = open_dossier([str(folder)], places())
    for ending in ("-wal", "-shm"):
        (own_home / "cache" / f"store.db{ending}").unlink(missing_ok=True)
    (own_home / "cache" / "store.db").write_bytes(damaged)
    assert open_dossier([str(folder)], places()) == dossier


def test_the_store_is_private(folder: Path, own_home: Path) -> None:
    open_dossier([str(folder)], places())
    assert (own_home / "cache" / "store.db").stat().st_mode & 0o777 == 0o600


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path, own_home: Path) -> None:
    (own_home / "cache").write_text("in the way")
    assert open_dossier([str(folder)], places()).articles
