"""Lemmas: the base of a form that is written regularly."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar.inflection import lemma
from armreader.language import rows

FORMS = [
    ("resumed", "VBD", "resume"),
    ("colliding", "VBG", "collide"),
    ("rammed", "VBD", "ram"),
    ("presides", "VBZ", "preside"),
    ("refusing", "VBG", "refuse"),
    ("planned", "VBN", "plan"),
    ("barricaded", "VBD", "barricade"),
    ("bathing", "VBG", "bathe"),
    ("strode", "VBD", "stride"),
    ("strewn", "VBN", "strew"),
    ("panicked", "VBD", "panic"),
]


@pytest.mark.parametrize(("form", "tag", "base"), FORMS)
def test_a_form_has_its_base(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag) == base


def test_every_regular_verb_of_an_event_is_found_by_its_past() -> None:
    irregular = {base for base, *_ in rows("events_irregular")}
    named = {word for _, part, word in rows("events_classes") if part == "verb"}
    ending = {verb for verb in named - irregular if verb.endswith("e") and " " not in verb}
    wrong = {verb: found for verb in ending if (found := lemma(f"{verb}d", "VBD")) != verb}
    assert wrong == {}
    assert len(ending) > 200
