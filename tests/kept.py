"""A notebook with two quotes of the dossier made by hand, and what is in one."""

from __future__ import annotations

from pathlib import Path

from armreader.notes.bookmark import bookmark_quote
from armreader.notes.notebook import Notebook
from dossiers import harbour_dossier

STAND, UPRIGHT = "We cannot keep it standing", "It can no longer be kept upright"


def keep_two(path: Path) -> None:
    """Keep two quotes, the second with a comment and a tag."""
    dossier, notebook = harbour_dossier(), Notebook(path)
    notebook.add(bookmark_quote(dossier, "q-stand"))
    notebook.add(bookmark_quote(dossier, "q-upright").with_comment("softer here", ("tone",)))


def kept(notes: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Of each bookmark in the file its first word, the comment and the tags."""
    return [
        (one.words.split(" ")[0], one.comment, one.tags) for one in Notebook(notes).load().bookmarks
    ]


def order(notes: Path) -> list[str]:
    """The first word of each bookmark, as they stand in the file."""
    return [words for words, _, _ in kept(notes)]
