"""Triggers: the words of a sentence that name something that happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from armreader.extraction.events.inflection import noun_reading, verb_reading
from armreader.extraction.events.parted_phrases import parted_phrase
from armreader.language import groups
from armreader.language.event_classes import Kind, event_words
from armreader.records import Span

TOKEN = re.compile(r"\d+(?:,\d{3})+|[^\W_]+(?:[-'’.&/][^\W_]+)*|[^\w\s]")
_LIGHT_REACH = 5
"""How many words after a light verb its object may be (``made the largest contract offer``)."""


class Token(NamedTuple):
    """A word or mark of a sentence; ``low`` is the word in lower case, without a genitive."""

    start: int
    end: int
    text: str
    low: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def genitive(self) -> bool:
        return self.text.endswith(("'s", "’s", "s'", "s’"))

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum()


class Trigger(NamedTuple):
    """A word or phrase that names an event; ``first`` is the place of its first token."""

    span: Span
    first: int
    lemma: str
    """The lemma or the phrase as the tables list it; for a noun, its singular."""
    kind: Kind
    tag: str
    """``VB VBZ VBD VBN VBDN VBG`` for a verb form, ``NN`` for a noun."""


def tokens_of(text: str, sentence: Span) -> list[Token]:
    """The words and marks of a stretch of text."""
    found = []
    for match in TOKEN.finditer(text, *sentence):
        word = match.group()
        low = word.lower()
        if low.endswith(("'s", "’s")):
            low = low[:-2]
        found.append(Token(*match.span(), word, low))
    return found


@cache
def context(part: str) -> frozenset[str]:
    """A group of the table ``events_context``."""
    return frozenset(groups("events_context")[part])


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether a line writes most of its longer words with a capital, as headlines do."""
    longer = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    capitals = sum(token.text[0].isupper() for token in longer)
    return len(longer) > 2 and capitals >= 0.75 * len(longer)


def find_triggers(tokens: Sequence[Token]) -> list[Trigger]:
    """The triggers of a sentence in order; none overlaps another."""
    headline = is_headline(tokens)
    found: list[Trigger] = []
    at = 0
    while at < len(tokens):
        if not _may_name_event(tokens[at].low):
            at += 1
            continue
        trigger, width = _trigger_at(tokens, at, headline)
        if trigger:
            found.append(trigger)
        at += width
    return found


def _trigger_at(tokens: Sequence[Token], at: int, headline: bool) -> tuple[Trigger | None, int]:
    """The trigger that starts at a token that may name an event, and how many tokens it covers."""
    token = tokens[at]
    phrase = _phrase(tokens, at, noun=True)
    if token.low in context("never") and not phrase:
        return None, 1
    name = _is_name(tokens, at, headline)
    if phrase:
        entry, width = phrase
        if not name or width > 1:
            return _trigger(tokens, at, width, entry, "NN"), width
    reading = verb_reading(token.low)
    if reading and not name and _is_verb_here(tokens, at, reading[1], headline):
        lemma, tag = reading
        phrase = _phrase(tokens, at, noun=False, lemma=lemma)
        if phrase:
            entry, width = phrase
            return _trigger(tokens, at, width, entry, tag), width
        lemma = parted_phrase(tokens, at, lemma) or lemma
        if lemma in event_words().verbs or not lemma or " " in lemma:
            return _verb(tokens, at, lemma or token.low, tag), 1
    noun = noun_reading(token.low)
    if noun and (not name or _is_event_name(tokens, at, noun)) and not _describes(tokens, at):
        return _trigger(tokens, at, 1, noun, "NN"), 1
    return None, 1


@lru_cache(maxsize=50_000)
def _may_name_event(low: str) -> bool:
    """Whether a word can be read as an event, or begins a phrase that can."""
    if not low[0].isalpha():
        return False
    return bool(noun_reading(low) or verb_reading(low) or low in event_words().noun_phrases)


def _trigger(tokens: Sequence[Token], at: int, width: int, lemma: str, tag: str) -> Trigger:
    kind = event_words().verbs.get(lemma.partition(" ")[0], "event") if tag != "NN" else "event"
    kind = "event" if kind in ("light", "state") else kind
    last = tokens[at + width - 1]
    end = last.end - (2 if last.text.lower() != last.low and last.genitive else 0)
    return Trigger(Span(tokens[at].start, end), at, lemma, kind, tag)


def _verb(tokens: Sequence[Token], at: int, lemma: str, tag: str) -> Trigger | None:
    """A single verb; states and auxiliaries are not events."""
    kind = event_words().verbs.get(lemma, "event")
    if kind == "state" or (lemma in ("do", "have", "get") and _helps_a_verb(tokens, at)):
        return None
    if lemma == "have":
        return None
    return Trigger(tokens[at].span, at, lemma, kind, tag)


def _helps_a_verb(tokens: Sequence[Token], at: int) -> bool:
    for token in tokens[at + 1 : at + 4]:
        reading = verb_reading(token.low)
        if reading and token.low not in context("determiner"):
            return True
        if not (token.low in context("adverb") or token.low.endswith("ly")):
            return False
    return False


