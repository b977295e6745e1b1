"""Recent persons: who was named in the last sentences, where a pronoun has nobody nearer."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Set
from typing import NamedTuple

_REACH = 4
"""Sentences back that a pronoun may reach for the only person named in them."""


class _Mentioned(NamedTuple):
    """What a sentence has of those whom a later pronoun may mean."""

    persons: frozenset[str]
    subjects: frozenset[str]
    """Those of the persons who are a subject in it."""
    others: bool
    """Whether somebody without a name takes part in it: "the clerk left"."""


class RecentPersons:
    """The persons of an article's last sentences."""

    def __init__(self) -> None:
        self._sentences: deque[_Mentioned] = deque(maxlen=_REACH)

    def note(self, persons: Set[str], subjects: Set[str], *, others: bool) -> None:
        """Remember a sentence: its persons, those who are a subject, and whether others are."""
        self._sentences.append(_Mentioned(frozenset(persons), frozenset(subjects), others))

    def only(self, fitting: Callable[[Set[str]], set[str]]) -> str | None:
        """The one person whom a pronoun can mean: the subject of the nearest sentence that names
        anybody fitting, where nobody else in it fits.

        None where somebody without a name is nearer. ``fitting`` keeps those whom it can mean.
        """
        for one in reversed(self._sentences):
            if one.others:
                return None
            found = fitting(one.persons)
            if found and found <= one.subjects and len(found) == 1:
                return found.pop()
            if found:
                return None
        return None
