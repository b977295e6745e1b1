"""The lines of a PDF's pages to paragraphs: margins removed, columns and split words joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from armreader.language import entries
from armreader.reading.containers.piece import Part

_SOFT_HYPHEN = "\ufffe"
"""What PDFium writes instead of a hyphen at the end of a line and the line break."""
_MARGIN = 0.075
"""The share of the page height in which headers and footers are."""
_APART = 1.8
"""The least distance between them and the text, in line heights."""
_SHORT = 120
_LARGER = 1.25
"""A line that is this many times the usual height is a heading."""
_WIDER = 1.35
"""Lines that are this many times the usual distance apart belong to different paragraphs."""
_INDENT = 0.8
"""How far the first line of a paragraph may be indented, in line heights."""
_DESCRIBE = frozenset(["based", "backed", "held", "led", "made", "owned", "run", "speaking"])
"""Second halves of descriptive compounds, in addition to those in the table."""
_NUMBER = re.compile(r"\d+")
_HYPHENATED = re.compile(rf"([^\W_]+){_SOFT_HYPHEN}([^\W_]+)")
_ENDS = (".", "!", "?", "…", ":", ".”", "!”", "?”", '."', '?"', '!"', ".’", ".)")
_BULLET = re.compile(r"(?:[•●▪◦‣–—-]|\[?\d{1,3}[.)\]])\s")


class Line(NamedTuple):
    """A line and its place, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    """The bottom of the last line, if hyphenation joined several lines."""
    top: float
    size: float
    """The height of its letters, including the space above and below them."""

    @property
    def height(self) -> float:
        return max(self.size, 0.1)

    @property
    def first_bottom(self) -> float:
        return self.top - self.height


class Page(NamedTuple):
    """A page: its width and height in points, and its lines in reading order."""

    width: float
    height: float
    lines: list[Line]


def laid_out(pages: Sequence[Page]) -> list[Part]:
    """The paragraphs; headers and footers are furniture, each given once."""
    lines = [line for page in pages for line in page.lines]
    usual = median(line.height for line in lines) if lines else 1.0
    repeated = _repeated(pages)
    margins: dict[str, str] = {}
    kept: list[Line] = []
    for number, page in enumerate(pages):
        in_margin = _margin_lines(page, usual)
        if number == 0 and not _has_heading(page, in_margin, usual):
            in_margin = frozenset(one for one in in_margin if _middle(one) < page.height / 2)
        for line in page.lines:
            key = _key(line.text)
            if line in in_margin or key in repeated:
                margins.setdefault(key, line.text.strip())
            else:
                kept.append(line)
    text = [_joined(paragraph) for paragraph in _paragraphs(kept, usual)]
    words = Counter(word.lower() for one in text for word in re.findall(r"[\w-]+", one))
    parts = [Part(None, _without_hyphens(one, words)) for one in text]
    return [*parts, *(Part("furniture", one) for one in margins.values())]


def _key(text: str) -> str:
    return _NUMBER.sub("0", " ".join(text.split()))


def _margin_lines(page: Page, usual: float) -> frozenset[Line]:
    """Lines at the edge of the page and well apart from the text, not larger than usual."""
    small = [line for line in page.lines if line.height < _LARGER * usual]
    found: list[Line] = []
    for inward in (1, -1):
        edge = 0.0 if inward == 1 else page.height
        ordered = sorted(page.lines, key=lambda line: abs(_middle(line) - edge))
        within = [abs(_middle(line) - edge) for line in ordered]
        for at, near in enumerate(within, 1):
            far = within[at] if at < len(within) else page.height
            if near > _MARGIN * page.height:
                break
            if far - near > _APART * usual:
                found += [line for line in ordered[:at] if line in small]
                break
    return frozenset(line for line in found if len(line.text) < _SHORT)


def _has_heading(page: Page, in_margin: Collection[Line], usual: float) -> bool:
    """Whether the text begins in larger letters; if not, the line above it may be the headline."""
    first = next((line for line in page.lines if line not in in_margin), None)
    return first is not None and first.height > _LARGER * usual


def _middle(line: Line) -> float:
    return (line.bottom + line.top) / 2


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """First and last lines that most pages share, apart from the number in them."""
    if len(pages) < 3:
        return frozenset()
    edges = Counter(
        key
        for page in pages
        for key in {_key(line.text) for line in (*page.lines[:2], *page.lines[-2:])}
        if len(key) < _SHORT
    )
    found = frozenset(key for key, times in edges.items() if 2 * times > len(pages))
    lines = [_key(line.text) for page in pages for line in page.lines]
    return found if 2 * sum(key in found for key in lines) < len(lines) else frozenset()


def _paragraphs(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    distances = [
        down
        for above, below in pairwise(lines)
        if 0 < (down := above.bottom - below.first_bottom) < 2 * usual
    ]
    distance = median(distances) if distances else usual
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, distance):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues(paragraph: Sequence[Line], line: Line, distance: float) -> bool:
    """Whether a line continues the paragraph above it or at the foot of the last column."""
    above = paragraph[-1]
    is_ended = above.text.rstrip().endswith(_ENDS)
    larger, smaller = max(above.height, line.height), min(above.height, line.height)
    if larger > _LARGER * smaller:
        return False
    down = above.bottom - line.first_bottom
    if down <= 0 or down > 4 * distance:
        # It is at the top of another column or page.
        return not is_ended and not _BULLET.match(line.text)
    if down > max(_WIDER * distance, _WIDER * line.height):
        return False
    if _BULLET.match(line.text) and is_ended:
        return False
    is_set_in = line.left > paragraph[-1].left + _INDENT * line.height
    return not (is_set_in and is_ended)


def _joined(paragraph: Sequence[Line]) -> str:
    """The lines joined; a hyphen that PDFium left at a line's end is treated like the others."""
    text = ""
    for line in paragraph:
        said = line.text.strip()
        if text.endswith(("-", "‐")) and said[:1].islower():
            text = text[:-1] + _SOFT_HYPHEN + said
        else:
            text = f"{text} {said}" if text and not text.endswith(_SOFT_HYPHEN) else text + said
    return " ".join(text.split())


def _without_hyphens(text: str, words: Counter[str]) -> str:
    """``author-ity`` as one word, ``long-standing`` with its hyphen."""

    def whole(match: re.Match[str]) -> str:
        first, second = match.groups()
        return f"{first}-{second}" if _is_compound(first, second, words) else first + second

    return _HYPHENATED.sub(whole, text).replace(_SOFT_HYPHEN, "-")


def _is_compound(first: str, second: str, words: Counter[str]) -> bool:
    """Whether the hyphen is part of the word: by its other uses in the text, then by its halves."""
    whole, parted = (first + second).lower(), f"{first}-{second}".lower()
    if words[whole] or words[parted]:
        return words[parted] > words[whole]
    if second[0].isupper() or first.isdigit():
        return True
    is_tail = second.lower() in entries("compound_tails") or second.lower() in _DESCRIBE
    return first.lower() in entries("reading/compound_heads") or (is_tail and len(first) > 2)
