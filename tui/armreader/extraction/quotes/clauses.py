"""Clauses: the verb that ends a noun phrase, where only its form and its neighbours show it."""

from __future__ import annotations

from armreader.extraction.names.gazetteer import is_title
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.grammar import (
    SUBJECT_PRONOUNS,
    is_auxiliary,
    is_finite_past,
    is_nounlike,
    is_past,
    opens_noun_phrase,
    word_class,
)
from armreader.language import entries

_AFTER_PRESENT = frozenset(("to", "that", "it", "he", "she", "they", "him", "them", "us"))

_AGENTS = (
    "er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ee", "ees", "ant", "ants", "man",
    "men", "woman", "women",
)  # fmt: skip
"""Endings of nouns for those who do or belong to something: "organizer", "councilwoman"."""
EARLIER = frozenset(("earlier", "early", "late"))
_NO_NOUNS = frozenset(("'s", "'", "one", "%"))


def is_verb_of_noun(sentence: Blanked, at: int) -> bool:
    """Whether a word is the verb or participle of the noun before it: "the pilot needed".

    A participle that comes before a noun only describes it ("the Oslo trained doctor").
    """
    lowers, words = sentence.lowers, sentence.words
    if at < 1 or not words[at][0].islower() or word_class(lowers[at]):
        return False
    if lowers[at - 1] in _NO_NOUNS:
        return False
    if lowers[at - 1] in SUBJECT_PRONOUNS:
        return True
    if not (is_nounlike(lowers[at - 1]) or words[at - 1][0].isupper()):
        return False
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    if is_past(lowers[at]):
        described = word_class(following) == "" and following not in EARLIER
        described = described and is_nounlike(following) and words[at + 1][0].islower()
        actor = words[at - 1][0].isupper() or names_person(lowers[at - 1])
        return actor or is_finite_past(lowers[at]) or not described
    return _is_present_of_name(sentence, at, following)


def _is_present_of_name(sentence: Blanked, at: int, following: str) -> bool:
    """Whether a word in -s is the verb of the name before it: "Berg plans to"."""
    lower = sentence.lowers[at]
    if not sentence.words[at - 1][0].isupper() or names_speaker(sentence, at):
        return False
    acts = following in _AFTER_PRESENT or opens_noun_phrase(following) or following.endswith("ing")
    return acts and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s"))


def follows_that(sentence: Blanked, start: int) -> bool:
    """Whether words come after "that", or "that" and a comma: "said that, in Oslo, it was late"."""
    before = sentence.lowers[max(0, start - 2) : start]
    return before[-1:] == ["that"] or before == ["that", ","]


def ends_name(sentence: Blanked, at: int) -> bool:
    """Whether a name ends at a token, which is no adverb whatever its letters: "Ada Kelly"."""
    return sentence.ends[at] in sentence.named and sentence.words[at][0].isupper()


def verb_group_start(sentence: Blanked, at: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin: "could be" before "heard"."""
    lowers = sentence.lowers
    while at > 0 and (is_auxiliary(lowers[at - 1]) or word_class(lowers[at - 1]) == "adverb"):
        at -= 1
    return at


def names_speaker(sentence: Blanked, at: int) -> bool:
    """Whether a noun is for people, bodies or writings that speak."""
    lower = sentence.lowers[at]
    return names_person(lower) or lower in entries("organisations") or lower in entries("documents")


def names_person(lower: str) -> bool:
    """Whether a noun, in lower case, is for a person or for people."""
    return is_title(lower) or is_title(lower.removesuffix("s")) or lower in entries("people_words")


def is_agent(lower: str) -> bool:
    """Whether the ending of a noun means that it is for a person: "organizer"."""
    agent = len(lower) > 3 and lower.endswith(_AGENTS)
    return agent and entries("agentless_nouns").isdisjoint((lower, lower.removesuffix("s")))
