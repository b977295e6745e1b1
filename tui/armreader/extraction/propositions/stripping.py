"""A label without marks and words that only join it to what comes before or after."""

from __future__ import annotations

from collections.abc import Iterator

from armreader.extraction.grammar import FINITE, Clause, SentenceGrammar
from armreader.extraction.propositions.shape import CIRCUMSTANCE, DASHES, MARKS
from armreader.extraction.propositions.words import mark, words
from armreader.language import entries

_CLOSING = frozenset(("“", '"', "”", "''", "``", "‘"))

_DENYING = frozenset(("not", "n't", "never", "no", "nothing"))
_NOMINAL = frozenset(("DT", "PDT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJS"))
"""Tags with which a subject begins."""
_TO_A_TIME = frozenset(("around", "effective"))
_ABOUT = frozenset(("around", "about"))
_PLACES = frozenset(("state", "city", "town", "county", "village", "province", "district"))
"""Nouns for places that mean one named before: "in the state"."""
_PLACING = frozenset(("in", "at", "of", "to", "from", "near"))
_PAST = frozenset(("VBD", "VBZ", "VBP"))
"""Tags of a verb right after its subject."""
_OPENS = (["DT"], ["PRP"], ["NNS"])
"""Tags of the word with which a sentence after a colon opens."""
_LEADING = (("at", "least"), ("at", "most"), ("in", "part"))
_PARTS = tuple([",", part, "of"] for part in ("much", "many", "most", "some", "all", "none"))


def stripped(grammar: SentenceGrammar, end: int, core: int) -> int:
    """The end without marks and joining words before it, at least ``core``."""
    while end > core:
        spare = _joining(grammar, end) or _loose(grammar, end)
        if not spare:
            break
        end -= spare
    return end


def says_how_long(grammar: SentenceGrammar, time: int) -> bool:
    """Whether a time is needed by what is before it: "will spend | a year", "ending in | June"."""
    before = time - 1 - (grammar.tags[time - 1] == "IN")
    return grammar.lowers[before] in words("lasting")


_FOR_NOW = ["the", "time", "being"]
"""What "for the time being" ends with."""


def _joining(grammar: SentenceGrammar, end: int) -> int:
    """How many tokens at an end only lead to what is cut off: ", saying", "and through"."""
    tags, last, before = (
        grammar.tags[end - 2 : end],
        grammar.lowers[end - 1],
        grammar.lowers[end - 2],
    )
    if tags[1:] == ["RB"] and (tags[0] == "CC" or (before == "," and last != "not")):
        return 2
    if tags == ["RBS", "RB"] and grammar.lowers[end - 3] == ",":
        return 3  # "were killed, most recently | in May"
    if tags == ["NN", "RB"] and last.endswith("ly") and grammar.tags[end : end + 1] == ["VBG"]:
        return 1  # "wrote a letter sharply | disputing it"
    if (before, last) == ("some", "time"):
        return 2  # "will be ready some time | between May and June"
    if grammar.tags[end - 1] == "PRP" and grammar.lowers[end - 4 : end - 1] in _PARTS:
        return 4  # "paid $20 million, much of it | to sailors"
    if grammar.lowers[end - 3] == "," and (before in ("a", "an") or tags[0] == "CD"):
        measures = last in entries("grammar/time_nouns")
        if measures and grammar.lowers[end : end + 1] in (["after"], ["before"]):
            return 3  # "was buried, one year | after the storm"
    leads = (before, last) in _LEADING and grammar.tags[end : end + 1] != ["TO"]
    if tags == ["CC", "IN"] or leads:
        return 2  # "lasts into May and through | at least June"
    return 2 * (before == "," and last == "saying")  # "called it vain, saying: …"


def _loose(grammar: SentenceGrammar, end: int) -> int:
    """1 where the last token is a mark, or a word that needs the next one."""
    last = grammar.lowers[end - 1]
    loose = last in words("dangling") or last in words("unfinished")
    shared = last == "each" and grammar.tags[end - 2] in ("CD", "NNS")  # "cost $20 each"
    shared = shared or (last == "even" and grammar.lemma(end - 2) == "break")
    shared = shared or grammar.lowers[end - 3 : end] == _FOR_NOW
    loose = loose and not (shared or grammar.tags[end - 1].startswith("NNP"))  # "until 6 May"
    loose = loose or (last in _ABOUT and grammar.tags[end : end + 1] == ["CD"])
    if last in MARKS or last in (".", "!", "?") or loose:
        return last != "-" or grammar.starts[end - 1] != grammar.ends[end - 2]
    return last in _CLOSING and _opens(grammar, end - 1)


def _opens(grammar: SentenceGrammar, token: int) -> bool:
    """Whether a quotation mark opens something that comes after it."""
    return grammar.words[token] in ("“", "‘") or grammar.tags[token] == "``"


def one_sentence(grammar: SentenceGrammar, first: int, clause: Clause, stop: int) -> int:
    """Where a stretch ends that must not go on past a semicolon, outside quotation marks.

    Nor past a colon with a sentence after it that is not what somebody says, nor out of dashes:
    "-- and the board meets today --".
    """
    inside, stop = 0, min(stop, len(grammar))
    speaks = clause.verb is not None and clause.verb.lemma in words("said")
    dashed = not DASHES.isdisjoint(grammar.lowers[max(first - 2, 0) : first])
    for at in range(first, stop):
        inside += mark(grammar, at)
        if dashed and grammar.lowers[at] in DASHES:
            return at
        low, after = grammar.lowers[at], at + 1
        opens = low == ":" and not speaks and grammar.tags[after : after + 1] in _OPENS
        if inside <= 0 and (low == ";" or (opens and grammar.words[after][0].isupper())):
            return at
    return stop


