"""From the tokens of a page to its blocks and elements, in linear time on any input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from armreader.reading.pages.attributes import NO_ATTRIBUTES, Attributes
from armreader.reading.pages.blocks import Block, Element, Role, joined, with_single_blanks
from armreader.reading.pages.elements import (
    INLINE,
    LISTED,
    VOID,
    is_pop_up,
    role_of,
    role_of_plain,
)
from armreader.reading.pages.metadata import Metadata
from armreader.reading.pages.tokens import tokens
from armreader.records import SectionKind

_KINDS: tuple[tuple[Role, SectionKind], ...] = (
    ("furniture", "furniture"),
    ("caption", "caption"),
    ("byline", "byline"),
    ("dateline", "dateline"),
    ("summary", "summary"),
)
"""Roles that give a block its kind, the strongest first."""
_FRAMES = 3
"""The deepest nesting of pages in frames."""
_BESIDE = 3
"""How many stretches of text before a time may say whether it is of publication or an update."""
_FRAMED = ("table", "blockquote", "pre", "ul", "ol")
"""What may be in a figure and is not a caption."""
_AROUND = {"q": ("“", "”"), "rt": ("(", ")"), "li": ("• ", "")}
"""What a browser draws around the text of an element."""
_SILENT = INLINE - {"a", "img", "rp", "time", "meta", "link", *_AROUND}
"""Elements that change nothing but the look of their text."""


class Collector:
    """Collects blocks; keeps only the open elements that matter, so depth costs nothing."""

    def __init__(self) -> None:
        self.metadata = Metadata()
        self.blocks: list[Block] = []
        self.elements = [Element("", -1)]
        self._open = [0]
        """The numbers of the open elements."""
        self._open_tags: defaultdict[str, int] = defaultdict(int)
        self._roles: defaultdict[Role, int] = defaultdict(int)
        self._block: Block | None = None
        self._last_tag = ""
        self._held: tuple[Block | None, int] | None = None
        """While a box is open that pops up over a line: the paragraph of the line, and how many
        elements were open around the box."""
        self._spans = 0  # Open ones in that box.
        self._place = -1
        """Where the current paragraph goes among the blocks; -1 for the end."""
        self._link = -1
        """How many elements were open where the current link began; -1 outside a link."""
        self._unseen = 0
        """Open ``rp`` elements; their text is only for programs that cannot draw ruby glosses."""
        self._dated: tuple[Block | None, int] = None, 0
        """The block with the last date, and how many of its parts precede the date's end."""
        self._author: tuple[str, list[str]] | None = None
        """The tag and the text of the open element that names the author."""
        self._row = self._cell = 0
        self._frames = 0
        self._floor = 1
        """How many elements are open outside the framed page; its end tags cannot close them."""

    def read(self, source: str) -> None:
        """Read the whole source and close its last paragraph."""
        for (kind, name, given), text in tokens(source):
            if kind == "start":
                if given.may_name_author:
                    self._await_author(name, given)
                if name not in INLINE:
                    self._start(name, given)
                elif name not in _SILENT:
                    self._start_inline(name, given)
                elif name == "span" and (self._held or given.may_pop_up):
                    self._start_span(given)
            elif kind == "end":
                if self._author and name == self._author[0]:
                    self._note_author(self._author[1])
                if name not in INLINE:
                    self._end(name)
                elif name not in _SILENT:
                    self._end_inline(name)
                elif name == "span" and self._held:
                    self._end_span()
            elif kind == "comment":
                self.metadata.note_comment(name)
            if text and (self._block or not text.isspace()):
                self._text(text)
        self._end_block()

    @property
    def is_cut(self) -> bool:
        """Whether an element with hidden text is still open at the end."""
        return self._roles["hidden"] > 0

    def _start(self, tag: str, given: Attributes) -> None:
        """Begin an element that ends the paragraph before it."""
        if tag == "br":
            self._add("\n")
            return
        if self._block:
            self._end_block()
        self._last_tag = tag
        if tag in VOID:
            return
        role = self._role(tag, given)
        if self._open_tags["p"]:
            self._leave("p")
        if tag in LISTED:
            self._enter_listed(tag)
        self._open_element(tag, role)
        if tag == "li":
            self._add(_AROUND[tag][0])
        elif tag in ("script", "title"):
            self.metadata.note_open(tag, given)
        elif tag == "iframe" and "srcdoc" in given and self._frames < _FRAMES:
            self._read_frame(given["srcdoc"])

    def _start_inline(self, tag: str, given: Attributes) -> None:
        """Begin a part of a line that changes more than the look of its text."""
        if tag == "a":
            self._link = len(self._open) if given.is_link else -1
        elif tag == "img":
            self.elements[self._open[-1]].pictures += 1
        elif tag in ("meta", "link", "time"):
            self.metadata.note_tag(tag, given)
            if tag == "time" and not self.elements[self._open[-1]].day:
                self.elements[self._open[-1]].day = given.get("datetime", "")
        elif tag == "rp":
            self._unseen += 1
        else:
            self._add(_AROUND[tag][0])

    def _await_author(self, tag: str, given: Attributes) -> None:
        """Collect the text of an element that the page marks as its author."""
        named = given.get("rel"), given.get("itemprop")
        if "author" in named and self._author is None and tag not in VOID:
            self._author = tag, []

    def _note_author(self, parts: Sequence[str]) -> None:
        self.metadata.note_author("".join(parts))
        self._author = None

    def _end(self, tag: str) -> None:
        """End an element that ends the paragraph in it."""
        if self._block:
            self._end_block()
        if self.metadata.awaited == tag:
            self.metadata.note_close()
        self._last_tag = ""
        self._leave(tag)

    def _end_inline(self, tag: str) -> None:
        if tag == "a":
            self._link = -1
        elif tag == "time":
            self._note_time()
        elif tag == "rp":
            self._unseen = max(0, self._unseen - 1)
        elif tag in _AROUND:
            self._add(_AROUND[tag][1])

    def _start_span(self, given: Attributes) -> None:
        """Begin a box that pops up over a line: its text goes behind the line's paragraph."""
        if self._held:
            self._spans += 1
        elif is_pop_up(given):
            self._held, self._block = (self._block, len(self._open)), None
            self._spans = 0
            self._place = len(self.blocks) if self._place < 0 else self._place
            self._last_tag = ""
            self._open_element("span", "furniture")

    def _end_span(self) -> None:
        self._spans -= 1
        if self._spans < 0:
            self._end_block()
            self._leave("span")

    def _note_time(self) -> None:
        """Pass on a date with the words in it and before it that may say which date it is."""
        parts = self._block.parts if self._block else []
        dated, self._dated = self._dated, (self._block, len(parts))
        since = dated[1] if dated[0] is self._block else 0
        self.metadata.note_time(" ".join(parts[max(since, len(parts) - _BESIDE) :]))

    def _text(self, data: str) -> None:
        if self.metadata.awaited:
            self.metadata.take(data)
        elif not self._roles["hidden"]:
            self._add(data if self._roles["preformatted"] else with_single_blanks(data))

    def _read_frame(self, source: str) -> None:
        """Read the page in a frame, in the place of the frame."""
        frame = self.elements[self._open[-1]]
        self._roles[frame.role] -= 1
        frame.role = ""
        floor, self._floor, self._frames = self._floor, len(self._open), self._frames + 1
        metadata, self.metadata = self.metadata, Metadata()
        self.read(source)
        while len(self._open) > self._floor:
            self._close_last()
        self._floor, self._frames, self.metadata = floor, self._frames - 1, metadata

    def _open_element(self, tag: str, role: Role) -> None:
        self.elements.append(Element(tag, self._open[-1], role))
        self._open.append(len(self.elements) - 1)
        self._open_tags[tag] += 1
        if role:
            self._roles[role] += 1

    def _role(self, tag: str, given: Attributes) -> Role:
        if tag == "header":
            in_article = self._roles["article"] > 0 or self._roles["main"] > 0
            return role_of(tag, given, in_article=in_article)
        if given is NO_ATTRIBUTES:
            return role_of_plain(tag)
        if given.role is None:
            given.role = role_of(tag, given)
        return given.role

    def _enter_listed(self, tag: str) -> None:
        """Close the element before, if its end tag is left out, and number rows and cells."""
        if len(self._open) > self._floor and self.elements[self._open[-1]].tag == tag:
            self._leave(tag)
        self._row += tag == "tr"
        self._cell += tag in ("td", "th")

    def _leave(self, tag: str) -> None:
        """Close the innermost element with this tag and everything still open in it."""
        while self._open_tags[tag] and len(self._open) > self._floor:
            if self._close_last() == tag:
                return

    def _close_last(self) -> str:
        number = self._open.pop()
        closed = self.elements[number]
        self._open_tags[closed.tag] -= 1
        if closed.role:
            self._roles[closed.role] -= 1
        if len(self._open) < self._link:
            self._link = -1
        if self._held and len(self._open) == self._held[1]:
            self._block, self._held = self._held[0], None
        elif self._block and self._block.element == number:
            self._end_block()
        return closed.tag

    def _end_block(self) -> None:
        """Close the current paragraph."""
        block, self._block = self._block, None
        if block is None:
            return
        text = joined(block.parts)
        place = len(self.blocks) if self._held or self._place < 0 else self._place
        if not self._held:
            self._place = -1
        if text and text != "•":
            self.blocks.insert(place, block.finish(text))

    def _add(self, data: str) -> None:
        if self._roles["hidden"] or self._unseen:
            return
        if self._block is None:
            if not data.strip():
                return
            self._block = self._new_block()
        self._block.parts.append(data)
        if self._author and not self._roles["furniture"]:
            self._author[1].append(data)
        if self._link >= 0:
            self._block.linked += len(data)

    def _new_block(self) -> Block:
        in_cell = self._open_tags["td"] or self._open_tags["th"]
        roles = self._roles
        kind: SectionKind | None = None
        for role, given in _KINDS:
            if roles[role]:
                kind = given
                break
        if kind is None and roles["figure"] and not any(map(self._open_tags.get, _FRAMED)):
            kind = "caption"
        cell = (self._row, self._cell) if in_cell else None
        return Block(self._last_tag, self._open[-1], kind, cell)
