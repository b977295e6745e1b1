"""A dossier is remembered for exactly the files it was made of, and a damaged memory is none."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from armreader.home.folders import places
from armreader.opening.fingerprint import key_of
from armreader.opening.open import open_dossier
from armreader.opening.pipeline import open_dossier as build
from armreader.store.dossiers import recall, remember

STORY = "Harbour vote\n\n“We will close it,” said Ada Quill on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text(STORY)
    return tmp_path / "reports"


def test_a_second_opening_gives_the_same_dossier(folder: Path) -> None:
    first = open_dossier([str(folder)], places())
    key = key_of([str(folder)], places())
    assert recall(places().cache, key) == first == build([str(folder)], places())


def test_standard_input_is_never_remembered() -> None:
    assert key_of(["-"], places()) is None
    assert recall(places().cache, None) is None


@pytest.mark.parametrize("damaged", [b"", b"\x80\x05", b"not a pickle", pickle.dumps("text")])
def test_a_damaged_memory_is_none(folder: Path, own_home: Path, damaged: bytes) -> None:
    dossier = open_dossier([str(folder)], places())
    (kept,) = (own_home / "cache" / "dossiers").iterdir()
    kept.write_bytes(damaged)
    assert recall(places().cache, kept.name) is None
    assert open_dossier([str(folder)], places()) == dossier


@pytest.mark.parametrize(
    "called",
    [b"cposix\nsystem\n", b"\x80\x04carmreader.dates\nre.enum.bltns.eval\n"],
)
def test_a_memory_builds_nothing_but_records(called: bytes, folder: Path, own_home: Path) -> None:
    open_dossier([str(folder)], places())
    (kept,) = (own_home / "cache" / "dossiers").iterdir()
    code = f"__import__('pathlib').Path({str(own_home / 'run')!r}).touch()".encode()
    shell = b"touch " + os.fsencode(own_home / "run")
    said = shell if b"posix" in called else code
    kept.write_bytes(called + b"(X" + len(said).to_bytes(4, "little") + said + b"tR.")
    assert recall(places().cache, kept.name) is None
    assert not (own_home / "run").exists()


def test_memories_are_private_and_few(folder: Path, own_home: Path) -> None:
    dossier = build([str(folder)], places())
    for number in range(25):
        remember(places().cache, f"{number:032}", dossier)
    kept = list((own_home / "cache" / "dossiers").iterdir())
    assert len(kept) == 20
    assert {file.stat().st_mode & 0o777 for file in kept} == {0o600}
    assert (own_home / "cache" / "dossiers").stat().st_mode & 0o777 == 0o700


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path, own_home: Path) -> None:
    (own_home / "cache").write_text("in the way")
    assert open_dossier([str(folder)], places()).articles