def without_place(grammar: SentenceGrammar, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs without a place that they do not name: "three were hurt | in the city"; none where
    too little is left: "Lee spoke | in the city".
    """
    first, last = runs[-1]
    if grammar.lowers[last - 3 : last - 1] != ["in", "the"] or last - 3 <= first:
        return runs
    if grammar.words[last - 1] not in _PLACES:
        return runs
    tokens = (at for low, high in runs for at in range(low, high))
    named = any(
        grammar.tags[at] == "NNP" and at and grammar.lowers[at - 1] in _PLACING for at in tokens
    )
    if named:
        return runs
    bare = grammar.tags[last - 4] in _PAST | {"VBG"}
    return [] if bare else [*runs[:-1], (first, last - 3)]


def without_begun(grammar: SentenceGrammar, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs without a clause that is only begun: "stopped nobody, but two guards | fled"; nor an
    aside: "sold the port — built | in 1990 —".
    """
    first, last = runs[-1]
    dash = next((at for at in range(first + 1, last) if grammar.lowers[at] in DASHES), None)
    if dash is not None and not DASHES.isdisjoint(grammar.lowers[last + 1 :]):
        inside = grammar.lowers[dash + 1 : last]
        if DASHES.isdisjoint(inside) and not {*grammar.tags[dash + 1 : last]} & FINITE:
            return [*runs[:-1], (first, min([dash, *_waiting(grammar, first, dash)]))]
    begun = _begun(grammar, first, last)
    if begun is not None:
        return [*runs[:-1], (first, begun - (grammar.lowers[begun - 1] == ","))]
    joined = next(
        (
            at for at in range(last - 2, first, -1)
            if grammar.tags[at] == "CC" and grammar.lowers[at - 1] == ","
        ),
        None,
    )  # fmt: skip
    if joined is None or not _only_begins(grammar, first, joined, last):
        return runs
    return [*runs[:-1], (first, joined - 1)]


def _begun(grammar: SentenceGrammar, first: int, last: int) -> int | None:
    """Where a clause opens whose verb is cut off: "has run since | a smaller pump only | broke"."""
    at = last - 1
    while at > first + 1 and grammar.tags[at][0] not in "VM":
        at -= 1
        relative = grammar.tags[at - 1][0] in "N,"
        if relative and grammar.tags[at] in ("WDT", "WP"):
            return at  # "had a plan which, even at dawn, | seemed vain"
        if grammar.lowers[at] in CIRCUMSTANCE and any(
            one.kind == "adverbial" and one.verb is not None and last <= one.verb.first <= last + 1
            for one in grammar.clauses
        ):
            return at
    return None


def _waiting(grammar: SentenceGrammar, first: int, last: int) -> Iterator[int]:
    """Where clauses open whose verb is beyond a stretch: "when the ship — a tug — sank"."""
    for one in grammar.clauses:
        opens = one.marker if one.marker is not None else last
        if one.verb is not None and one.verb.first >= last and first < opens:
            yield opens


def _only_begins(grammar: SentenceGrammar, first: int, joined: int, last: int) -> bool:
    """Whether the words after a conjunction are only what a clause opens with."""
    tail, after = grammar.tags[joined + 1 : last], grammar.tags[last : last + 1]
    opens = grammar.lowers[joined + 1]
    if opens in CIRCUMSTANCE and grammar.lowers[last : last + 1] == [","]:
        return True  # "had planned to go on, but as night fell |, …"
    if tail[0] not in _NOMINAL or any(tag[0] in "VM" for tag in tail):
        return False
    if after and after[0] in FINITE | {"VBN"}:
        return True
    denied = not _DENYING.isdisjoint(grammar.lowers[first:joined])  # "not the hull, but the mast"
    return grammar.lowers[joined] == "but" and not denied


def without_joining(grammar: SentenceGrammar, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs without words that only join a sentence to the one before: ", however,", "also"."""
    found = []
    low, end = runs[-1]
    if grammar.lowers[end - 1] in _TO_A_TIME and grammar.tags[end - 2][0] in "NR":
        runs = [*runs[:-1], (low, end - 1)]  # "will step down effective | 1 May"
    (first, last), *others = runs
    if grammar.lowers[first] in words("joining") and grammar.lowers[first + 1] == ",":
        runs = [(first + 2, last), *others]  # "Meanwhile, the dam held"
    for first, last in runs:
        for at in range(first + 1, last - 1):
            if at < first or grammar.lowers[at] not in words("joining"):
                continue
            before, after = grammar.lowers[at - 1], grammar.lowers[at + 1]
            if before == after == "," and at - 1 > first:
                found.append((first, at - 1))
                first = at + 2
            elif grammar.tags[at - 1].startswith(("NN", "PRP")) and grammar.tags[at + 1] in _PAST:
                found.append((first, at))
                first = at + 1
        found.append((first, last))
    return found
