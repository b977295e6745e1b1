"""The one atomic writer: old or new after any failing call, and nobody writes beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import armreader
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
