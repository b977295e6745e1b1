"""What auxiliaries say of a verb form: could not, would have, is to be held."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.inflection import is_irregular_past, lemma
from armreader.extraction.times.scanner import Item
from armreader.extraction.times.setting import context
from armreader.language import entries, groups

_DENIED_REACH = 10
_MODAL_REACH = 6
"""How far before a participle its modal may be: "would still be held"."""


@cache
def tense_words(heading: str) -> frozenset[str]:
    """The words that ``language/en/times_tense.txt`` lists under a heading."""
    return frozenset(groups("times_tense")[heading])


def modal_before(items: Sequence[Item], at: int) -> int | None:
    """The place of the modal, or of the bare "be", that makes a participle speak of the future."""
    be = None
    for place in range(at - 1, max(at - 1 - _MODAL_REACH, -1), -1):
        word = items[place].lower
        if word in tense_words("modal") and items[place].word[0].islower():
            return None if could_not(items, place) or would_have(items, place) else place
        be = place if word == "be" else be
        if word == "to" and be is not None:
            return None if _is_reported_by(items, place) else be
        if word not in tense_words("auxiliary") and not word.endswith("ly"):
            break
    return be


def _is_reported_by(items: Sequence[Item], to: int) -> bool:
    """Whether the verb before "to be" says that it is so: found to be closed, had to be closed."""
    if to and (items[to - 1].lower == "had" or _is_one_of("apparent", items[to - 1])):
        return True
    return any(_is_one_of("brought-about", one) for one in items[max(0, to - _MODAL_REACH) : to])


def _is_one_of(heading: str, item: Item) -> bool:
    return lemma(item.lower, "VBD") in tense_words(heading)


def could_not(items: Sequence[Item], could: int) -> bool:
    """Whether nobody was able to: could not be reached, neither could be found."""
    if items[could].lower != "could":
        return items[could].lower == "couldn't"
    around = items[max(0, could - _DENIED_REACH) : could + 2]
    return any(one.lower in tense_words("denied") for one in around)


def would_have(items: Sequence[Item], modal: int) -> bool:
    """Whether a modal is about what did not happen or may have: would have met, might've met."""
    after = [one.lower for one in items[modal + 1 : modal + 4] if one.lower not in ("not", "also")]
    if items[modal].lower not in tense_words("unreal") or after[:1] not in (["have"], ["'ve"]):
        return False
    return any(lemma(word, "VBN") != word for word in after[1:2])


def is_now(items: Sequence[Item], at: int) -> bool:
    """Whether a participle has "is" or "are": what is held, is held now or is yet to come."""
    return _before_participle(items, at) in tense_words("now")


def _before_participle(items: Sequence[Item], at: int) -> str:
    """The word before a participle and its adverb."""
    before = items[at - 1].lower if at else ""
    if at > 1 and (before.endswith("ly") or before in tense_words("auxiliary")):
        return items[at - 2].lower
    return before


def is_attribute(items: Sequence[Item], at: int) -> bool:
    """Whether a participle comes before its noun: on a still unspecified date."""
    return _before_participle(items, at) in context("determiner")


def is_past_form(item: Item) -> bool:
    regular = len(item.lower) > 3 and item.lower.endswith("ed")
    return item.word[0].islower() and (regular or is_irregular_past(item.lower))


def is_infinitive(items: Sequence[Item], at: int) -> bool:
    """Whether a form that is its own past is an infinitive: hopes to put, did not hit."""
    if at < 1 or items[at].lower not in entries("grammar/verbs"):
        return False
    before = items[at - 2] if at > 1 and items[at - 1].lower.endswith("ly") else items[at - 1]
    return before.lower == "to" or before.lower in tense_words("modal")
