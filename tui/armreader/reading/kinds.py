"""What kind of file something is: by its content first, then by its file name extension."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath

from armreader.language import mapping, rows
from armreader.reading.source import NoArticleError

_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"SQLite format 3", "database"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
)
_PAGE = re.compile(
    rb"(?i)(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype html|html)\b"
)
_ROOT = re.compile(
    rb"(?:<!--(?:[^-]|-(?!->)){0,2000}-->|<\?[^>]*>"
    rb"|<!DOCTYPE[^\[>]*(?:\[(?:[^\]]|\](?!\s*>))*\]\s*)?>|\s)*<(?:\w+:)?(rss|feed|RDF|opml)\b"
)
_XML = re.compile(rb"\s*<\?xml\b")
_MAILBOX = re.compile(rb"From \S+.{0,80}\d{2}:\d{2}.{0,40}\r?\n[A-Za-z>][\w-]*:?[ \t]")
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?\S?.*\r?\n")
_OF_MAIL = re.compile(
    rb"(?im)^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|X-Mailer):"
)
STORED = re.compile(rb"(\d{1,9})[ \t]*\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,40}:)")
"""The line with the length of a mail above it, as Apple Mail stores it."""
_RELATED = re.compile(rb"(?i)multipart/related")
_SNAPSHOT = re.compile(rb"(?im)^(?:Snapshot-Content-Location:|From: <Saved by )")
_LINKS = re.compile(
    rb"(?i)<!DOCTYPE NETSCAPE-Bookmark-file-1"
    rb"|[^\0]{0,500}?<title>\s*(?:Pocket Export|Instapaper: Export)\s*</title>"
)
"""The lists of links that browsers and reading apps export."""
_REFER = re.compile(rb"\s*(?:%0 [A-Z]\w|PMID- \d)")
_RIS = re.compile(rb"\s*TY  - \w")
_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*\{\s*\")")
_BIBTEX = re.compile(rb"(?:\s*%.*\n)*\s*@[A-Za-z]+\s*\{[^\n,]*,\s*\n", re.M)
_CLIPPINGS = re.compile(rb"[^\n]+\n- [^\n]*\|[^\n]*\n(?:[^=\n][^\n]*\n|\n)*={10}\r?\n")
_COLUMNS = re.compile(rb'"?[\w .-]{1,30}"?(?:[,;\t] ?"?[\w .-]{1,30}"?){2,40}')
_TITLED = frozenset([b"title", b"headline", b"book title"])
_HELD = frozenset([b"text", b"body", b"content", b"url", b"link", b"highlight"])
"""Columns of a list of articles; it has one of each."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_SAMPLE = 8192
_SYSTEM_FILES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
READ = frozenset({"text", "markdown", "page"})
"""Kinds of files that are a single article."""
_BY_ENDING = READ | {"json", "jsonl", "csv", "bibtex", "mail", "mhtml", "mailbox", "feed", "ris"}
"""Text formats that the extension decides unless the content contradicts it."""


def kind_of(head: bytes, name: str) -> str:
    """The kind of a file with these first bytes and this name: ``page``, ``warc``, ``feed`` …

    Raises ``NoArticleError`` if the kind is not supported.
    """
    ending = ending_kind(name)
    kind = _by_signature(head)
    if kind == "binary":
        kind = ending if ending in _unread() else kind
    elif not kind:
        kind = _by_text(head) or (ending if ending in _BY_ENDING else "text")
    if kind in _unread():
        raise unread_error(kind)
    return kind


def may_refer(head: bytes, name: str) -> bool:
    """Whether a file of this kind may name other files that hold its texts."""
    kind = kind_of(head, name)
    return kind in ("ris", "bibtex") or (kind == "json" and b'"slug"' in head)


def is_system_file(name: str) -> bool:
    """Whether a name is one that a system or an office program gives to a file of its own.

    ``.DS_Store``, ``Thumbs.db``, ``desktop.ini``, ``~$report.docx``, ``__MACOSX``.
    """
    return name.startswith((".", "~$", "__MACOSX")) or name.lower() in _SYSTEM_FILES


def unread_error(kind: str) -> NoArticleError:
    """The error for a kind that is not supported."""
    return NoArticleError(*_unread()[kind])


def ending_kind(name: str) -> str:
    """The kind by the extension alone; ``text`` if the extension is unknown."""
    return mapping("reading/file_kinds").get(PurePath(name).suffix[1:].lower(), "text")


@cache
def _unread() -> dict[str, tuple[str, str]]:
    return {kind: (what, advice) for kind, what, advice in rows("reading/unread_kinds")}


def _by_signature(head: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    sample = head[:_SAMPLE]
    if sample.startswith(_WIDE_MARKS) or wide_without_mark(sample):
        return ""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary" if controls * 20 > len(sample) else ""


def _by_text(head: bytes) -> str:
    """The kind of a text by how it begins."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        return _by_markup(text)
    if _MAILBOX.match(text):
        return "mailbox"
    if _is_mail(text):
        is_page = _SNAPSHOT.search(text) or (_RELATED.search(text[:2000]) and b"\nTo:" not in text)
        return "mhtml" if is_page else "mail"
    if _RIS.match(text):
        return "ris"
    if _REFER.match(text):
        return "refer"
    if _JSON.match(text):
        return "jsonl" if _is_lines(text) else "json"
    if _BIBTEX.match(text):
        return "bibtex"
    if _is_table(text):
        return "csv"
    return "clippings" if _CLIPPINGS.match(text.replace(b"\r\n", b"\n")) else ""


def _by_markup(text: bytes) -> str:
    root = _ROOT.match(text)
    if root:
        return "outline" if root[1] == b"opml" else "feed"
    if _LINKS.match(text):
        return "links"
    if _PAGE.match(text):
        return "page"
    return "xml" if _XML.match(text) else ""


def _is_mail(text: bytes) -> bool:
    """Whether it begins with header lines, one of which only mail programs write."""
    stored = STORED.match(text)
    text = text[stored.end() :] if stored else text
    block = re.split(rb"\r?\n\r?\n", text, maxsplit=1)[0]
    return _HEADER.match(text) is not None and _OF_MAIL.search(block) is not None


def _is_table(text: bytes) -> bool:
    """Whether the first line names the columns of a list of articles."""
    first = text.split(b"\n", 1)[0].strip().lower()
    if not _COLUMNS.fullmatch(first):
        return False
    columns = {cell.strip(b'" ') for cell in re.split(rb"[,;\t]", first)}
    return not (columns.isdisjoint(_TITLED) or columns.isdisjoint(_HELD))


def _is_lines(text: bytes) -> bool:
    """Whether the first line is a whole object, with another one below it."""
    first, _, rest = text.partition(b"\n")
    return first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")


def wide_without_mark(sample: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` if every other byte of mostly Latin text is zero."""
    half = len(sample) // 2
    if half < 8:
        return ""
    even, odd = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if odd * 2 > half and even * 20 < half:
        return "utf-16-le"
    if even * 2 > half and odd * 20 < half:
        return "utf-16-be"
    return ""


def shown(names: Sequence[str], most: int = 3) -> str:
    """The first few of many names: ``a, b, c and 4 more``."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
