"""Noun phrases and verb groups: the runs of tokens that the tags give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.syntax import Tense, VerbGroup
from armreader.language import entries
from armreader.records.spans import Span

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "GW", "ADD", "FW"))
_DESCRIBING = frozenset(("JJ", "JJR", "JJS", "CD", "$", "#", "AFX", "SYM"))
_OPENING = frozenset(("DT", "PDT", "PRP$", "WP$", "WDT"))
PHRASE_STARTS = NOUNS | frozenset(
    ("DT", "PDT", "PRP$", "WP$", "PRP", "EX", "JJ", "JJR", "JJS", "CD", "$", "#", "AFX")
)
"""Tags that a noun phrase may begin with."""
_PARTICIPLES = frozenset(("VBN", "VBG"))
_ADVERBS = frozenset(("RB", "RBR", "RBS"))
_INSIDE = NOUNS | _DESCRIBING
VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_AUXILIARIES = frozenset(("be", "have", "do", "get"))
COPULAS = frozenset(
    ("be", "become", "seem", "remain", "appear", "feel", "look", "stay", "sound", "prove")
)
_MODALS = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall"}


# One pass over the tags with all its cases inline: the hottest loop of the grammar, in which
# calls would cost more than the cases.
def noun_phrase_end(tags: Sequence[str], words: Sequence[str], first: int) -> tuple[int, int]:  # noqa: C901, PLR0915
    """Where the noun phrase that begins at a token ends, and its head; (first, -1) if there is
    none."""
    tag = tags[first]
    if tag in ("PRP", "EX"):
        return first + 1, first
    count = len(tags)
    at = first
    head = other = -1
    opened = False
    while at < count:
        tag = tags[at]
        if tag in NOUNS:
            head = at
        elif tag in _DESCRIBING:
            if head >= 0 and tag != "CD" and not _noun_follows(tags, at):
                break
            if other < 0 or tag != "CD":
                other = at
        elif tag in _OPENING:
            if at > first and not (tags[at - 1] in ("PDT", "DT") and head < 0 and other < 0):
                break
            opened = True
            if other < 0 or at == first:
                other = at
        elif tag == "POS":
            if head < 0 and other < 0:
                break
            if not _noun_follows(tags, at):
                break
            head = -1
            opened = True
        elif tag in _PARTICIPLES:
            if head >= 0 or not (opened or at == first) or not _noun_follows(tags, at):
                break
            if at == first and not (tags[at + 1] in NOUNS and at > 0 and tags[at - 1] == "IN"):
                break
        elif tag in _ADVERBS:
            after = at + 1
            while after < count and tags[after] in _ADVERBS:
                after += 1  # "the city's more than 300 clerks"
            if head >= 0 or after >= count or not (opened or at == first):
                break
            if tags[after] not in ("JJ", "CD", "JJR", "VBN") or not (
                tags[after] == "CD" or _noun_follows(tags, after)
            ):
                break
            at = after - 1
        elif tag == "HYPH":
            if at == first or at + 1 >= count:
                break
            if tags[at + 1] in NOUNS:
                head = at + 1
            elif tags[at + 1] not in _DESCRIBING and not _noun_follows(tags, at + 1):
                break
            at += 1
        elif tag == "CC" or words[at] == ",":
            # "old and new houses", "a long, slow decline": only before a noun that ends both
            if head >= 0 or at == first or at + 2 >= count or tags[at - 1] not in ("JJ", "JJR"):
                break
            if tags[at + 1] != "JJ" or not _noun_follows(tags, at + 1):
                break
        elif tag in ("``", "''"):
            if at == first or at + 1 >= count or head >= 0:
                break
            if tags[at + 1] not in _INSIDE:
                break
        else:
            break
        at += 1
    while at > first and tags[at - 1] in ("``", "CC", "HYPH"):
        at -= 1
    if at == first:
        return first, -1
    if head >= 0:
        return at, head
    if "$" in tags[first:at]:
        return at, first + tags[first:at].index("$")
    return (at, other) if other >= 0 else (first, -1)


def _noun_follows(tags: Sequence[str], at: int) -> bool:
    """Whether a noun follows a token with only adjectives and the like between."""
    for after in range(at + 1, min(at + 6, len(tags))):
        tag = tags[after]
        if tag in NOUNS:
            return True
        if tag not in _DESCRIBING and tag not in ("VBN", "VBG", "HYPH", "RB", "CC", ",", "``"):
            return False
    return False


def verb_group_end(tags: Sequence[str], lowers: Sequence[str], first: int) -> tuple[int, int]:
    """Where the verb group that begins at a token ends, and its main verb."""
    count = len(tags)
    at = first
    head = -1
    if tags[at] == "TO":
        at += 1
    while at < count:
        tag = tags[at]
        if tag == "MD" or tag in VERBS:
            if head >= 0 and not _goes_on(tags, lowers, head, at):
                break
            head = at
            at += 1
        elif tag in _ADVERBS or (tag == "CC" and lowers[at] == "not"):
            ahead = at + 1
            while ahead < count and tags[ahead] in _ADVERBS and ahead < at + 4:
                ahead += 1
            if ahead >= count or tags[ahead] not in VERBS:
                # "did not": the negation belongs to the group, whatever comes
                if (
                    lowers[at] in ("n't", "not")
                    and head == at - 1
                    and not denies_next(tags, lowers, at)
                ):
                    at += 1
                break
            if head >= 0 and not _goes_on(tags, lowers, head, ahead):
                if lowers[at] in ("n't", "not"):
                    at += 1
                break
            at = ahead
        else:
            break
    return at, head


def denies_next(tags: Sequence[str], lowers: Sequence[str], at: int) -> bool:
    """Whether a "not" belongs to the infinitive after a full verb: "was told | not to go"."""
    return lowers[at + 1 : at + 2] == ["to"] and tags[at - 1] in ("VBN", "VBG")


def _goes_on(tags: Sequence[str], lowers: Sequence[str], head: int, at: int) -> bool:
    """Whether the verb at a token can follow the auxiliary before it in one group."""
    before, tag = tags[head], tags[at]
    if before == "MD":
        return tag == "VB"
    base = lemma(lowers[head], before)
    if base == "do":
        return tag == "VB"
    if base == "have":
        return tag in ("VBN", "VBD")
    if base == "be":
        return tag in ("VBN", "VBG", "VBD")
    return base == "get" and tag == "VBN"


def verb_group(
    tags: Sequence[str],
    lowers: Sequence[str],
    places: tuple[Sequence[int], Sequence[int]],
    run: tuple[int, int, int],
    more: int | None = None,
) -> VerbGroup:
    """The record of a run of auxiliaries and a main verb.

    ``places`` are the tokens' starts and ends; ``more`` is a main verb that is apart from its
    auxiliaries, as in a question: "did he go".
    """
    first, last, head = run
    main = head if more is None else more
    modal = ""
    perfect = progressive = passive = False
    negation = None
    tense: Tense = "none"
    finite = False
    chain = []
    for at in range(first, last):
        tag = tags[at]
        if tag in VERBS:
            if at != main:
                chain.append((lemma(lowers[at], tag), tag))
            if tag in ("VBD", "VBP", "VBZ") and not finite and tense == "none":
                finite = True
                tense = "past" if tag == "VBD" else "present"
        elif tag == "MD":
            modal = _MODALS.get(lowers[at], lowers[at])
            finite = True
            tense = "future" if modal in ("will", "shall") else "present"
        elif negation is None and lowers[at] in entries("grammar/negations"):
            negation = at
    base = lemma(lowers[main], tags[main])
    for name, _ in chain:
        if name == "have":
            perfect = True
    if chain and tags[main] in ("VBN", "VBD") and chain[-1][0] in ("be", "get"):
        passive = True
    elif chain and tags[main] == "VBG" and chain[-1][0] == "be":
        progressive = True
    if not chain and not modal and tags[main] == "VBN":
        passive = True
    return VerbGroup(
        first, last, main, Span(places[0][first], places[1][max(last - 1, main)]), base, tense,
        perfect, progressive, passive, modal, negation, None, finite,
        not passive and base in COPULAS,
    )  # fmt: skip


@cache
def time_nouns() -> frozenset[str]:
    """The heads of phrases that say when: "Tuesday", "week", "morning"."""
    return entries("grammar/time_nouns")
