"""Around: what comes before or on both sides of a clause that attributes it."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.alone import ends_in_title
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.continuation import is_turn, says_next
from armreader.extraction.quotes.cues import Cue, has_run
from armreader.extraction.quotes.extents import right_content
from armreader.extraction.quotes.fronted import (
    is_clause,
    is_description,
    is_quoted,
    left_content,
    tail_end,
    takes_infinitive,
)
from armreader.extraction.quotes.grammar import is_adverb, is_time_word, word_class
from armreader.extraction.quotes.hearers import past_hearer
from armreader.extraction.quotes.limits import opens_main_clause
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.rules import QuoteRule
from armreader.extraction.quotes.verbs import Verb

_DENYING = frozenset(("no", "not", "never", "neither", "nor", "nobody", "nothing", "rather"))
_JOINTS = frozenset(("and", "but", "or"))
_SAY = Verb("say", frozenset(("any",)))
ASIDE_VERBS = frozenset(
    (
        "say", "tell", "report", "note", "observe", "point", "put", "explain", "acknowledge",
        "write", "reveal", "argue", "warn", "remind", "predict", "suggest",
    )
)  # fmt: skip
"""Verbs that, after "as", name who said the words around them: "as the Post reported"."""
_SHORTEST_CLAUSE = 6
"""The fewest tokens before an aside that may be a clause, and not only set the scene."""
_OWNING = frozenset(("'s", "'"))
_LONGEST_OWNER = 4
_LONGEST_OFFICE = 16
_OFFICE_TAGS = frozenset(("IN", "CC", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS"))
_LONGEST_PART = 400
"""The most tokens on one side of an attributing clause; more are not a sentence, and take time."""


def around(
    sentence: Blanked, cue: Cue, floor: int, start: int, end: int, before: str, inverted: bool
) -> tuple[QuoteRule, list[Range]]:
    """What comes before the attributing clause and goes on after it; empty if it is not speech."""
    lowers = sentence.lowers
    count = len(lowers)
    left = left_content(sentence, floor, start)
    heard = past_hearer(sentence, end, count) if "hearer" in cue.verb.frames else end
    tail = _tail_end(sentence, heard, source=inverted and before == ",")
    if left is None and before == "," and lowers[end : end + 1] == [","]:
        # "But, she said, it is late."
        right = right_content(sentence, end + 1, cue, count)
        return "quote-after-verb", [right] if right else []
    if (
        left is None
        or left[1] - left[0] > _LONGEST_PART
        or (tail is None and before != RUN and not inverted)
    ):
        return "quote-after-verb", []
    quoted = is_quoted(sentence, *left)
    if not quoted and before == RUN and ends_in_title(sentence, start - 1):
        # "The song “Let Us Go” blared from the pier."
        return "quote-after-verb", []
    if not quoted and (lowers[left[0]] == "according" or takes_infinitive(sentence, cue)):
        return "quote-after-verb", []
    at = tail if tail is not None else heard if lowers[end : end + 1] == [RUN] else end
    following = lowers[at] if at < count else ""
    if tail is None and not quoted:
        return "quote-after-verb", []
    if following == "," and at + 1 < count:
        first = at + 1
        if quoted:
            first = _past_description(sentence, first, min(count, at + _LONGEST_PART))
        right = right_content(sentence, first, cue, min(count, at + _LONGEST_PART))
        if right is None and not quoted and is_clause(sentence, left):
            right = _after_joint(sentence, at + 1, cue)
        described = inverted and right is not None and is_description(sentence, right)
        if right is not None and not quoted and is_clause(sentence, left):
            described = described or _comments(sentence, right)
        word = left[1] - left[0] == 1 and not quoted
        joined = lowers[at + 1] in _JOINTS and lowers[at + 2 : at + 3] == [RUN]
        turns = is_turn(sentence, at + 1, count) and not (word or joined)
        if not quoted and sentence.tags[at + 1] == "VBG" and is_clause(sentence, left):
            # "It was late, she said, looking at the sea."
            turns = turns or not has_run(sentence, at + 1, count)
        if right and not described and not turns:
            return _two_sides(sentence, left, right, quoted)
    elif following in ("that", RUN, ":") and at == end:
        right = right_content(sentence, at, cue, count)
        if right:
            both = before == RUN and not _only_places(sentence, left)
            return ("quote-around-verb", [left, right]) if both else ("quote-after-verb", [right])
    if not quoted and not (is_clause(sentence, left) or _is_answer(sentence, left, following)):
        return "quote-after-verb", []
    return "quote-before-verb", [left]


def _only_places(sentence: Blanked, left: Range) -> bool:
    """Whether no verb is before the marks: `In a box marked “heart,” Lund wrote “weak.”`"""
    start, end = left
    return end - start > 1 and FINITE.isdisjoint(sentence.tags[start : end - 1])


def _tail_end(sentence: Blanked, at: int, *, source: bool) -> int | None:
    """Where the attributing clause ends, past the office of a source that ends the sentence."""
    tail = tail_end(sentence, at)
    return _past_office(sentence, at) if tail is None and source else tail


def _comments(sentence: Blanked, content: Range) -> bool:
    """Whether words after a whole clause only judge or date it: "…, she said, the port's third loss
    in May", "…, she said, as the crews left".
    """
    start, end = content
    if sentence.lowers[start] == "as":
        return opens_main_clause(sentence, start) and RUN not in sentence.lowers[start:end]
    owned = word_class(sentence.lowers[start]) == "possessive"
    owned = owned or not _OWNING.isdisjoint(sentence.lowers[start : start + _LONGEST_OWNER])
    return (
        owned and FINITE.isdisjoint(sentence.tags[start:end]) and is_description(sentence, content)
    )


def _past_office(sentence: Blanked, start: int) -> int | None:
    """Where the sentence ends after who speaks, if only their office is left: "said Ada Lund of the
    board of pilots and crews."
    """
    tags, lowers = sentence.tags, sentence.lowers
    if start >= len(lowers) or tags[start] not in ("IN", "CC"):
        return None
    for at in range(start, min(len(lowers), start + _LONGEST_OFFICE)):
        if lowers[at] in (".", "!", "?"):
            return at
        if tags[at] not in _OFFICE_TAGS:
            return None
    return None


def _after_joint(sentence: Blanked, joint: int, cue: Cue) -> Range | None:
    """What is said after "and": ``It was late, she said, and the crews were tired.``"""
    if sentence.lowers[joint] not in _JOINTS or joint + 1 >= len(sentence):
        return None
    marked = sentence.lowers[joint + 1] == RUN
    if not marked and not opens_main_clause(sentence, joint):
        return None
    acts = sentence.tags[joint + 1 : joint + 3] == ["PRP", "VBD"]
    if not marked and (acts or says_next(sentence, joint + 1)):
        # "It was late, she said, and she left."
        return None
    right = right_content(sentence, joint + 1, cue, len(sentence))
    return right and (joint, right[1])


def _past_description(sentence: Blanked, start: int, limit: int) -> int:
    """Past who speaks and where: "said Karl Lund, head of the port in Oslo, “but not now”"."""
    for at in range(start, limit - 1):
        if sentence.lowers[at] == "," and sentence.lowers[at + 1] == RUN:
            return at + 1
        if sentence.tags[at] in FINITE or sentence.lowers[at] in (RUN, ";"):
            break
    return start


def around_aside(
    sentence: Blanked, cue: Cue, floor: int, start: int, end: int
) -> tuple[QuoteRule, list[Range]]:
    """What is attributed to somebody with "as": ``As the Post reported, it sank``."""
    lowers = sentence.lowers
    heard = past_hearer(sentence, end, len(lowers)) if "hearer" in cue.verb.frames else end
    heard += lowers[heard : heard + 1] in (["it"], ["out"])
    tail = tail_end(sentence, heard)
    if tail is None:
        return "quote-after-verb", []
    left = left_content(sentence, floor, start - 1)
    complete = left is not None and (is_quoted(sentence, *left) or is_clause(sentence, left))
    if tail + 1 < len(lowers) and lowers[tail] == ",":
        right = right_content(sentence, tail + 1, cue._replace(verb=_SAY), len(lowers))
        goes_on = left is not None and sentence.tags[tail + 1] in FINITE
        if left and right and goes_on:
            return "quote-around-verb", [left, right]
        short = left is None or left[1] - left[0] < _SHORTEST_CLAUSE
        if right and (short or not complete):
            return "quote-after-verb", [right]
    if left and complete and lowers[start - 2] == "," and not _is_denied(lowers[slice(*left)]):
        return "quote-before-verb", [left]
    return "quote-after-verb", []


def _is_denied(lowers: list[str]) -> bool:
    """Whether a clause denies something: of "It is no local affair, as Lund said" he may have said
    either that it is one or that it is not.
    """
    return any(lower in _DENYING or lower.endswith(("n't", "n’t")) for lower in lowers)


def _is_answer(sentence: Blanked, left: Range, following: str) -> bool:
    """Whether one or two words that no clause follows are all that is said: "Sorry, he said."."""
    first = sentence.lowers[left[0]]
    scene = word_class(first) != "" or is_adverb(first) or is_time_word(first)
    return following == "." and left[1] - left[0] <= 2 and not scene


def _two_sides(
    sentence: Blanked, left: Range, right: Range, quoted: bool
) -> tuple[QuoteRule, list[Range]]:
    """``X, she said, Y``: both are said, unless one of them only sets the scene."""
    if quoted == has_run(sentence, *right):
        return "quote-around-verb", [left, right]
    if quoted:
        return "quote-before-verb", [left]
    first = sentence.lowers[left[0]]
    scene = word_class(first) in ("preposition", "conjunction") or is_adverb(first)
    if scene or is_time_word(first) or first.endswith(("ing", "ed")) or left[1] - left[0] <= 2:
        return "quote-after-verb", [right]
    return "quote-around-verb", [left, right]
