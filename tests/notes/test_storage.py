"""Saving: every failing call leaves the old file or the new one; strange files are refused."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from armreader.notes import storage
from armreader.notes.bookmark import Bookmark, bookmark_event, bookmark_quote
from armreader.notes.notebook import Notebook
from armreader.notes.paths import notebooks_folder
from armreader.notes.storage import NotesError
from armreader.store import files
from armreader.story.dossier import Dossier
from failing_calls import FailingCalls, failures

Change = Callable[[Notebook, list[Bookmark]], object]
CHANGES: dict[str, Change] = {
    "add": lambda notebook, bookmarks: notebook.add(bookmarks[2]),
    "remove": lambda notebook, bookmarks: notebook.remove(bookmarks[0].id),
    "comment": lambda notebook, bookmarks: notebook.set_comment(bookmarks[1].id, "x", ["y"]),
    "move": lambda notebook, bookmarks: notebook.move(bookmarks[1].id, bookmarks[0].id),
}


@pytest.fixture
def bookmarks(dossier: Dossier) -> list[Bookmark]:
    kept = [bookmark_quote(dossier, quote.id) for quote in dossier.quotes]
    return [*kept, bookmark_event(dossier, "e-1")]


@pytest.mark.parametrize("change", CHANGES)
def test_every_failing_call_leaves_the_old_file_or_the_new(
    tmp_path: Path, bookmarks: list[Bookmark], change: str
) -> None:
    path = tmp_path / "notes.md"
    Notebook(path).add(bookmarks[0])
    Notebook(path).add(bookmarks[1])
    old = path.read_bytes()
    CHANGES[change](Notebook(path), bookmarks)
    new = path.read_bytes()
    assert new != old
    reached = 0
    for name, nth, error in failures():
        path.write_bytes(old)
        with pytest.MonkeyPatch.context() as patch:
            calls = FailingCalls(patch, name, nth, error)
            failed = ""
            try:
                CHANGES[change](Notebook(path), bookmarks)
            except NotesError as problem:
                failed = str(problem)
            hit = calls.count >= nth
        left = path.read_bytes()
        reached += hit
        assert left in (old, new), (name, nth)
        assert failed or left == new, (name, nth, "neither saved nor reported")
        assert "\n" not in failed
        if failed:
            assert str(path) in failed or "notebook" in failed
        assert {one.name for one in tmp_path.iterdir()} <= {"notes.md", ".notes.md.new"}
    assert reached >= 10, "the calls are no longer those of the program"


def test_every_failing_call_at_the_first_bookmark_leaves_nothing_or_all(
    tmp_path: Path, bookmarks: list[Bookmark]
) -> None:
    for number, (name, nth, error) in enumerate(failures()):
        path = tmp_path / str(number) / "deep" / "notes.md"
        with pytest.MonkeyPatch.context() as patch:
            FailingCalls(patch, name, nth, error)
            failed = ""
            try:
                Notebook(path).add(bookmarks[0])
            except NotesError as problem:
                failed = str(problem)
        contents = Notebook(path).load()
        assert contents.problems == ()
        assert failed or contents.bookmarks == (bookmarks[0],), (name, nth)
        Notebook(path).add(bookmarks[0])
        assert Notebook(path).load().bookmarks == (bookmarks[0],)


def test_a_disk_that_fills_up_half_way_is_reported_in_one_line(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch
) -> None:
    FailingCalls(monkeypatch, "write", 1, errno.ENOSPC)
    with pytest.raises(NotesError, match=r"not saved, .*/notes\.md: the disk is full: free"):
        Notebook(tmp_path / "notes.md").add(bookmarks[0])


def test_undoing_a_failed_write_keeps_what_an_editor_appended(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    Notebook(path).add(bookmarks[0])

    def fsync(descriptor: int) -> None:
        with path.open("ab") as editor:
            editor.write(b"Written in the editor.\n")
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(NotesError, match="the disk reports an error"):
        Notebook(path).add(bookmarks[1])
    assert path.read_bytes().endswith(b"Written in the editor.\n")


def test_a_message_is_one_line_whatever_the_path(tmp_path: Path, bookmarks: list[Bookmark]) -> None:
    path = tmp_path / "a\nb\x1b[2J.md"
    path.mkdir()
    with pytest.raises(NotesError) as raised:
        Notebook(path).add(bookmarks[0])
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("umask", [0, 0o022, 0o077, 0o777])
def test_the_file_is_0600_in_a_folder_0700_whatever_the_umask(
    bookmarks: list[Bookmark], umask: int
) -> None:
    path = notebooks_folder() / f"umask-{umask}.md"
    before = os.umask(umask)
    try:
        Notebook(path).add(bookmarks[0])
        Notebook(path).add(bookmarks[1])
        Notebook(path).set_comment(bookmarks[0].id, "x", [])
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.parent.chmod(0o777)
    Notebook(path).add(bookmarks[2])
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def make_symlink(path: Path) -> None:
    victim = path.with_name("victim")
    victim.write_text("untouched")
    path.symlink_to(victim)


def make_dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_symlink, "symbolic link"),
        (make_dangling, "symbolic link"),
        (os.mkfifo, "is a pipe"),
        (Path.mkdir, "folder"),
        (lambda path: path.write_bytes(b"GIF89a\0\0\1"), "not a text file"),
    ],
)
def test_anything_but_a_plain_file_is_refused_in_one_line(
    tmp_path: Path, bookmarks: list[Bookmark], make: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / "notes.md"
    make(path)
    for use in (Notebook(path).load, lambda: Notebook(path).add(bookmarks[0])):
        with pytest.raises(NotesError, match=message) as raised:
            use()
        assert "\n" not in str(raised.value)
        assert "--notes" in str(raised.value)
    if path.with_name("victim").exists():
        assert path.with_name("victim").read_text() == "untouched"
    assert not path.with_name("nowhere").exists()


def test_someone_elses_file_is_refused(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    path.write_text("theirs")
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    for use in (Notebook(path).load, lambda: Notebook(path).add(bookmarks[0])):
        with pytest.raises(NotesError, match="belongs to another user"):
            use()
    assert path.read_text() == "theirs"


def test_a_file_in_the_place_of_the_folder_is_reported(
    tmp_path: Path, bookmarks: list[Bookmark]
) -> None:
    (tmp_path / "notes").write_text("a file")
    with pytest.raises(NotesError, match="a file is where its folder should be"):
        Notebook(tmp_path / "notes" / "notes.md").add(bookmarks[0])


def test_without_locks_everything_is_appended_and_nothing_replaced(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", no_locks)
    path = tmp_path / "notes.md"
    notebook = Notebook(path)
    states: list[bytes] = []

    def grown() -> tuple[Bookmark, ...]:
        data = path.read_bytes()
        assert all(data.startswith(state) for state in states)
        states.append(data)
        contents = Notebook(path).load()
        assert contents.problems == ()
        return contents.bookmarks

    notebook.add(bookmarks[0])
    notebook.add(bookmarks[1])
    assert grown() == (bookmarks[0], bookmarks[1])
    path.write_bytes(path.read_bytes() + b"A line without an end")
    removed = notebook.remove(bookmarks[0].id)
    assert grown() == (bookmarks[1],)
    notebook.restore(removed)
    assert grown() == (bookmarks[1], bookmarks[0])
    notebook.set_comment(bookmarks[1].id, "said twice", ["x"])
    assert grown() == (bookmarks[0], bookmarks[1].with_comment("said twice", ("x",)))
    with pytest.raises(NotesError, match="cannot be locked"):
        notebook.move(bookmarks[1].id, None)
    monkeypatch.undo()
    Notebook(path).remove(bookmarks[1].id)
    assert Notebook(path).load().bookmarks == (bookmarks[0],)


def test_a_lock_that_another_holds_for_long_does_not_stop_a_bookmark(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.01)
    path = tmp_path / "notes.md"
    Notebook(path).add(bookmarks[0])
    with path.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        Notebook(path).add(bookmarks[1])
    assert Notebook(path).load().bookmarks == (bookmarks[0], bookmarks[1])


def test_the_lock_of_a_dead_process_is_free(tmp_path: Path, bookmarks: list[Bookmark]) -> None:
    path = tmp_path / "notes.md"
    Notebook(path).add(bookmarks[0])
    script = (
        "import fcntl, os, signal, sys\n"
        "held = open(sys.argv[1]); fcntl.flock(held, fcntl.LOCK_EX)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    with storage.opened(path, private=False, create=False) as file:
        assert file.locked


def save_in_an_editor_at_the_first_fsync(
    patch: pytest.MonkeyPatch, path: Path, edited: bytes
) -> None:
    """Put another file in the place of the notebook while a change is on its way to the disk."""
    real = os.fsync
    saved: list[bool] = []

    def fsync(descriptor: int) -> None:
        real(descriptor)
        if not saved:
            saved.append(True)
            other = path.with_name("editor.tmp")
            other.write_bytes(edited)
            other.replace(path)

    patch.setattr(os, "fsync", fsync)


def test_an_editors_save_between_reading_and_replacing_is_kept(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    Notebook(path).add(bookmarks[0])
    Notebook(path).add(bookmarks[1])
    edited = path.read_bytes() + b"\nWritten in the editor.\n"
    save_in_an_editor_at_the_first_fsync(monkeypatch, path, edited)
    Notebook(path).remove(bookmarks[0].id)
    assert path.read_bytes().endswith(b"\nWritten in the editor.\n")
    assert Notebook(path).load().bookmarks == (bookmarks[1],)


@pytest.mark.parametrize("appended", [True, False])
def test_what_is_written_into_the_old_file_at_the_last_moment_is_kept(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch, appended: bool
) -> None:
    path = tmp_path / "notes.md"
    Notebook(path).add(bookmarks[0])
    Notebook(path).add(bookmarks[1])
    real = os.rename

    def rename(old: Path, new: Path) -> None:
        with path.open("ab" if appended else "wb") as editor:
            editor.write(b"Written at the last moment.\n")
        real(old, new)

    monkeypatch.setattr(os, "rename", rename)
    if appended:
        Notebook(path).remove(bookmarks[0].id)
        kept = path.read_bytes()
    else:
        with pytest.raises(NotesError, match=r"notes\.conflict\.md"):
            Notebook(path).remove(bookmarks[0].id)
        kept = (tmp_path / "notes.conflict.md").read_bytes()
    assert kept.endswith(b"Written at the last moment.\n")
    assert Notebook(path).load().bookmarks == (bookmarks[1],)


def test_a_bookmark_goes_where_the_path_points_when_the_file_is_replaced(
    tmp_path: Path, bookmarks: list[Bookmark], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    Notebook(path).add(bookmarks[0])
    edited = b"The editor's own version.\n"
    save_in_an_editor_at_the_first_fsync(monkeypatch, path, edited)
    Notebook(path).add(bookmarks[1])
    assert path.read_bytes().startswith(b"The editor's own version.\n")
    assert Notebook(path).load().bookmarks == (bookmarks[1],)


def test_two_readers_keep_each_others_comments(tmp_path: Path, bookmarks: list[Bookmark]) -> None:
    path = tmp_path / "notes.md"
    first, second = Notebook(path), Notebook(path)
    first.add(bookmarks[0])
    second.load()
    assert not second.changed()
    first.set_comment(bookmarks[0].id, "the first's", ["a"])
    assert second.changed()
    now = second.set_comment(bookmarks[0].id, "the second's", ["b"])
    assert (now.comment, now.tags) == ("the first's\n\nthe second's", ("a", "b"))
    second.set_comment(bookmarks[0].id, "agreed", [])
    assert first.load().bookmarks[0].comment == "agreed"
