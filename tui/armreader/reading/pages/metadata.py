"""What a web page says about itself: title, outlet, author, date and address.

This is read from schema.org's JSON-LD, Open Graph and Dublin Core meta elements, ``link
rel=canonical``, ``time`` elements, and the comment that a browser leaves in a saved page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from armreader.language import mapping
from armreader.reading.pages.attributes import Attributes

FIELDS = ("title", "source", "byline", "date", "url")
# The names of meta elements; the number says how far each is to be trusted.
_META = {
    "og:title": ("title", 2),
    "twitter:title": ("title", 4),
    "dc.title": ("title", 3),
    "headline": ("title", 3),
    "og:site_name": ("source", 2),
    "application-name": ("source", 5),
    "dc.publisher": ("source", 3),
    "publisher": ("source", 4),
    "author": ("byline", 2),
    "article:author": ("byline", 3),
    "parsely-author": ("byline", 3),
    "sailthru.author": ("byline", 3),
    "byl": ("byline", 3),
    "dc.creator": ("byline", 3),
    "article:published_time": ("date", 2),
    "article:published": ("date", 2),
    "og:published_time": ("date", 3),
    "datepublished": ("date", 2),
    "parsely-pub-date": ("date", 3),
    "pubdate": ("date", 3),
    "publishdate": ("date", 3),
    "publish_date": ("date", 3),
    "publication_date": ("date", 3),
    "sailthru.date": ("date", 3),
    "dc.date": ("date", 4),
    "dc.date.issued": ("date", 3),
    "dcterms.created": ("date", 4),
    "date": ("date", 4),
    "og:url": ("url", 2),
}
_JSON_LD, _CANONICAL, _TITLE, _SAVED = 1, 1, 9, 5
_AUTHOR = 6
_PUBLISHED, _FIRST, _TIME, _ANY_TIME = 4, 5, 6, 7
"""How far a ``time`` element is trusted: marked as the date of publication, called so by a word
next to it, plain, or called an update."""
_ARTICLE = re.compile(r"Article|Posting|Report\b")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|\burl:\s+(https?://\S+)")
_BY = re.compile(r"by:? +", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NAME_LENGTH = 60
"""Characters of the longest author's name, or of two."""
_WORD = re.compile(r"[^\W\d]+")
_LABEL_WITHIN = 80
"""Within this many characters of a time, a word may say what it is."""
_NODES = 20_000
"""How many values of a page's JSON-LD are read."""


@dataclass
class Metadata:
    """The best value of each field seen so far, and the element whose text is expected next."""

    article_body: str = ""
    """The longest text that the page's data give for an article."""
    _best: dict[str, tuple[int, str]] = field(default_factory=dict)
    _time: str = ""
    """The time of the open ``time`` element."""
    is_wiki: bool = False
    """Whether it is a page of a wiki; the day of its first version is no day of what it says."""
    awaited: str = ""
    """The tag of the open element whose text is taken."""
    _parts: list[str] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, str]:
        """The known fields: title, source, byline, date, url."""
        known = {name: self._best[name][1] for name in FIELDS if name in self._best}
        if self.is_wiki:
            known.pop("date", None)
        return known

    @property
    def title(self) -> str:
        return self.fields.get("title", "")

    def note_tag(self, tag: str, given: Attributes) -> None:
        """Read a ``meta``, ``link`` or ``time`` element."""
        if tag == "link":
            if given.may_hold("canonical") and "canonical" in given.get("rel").lower().split():
                self._set("url", _CANONICAL, given.get("href", ""))
        elif tag == "time":
            published = "pubdate" in given or "datePublished" in given.get("itemprop", "")
            self._time = given.get("datetime", "")
            self._set("date", _PUBLISHED if published else _ANY_TIME, self._time)
        else:
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            known = _META.get(name.lower())
            if known:
                self._set(known[0], known[1], given.get("content", ""))
            elif name == "generator":
                self.is_wiki = given.get("content", "").startswith("MediaWiki")

    def note_time(self, beside: str) -> None:
        """Read the end of a ``time`` element, with the text in it and before it on its line."""
        ranks = _label_ranks(beside)
        if ranks[-1:] != ["later"]:
            self._set("date", _FIRST if ranks else _TIME, self._time)
        self._time = ""

    def note_author(self, text: str) -> None:
        """Read the text of an element that the page marks as its author (``rel``, ``itemprop``)."""
        name = " ".join(text.split())
        by = _BY.match(name)
        name = name[by.end() :] if by else name
        # A single word is the name of an account.
        if " " in name and len(name) <= _NAME_LENGTH and not _DIGIT.search(name):
            self._set("byline", _AUTHOR, name)

    def note_open(self, tag: str, given: Attributes) -> None:
        """Begin an element with hidden but useful text: ``title``, or a script with JSON-LD."""
        is_data = tag == "script" and given.may_hold("+json")
        is_data = is_data and "ld+json" in given.get("type").lower()
        if is_data or (tag == "title" and "title" not in self._best):
            self.awaited, self._parts = tag, []

    def take(self, text: str) -> None:
        """Keep a text in the awaited element."""
        self._parts.append(text)

    def note_close(self) -> None:
        """Read the end of the awaited element."""
        tag, text = self.awaited, "".join(self._parts)
        self.awaited, self._parts = "", []
        if tag == "title":
            self._set("title", _TITLE, text)
        else:
            self._note_json(text)

    def note_comment(self, text: str) -> None:
        """Read a comment: browsers write there where a saved page came from."""
        match = _SAVED_FROM.search(text[:1000]) if "url" in text else None
        if match:
            self._set("url", _SAVED, match[1] or match[2])

    def _set(self, name: str, rank: int, value: str) -> None:
        value = " ".join(value.split())
        is_address = value.startswith(("http://", "https://"))
        if not value or (name == "url") != is_address:
            return
        if name not in self._best or rank < self._best[name][0]:
            self._best[name] = (rank, value)

    def _note_json(self, text: str) -> None:
        import json

        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            return
        for _ in range(_NODES):
            if not waiting:
                return
            node = waiting.pop()
            if isinstance(node, list):
                waiting.extend(reversed(node))
            elif isinstance(node, dict):
                if _ARTICLE.search(str(node.get("@type", ""))):
                    self._note_article(node)
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))

    def _note_article(self, node: dict[str, object]) -> None:
        self._set("title", _JSON_LD, _name(node.get("headline")))
        self._set("source", _JSON_LD, _name(node.get("publisher")))
        self._set("byline", _JSON_LD, _name(node.get("author")))
        self._set("date", _JSON_LD, _name(node.get("datePublished")))
        self._set("url", _CANONICAL + 1, _name(node.get("url")))
        body = node.get("articleBody")
        if isinstance(body, str) and len(body) > len(self.article_body):
            self.article_body = body


def _label_ranks(text: str) -> list[str]:
    """``first`` and ``later`` for each word about publication or an update, in order."""
    known = mapping("reading/date_words")
    words = _WORD.findall(text[-_LABEL_WITHIN:].casefold())
    return [known[word] for word in words if known.get(word, "none") != "none"]


def _name(value: object) -> str:
    """The text of a JSON-LD value: itself, its ``name``, or those of a list."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain_name, value)))
    return _plain_name(value)


def _plain_name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name", "")
    return value if isinstance(value, str) else ""
