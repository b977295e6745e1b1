"""Saved web pages: the text that a person sees, and what the tags say of its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from armreader.language import mapping
from armreader.reading.furniture import normalised
from armreader.reading.html_metadata import Metadata
from armreader.reading.html_tokens import tokens
from armreader.records import Section, SectionKind, Span

_TAG_ROLES = {
    **dict.fromkeys(["script", "style", "template", "svg", "iframe", "object", "canvas"], "hidden"),
    **dict.fromkeys(["audio", "video", "select", "title"], "hidden"),
    **dict.fromkeys(["nav", "footer", "aside", "form", "button", "menu", "dialog"], "furniture"),
    **dict.fromkeys(["noscript", "label", "legend"], "furniture"),
    **dict.fromkeys(["pre", "textarea"], "preformatted"),
    "article": "article",
    "main": "main",
    "figcaption": "caption",
}
"""What an element makes of the text in it, by its tag alone."""
_KINDS: tuple[SectionKind, ...] = ("furniture", "caption", "byline", "dateline", "summary")
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q ruby s
    samp small span strike strong sub sup time tt u var wbr input meta link""".split()  # noqa: SIM905 - a list to read
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_LISTED = frozenset(["li", "dt", "dd", "td", "th", "tr", "option"])
"""Elements that end where the next of their kind begins, whether or not they are closed."""
_BLANKS = re.compile(r"[ \t\n\r\f\xa0]+")
_IGNORABLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NAMES = re.compile(r"[\s_-]+")
_MAIN_SHARE = 0.5
"""An article element that holds so much of the page's paragraphs is the article."""
_PARAGRAPH, _TRUSTED_SHARE = 120, 0.3


class Page(NamedTuple):
    """What a page shows, the sections that its tags give, ordered, and what it says of itself."""

    text: str
    sections: tuple[Section, ...]
    fields: dict[str, str]
    """Title, source, byline, date, url, as far as the page's metadata gives them."""
    notices: tuple[str, ...] = ()


@dataclass
class _Block:
    """One paragraph of the page: its text, the part that it plays, and the article it is in."""

    tag: str
    kind: SectionKind | None
    article: int
    """The number of the outermost article element around it, from 1; 0 where there is none."""
    parts: list[str] = field(default_factory=list)
    text: str = ""


def read_page(source: str) -> Page:
    """The text of a page in reading order, one blank line between paragraphs."""
    collector = _Collector()
    for kind, value, attributes in tokens(source):
        if kind == "text":
            collector.text(value)
        elif kind == "start":
            collector.start(value, attributes)
        elif kind == "end":
            collector.end(value)
        else:
            collector.metadata.note_comment(value)
    collector.end_block()
    blocks = collector.blocks
    _choose_title(blocks, collector.metadata.title)
    _mark_outside(blocks)
    _unmark_all(blocks)
    notices = ("an element that never ends hides the rest of the page",) if collector.is_cut else ()
    return _joined(blocks, collector.metadata.fields, notices)


