"""The notebook: a Markdown file of bookmarks that a person may edit at the same time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from armreader.home.folders import bundled, folders
from armreader.notes import saving, storage
from armreader.notes.block_text import block_text, bookmark_of, header, removal_line, tag_of
from armreader.notes.blocks import VERSION, Layout, NoteProblem, layout_of, line_of, may_mark
from armreader.notes.bookmark import Bookmark
from armreader.notes.edits import (
    Removed,
    appended,
    bookmark_in,
    encoded,
    line_break_after,
    merged,
    moved,
    with_comment,
    with_restored,
    without,
)
from armreader.notes.storage import NotesError, NotesFile, Stamp


@dataclass(frozen=True, slots=True)
class Contents:
    """What a notebook held when it was read."""

    bookmarks: tuple[Bookmark, ...]
    """In the order of the file, each id once."""
    problems: tuple[NoteProblem, ...]
    read_only: bool
    """Whether a newer version of the format occurs, so that nothing may be changed."""
    missing: tuple[Bookmark, ...]
    """What this notebook added or changed and the file no longer holds: an editor that had the
    older file open has saved over it, or someone took it out."""


class Notebook:
    """Bookmarks on disk; once a method has returned, its change is there, whatever happens next.

    Every change is made to what the file holds at that moment, under a lock, so that other readers
    and editors lose nothing. Methods raise NotesError, whose text is one line for the user.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser().absolute()
        self._private = self.path.parent == notebooks_folder()
        self._seen: Stamp | None = None
        self._ids: set[str] = set()
        self._version = VERSION
        self._comments: dict[str, str] = {}
        """As this notebook last read or wrote them: another comment in the file is someone's."""
        self._added: dict[str, Bookmark] = {}

    @property
    def read_only(self) -> bool:
        """Whether what was read last is of a newer format."""
        return self._version > VERSION

    def load(self) -> Contents:
        """The bookmarks and what could not be understood; a missing file holds nothing."""
        data, stamp = storage.read(self.path)
        layout = self._index(data, stamp)
        bookmarks: dict[str, Bookmark] = {}
        problems = list(layout.problems)
        for block in layout.blocks:
            found = bookmark_of(data, block)
            if found is None:
                message = f"bookmark {block.id} cannot be understood; it is kept as it stands"
                problems.append(NoteProblem(line_of(data, block.start), message))
            else:
                before = bookmarks.get(block.id)
                bookmarks[block.id] = merged(before, found) if before else found
        if self.read_only:
            message = f"format {self._version} is newer than this armreader: opened read-only"
            problems.append(NoteProblem(1, message))
        self._comments = {one.id: one.comment for one in bookmarks.values()}
        missing = (one for one in self._added.values() if one.id not in self._ids)
        return Contents(
            tuple(bookmarks.values()), tuple(sorted(problems)), self.read_only, tuple(missing)
        )

    def changed(self) -> bool:
        """Whether the file is another than when this notebook last read or wrote it."""
        try:
            return self._seen != Stamp.of(self.path.stat(follow_symlinks=False))
        except OSError:
            return self._seen is not None

    def ids(self) -> frozenset[str]:
        """The ids of the bookmarks that the file holds now; it is read only where it changed."""
        if self.changed():
            data, stamp = storage.read(self.path)
            self._index(data, stamp)
        return frozenset(self._ids)

    def add(self, bookmark: Bookmark) -> None:
        """Append the bookmark, unless the file holds it already."""
        indexed = False

        def compose(file: NotesFile) -> bytes:
            nonlocal indexed
            stamp = file.stamp()
            indexed = stamp == self._seen
            if not indexed:
                data = _text(file.read(), self.path)
                indexed = not data or may_mark(data, bookmark.id)
                if indexed:
                    self._index(data, stamp)
            if indexed:
                self._refuse_newer()
                if bookmark.id in self._ids:
                    return b""
            tail = file.tail()
            top = "" if tail else header(f"Notes: {self.path.stem}")
            return line_break_after(tail) + encoded(f"{top}\n{block_text(bookmark)}", like=tail)

        stamp = saving.append(self.path, compose, private=self._private)
        self._seen = stamp if indexed else None
        self._ids.add(bookmark.id)
        self._comments.setdefault(bookmark.id, bookmark.comment)
        self._added[bookmark.id] = bookmark

    def remove(self, bookmark_id: str) -> Removed:
        """Take the bookmark out with its comment; all else in the file stays.

        A comment that someone else wrote since it was read here is not thrown away unseen: the
        first call raises, the next one removes.
        """
        removed: list[Removed] = []

        def change(data: bytes) -> bytes:
            layout, bookmark = self._found(data, bookmark_id)
            seen = self._comments.setdefault(bookmark_id, bookmark.comment)
            if bookmark.comment != seen:
                self._comments[bookmark_id] = bookmark.comment
                raise NotesError(
                    f"someone else has commented on it in {self.path}: remove it again to lose that"
                )
            left, taken = without(data, layout, bookmark)
            removed[:] = [taken]
            return left

        def instead(data: bytes) -> bytes:
            change(data)
            return line_break_after(data) + encoded(removal_line(bookmark_id), like=data[-2:])

        self._rewrite(change, instead)
        self._ids.discard(bookmark_id)
        del self._comments[bookmark_id]
        self._added.pop(bookmark_id, None)
        return removed[0]

    def restore(self, removed: Removed) -> None:
        """Put back what was removed, unless the file holds that bookmark again."""

        def change(data: bytes) -> bytes:
            return data if self._holds(data, removed) else with_restored(data, removed)

        def instead(data: bytes) -> bytes:
            return b"" if self._holds(data, removed) else appended(data, removed)

        try:
            self._seen = saving.rewrite(self.path, change, instead, private=self._private)
        except FileNotFoundError:
            self.add(removed.bookmark)
        self._ids.add(removed.bookmark.id)
        self._comments[removed.bookmark.id] = removed.bookmark.comment
        self._added[removed.bookmark.id] = removed.bookmark

    def set_comment(self, bookmark_id: str, comment: str, tags: Sequence[str]) -> Bookmark:
        """Replace what the user says of a bookmark; returns it as it now stands in the file.

        Where someone else changed the comment since it was read here, theirs is kept above it.
        """
        written = _written_tags(tags)
        result: list[Bookmark] = []

        def change(data: bytes) -> bytes:
            layout, bookmark = self._found(data, bookmark_id)
            new = bookmark.with_comment(comment, written)
            if bookmark.comment not in (self._comments.get(bookmark_id, bookmark.comment), comment):
                new = merged(bookmark, new)
            result[:] = [new]
            return with_comment(data, layout, bookmark_id, new.comment, new.tags)

        def instead(data: bytes) -> bytes:
            change(data)
            text = removal_line(bookmark_id) + "\n" + block_text(result[0])
            return line_break_after(data) + encoded(text, like=data[-2:])

        self._rewrite(change, instead)
        self._comments[bookmark_id] = result[0].comment
        self._added[bookmark_id] = result[0]
        return result[0]

    def move(self, bookmark_id: str, before: str | None) -> None:
        """Put a bookmark above another, or below the last."""

        def change(data: bytes) -> bytes:
            layout, _ = self._found(data, bookmark_id)
            return moved(data, layout, bookmark_id, before)

        def instead(data: bytes) -> bytes:
            raise NotesError(f"{self.path} cannot be locked, so its order stays; nothing was lost")

        self._rewrite(change, instead)

    def _rewrite(self, change: Callable[[bytes], bytes], instead: Callable[[bytes], bytes]) -> None:
        try:
            self._seen = saving.rewrite(self.path, change, instead, private=self._private)
        except FileNotFoundError:
            raise NotesError(
                f"the notebook {self.path} is gone; press b to start a new one"
            ) from None

    def _holds(self, data: bytes, removed: Removed) -> bool:
        layout = self._index(data, None)
        self._refuse_newer()
        return bookmark_in(data, layout, removed.bookmark.id) is not None

    def _found(self, data: bytes, bookmark_id: str) -> tuple[Layout, Bookmark]:
        layout = self._index(data, None)
        self._refuse_newer()
        bookmark = bookmark_in(data, layout, bookmark_id)
        if bookmark is None:
            raise NotesError(f"bookmark {bookmark_id} is no longer in {self.path}; read it again")
        return layout, bookmark

    def _index(self, data: bytes, stamp: Stamp | None) -> Layout:
        """Remember which bookmarks the file holds, as of a stamp."""
        layout = layout_of(_text(data, self.path))
        self._ids = {block.id for block in layout.blocks}
        self._version = layout.version
        self._seen = stamp
        return layout

    def _refuse_newer(self) -> None:
        if self.read_only:
            raise NotesError(
                f"{self.path} was written by a newer armreader (format {self._version}):"
                " it is open read-only; update armreader to change it"
            )


