"""Opening: with which token the subject of a clause opens a label."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import Argument, SentenceGrammar
from armreader.extraction.grammar.main_verbs import DAYS
from armreader.extraction.propositions.words import MARKS_OPENING, is_person, words
from armreader.language.figure_bounds import bound_from

_INSIDE = frozenset(("JJ", "JJR", "JJS", "VBG", "VBN", "NN", "NNS", "NNP", "NNPS", "DT", "CD",
                     "PRP$", "POS", "$", "HYPH", "PDT"))  # fmt: skip
"""Tags of what is inside a noun phrase before its head."""
_WHOLE = frozenset(("all", "every", "everyone", "everybody", "everything", "many", "much", "both"))
"""What "not" before it makes fewer."""
_OPENS = ("DT", "PRP$", "POS")
_MORE = frozenset(("JJR", "RBR"))
_CLAUSE_OPENERS = frozenset(
    (
        "that",
        "as",
        "after",
        "because",
        "while",
        "when",
        "although",
        "though",
        "since",
        "if",
        "whether",
        "so",
    )
)


_BY_TIME = frozenset(("before", "after", "at", "by", "around", "about", "until", "since"))
"""Words before an hour or a day."""


def _quantified(grammar: SentenceGrammar, first: int, head: int) -> int:
    """Where a subject begins with the words that say how many: "all the", "more than 300"."""
    if grammar.tags[first - 1 : first + 1] == ["RB", "JJ"] and grammar.tags[first - 2] in _OPENS:
        first -= 2  # "her increasingly | popular party"
    while first > 0 and grammar.lowers[first - 1] in words("quantifying"):
        first -= 1
    figure = first
    while grammar.tags[figure] == "RB" and figure < head:
        figure += 1
    first = min(first, bound_from(grammar.lowers, figure))
    some = grammar.lowers[first] in _WHOLE and grammar.lowers[first - 1 : first] == ["not"]
    return first - some  # "Not all left": not "all left"


def opening(
    grammar: SentenceGrammar, subject: Argument, times: Sequence[tuple[int, int]]
) -> int | None:
    """The token with which a subject opens a label; None where it is part of something larger."""
    first = subject.first
    for at in range(subject.first, subject.head):  # a dateline, a time, "in turn,"
        if grammar.lowers[at] in ("--", "—", "–"):
            first = at + 1
        ended = next((last for begun, last in times if begun <= first + 1 and first < last), None)
        if ended is not None and ended < subject.head and grammar.lowers[ended] == ",":
            first = ended + 1
    first = _after_hour(grammar, subject, first, times)
    if grammar.lowers[first] in ("that", "this") and grammar.lowers[first + 1 : first + 2] == [","]:
        first += 2
    if first > subject.head and grammar.tags[first][:2] not in ("NN", "DT", "JJ"):
        return None
    if any(begun <= subject.head < last for begun, last in times) and first <= subject.head:
        return None
    verbs = {
        at
        for one in grammar.clauses
        if one.verb is not None
        for at in range(one.verb.first, one.verb.last)
    }
    timed = {at for begun, last in times for at in range(begun, last)}
    if _is_made(grammar, first) and first - 1 not in timed:
        return None
    while first > 0 and grammar.tags[first - 1] in _INSIDE:
        if (
            grammar.lowers[first - 1] == "--"
            or first - 1 in verbs
            or first - 1 in timed
            or grammar.lowers[first - 1] in words("condition")
        ):
            break
        first -= 1
    first = _described(grammar, _quantified(grammar, first, subject.head))
    if first == 1 and grammar.words[0] in MARKS_OPENING:
        return 0
    for at in (first, max(first - 2, 0)):
        more = grammar.lowers[at] == "the" and grammar.tags[at + 1] in _MORE
        if more and grammar.tags[at + 2] in ("NNP", "PRP", "DT"):
            return None  # "the more Lee has won, the more …"
    if (
        first > 0
        and grammar.tags[first - 1] in ("IN", "TO", "RP")
        and grammar.tags[subject.head] != "PRP"
    ) and grammar.lowers[first - 1] not in _CLAUSE_OPENERS:
        return None
    if grammar.lowers[subject.last - 1] in ("'s", "'"):
        return None
    return first


def _after_hour(
    grammar: SentenceGrammar, subject: Argument, first: int, times: Sequence[tuple[int, int]]
) -> int:
    """The first token without a time before it: "just before 8am | crews asked for help",
    "Yesterday | Mayor Lee left".
    """
    deictic = grammar.lowers[first] in DAYS and grammar.tags[first + 1 : first + 2] != ["POS"]
    if deictic and first < subject.head:
        return first + 1
    if grammar.lowers[first - 1] not in _BY_TIME:
        return first
    return next((last for begun, last in times if begun == first and last <= subject.head), first)


def _described(grammar: SentenceGrammar, first: int) -> int:
    """The first token with the adjective before "and": "Federal and | state warrants"."""
    if first > 1 and grammar.tags[first - 2 : first] == ["JJ", ","] and grammar.tags[first] != "DT":
        opens = first - 3 - (grammar.tags[first - 3 : first - 2] == ["RB"])
        if opens >= 0 and grammar.tags[opens] == "DT":
            return opens  # "The very long, 200-page | report"
    joined = first > 1 and grammar.tags[first - 1] == "CC" and grammar.tags[first - 2] == "JJ"
    if not joined or grammar.tags[first] not in ("NN", "JJ"):
        return first
    opens = first - 2
    if opens and grammar.tags[opens - 1] == "DT":
        opens -= 1
    return first if opens and grammar.tags[opens - 1] not in (",", "CC", "''") else opens


def _is_made(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a noun before a subject is what its verb is about: "the deal | the board made".

    Also "a gain | Norden made"; not "a clerk | Ann Lee", who are one.
    """
    tags, noun = grammar.tags, first - 1
    if noun < 1 or not tags[noun].startswith("N"):
        return False
    named = tags[first] == "NNP" and tags[noun] == "NN" and grammar.lowers[noun - 1] in ("a", "an")
    return tags[first] == "DT" or (named and not is_person(grammar.lowers[noun]))
