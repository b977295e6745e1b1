"""Which way the clause looks: its tense, for days that do not show it themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from armreader.extraction.grammar.inflection import is_irregular_past, lemma
from armreader.extraction.times.context import context
from armreader.extraction.times.scanner import Item
from armreader.language import entries, groups
from armreader.records import Span, TimeDirection

_REACH = 14
"""How many tokens before and after the expression are checked, so that the cost stays linear."""
_HAD_REACH = 4
_DENIED_REACH = 10
_HAPPENING_REACH = 3
_MODAL_REACH = 6
"""How far before a participle its modal may be: "would still be held"."""


def direction(items: Sequence[Item], first: int, end: int) -> tuple[TimeDirection, Span | None]:
    """Past or future by the nearest cue of the clause, and the words that show it."""
    happening = _happening(items, first, end)
    if happening is not None:
        return "over", _span(items[happening])
    possessive = end < len(items) and items[end].lower == "'s"
    led_to, at = _led_to(items, first, possessive)
    if possessive:
        # In "Wednesday's ruling" the verb of the clause is not about the day.
        return (led_to, _span(items[at])) if led_to == "toward" else ("", None)
    if led_to:
        return led_to, _span(items[at])
    sure, at = _beside(items, first)
    if sure:
        return sure, _span(items[at])
    before = range(first - 1, max(first - 1 - _REACH, -1), -1)
    after = range(end, min(end + _REACH, len(items)))
    if _is_between_subject_and_verb(items, first, end):
        return "past", _span(items[end])
    for toward, at in _cues_of_clause(items, before, before=True):
        modal = _modal_before(items, at) if toward == "past" else None
        return ("future", _span(items[modal])) if modal is not None else (toward, _span(items[at]))
    for toward, at in _cues_of_clause(items, after, before=False):
        if toward == "past" and _opens(items, first, end) and not _says(items[at]):
            return "over", _span(items[at])
        return toward, _span(items[at])
    return "", None


def _led_to(items: Sequence[Item], first: int, possessive: bool) -> tuple[TimeDirection, int]:
    """What a preposition says of the day beside it: until Friday, ahead of Friday's vote."""
    at = first - 2 if first > 1 and items[first - 1].lower == "the" else first - 1
    if at < 1:
        return "", at
    word = items[at].lower
    if word in _words("up-to"):
        return "future", at
    led_up = f"{items[at - 1].lower} {word}" in _words("toward")
    return ("toward" if led_up or (possessive and word == "before") else ""), at


