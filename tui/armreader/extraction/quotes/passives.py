"""Passives: the question that somebody was asked, and what somebody was told, with who did."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.continuation import is_complete
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.extents import right_content
from armreader.extraction.quotes.phrases import Range, phrase_after
from armreader.extraction.quotes.voices import can_speak

_LONGEST_OCCASION = 12
QUESTION_WORDS = frozenset(("if", "whether", "how", "what", "why", "when", "where", "who", "there"))
"""Words that open what is asked, and "there"."""


def said_in_passive(sentence: Blanked, cue: Cue, limit: int) -> tuple[Range, Range | None] | None:
    """What a passive reports, and who says it, if anybody does; None where it reports nothing."""
    start = cue.at + 1
    speaker = None
    if sentence.lowers[start : start + 1] == ["by"]:
        speaker = phrase_after(sentence, start + 1)
    if cue.verb.lemma == "ask":
        if speaker is None and sentence.lowers[start : start + 1] == ["about"]:
            # "Asked about the pier, she left": only who answers is known.
            return None
        if speaker is None:
            start = _past_occasion(sentence, start)
        content = _asked(sentence, cue, speaker[1] if speaker else start, limit)
        return content and (content, speaker)
    if speaker is None:
        return None
    content = _clause_after(sentence, cue, speaker, limit)
    return content and (content, speaker)


def _past_occasion(sentence: Blanked, start: int) -> int:
    """Past where and when somebody was asked: "Asked in Oslo on Monday whether it was late"."""
    for at in range(start, min(len(sentence), start + _LONGEST_OCCASION)):
        if sentence.lowers[at] in QUESTION_WORDS or sentence.lowers[at] in ("about", RUN):
            return at
        if sentence.lowers[at] == "," or sentence.tags[at] in FINITE:
            break
    return start


def _asked(sentence: Blanked, cue: Cue, start: int, limit: int) -> Range | None:
    """The question of "Asked by Lund whether …"."""
    right = right_content(sentence, start, cue, limit)
    if right is None:
        return None
    first = sentence.lowers[right[0]]
    if first not in QUESTION_WORDS and first not in ("about", RUN):
        return None
    commas = (at for at in range(*right) if sentence.lowers[at] == ",")
    clause = right[0] + (first in QUESTION_WORDS)
    asked = list(commas)
    whole = (at for at in asked if _is_whole(sentence, clause, at))
    return right[0], next(whole, asked[0] if asked else right[1])


def _is_whole(sentence: Blanked, start: int, comma: int) -> bool:
    """Whether a question has its verb before a comma, and is not only about something."""
    said = sentence.lowers[start:comma]
    return not said or RUN in said or said[0] == "about" or is_complete(sentence, start, comma)


def _clause_after(sentence: Blanked, cue: Cue, speaker: Range, limit: int) -> Range | None:
    """The clause of "was told by Lund that the ship sank"."""
    if cue.verb.frames.isdisjoint(("any", "clause", "that")):
        return None
    if sentence.lowers[speaker[1] : speaker[1] + 1] != ["that"]:
        return None
    return (
        right_content(sentence, speaker[1], cue, limit)
        if can_speak(sentence, speaker, says=False)
        else None
    )
