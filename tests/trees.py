"""Dependency parses that tests make by hand."""

from __future__ import annotations


def hangs(heads: list[int]) -> bool:
    """Whether every word comes to a root."""
    for at in range(len(heads)):
        steps = 0
        while at >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at >= 0:
            return False
    return True
