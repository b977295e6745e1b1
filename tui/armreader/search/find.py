"""SearchIndex: a dossier and a query to ranked hits over articles, events, quotes and people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from armreader.records import Passage
from armreader.search.folding import LOWER
from armreader.search.found import Found, Hit
from armreader.search.light import Light
from armreader.search.lines import Lines, Progress, lines_of
from armreader.search.match import Matcher
from armreader.search.query import Query, Term, parse
from armreader.search.ranking import Ranking
from armreader.search.registers import DossierRegisters, Register
from armreader.search.typos import CLOSE, FORGIVING, WIDE
from armreader.search.vocabulary import Skeletons

if TYPE_CHECKING:
    from armreader.records import Span
    from armreader.search.contents import Heading
    from armreader.search.filters import Filters
    from armreader.story.dossier import Dossier
    from armreader.story.selection import SelectionKind

_ANY_CASE = "nothing matches these capitals: shown in any case"
_NOTHING = "nothing matches"

Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class SearchResult:
    """What a query finds, ranked over all kinds; ``hint`` explains what was not understood."""

    query: Query
    hint: str = ""
    cancelled: bool = False
    """Whether a newer query stopped this one; it has no hits then."""
    found: Found | None = None
    limit: int | None = None

    @property
    def total(self) -> int:
        """How many lines match; if there are very many, the hits come from the best of them."""
        return self.found.ranking.total if self.found else 0

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The records found, the best first, each once."""
        return tuple(islice(self.found.hits(), self.limit)) if self.found else ()

    def ids(self, kind: SelectionKind) -> tuple[str, ...]:
        """The ids of the hits of one kind, the best first."""
        return self.found.ids(kind) if self.found else ()

    def place(self, passage: Passage) -> tuple[str, int]:
        """The file and line of a passage in a hit."""
        return self.found.place(passage) if self.found else ("", 0)

    def heading(self, passage: Passage) -> Heading | None:
        """What is known about the article of a passage in a hit."""
        return self.found.heading(passage) if self.found else None

    def lit(self, text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """The spans to highlight in any text on the screen, or in a part of it."""
        return self.found.light.spans(text, start, end) if self.found else ()

    @cached_property
    def best(self) -> tuple[Passage, ...]:
        """The matching sentences of articles, the best first."""
        return tuple(self.found.best_passages()) if self.found else ()

    @cached_property
    def sentences(self) -> tuple[tuple[Passage, str], ...]:
        """As ``best``, each with how its words matched."""
        return tuple(self.found.best_sentences()) if self.found else ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The matching sentences of articles in dossier order, as ``n`` and ``N`` visit them."""
        return tuple(self.found.passages()) if self.found else ()


class Kept(NamedTuple):
    """What an index is made of, where it is not made of a dossier."""

    lines: Lines
    skeletons: Skeletons | None
    registers: Mapping[str, Register]


class SearchIndex:
    """The searchable lines of a dossier; built at about 10 MB of text a second.

    Building and searching have no side effects, so both may run in a worker thread; searches of
    one index run one at a time.
    """

    def __init__(
        self,
        dossier: Dossier | None = None,
        progress: Progress | None = None,
        *,
        kept: Kept | None = None,
    ) -> None:
        """Index a dossier, or take what was indexed before (see ``search.kept``)."""
        if kept is None:
            if dossier is None:
                raise TypeError("an index is of a dossier or of what was kept of one")
            lines = lines_of(dossier, progress)
            kept = Kept(lines, None, DossierRegisters(lines, dossier))
        self.lines, self.registers = kept.lines, kept.registers
        self._matcher = Matcher(kept.lines, kept.skeletons)

    @property
    def skeletons(self) -> Skeletons:
        return self._matcher.vocabulary.skeletons

    @cached_property
    def _filters(self) -> Filters:
        # Most queries have none.
        from armreader.search.filters import Filters

        return Filters(self.lines, self._matcher, self.registers)

    def quotes(self) -> Iterator[tuple[str, Passage]]:
        """The id of each quote, and its place."""
        for id_, *place in self.registers["quotes"].keys:
            yield id_, Passage(*place)

    def search(
        self,
        query: str,
        *,
        limit: int | None = None,
        cancelled: Cancelled | None = None,
        bookmarked: Collection[str] = (),
    ) -> SearchResult:
        """Find what matches every word and filter of a query, the best first; never raises.

        ``limit`` is the most hits wanted; ``cancelled`` is asked between steps whether to stop;
        ``bookmarked`` are the ids of the quotes that ``is:bookmarked`` means.
        """
        stop = cancelled or _never
        parsed = parse(query)
        if not parsed.terms and not parsed.filters:
            return SearchResult(parsed, parsed.hint)
        allowed = self.lines.real
        if parsed.filters:
            allowed = self._filters.allowed(parsed.filters, bookmarked)
        allowed &= ~self._matcher.without(term for term in parsed.terms if term.negated)
        for attempt in _attempts(parsed):
            if stop():
                return SearchResult(parsed, cancelled=True)
            layers = [self._matcher.layers(term, attempt.reach) for term in attempt.terms]
            ranking = Ranking(self._matcher, layers, allowed)
            if ranking.total or (attempt.last and ranking.spread):
                light = Light(self.lines, attempt.terms, layers)
                return SearchResult(parsed, attempt.hint, False, Found(ranking, light), limit)
        return SearchResult(parsed, _joined(parsed.hint, _NOTHING))


class _Attempt(NamedTuple):
    hint: str
    terms: tuple[Term, ...]
    reach: int
    last: bool


def _attempts(query: Query) -> Iterator[_Attempt]:
    """What to try in turn until a line matches."""
    any_case = tuple(
        term._replace(words=tuple(word._replace(least=LOWER) for word in term.words))
        for term in query.wanted
    )
    farthest = WIDE if len(query.wanted) > 1 else FORGIVING
    for reach in range(CLOSE, farthest + 1):
        last = reach == farthest
        yield _Attempt(query.hint, query.wanted, reach, last)
        if any_case != query.wanted:
            yield _Attempt(_joined(query.hint, _ANY_CASE), any_case, reach, last)


def _joined(*hints: str) -> str:
    return "; ".join(filter(None, hints))


def _never() -> bool:
    return False
