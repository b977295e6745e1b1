"""Inflection: from a word form and its Penn tag to the lemma, for any word."""

from __future__ import annotations

from functools import cache, lru_cache

from armreader.language import entries, rows
from armreader.language.event_classes import irregular_forms

_VOWELS = "aeiou"
_CLITICS = {"n't": "not", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "ca": "can",
            "wo": "will", "sha": "shall", "ai": "be"}  # fmt: skip


@lru_cache(maxsize=50_000)
def lemma(lower: str, tag: str) -> str:
    """The lemma of a form in lower case: ``lemma("refusing", "VBG") == "refuse"``.

    Forms that the rules of spelling get wrong are in ``language/en/grammar/irregular.txt``.
    """
    group = tag[:2]
    found = _irregular().get((lower, group))
    if found is not None:
        return found
    if group == "VB":
        if tag in ("VBD", "VBN") and lower.endswith("ed") and len(lower) > 3:
            if lower.endswith("eed") and len(lower) > 4:
                return lower[:-1]
            return _base(lower[:-2], lower.endswith("ied"))
        if tag == "VBG" and lower.endswith("ing") and len(lower) > 4:
            return _base(lower[:-3], False)
        if tag == "VBZ" and lower.endswith("s"):
            return _without_s(lower)
        return _CLITICS.get(lower, lower)
    if tag in ("NNS", "NNPS") and lower.endswith("s") and len(lower) > 2:
        return _without_s(lower)
    if tag in ("MD", "RB"):
        return _CLITICS.get(lower, lower)
    return lower


def is_irregular_past(lower: str) -> bool:
    """Whether a form is the past of an irregular verb: "sank"."""
    return lower in _irregular_pasts()


def irregular_tags(lower: str) -> str:
    """The tags of a past or participle of an irregular verb, "VBD/VBN"; else, or if its base has
    the same form, empty.
    """
    base, tag = irregular_forms().get(lower, (lower, ""))
    return "" if base == lower else "VBD/VBN" if tag == "VBDN" else tag


@cache
def _irregular_pasts() -> frozenset[str]:
    return frozenset(
        form
        for base, past, _ in rows("events_irregular")
        for form in past.split(", ")
        if form != base
    )


@cache
def _irregular() -> dict[tuple[str, str], str]:
    forms = {(form, tag): base for form, tag, base in rows("grammar/irregular")}
    for base, past, participles in rows("events_irregular"):
        forms.update(((form, "VB"), base) for form in f"{past}, {participles}".split(", "))
    return forms


def _without_s(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return lower[:-2]
    if lower.endswith(("ss", "us", "is")):
        return lower
    return lower[:-1]


def is_verb(lower: str) -> bool:
    """Whether a word is the base form of a listed verb."""
    return lower in entries("grammar/verbs")


@cache
def _bases() -> frozenset[str]:
    """The verbs of the grammar and those that name events."""
    named = {word for _, kind, word in rows("events_classes") if kind == "verb"}
    return entries("grammar/verbs") | named


def _base(stem: str, from_y: bool) -> str:
    """The base of a regular verb from what comes before -ed or -ing."""
    verbs = _bases()
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    for base in (stem + "e", stem, stem[:-1] if doubled else stem):
        if base in verbs:
            return base
    if from_y and stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsfzeo":
        return stem[:-1]
    vowels = sum(letter in _VOWELS for letter in stem)
    if not vowels:
        return stem
    if stem.endswith(("v", "z", "c", "u", "dg", "rg", "rs", "ns", "iev", "ls", "ps")):
        return stem + "e"
    if stem.endswith(("at", "iz", "ut")) and vowels > 1 and stem[-3:-2] not in ("e", "o"):
        return stem + "e"
    if stem[-1] == "s" and stem[-2:] != "ss":
        return stem + "e"
    if stem[-1] in "gr" and len(stem) > 2 and stem[-2] in "aiu" and stem[-3] not in _VOWELS:
        return stem + "e"
    short = vowels == 1 and stem[-1] not in "wxyh" + _VOWELS and stem[-2] in _VOWELS
    if short and (len(stem) < 3 or stem[-3] not in _VOWELS):
        return stem + "e"
    if stem.endswith(("bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl")):
        return stem + "e"
    return stem
