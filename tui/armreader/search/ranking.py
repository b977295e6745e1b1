"""Ranking: the lines that match all terms of a query, in order, and what each match costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from armreader.search import bits
from armreader.search.lines import Lines
from armreader.search.match import Layer, Matcher, union

if TYPE_CHECKING:
    from armreader.story.selection import SelectionKind

_WORST = 30
"""Higher costs are counted as this one."""
_NEAREST = 120
"""How many of the best lines are sorted by how near to each other the words are."""
_SPREAD = 8
"""The extra cost if an article has all words, but not in one line."""
_ENOUGH = 500
"""With more matching lines, articles with the words in different lines are not searched."""
_MOST_SPREAD = 1000
"""How many lines of the rarest term are followed to find articles with all words."""

_KINDS: tuple[SelectionKind, ...] = ("actor", "event", "quote", "article")
Terms = Sequence[Sequence[Layer]]


class Group(NamedTuple):
    """Lines that match equally well; for articles with the terms spread, the first line of each."""

    cost: int
    lines: list[int]
    spread: bool = False


class _Wanted:
    """How many lines of each kind are still wanted, and the articles that none is of so far."""

    def __init__(self, lines: Lines, most: int) -> None:
        self._lines = lines
        self._left: dict[SelectionKind, int] = dict.fromkeys(_KINDS, most)
        self._unseen = dict.fromkeys(range(len(lines.firsts) - 1))

    def among(self, found: int) -> list[int]:
        """The lines of a set that are wanted, in order; they are not wanted again."""
        some: list[int] = []
        for kind in _KINDS:
            first, last = self._lines.lines_of(kind)
            its = found >> first & (1 << last - first) - 1
            numbers = [first + line for line in islice(bits.numbers(its), self._left[kind])]
            self._left[kind] -= len(numbers)
            some += numbers
        for article in set(map(self._lines.article, some)):
            self._unseen.pop(article, None)
        if not self._left["article"]:
            some += self._first_of_others(found)
        return some

    def _first_of_others(self, found: int) -> list[int]:
        cells = bits.cells(found, self._lines.size)
        firsts = (next(self._lines.in_article(cells, one), -1) for one in [*self._unseen])
        some = [line for line in firsts if line >= 0]
        for line in some:
            del self._unseen[self._lines.article(line)]
        return some


class Ranking:
    """The lines that match every term, and the articles that match only with several lines."""

    def __init__(self, matcher: Matcher, terms: Terms, allowed: int) -> None:
        self.lines = matcher.lines
        self.terms = terms
        self._matcher = matcher
        self._allowed = allowed
        self._planes = _planes(terms, allowed)
        self.matching = bits.NONE
        for lines in self._planes.values():
            self.matching |= lines

    @property
    def total(self) -> int:
        """How many lines match."""
        return self.matching.bit_count()

    @cached_property
    def spread(self) -> dict[int, list[int]]:
        """The articles with the terms in different lines, by cost."""
        if len(self.terms) < 2 or self.total > _ENOUGH:
            return {}
        return _spread(self.terms, self._allowed, self.lines)

    def ranked(self, most: int) -> Iterator[Group]:
        """The best lines, in order, ``most`` of a kind and one of each article at least; equal
        lines stay in dossier order.
        """
        near, wanted = _NEAREST, _Wanted(self.lines, most)
        for cost in sorted({*self._planes, *self.spread}):
            for lines in self._by_part(self._planes.get(cost, bits.NONE)):
                found = wanted.among(lines) if lines else []
                if found:
                    yield Group(cost, self._nearest(found[:near]) + found[near:])
                near = max(near - len(found), 0)
            if articles := self.spread.get(cost):
                yield Group(cost, [self.lines.firsts[one] for one in articles], spread=True)

    def sentences(self, article: int, is_spread: bool) -> list[int]:
        """The matching lines of an article; if the terms are spread, those with the most terms."""
        if not is_spread:
            return list(self.lines.in_article(self._matching_cells, article))
        counts: dict[int, int] = {}
        for cells in self._term_cells:
            for line in self.lines.in_article(cells, article):
                counts[line] = counts.get(line, 0) + 1
        most = max(counts.values(), default=0)
        return sorted(line for line, count in counts.items() if count == most)

    @cached_property
    def _matching_cells(self) -> bytes:
        return bits.cells(self.matching, self.lines.size)

    @cached_property
    def _term_cells(self) -> list[bytes]:
        size = self.lines.size
        return [bits.cells(union(layers) & self._allowed, size) for layers in self.terms]

    def rules(self, line: int) -> tuple[str, ...]:
        """The rules by which a line matches the terms, without repetition."""
        found: dict[str, None] = {}
        for table in self._cells:
            for rule, cells in table:
                if bits.holds(cells, line):
                    found[rule] = None
                    break
        return tuple(found)

    @cached_property
    def _cells(self) -> list[list[tuple[str, bytes]]]:
        size = self.lines.size
        return [
            [(layer.rule, bits.cells(layer.lines, size)) for layer in layers]
            for layers in self.terms
        ]

    def _by_part(self, lines: int) -> tuple[int, int, int]:
        """The lines by part: names, labels and titles first; site furniture last."""
        heads, furniture = self.lines.heads, self.lines.furniture
        return lines & heads, lines & ~(heads | furniture), lines & furniture

    @cached_property
    def _parts(self) -> dict[int, int]:
        """Each word found, with the terms that it matches as bits."""
        parts: dict[int, int] = {}
        for place, layers in enumerate(self.terms):
            for layer in layers:
                for word in layer.words:
                    parts[word] = parts.get(word, 0) | 1 << place
        return parts

    def _nearest(self, lines: list[int]) -> list[int]:
        """The lines sorted: those with the terms near each other and in order come first."""
        if len(self.terms) < 2 or len(lines) < 2:
            return lines
        numbers = self._matcher.numbers
        return sorted(
            lines, key=lambda line: (_distance(numbers(line), self._parts, len(self.terms)), line)
        )


def _planes(terms: Terms, allowed: int) -> dict[int, int]:
    """The lines that match every term, by the total cost of the matches."""
    found = {0: allowed}
    for layers in terms:
        sums: dict[int, int] = {}
        for cost, lines in found.items():
            for layer in layers:
                both = lines & layer.lines
                if both:
                    total = min(cost + layer.cost, _WORST)
                    sums[total] = sums.get(total, bits.NONE) | both
        found = sums
    return dict(sorted(found.items()))


def _spread(terms: Terms, allowed: int, lines: Lines) -> dict[int, list[int]]:
    """The articles with every term somewhere, by cost; found from the rarest term."""
    unions = [union(layers) & allowed for layers in terms]
    unions.sort(key=int.bit_count)
    rarest = islice(bits.numbers(unions[0] >> lines.first_article), _MOST_SPREAD)
    articles = dict.fromkeys(lines.article(line + lines.first_article) for line in rarest)
    for other in unions[1:]:
        cells = bits.cells(other, lines.size)
        articles = {one: None for one in articles if any(lines.part(cells, one))}
    found: dict[int, list[int]] = {}
    if articles:
        tables = [
            [(layer.cost, bits.cells(layer.lines & allowed, lines.size)) for layer in layers]
            for layers in terms
        ]
        for article in articles:
            cost = _SPREAD + sum(_least_cost(table, lines, article) for table in tables)
            found.setdefault(min(cost, _WORST), []).append(article)
    return found


def _least_cost(table: Sequence[tuple[int, bytes]], lines: Lines, article: int) -> int:
    return next(cost for cost, cells in table if any(lines.part(cells, article)))


def _distance(numbers: Sequence[int], parts: dict[int, int], terms: int) -> tuple[int, int]:
    """The length of the shortest run with all terms, and how many pairs are out of order."""
    last = [-1] * terms
    best = (len(numbers) + 1, terms)
    for at, number in enumerate(numbers):
        mask = parts.get(number, 0)
        if not mask:
            continue
        for term in range(terms):
            if mask >> term & 1:
                last[term] = at
        if min(last) >= 0:
            swapped = sum(a > b for a, b in pairwise(last))
            best = min(best, (at - min(last) + 1, swapped))
    return best
