"""Labels: what to call an event, in the words of the source that tells it most clearly."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from armreader.linking.events.telling import Telling
from armreader.records import Actor, Annotations, EventMention, Span
from armreader.words import entries, rows

LIMIT = 72
"""Characters that a label may have."""
_REACH = 100
"""Characters before the end of its trigger in which a label may begin."""
_COMPARED = 30
"""Mentions of an event that are looked at for its label."""
_KEPT = 100
"""Articles of which it is kept where what stands: events come in the order of their articles."""
_TRAILING = re.compile(r"[\s,;:–—-]+$")
_REST = re.compile(r"\s*,?\s*")
_WORD = re.compile(r"[^\W_]+")
_CLAUSE_BREAK = re.compile(r"[,;:–—]\s*[“\"‘']?|\bthat\s")
_BREAK = re.compile(
    r"[,;:–—(]|\s(?=(?:after|before|in|on|at|for|with|by|during|amid|as|while|when|to|of|from|since|"
    r"because|under|over|between|against|that|which|who)\s)"
)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in one article its sentences, times, verbs and persons stand."""

    text: str
    sentences: list[Span]
    times: list[Span]
    verbs: set[int]
    names: list[tuple[Span, str]]
    """Each spelling of a person with the full name."""


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
        self._places: dict[str, _Places] = {}

    def _places_in(self, article: str) -> _Places:
        """Those of an article; of the last articles they are kept."""
        found = self._places.get(article)
        if found is None:
            if len(self._places) >= _KEPT:
                self._places.clear()
            found = self._places[article] = self._look_up(self._annotated[article])
        return found

    def _look_up(self, one: Annotations) -> _Places:
        ids = self._ids[one.article.id]
        names = [
            (spelling.span, self._persons[ids[actor.id]])
            for actor in one.actors
            if ids[actor.id] in self._persons
            for spelling in actor.spellings
        ]
        return _Places(
            one.article.text,
            [sentence.span for sentence in one.sentences],
            sorted(time.span for time in one.times),
            {each.trigger.start for each in one.mentions if each.reason.rule == "event-verb"},
            sorted(names, key=lambda name: (name[0].start, -name[0].end)),
        )

    def of(self, members: Sequence[Telling]) -> str:
        """The label of an event: the clearest clause, cut to its core, with names in full."""
        best = max(members[:_COMPARED], key=self._clarity)
        return self._label(best)

    def _clarity(self, telling: Telling) -> tuple[float, int]:
        """How well a clause stands by itself; the earlier mention wins a tie."""
        mention, text = telling.mention, telling.report.text
        clause = text[mention.span.start : mention.span.end]
        before = clause[: mention.trigger.start - mention.span.start]
        first = clause.split(None, 1)[0].lower().strip("“”\"'‘’") if clause.split() else ""
        score = 0.0
        if first in entries("function_words"):
            score -= 1.0 if first in _article_words() else 2.5
        if any(word[:1].isupper() for word in before.split()):
            score += 2.0
        if set(before.lower().split()) & _vague_words():
            score -= 2.0
        if not before.strip():
            score -= 1.0
        score -= abs(len(clause) - 60) / 40
        score -= 1.0 * (mention.status != "asserted")
        score += 0.5 * bool(telling.range) + 0.5 * telling.lead
        score -= 1.0 * any(mark in clause for mark in '“”"')
        return score, -mention.trigger.start

    def _label(self, telling: Telling) -> str:
        mention, places = telling.mention, self._places_in(telling.mention.article)
        text, names = places.text, places.names
        start = _with_subject(places, mention, _after_date(places, mention))
        low = bisect_left(names, (Span(start, 0), ""))
        pieces, at, shift, end = [], start, 0, start
        for span, name in names[low:]:
            if span.end > mention.span.end:
                break
            written = text[span.start : span.end]
            inside, end = span.start < end, max(end, span.end)
            if inside or written not in name or written == name:
                continue
            pieces += [text[at : span.start], name]
            shift += (len(name) - len(written)) * (span.start < mention.trigger.start)
            at = span.end
        pieces.append(text[at : mention.span.end])
        clause = " ".join("".join(pieces).split())
        return _shortened(clause, mention.trigger.end - start + shift)


