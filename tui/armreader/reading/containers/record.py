"""A record of an exported list, from whatever service, to a piece."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache
from urllib.parse import urlsplit

from armreader.language import entries, rows
from armreader.reading.authors import named_authors
from armreader.reading.containers.piece import Member, Part, Piece
from armreader.reading.source import Source

_TEXTS = {
    "text": "",
    "highlight": "highlights only",
    "abstract": "abstract only",
    "summary": "description only, not the whole text",
}
"""Kinds of text, the best first, and what a reader should know about each."""
_LAST = 1_000_000
_KEY = re.compile(r"[\s_-]+")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_STROKES = re.compile(r"(\d{4})/(\d\d?)?/?(\d\d?)?/?")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_MARKUP = re.compile(r"</(?:p|div|a|h\d|li|span|strong|em|b|i)>|<(?:p|br)\b", re.IGNORECASE)
_CUT = re.compile(r"\s*\[\+?\d+ chars\]\s*")
_PAGE = re.compile(r"https?://[^/\s]+/[^\s]+$")
"""The address of a page, and not only of a site."""


def known(record: Mapping[str, str]) -> dict[str, str]:
    """The fields of a record (title, text, highlight, url, date …), each from its best key."""
    best: dict[str, tuple[int, str]] = {}
    for key, value in record.items():
        rank, field = _fields().get(_folded(key), (0, ""))
        if field == "source" and _PAGE.match(value):
            best.setdefault("url", (_LAST - 1, value.strip()))
        if field in _TEXTS and value.strip().lower() in entries("reading/no_texts"):
            continue
        if field and value.strip() and rank < best.get(field, (_LAST, ""))[0]:
            best[field] = rank, value.strip()
    return {field: value for field, (_, value) in best.items()}


@cache
def _fields() -> dict[str, tuple[int, str]]:
    table = rows("reading/record_keys")
    return {key: (rank, field) for rank, (key, field) in enumerate(table)}


@lru_cache(maxsize=1000)
def _folded(key: str) -> str:
    return _KEY.sub("", key).lower()


def is_record(fields: Mapping[str, str]) -> bool:
    """Whether the fields may be those of an article."""
    return "title" in fields and ("url" in fields or any(kind in fields for kind in _TEXTS))


def piece_of(fields: Mapping[str, str], name: str, notes: Sequence[str] = ()) -> Piece | None:
    """The article of a record; None if the record has no text."""
    kind = next((kind for kind in _TEXTS if fields.get(kind)), None)
    if kind is None:
        return None
    text = fields[kind]
    cut = _CUT.search(text[-40:])
    after = [Part("furniture", f"Note: {note}") for note in notes if note]
    notices = [_TEXTS[kind]] if _TEXTS[kind] else []
    if cut:
        mark = cut.group().strip()
        text = text[: len(text) - 40 + cut.start()] if len(text) > 40 else text[: cut.start()]
        after.insert(0, Part("furniture", mark))
        notices.append(f"cut by the service: {mark}")
    return Piece(
        name,
        data=text.encode("utf-8", "replace"),
        suffix=".html" if _MARKUP.search(text) else ".txt",
        after=tuple(after),
        stated=stated(fields),
        fallback={"source": host(fields.get("url", ""))},
        rule="publication-list",
        notices=tuple(notices),
    )


def member_of(fields: Mapping[str, str], name: str, file: Source) -> Member:
    """The article of a record whose text is a file of its own."""
    said = {key: value for key, value in stated(fields).items() if value}
    address = host(fields.get("url", ""))
    return Member(name, file, said, {"source": address}, rule="publication-list")


def stated(fields: Mapping[str, str]) -> dict[str, str]:
    """What a record says about its article, apart from the text."""
    source = fields.get("source", "")
    return {
        "title": " ".join(html.unescape(fields.get("title", "")).split()),
        "source": "" if is_app(source) else host(source),
        "byline": named_authors(fields.get("byline", "")),
        "url": fields.get("url", ""),
        "date": day_of(fields.get("date", "")),
    }


def is_app(source: str) -> bool:
    """Whether a source is only the program in which an article was marked."""
    return source.lower() in entries("reading/reading_apps")


def host(address: str) -> str:
    """The host of an address, without ``www.``; anything else is returned unchanged."""
    if not address.startswith(("http://", "https://")):
        return address
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def day_of(value: str) -> str:
    """The day or month of a moment as programs write it; anything else is returned unchanged."""
    value = value.strip()
    if _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).date().isoformat()
    iso = _ISO.match(value)
    if iso:
        return "-".join(iso.groups())
    strokes = _STROKES.fullmatch(value)
    if strokes:
        return "-".join(part.zfill(2) for part in strokes.groups() if part)
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value
