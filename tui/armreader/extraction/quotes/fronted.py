"""Fronted: whether what comes before ``…, she said`` is said, or only sets the scene."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.alone import is_title
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import names_person
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.grammar import (
    DASHES,
    is_adverb,
    is_auxiliary,
    is_contraction,
    is_past,
    is_time_word,
    is_word,
    opens_noun_phrase,
    word_class,
)
from armreader.extraction.quotes.phrases import Range
from armreader.language import entries

_SUBORDINATE = frozenset(
    (
        "as", "when", "while", "after", "before", "because", "since", "although", "though", "if",
        "until", "unless", "once", "whereas",
    )
)  # fmt: skip
"""Words that open a clause which needs another clause after it for something to be said."""
_ENDING = frozenset((".", "!", "?", ";", "…", ""))
_SHORTEST = 5
"""The fewest words of a clause after its scene, where no form shows its verb."""
_LEADING = frozenset(("even", "just", "days", "weeks", "months", "years", "hours", "and", "but"))

_JOINING = frozenset((",", ":", "•", "*", "and", "but"))
_HOW = frozenset(("outright", "again", "aloud", "twice"))
"""Words for how it was said that do not end in -ly."""
_LONGEST_DATELINE = 24
"""Tokens that the place, the day and the agency before a report may fill."""


def left_content(sentence: Blanked, start: int, end: int) -> Range | None:
    """What is said before "…, she said": the clause without the comma that ends it."""
    lowers = sentence.lowers
    while end > start and (lowers[end - 1] in (",", ":") or lowers[end - 1] in DASHES):
        end -= 1
    while start < end and (lowers[start] in _JOINING or lowers[start] in DASHES):
        start += 1
    start = _past_dateline(sentence, start, end)
    if end - start > 2 and lowers[end - 1] == RUN and lowers[end - 2] == ":":
        # "Lund was angry: “We go,” she said."
        start = end - 1
    return (start, end) if end > start else None


def _past_dateline(sentence: Blanked, start: int, end: int) -> int:
    """Past the place and agency before the first words of a report: "OSLO (Reuters) - "."""
    lowers = sentence.lowers
    for at in range(start + 2, min(end - 2, start + _LONGEST_DATELINE)):
        if lowers[at] == ")" and lowers[at + 1] in DASHES and lowers[at - 2] == "(":
            return at + 2 if sentence.words[start].isupper() else start
    return start


def is_quoted(sentence: Blanked, start: int, end: int) -> bool:
    """Whether words in marks are among the tokens, and not only titles that other words name."""
    runs = [at for at in range(start, end) if sentence.lowers[at] == RUN]
    alone = all(not is_word(lower) or lower == RUN for lower in sentence.lowers[start:end])
    return any(alone or not is_title(sentence, at) for at in runs)


def takes_infinitive(sentence: Blanked, cue: Cue) -> bool:
    """Whether "to" and a verb follow, and these are what the verb reports: "vowed to stay"."""
    lowers, words = sentence.lowers, sentence.words
    at = cue.at + 1
    if "any" in cue.verb.frames or lowers[at : at + 1] != ["to"] or at + 1 >= len(lowers):
        return False
    after = lowers[at + 1]
    noun = opens_noun_phrase(after) or names_person(after) or word_class(after) == "pronoun"
    return words[at + 1][0].islower() and not noun


def is_description(sentence: Blanked, content: Range) -> bool:
    """Whether tokens hold neither marks nor a verb: ", a baker from Oslo" after who speaks."""
    lowers = sentence.lowers[slice(*content)]
    if RUN in lowers:
        return False
    finite = any(tag in FINITE for tag in sentence.tags[slice(*content)])
    return not _has_verb(lowers, 0, len(lowers)) or (opens_noun_phrase(lowers[0]) and not finite)


def is_clause(sentence: Blanked, content: Range) -> bool:
    """Whether tokens without marks hold a main clause, and not only its scene."""
    lowers = sentence.lowers
    start, end = content
    first = True
    while start < end:
        comma = next((at for at in range(start, end) if lowers[at] == ","), end)
        finite = not FINITE.isdisjoint(sentence.tags[start:comma]) or RUN in lowers[start:comma]
        long = first or (comma - start >= _SHORTEST and finite) or _has_verb(lowers, start, comma)
        if long and not _sets_scene(lowers, start, comma):
            return True
        start, first = comma + 1, False
    return False


def _sets_scene(lowers: list[str], start: int, end: int) -> bool:
    """Whether the words between two commas say only when, where or how: "After it sank"."""
    first = lowers[start] if start < end else ""
    if first in _LEADING and end - start > 1:
        start, first = start + 1, lowers[start + 1]
    if first in _SUBORDINATE or end - start <= 2:
        return True
    scene = (
        word_class(first) in ("preposition", "conjunction")
        or is_adverb(first)
        or is_time_word(first)
        or first.endswith(("ing", "ed"))
    )
    return scene and not _has_verb(lowers, start + 1, end)


def _has_verb(lowers: list[str], start: int, end: int) -> bool:
    """Whether one of the tokens is a finite verb, as far as its form shows."""
    return any(
        is_auxiliary(lower) or is_contraction(lower) or is_past(lower)
        for lower in lowers[start:end]
    )


def tail_end(sentence: Blanked, at: int) -> int | None:
    """Where the attributing clause ends, if only a day or an occasion follows the verb."""
    lowers = sentence.lowers
    count = len(lowers)
    if at < count and lowers[at] in _HOW:
        at += 1
    if lowers[at : at + 1] == ["for"] and lowers[at + 3 : at + 4] == ["time"]:
        # "he said for the first time"
        at += 4
    for after in range(at, min(count, at + 25)):
        lower = lowers[after]
        if lower in _ENDING or lower == "," or lower in DASHES:
            return after
        if lower in (":", RUN, "that"):
            return after if after > at and lowers[after - 1] in entries("adjunct_words") else None
        if after == at and lower not in entries("adjunct_words") and not is_time_word(lower):
            return None
    return count if count - at < 25 else None
