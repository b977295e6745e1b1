"""Trained tables: rows of small whole numbers, found by the CRC-32 of a feature.

A file holds a magic line, then, compressed, a JSON header, and arrays: the sorted keys (32 bits,
little-endian), the number of weights of each row (a byte), the classes (a byte each) and the
weights (a signed byte each). Nothing in it is run, and the feature's letters cannot be read back.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

MAGIC = b"armreader grammar table 1\n"
LANE = 16
"""Bits of a class's score: all scores of a state are lanes of one integer, added at once."""


class Rows:
    """The weights of features, each row one integer with a lane a class, made when first used."""

    def __init__(self, keys: array[int], lengths: bytes, classes: bytes, weights: bytes) -> None:
        self._rows: dict[int, int] = {}
        self._lengths = lengths
        self._classes = classes
        self._weights = memoryview(weights).cast("b")
        self._starts = list(accumulate(lengths, initial=0))
        self._places = dict(zip(keys, range(len(keys)), strict=True))

    def get(self, key: int) -> int:
        """The row of a key; 0 for a feature that the table does not hold."""
        row = self._rows.get(key)
        if row is None:
            place = self._places.get(key)
            if place is None:
                return 0
            start, end = self._starts[place], self._starts[place + 1]
            row = self._rows[key] = sum(
                weight << (LANE * number)
                for weight, number in zip(
                    self._weights[start:end], self._classes[start:end], strict=True
                )
            )
        return row


def read_table(path: Path) -> tuple[dict[str, Any], Rows]:
    """The header and the rows of a file that ``write_table`` made.

    Raises ValueError where the file is no such table.
    """
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise ValueError(f"{path.name} is not a grammar table")
    body = zlib.decompress(data[len(MAGIC) :])
    sizes = array("I", body[:12])
    keys = array("I")
    if sys.byteorder == "big":
        sizes.byteswap()
    header_size, count, weights = sizes
    at = 12 + header_size
    header = json.loads(body[12:at])
    keys.frombytes(body[at : at + 4 * count])
    if sys.byteorder == "big":
        keys.byteswap()
    at += 4 * count
    lengths = body[at : at + count]
    at += count
    return header, Rows(
        keys, lengths, body[at : at + weights], body[at + weights : at + 2 * weights]
    )


def write_table(
    path: Path, header: Mapping[str, Any], rows: Mapping[int, Sequence[tuple[int, int]]]
) -> int:
    """Write a table of rows, each a list of (class, weight from -127 to 127); the bytes written."""
    keys = array("I", sorted(rows))
    lengths = bytes(len(rows[key]) for key in keys)
    classes = bytes(number for key in keys for number, _ in rows[key])
    weights = bytes(weight & 255 for key in keys for _, weight in rows[key])
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    sizes = array("I", (len(text), len(keys), len(weights)))
    if sys.byteorder == "big":
        sizes.byteswap()
        keys.byteswap()
    body = b"".join((sizes.tobytes(), text, keys.tobytes(), lengths, classes, weights))
    data = MAGIC + zlib.compress(body, 9)
    path.write_bytes(data)
    return len(data)
