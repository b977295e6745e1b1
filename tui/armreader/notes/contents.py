"""The contents of a notebook: bookmarks, headings, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from armreader.notes.block_text import bookmark_of
from armreader.notes.blocks import VERSION, Layout, NoteProblem, line_of
from armreader.notes.bookmark import Bookmark
from armreader.notes.edits import headings_above, merged


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a notebook when it was read."""

    bookmarks: tuple[Bookmark, ...]
    """In the order of the file, each id once."""
    problems: tuple[NoteProblem, ...]
    read_only: bool
    """Whether a newer version of the format occurs, so that nothing may be changed."""
    missing: tuple[Bookmark, ...] = ()
    """What this notebook added or changed and the file no longer holds: an editor that had the
    older file open has saved over it, or someone removed it."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """By bookmark id the heading above it; without those that have none."""


def contents_of(data: bytes, layout: Layout) -> Contents:
    """The contents of a file's bytes; blocks of one id are one bookmark."""
    bookmarks: dict[str, Bookmark] = {}
    problems = list(layout.problems)
    for block in layout.blocks:
        found = bookmark_of(data, block)
        if found is None:
            message = f"bookmark {block.id} cannot be understood; it is kept as it is"
            problems.append(NoteProblem(line_of(data, block.start), message))
        else:
            before = bookmarks.get(block.id)
            bookmarks[block.id] = merged(before, found) if before else found
    read_only = layout.version > VERSION
    if read_only:
        message = f"format {layout.version} is newer than this armreader: opened read-only"
        problems.append(NoteProblem(1, message))
    return Contents(
        tuple(bookmarks.values()),
        tuple(sorted(problems)),
        read_only,
        headings=headings_above(layout),
    )
