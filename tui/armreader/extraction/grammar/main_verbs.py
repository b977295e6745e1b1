"""The main verb of a sentence, and its subject, where the parse takes another word for either."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from armreader.extraction.grammar.phrases import VERBS
from armreader.extraction.grammar.syntax import FINITE, NounPhrase

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
DAYS = frozenset(("yesterday", "today", "tomorrow", "tonight"))
"""Words for days that are seldom a subject."""
_ROOTS = ("N", "CD")
"""How the tag begins of a root that a main verb may be missing above."""
_OPENING = frozenset(("WDT", "WP", "WP$", "WRB"))
"""Tags of words that open a clause with a verb of its own."""
_LOOSE = frozenset(("acl", "advcl", "parataxis", "xcomp", "ccomp", "conj", "obj"))
"""How a main verb hangs under the noun that is taken for the root."""
_GOVERNING = frozenset(("VB", "VBG", "VBN"))
"""Tags of verbs whose object may be taken for the subject of a later verb."""
_NOMINAL = (["NN"], ["NNS"], ["NNP"], ["JJ"], ["DT"], ["CD"])
"""The tag after an "and" that joins nouns."""
_IN_GROUP = frozenset(("MD", "RB", "VBZ", "VBP", "VBD", "VB", "VBN"))
"""Tags inside a group of verbs."""
_IN_PHRASE = frozenset(("DT", "PRP$", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "PRP", "POS"))
_ENDING = frozenset((":", "``", "''", "-LRB-"))
"""Tags of marks past which no main verb is looked for."""


def raise_main_verb(
    lowers: Sequence[str],
    tags: Sequence[str],
    phrases: Sequence[NounPhrase],
    heads: list[int],
    labels: list[str],
) -> None:
    """Let a noun or number that nothing governs be the subject of the main verb after it.

    "A plan using old buses to carry voters | was made", "At least 82 | were hurt", "The bus that
    hit Lee | stopped". Changes the heads and labels in place.
    """
    noun = next((at for at, head in enumerate(heads) if head < 0), -1)
    if noun < 0 or not tags[noun].startswith(_ROOTS):
        return
    below = {labels[at] for at, head in enumerate(heads) if head == noun}
    if not below.isdisjoint(SUBJECTS | {"cop", "case"}):
        return
    verb = _main_after(noun, tags, heads, labels)
    if verb is not None and lowers[noun] in DAYS:
        heads[noun], labels[noun] = verb, "obl"
        heads[verb], labels[verb] = -1, "root"
        return
    if verb is None or not _free_subject(verb, noun, tags, phrases, heads, labels):
        return
    passive = any(head == verb and labels[at] == "aux:pass" for at, head in enumerate(heads))
    heads[noun], labels[noun] = verb, "nsubj:pass" if passive else "nsubj"
    heads[verb], labels[verb] = -1, "root"
    _relate(tags, noun, heads, labels)


def raise_apposition(
    lowers: Sequence[str],
    tags: Sequence[str],
    phrases: Sequence[NounPhrase],
    heads: list[int],
    labels: list[str],
) -> None:
    """Let what comes after an opening phrase be the subject of a main verb that has none.

    "In Ardal, the harbour chief, Ann Lee, said": the parse takes the chief for another name of
    Ardal. Changes the heads and labels in place.
    """
    verb = next((at for at, head in enumerate(heads) if head < 0), -1)
    if verb < 0 or tags[verb] not in FINITE:
        return
    if any(heads[at] == verb and labels[at] in SUBJECTS for at in range(len(heads))):
        return
    firsts = {phrase.head: phrase.first for phrase in phrases}
    for at in range(verb):
        first = firsts.get(at, at)
        if labels[at] == "appos" and tags[at][0] == "N" and lowers[first - 1 : first] == [","]:
            opening = heads[at]
            while opening >= 0 and heads[opening] != verb:
                opening = heads[opening]
            if opening >= 0 and opening < at and labels[opening] == "obl":
                heads[at], labels[at] = verb, "nsubj"
            return


def _relate(tags: Sequence[str], noun: int, heads: list[int], labels: list[str]) -> None:
    """Let a clause with "who" be relative to the name before it: "a vigil for Lee, who died"."""
    for who in (at for at, tag in enumerate(tags) if tag == "WP" and heads[at] > at):
        verb, name = heads[who], who - 2
        apart = name > noun and (tags[name], tags[who - 1]) == ("NNP", ",")
        if heads[verb] != noun or labels[verb] not in ("appos", "acl:relcl"):
            continue
        labels[verb] = "acl:relcl"
        if apart:
            heads[verb] = name


def pass_day(
    lowers: Sequence[str],
    phrases: Sequence[NounPhrase],
    heads: list[int],
    labels: list[str],
) -> None:
    """Let what follows a day be the subject, not the day: "Tonight | the choir will sing".

    Changes the heads and labels in place.
    """
    for day, phrase in pairwise(phrases):
        verb = heads[day.head]
        found = labels[day.head] in SUBJECTS and lowers[day.head] in DAYS
        if found and day.last == phrase.first and phrase.head < verb:
            heads[phrase.head], labels[phrase.head] = verb, labels[day.head]
            labels[day.head] = "obl"


def _main_after(
    noun: int,
    tags: Sequence[str],
    heads: Sequence[int],
    labels: Sequence[str],
) -> int | None:
    """The first finite verb after a noun that no word before it opens a clause for."""
    openers = 0
    at = noun + 1
    while at < len(tags):
        joins = tags[at] == "CC" and (tags[at + 1 : at + 2] == ["PRP"] or not openers)
        if tags[at] in _ENDING or (joins and tags[at + 1 : at + 2] not in _NOMINAL):
            return None
        openers += tags[at] in _OPENING or (labels[at] == "mark" and tags[at] == "IN")
        described = tags[at - 1] in ("DT", "PRP$", "VB", "VBG", "HYPH")  # "to give paid speeches"
        if tags[at] == "MD" or (tags[at] in FINITE and not described):
            openers -= 1
            verb = _full(at, heads, labels)
            if openers < 0 and tags[verb + 1 : verb + 2] == [","] and _is_apart(noun, verb, tags):
                openers = 0  # "The plan, a source said, is to leave"
            elif openers < 0:
                return verb if labels[verb] in _LOOSE and tags[verb] in VERBS else None
            at = max(at, verb)
        at += 1
    return None


def _full(at: int, heads: Sequence[int], labels: Sequence[str]) -> int:
    """The verb that an auxiliary helps; a full verb itself."""
    helps = labels[at] in ("aux", "aux:pass", "cop")
    return heads[at] if helps and heads[at] > at else at


def _is_apart(noun: int, verb: int, tags: Sequence[str]) -> bool:
    """Whether a verb has a subject of its own right before it, after a comma."""
    before = verb - 1
    while before > noun and tags[before] in _IN_GROUP:
        before -= 1
    named = before
    while named > noun and tags[named] in _IN_PHRASE:
        named -= 1
    return named < before and tags[named] == ","


def _free_subject(
    verb: int,
    noun: int,
    tags: Sequence[str],
    phrases: Sequence[NounPhrase],
    heads: list[int],
    labels: list[str],
) -> bool:
    """Whether a verb has no subject of its own, once it has lost what another verb governs.

    "A bus to carry voters was sent": the voters are the object of "carry".
    """
    firsts = {phrase.head: phrase.first for phrase in phrases}
    if _is_apart(noun, verb, tags):
        return False  # "That plan, many argue, will fail"
    own = [at for at, head in enumerate(heads) if head == verb and labels[at] in SUBJECTS]
    freed = []
    for subject in own:
        before = firsts.get(subject, subject) - 1
        if any(h == subject and tags[at] in _OPENING for at, h in enumerate(heads)):
            freed.append((subject, noun, "acl:relcl"))
        elif subject < verb and before > noun and tags[before] in _GOVERNING:
            freed.append((subject, before, "obj"))
        else:
            return False
    marked = any(h == verb and labels[at] in ("mark", "cop") for at, h in enumerate(heads))
    for subject, governor, label in () if marked else freed:
        heads[subject], labels[subject] = governor, label
    return not marked
