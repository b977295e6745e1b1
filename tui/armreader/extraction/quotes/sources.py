"""Sources: what a sentence reports "according to" somebody."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.around import ASIDE_VERBS
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.fronted import left_content
from armreader.extraction.quotes.grammar import opens_noun_phrase
from armreader.extraction.quotes.phrases import Range, phrase_after
from armreader.extraction.quotes.relatives import without_description
from armreader.extraction.quotes.verbs import verb_forms

_ENDING = frozenset((".", "!", "?", ";", "…"))
_SIGNS = (["according", "to"], ["in", "the", "words", "of"])
_FIRSTS = frozenset(("according", "in", "as"))
_SHORT_SUBJECT = 5
"""Tokens before ", according to …," that are not a full clause yet and go on after it."""


def find_source(sentence: Blanked) -> tuple[Range, Range, tuple[Range, ...]] | None:
    """The tokens of "according to", of its source, and of what is said according to it."""
    lowers = sentence.lowers
    if _FIRSTS.isdisjoint(lowers):
        return None
    for at in range(len(lowers) - 2):
        if lowers[at] not in _FIRSTS:
            continue
        length = next((len(words) for words in _SIGNS if lowers[at : at + len(words)] == words), 0)
        if _is_reported_by(lowers, at):
            length = 3
        if length:
            source = phrase_after(sentence, at + length)
            if source and sentence.tags[source[0] : source[1]] == ["DT"]:
                source = None  # "according to the The pier is old": the source is lost
            contents = _sourced(sentence, at, source[1]) if source else []
            if source and contents:
                # "according to a person close to the port"
                who = without_description(sentence, source)
                return (at, at + length), who, tuple(contents)
    return None


def _is_reported_by(lowers: list[str], at: int) -> bool:
    """Whether "as reported by" or the like is at a token."""
    entry = verb_forms().get(lowers[at + 1]) if lowers[at] == "as" else None
    if entry is None or lowers[at + 2] != "by":
        return False
    return entry[0].lemma in ASIDE_VERBS and entry[1] in ("past", "participle")


def _sourced(sentence: Blanked, start: int, end: int) -> list[Range]:
    """What comes before "according to" and its source, or after it where that comes first."""
    lowers = sentence.lowers
    left = left_content(sentence, 0, start)
    verb = _awaited_verb(sentence, left, end) if left else None
    if left and verb is not None:
        return [left, (verb, _without_stop(sentence))]
    if left is not None and left[1] - left[0] > _SHORT_SUBJECT:
        return [left]
    after = end
    if end < len(lowers) and lowers[end] not in (",", ":") and not opens_noun_phrase(lowers[end]):
        while after < len(lowers) and lowers[after] != ",":
            after += 1
    after += lowers[after : after + 1] == [":"]
    right = left_content(sentence, after, _without_stop(sentence))
    if right and lowers[right[0]] == RUN and _ends_in_comma(sentence, right[0]):
        # "According to Lund, “it is late,” which …"
        right = right[0], right[0] + 1
    return [part for part in (left, right) if part is not None]


def _awaited_verb(sentence: Blanked, left: Range, end: int) -> int | None:
    """The verb that words before "according to" wait for: ", a cook, was a letter"."""
    if any(tag in FINITE for tag in sentence.tags[slice(*left)]) or RUN in sentence.lowers[:end]:
        return None
    for at in range(end, len(sentence)):
        if sentence.tags[at] in FINITE:
            return at if sentence.lowers[at - 1] == "," else None
    return None


def _ends_in_comma(sentence: Blanked, at: int) -> bool:
    return sentence.text[sentence.runs[at].inner_end - 1] == ","


def _without_stop(sentence: Blanked) -> int:
    end = len(sentence)
    while end and sentence.lowers[end - 1] in _ENDING:
        end -= 1
    return end