def _after_date(places: _Places, mention: EventMention) -> int:
    """Where the clause goes on after a date that opens it: the timeline shows dates already."""
    start = at = mention.span.start
    text, times, opening = places.text, places.times, ""
    for time in times[bisect_left(times, Span(start, 0)) :]:
        opening += text[at : time.start]
        rest = _REST.match(text, time.end)
        if not (rest and rest.end() <= mention.trigger.start and _opens(opening)):
            break
        at = time.end
        if "," in rest.group() or _begins_subject(text, rest.end()):
            start = rest.end()
    return start


def _with_subject(places: _Places, mention: EventMention, start: int) -> int:
    """Where to begin so that it is said who or what: farther left, if the clause leaves it out.

    As far as the nearest break of the sentence behind which there is more than grammar.
    """
    text, sentences = places.text, places.sentences
    if not _lacks_subject(places, mention, start):
        return start
    number = bisect_right(sentences, Span(start, len(text))) - 1
    first = sentences[number].start if number >= 0 else start
    earliest = max(first, mention.trigger.end - _REACH)
    breaks = [found.end() for found in _CLAUSE_BREAK.finditer(text, earliest, start)]
    for place in (*reversed(breaks), *([first] if earliest == first else [])):
        if not _only_grammar(text[place:start]):
            return place
    return start


def _lacks_subject(places: _Places, mention: EventMention, start: int) -> bool:
    """Whether a clause, from its start, comes to its verb before it names who or what."""
    text, verbs = places.text, places.verbs
    before = text[start : mention.trigger.start]
    if "," not in before and _first_word(before) in _words("inner"):
        return True
    first = next((at for at in range(start, mention.trigger.end) if at in verbs), None)
    return first is not None and _only_grammar(text[start:first])


def _shortened(clause: str, trigger_end: int) -> str:
    """A clause cut before the last break that keeps the trigger and stays within the limit."""
    clause, trigger_end = _without_opening(clause, trigger_end)
    if len(clause) > LIMIT:
        breaks = [
            match.start()
            for match in _BREAK.finditer(clause, min(trigger_end + 1, len(clause)))
            if match.start() <= LIMIT
        ]
        cut = breaks[-1] if breaks else clause.rfind(" ", 0, LIMIT)
        clause = clause[: cut if cut > 0 else LIMIT]
    clause = _TRAILING.sub("", clause).rstrip("“”\"'‘’")
    while (last := clause.rfind(" ")) >= trigger_end and clause[last + 1 :] in _dangling_words():
        clause = _TRAILING.sub("", clause[:last])
    return _closed(clause[:1].upper() + clause[1:]) or "…"


def _closed(label: str) -> str:
    """A label that ends inside a quotation, with the mark that closes it."""
    return label + "”" if label.count("“") > label.count("”") else label


def _first_word(words: str) -> str:
    """The first that does not only join, and is no number."""
    found = _WORD.findall(words.lower())
    return next((one for one in found if one not in _joining_words() and not one.isdigit()), "")


def _only_grammar(words: str) -> bool:
    """Whether there is no word among them that names anything."""
    found = _WORD.findall(words.lower())
    return all(one in entries("function_words") or one in _joining_words() for one in found)


def _opens(words: str) -> bool:
    """Whether the words may stand before a date that opens a clause."""
    return set(_WORD.findall(words.lower())) <= _opening_words()


def _begins_subject(text: str, at: int) -> bool:
    """Whether a subject can begin here: a name, an article, a pronoun."""
    word = _WORD.match(text, at)
    if word is None:
        return False
    return word.group()[:1].isupper() or word.group() in _article_words() | _vague_words()


def _without_opening(clause: str, trigger_end: int) -> tuple[str, int]:
    """The clause without the words that only join it to another, and where its trigger ends."""
    while True:
        kept = clause.lstrip("“”\"'‘’–—- ")
        first, _, rest = kept.partition(" ")
        if rest and first.lower() in _joining_words():
            kept = rest
        if kept == clause:
            return clause, trigger_end
        if len(clause) - len(kept) >= trigger_end:
            return clause, trigger_end
        trigger_end -= len(clause) - len(kept)
        clause = kept


@cache
def _article_words() -> frozenset[str]:
    return frozenset(("a", "an", "the", "two", "three", "four", "five", "six"))


def _vague_words() -> frozenset[str]:
    return _words("vague")


def _opening_words() -> frozenset[str]:
    return _words("opening")


def _joining_words() -> frozenset[str]:
    return _words("joining")


def _dangling_words() -> frozenset[str]:
    return _words("dangling")


@cache
def _words(part: str) -> frozenset[str]:
    return next(frozenset(row[1].split(", ")) for row in rows("events_labels") if row[0] == part)
