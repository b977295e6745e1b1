"""Changes to a notebook's bytes: each touches its own block and nothing that a person wrote."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from armreader.notes.block_text import bookmark_of, comment_span, head_text, users_text
from armreader.notes.blocks import Block, Layout
from armreader.notes.bookmark import Bookmark, Own
from armreader.notes.markdown import one_line


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed from a notebook, so that it can be put back."""

    bookmark: Bookmark
    pieces: tuple[tuple[int, bytes], ...]
    """Each stretch, and where it stood in what was left."""
    before: bytes
    """A digest of what was left up to the last of them."""


def blocks_with(layout: Layout, bookmark_id: str) -> list[Block]:
    """The blocks of a bookmark: one, or several where files were joined."""
    return [block for block in layout.blocks if block.id == bookmark_id]


def bookmark_in(data: bytes, layout: Layout, bookmark_id: str) -> Bookmark | None:
    """The bookmark as its blocks together give it."""
    found = None
    for block in blocks_with(layout, bookmark_id):
        bookmark = bookmark_of(data, block)
        if bookmark:
            found = merged(found, bookmark) if found else bookmark
    return found


def merged(first: Bookmark, second: Bookmark) -> Bookmark:
    """One bookmark made of two with the same id: both comments are kept."""
    comments = [first.comment]
    if second.comment not in first.comment:
        comments.append(second.comment)
    tags = tuple(dict.fromkeys(first.tags + second.tags))
    own = Own(
        wording=first.own.wording or second.own.wording,
        date=first.own.date or second.own.date,
        part_of=first.own.part_of or second.own.part_of,
    )
    both = first.with_comment("\n\n".join(part for part in comments if part), tags)
    return replace(both, own=own)


def without(data: bytes, layout: Layout, bookmark: Bookmark) -> tuple[bytes, Removed]:
    """The bytes without the bookmark's blocks and the blank line above each."""
    found = [block for block in (*layout.blocks, *layout.removals) if block.id == bookmark.id]
    stretches = [
        (_blank_line_before(data, block.start), block.end)
        for block in sorted(found, key=lambda block: block.start)
    ]
    left, pieces, done, size = [], [], 0, 0
    for start, end in stretches:
        left.append(data[done:start])
        size += start - done
        pieces.append((size, data[start:end]))
        done = end
    remaining = b"".join([*left, data[done:]])
    return remaining, Removed(bookmark, tuple(pieces), _digest(remaining[:size]))


def with_restored(data: bytes, removed: Removed) -> bytes:
    """The bytes with what was removed back in its old place, or at the end if that has changed."""
    if _digest(data[: removed.pieces[-1][0]]) == removed.before:
        for offset, piece in reversed(removed.pieces):
            data = data[:offset] + piece + data[offset:]
        return data
    return data + appended(data, removed)


def appended(data: bytes, removed: Removed) -> bytes:
    """What to append to the bytes so that they hold what was removed."""
    return line_break_after(data) + b"".join(piece for _, piece in removed.pieces)


def line_break_after(data: bytes) -> bytes:
    """The line end that the last line lacks, if any."""
    return b"" if data.endswith(b"\n") or not data else b"\n"


def with_said(data: bytes, layout: Layout, bookmark: Bookmark) -> bytes:
    """The bytes with the user's part of a bookmark in its block, which is then its only one."""
    first, *others = blocks_with(layout, bookmark.id)
    text = users_text(bookmark)
    if not first.closed:
        text += f"<!-- end {bookmark.id} -->\n"
    start, end = comment_span(data, first)
    changes = [(start, end, encoded(text, like=data[first.start : first.body]))]
    changes += [(_blank_line_before(data, other.start), other.end, b"") for other in others]
    for begin, stop, new in reversed(changes):
        data = data[:begin] + new + data[stop:]
    return data


def with_head(data: bytes, layout: Layout, bookmark: Bookmark) -> bytes:
    """The bytes with a bookmark's machine line, words and source written again."""
    for block in reversed(blocks_with(layout, bookmark.id)):
        head = encoded(head_text(bookmark), like=data[block.start : block.body])
        data = data[: block.start] + head + data[comment_span(data, block)[0] :]
    return data


def with_heading(data: bytes, layout: Layout, bookmark_id: str, heading: str) -> bytes:
    """The bytes with a heading above a bookmark's block; an empty one removes it."""
    block = blocks_with(layout, bookmark_id)[0]
    start = _blank_line_before(data, block.start)
    above = next((one for one in layout.headings if not data[one.end : start].strip()), None)
    line = encoded(f"\n## {one_line(heading)}\n", like=data[block.start : block.body])
    if above is None or above.end > start:
        return data[:start] + line + data[start:] if heading else data
    begin = _blank_line_before(data, above.start)
    return data[:begin] + (line if heading else b"") + data[above.end :]


def headings_above(layout: Layout) -> dict[str, str]:
    """By bookmark id the words of the last heading above it."""
    starts = [one.start for one in layout.headings]
    above = {one.id: bisect_right(starts, one.start) for one in reversed(layout.blocks)}
    return {ident: layout.headings[count - 1].words for ident, count in above.items() if count}


def in_order(data: bytes, layout: Layout, wanted: Mapping[str, object]) -> bytes:
    """The bytes with the blocks between two headings in the order of what is wanted of each.

    ``wanted``: by bookmark id what is sorted by; all that is between blocks stays.
    """
    starts = [one.start for one in layout.headings]

    def order(block: Block) -> tuple[int, object]:
        return bisect_right(starts, block.start), wanted[block.id]

    blocks = [one for one in layout.blocks if one.id in wanted]
    pieces, done = [], 0
    for place, block in zip(blocks, sorted(blocks, key=order), strict=True):
        pieces += [data[done : place.start], data[block.start : block.end]]
        done = place.end
    return b"".join([*pieces, data[done:]])


def moved(
    data: bytes, layout: Layout, bookmark_id: str, before: str | None, after: str | None = None
) -> bytes:
    """The bytes with the bookmark's block above another's or below another's; else below all."""
    block = blocks_with(layout, bookmark_id)[0]
    others = [other for other in layout.blocks if other.id != bookmark_id]
    targets = [other for other in others if other.id == (before or after)]
    if not others or ((before or after) and not targets):
        return data
    target = _blank_line_before(data, targets[0].start) if targets else others[-1].end
    if targets and before is None:
        target = targets[-1].end
    start = _blank_line_before(data, block.start)
    piece = data[start : block.end]
    if not piece.startswith((b"\n", b"\r\n")):
        piece = b"\n" + piece
    if target <= start:
        return data[:target] + piece + data[target:start] + data[block.end :]
    return data[:start] + data[block.end : target] + piece + data[target:]


def encoded(text: str, like: bytes) -> bytes:
    """The text as UTF-8 with the line ends of the bytes that it follows."""
    data = text.encode("utf-8", "replace")
    return data.replace(b"\n", b"\r\n") if like.endswith(b"\r\n") else data


def _blank_line_before(data: bytes, start: int) -> int:
    """The start of the blank line above an offset; the offset where there is none."""
    for blank in (b"\r\n\r\n", b"\n\n"):
        if data.endswith(blank, 0, start):
            return start - len(blank) // 2
    return start


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
