"""The paths and the notebook that a command is given, or their defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.cli.command import DONE, FAILED, INCOMPLETE
from armreader.home.standard_error import tell

if TYPE_CHECKING:
    from argparse import Namespace

    from armreader.notes.bookmark import Bookmark
    from armreader.notes.contents import Contents
    from armreader.notes.notebook import Notebook
    from armreader.records import Correction
    from armreader.story.dossier import Dossier


def chosen_paths(options: Namespace) -> tuple[str, ...]:
    """The paths given, else those of the dossier read last, else the bundled dossier."""
    if options.paths:
        return tuple(options.paths)
    from armreader.home.folders import bundled
    from armreader.home.resume import last

    return last().paths or (str(bundled("seeds")),)


def read_bookmarks(options: Namespace) -> tuple[tuple[Bookmark, ...], int]:
    """The notebook's bookmarks, and an exit code that says whether all of it was understood."""
    contents, code = read_contents(options)
    return contents.bookmarks, code


def read_contents(options: Namespace) -> tuple[Contents, int]:
    """The notebook's contents, and an exit code that says whether all of it was understood."""
    from armreader.notes.storage import NotesError

    notebook = notebook_of(options)
    try:
        contents = notebook.load()
    except NotesError as error:
        tell(str(error))
        raise SystemExit(FAILED) from None
    for problem in contents.problems:
        tell(f"{notebook.path}:{problem.line}: {problem.message}")
    return contents, INCOMPLETE if contents.problems else DONE


def corrections(dossier: Dossier) -> tuple[Correction, ...]:
    """The user's corrections, as they apply to the dossier.

    A mistake in the file is reported where the dossier is opened.
    """
    from armreader.home.folders import places
    from armreader.reading.corrections import read_corrections
    from armreader.story.correction_anchors import as_of

    file = places().corrections
    return as_of(read_corrections(file)[0], dossier.articles) if file else ()


def notebook_of(options: Namespace) -> Notebook:
    """The notebook given, else the one for the paths."""
    from armreader.notes.notebook import Notebook
    from armreader.notes.paths import default_notebook_path

    return Notebook(options.notes or default_notebook_path(chosen_paths(options)))


def kept_in(options: Namespace, dossier: Dossier) -> frozenset[str]:
    """The ids of the events and quotes that the notebook keeps; none where it cannot be read."""
    from armreader.notes.kept import event_of, quote_of
    from armreader.notes.storage import NotesError
    from armreader.notes.verify import verify

    try:
        bookmarks = notebook_of(options).load().bookmarks
    except NotesError as error:
        tell(str(error))
        return frozenset()
    verdicts = verify(bookmarks, dossier)
    kept = (found for one in verdicts for found in (event_of(one, dossier), quote_of(one, dossier)))
    return frozenset(one.id for one in kept if one)
