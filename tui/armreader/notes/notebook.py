"""The notebook: a Markdown file of bookmarks that a person may edit at the same time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from armreader.notes import saving, storage
from armreader.notes.block_text import block_text, header, removal_line, tag_of
from armreader.notes.blocks import VERSION, Layout, layout_of, may_mark
from armreader.notes.bookmark import Bookmark, Own
from armreader.notes.contents import Contents, contents_of
from armreader.notes.edits import (
    Removed,
    appended,
    bookmark_in,
    encoded,
    in_order,
    line_break_after,
    merged,
    moved,
    with_head,
    with_heading,
    with_restored,
    with_said,
    without,
)
from armreader.notes.paths import notebooks_folder
from armreader.notes.storage import NotesError, NotesFile, Stamp


class Notebook:
    """Bookmarks on disk; once a method has returned, its change is saved, whatever happens next.

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
        """As last read or written here: a different comment in the file is somebody else's."""
        self._added: dict[str, Bookmark] = {}

    @property
    def read_only(self) -> bool:
        """Whether what was read last is of a newer format."""
        return self._version > VERSION

    def load(self) -> Contents:
        """The bookmarks and what could not be understood; a missing file is empty."""
        data, stamp = storage.read(self.path)
        layout = self._index(data, stamp)
        found = contents_of(data, layout)
        self._comments = {one.id: one.comment for one in found.bookmarks}
        missing = tuple(one for one in self._added.values() if one.id not in self._ids)
        return replace(found, missing=missing)

    def changed(self) -> bool:
        """Whether the file has changed since this notebook last read or wrote it."""
        try:
            return self._seen != Stamp.of(self.path.stat(follow_symlinks=False))
        except OSError:
            return self._seen is not None

    def ids(self) -> frozenset[str]:
        """The ids of the bookmarks now in the file; it is read only if it changed."""
        if self.changed():
            data, stamp = storage.read(self.path)
            self._index(data, stamp)
        return frozenset(self._ids)

    def add(self, bookmark: Bookmark) -> None:
        """Append the bookmark, unless the file has it already."""
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
        """Remove the bookmark with its comment; everything else in the file stays. A comment that
        somebody else wrote since it was read here is not lost unseen: the first call raises, the
        next one removes it.
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
        """Restore what was removed, unless the file has that bookmark again."""

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
        """Replace the comment of a bookmark; returns the bookmark as it now is in the file. If
        somebody else changed the comment since it was read here, theirs is kept above it.
        """
        written = _written_tags(tags)

        def said(bookmark: Bookmark) -> Bookmark:
            new = bookmark.with_comment(comment, written)
            if bookmark.comment not in (self._comments.get(bookmark_id, bookmark.comment), comment):
                return merged(bookmark, new)
            return new

        result = self._change_block(bookmark_id, said, with_said)
        self._comments[bookmark_id] = result.comment
        return result

    def set_own(self, bookmark_id: str, change: Callable[[Own], Own]) -> Bookmark:
        """Change the user's own wording or date, or what a bookmark is a part of."""
        return self._change_block(
            bookmark_id, lambda bookmark: replace(bookmark, own=change(bookmark.own)), with_said
        )

    def set_facts(self, bookmark_id: str, change: Callable[[Bookmark], Bookmark]) -> Bookmark:
        """Write the speaker, date, source or words of a bookmark again, as they are known now."""
        return self._change_block(bookmark_id, change, with_head)

    def _change_block(
        self,
        bookmark_id: str,
        change: Callable[[Bookmark], Bookmark],
        write: Callable[[bytes, Layout, Bookmark], bytes],
    ) -> Bookmark:
        result: list[Bookmark] = []

        def changed(data: bytes) -> bytes:
            layout, bookmark = self._found(data, bookmark_id)
            result[:] = [change(bookmark)]
            return write(data, layout, result[0])

        def instead(data: bytes) -> bytes:
            changed(data)
            text = removal_line(bookmark_id) + "\n" + block_text(result[0])
            return line_break_after(data) + encoded(text, like=data[-2:])

        self._rewrite(changed, instead)
        self._added[bookmark_id] = result[0]
        return result[0]

    def move(
        self,
        bookmark_id: str,
        before: str | None,
        after: str | None = None,
        undo: tuple[bytes, bytes] | None = None,
    ) -> tuple[bytes, bytes]:
        """Put a bookmark above another or below another; without either, below the last.

        Returns what to give as ``undo`` to move it back: everything is then exactly where it was,
        unless somebody wrote in between.
        """
        found: list[tuple[bytes, bytes]] = []

        def change(data: bytes, layout: Layout) -> bytes:
            exact = undo[0] if undo and data == undo[1] else None
            found[:] = [(data, exact or moved(data, layout, bookmark_id, before, after))]
            return found[0][1]

        self._reorder(bookmark_id, change)
        return found[0]

    def set_heading(self, bookmark_id: str, heading: str) -> None:
        """Put a heading above a bookmark, replacing one that is there; an empty one removes it"""
        self._reorder(
            bookmark_id, lambda data, layout: with_heading(data, layout, bookmark_id, heading)
        )

    def sort(self, wanted: Mapping[str, object]) -> None:
        """Put the bookmarks between two headings in the order of what is given for each id."""
        self._reorder("", lambda data, layout: in_order(data, layout, wanted))

    def _reorder(self, bookmark_id: str, change: Callable[[bytes, Layout], bytes]) -> None:
        def changed(data: bytes) -> bytes:
            if bookmark_id:
                return change(data, self._found(data, bookmark_id)[0])
            layout = self._index(data, None)
            self._refuse_newer()
            return change(data, layout)

        def instead(_: bytes) -> bytes:
            raise NotesError(f"{self.path} cannot be locked, so its order stays; nothing was lost")

        self._rewrite(changed, instead)

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
        """Remember which bookmarks are in the file, as of a stamp."""
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
