"""Asides: ages, places, offices and days between a subject and its verb."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import EARLIER
from armreader.extraction.quotes.grammar import (
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_nounlike,
    is_time_word,
    opens_noun_phrase,
    word_class,
)

LONGEST_ASIDE = 40
_MOST_ASIDES = 3
_LONGEST_TOWN = 3
_PERIODS = frozenset(("week", "month", "year", "morning", "afternoon", "evening", "night"))


def before_day(lowers: list[str], at: int) -> int:
    """The token before "just this month" or "late on Thursday night": a day is not a subject."""
    while at >= 2 and (is_time_word(lowers[at]) or lowers[at] in _PERIODS):
        at -= 2 if lowers[at - 1] in ("on", "in", "this", "last") else 1
        while at > 0 and (is_adverb(lowers[at]) or lowers[at] in EARLIER):
            at -= 1
    return at


def before_asides(sentence: Blanked, comma: int) -> int:
    """The comma after the name, of "Ann Lund, 63, of Oslo, Norway, said" or "Lund, a cook, who"."""
    for _ in range(_MOST_ASIDES):
        start = _opened_by(sentence, comma) or _before_town(sentence, comma)
        if start is None:
            break
        comma = start
    return comma


def _before_town(sentence: Blanked, comma: int) -> int | None:
    """The comma before the town of a place: of "Norsk Havn, Marlow, Ohio, said" the first."""
    words = sentence.words
    at = next((at for at in range(comma - 1, 0, -1) if sentence.lowers[at] == ","), 0)
    town = all(word[0].isupper() for word in words[at + 1 : comma])
    state = len(words) > comma + 1 and words[comma + 1][0].isupper()
    named = at > 0 and words[at - 1][0].isupper() and 0 < comma - at - 1 <= _LONGEST_TOWN
    return at if named and town and state and _leads_clause(sentence, at) else None


def _opened_by(sentence: Blanked, comma: int) -> int | None:
    """The comma that opens a short aside right before another: an age, a place, an office."""
    lowers, words = sentence.lowers, sentence.words
    for at in range(comma - 1, max(0, comma - LONGEST_ASIDE), -1):
        if lowers[at] == RUN or word_class(lowers[at]) in ("auxiliary", "pronoun"):
            return None
        if lowers[at] != ",":
            continue
        first = lowers[at + 1]
        named = words[at - 1][0].isupper() and not is_time_word(lowers[at - 1])
        if not named and not lowers[at - 1].isdigit() and lowers[at - 1] != ".":
            return None
        if first.isdigit() or first in ("of", "from"):
            return at
        leads = opens_noun_phrase(first) and _leads_clause(sentence, at)
        return at if leads else None
    return None


def _leads_clause(sentence: Blanked, end: int) -> bool:
    """Whether a name that ends before a token opens the sentence, or follows a run or comma."""
    at = end
    while at and (sentence.words[at - 1][0].isupper() or sentence.lowers[at - 1] == "."):
        at -= 1
    return (at == 0 or sentence.lowers[at - 1] in (RUN, ",")) and end - at < 6


def aside_start(sentence: Blanked, closing: int) -> int | None:
    """The mark that opens the aside which the mark at ``closing`` ends, or None."""
    lowers = sentence.lowers
    mark = "(" if lowers[closing] == ")" else lowers[closing]
    for at in range(closing - 1, max(-1, closing - LONGEST_ASIDE), -1):
        if lowers[at] == RUN and sentence.runs[at].end - sentence.runs[at].start > 60:
            return None
        if lowers[at] == mark:
            return at if at and is_nounlike(lowers[at - 1]) and _opens_aside(sentence, at) else None
    return None


def _opens_aside(sentence: Blanked, comma: int) -> bool:
    """Whether what follows a comma describes the noun before it, and is not a clause of its own."""
    after = sentence.lowers[comma + 1]
    if after in ("who", "which", "whose", "whom", "where", "a", "an", "the", "one", "and", "now"):
        return True
    clause = after in SUBJECT_PRONOUNS or is_auxiliary(after)
    return not clause and after not in ("that", "but", "because")


def named_in_commas(sentence: Blanked, comma: int, closing: int) -> tuple[int, int] | None:
    """The name between two commas after a scene: "After a talk in Oslo, Gov. Ada Lund, said"."""
    lowers, tags = sentence.lowers, sentence.tags
    scene = word_class(lowers[0]) == "preposition" or is_time_word(lowers[0])
    if not scene or not FINITE.isdisjoint(tags[:comma]) or RUN in lowers[:comma]:
        return None
    end = closing
    if lowers[end - 1] == ")":
        end = next((at for at in range(end - 1, comma, -1) if lowers[at] == "("), end)
    named = sentence.ends[end - 1] in sentence.named and end - comma > 2
    capital = all(word[0].isupper() or word == "." for word in sentence.words[comma + 1 : end])
    small = sentence.words[comma - 1][0].islower()
    return (comma + 1, end) if named and capital and small else None
