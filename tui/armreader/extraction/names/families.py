"""Families: who of one surname is called how, and "Ines and Karl Falk", who share one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from armreader.extraction.names.gazetteer import is_given_name
from armreader.extraction.names.mentions import Mention
from armreader.extraction.names.name_kinds import surname_of
from armreader.language import entries
from armreader.records import Gender

_KIN = re.compile(
    r"\b(?:parents|brothers|sisters|siblings|twins|couple|spouses|cousins|newlyweds)\b"
)
"""Words beside two given names that show that they are of one family."""
_REACH = 30
"""Letters before and after the two names in which such a word counts."""
_OFTEN = 2
"""How often a given name is alone at least, and how many times as often as that the surname may be,
where the article calls somebody by it."""


_HARDLY = 3
"""How many times as often as the surname alone its form of address comes where it is the rule."""


class FamilyNames(NamedTuple):
    """How an article calls the people of one surname where it leaves the rest of a name out."""

    couples: frozenset[str]
    """The surnames that it has after a title for a man and after one for a woman."""
    addressed: Counter[tuple[str, Gender]]
    """How often a surname is alone after a form of address, by the gender that it shows."""
    alone: Counter[str]
    """How often each word is all there is of a name."""
    full: Counter[tuple[str, str]]
    """How often somebody is named in full, by given name and surname."""

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> FamilyNames:
        """Those of the mentions of an article."""
        single = [m for m in mentions if len(m.words) == 1]
        men, women = (
            {surname_of(m.words) for m in single if m.gender == gender}
            for gender in ("male", "female")
        )
        addressed = Counter((surname_of(m.words), m.gender) for m in single if m.address)
        alone = Counter(m.words[0].lower() for m in single)
        full = Counter((m.words[0].lower(), surname_of(m.words)) for m in mentions)
        return cls(frozenset(men & women), addressed, alone, full)

    def may_be_plain(self, words: Sequence[str], gender: Gender) -> bool:
        """Whether somebody may be meant by the surname alone.

        Where one is "Miss Lund", "Lund" is the other; where a child is "Ada", her father is. Not
        where she is so styled only now and then, nor where hardly anybody is ever "Lund": a
        headline leaves the "Mrs." out.
        """
        first, surname = words[0].lower(), surname_of(words)
        given = self.alone[first]
        called = given >= max(_OFTEN, self.full[first, surname])
        called = called and self.alone[surname] <= _OFTEN * given
        styled = self.addressed[surname, gender]  # once in a quotation is no style
        single = self.alone[surname]
        plain = single - sum(n for (one, _), n in self.addressed.items() if one == surname)
        return not called and (_OFTEN * styled < max(single, 1) or styled >= _HARDLY * plain > 0)


def share_surnames(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, in the order of the text, with the surname that a given name leaves out.

    "Brandt and Ada Falk" are no family: the first of the two must be named with that surname
    elsewhere, be called a relative, or be a given name in the table that nobody here has as a
    surname and that does not stand alone anywhere else.
    """
    pairs = [
        at
        for at, (one, other) in enumerate(pairwise(mentions))
        if len(one.words) == 1
        and len(other.words) > 1
        and other.kind in (None, "person")
        and not (one.role or one.address)
        and text[one.span.end : other.span.start] == " and "
    ]
    if not pairs:
        return list(mentions)
    full = {(m.words[0], m.words[-1]) for m in mentions if len(m.words) > 1}
    surnames = {last for _, last in full}
    alone = Counter(m.words[0] for m in mentions if len(m.words) == 1)
    found = list(mentions)
    for at in pairs:
        one, other = mentions[at], mentions[at + 1]
        word = one.words[0]
        known = (word, other.words[-1]) in full
        named = is_given_name(word.lower()) and is_given_name(other.words[0].lower())
        if not known and word in surnames:
            continue
        if known or _are_kin(text, one, other) or (named and alone[word] == 1):
            found[at] = one._replace(words=(word, *_surname(other.words)), kind="person")
            found[at + 1] = other._replace(kind="person")
    return found


def _are_kin(text: str, one: Mention, other: Mention) -> bool:
    before = text[max(0, one.span.start - _REACH) : one.span.start].rpartition(".")[2]
    after = text[other.span.end : other.span.end + _REACH].partition(".")[0]
    return _KIN.search(before) is not None or _KIN.search(after) is not None


def _surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """The last word of a name with the particles before it: "de Souza"."""
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in entries("name_particles"):
        first -= 1
    return words[first:]
