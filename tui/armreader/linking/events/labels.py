"""Labels of the events outside the chronology: a checked label, else the first clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armreader.linking.events.telling import Telling
from armreader.linking.main_events import Labels, Naming
from armreader.records import Span

_COMPARED = 12
"""Mentions of an event that are looked at for its label."""
_LIMIT = 90
"""Characters of a clause that is shown whole; a longer one is cut before a word."""


class Labeller:
    """Makes labels; knows the label of every clause that has one."""

    def __init__(self, naming: Naming, labels: Mapping[str, Labels]) -> None:
        """``labels`` are those of each article's clauses."""
        self._naming = naming
        self._labels = labels

    def of(self, members: Sequence[Telling]) -> str:
        """The label of an event: a checked one, else its first clause, cut if it is long."""
        for telling in members[:_COMPARED]:
            spans = self._labels[telling.article].of(telling.trigger.start)
            if spans and (label := self._naming.written(telling.article, spans)):
                return label
        return _clause(members[0])


def _clause(telling: Telling) -> str:
    """The words of a clause on one line, cut before a word if it is long."""
    span, trigger = telling.span, telling.trigger
    words = " ".join(telling.report.text[slice(*_around(span, trigger))].split())
    if len(words) > _LIMIT:
        words = words[: words.rfind(" ", 0, _LIMIT)].rstrip(" ,;:–—-") + " …"
    return words[:1].upper() + words[1:]


def _around(span: Span, trigger: Span) -> Span:
    """The clause; only from its trigger on, where it is long up to there."""
    return span if trigger.end - span.start <= _LIMIT else Span(trigger.start, span.end)
