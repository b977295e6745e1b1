"""Labels: what to call an event, in the words of the source that tells it most clearly."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from armreader.linking.events.clipped import clipped, faults, words
from armreader.linking.events.label_bounds import Places, label_start, label_stop
from armreader.linking.events.telling import Telling
from armreader.records import Actor, Annotations, Span

_COMPARED = 30
"""Mentions of an event that are looked at for its label."""
_LABELLED = 4
"""Of these, the clearest, of which labels are made and compared."""
_FAULT = 1.5
"""What each fault of a label weighs against the clarity of its clause."""
_TYPICAL = 4.0
"""What it weighs that a clause has words of the other mentions."""
_KEPT = 100
"""Articles of which it is kept where what stands: events come in the order of their articles."""
_TELLING_WORD = re.compile(r"\w{4,}")


class Labeller:
    """Makes labels; knows the texts, and the full name of every spelling."""

    def __init__(
        self,
        annotated: Sequence[Annotations],
        actors: Sequence[Actor],
        ids: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._annotated = {one.article.id: one for one in annotated}
        self._persons = {actor.id: actor.name for actor in actors if actor.kind == "person"}
        self._ids = ids
        self._places: dict[str, Places] = {}

    def of(self, members: Sequence[Telling]) -> str:
        """The label of an event: the clearest clause, cut to its core, with names in full."""
        compared = members[:_COMPARED]
        if len(compared) == 1:
            return self._label(compared[0])
        told = [frozenset(_TELLING_WORD.findall(_clause(one).lower())) for one in compared]
        shared = Counter(word for own in told for word in own)
        ranked = sorted(
            (
                (_clarity(telling) + _typical(own, shared, len(told)), -place, telling)
                for place, (telling, own) in enumerate(zip(compared, told, strict=True))
            ),
            reverse=True,
        )
        labels = [(clarity, self._label(one)) for clarity, _, one in ranked[:_LABELLED]]
        return max(labels, key=lambda one: one[0] - _FAULT * faults(one[1]))[1]

    def _label(self, telling: Telling) -> str:
        mention, places = telling.mention, self._places_in(telling)
        text, names = places.text, places.names
        start, stop = label_start(places, mention), label_stop(places, mention)
        low = bisect_left(names, (Span(start, 0), ""))
        pieces, at, shift, end = [], start, 0, start
        for span, name in names[low:]:
            if span.end > stop:
                break
            written = text[span.start : span.end]
            inside, end = span.start < end, max(end, span.end)
            if inside or written not in name or written == name:
                continue
            pieces += [text[at : span.start], name]
            shift += (len(name) - len(written)) * (span.start < mention.trigger.start)
            at = span.end
        pieces.append(text[at:stop])
        clause = "".join(pieces)
        trigger = mention.trigger.start - start + shift
        before = " ".join(clause[:trigger].split()) + " " * clause[:trigger][-1:].isspace()
        word = " ".join(text[slice(*mention.trigger)].split())
        clause = before + " ".join(clause[trigger:].split())
        is_noun = mention.reason.rule == "event-noun"
        return clipped(clause, len(before), len(before) + len(word), is_noun=is_noun)

    def _places_in(self, telling: Telling) -> Places:
        """Those of a telling's article; of the last articles they are kept."""
        article = telling.mention.article
        found = self._places.get(article)
        if found is None:
            if len(self._places) >= _KEPT:
                self._places.clear()
            found = self._places[article] = self._look_up(
                self._annotated[article], telling.report.verbs
            )
        return found

    def _look_up(self, one: Annotations, verbs: Iterable[int]) -> Places:
        ids = self._ids[one.article.id]
        names = [
            (spelling.span, self._persons[ids[actor.id]])
            for actor in one.actors
            if ids[actor.id] in self._persons
            for spelling in actor.spellings
        ]
        return Places(
            one.article.text,
            [sentence.span for sentence in one.sentences],
            sorted(time.span for time in one.times),
            set(verbs),
            sorted(names, key=lambda name: (name[0].start, -name[0].end)),
        )


def _clause(telling: Telling) -> str:
    return telling.report.text[slice(*telling.mention.span)]


def _clarity(telling: Telling) -> float:
    """How well a clause stands by itself."""
    mention, clause = telling.mention, _clause(telling)
    before = clause[: mention.trigger.start - mention.span.start]
    score = 2.0 * any(word[:1].isupper() for word in before.split())
    score -= 2.0 * bool(set(before.lower().split()) & words("vague"))
    score -= abs(len(clause) - 60) / 40
    score -= 1.0 * (mention.status != "asserted")
    score -= 1.0 * any(mark in clause for mark in '“”"')
    score += 0.5 * bool(telling.range) + 0.5 * telling.lead
    return score + 0.5 * (mention.reason.rule == "event-verb")


def _typical(own: frozenset[str], shared: Mapping[str, int], count: int) -> float:
    """How much a clause has of the words of the other mentions."""
    others = sum(shared[word] - 1 for word in own)
    return _TYPICAL * others / ((count - 1) * max(len(own), 3))
