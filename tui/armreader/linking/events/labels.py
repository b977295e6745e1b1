"""Labels: what to call an event, in the words of the source that tells it most clearly."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from armreader.linking.events.clipped import (
    LIMIT,
    begins_subject,
    clipped,
    faults,
    first_word,
    is_verb_form,
    noun_phrase_start,
    only_grammar,
    opens,
    words,
)
from armreader.linking.events.telling import Telling
from armreader.records import Actor, Annotations, EventMention, Span
from armreader.words import mapping
from armreader.words.event_classes import family

_REACH = 100
"""Characters before the end of its trigger in which a label may begin."""
_COMPARED = 30
"""Mentions of an event that are looked at for its label."""
_LABELLED = 4
"""Of these, the clearest, of which labels are made and compared."""
_FAULT = 1.5
"""What each fault of a label weighs against the clarity of its clause."""
_TYPICAL = 4.0
"""What it weighs that a clause has words of the other mentions."""
_REST = re.compile(r"\s*,?\s*")
_CLAUSE_BREAK = re.compile(r"[,;:–—]\s*[“\"‘']?|\bthat\s")


class Labeller:
    """Makes labels; knows the texts, and the full name of every spelling."""

    def __init__(self, annotated: Sequence[Annotations], actors: Sequence[Actor]) -> None:
        self._texts = {one.article.id: one.article.text for one in annotated}
        self._titles = {
            (one.article.id, sentence.span.start)
            for one in annotated
            for sentence in one.sentences
            if sentence.section == "title"
        }
        self._times = {one.article.id: sorted(time.span for time in one.times) for one in annotated}
        self._sentences = {
            one.article.id: [sentence.span for sentence in one.sentences] for one in annotated
        }
        self._verbs = {
            one.article.id: {
                mention.trigger.start
                for mention in one.mentions
                if mention.reason.rule == "event-verb"
            }
            for one in annotated
        }
        self._names: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for actor in actors:
            if actor.kind == "person":
                for spelling in actor.spellings:
                    self._names[spelling.article].append((spelling.span, actor.name))
        for names in self._names.values():
            names.sort(key=lambda one: (one[0].start, -one[0].end))

    def of(self, members: Sequence[Telling]) -> str:
        """The label of an event: the clearest clause, cut to its core, with names in full."""
        compared = members[:_COMPARED]
        if len(compared) == 1:
            return self._label(compared[0])
        shared = Counter(term for telling in compared for term in telling.terms)

        def clarity(telling: Telling) -> tuple[float, int]:
            return self._clarity(telling, shared, len(compared)), -telling.mention.trigger.start

        clearest = sorted(compared, key=clarity, reverse=True)[:_LABELLED]
        labels = [(self._label(telling), clarity(telling)) for telling in clearest]
        return max(labels, key=lambda one: (one[1][0] - _FAULT * faults(one[0]), one[1][1]))[0]

    def _clarity(self, telling: Telling, shared: Mapping[str, int], count: int) -> float:
        """How well a clause stands by itself, and tells what the others tell."""
        mention = telling.mention
        text = self._texts[mention.article]
        clause = text[mention.span.start : mention.span.end]
        before = clause[: mention.trigger.start - mention.span.start]
        score = 2.0 * any(word[:1].isupper() for word in before.split())
        score -= 2.0 * bool(set(before.lower().split()) & words("vague"))
        score -= abs(len(clause) - 60) / 40
        score -= 1.0 * (mention.status != "asserted")
        score -= 1.0 * any(mark in clause for mark in '“”"')
        score += 0.5 * bool(telling.range) + 0.5 * telling.lead
        score += 0.5 * (mention.reason.rule == "event-verb")
        others = sum(shared[term] - 1 for term in telling.terms)
        return score + _TYPICAL * others / (max(count - 1, 1) * max(len(telling.terms), 3))

    def _label(self, telling: Telling) -> str:
        mention = telling.mention
        text, names = self._texts[mention.article], self._names.get(mention.article, [])
        start, stop = self._start(mention), self._stop(mention)
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
        return clipped(clause, len(before), len(before) + len(word))

    def _start(self, mention: EventMention) -> int:
        """Where a label begins: so that it is said who or what, and the trigger has room in it."""
        start = self._with_subject(mention, self._after_date(mention))
        if mention.trigger.end - start <= LIMIT:
            return start
        near = self._noun_phrase(mention, max(start, mention.trigger.end - LIMIT))
        if near is not None and not self._after_preposition(mention, near):
            return near
        return start if mention.trigger.end - start <= _REACH else mention.trigger.start

    def _after_preposition(self, mention: EventMention, at: int) -> bool:
        """Whether what begins at a place hangs on a preposition, and is no subject."""
        before = self._texts[mention.article][mention.span.start : at].lower().split()
        kinds = mapping("function_words")
        while before and (before[-1] == "that" or kinds.get(before[-1]) == "determiner"):
            before.pop()
        return bool(before) and kinds.get(before[-1]) == "preposition"

    def _stop(self, mention: EventMention) -> int:
        """The end of the clause; of a verb of saying that of the sentence, for what is said."""
        if family(mention.event_class) != "say":
            return mention.span.end
        number = self._sentence(mention)
        end = self._sentences[mention.article][number].end if number >= 0 else 0
        end = min(end, mention.trigger.end + LIMIT)
        text = self._texts[mention.article]
        return mention.span.end + len(text[mention.span.end : end].rstrip(".!?”\"’' \n"))

    def _sentence(self, mention: EventMention) -> int:
        """The number of the sentence of a mention; -1 for none."""
        sentences = self._sentences[mention.article]
        return bisect_right(sentences, Span(mention.span.start, sys.maxsize)) - 1

    def _after_date(self, mention: EventMention) -> int:
        """Where the clause goes on after a date that opens it: the timeline shows dates already."""
        start = at = mention.span.start
        text, opening = self._texts[mention.article], ""
        times = self._times[mention.article]
        for time in times[bisect_left(times, Span(start, 0)) :]:
            opening += text[at : time.start]
            rest = _REST.match(text, time.end)
            if not (rest and rest.end() <= mention.trigger.start and opens(opening)):
                break
            at = time.end
            if "," in rest.group() or begins_subject(text, rest.end()):
                start = rest.end()
        return start

    def _with_subject(self, mention: EventMention, start: int) -> int:
        """Where to begin so that it is said who or what: farther left, if the clause leaves it out.

        As far as the nearest break of the sentence behind which there is more than grammar.
        """
        text = self._texts[mention.article]
        if not self._lacks_subject(mention, start):
            return start
        number = self._sentence(mention)
        first = self._sentences[mention.article][number].start if number >= 0 else start
        earliest = max(first, mention.trigger.end - _REACH)
        breaks = [found.end() for found in _CLAUSE_BREAK.finditer(text, earliest, start)]
        for place in (*reversed(breaks), *([first] if earliest == first else [])):
            if not only_grammar(text[place:start]):
                return place
        return self._noun_phrase(mention, start) or start

    def _noun_phrase(self, mention: EventMention, start: int) -> int | None:
        """Where to begin a clause that has no subject of its own: at the noun phrase nearest to it.

        ``that saw troops deployed`` tells that troops were deployed.
        """
        before = self._texts[mention.article][start : mention.trigger.start]
        inner = noun_phrase_start(before)
        return None if inner is None else start + inner

    def _lacks_subject(self, mention: EventMention, start: int) -> bool:
        """Whether a clause, from its start, comes to its verb before it names who or what."""
        text = self._texts[mention.article]
        before = text[start : mention.trigger.start]
        if "," not in before and first_word(before) in words("inner"):
            return True
        first_small = first_word(before)
        if before[:1].islower() and is_verb_form(first_small):
            return True
        verbs = self._verbs[mention.article]
        first = next((at for at in range(start, mention.trigger.end) if at in verbs), None)
        return first is not None and only_grammar(text[start:first])
