"""From a word in the text to the lemma that the tables list, by spelling rules."""

from __future__ import annotations

from functools import lru_cache

from armreader.language.event_classes import event_words

VOWELS = "aeiou"


@lru_cache(maxsize=50_000)
def verb_reading(word: str) -> tuple[str, str] | None:
    """The lemma of a verb form and its tag (``VB VBZ VBD VBN VBDN VBG``); or None.

    A form in -ed or -ing of a verb that no table lists has the lemma ``""``.
    """
    words = event_words()
    if word in words.verb_forms:
        return words.verb_forms[word]
    if word in words.verbs or word in words.verb_phrases:
        return word, "VB"
    for ending, tag in (("ing", "VBG"), ("ed", "VBDN"), ("s", "VBZ")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            for lemma in _stems(word, ending):
                if lemma in words.verbs or lemma in words.verb_phrases:
                    return lemma, tag
    if word.endswith("ed") and len(word) > 4 and word[-3] not in VOWELS:
        return "", "VBDN"
    return None


@lru_cache(maxsize=50_000)
def noun_reading(word: str) -> str | None:
    """The singular of a noun that names an event; None for any other word."""
    nouns = event_words().nouns
    if word in nouns:
        return word
    for lemma in _stems(word, "s") if word.endswith("s") else ():
        if lemma in nouns:
            return lemma
    return None


def _stems(word: str, ending: str) -> tuple[str, ...]:
    """The base forms that a regular form may come from, the likeliest first."""
    stem = word[: -len(ending)]
    if ending == "s":
        if word.endswith("ies"):
            return word[:-1], word[:-3] + "y"
        if word.endswith("ves"):
            return word[:-1], word[:-3] + "f", word[:-3] + "fe"
        if stem.endswith(("se", "xe", "ze", "che", "she", "oe")):
            return stem, stem[:-1]
        return (stem,)
    if ending == "ing" and stem.endswith("y"):
        return stem, stem[:-1] + "ie"
    if ending == "ed" and stem.endswith("i"):
        return stem[:-1] + "y", stem + "e"
    doubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
    picnic = (stem[:-1],) if stem.endswith("ck") else ()
    return (stem + "e", stem, *doubled, *picnic) if not doubled else (stem, *doubled, stem + "e")
