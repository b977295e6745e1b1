"""The columns of a word table, and what its rows must have."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A field of every row of a table."""

    name: str
    form: str
    """A regular expression that the whole field must match."""
    optional: bool = False
    of: str = ""
    """The set of its allowed values: a field of a table (``saying_frames:0``), or ``builder`` …"""
    between: str = ""
    """The separator, if the field has several values."""


class Schema(NamedTuple):
    """The columns of a table, and which of them together must be unique."""

    columns: tuple[Column, ...]
    unique: tuple[int, ...] = (0,)

    @property
    def least(self) -> int:
        """The least number of fields in a row."""
        return sum(not column.optional for column in self.columns)
