"""Sets of line numbers as the bits of one integer, so that set operations run at the speed of C."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

NONE = 0


def of_numbers(numbers: Iterable[int], size: int) -> int:
    """The set of the numbers, all below ``size``."""
    cells = bytearray((size >> 3) + 1)
    for number in numbers:
        cells[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(cells, "little")


def of_ranges(ranges: Iterable[tuple[int, int]], size: int) -> int:
    """The set of the numbers in half-open ranges that begin and end at multiples of eight."""
    cells = bytearray((size >> 3) + 1)
    for first, last in ranges:
        cells[first >> 3 : last >> 3] = b"\xff" * ((last - first) >> 3)
    return int.from_bytes(cells, "little")


def cells(bits: int, size: int) -> bytes:
    """The set as bytes of eight numbers each, the lowest number in the lowest bit."""
    return bits.to_bytes((size >> 3) + 1, "little")


def holds(cells: bytes, number: int) -> bool:
    """Whether the number is in the set, which is given as bytes."""
    return bool(cells[number >> 3] >> (number & 7) & 1)


def numbers(bits: int) -> Iterator[int]:
    """The numbers in a set, in ascending order."""
    table = _bits_of_a_byte()
    for match in _filled().finditer(bits.to_bytes((bits.bit_length() + 7) >> 3, "little")):
        base = match.start() << 3
        for byte in match[0]:
            for bit in table[byte]:
                yield base + bit
            base += 8


@cache
def _filled() -> re.Pattern[bytes]:
    return re.compile(rb"[^\0]+")


@cache
def _bits_of_a_byte() -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))
