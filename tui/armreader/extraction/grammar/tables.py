"""Trained tables: rows of small whole numbers, found by the CRC-32 of a feature.

A file holds a magic line, three sizes, a JSON header, and arrays: the sorted keys (32 bits,
little-endian), the number of weights of each row (a byte), the classes (a byte each) and the
weights (a signed byte each). Nothing in it is run, and the feature's letters cannot be read back.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

MAGIC = b"armreader grammar table 2\n"
_LAST = 128
"""Added to the class of the last weight of a row."""
LANE = 16
"""Bits of a class's score: all scores of a state are lanes of one integer, added at once."""
_SHIFTS = tuple(LANE * (number & ~_LAST) for number in range(2 * _LAST))


class Rows(dict[int, float]):
    """The weights of features by key, each row one integer with a lane a class.

    A row is made when it is first used; till then its value is the place of its first weight, as a
    float, so that a sum with it is a float, too.
    """

    def __init__(self, keys: array[int], lengths: bytes, classes: bytes, weights: bytes) -> None:
        places = map(float, accumulate(lengths, initial=1))
        super().__init__(zip(keys, places, strict=False))
        self._classes = classes
        self._weights = memoryview(weights).cast("b")

    def get_sum(self, keys: Sequence[int], start: int = 0) -> int:
        """The sum of the rows of those keys that the table holds."""
        found = sum(filter(None, map(self.get, keys)), start)
        if isinstance(found, int):
            return found
        total = start
        for key in keys:
            row = self.get(key)
            if row is not None:
                total += row if isinstance(row, int) else self._made(key, int(row) - 1)
        return total

    def _made(self, key: int, at: int) -> int:
        row, last = 0, 0
        classes, weights, shifts = self._classes, self._weights, _SHIFTS
        while last < _LAST:
            last = classes[at]
            row += weights[at] << shifts[last]
            at += 1
        self[key] = row
        return row


def read_table(path: Path) -> tuple[dict[str, Any], Rows]:
    """The header and the rows of a file that ``write_table`` made.

    Raises ValueError where the file is no such table.
    """
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise ValueError(f"{path.name} is not a grammar table")
    body = memoryview(data)[len(MAGIC) :]
    sizes = array("I", bytes(body[:12]))
    keys = array("I")
    if sys.byteorder == "big":
        sizes.byteswap()
    header_size, count, weights = sizes
    at = 12 + header_size
    header = json.loads(bytes(body[12:at]))
    keys.frombytes(body[at : at + 4 * count])
    if sys.byteorder == "big":
        keys.byteswap()
    at += 4 * count
    lengths = bytes(body[at : at + count])
    at += count
    classes = bytes(body[at : at + weights])
    return header, Rows(keys, lengths, classes, bytes(body[at + weights : at + 2 * weights]))


def write_table(
    path: Path, header: Mapping[str, Any], rows: Mapping[int, Sequence[tuple[int, int]]]
) -> int:
    """Write a table of rows, each a list of (class, weight from -127 to 127); the bytes written."""
    keys = array("I", sorted(rows))
    lengths = bytes(len(rows[key]) for key in keys)
    classes = bytes(
        number + _LAST * (at == len(rows[key]))
        for key in keys
        for at, (number, _) in enumerate(rows[key], 1)
    )
    weights = bytes(weight & 255 for key in keys for _, weight in rows[key])
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    sizes = array("I", (len(text), len(keys), len(weights)))
    if sys.byteorder == "big":
        sizes.byteswap()
        keys.byteswap()
    body = b"".join((sizes.tobytes(), text, keys.tobytes(), lengths, classes, weights))
    data = MAGIC + body
    path.write_bytes(data)
    return len(data)
