"""Labels of the events outside the chronology: a checked label, else the first clause."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain

from armreader.linking.events.telling import Telling
from armreader.linking.main_events import Naming
from armreader.records import Actor, Annotations, Proposition, Span

_COMPARED = 12
"""Mentions of an event that are looked at for its label."""
_LIMIT = 90
"""Characters of a clause that is shown whole; a longer one is cut before a word."""


class Labeller:
    """Makes labels; knows the label of every clause that has one."""

    def __init__(
        self,
        annotated: Sequence[Annotations],
        actors: Sequence[Actor],
        ids: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._naming = Naming(annotated, actors, ids)
        self._labels = {one.article.id: _Labels(one.propositions) for one in annotated}

    def of(self, members: Sequence[Telling]) -> str:
        """The label of an event: a checked one, else its first clause, cut if it is long."""
        for telling in members[:_COMPARED]:
            mention = telling.mention
            spans = self._labels[mention.article].of(mention.trigger.start)
            if spans and (label := self._naming.written(mention.article, spans)):
                return label
        return _clause(members[0])


class _Labels:
    """The labels of an article's clauses by where their verbs begin, in little memory."""

    __slots__ = ("_edges", "_first", "_starts")

    def __init__(self, propositions: Iterable[Proposition]) -> None:
        labels = {one.trigger.start: one.label for one in propositions if one.label}
        self._starts = array("I", sorted(labels))
        edges = [list(chain.from_iterable(labels[start])) for start in self._starts]
        self._first = array("I", accumulate(map(len, edges), initial=0))
        self._edges = array("I", chain.from_iterable(edges))

    def of(self, start: int) -> list[Span]:
        at = bisect_left(self._starts, start)
        if self._starts[at : at + 1] != array("I", [start]):
            return []
        edges = self._edges[self._first[at] : self._first[at + 1]]
        return [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]


def _clause(telling: Telling) -> str:
    """The words of a clause on one line, cut before a word if it is long."""
    span, trigger = telling.mention.span, telling.mention.trigger
    words = " ".join(telling.report.text[slice(*_around(span, trigger))].split())
    if len(words) > _LIMIT:
        words = words[: words.rfind(" ", 0, _LIMIT)].rstrip(" ,;:–—-") + " …"
    return words[:1].upper() + words[1:]


def _around(span: Span, trigger: Span) -> Span:
    """The clause; only from its trigger on, where it is long up to there."""
    return span if trigger.end - span.start <= _LIMIT else Span(trigger.start, span.end)
