"""Unlisted verbs: after words in marks, any verb with a person next to it attributes them.

``“Why not,” chimed in Ada Falk.`` and ``“It is so,” she deadpanned.`` need no table of verbs.
"""

from __future__ import annotations

from typing import NamedTuple

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.alone import is_title
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.grammar import is_adverb, is_auxiliary, is_past, is_word
from armreader.extraction.quotes.phrases import Range, names_source, phrase_from
from armreader.extraction.quotes.voices import can_speak

_PARTICLES = frozenset(("in", "up", "out", "back", "off", "on", "away", "along"))
_PRONOUNS = frozenset(("he", "she", "they"))
_LONGEST_SUBJECT = 12


class Unlisted(NamedTuple):
    """The tokens of a verb that attributes a run, and of who speaks."""

    cue: Range
    subject: Range


def find_unlisted(sentence: Blanked, run: int) -> Unlisted | None:
    """Who says a run that ends in a comma or a question, by the verb right after it."""
    said = sentence.runs[run]
    if sentence.text[said.inner_end - 1] not in ",?!":
        return None
    opens = run == 0 and not any(
        c.isspace() for c in sentence.text[said.inner_start : said.inner_end]
    )
    if is_title(sentence, run) and not opens:
        # “Sure,” she shot back: one word that opens a sentence is not the title of a work.
        return None
    return _inverted(sentence, run + 1) or _plain(sentence, run + 1)


def _inverted(sentence: Blanked, at: int) -> Unlisted | None:
    """``chimed in Ada Falk``: the verb comes first."""
    if not _is_verb(sentence, at):
        return None
    after = at + 1
    if sentence.lowers[after : after + 1] and sentence.lowers[after] in _PARTICLES:
        after += 1
    phrase = phrase_from(sentence, after)
    if phrase is None or not can_speak(sentence, phrase) or phrase[1] - phrase[0] > 8:
        return None
    rest = sentence.lowers[phrase[1] : phrase[1] + 1]
    closed = not rest or not is_word(rest[0]) or sentence.tags[phrase[1]] in ("IN", "VBG", "RB")
    return Unlisted((at, after), phrase) if closed else None


def _plain(sentence: Blanked, at: int) -> Unlisted | None:
    """``she deadpanned``: who speaks comes first."""
    phrase = phrase_from(sentence, at)
    if phrase is None or phrase[1] - phrase[0] > _LONGEST_SUBJECT:
        return None
    if sentence.lowers[phrase[0]] not in _PRONOUNS and not names_source(sentence, phrase):
        return None
    verb = phrase[1]
    while verb < len(sentence) and is_adverb(sentence.lowers[verb]):
        verb += 1
    return Unlisted((verb, verb + 1), phrase) if _is_verb(sentence, verb) else None


def _is_verb(sentence: Blanked, at: int) -> bool:
    if at >= len(sentence) or not sentence.words[at][0].islower():
        return False
    lower = sentence.lowers[at]
    return not is_auxiliary(lower) and (sentence.tags[at] in FINITE or is_past(lower))
