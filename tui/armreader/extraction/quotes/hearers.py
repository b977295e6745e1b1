"""Hearers: from a verb of saying past the hearer, the place and the day, to the words said."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.grammar.phrases import time_nouns
from armreader.extraction.quotes.alone import is_title
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import names_person
from armreader.extraction.quotes.grammar import (
    is_adverb,
    is_time_word,
    is_word,
    opens_noun_phrase,
    word_class,
)

_VERBAL = FINITE | {"VB", "VBG", "VBN"}
_QUESTIONS = frozenset(("whether", "if", "why", "how", "what", "when", "where"))
_LONGEST_HEARER = 16
"""Tokens before a "that" which may name the hearer, the place and the day."""


def past_that(sentence: Blanked, start: int, limit: int, *, asks: bool = False) -> int | None:
    """Past a "that" which comes before any verb: "told them in Oslo on Monday night that".

    After a verb of asking, a question word after the hearer will do too; it is part of the speech.
    """
    lowers, tags = sentence.lowers, sentence.tags
    for at in range(start, min(limit, start + _LONGEST_HEARER)):
        if lowers[at] == "that" and tags[at] == "IN":
            return at + 1 + (lowers[at + 1 : at + 2] == [","])
        if asks and at > start and lowers[at] in _QUESTIONS and tags[at - 1][:2] == "NN":
            return at
        if lowers[at] == RUN and at > start and is_title(sentence, at):
            # "said on “Meet the Press” on Sunday that"
            continue
        if lowers[at] == "that" and at > start and _ends_time(lowers, at - 1):
            return at + 1
        if tags[at] in _VERBAL or lowers[at] in (RUN, ":", ",", "to", ";"):
            break
    return None


def _ends_time(lowers: list[str], at: int) -> bool:
    """Whether a token ends the words for a day or a period: "this week", "last quarter"."""
    return lowers[at] in time_nouns() or (at > 0 and lowers[at - 1] in ("last", "this"))


def past_hearer(sentence: Blanked, at: int, limit: int) -> int:
    """Past the noun phrase of the hearer."""
    lowers, words = sentence.lowers, sentence.words
    if at < limit and lowers[at] == RUN and _is_programme(sentence, at):
        return at + 1
    if at >= limit or lowers[at] in (RUN, "that", ":", ","):
        return at
    if word_class(lowers[at]) == "pronoun":
        return at + 1
    start = at
    if opens_noun_phrase(lowers[at]):
        at += 1
    while at < limit and at - start < 8:
        lower = lowers[at]
        kind = word_class(lower)
        if lower in ("of", "'s", "&", "-") or (
            lower == "." and words[at + 1 : at + 2] and words[at + 1][0].isupper()
        ):
            at += 1
            continue
        small = words[at][0].islower()
        if not is_word(lower) or kind or (small and is_adverb(lower)) or is_time_word(lower):
            break
        if (
            at > start
            and words[at - 1][0].islower()
            and words[at][0].isupper()
            and not (opens_noun_phrase(lowers[at - 1]) or names_person(lowers[at - 1]))
        ):
            break
        at += 1
    return at


def _is_programme(sentence: Blanked, at: int) -> bool:
    """Whether a run is the name of a programme that hears it: told “Coast and Country” that."""
    run = sentence.runs[at]
    named = is_title(sentence, at) and " " in sentence.text[run.inner_start : run.inner_end]
    ends = sentence.text[run.inner_end - 1] in ".,?!…"
    return named and not ends and at + 2 < len(sentence)


def past_relative(sentence: Blanked, at: int, limit: int) -> int:
    """Past what describes the hearer: "told crews who have no boat to stay"; all, if no more."""
    lowers, tags = sentence.lowers, sentence.tags
    described = 0 < at < limit and lowers[at] == "who" and tags[at - 1][:2] == "NN"
    if not described:
        return at
    for after in range(at + 2, limit):
        if lowers[after] == "to" and tags[after + 1 : after + 2] == ["VB"]:
            return after
        if lowers[after] in (RUN, ":") or (lowers[after] == "that" and tags[after] == "IN"):
            return after
    return limit
