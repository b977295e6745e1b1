"""Trained tables: rows of small integers, found by the CRC-32 of a feature.

A file holds a magic line, the size of a JSON header and the header, and arrays: the keys (32 bits,
little-endian), the number of weights of each row (a byte), the classes (a byte each) and the
weights (a byte each, ``_NOUGHT`` for none). What is used most comes first, so that its rows are
next to each other in memory. Nothing in it is executed, and the feature's letters cannot be read
back.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

MAGIC = b"armreader grammar table 3\n"
_LAST = 128
"""Added to the class of the last weight of a row."""
LANE = 16
"""Bits of a class's score: all scores of a state are lanes of one integer, added at once."""
_BYTES = LANE // 8
_NOUGHT = 128
"""Added to every weight, so that no lane is negative; all classes of a sum have it equally
often."""
_SPREAD = 3
"""Scores are multiplied by it, so that few are alike in their high byte; 85 rows fill a lane."""


class Rows(dict[int, float]):
    """The weights of features by key, each row one integer with a lane for each class.

    A row is made when it is first used; until then its value is the place of its first weight,
    counted from 1, as a float, so that a sum with it is a float, too.
    """

    def __init__(
        self, lanes: int, keys: array[int], lengths: bytes, classes: bytes, weights: bytes
    ) -> None:
        super().__init__(zip(keys, accumulate(lengths, initial=1.0), strict=False))
        self._none = _NOUGHT.to_bytes(_BYTES, "little") * lanes
        self._classes, self._weights = classes, weights

    def get_sum(self, keys: Sequence[int], start: int = 0) -> int:
        """The sum of the rows of those keys that the table holds."""
        found = sum(filter(None, map(self.get, keys)), start)
        if isinstance(found, int):
            return found
        for key, place in zip(keys, map(self.get, keys), strict=True):
            if isinstance(place, float):
                self._make(key, int(place) - 1)
        return self.get_sum(keys, start)

    def _make(self, key: int, at: int) -> None:
        lanes, classes, weights = bytearray(self._none), self._classes, self._weights
        while (number := classes[at]) < _LAST:
            lanes[number * _BYTES] = weights[at]
            at += 1
        lanes[(number - _LAST) * _BYTES] = weights[at]
        self[key] = _SPREAD * int.from_bytes(lanes, "little")


def place_of_most(lanes: bytes) -> int:
    """The number of the lane with the highest score; the first of several."""
    high = lanes[1::_BYTES]
    most = max(high)
    best = at = high.index(most)
    while (at := high.find(most, at + 1)) >= 0:
        if lanes[at * _BYTES] > lanes[best * _BYTES]:
            best = at
    return best


def read_table(path: Path) -> tuple[dict[str, Any], Rows]:
    """The header and the rows of a file that ``write_table`` made.

    Raises ValueError if the file is not such a table.
    """
    header, keys, lengths, classes, weights = _read(path)
    return header, Rows(header["classes"], keys, lengths, classes, weights)


def read_choices(path: Path) -> dict[int, int]:
    """The only class of each row of such a file, numbered from 1."""
    _, keys, _, classes, _ = _read(path)
    return {key: number - _LAST + 1 for key, number in zip(keys, classes, strict=True)}


def _read(path: Path) -> tuple[dict[str, Any], array[int], bytes, bytes, bytes]:
    """The header of a file, its keys, and for each row how many weights it has, and these."""
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
    end = at + weights
    return header, keys, lengths, bytes(body[at:end]), bytes(body[end : end + weights])


def write_table(
    path: Path,
    header: Mapping[str, Any],
    classes: int,
    rows: Mapping[int, Sequence[tuple[int, int]]],
) -> int:
    """Write a table of rows, each a list of (class, weight from -127 to 127); return the bytes."""
    keys = array("I", rows)
    lengths = bytes(map(len, rows.values()))
    numbers = bytes(
        number + _LAST * (at == len(row))
        for row in rows.values()
        for at, (number, _) in enumerate(row, 1)
    )
    weights = bytes(weight + _NOUGHT for row in rows.values() for _, weight in row)
    header = {**header, "classes": classes}
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    sizes = array("I", (len(text), len(keys), len(weights)))
    if sys.byteorder == "big":
        sizes.byteswap()
        keys.byteswap()
    body = b"".join((sizes.tobytes(), text, keys.tobytes(), lengths, numbers, weights))
    data = MAGIC + body
    path.write_bytes(data)
    return len(data)
