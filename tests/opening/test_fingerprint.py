"""The word for what a dossier depends on: another one for whatever changes it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from armreader.home.folders import places
from armreader.opening import fingerprint
from armreader.opening.fingerprint import files_of, key_of
from own_process import printed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one file; what is in it is not looked at."""
    made = tmp_path / "reports"
    made.mkdir()
    (made / "one.txt").write_text("one")
    return made


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "one.txt").write_text("one and more"),
        lambda folder: (folder / "two.txt").write_text("one"),
        lambda folder: (folder / "one.txt").rename(folder / "renamed.txt"),
        lambda folder: (folder / "armreader.toml").write_text("# given"),
        lambda folder: (folder / "one.txt").unlink(),
        lambda folder: (folder / "one.txt").chmod(0o640),
    ],
    ids=["edited", "added", "renamed", "given", "removed", "permissions"],
)
def test_whatever_changes_the_files_changes_the_key(
    folder: Path, change: Callable[[Path], object]
) -> None:
    before = key_of([str(folder)], places())
    change(folder)
    assert key_of([str(folder)], places()) != before


def test_what_is_given_beside_a_single_file_counts(folder: Path) -> None:
    before = key_of([str(folder / "one.txt")], places())
    (folder / "armreader.toml").write_text('["one.txt"]\ndate = "2030"\n')
    assert key_of([str(folder / "one.txt")], places()) != before


def test_the_order_of_the_paths_counts(folder: Path) -> None:
    other = folder.parent / "other.txt"
    other.write_text("one")
    assert key_of([str(folder), str(other)], places()) != key_of(
        [str(other), str(folder)], places()
    )


def test_the_programs_files_are_looked_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = files_of([str(folder)])
    package = str(Path(fingerprint.__file__).parent.parent)
    looked_at: list[str] = []
    scan = os.scandir

    def scandir(path: str) -> object:
        looked_at.append(path)
        return scan(path)

    monkeypatch.setattr("os.scandir", scandir)
    assert files_of([str(folder)]) == key
    assert str(folder) in looked_at
    assert not [path for path in looked_at if path.startswith(package)]


def test_links_in_a_circle_are_walked_once(folder: Path) -> None:
    (folder / "again").symlink_to(folder)
    (folder / "and again").symlink_to(folder)
    assert key_of([str(folder)], places())


def test_the_last_frame_waits_for_no_record() -> None:
    script = (
        "import sys; from armreader.cli import main; from armreader.ui import app;"
        "from armreader.ui.terminal import last_frame;"
        "last_frame.key(['.'], (80, 24), {});"
        "print(sorted({'dataclasses', 'pickle', 'threading', 'textual'} & set(sys.modules)))"
    )
    assert printed(script) == "[]\n"


def test_a_link_that_leads_out_is_not_walked(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("another")
    (folder / "out").symlink_to(other)
    before = files_of([str(folder)])
    (other / "new.txt").write_text("text")
    assert files_of([str(folder)]) == before
    (folder / "root").symlink_to("/")
    assert files_of([str(folder)]) != before
