"""A readable name for what a figure counts: a stretch of its own sentence."""

from __future__ import annotations

from armreader.extraction.quantities.roles import Place
from armreader.records import Span

_MOST, _LEAST = 9, 2
"""The most and the fewest words of a name."""
_STOPS = frozenset((",", ";", ":", ".", "-LRB-", "-RRB-", "``", "''"))
_LINKING = frozenset(
    ("IN", "TO", "DT", "CC", "MD", "PRP$", "WDT", "WP", "WRB", "HYPH", "RB", "POS")
)
_NUMBERS = frozenset(("CD", "$"))
"""Tags that end no name: what they count would be cut off."""
_LEADING = frozenset(("least", "most", "is", "are", "has", "have"))
"""Words before a figure that belong to what is before them."""


def label_of(place: Place) -> Span | None:
    """The words after the number ("miners were rescued"), else the phrase that leads to it.

    It never ends in a function word that needs another word after it.
    """
    tags = place.tagged.tags
    if tags[place.last : place.last + 1] in (["IN"], ["TO"]) and place.noun_at is None:
        before = _before(place)
        behind = _behind(place)
        return Span(before.start, behind.end) if before and behind else before
    return _behind(place) or _before(place)


def _behind(place: Place) -> Span | None:
    tagged = place.tagged
    first = place.last if place.describes() else place.first
    while first < len(tagged) and tagged.tags[first] in ("CD", "$", "HYPH", "SYM", "#"):
        first += 1
    last = first
    while last < len(tagged) and last - first < _MOST:
        if tagged.tags[last] in _STOPS or tagged.lowers[last] in ("and", "but", "said", "--"):
            break
        last += 1
    return _trimmed(place, first, last) if last - first >= _LEAST + 1 else None


def _before(place: Place) -> Span | None:
    """The clause's verb or the phrase before, up to the figure and its unit."""
    tagged = place.tagged
    first = place.first
    while first > 0 and place.last - first < _MOST:
        if tagged.tags[first - 1] in _STOPS or tagged.lowers[first - 1] in ("and", "but", "--"):
            break
        first -= 1
    if place.phrase is not None:
        for phrase in tagged.phrases:
            if phrase.first < first < phrase.last:
                first = phrase.last
    last = max(place.last, (place.noun_at or 0) + 1)
    return _trimmed(place, first, last)


def _trimmed(place: Place, first: int, last: int) -> Span | None:
    tags = place.tagged.tags
    while last > first and (tags[last - 1] in _LINKING or tags[last - 1] in _NUMBERS):
        last -= 1
    while first < last and _opens_nothing(place, first):
        first += 1
    if last - first < _LEAST:
        return None
    return place.tagged.span(first, last)


def _opens_nothing(place: Place, token: int) -> bool:
    """Whether a name cannot begin with it: "of", the "%" of "40% of", the "least" of "at least"."""
    word, tag = place.tagged.words[token], place.tagged.tags[token]
    if tag in ("CC", "IN", "TO", "WDT", "RB", "POS") or not word[0].isalnum():
        return True
    return tag in ("JJS", "RBS", "VBZ", "VBP") and place.tagged.lowers[token] in _LEADING
