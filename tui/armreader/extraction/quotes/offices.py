"""Offices: which person of the article holds the role that a noun phrase names."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.names.gazetteer import is_description
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.grammar import opens_noun_phrase
from armreader.language import mapping
from armreader.records import Actor

_FORMER = frozenset(("former", "ex", "then", "outgoing", "late", "retired"))
INDEFINITE = frozenset(("a", "an", "another", "one", "some", "several", "many", "two", "other"))
"""Words before a role that nobody named before holds: "a mayor", "another mayor"."""


def role_holder(names: Sequence[Actor], sentence: Blanked, start: int, end: int) -> Actor | None:
    """The person of the article who holds the role that "the premier" names."""
    if sentence.lowers[start] in INDEFINITE:
        return None
    office = mapping("short_offices").get(sentence.lowers[end - 1], "").split()
    lowers = sentence.lowers[start : end - len(office[:1])] + office
    head = lowers[-1]
    past = _is_past_office(lowers)
    wanted = {word for word in lowers if not opens_noun_phrase(word)}
    at = sentence.starts[start]
    best: tuple[int, int, int] | None = None
    found: Actor | None = None
    for actor in names:
        if actor.kind != "person":
            continue
        for role in actor.roles:
            words = role.lower().split()
            if words[-1].rstrip(".") != head or _is_past_office(words) != past:
                continue
            if (office or is_description(head)) and not wanted.issubset(words):
                # There may be many women; "the Danish woman" is not any of them.
                continue
            nearest = max((s.span.start for s in actor.spellings if s.span.start < at), default=-1)
            rank = (len(wanted.intersection(words)), int(nearest >= 0), nearest)
            if best is None or rank > best:
                best, found = rank, actor
    return found


def _is_past_office(words: Sequence[str]) -> bool:
    """Whether an office is one that somebody held before: "the former mayor"."""
    return any(word in _FORMER or word.startswith("ex-") for word in words)
