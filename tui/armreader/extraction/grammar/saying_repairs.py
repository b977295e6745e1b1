"""Verbs of saying and what they govern, where the tagger takes a past form for a participle."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.repairs import says
from armreader.extraction.grammar.syntax import FINITE
from armreader.extraction.grammar.verb_repairs import may_be_past, opening_end
from armreader.language import entries

_MOST_PASTS = 3
"""As many participles leave open which is the verb."""
_SUBJECTS = frozenset(("he", "i", "it", "she", "they", "we"))
_HELPING = frozenset(("be", "get", "have"))
_PASSIVE = (["by"], ["to"])
_BETWEEN = 3
"""Adverbs between an auxiliary and its verb."""


def repair_saying(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag "said" as past without an auxiliary, and the verb of "it" after it.

    "One guard said Monday all had left", "says it weighed moving": both are ``VBD``, not ``VBN``.
    Changes the tags in place.
    """
    for at, tag in enumerate(tags):
        if tag != "VBN" or not at:
            continue
        if lowers[at] == "said":
            passive = lowers[at + 1 : at + 2] in _PASSIVE
            if tags[at - 1].startswith("NN") and not passive and not _is_helped(lowers, tags, at):
                tags[at] = "VBD"
        elif lowers[at - 1] in _SUBJECTS and _is_governed(lowers, tags, at - 1):
            tags[at] = "VBD"


def _is_helped(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether an auxiliary comes right before a verb: "is often said", "what is Lee said"."""
    before = range(max(at - _BETWEEN, 0), at)
    return any(lemma(lowers[one], tags[one]) in _HELPING for one in before)


def _is_governed(lowers: Sequence[str], tags: Sequence[str], pronoun: int) -> bool:
    """Whether a pronoun follows a verb of saying, where it must be a subject."""
    said = pronoun - 1
    if said < 0 or tags[said] not in FINITE:
        return False
    return lemma(lowers[said], tags[said]) in entries("grammar/clausal_verbs")


def repair_said_verb(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a participle as past where a verb of saying has no other verb for what is said.

    "Lund said the two yards made losses": ``made`` is ``VBD``, not ``VBN``; in "said the boat built
    there sank", the second. Changes the tags in place.
    """
    said = next((at for at, tag in enumerate(tags) if tag in FINITE), len(tags))
    said += lowers[said : said + 2] in (["has", "said"], ["have", "said"], ["had", "said"])
    if said == len(tags) or not says(lowers[said], tags[said]):
        return
    marked = lowers[said + 1 : said + 2] == ["that"]
    opens = said + 1 + marked
    if tags[opens : opens + 1] == ["IN"] or not (marked or lemma(lowers[said], "VBD") == "say"):
        return
    at = opening_end(tags, opens)
    if at == opens or tags[at : at + 1] != ["VBN"] or "," in lowers[opens:at]:
        return
    stop = next((end for end in range(at, len(tags)) if tags[end] in (",", ":", ".")), at)
    pasts = [one for one in range(at, stop) if tags[one] == "VBN" and may_be_past(lowers[one])]
    if 0 < len(pasts) < _MOST_PASTS and not FINITE & {*tags[at:]}:
        tags[pasts[-1]] = "VBD"
        if tags[pasts[-1] - 1] == "CC" and pasts[-1] - 2 in pasts:
            tags[pasts[-1] - 2] = "VBD"  # "said its pumps collected or burnt off the oil"
