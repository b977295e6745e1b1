"""Governed: what is next to an -ing form and is not its subject, but the object of a verb."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.clauses import names_person
from armreader.extraction.quotes.grammar import SUBJECT_PRONOUNS, is_word, word_class
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.verbs import verb_forms

_ABSOLUTE = frozenset(
    (
        "with",
        "without",
        "between",
        "including",
        "as",
        "by",
        "for",
        "of",
        "alongside",
        "about",
        "despite",
    )
)
"""Words that may govern a phrase that is the subject of an -ing form: "with Lund saying"."""
_SENDING = frozenset(("email", "e-mail", "text", "message", "phone", "call"))
"""Verbs whose object is told something, beside those with a hearer."""


def joins_verb(sentence: Blanked, at: int) -> bool:
    """Whether a verb that shares its subject is at a token: "sold two boats and began talking"."""
    joined = at > 0 and sentence.lowers[at - 1] in ("and", "but", "or", ",")
    return joined and sentence.tags[at] in FINITE and sentence.words[at][0].islower()


def is_object(sentence: Blanked, phrase: Range) -> bool:
    """Whether a phrase is governed by another verb: "a letter" in ``She sent a letter saying``.

    A person may be both: "They saw Lund waving".
    """
    start, end = phrase
    before = sentence.lowers[start - 1] if start else ""
    kind = word_class(before)
    if not is_word(before) or sentence.lowers[start] in SUBJECT_PRONOUNS:
        return False
    if kind == "preposition" or before == "to":
        return before not in _ABSOLUTE
    if kind in ("conjunction", "determiner", "pronoun", "auxiliary"):
        return False
    if before in _sending_forms():
        # "She emailed the crews saying": she does.
        return True
    return sentence.words[end - 1][0].islower() and not names_person(sentence.lowers[end - 1])


@cache
def _sending_forms() -> frozenset[str]:
    """Every form of the verbs whose object is told something: "emailed", "reminded"."""
    return frozenset(
        form
        for form, (verb, _) in verb_forms().items()
        if "hearer" in verb.frames or verb.lemma in _SENDING
    )
