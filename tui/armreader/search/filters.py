"""Filters: the lines that ``speaker:``, ``date:``, ``kind:`` and the others let through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from armreader.search import bits
from armreader.search.amounts import amounts
from armreader.search.folding import folded_words
from armreader.search.lines import Lines
from armreader.search.match import Matcher
from armreader.search.query import Filter
from armreader.search.registers import Register
from armreader.search.typos import CLOSE, FORGIVING
from armreader.search.vocabulary import QueryWord

if TYPE_CHECKING:
    from armreader.story.selection import SelectionKind

_RECORD_KINDS = ("article", "event", "quote", "actor")
_STATUSES = ("asserted", "denied", "planned", "hypothetical")


class Filters:
    """Evaluates filters on the lines of one dossier."""

    def __init__(self, lines: Lines, matcher: Matcher, registers: Mapping[str, Register]) -> None:
        self.lines = lines
        self.matcher = matcher
        self.registers = registers

    def allowed(self, filters: Iterable[Filter], bookmarked: Collection[str]) -> int:
        """The lines that pass every filter, as bits."""
        found = self.lines.real
        for one in filters:
            lines = self._lines_of(one, bookmarked)
            found &= ~lines if one.negated else lines
        return found & self.lines.real

    def _lines_of(self, one: Filter, bookmarked: Collection[str]) -> int:
        if one.range:
            return self._bits("days", one.range.overlaps)
        match one.name:
            case "speaker":
                unnamed = self._bits("unnamed", lambda its: _begin(its, one.words))
                return self._bits("speakers", self._people(one.words).__contains__) | unnamed
            case "person":
                return self._bits("people", self._people(one.words).__contains__)
            case "source":
                return self._from_sources(one.words)
            case "kind":
                return self._of_kind(one.value)
            case "is":
                return self._bits("quotes", lambda its: its[0] in bookmarked)
            case "figure":
                return self._figures(*(amounts(one.value) or (0.0, 0.0)))
            case "unit":
                # Some are in the singular: a barrel, barrels/day.
                return self._bits(
                    "units", lambda its: _begin(folded_words(f"{its} {its}s"), one.words)
                )
            case _:
                return self._bits("having", one.value.__eq__)

    def _from_sources(self, words: tuple[QueryWord, ...]) -> int:
        """Everything in the articles whose outlet or file name matches the words."""
        named = [
            number
            for number, one in enumerate(self.lines.contents.articles)
            if _begin(folded_words(f"{one.source} {one.file}"), words)
        ]
        articles = self.lines.of_articles(iter(named))
        return articles | self._bits("articles", set(named).__contains__)

    def _of_kind(self, kind: str) -> int:
        if kind in _RECORD_KINDS:
            first, last = self.lines.lines_of(cast("SelectionKind", kind))
            return (1 << last) - (1 << first)
        return self._bits("statuses" if kind in _STATUSES else "kinds", kind.__eq__)

    def _figures(self, least: float, most: float) -> int:
        """The sentences with a figure from ``least`` to ``most``, in the figure's own unit."""

        def wanted(figure: tuple[float | None, float | None]) -> bool:
            low, high = figure
            return (
                (low is None or low <= most)
                and (high is None or high >= least)
                and any(least <= end <= most for end in figure if end is not None)
            )

        return self._bits("figures", wanted)

    def _people(self, words: tuple[QueryWord, ...]) -> set[int]:
        """The lines of the people with this name; typos only if nobody matches exactly."""
        people = (1 << self.lines.first_event) - 1
        for reach in (CLOSE, FORGIVING):
            found = people
            for word in words:
                found &= self.matcher.lines_of_word(word, reach)
            if found:
                return set(bits.numbers(found))
        return set()

    def _bits(self, name: str, wanted: Callable[[Any], object]) -> int:
        """The lines of what is wanted of a register."""
        return bits.of_numbers(self.registers[name].where(wanted), self.lines.size)


def _begin(folded: str, words: tuple[QueryWord, ...]) -> bool:
    """Whether each of the words is the beginning of one of those folded."""
    return all(f" {word.form}" in folded for word in words)
