"""The tables of event words, joined: which lemmas and phrases name which classes of events.

Both stage 2 (which finds the words) and stage 3 (which joins what they name) read them here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from armreader.language import entries, rows

Kind = Literal["event", "say", "light", "state"]
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
_TALK = frozenset(("say", "phase", "move"))


@dataclass(frozen=True, slots=True)
class EventWords:
    """The contents of the tables, keyed by lemma; classes are ``family.class``."""

    verbs: Mapping[str, Kind]
    nouns: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    """The classes of a verb, a noun or a phrase, in table order; empty if it has none."""
    verb_phrases: Phrases
    """By the lemma of the verb: the words that follow it, longest first, and the whole phrase."""
    noun_phrases: Phrases
    """The same for noun phrases, by their first word."""
    verb_forms: Mapping[str, tuple[str, str]]
    """Irregular forms: the lemma and ``VBD``, ``VBN`` or ``VBDN``."""


@cache
def event_words() -> EventWords:
    """The tables, read once."""
    verbs: dict[str, Kind] = {}
    nouns: set[str] = set()
    classes: defaultdict[str, list[str]] = defaultdict(list)
    phrases: tuple[defaultdict[str, list[tuple[tuple[str, ...], str]]], ...] = (
        defaultdict(list),
        defaultdict(list),
    )

    def add(entry: str, name: str, noun: bool, kind: Kind) -> None:
        first, *rest = entry.split(" ")
        if name and name not in classes[entry]:
            classes[entry].append(name)
        if rest:
            phrases[noun][first].append((tuple(rest), entry))
        elif noun:
            nouns.add(entry)
        else:
            verbs.setdefault(entry, kind)

    for kind, verb in rows("events_verbs"):
        add(
            verb, "", False, "light" if kind == "light" else "state" if kind == "state" else "event"
        )
    for name, part, entry in rows("events_classes"):
        add(entry, name, part == "noun", "say" if name.startswith("say.") else "event")
    for noun in sorted(entries("events_nouns")):
        add(noun, "", True, "event")
    return EventWords(
        verbs,
        frozenset(nouns),
        {entry: tuple(names) for entry, names in classes.items() if names},
        {first: _longest_first(found) for first, found in phrases[False].items()},
        {first: _longest_first(found) for first, found in phrases[True].items()},
        irregular_forms(),
    )


def classes_of(lemma: str) -> tuple[str, ...]:
    """The classes that a lemma can name; the lemma itself if the tables give none."""
    return event_words().classes.get(lemma) or (lemma,)


def is_talk(name: str) -> bool:
    """Whether a class is of speech, of phases or of movements, which name no event of their own."""
    return family(name) in _TALK


def family(name: str) -> str:
    """The family of a class, ``death`` of ``death.kill``; a lemma without class is its own."""
    return name.partition(".")[0]


def _longest_first(
    found: list[tuple[tuple[str, ...], str]],
) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda one: -len(one[0])))


@cache
def irregular_forms() -> dict[str, tuple[str, str]]:
    """The base of every irregular past or participle, and its tag: "frozen": freeze, ``VBN``."""
    forms: dict[str, tuple[str, str]] = {}
    for base, past, participle in rows("events_irregular"):
        for form in past.split(", "):
            forms[form] = (base, "VBD")
        for form in participle.split(", "):
            forms[form] = (base, "VBDN" if form in forms and forms[form][0] == base else "VBN")
    return forms
