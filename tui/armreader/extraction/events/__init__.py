"""Event mentions: clauses that report what happened, was denied, is planned or is possible."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from sys import intern

from armreader.extraction.events.clauses import clause_span, clause_spans
from armreader.extraction.events.status import status_of
from armreader.extraction.events.triggers import Token, Trigger, context, find_triggers, tokens_of
from armreader.language.event_classes import classes_of
from armreader.records import (
    Actor,
    Article,
    EventMention,
    Sentence,
    Span,
    TimeExpression,
)
from armreader.records.interning import shared_reason, shared_span

_LONGEST = 2_000
"""The most characters read as one sentence; no prose is longer, and more would be slow."""
_REPORTING = ("title", "summary", "body", "caption")
"""The kinds of section whose sentences can report an event."""


def find_event_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    actors: Sequence[Actor],
) -> tuple[EventMention, ...]:
    """The clauses that report something that happened, was denied, is planned or only possible."""
    dated = sorted(time.span for time in times if time.type in ("DATE", "TIME"))
    named = sorted((spelling.span, actor.id) for actor in actors for spelling in actor.spellings)
    return tuple(
        mention
        for sentence in sentences
        if sentence.section in _REPORTING
        for stretch in _stretches(article.text, sentence.span)
        for mention in _mentions(article, stretch, sentence.section == "title", dated, named)
    )


def _stretches(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence; in pieces if it is longer than any that a person would write."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        end = blank if blank > 0 else start + _LONGEST
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _mentions(
    article: Article,
    sentence: Span,
    title: bool,
    dated: Sequence[Span],
    named: Sequence[tuple[Span, str]],
) -> list[EventMention]:
    """The event mentions of one sentence."""
    tokens = tokens_of(article.text, sentence)
    triggers = find_triggers(tokens)
    if not triggers:
        return []
    verbs = frozenset(trigger.first for trigger in triggers if trigger.tag != "NN")
    times = _within(dated, sentence)
    found = []
    nearest: dict[tuple[int, Span], Trigger] = {}
    for number, clause in enumerate(clauses := clause_spans(tokens, triggers)):
        span = shared_span(clause_span(tokens, clause))
        actors = tuple(dict.fromkeys(_actors_within(named, span)))
        for trigger in (one for one in triggers if clause[0] <= one.first < clause[1]):
            status, cue = status_of(tokens, clause, trigger, verbs, headline=title)
            time = _time_of(tokens, triggers, clauses, number, trigger, times, nearest)
            found.append(
                EventMention(
                    article.id,
                    span,
                    shared_span(trigger.span),
                    classes_of(_meaning(tokens, triggers, trigger))[0],
                    status,
                    actors,
                    time,
                    None,
                    shared_reason("event-noun" if trigger.tag == "NN" else "event-verb"),
                    intern(trigger.lemma),
                    shared_span(_stretch(tokens, cue)) if cue else None,
                )
            )
    return found


def _stretch(tokens: Sequence[Token], run: tuple[int, int]) -> Span:
    return Span(tokens[run[0]].start, tokens[run[1] - 1].end)


def _meaning(tokens: Sequence[Token], triggers: Sequence[Trigger], trigger: Trigger) -> str:
    """The lemma that says what happened; for a light verb, that of its noun.

    Not "put the storm's cost at 6 crowns", nor "put the centre of the quake off the coast".
    """
    if trigger.kind != "light":
        return trigger.lemma
    following = [one for one in triggers if trigger.first < one.first <= trigger.first + 5]
    if not following or following[0].tag != "NN" or tokens[following[0].first].genitive:
        return trigger.lemma
    between = tokens[trigger.first + 2 : following[0].first]
    if any(token.low == "of" for token in between):
        return trigger.lemma
    return following[0].lemma


def _within(spans: Sequence[Span], stretch: Span) -> list[Span]:
    low = bisect_left(spans, Span(stretch.start, 0))
    return [span for span in spans[low : low + 50] if span.end <= stretch.end]


def _actors_within(named: Sequence[tuple[Span, str]], stretch: Span) -> list[str]:
    low = bisect_left(named, (Span(stretch.start, 0), ""))
    high = bisect_left(named, (Span(stretch.end, 0), ""))
    return [actor for _, actor in named[low:high]]


def _time_of(
    tokens: Sequence[Token],
    triggers: Sequence[Trigger],
    clauses: Sequence[tuple[int, int]],
    number: int,
    trigger: Trigger,
    times: Sequence[Span],
    nearest: dict[tuple[int, Span], Trigger],
) -> Span | None:
    """The expression that dates a trigger: the nearest in its clause, else one that spreads.

    A time spreads over the sentence from before its first trigger (``In March …``); to a
    participle or noun from the clause before; and to a clause from one joined to it by ``and``.
    A time in the same clause as a verb of saying dates what was said only where it opens the
    sentence.
    """
    if not times:
        return None
    span = clause_span(tokens, clauses[number])
    if trigger.tag == "NN" and _points_elsewhere(tokens, trigger):
        times = [
            time
            for time in times
            if time.start > trigger.span.start and not _verb_between(triggers, trigger, time)
        ]
    if not times:
        return None
    low = bisect_left(times, Span(span.start, 0))
    high = bisect_left(times, Span(span.end, 0))
    for time in _by_distance(times, trigger.span, low, high):
        if time.end <= span.end and _dates(
            nearest, number, triggers, clauses[number], time, trigger
        ):
            return time
    if times[0].start < triggers[0].span.start:
        return times[0]
    neighbours = []
    opening = tokens[clauses[number][0]].low
    if number and (trigger.tag in ("VBG", "NN") or opening in context("simultaneous")):
        neighbours.append(number - 1)
    if number + 1 < len(clauses) and tokens[clauses[number + 1][0]].low == "and":
        neighbours.append(number + 1)
    for neighbour in neighbours:
        first, last = clauses[neighbour]
        inside = [one for one in triggers if first <= one.first < last]
        near = clause_span(tokens, clauses[neighbour])
        spread = [time for time in times if near.start <= time.start and time.end <= near.end]
        if spread and all(one.kind != "say" for one in inside):
            return spread[0]
    return None


def _dates(
    nearest: dict[tuple[int, Span], Trigger],
    number: int,
    triggers: Sequence[Trigger],
    clause: tuple[int, int],
    time: Span,
    trigger: Trigger,
) -> bool:
    """Whether a time may date a trigger: one next to a verb of saying dates the saying.

    ``nearest``: for each clause, the trigger next to each of its times, filled on demand.
    """
    found = nearest.get((number, time))
    if found is None:
        inside = (one for one in triggers if clause[0] <= one.first < clause[1])
        found = min(inside, key=lambda one: (_distance(time, one.span), one.first))
        nearest[number, time] = found
    return found.kind != "say" or found.tag == "NN" or found is trigger


def _by_distance(times: Sequence[Span], to: Span, low: int, high: int) -> Iterator[Span]:
    """The times from ``low`` to ``high``, nearest first; in a tie, the earlier first."""
    after = min(max(bisect_left(times, to), low), high)
    before = after - 1
    while before >= low or after < high:
        if after == high or (
            before >= low and _distance(times[before], to) <= _distance(times[after], to)
        ):
            yield times[before]
            before -= 1
        else:
            yield times[after]
            after += 1


def _verb_between(triggers: Sequence[Trigger], noun: Trigger, time: Span) -> bool:
    low, high = sorted((noun.span.start, time.start))
    return any(one.tag != "NN" and low < one.span.start < high for one in triggers)


def _points_elsewhere(tokens: Sequence[Token], noun: Trigger) -> bool:
    """Whether a noun names what came before or after (``since the election``)."""
    before = tokens[max(0, noun.first - 4) : noun.first]
    return any(token.low in context("elsewhere") for token in before)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
