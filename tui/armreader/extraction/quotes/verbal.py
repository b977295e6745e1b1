"""Verbal: whether a form that may be a noun is a verb, by the words around it."""

from __future__ import annotations

from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import names_person
from armreader.extraction.quotes.grammar import (
    SUBJECT_PRONOUNS,
    is_auxiliary,
    is_contraction,
    is_nounlike,
    is_past,
    word_class,
)
from armreader.extraction.quotes.verbs import Form, Verb

PLURAL = frozenset(("they", "we", "i", "you", "who", "people", "police", "many", "some", "others"))
_NOUN_TAGS = frozenset(("DT", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "PRP", "PRP$", "POS"))


def reports_that(sentence: Blanked, at: int, group: int, verb: Verb, form: Form) -> bool:
    """Whether "that" follows what looks like a noun: "Experts caution that", "…, claims that"."""
    before = group - 1
    opened = sentence.lowers[at + 1 : at + 2] == ["that"] and before >= 0
    if not opened or "clause" not in verb.frames:
        return False
    if form == "present":
        return sentence.lowers[before] == ","
    return form == "base" and sentence.tags[before] == "NNS"


def governs_clause(sentence: Blanked, at: int, before: str) -> bool:
    """Whether a base form is a verb with a clause: "The two admit that", "firms that warn it"."""
    lowers, tag = sentence.lowers, sentence.tags[at]
    after = lowers[at + 1] if at + 1 < len(lowers) else ""
    opened = after in ("that", "there") or after in SUBJECT_PRONOUNS or is_contraction(after)
    if not opened or tag not in ("VBP", "VB"):
        return False
    return before == "," or (tag == "VBP" and (before in ("that", "which") or is_nounlike(before)))


def attributes_run(sentence: Blanked, group: int) -> bool:
    """Whether only a noun phrase is between words in marks and a verb: ``"…," the two write``."""
    at = group - 1
    if at < 0 or sentence.tags[at] in ("DT", "PRP$", "JJ", "POS"):
        return False
    while at > 0 and (sentence.tags[at] in _NOUN_TAGS or sentence.tags[at] == "IN"):
        at -= 1
    if at == group - 1 or at < 0 or at not in sentence.runs or sentence.tags[at + 1] == "IN":
        return False
    return sentence.text[sentence.runs[at].inner_end - 1] in ",?!"


def opens_relative(sentence: Blanked, at: int, before: str) -> bool:
    """Whether "that" and its verb follow a noun of this form: "six states that were there"."""
    lowers = sentence.lowers
    verb = lowers[at + 2] if lowers[at + 1 : at + 2] == ["that"] and at + 2 < len(lowers) else ""
    if not (verb and (is_auxiliary(verb) or is_past(verb)) and before):
        return False
    small = sentence.words[max(at - 1, 0)][0].islower()
    return small and before not in SUBJECT_PRONOUNS and not names_person(before)


def is_noun(sentence: Blanked, at: int, group: int, verb: Verb, form: Form) -> bool:
    """Whether a form that may be a noun is one: "the swing states", "state officials", "a call"."""
    lowers, words = sentence.lowers, sentence.words
    before = lowers[group - 1] if group else ""
    if before in SUBJECT_PRONOUNS or before in ("which", "that") or group < at:
        return False
    after = lowers[at + 1] if at + 1 < len(lowers) else "."
    if after in ("that", RUN, ":") or word_class(after) in ("determiner", "possessive", "pronoun"):
        return False
    if form == "base":
        return before not in PLURAL and not names_person(before)
    small = words[group - 1][:1].islower()
    named = before[:1].isalpha() and not small
    if small and names_person(before):
        return False
    if named and not is_nounlike(lowers[group - 1]):
        return True
    follows = after in verb.frames or after in (",", ".") or after == "to"
    follows = follows or lowers[at + 1 : at + 3] == ["not", "to"]
    if named:
        return not (follows or (after[:1].isalpha() and words[at + 1][0].isupper()))
    opened = group > 1 and word_class(lowers[group - 2]) in ("determiner", "possessive")
    aside = after == "," and lowers[max(0, group - 3)] in (",", RUN)
    opened = opened or sentence.section == "title"
    return not (opened and (aside or after in verb.frames))
