"""Where in its sentence a label begins and ends, so that it is said who or what did what."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from armreader.language import mapping
from armreader.language.event_classes import family
from armreader.linking.events.clipped import (
    LIMIT,
    begins_subject,
    first_word,
    is_verb_form,
    noun_phrase_start,
    only_grammar,
    opens,
    words,
)
from armreader.records import EventMention, Span

_REACH = 100
"""Characters before the end of its trigger in which a label may begin."""
_REST = re.compile(r"\s*,?\s*")
_CLAUSE_BREAK = re.compile(r"[,;:–—]\s*[“\"‘']?|\bthat\s")


@dataclass(frozen=True, slots=True)
class Places:
    """Where in one article its sentences, times, verbs and persons stand."""

    text: str
    sentences: list[Span]
    times: list[Span]
    verbs: set[int]
    names: list[tuple[Span, str]]
    """Each spelling of a person with the full name."""

    def sentence(self, at: int) -> int:
        """The number of the sentence that begins last up to a place; -1 for none."""
        return bisect_right(self.sentences, Span(at, sys.maxsize)) - 1


def label_start(places: Places, mention: EventMention) -> int:
    """Where a label begins: so that it is said who or what, and the trigger has room in it."""
    start = _with_subject(places, mention, _after_date(places, mention))
    if mention.trigger.end - start <= LIMIT:
        return start
    near = _noun_phrase(places, mention, max(start, mention.trigger.end - LIMIT))
    if near is not None and not _after_preposition(places, mention, near):
        return near
    return start if mention.trigger.end - start <= _REACH else mention.trigger.start


def label_stop(places: Places, mention: EventMention) -> int:
    """The end of the clause; of a verb of saying that of the sentence, for what is said."""
    if family(mention.event_class) != "say":
        return mention.span.end
    number = places.sentence(mention.span.start)
    end = places.sentences[number].end if number >= 0 else 0
    end = min(end, mention.trigger.end + LIMIT)
    return mention.span.end + len(places.text[mention.span.end : end].rstrip(".!?”\"’' \n"))


def _after_date(places: Places, mention: EventMention) -> int:
    """Where the clause goes on after a date that opens it: the timeline shows dates already."""
    start = at = mention.span.start
    text, times, opening = places.text, places.times, ""
    for time in times[bisect_left(times, Span(start, 0)) :]:
        opening += text[at : time.start]
        rest = _REST.match(text, time.end)
        if not (rest and rest.end() <= mention.trigger.start and opens(opening)):
            break
        at = time.end
        if "," in rest.group() or begins_subject(text, rest.end()):
            start = rest.end()
    return start


def _with_subject(places: Places, mention: EventMention, start: int) -> int:
    """Where to begin so that it is said who or what: farther left, if the clause leaves it out.

    As far as the nearest break of the sentence behind which there is more than grammar; without
    one, at the noun phrase in the clause.
    """
    text = places.text
    if not _lacks_subject(places, mention, start):
        return start
    number = places.sentence(mention.span.start)
    first = places.sentences[number].start if number >= 0 else start
    earliest = max(first, mention.trigger.end - _REACH)
    breaks = [found.end() for found in _CLAUSE_BREAK.finditer(text, earliest, start)]
    for place in (*reversed(breaks), *([first] if earliest == first else [])):
        if not only_grammar(text[place:start]):
            return place
    near = _noun_phrase(places, mention, start)
    return start if near is None else near


def _lacks_subject(places: Places, mention: EventMention, start: int) -> bool:
    """Whether a clause, from its start, comes to its verb before it names who or what."""
    text, verbs = places.text, places.verbs
    before = text[start : mention.trigger.start]
    opening = first_word(before)
    if "," not in before and opening in words("inner"):
        return True
    if before[:1].islower() and is_verb_form(opening):
        return True
    first = next((at for at in range(start, mention.trigger.end) if at in verbs), None)
    return first is not None and only_grammar(text[start:first])


def _noun_phrase(places: Places, mention: EventMention, start: int) -> int | None:
    """Where the noun phrase nearest before a trigger begins, from a place on; None without one.

    ``that saw troops deployed`` tells that troops were deployed.
    """
    inner = noun_phrase_start(places.text[start : mention.trigger.start])
    return None if inner is None else start + inner


def _after_preposition(places: Places, mention: EventMention, at: int) -> bool:
    """Whether what begins at a place hangs on a preposition, and is no subject."""
    before = places.text[mention.span.start : at].lower().split()
    kinds = mapping("function_words")
    while before and (before[-1] == "that" or kinds.get(before[-1]) == "determiner"):
        before.pop()
    return bool(before) and kinds.get(before[-1]) == "preposition"