def _is_between_subject_and_verb(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether the verb comes right after the day: the council on Friday gave its word."""
    if first < 1 or end + 1 >= len(items) or not _is_past_form(items[end]):
        return False
    planned = any(one.lower in _words("plan") for one in items[max(0, first - 2) : first])
    return items[end + 1].lower != "by" and not planned


def _happening(items: Sequence[Item], first: int, end: int) -> int | None:
    """Where what nobody plans has the day beside it: the May 3 crash, the crash on May 3."""
    for at in range(end, min(end + _HAPPENING_REACH, len(items))):
        if _happens(items[at]):
            return at
        word = items[at].lower
        if not word.strip("'").isalpha() or word in _words("stop") | context("determiner"):
            break
    at = first - 2
    if at < 1 or items[first - 1].lower not in ("on", "of", "in") or not _happens(items[at]):
        return None
    return at if items[at - 1].lower not in ("a", "an", "another", "any") else None


def _happens(item: Item) -> bool:
    return item.word[0].islower() and lemma(item.lower, "NNS") in _words("happening")


def _opens(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether an expression opens a sentence for the clause after it: "In May, the dam burst"."""
    alone = end < len(items) and items[end].lower == ","
    return alone and (first == 0 or items[first - 1].word in ("In", "On"))


def _says(item: Item) -> bool:
    """Whether a cue is a verb of saying, whose content may be to come."""
    return lemma(item.lower, "VBD") in entries("saying_verbs")


def _beside(items: Sequence[Item], first: int) -> tuple[TimeDirection, int]:
    """What the verb right before the day says with certainty: began on July 1, expires June 30."""
    at = first - 1
    if at > 0 and items[at].lower in ("on", "in"):
        at -= 1
    if at < 1 or not items[at].word[0].islower():
        return "", at
    word = items[at].lower
    if word in _words("coming"):
        return "coming", at
    if word in ("is", "are") and items[at - 1].lower not in _words("no-schedule"):
        # "The vote is Tuesday."
        return "future", at
    if at > 1 and f"{items[at - 1].lower} {word}" in _words("coming"):
        return "coming", at
    over = _cues().get(word) == "past" or _is_past_form(items[at])
    over = over and not _is_now(items, at)
    before = items[max(0, at - _MODAL_REACH) : at]
    if not over or word in _words("plan") or any(one.lower in _not_over() for one in before):
        return "", at
    return "over", at


@cache
def _not_over() -> frozenset[str]:
    """Words before a verb form that keep it from meaning the past."""
    return _words("modal") | _words("plan") | {"to", "be", "if", "not", "never", "n't"}


def _span(item: Item) -> Span:
    return Span(item.start, item.end)


def _cues_of_clause(
    items: Sequence[Item], places: Iterable[int], *, before: bool
) -> Iterable[tuple[TimeDirection, int]]:
    """The cues at the places given, as far as the clause goes."""
    cues, stops = _cues(), _words("stop")
    for at in places:
        word = items[at].lower
        if word in stops or (before and _opens_content(items, at)):
            return
        if at and items[at].word[0].isupper():
            # May is a month or a name here.
            continue
        found = cues.get(f"{items[at - 1].lower} {word}") if at else None
        found = found or cues.get(word)
        if found == "future" and (_would_have(items, at) or _could_not(items, at)):
            found = "past"
        if word in _words("arranged") and not found:
            had = any(one.lower == "had" for one in items[max(0, at - _HAD_REACH) : at])
            found = "past" if had or not before else "future"
        if found:
            yield found, at
        elif _is_past_form(items[at]) and not _is_attribute(items, at) and not _is_now(items, at):
            yield "past", at


def _opens_content(items: Sequence[Item], at: int) -> bool:
    """Whether what is said begins here: said that, say Friday's vote could."""
    return items[at].lower == "that" and at > 0 and _says(items[at - 1])


def _modal_before(items: Sequence[Item], at: int) -> int | None:
    """The place of the modal that makes a participle speak of the future."""
    for place in range(at - 1, max(at - 1 - _MODAL_REACH, -1), -1):
        word = items[place].lower
        if word in _words("modal") and items[place].word[0].islower():
            return None if _could_not(items, place) or _would_have(items, place) else place
        if word not in _words("auxiliary") and not word.endswith("ly"):
            return None
    return None


def _could_not(items: Sequence[Item], could: int) -> bool:
    """Whether nobody was able to: could not be reached, neither could be found."""
    around = items[max(0, could - _DENIED_REACH) : could + 2]
    return items[could].lower == "could" and any(one.lower in _words("denied") for one in around)


def _would_have(items: Sequence[Item], modal: int) -> bool:
    """Whether a modal is about what did not happen or may have: would have met, might've met."""
    after = [one.lower for one in items[modal + 1 : modal + 4] if one.lower not in ("not", "also")]
    if items[modal].lower not in _words("unreal") or after[:1] not in (["have"], ["'ve"]):
        return False
    return any(lemma(word, "VBN") != word for word in after[1:2])


def _is_now(items: Sequence[Item], at: int) -> bool:
    """Whether a participle has "is" or "are": what is held, is held now or is yet to come."""
    return _before_participle(items, at) in _words("now")


def _before_participle(items: Sequence[Item], at: int) -> str:
    """The word before a participle and its adverb."""
    before = items[at - 1].lower if at else ""
    if at > 1 and (before.endswith("ly") or before in _words("auxiliary")):
        return items[at - 2].lower
    return before


def _is_attribute(items: Sequence[Item], at: int) -> bool:
    """Whether a participle comes before its noun: on a still unspecified date."""
    return _before_participle(items, at) in context("determiner")


def _is_past_form(item: Item) -> bool:
    regular = len(item.lower) > 3 and item.lower.endswith("ed")
    return item.word[0].islower() and (regular or is_irregular_past(item.lower))


@cache
def _cues() -> dict[str, TimeDirection]:
    past: dict[str, TimeDirection] = dict.fromkeys(_words("past"), "past")
    toward: dict[str, TimeDirection] = dict.fromkeys(_words("toward"), "toward")
    return past | toward | dict.fromkeys(_words("future"), "future")


@cache
def _words(heading: str) -> frozenset[str]:
    return frozenset(groups("times_tense")[heading])