class _Collector:
    """Collects blocks; keeps only the open elements that matter, so depth costs nothing."""

    def __init__(self) -> None:
        self.metadata = Metadata()
        self.blocks: list[_Block] = []
        self._open: list[tuple[str, str]] = []
        self._open_tags: Counter[str] = Counter()
        self._roles: Counter[str] = Counter()
        self._articles = 0
        self._block: _Block | None = None
        self._last_tag = ""

    def start(self, tag: str, given: dict[str, str]) -> None:
        if tag in ("meta", "link", "time"):
            self.metadata.note_tag(tag, given)
        if tag not in _INLINE:
            self._break(tag)
            if tag not in _VOID:
                self._enter(tag, self._role(tag, given))
                self.metadata.note_open(tag, given)
        if tag == "li":
            self._add("• ")
        elif tag == "q":
            self._add("“")

    def end(self, tag: str) -> None:
        self.metadata.note_close(tag)
        if tag == "q":
            self._add("”")
        elif tag not in _INLINE:
            self.end_block()
            self._last_tag = ""
            self._leave(tag)

    def text(self, data: str) -> None:
        if not self.metadata.takes(data):
            self._add(data if self._roles["preformatted"] else _BLANKS.sub(" ", data))

    @property
    def is_cut(self) -> bool:
        """Whether an element whose text is not shown is still open."""
        return self._roles["hidden"] > 0

    def _enter(self, tag: str, role: str) -> None:
        if self._open_tags["p"]:
            self._leave("p")
        if tag in _LISTED and self._open and self._open[-1][0] == tag:
            self._leave(tag)
        self._articles += role == "article" and not self._roles["article"]
        self._open.append((tag, role))
        self._open_tags[tag] += 1
        self._roles[role] += 1

    def _leave(self, tag: str) -> None:
        """Close the innermost element of this tag and whatever was left open in it."""
        while self._open_tags[tag]:
            closed, role = self._open.pop()
            self._open_tags[closed] -= 1
            self._roles[role] -= 1
            if closed == tag:
                return

    def end_block(self) -> None:
        """Close the paragraph that is being collected."""
        block, self._block = self._block, None
        if block is None:
            return
        lines = _IGNORABLE.sub("", "".join(block.parts)).split("\n")
        block.text = "\n".join(filter(None, map(str.strip, lines)))
        if block.text and block.text != "•":
            self.blocks.append(block)

    def _break(self, tag: str) -> None:
        if tag == "br":
            self._add("\n")
        elif tag in ("td", "th"):
            self._add("\t")
        else:
            self.end_block()
            self._last_tag = tag

    def _add(self, data: str) -> None:
        if self._roles["hidden"]:
            return
        if self._block is None:
            if not data.strip():
                return
            article = self._articles if self._roles["article"] else 0
            self._block = _Block(self._last_tag, self._kind(), article)
        self._block.parts.append(data)

    def _role(self, tag: str, given: dict[str, str]) -> str:
        """What an element makes of the text inside it; empty for most."""
        if tag in _TAG_ROLES:
            return _TAG_ROLES[tag]
        if "hidden" in given or given.get("aria-hidden") == "true":
            return "furniture"
        if tag == "header":
            return "" if self._roles["article"] or self._roles["main"] else "furniture"
        if tag in ("html", "body"):
            return ""
        names = _NAMES.split(f"{given.get('class', '')} {given.get('id', '')}".lower())
        kinds = mapping("reading/page_classes")
        return next((kinds[name] for name in names if name in kinds), "")

    def _kind(self) -> SectionKind | None:
        return next((kind for kind in _KINDS if self._roles[kind]), None)


def _choose_title(blocks: Sequence[_Block], stated: str) -> None:
    """Mark the headline: the heading that the metadata repeats, else the article's first."""
    headings = [block for block in blocks if block.tag == "h1"]
    wanted = normalised(stated)
    same = [block for block in headings if wanted and normalised(block.text) in wanted]
    placed = [block for block in headings if block.kind != "furniture"]
    inside = [block for block in placed if block.article]
    chosen = next(iter([*same, *inside, *placed]), None)
    if chosen:
        chosen.kind = "title"


def _mark_outside(blocks: Sequence[_Block]) -> None:
    """What stands outside the one article that holds most of the paragraphs is furniture."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if block.tag == "p" and block.kind is None:
            sizes[block.article] += len(block.text)
    article, size = max(sizes.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if article and size >= _MAIN_SHARE * sizes.total():
        for block in blocks:
            if block.article != article and block.kind is None:
                block.kind = "furniture"


def _unmark_all(blocks: Sequence[_Block]) -> None:
    """Where the tags leave hardly any paragraph to the article, they are not to be trusted."""
    paragraphs = [block for block in blocks if len(block.text) > _PARAGRAPH]
    body = sum(len(block.text) for block in paragraphs if block.kind is None)
    if body < _TRUSTED_SHARE * sum(len(block.text) for block in paragraphs):
        for block in blocks:
            if block.kind == "furniture":
                block.kind = None


def _joined(blocks: Sequence[_Block], fields: dict[str, str], notices: tuple[str, ...]) -> Page:
    sections = []
    at = 0
    for block in blocks:
        end = at + len(block.text)
        if block.kind:
            sections.append(Section(block.kind, Span(at, end)))
        at = end + 2
    return Page("\n\n".join(block.text for block in blocks), tuple(sections), fields, notices)
