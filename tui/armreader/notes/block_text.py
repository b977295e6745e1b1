"""A bookmark as its block in the notebook, and back."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from armreader.notes.blocks import VERSION, Block, separator_id
from armreader.notes.bookmark import Bookmark, BookmarkKind, KeptEvent, Origin, Own
from armreader.notes.citation import citation_markdown, words_as_said
from armreader.notes.markdown import block_quote, inline, one_line
from armreader.notes.own_fields import escaped_fields, own_and_rest, own_lines, unescaped_fields
from armreader.records.visible import visible
from armreader.story.anchors import Selector

_KINDS = frozenset(("direct", "mixed", "indirect", "event", "stretch"))
_BASES = frozenset(("stated", "given", "inferred", "unknown"))
_HIDDEN = re.compile("[<>\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_OWN_LINE = re.compile(r"^(\\*)(?=<!-- (?:armreader|end) |\^b-[0-9a-f]{10}\s*$)", re.MULTILINE)
_ESCAPED_OWN_LINE = re.compile(
    r"^\\(?=\\*(?:<!-- (?:armreader|end) |\^b-[0-9a-f]{10}\s*$))", re.MULTILINE
)
_TAG = re.compile(r"(?<!\S)#((?=[\w/-]*[^\W\d])[\w/-]{1,100})(?![\w/#-])")
_TAG_LINE = re.compile(r"#[\w/-]+(?:[ \t]+#[\w/-]+)*[ \t]*")


def block_text(bookmark: Bookmark) -> str:
    """The whole block, with a line end after its last line."""
    return f"{head_text(bookmark)}{users_text(bookmark)}<!-- end {bookmark.id} -->\n"


def head_text(bookmark: Bookmark) -> str:
    """The part of a block that the program writes: the machine line, the words, their source."""
    event = bookmark.event
    named = [f"> **{inline(event.date or 'undated')}** {inline(event.label)}", ">"] if event else []
    lines = [
        machine_line(bookmark),
        *named,
        *block_quote(words_as_said(bookmark)),
        ">",
        f"> — {citation_markdown(bookmark)}",
        "",
        f"^{bookmark.id}",
    ]
    return "\n".join(lines) + "\n"


def users_text(bookmark: Bookmark) -> str:
    """The user's part of a block: own wording and date, the comment, the tags."""
    fields = own_lines(bookmark.own)
    return ("\n" + "".join(f"{line}\n" for line in fields) if fields else "") + comment_text(
        bookmark.comment, bookmark.tags
    )


def removal_line(bookmark_id: str) -> str:
    """The line that removes the blocks with this id above it."""
    return f"<!-- armreader {VERSION} {bookmark_id} removed -->\n"


def header(name: str) -> str:
    """What a new notebook begins with."""
    note = "write anywhere; what is between a quote and its end line is your comment on it"
    return f"# {one_line(name)}\n\n<!-- armreader {VERSION} notebook: {note} -->\n"


def machine_line(bookmark: Bookmark) -> str:
    """The line with what the program must know: selectors, origin, speaker, words."""
    selector, origin = bookmark.selector, bookmark.origin
    known: dict[str, Any] = {
        "selector": selector_objects(selector),
        "kind": bookmark.kind,
        "words": bookmark.words,
        "speaker": bookmark.speaker,
        "article": origin.article,
        "sha256": origin.sha256,
        "file": origin.file,
        "url": origin.url,
        "title": origin.title,
        "source": origin.source,
        "byline": origin.byline,
        "date": origin.date,
        "basis": origin.basis,
    }
    if bookmark.words == selector.exact:
        del known["words"]
    if bookmark.event:
        known["event"] = asdict(bookmark.event)
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    safe = _HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return f"<!-- armreader {VERSION} {bookmark.id} {safe} -->"


