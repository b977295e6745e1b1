"""SearchIndex: a dossier and a query to ranked hits over articles, events, quotes and people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from armreader.dossier import Dossier, SelectionKind
from armreader.records import Passage, Span
from armreader.search.filters import Filters
from armreader.search.folding import LOWER
from armreader.search.light import Light
from armreader.search.lines import Lines, Progress
from armreader.search.match import Matcher
from armreader.search.query import Query, Term, parse
from armreader.search.ranking import Ranked, Ranking
from armreader.search.vocabulary import CLOSE, FORGIVING
from armreader.words import rows

MOST_LINES = 2000
"""How many of the best lines the hits are taken from."""
_ANY_CASE = "nothing is written with these capitals: shown in any case"
_NOTHING = "nothing matches"

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a query finds."""

    kind: SelectionKind
    id: str
    score: int
    """100 for what stands there as typed, less the farther it is from that; at least 1."""
    why: str
    """How each word matched, in plain words: ``exact, one letter off``."""
    passages: tuple[Passage, ...]
    """Of an article the sentences that match; of another record where it stands."""


@dataclass(frozen=True)
class SearchResult:
    """What a query finds, ranked over all kinds; ``hint`` explains what was not understood."""

    query: Query
    hits: tuple[Hit, ...] = ()
    hint: str = ""
    total: int = 0
    """How many lines match; the hits are of the best of them where they are very many."""
    cancelled: bool = False
    """Whether a newer query made this one stop; there are no hits then."""
    lines: Lines | None = None
    light: Light | None = None
    ranked: tuple[Ranked, ...] = ()

    def ids(self, kind: SelectionKind) -> tuple[str, ...]:
        """The ids of the hits of one kind, the best first."""
        return tuple(hit.id for hit in self.hits if hit.kind == kind)

    def lit(self, text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """The letters to light in any text on the screen, or in a stretch of it."""
        return self.light.spans(text, start, end) if self.light else ()

    @cached_property
    def best(self) -> tuple[Passage, ...]:
        """The matching sentences of articles, the best first."""
        if self.lines is None:
            return ()
        lines = (one.line for one in self.ranked if not one.spread)
        return tuple(self.lines.passage(n) for n in lines if n >= self.lines.first_article)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The matching sentences of articles in dossier order: what ``n`` and ``N`` walk."""
        if self.lines is None:
            return ()
        order = self.lines.article_numbers
        found = (p for hit in self.hits if hit.kind == "article" for p in hit.passages)
        return tuple(sorted(found, key=lambda p: (order[p.article], p.start)))


class SearchIndex:
    """The searchable lines of a dossier; built at more than 10 MB of text a second.

    Building and searching touch nothing outside, so both may run in a worker thread; searches of
    one index run one at a time.
    """

    def __init__(self, dossier: Dossier, progress: Progress | None = None) -> None:
        self.dossier = dossier
        self.lines = Lines(dossier, progress)
        self._matcher = Matcher(self.lines)
        self._filters = Filters(self.lines, self._matcher)

    def search(
        self,
        query: str,
        *,
        limit: int | None = None,
        cancelled: Cancelled | None = None,
        bookmarked: Collection[str] = (),
    ) -> SearchResult:
        """Find what matches every word and filter of a query, the best first; never an exception.

        ``limit`` is the most hits wanted; ``cancelled`` is asked between steps and ends the search;
        ``bookmarked`` are the ids of the quotes that ``is:bookmarked`` means.
        """
        stop = cancelled or _never
        parsed = parse(query)
        if not parsed.terms and not parsed.filters:
            return SearchResult(parsed, hint=parsed.hint)
        allowed = self._filters.allowed(parsed.filters, bookmarked)
        for term in parsed.terms:
            if term.negated:
                allowed &= ~self._matcher.without(term)
        for attempt in _attempts(parsed):
            if stop():
                return SearchResult(parsed, cancelled=True)
            layers = [self._matcher.layers(term, attempt.reach) for term in attempt.terms]
            ranking = Ranking(self._matcher, layers, allowed)
            if ranking.total or (attempt.reach == FORGIVING and ranking.spread):
                ranked = tuple(islice(ranking.ranked(), MOST_LINES))
                return SearchResult(
                    query=parsed,
                    hits=tuple(islice(self._hits(ranking, ranked), limit)),
                    hint=attempt.hint,
                    total=ranking.total,
                    lines=self.lines,
                    light=Light(self.lines, attempt.terms, layers),
                    ranked=ranked,
                )
        return SearchResult(parsed, hint=_joined(parsed.hint, _NOTHING))

    def _hits(self, ranking: Ranking, ranked: Iterable[Ranked]) -> Iterator[Hit]:
        """The records of the ranked lines, each once."""
        lines, seen = self.lines, set[int]()
        for cost, line, is_spread in ranked:
            article = lines.article(line)
            key = line if article < 0 else lines.firsts[article]
            if key in seen:
                continue
            seen.add(key)
            kind, id_ = lines.record(line)
            if is_spread:
                rules: tuple[str, ...] = ("search-spread",)
                passages = tuple(map(lines.passage, ranking.spread_lines(article)))
            else:
                rules = ranking.rules(line) or ("search-filter",)
                passages = tuple(self._passages(ranking, kind, id_, article))
            yield Hit(kind, id_, max(1, 100 - 3 * cost), ", ".join(map(_label, rules)), passages)

    def _passages(
        self, ranking: Ranking, kind: SelectionKind, id_: str, article: int
    ) -> Iterator[Passage]:
        dossier = self.dossier
        if kind == "article":
            return map(self.lines.passage, self.lines.in_article(ranking.matching, article))
        if kind == "quote":
            quote = dossier.quote_by_id[id_]
            return iter((Passage(quote.article, *quote.span),))
        places = (
            dossier.event_by_id[id_].mentions
            if kind == "event"
            else dossier.actor_by_id[id_].spellings
        )
        return (Passage(place.article, *place.span) for place in places)


class _Attempt(NamedTuple):
    hint: str
    terms: tuple[Term, ...]
    reach: int


def _attempts(query: Query) -> Iterator[_Attempt]:
    """What to try one after the other until something matches."""
    any_case = tuple(
        replace(term, words=tuple(word._replace(least=LOWER) for word in term.words))
        for term in query.wanted
    )
    for reach in (CLOSE, FORGIVING):
        yield _Attempt(query.hint, query.wanted, reach)
        if any_case != query.wanted:
            yield _Attempt(_joined(query.hint, _ANY_CASE), any_case, reach)


def _joined(*hints: str) -> str:
    return "; ".join(filter(None, hints))


@cache
def _label(rule: str) -> str:
    return next(row[2] for row in rows("reasons/search") if row[0] == rule)


def _never() -> bool:
    return False
