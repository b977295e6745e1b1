"""Small grammar: what a word can be, from the closed classes and the word's ending."""

from __future__ import annotations

from functools import cache

from armreader.extraction.grammar.inflection import is_irregular_past
from armreader.language import entries, mapping, rows

_NOT_ADVERBS = frozenset(
    ("reply", "rely", "apply", "supply", "imply", "comply", "family", "ally", "july", "italy")
)
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "got", "get", "gets"))
_CONTRACTED = ("'s", "'re", "'ve", "'d", "'ll", "'m")
DASHES = frozenset(("—", "–", "―", "--", "-"))
SUBJECT_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "who"))


def word_class(lower: str) -> str:
    """The closed class of a word, or "" for an open one."""
    return mapping("function_words").get(lower, "")


def is_adverb(lower: str) -> bool:
    if word_class(lower) == "adverb":
        return True
    return lower.endswith("ly") and len(lower) > 4 and lower not in _NOT_ADVERBS


def is_auxiliary(lower: str) -> bool:
    return word_class(lower) == "auxiliary"


def is_be(lower: str) -> bool:
    """Whether a word is a form of "be" or "get", including contractions with a pronoun."""
    return lower in _BE or (
        lower.endswith(("n't", "'re", "'m")) and lower[:2] in ("wa", "is", "ar")
    )


def is_contraction(lower: str) -> bool:
    """Whether a word is a pronoun and an auxiliary in one: "he's", "they've"."""
    head, mark, _ = lower.partition("'")
    return bool(mark) and head in SUBJECT_PRONOUNS and lower.endswith(_CONTRACTED)


def is_word(lower: str) -> bool:
    """Whether a token is letters or figures, not a mark and not a run."""
    return lower[:1].isalnum()


def is_nounlike(lower: str) -> bool:
    """Whether a word may end a noun phrase: a pronoun, or an open word but no adverb."""
    if not is_word(lower) and lower not in ("'s", "%"):
        return False
    return word_class(lower) in ("", "pronoun") and not is_adverb(lower)


def is_past(lower: str) -> bool:
    """Whether a word is the past of a verb, as far as its form shows."""
    return (lower.endswith("ed") and len(lower) > 4) or is_irregular_past(lower)


def is_participle(lower: str) -> bool:
    """Whether a word is a past participle, as far as its form shows."""
    return is_past(lower) or lower in _irregular_participles()


@cache
def _irregular_participles() -> frozenset[str]:
    """The irregular participles that are not also the base of their verb."""
    return frozenset(
        participle
        for base, _, participles in _irregular()
        for participle in participles.split(", ")
        if participle != base
    )


def is_finite_past(lower: str) -> bool:
    """Whether a word is a past tense and not a participle: "took", "went"."""
    return lower in _finite_pasts()


@cache
def _finite_pasts() -> frozenset[str]:
    """The irregular pasts that are neither a base nor a participle."""
    table = [(base, set(past.split(", ")), participle) for base, past, participle in _irregular()]
    others = _irregular_participles() | {base for base, _, _ in table}
    return frozenset(word for _, pasts, _ in table for word in pasts) - others


def _irregular() -> list[tuple[str, str, str]]:
    return [(row[0], row[1], row[2]) for row in rows("events_irregular")]


def is_time_word(lower: str) -> bool:
    """Whether a word is a day, a month or "yesterday", which may follow a verb of saying."""
    return lower in entries("calendar_words") or lower in ("yesterday", "today", "tonight")


def opens_noun_phrase(lower: str) -> bool:
    return word_class(lower) in ("determiner", "possessive")
