"""Loading beside the screen: a long article is shown before anything is looked for in it."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event

import pytest

from armreader.home.corrections import add_correction, corrections_file
from armreader.home.folders import places
from armreader.linking.stories import group_stories
from armreader.opening import pipeline, worker
from armreader.opening.fingerprint import key_of
from armreader.opening.loading import Loading
from armreader.opening.worker import load_apart
from armreader.records import Article, Correction
from armreader.store.dossiers import recall
from armreader.story.dossier import Dossier

LINE = "The tide is out, said Ada Quill on Monday.\n"
LONG = LINE * 3 + ("ebb" * 300 + "\n") * 230
"""Characters enough to be shown before anything is found in them, few of them words."""


@pytest.mark.parametrize(("text", "shown_first"), [(LINE * 3, []), (LONG, ["long.txt"])])
def test_a_long_article_can_be_read_at_once(
    text: str, shown_first: list[str], tmp_path: Path
) -> None:
    report = tmp_path / "long.txt"
    report.write_text(f"Low tide\n\n{text}")
    shown: list[Dossier] = []
    dossier, whole = Loading(places())(
        [str(report)], lambda found, words: shown.append(found), Event()
    )
    names = [Path(article.file).name for one in shown for article in one.articles]
    assert {*shown_first} <= {*names}  # a short one is shown as well if the machine is slow
    assert not any(one.quotes for one in shown)
    assert whole
    assert len(dossier.quotes) == 3


def test_what_is_stopped_is_not_remembered(tmp_path: Path, own_home: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"Tide {name}\n\n{LINE}")
    stop = Event()
    stop.set()
    dossier, whole = Loading(places())([str(tmp_path)], lambda found, words: None, stop)
    assert not whole
    assert dossier.articles
    assert not dossier.quotes
    assert recall(places().store, key_of([str(tmp_path)], places())) is None


def test_linking_that_is_stopped_leaves_the_texts(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"Tide {name}\n\n{LINE}")
    stop, loading, paths = Event(), Loading(places()), [str(tmp_path)]

    def stopped_here(given: Sequence[Article]) -> Mapping[str, int]:
        stop.set()
        return group_stories(given)

    with monkeypatch.context() as patched:
        patched.setattr("armreader.linking.link.group_stories", stopped_here)
        dossier, whole = loading(paths, lambda *_: None, stop)
    assert not whole
    assert len(dossier.articles) == 3
    assert not dossier.quotes
    stop.clear()
    again, whole = loading(paths, lambda *_: None, stop)
    assert whole
    assert again == pipeline.open_dossier(paths, places())


def test_an_article_that_is_stopped_leaves_its_text(tmp_path: Path, own_home: Path) -> None:
    (tmp_path / "long.txt").write_text(f"Low tide\n\n{LONG}")
    stop = Event()
    stop.set()
    dossier, whole = Loading(places())([str(tmp_path)], lambda *_: None, stop)
    assert not whole
    assert [Path(one.file).name for one in dossier.articles] == ["long.txt"]


def test_after_a_correction_no_file_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "tide.txt"
    report.write_text(f"Low tide\n\n{LINE}")
    loading, paths = Loading(places()), [str(report)]
    first, _ = loading(paths, lambda found, words: None, Event())
    (article,) = first.articles
    add_correction(corrections_file(), Correction("source", article.id, "Morning Post"))
    monkeypatch.setattr(pipeline, "read_paths", lambda given: pytest.fail("read again"))
    second, whole = loading(paths, lambda found, words: None, Event())
    assert whole
    assert second.articles[0].source == "Morning Post"
    assert second.quotes == first.quotes


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    report = tmp_path / "tide.txt"
    report.write_text(f"Low tide\n\n{LINE}")
    (tmp_path / "ebb.txt").write_text(f"Ebb\n\n{LINE}")
    loading, paths = Loading(places()), [str(tmp_path)]
    loading(paths, lambda found, words: None, Event())
    report.write_text(f"High tide\n\n{LINE}{LINE}")
    again, _ = loading(paths, lambda found, words: None, Event())
    assert [article.title for article in again.articles] == ["Ebb", "High tide"]
    assert again == pipeline.open_dossier(paths, places())


def test_a_process_of_its_own_reads_the_same(tmp_path: Path, own_home: Path) -> None:
    folder = tmp_path / "tides"
    folder.mkdir()
    (folder / "long.txt").write_text(f"Low tide\n\n{LONG}")
    (folder / "none.txt").write_bytes(bytes(range(256)) * 10)
    apart, here = Shown(), Shown()
    first = load_apart([str(folder)], apart, Event(), places())
    remembered = load_apart([str(folder)], Shown(), Event(), places())
    shutil.rmtree(own_home / "cache")
    assert first == remembered == Loading(places())([str(folder)], here, Event())
    assert apart[0] == here[0]
    assert apart[-1][0] == here[-1][0]


class Shown(list[tuple[Dossier, str]]):
    def __call__(self, dossier: Dossier, words: str) -> None:
        self.append((dossier, words))


def test_a_process_that_cannot_keep_the_dossier_sends_it(tmp_path: Path, own_home: Path) -> None:
    own_home.mkdir(exist_ok=True)
    (own_home / "cache").write_text("no folder")
    (tmp_path / "one.txt").write_text(f"Tide one\n\n{LINE}")
    dossier, whole = load_apart([str(tmp_path / "one.txt")], Shown(), Event(), places())
    assert whole
    assert len(dossier.quotes) == 1


def test_a_process_of_its_own_stops(tmp_path: Path, own_home: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Tide {number}\n\n{LINE * 60}")
    stop = Event()
    dossier, whole = load_apart([str(tmp_path)], lambda *_: stop.set(), stop, places())
    assert not whole
    assert 1 <= len(dossier.articles) < 40
    assert recall(places().store, key_of([str(tmp_path)], places())) is None


def test_a_suspended_process_of_its_own_can_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_PATIENCE", 3)
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Tide {number}\n\n{LINE * 200}")
    stop, children = Event(), Path(f"/proc/self/task/{os.getpid()}/children")

    def suspend(*_: object) -> None:
        for child in children.read_text().split():
            os.kill(int(child), signal.SIGSTOP)
        stop.set()

    dossier, whole = load_apart([str(tmp_path)], suspend, stop, places())
    assert not whole
    assert dossier.articles


@pytest.mark.parametrize("python", ["/nonexistent/python", shutil.which("true"), ""])
def test_without_a_process_of_its_own_it_reads_here(
    python: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", python)
    (tmp_path / "one.txt").write_text(f"Tide one\n\n{LINE}")
    dossier, whole = load_apart([str(tmp_path)], Shown(), Event(), places())
    assert whole
    assert len(dossier.quotes) == 1


def test_nothing_is_imported_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pickle.py").write_text("open('imported', 'w')")
    (tmp_path / "one.txt").write_text(f"Tide one\n\n{LINE}")
    assert load_apart(["one.txt"], Shown(), Event(), places())[1]
    assert not (tmp_path / "imported").exists()