def selector_objects(selector: Selector) -> list[dict[str, Any]]:
    """The selectors as the W3C's data model writes them."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
        },
        {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
    ]


def comment_text(comment: str, tags: tuple[str, ...]) -> str:
    """The comment, and a line with the tags that are not in it."""
    words = "\n".join(_without_controls(comment).splitlines()).strip()
    safe = escaped_fields(_OWN_LINE.sub(lambda match: match.group() + "\\", words))
    parts = [part for part in (safe, _tags_beside(words, tags)) if part]
    return "\n" + "".join(f"{part}\n\n" for part in parts)


def _without_controls(text: str) -> str:
    """The text with each control character but line ends and tabs as one that shows."""
    return _CONTROL.sub(lambda match: visible(match.group()), text)


def said_of(bookmark: Bookmark, between: str) -> str:
    """The comment and then its tags, as a person would type them."""
    tags = _tags_beside(bookmark.comment, bookmark.tags)
    return between.join(part for part in (bookmark.comment, tags) if part)


def _tags_beside(comment: str, tags: tuple[str, ...]) -> str:
    """The tags that are not in the comment, on one line as a person writes them."""
    own = tags_in(comment)
    return " ".join(f"#{tag}" for tag in dict.fromkeys(tags) if tag not in own)


def tags_in(comment: str) -> tuple[str, ...]:
    """The ``#tags`` in a comment, without the mark, each once; one of digits alone is no tag."""
    return tuple(dict.fromkeys(_TAG.findall(comment)))


def tag_of(word: str) -> str:
    """A tag as it can be written, its blanks as hyphens; empty where no letter is left."""
    tag = re.sub(r"[^\w/-]+", "-", word.strip().lstrip("#")).strip("-/")[:100]
    return tag if re.search(r"[^\W\d]", tag) else ""


def bookmark_of(data: bytes, block: Block) -> Bookmark | None:
    """The bookmark of a block; None where the machine line does not hold one."""
    try:
        known = json.loads(block.machine)
        quote, position = known["selector"]
        exact = _text(quote, "exact")
        selector = Selector(
            exact=exact,
            prefix=_text(quote, "prefix"),
            suffix=_text(quote, "suffix"),
            start=max(0, int(position["start"])),
            end=max(0, int(position["end"])),
        )
        origin = Origin(
            article=_text(known, "article"),
            sha256=_text(known, "sha256"),
            file=_text(known, "file"),
            url=_text(known, "url"),
            title=_text(known, "title"),
            source=_text(known, "source"),
            byline=_text(known, "byline"),
            date=_text(known, "date"),
            basis=known["basis"] if known.get("basis") in _BASES else "unknown",
        )
        kind: BookmarkKind = known["kind"] if known.get("kind") in _KINDS else "stretch"
        words = _text(known, "words") if "words" in known else exact
        speaker = _text(known, "speaker")
        event = _event(known)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    own, comment, tags = said_in(data, block)
    return Bookmark(block.id, kind, words, speaker, selector, origin, comment, tags, event, own)


def _event(known: dict[str, Any]) -> KeptEvent | None:
    """The event of a machine line; None where it has none."""
    event = known.get("event")
    if not isinstance(event, dict):
        return None
    return KeptEvent(_text(event, "label"), _text(event, "date"), max(0, int(event["trigger"])))


def comment_span(data: bytes, block: Block) -> tuple[int, int]:
    """Where the user's part of a block is in the file; empty if its end line is missing."""
    if not block.closed:
        return block.end, block.end
    body_end = data.rfind(b"<!-- end ", block.body, block.end)
    start = block.body + separator_id(data[block.body : body_end], block.id)[1]
    return start, body_end


def said_in(data: bytes, block: Block) -> tuple[Own, str, tuple[str, ...]]:
    """What the user wrote in a block: own wording and date, the comment, the tags."""
    start, end = comment_span(data, block)
    text = data[start:end].decode("utf-8", "replace").replace("\r\n", "\n")
    own, rest = own_and_rest(_without_controls(text))
    comment, tags = comment_and_tags(rest)
    return own, unescaped_fields(_ESCAPED_OWN_LINE.sub("", comment)), tags


def comment_and_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """A text as typed: the comment without a last line of tags, and all its tags."""
    text = _without_controls(text.replace("\r\n", "\n")).strip()
    head, _, last = text.rpartition("\n")
    comment = head.rstrip() if _TAG_LINE.fullmatch(last) else text
    return comment, tags_in(text)


def _text(holder: dict[str, Any], key: str) -> str:
    """A text of the machine line, cleaned: the file may be somebody else's."""
    value = holder.get(key, "")
    if not isinstance(value, str):
        raise TypeError(key)
    return visible(value)
