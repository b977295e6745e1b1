"""Controls in a comment are shown, and never keep the notebook from being read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.notes.notebook import Notebook
from armreader.notes.storage import NotesError
from kept import keep_two


@pytest.mark.parametrize(
    ("said", "kept"),
    [("agency wire\0 copy", "agency wire␀ copy"), ("a\x1b[2Jb\nc\td", "a␛[2Jb\nc\td")],
)
def test_a_control_is_shown(said: str, kept: str, tmp_path: Path) -> None:
    keep_two(tmp_path / "notes.md")
    notebook = Notebook(tmp_path / "notes.md")
    first = notebook.load().bookmarks[0]
    notebook.set_comment(first.id, said, ())
    assert Notebook(notebook.path).load().bookmarks[0].comment == kept
    assert b"\0" not in notebook.path.read_bytes()


@given(st.integers(0, 4000), st.sampled_from([b"\0", b"\x1b", b"\xff\xfe", b"\0" * 600]))
def test_a_damaged_spot_does_not_hide_the_rest(
    tmp_path_factory: pytest.TempPathFactory, place: int, harm: bytes
) -> None:
    path = tmp_path_factory.mktemp("notes") / "notes.md"
    keep_two(path)
    data = path.read_bytes()
    place = min(place, len(data))
    path.write_bytes(data[:place] + harm + data[place:])
    contents = Notebook(path).load()
    assert len(contents.bookmarks) >= 1


def test_another_file_is_still_refused(tmp_path: Path) -> None:
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0\0")
    with pytest.raises(NotesError, match="not a text file"):
        Notebook(tmp_path / "program").load()
