"""Feeds (RSS 2.0, RSS 1.0 and Atom): each entry with a text is an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from io import BytesIO

from armreader.reading.authors import named_author
from armreader.reading.containers.budget import PIECES, Budget
from armreader.reading.containers.piece import Found, Piece, Refusal
from armreader.reading.containers.record import day_of, host
from armreader.reading.containers.texts_missing import with_text
from armreader.reading.containers.xml import local, parse, space
from armreader.reading.kinds import kind_of
from armreader.reading.source import LimitError, NoArticleError, Source, UnreadableError

_OWN = (
    "",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
)
"""Namespaces of the feed's own elements; others are about pictures, shops and podcasts."""
_FIELDS = {
    "title": "title", "link": "url", "pubDate": "date", "published": "date", "issued": "date",
    "author": "byline", "description": "summary", "summary": "summary", "content": "text",
    "source": "source",
}  # fmt: skip
_DUBLIN_CORE = {"creator": "byline", "date": "date", "publisher": "source"}
_ENTRIES = frozenset(["item", "entry"])


def open_(source: Source, budget: Budget) -> Iterator[Found]:
    """Each entry with a text, numbered from 1; those without are counted."""
    if kind_of(source.head, source.name) == "outline":
        raise NoArticleError("a list of feeds, not an article", "armreader fetches nothing")
    reader = _Reader()
    damage = ""
    try:
        parse(BytesIO(source.read()), reader.start, reader.end, reader.text)
    except UnreadableError as error:
        if not reader.entries:
            raise
        damage = str(error)
    if not reader.entries and reader.root == "RDF":
        raise NoArticleError("RDF without news", "export references as RIS or BibTeX")
    hosts = Counter(host(entry.get("url", "")) for entry in reader.entries)
    pieces = (
        (_piece(entry, reader.feed, len(hosts) == 1, f"{number}"), entry.get("url", ""))
        for number, entry in enumerate(reader.entries, 1)
    )
    yield from with_text(pieces, "entry", "entries")
    if damage:
        yield Refusal("", damage, ends=True)


def _piece(entry: dict[str, str], feed: dict[str, str], is_own: bool, name: str) -> Piece | None:
    """An entry; its outlet is the title of the feed unless the feed collects from several sites."""
    text = entry.get("text") or entry.get("summary", "")
    if not text.strip():
        return None
    site = host(entry.get("url", ""))
    is_own = is_own or not site or site == host(feed.get("url", ""))
    return Piece(
        name,
        data=text.encode("utf-8", "replace"),
        suffix=".html",
        stated={
            "title": " ".join(entry.get("title", "").split()),
            "source": entry.get("source") or (feed.get("title", "") if is_own else site),
            "byline": named_author(entry.get("byline", "")),
            "url": entry.get("url", ""),
            "date": day_of(entry.get("date", "")),
        },
        rule="publication-feed",
        notices=() if entry.get("text") else ("description only, as the feed gives it",),
    )


class _Reader:
    """What the feed says about itself and about each entry, collected element by element."""

    def __init__(self) -> None:
        self.feed: dict[str, str] = {}
        self.entries: list[dict[str, str]] = []
        self.root = ""
        self._inside: list[str] = []
        self._fields: dict[str, str] = self.feed
        self._field = ""
        self._depth = 0
        self._parts: list[str] = []
        self._is_markup = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        self.root = self.root or tag
        self._inside.append(tag)
        if self._field:
            self._start_inside(tag)
            return
        if tag in _ENTRIES:
            if len(self.entries) >= PIECES:
                raise LimitError(f"holds more than {PIECES:,} entries; split it")
            self._fields = {}
            self.entries.append(self._fields)
            return
        # What is inside an author, a picture or a nested source does not belong to the entry.
        if self._inside[-2:-1] in ([*_ENTRIES][:1], [*_ENTRIES][1:], ["channel"], ["feed"]):
            self._field = _field(name)
            self._depth = len(self._inside)
            self._parts = []
            self._is_markup = attributes.get("type") == "xhtml"
            self._is_plain = tag == "content" and attributes.get("type", "text") == "text"
            if tag == "link" and "href" in attributes:
                if attributes.get("rel", "alternate") == "alternate":
                    self._fields.setdefault("url", attributes["href"])
                self._field = ""

    def _start_inside(self, tag: str) -> None:
        if self._is_markup:
            self._parts.append(f"<{tag}>")

    def text(self, data: str) -> None:
        if not self._field:
            return
        if self._field == "byline" and self._inside[-1] in ("email", "uri"):
            return
        self._parts.append(escape(data) if self._is_markup or self._is_plain else data)

    def end(self, name: str) -> None:
        tag = self._inside.pop()
        if self._field and len(self._inside) >= self._depth:
            if self._is_markup:
                self._parts.append(f"</{tag}>")
            return
        if self._field:
            self._keep("".join(self._parts).strip())
            self._field = ""
        elif tag in _ENTRIES:
            self._fields = self.feed

    def _keep(self, value: str) -> None:
        if value and self._field == "byline" and value != self._fields.get("byline", value):
            value = f"{self._fields['byline']}, {value}"
            self._fields["byline"] = value
        elif value:
            self._fields.setdefault(self._field, value)


def _field(name: str) -> str:
    """The field that an element gives for an entry or a feed; empty if it is not used."""
    where, tag = space(name), local(name)
    if "purl.org/dc/" in where:
        return _DUBLIN_CORE.get(tag, "")
    if where.endswith("modules/content/"):
        return "text" if tag == "encoded" else ""
    return _FIELDS.get(tag, "") if where in _OWN else ""