def _phrase(
    tokens: Sequence[Token], at: int, *, noun: bool, lemma: str = ""
) -> tuple[str, int] | None:
    """The longest listed phrase from a token on, and how many tokens it covers.

    A word for the extent may be within one of a verb: "took full control".
    """
    words = event_words()
    after = at + 1
    if not noun and tokens[after : after + 1] and tokens[after].low in context("extent"):
        after += 1
    table = words.noun_phrases if noun else words.verb_phrases
    low = tokens[at].low
    firsts = (low, noun_reading(low) or low) if noun else (lemma,)
    for first in dict.fromkeys(firsts):
        for rest, entry in table.get(first, ()):
            following = [token.low for token in tokens[after : after + len(rest)]]
            if len(following) < len(rest):
                continue
            if noun:
                last = noun_reading(following[-1]) or following[-1]
                following[-1] = rest[-1] if last == rest[-1] or last == rest[-1] + "s" else last
                following[-1] = rest[-1] if following[-1].rstrip("s") == rest[-1] else following[-1]
            if tuple(following) == rest:
                return entry, after - at + len(rest)
    return None


def _is_name(tokens: Sequence[Token], at: int, headline: bool) -> bool:
    """Whether a token is written as a name: a capital inside a sentence that is not a headline."""
    token = tokens[at]
    if headline or not token.text[0].isupper():
        return False
    if token.text.isupper() and noun_reading(token.low):
        return False
    if at == 0 or tokens[at - 1].low in ".:;!?\"“‘•'`—–-(":
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return following[:1].isupper() and not verb_reading(token.low)
    return True


def _is_event_name(tokens: Sequence[Token], at: int, noun: str) -> bool:
    """Whether a noun with a capital ends the name of an event (``the Velvet Revolution``)."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.text[0].isupper() and not following.genitive:
        return False
    names = event_words().classes.get(noun, ())
    return any(
        name.startswith(("award.", "sport.compete", "war.", "disaster.", "politics.elect"))
        for name in names
    )


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun only describes the noun after it (``a fire station``)."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.text[0].islower() or tokens[at].genitive:
        return False
    if any(after.low in context(part) for part in ("determiner", "preposition", "adverb")):
        return False
    if after.low in context("auxiliary") or after.low in context("subordinator"):
        return False
    return not (
        after.low in context("verbal")
        or after.low.endswith(("ly", "ed", "ing"))
        or verb_reading(after.low)
        or noun_reading(after.low)
    )


def _is_verb_here(tokens: Sequence[Token], at: int, tag: str, headline: bool) -> bool:
    """Whether the words around a form that could be a noun or adjective make it a verb."""
    before = _word_before(tokens, at)
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    low = tokens[at].low
    if tag == "VB":
        if before in context("verbal") and before not in ("and", "that", "which"):
            return True
        if _follows_modal(tokens, at):
            return True
        if noun_reading(low):
            return False
        opens = after in context("determiner") or after in context("preposition")
        plural = before.endswith("s") and not before.endswith("ss")
        if headline:
            return plural and before not in context("determiner")
        free = opens or (after in context("subordinator") or not after[:1].isalnum())
        return (
            (plural or before in ("and", "police", "people"))
            and free
            and (before not in context("determiner"))
        )
    if tag == "VBZ":
        if before in context("determiner") or before in context("preposition"):
            return False
        if not before:
            opens = after in context("determiner") or after in context("preposition")
            return at > 0 and opens and not noun_reading(low)
        if tokens[at - 1].genitive or tokens[at - 1].low.isdigit():
            return False
        return not noun_reading(low) or headline or after in context("determiner")
    if tag == "VBG":
        return before not in context("determiner") or not _describes(tokens, at)  # "a drilling rig"
    return _participle_counts(tokens, at)


def _follows_modal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a modal is a few words before, with no verb between (``may de facto leave``)."""
    for token in reversed(tokens[max(0, at - 4) : at]):
        if token.low in context("modal"):
            return True
        if not token.is_word or token.low in context("preposition") or verb_reading(token.low):
            return False
    return False


def _participle_counts(tokens: Sequence[Token], at: int) -> bool:
    """A past tense or participle that does not only describe a noun (``the estimated cost``)."""
    if at == 0 or at + 1 >= len(tokens):
        return True
    before, after = tokens[at - 1], tokens[at + 1]
    described = before.low in context("determiner") or before.genitive
    free = (
        not after.is_word
        or after.low in context("preposition")
        or after.low in context("determiner")
        or after.low in ("and", "or", "to", "that")
    )
    known = verb_reading(tokens[at].low)
    if known and not known[0]:
        helped = _word_before(tokens, at) in context("auxiliary") or free
        return helped and not described
    return not described or free


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """The word before, skipping adverbs and negations; empty at the start or after a mark."""
    for token in reversed(tokens[max(0, at - 4) : at]):
        if not token.is_word:
            return ""
        if not (token.low in context("adverb") or token.low.endswith("ly")):
            return token.low
    return ""
