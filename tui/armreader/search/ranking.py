"""Ranking: the lines that match all terms of a query, in order, and what each match costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from armreader.search import bits
from armreader.search.lines import Lines
from armreader.search.match import Layer, Matcher, union

_WORST = 30
"""Costs above are counted as this one."""
_NEAREST = 120
"""How many of the best lines are put in order by how near each other the words stand."""
_SPREAD = 8
"""What it costs that an article holds all words, but no line of it does."""
_ENOUGH = 500
"""With more lines than this, articles that the words are only spread in are not looked for."""
_MOST_SPREAD = 1000
"""From how many lines of the rarest term articles are taken that hold all words somewhere."""

Terms = Sequence[Sequence[Layer]]


class Group(NamedTuple):
    """Lines that match equally well; or, for articles that the terms are spread in, their first."""

    cost: int
    lines: list[int]
    spread: bool = False


class Ranking:
    """The lines that match every term; and the articles that do, though no line of theirs does."""

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
        """The articles in which the terms stand in different lines, by cost."""
        if len(self.terms) < 2 or self.total > _ENOUGH:
            return {}
        return _spread(self.terms, self._allowed, self.lines)

    def ranked(self, most: int) -> Iterator[Group]:
        """The best ``most`` lines, in order; of equals the earlier in the dossier."""
        near, left = _NEAREST, most
        for cost in sorted({*self._planes, *self.spread}):
            for lines in self._by_part(self._planes.get(cost, bits.NONE)):
                found = list(islice(bits.numbers(lines), left))
                if found:
                    yield Group(cost, self._nearest(found[:near]) + found[near:])
                near, left = max(near - len(found), 0), left - len(found)
            articles = self.spread.get(cost, ())[:left]
            if articles:
                yield Group(cost, [self.lines.firsts[one] for one in articles], spread=True)
                left -= len(articles)

    def sentences(self, article: int, is_spread: bool) -> list[int]:
        """The lines of an article that match; where the terms are spread, those with the most."""
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
        """The rules by which a line matches each term, without repetition."""
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
        """Names, labels and titles first; site furniture last."""
        heads, furniture = self.lines.heads, self.lines.furniture
        return lines & heads, lines & ~(heads | furniture), lines & furniture

    @cached_property
    def _parts(self) -> dict[int, int]:
        """Each word found, with the terms that it stands for as bits."""
        parts: dict[int, int] = {}
        for place, layers in enumerate(self.terms):
            for layer in layers:
                for word in layer.words:
                    parts[word] = parts.get(word, 0) | 1 << place
        return parts

    def _nearest(self, lines: list[int]) -> list[int]:
        """Those first in which the terms stand near each other and in their order."""
        if len(self.terms) < 2 or len(lines) < 2:
            return lines
        numbers = self._matcher.numbers
        return sorted(
            lines, key=lambda line: (_distance(numbers(line), self._parts, len(self.terms)), line)
        )


def _planes(terms: Terms, allowed: int) -> dict[int, int]:
    """The lines that match every term, by the sum of what each match costs."""
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
    """The articles that hold every term somewhere, by cost; looked for from the rarest term on."""
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
    """The fewest words that hold all terms, and how many pairs there are out of order."""
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
