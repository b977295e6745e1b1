"""Binding: whether a label has in it what its pronouns and other pointing words mean."""

from __future__ import annotations

from collections.abc import Set

from armreader.extraction.grammar import FINITE, SentenceGrammar
from armreader.extraction.names.gazetteer import (
    given_name_gender,
    is_body,
    is_title,
    kin_gender,
    places,
    title_gender,
)
from armreader.extraction.propositions.words import mark, names_one_person, words
from armreader.language import entries
from armreader.records.actor import Gender

_BEFORE_NOUN = frozenset(("DT", "JJ", "NN", "NNP", "POS", "PRP$"))
"""Tags before a "mine" that coal comes from."""
_PERIODS = (["week"], ["month"], ["year"])
"""What a "this" may point to: the date of the row says which."""
_POINTING = frozenset(("this", "these", "those", "such", "latter"))
_DEFINED = (["VBG"], ["VBN"], ["WP"])
"""Tags of what says who "those" are."""
_OBJECTS = frozenset(("it", "him", "her", "them"))
_OWNED = ("NN", "JJ", "CD", "VB", "RB")
_MALE = frozenset(("he", "him", "his"))


def _of_its_verb(grammar: SentenceGrammar, tokens: list[int], pronoun: int) -> bool:
    """Whether a pronoun is the object of the first verb and cannot mean a noun between them.

    It means something outside the label; the subject itself would be "itself": "The guard opened
    it".
    """
    before = [at for at in tokens if at < pronoun]
    after = grammar.tags[pronoun + 1 : pronoun + 2]
    if after and (after[0] in FINITE or after[0].startswith("NN")):
        return False
    verbs = [at for at in before if grammar.tags[at] in FINITE]
    return len(verbs) == 1 and not any(
        grammar.tags[at].startswith("N") for at in before if at > verbs[0]
    )


def _has_several(grammar: SentenceGrammar, tokens: list[int], pronoun: int) -> bool:
    """Whether a label names several before "them": "two men asked Lee to free them"."""
    return any(
        grammar.tags[at] in ("NNS", "NNPS", "CC", "CD") or is_body(grammar.lowers[at])
        for at in tokens
        if at < pronoun
    )


def _points_back(grammar: SentenceGrammar, tokens: list[int], that: int) -> bool:
    """Whether a "that" belongs to a noun: "missed that deadline", "of that day"."""
    after = [grammar.tags[at] for at in tokens if at > that]
    noun = bool(after) and after[0][:2] in ("NN", "JJ")
    if noun and that and grammar.tags[that - 1] == "IN":
        return True
    return noun and grammar.tags[that] in ("DT", "IN") and not FINITE & set(after)


def _has_person(grammar: SentenceGrammar, tokens: list[int], pronoun: int) -> bool:
    """Whether a label names somebody whom a pronoun after it may mean.

    Not "issued a warrant for his arrest", nor "Ms Lee said he was ill"; "Virginia Governor Olaf
    Berg" is no woman.
    """
    other = "female" if grammar.lowers[pronoun] in _MALE else "male"
    fits = excluded = False
    for at in (one for one in tokens if one < pronoun):
        name = grammar.tags[at].startswith("NNP")
        given = not is_title("".join(grammar.lowers[at + 1 : at + 2]).rstrip("."))
        excluded = (excluded and name) or (given and other in _genders(grammar.lowers[at]))
        fits |= not excluded and (_may_be_person(grammar, at) or names_one_person(grammar, at))
    return fits


def _may_be_person(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a token is of a person's name: no place, no body, and no title before the name."""
    tags, low = grammar.tags, grammar.lowers[at]
    if not tags[at].startswith("NNP") or grammar.words[at].isupper() or low in places():
        return False
    if low in entries("grammar/time_nouns"):
        return False
    last = at
    while tags[last + 1 : last + 2] in (["NNP"], ["NNPS"], ["CC"]):
        last += 1
    body = any(is_body(word) for word in grammar.lowers[at : last + 1])
    return not body and not (is_title(low) and tags[at + 1 : at + 2] == ["NNP"])


def _genders(word: str) -> tuple[Gender, ...]:
    """The genders that a title, a given name or a word for a relative has."""
    return title_gender(word), given_name_gender(word), kin_gender(word)


def _is_named_before(grammar: SentenceGrammar, tokens: list[int], at: int) -> bool:
    """Whether a label has the person whom "of him" means, or may have it for another pronoun."""
    of = grammar.lowers[at] != "them" and grammar.tags[at - 1] == "IN"
    return not of or _has_person(grammar, tokens, at)


def is_unbound(
    grammar: SentenceGrammar, tokens: list[int], spoken: bool, named: bool, meant: Set[int]
) -> bool:
    """Whether a word points to somebody or something that the label does not name."""
    inside, heads, replaced = False, int(named), named
    lowers, tags, count = grammar.lowers, grammar.tags, len(grammar)
    speaking, bound = words("speaking"), words("bound")
    for at in tokens:
        low, tag = lowers[at], tags[at]
        if turn := mark(grammar, at):
            inside = turn > 0
        if at in meant:
            named, replaced, heads = True, True, heads + 1
            continue
        if tag.startswith("N"):
            named = True
            heads += at + 1 >= count or not tags[at + 1].startswith("N")
        if (
            low in speaking
            and (tag.startswith("PRP") or tag == "NN")
            and not (low == "mine" and tag == "NN" and at and tags[at - 1] in _BEFORE_NOUN)
            and not (spoken and inside)
        ):
            return True
        if low in bound and tag.startswith("PRP") and not named:
            return True
        owned = (tag == "PRP$" and low in ("his", "her")) or (low in ("he", "she") and not inside)
        if owned and not replaced and not _has_person(grammar, tokens, at):
            return True
        alone = heads < 2 or not (inside or replaced or _is_named_before(grammar, tokens, at))
        if tag == "PRP" and low in ("him", "her", "them") and alone:
            return True
        if tag == "PRP" and low == "them" and not _has_several(grammar, tokens, at):
            return True
        owns = tag == "PRP$" and at + 1 < count and tags[at + 1][:2] in _OWNED
        if low in _OBJECTS and not owns and _of_its_verb(grammar, tokens, at):
            return True
        if low in ("here", "there") and tag == "RB" and not inside:
            return True
        if low == "that" and not inside and _points_back(grammar, tokens, at):
            return True
        if low in _POINTING and tag in ("DT", "JJ", "PDT", "NN"):
            following = lowers[at + 1 : at + 2]
            dated = low == "this" and following in _PERIODS
            defined = low == "those" and tags[at + 1 : at + 2] in _DEFINED
            if not (dated or defined or (low == "such" and following == ["as"])):
                return True  # not "boats such as tugs", "said those leaving were safe"
    return False
