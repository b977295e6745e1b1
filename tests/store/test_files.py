"""The one atomic writer: old or new after any failing call, and nobody writes beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import armreader
from armreader.home.corrections import add_correction
from armreader.records import Correction
from armreader.store.files import lock, replace
from failing_calls import FailingCalls, failures

OLD, NEW = b"old\n", b"new and longer\n"
WRITERS = re.compile(r"\.rename\(|os\.(?:replace|rename)\(|\bflock\(|mkstemp|NamedTemporaryFile")


@pytest.mark.parametrize("kept", [True, False])
def test_every_failing_call_leaves_the_old_file_or_the_new(kept: bool, tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    reached = 0
    for name, nth, error in failures():
        path.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as patch:
            calls = FailingCalls(patch, name, nth, error)
            try:
                replace(path, NEW, kept=kept)
                failed = False
            except OSError:
                failed = True
            reached += calls.count >= nth
        assert path.read_bytes() in (OLD, NEW), (name, nth)
        assert failed or path.read_bytes() == NEW, (name, nth)
    assert reached >= 6


MADE: dict[str, Callable[[Path], object]] = {
    "replaced": lambda path: replace(path, NEW),
    "corrected": lambda path: add_correction(path, Correction("date", "a-0123456789", "2024")),
}


@pytest.mark.parametrize("made", MADE)
def test_what_is_kept_is_on_the_disk_with_its_name_and_its_folders(
    made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a power cut, only what was synced is sure to be there: a name is in its folder."""
    path = tmp_path / "new" / "deep" / "kept.txt"
    steps: list[int | str] = []
    real_sync, real_rename = os.fsync, os.rename

    def sync(descriptor: int) -> None:
        steps.append(os.fstat(descriptor).st_ino)
        real_sync(descriptor)

    def rename(old: str | Path, new: str | Path) -> None:
        steps.append(f"named {Path(new).name}")
        real_rename(old, new)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "rename", rename)
    for outer in ([tmp_path, tmp_path / "new"], []):
        steps.clear()
        MADE[made](path)
        folders = [folder.stat().st_ino for folder in outer]
        own = [path.stat().st_ino, f"named {path.name}", path.parent.stat().st_ino]
        assert steps == [*folders, *own]


def test_it_never_writes_through_a_link(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "state"
    other.write_bytes(OLD)
    path.symlink_to(other)
    replace(path, NEW, kept=False)
    assert other.read_bytes() == OLD
    assert not path.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(OLD)
    assert replace(path, NEW, unless=lambda: True) is None
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("notes.md", OLD)]


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()
    with path.open() as first, path.open() as second:
        assert lock(first.fileno(), shared=True) == "held"
        assert lock(second.fileno(), shared=True) == "held"
        assert lock(second.fileno(), patience=0) == "busy"


def test_nobody_else_locks_or_replaces_files() -> None:
    package = Path(armreader.__file__).parent
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if WRITERS.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"store/files.py"}