def default_notebook_path(dossier: str | Sequence[str]) -> Path:
    """The notebook of a dossier: of the path it was opened from, or of several together.

    The file has the folder's name, and a few digits that keep folders of one name apart; the
    dossier that comes with the program has the same notebook wherever it is installed.
    """
    paths = [dossier] if isinstance(dossier, str) else list(dossier)
    whole = [str(Path(path).absolute()) for path in paths]
    name = Path(whole[0]).name if len(whole) == 1 else f"{len(whole)} paths"
    if whole == [str(bundled("seeds").absolute())]:
        return notebooks_folder() / "seeds.md"
    key = blake2b("\n".join(whole).encode("utf-8", "replace"), digest_size=3).hexdigest()
    slug = re.sub(r"[^\w.-]+", "-", name).strip("-.")[:60] or "dossier"
    return notebooks_folder() / f"{slug}-{key}.md"


def notebooks_folder() -> Path:
    """Where notebooks are kept that the user has not put elsewhere."""
    return (folders().data / "notebooks").absolute()


def _text(data: bytes, path: Path) -> bytes:
    """The bytes, unless they cannot be text; a byte that is none in a notebook is a comment's."""
    if b"\0" in data[:8192] and b"<!-- armreader " not in data:
        raise NotesError(f"{path} is not a text file; give a notebook with --notes")
    return data


def _written_tags(tags: Sequence[str]) -> tuple[str, ...]:
    written = []
    for tag in tags:
        written.append(tag_of(tag))
        if not written[-1]:
            raise NotesError(f"a tag needs a letter, and {tag!r} has none; nothing was saved")
    return tuple(dict.fromkeys(written))
