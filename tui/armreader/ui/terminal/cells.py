"""Text as terminal cells: a string that holds exactly one character for each cell.

A wide character is followed by `STUB` for each further cell it covers. A cluster of several code
points (a letter with combining marks, a joined emoji) is stood for by one character from U+100000
on, so that slicing and comparing rows of cells is slicing and comparing strings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

STUB = "\0"
UNKNOWN = "\1"
"""A cell whose content on the terminal is unknown; equal to no wanted cell."""

_FIRST_CODE = 0x100000
_LAST_CODE = 0x10FFFF
_LONGEST_CLUSTER = 16
"""Code points kept of one cluster: no script needs more, and hostile text can stack thousands."""

_JOINER = "\u200d"
_SPECIAL = re.compile("[\0\U0001f000-\U0001ffff\U00100000-\U0010ffff]")

_clusters: list[str] = []
_codes: dict[str, str] = {}
_uncertain: set[str] = set()


@lru_cache(maxsize=8192)
def cells_of(text: str) -> tuple[str, str]:
    """The marks that combine with whatever comes before the text, and the text's own cells.

    As many cells as `rich.cells.cell_len` counts, because Textual lays out by it. Control
    characters take no cell there and are dropped: none may reach the terminal.
    """
    if text.isascii() and text.isprintable():
        return "", text
    marks: list[str] = []
    clusters: list[str] = []
    joined = False
    for character in text:
        if unicodedata.category(character) == "Cc":
            continue
        if joined or not get_character_cell_size(character):
            (clusters or marks).append((clusters.pop() if clusters else "") + character)
            joined = character == _JOINER and bool(clusters)
        else:
            clusters.append(character)
    return "".join(marks), "".join(map(_cells_of_cluster, clusters))


def combined(cells: str, marks: str) -> str:
    """The cells with marks added to the last character; unchanged where there is none."""
    base = cells.rstrip(STUB)
    if not base:
        return cells
    return base[:-1] + _coded(shown(base[-1]) + marks) + cells[len(base) :]


def is_plain(cells: str) -> bool:
    """Whether the cells are exactly the characters to send, each of an undisputed width."""
    return _SPECIAL.search(cells) is None


def is_lasting(cells: str) -> bool:
    """Whether the cells mean the same in another process: no cluster is among them."""
    return not cells or max(cells) < "\U00100000"


def is_uncertain(cell: str) -> bool:
    """Whether terminals disagree how many columns this cell's character takes."""
    return "\U0001f000" <= cell <= "\U0001ffff" or cell in _uncertain


def shown(cells: str) -> str:
    """The characters to send for the cells."""
    if is_plain(cells):
        return cells
    return "".join(
        _clusters[ord(cell) - _FIRST_CODE] if cell >= "\U00100000" else cell
        for cell in cells
        if cell != STUB
    )


def _cells_of_cluster(cluster: str) -> str:
    return _coded(cluster) + STUB * (cell_len(cluster) - 1)


def _coded(cluster: str) -> str:
    """The one character that stands for a cluster."""
    if len(cluster) == 1 and ord(cluster) < _FIRST_CODE:
        return cluster
    cluster = cluster[:_LONGEST_CLUSTER]
    code = _codes.get(cluster)
    if code is None:
        if _FIRST_CODE + len(_clusters) > _LAST_CODE:
            return cluster[0] if ord(cluster[0]) < _FIRST_CODE else "\ufffd"
        code = chr(_FIRST_CODE + len(_clusters))
        _clusters.append(cluster)
        _codes[cluster] = code
        if any(unicodedata.category(mark) not in ("Mn", "Me") for mark in cluster[1:]) or any(
            "\ufe00" <= mark <= "\ufe0f" or mark >= "\U0001f000" for mark in cluster
        ):
            _uncertain.add(code)
    return code
