"""Verbs of saying in all their forms, from the table of lemmas."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from armreader.language import rows

Form = Literal["base", "present", "past", "participle", "ing"]


class Verb(NamedTuple):
    """A verb of saying: its lemma, and what may follow it for speech to be reported."""

    lemma: str
    frames: frozenset[str]


@cache
def verb_forms() -> dict[str, tuple[Verb, Form]]:
    """The verb and the form for every form of a verb of saying; a past is also a participle."""
    found: dict[str, tuple[Verb, Form]] = {}
    for lemma, irregular, *frames in rows("saying_verbs"):
        verb = Verb(lemma, frozenset(frames[0].split()) if frames else frozenset())
        third, past, ing = _regular(lemma)
        special = [*irregular.split(","), "", ""]
        past, ing = special[0] or past, special[2] or ing
        found.setdefault(lemma, (verb, "base"))
        found[third] = (verb, "present")
        found[past] = (verb, "past")
        found[ing] = (verb, "ing")
        if special[1]:
            found[special[1]] = (verb, "participle")
    return found


@cache
def control_forms(*, only_open: bool = False) -> frozenset[str]:
    """Every form of the verbs whose object is the subject of an infinitive: "led him to say".

    ``only_open``: of those that leave open whether it does so: "asked him to say".
    """
    found = set()
    for lemma, outcome, *irregular in rows("control_verbs"):
        if only_open and outcome != "open":
            continue
        third, past, ing = _regular(lemma)
        found |= {lemma, third, ing, *(irregular[0].split(",") if irregular else (past,))}
    return frozenset(found)


def _regular(lemma: str) -> tuple[str, str, str]:
    """The third person, the past and the -ing form by the rules of spelling."""
    vowels = "aeiou"
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in vowels:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma.endswith("ie"):
        return third, lemma + "d", lemma[:-2] + "ying"
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith(("ee", "oe")) else lemma[:-1]
        return third, lemma + "d", stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in vowels:
        return third, lemma[:-1] + "ied", lemma + "ing"
    return third, lemma + "ed", lemma + "ing"
