"""The deed of a clause: the lemmas and phrases that name what was done, to compare it by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from armreader.extraction.grammar import Clause, SentenceGrammar
from armreader.extraction.propositions.nominal import INSIDE, happenings
from armreader.extraction.propositions.words import words
from armreader.language.event_classes import classes_of, event_words, family
from armreader.records import PropositionForm

_REACH = 6
"""How many words after a verb, or after its object, the rest of a phrase may end."""
_BETWEEN = frozenset(("DT", "PRP$", "JJ", "CD", "RB"))
"""Tags of what may be within a phrase: "took full control", "filed two separate lawsuits"."""
_ARTICLES = frozenset(("a", "an", "the"))
_FORCES = frozenset(("disaster", "fire"))
"""Families of classes of what strikes without anybody's doing."""


def deed_lemmas(grammar: SentenceGrammar, clause: Clause, form: PropositionForm) -> tuple[str, ...]:
    """The verbs of a clause, "begin, refuse, attend", and the listed phrases that they are part of,
    "take into custody"; in a statement, also those of its content.
    """
    chains = [(clause, grammar.chain(clause.index))]
    if form == "statement":
        chains += [
            (grammar.clauses[at], grammar.chain(at))
            for at in clause.complements
            if grammar.clauses[at].verb is not None and grammar.clauses[at].kind == "complement"
        ][:1]
    found = dict.fromkeys(grammar.lemmas[at] for _, chain in chains for at in chain)
    for one, chain in chains:
        found.update(dict.fromkeys(_phrases(grammar, one, chain)))
    if form == "event":
        found.update(dict.fromkeys(_named(grammar, clause)))
    return tuple(found) or (clause.verb.lemma if clause.verb else "",)


def names_deed(grammar: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb and what follows are a listed phrase: "came into force", "made landfall"."""
    return clause.verb is not None and any(_phrases(grammar, clause, [clause.verb.head]))


def _phrases(grammar: SentenceGrammar, clause: Clause, chain: Sequence[int]) -> Iterator[str]:
    """The longest listed phrase of each verb, also around its object: "put him on trial"."""
    for at in chain:
        listed = _verb_phrases().get(grammar.lemmas[at])
        if listed is None:
            continue
        after = _words_after(grammar, at + 1)
        beyond = clause.objects[0].head + 1 if clause.objects else len(grammar.tags)
        around = _words_after(grammar, beyond)
        for wanted, phrase in listed:
            # "took him in", but not "took him in May"
            parted = len(wanted) > 1 or grammar.tags[beyond : beyond + 1] == ["RP"]
            if (
                after[: len(wanted)] == wanted
                or (parted and around[: len(wanted)] == wanted)
                or any(_is_called(grammar, start, wanted) for start in {at + 1, beyond})
            ):
                yield phrase
                break


def _is_called(grammar: SentenceGrammar, start: int, wanted: list[str]) -> bool:
    """Whether an adjective is the rest of a phrase: "was found | guilty", "found Lee | guilty"."""
    return grammar.tags[start : start + 1] == ["JJ"] and [grammar.lemmas[start]] == wanted


@cache
def _verb_phrases() -> dict[str, list[tuple[list[str], str]]]:
    """By its verb, the rest of each listed phrase without articles, and the phrase."""
    return {
        verb: [([word for word in rest if word not in _ARTICLES], one) for rest, one in listed]
        for verb, listed in event_words().verb_phrases.items()
    }


def _words_after(grammar: SentenceGrammar, start: int) -> list[str]:
    """The next lemmas from a token on, without what may be within a phrase."""
    end = min(start + _REACH, len(grammar.tags))
    after = zip(grammar.lemmas[start:end], grammar.tags[start:end], strict=True)
    return [lemma for lemma, tag in after if tag not in _BETWEEN]


def _named(grammar: SentenceGrammar, clause: Clause) -> list[str]:
    """Other words that name an event: "held a strike", "the blast occurred", "left three dead"."""
    assert clause.verb is not None
    light = clause.verb.lemma in words("light")
    named = [one.head for one in clause.objects if light]
    named += [one.head for one in clause.obliques if grammar.lowers[one.first - 1] in INSIDE]
    if clause.subject is not None and _goes_with(clause.verb.lemma, grammar, clause.subject.head):
        named.append(clause.subject.head)
    found = [lemma for at in named if (lemma := grammar.lemma(at)) in happenings()]
    if clause.objects:
        last = clause.objects[0].last
        became = grammar.lowers[last - 1 : last + 1]
        found += [low for low in became if low in words("outcome") and "not" not in became]
    return found


def _goes_with(verb: str, grammar: SentenceGrammar, subject: int) -> bool:
    """Whether a verb says only that its subject was: "a quake occurred", "hit the port"."""
    if verb in words("empty", "beginning"):
        return True
    return verb in words("striking") and any(
        family(name) in _FORCES or name == "crime.explode"
        for name in classes_of(grammar.lemma(subject))
    )
