"""Words that a label may not part by its end, whatever its verb: phrases, dates, shared clauses."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import FINITE, SentenceGrammar
from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.propositions.parted_clauses import (
    LONG,
    OPENING,
    VERBS,
    last_verb,
    parts_clause,
)
from armreader.extraction.propositions.parted_lists import (
    NAMING,
    opens_second,
    parts_list,
    parts_pair,
)
from armreader.extraction.propositions.shape import DASHES
from armreader.extraction.propositions.words import mark, words
from armreader.language import entries, mapping

_FAR = frozenset(("apart", "away", "off", "north", "south", "east", "west", "long", "wide", "deep",
                  "high", "below", "above", "from"))  # fmt: skip
"""Words that need the measure before them, and it them."""
_DETERMINERS = ("DT", "PRP$", "POS")
ASKING = frozenset(("how", "whether", "why"))
"""Words that open what is asked or told of."""
_DEGREE = (("DT", "RB"), ("PRP$", "RB"))
"""Tags of an adverb in a phrase: "all newly built boats"."""
_RANGE = 6
"""Tokens within which what changed goes from one figure to another."""


def goes_on(grammar: SentenceGrammar, end: int) -> bool:
    """Whether the words around an end belong together: "before the court | ruled", "Ark | .,"."""
    if grammar.lowers[end : end + 2] == [".", ","] or grammar.lowers[end] == "than":
        return True  # "more votes | than Lee has"
    if grammar.lowers[end - 1] == "yet" and grammar.tags[end] == "TO":
        return True  # "though the vote has yet | to be held"
    if grammar.lowers[end - 2] == "those" and grammar.tags[end - 1] == "VBN":
        return True  # "thieves are among those barred | from the yard"
    called = grammar.lemma(end - 1) in words("calling") and grammar.tags[end - 1][0] == "V"
    if called and grammar.tags[end] in ("VBN", "JJ", "NN", "DT"):
        return True  # "has been deemed | secret"
    if grammar.lowers[end - 2] == "than" and grammar.tags[end - 1] == "RB":
        return True  # "was worse than previously | thought"
    if grammar.lowers[end] in DASHES and grammar.tags[end - 2 : end] == ["TO", "VB"]:
        return True  # "to raise | -- from two to four -- a tax"
    if grammar.lowers[end] == "and" and "between" in grammar.lowers[max(end - 3, 0) : end]:
        return True  # "between noon | and one"
    if parts_pair(grammar, end) or parts_list(grammar, end):
        return True
    if any(one(grammar, end) for one in _PARTS):
        return True
    bare = grammar.tags[end - 1].startswith("N") and grammar.tags[end] in VERBS
    if bare and (grammar.tags[end] in FINITE or OPENING & {*grammar.lowers[max(end - 3, 0) : end]}):
        return True  # "came after the bodies of two men | were found"
    if grammar.tags[end - 1] in FINITE and counts(grammar, end):
        return True  # "killed | more than 300"
    leans = not words("leaning").isdisjoint((grammar.lemma(end - 1), grammar.lowers[end - 1]))
    if leans and grammar.tags[end - 1][0] != "N" and grammar.tags[end] in ("IN", "TO"):
        return True  # "spent two years dealing | with the flood"
    if parts_clause(grammar, end):
        return True
    joins = end - 1
    while joins > 0 and grammar.tags[joins] in NAMING:
        joins -= 1
    return joins < end - 1 and opens_second(grammar, joins)


def after_aside(grammar: SentenceGrammar, end: int) -> int:
    """The token after what is between two commas at an end: "was linked | , by a hair, to"."""
    if grammar.lowers[end : end + 1] != [","]:
        return end
    closing = range(end + 2, min(end + LONG, len(grammar) - 1))
    closed = "," in grammar.lowers[max(end - LONG, 0) : end]
    after = next((at + 1 for at in closing if grammar.lowers[at] == ","), end + closed)
    return min(after, len(grammar) - 1)


def _describes_on(grammar: SentenceGrammar, end: int) -> bool:
    """Whether a noun comes only after an end: "a 12-metre | (39-foot) dam", "her bold | , new"."""
    tags = grammar.tags
    if tags[end - 3 : end] == ["CD", "HYPH", "NN"] and grammar.lowers[end - 1] != "old":
        return True
    described = tags[end - 2 : end] in (["DT", "JJ"], ["DT", "VBG"]) and tags[end] in ("CC", ",")
    if described and tags[end + 1 : end + 2] in (["JJ"], ["VBN"], ["VBG"]):
        return True  # "the sole | and known capital"
    alone = tags[end - 1] == "JJ" and tags[end - 2][0] in "VI" and tags[end] == "CC"
    if alone and tags[end + 1 : end + 3] in (["JJ", "NN"], ["JJ", "NNS"], ["NNP", "NNS"]):
        return True  # "told Norvanian | and Ardal workers"
    listed = grammar.lowers[end] == "," and tags[end + 1 : end + 2] == ["JJ"]
    first = end - 1
    while first > 2 and tags[first - 1] == "HYPH":
        first -= 2  # "old-fashioned"
    before = _DETERMINERS if first == end - 1 else (*_DETERMINERS, "IN")
    if not listed or tags[first - 1] not in before:
        return False
    known = tagger().possible(grammar.lowers[end - 1])
    return tags[end - 1] == "JJ" or known == "?" or "JJ" in known.split("/")


def _parts_object(grammar: SentenceGrammar, end: int) -> bool:
    """Whether a verb that ends a quotation is parted from its object: "to “delay” | the vote"."""
    if mark(grammar, end - 1) >= 0 or grammar.tags[end] not in ("DT", "PRP$", "NNP", "NNS"):
        return False
    last = end - 2
    if grammar.tags[last - 1] == "CC":  # "to “impede or delay” | the vote"
        last -= 2
    return grammar.tags[last][0] == "V"


def _measures_from(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an end parts where a change began from where it ended: "from 20 in 1980 | to 300"."""
    lowers, near = grammar.lowers, range(max(end - _RANGE, 0), end)
    begun = next((at for at in reversed(near) if lowers[at] == "from"), None)
    if begun is None or "to" in lowers[begun:end] or "CD" not in grammar.tags[begun:end]:
        return False
    to = next((at for at in range(end, min(end + _RANGE, len(lowers))) if lowers[at] == "to"), end)
    return counts(grammar, to + 1) and FINITE.isdisjoint(grammar.tags[end:to])


def _leaves_open(grammar: SentenceGrammar, end: int) -> bool:
    """Whether only what follows says what a noun means: "gave information | that led to Lee"."""
    if grammar.lemma(end - 1) not in words("undefined"):
        return False
    at = end + (grammar.tags[end] == "IN")  # "in a way | in which"
    return grammar.tags[at : at + 1] in (["WDT"], ["WP"], ["WRB"], ["VBG"], ["VBN"])


def counts(grammar: SentenceGrammar, at: int) -> bool:
    """Whether a number begins at a token, with what bounds it: "more than $3 million"."""
    if grammar.lowers[at : at + 2] in (["at", "least"], ["at", "most"]):
        at += 2
    while grammar.tags[at : at + 1] in (["RB"], ["JJR"]) or grammar.lowers[at : at + 1] == ["than"]:
        at += 1
    return grammar.tags[at : at + 1] in (["CD"], ["$"])


def _lacks_agent(grammar: SentenceGrammar, end: int) -> bool:
    """Whether by whom is what says it: "the boats sent out | by the port", "should be led | by"."""
    verb = end - 1 - (grammar.tags[end - 1] in ("RP", "RB"))
    if grammar.lowers[end] != "by" or grammar.tags[verb] != "VBN":
        return False
    return grammar.tags[verb - 1][0] == "N" or grammar.tags[verb - 2 : verb] == ["MD", "VB"]


def _compares(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what something is like comes only after an end: "at similar rates | to Norden"."""
    likened = not words("likening").isdisjoint(grammar.lowers[max(end - 2, 0) : end])
    to = grammar.lowers[end] in ("to", "from") and grammar.tags[end + 1 : end + 2] != ["VB"]
    return likened and to


def _explains(grammar: SentenceGrammar, end: int) -> bool:
    """Whether the last noun only begins an aside: "saw no one, a claim | repeated by Lee"."""
    before = grammar.lowers[max(end - 3, 0) : end - 1]
    return grammar.tags[end] == "VBN" and before in ([",", "a"], [",", "an"], [",", "the"])


def lacks_head(grammar: SentenceGrammar, times: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether an end is in a date or before a noun: "May 16- | 19", "the city's oil-rich"."""
    if grammar.lowers[end - 1] == "-" or any(a < end < b for a, b in times):
        return True
    joined = grammar.tags[end - 2 : end] in (["HYPH", "VBN"], ["HYPH", "JJ"])
    if joined and grammar.tags[end : end + 1] in (["VBN"], ["JJ"], ["NN"], ["NNS"]):
        return True  # "among 1,000 randomly-chosen | registered voters"
    begun = end + (grammar.tags[end : end + 1] == ["IN"])
    if grammar.lowers[end - 1] in words("lasting") and any(a == begun for a, _ in times):
        return True  # "in the year ending | June 30"
    if _lacks_second(grammar, times, end):
        return True
    begun = next((a for a, b in times if b == end), 0)
    if begun and grammar.lowers[begun - 1] == "the" and end - begun > 1:
        return grammar.lowers[begun].rstrip(".") in mapping("months")  # "the May 16, 2001 |, flood"
    if grammar.tags[end - 1] == "NNP":
        return grammar.lowers[end - 2] in ("a", "an")
    behind = [last for first, last in times if first == end]
    if grammar.tags[end - 2 : end] == ["DT", "NN"]:  # "a silver | 2007 Lund"
        return any(grammar.tags[at : at + 1] == ["NNP"] for at in behind)
    if grammar.tags[end - 1] != "JJ":
        return False
    return any(grammar.tags[at : at + 1] in (["NN"], ["NNS"], ["NNP"]) for at in behind)


def _lacks_second(grammar: SentenceGrammar, times: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether the second of two objects comes after a time: "gave Lee | on Friday a life term"."""
    verb = last_verb(grammar, end)
    lemma = grammar.lemma(verb)
    if lemma not in entries("grammar/two_objects") and lemma not in words("calling", "making"):
        return False
    if not {"IN", "TO", "CC"}.isdisjoint(grammar.tags[verb:end]):
        return False
    after = next(
        (last for first, last in times if first in (end, end + 1)), after_aside(grammar, end)
    )
    return end > verb + 1 and grammar.tags[after : after + 1] in (["DT"], ["CD"], ["JJ"], ["PRP$"])


def elides(grammar: SentenceGrammar, times: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether a label ends in a second subject after a time: "left at noon and Lee | …"."""
    joins = next((last for _, last in times if last < end - 1 and grammar.tags[last] == "CC"), None)
    return joins is not None and all(
        grammar.tags[at].startswith(("N", "DT")) for at in range(joins + 1, end)
    )


def _parts_infinitive(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an object comes only after an aside: "managed to end |, for now |, the strike"."""
    if grammar.lowers[end] != ",":
        return False
    commas = (at for at in range(end, max(end - LONG, 2), -1) if grammar.lowers[at] == ",")
    opens = next((at for at in commas if grammar.tags[at - 2 : at] == ["TO", "VB"]), None)
    after = None if opens is None else after_aside(grammar, opens)
    return after is not None and end < after and grammar.tags[after] == "DT"


def parts_phrase(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an end separates two words of one phrase: "turn the boy | over"."""
    before, last = grammar.tags[end - 2 : end]
    tag = grammar.tags[end]
    if tag == "RP" or (last == "PRP" and tag.startswith("VB")):
        return True  # "most voters said it | bothered them"
    if (before, last) == ("NNS", "RB") and tag in ("IN", "TO"):
        return True  # "views generally | in line with"
    if (before, last) == ("IN", "VBG") and grammar.lemma(end - 1) in words("transitive"):
        return True  # "for promoting | in May a book"
    if tag == "IN" and grammar.lowers[end + 1 : end + 2] in ([], ["."], [","], [";"]):
        return True  # "said who they would vote | for"
    if grammar.lowers[end] in _FAR and (last == "-RRB-" or before == "CD" or last == ")"):
        return True  # "happened 20 miles | apart"
    if last in ("IN", "RB", "RP") and grammar.lowers[end] in ASKING:
        return True  # "the dispute came over | whether to go"
    if (before, last) in _DEGREE and tag in ("JJ", "VBG", "VBN"):
        return True  # "runs all newly | built boats"
    if grammar.lowers[end - 1 : end + 1] == ["it", "so"]:
        return True  # "found a way to make it | so"
    if (before, last) == ("IN", "NN") and grammar.lowers[end] == "to" and tag != "TO":
        return True  # "was made in response | to the fire"
    joined = grammar.lowers[end] in ("and", "or")
    if last == "VB" and joined and grammar.tags[end + 1 : end + 2] == ["VB"]:
        return True  # "to mend | and reopen the port"
    if grammar.lowers[end - 1] == "going" and tag in ("IN", "TO"):
        return True  # "leaflets going | after Lee"
    return last == "VBN" and joined and grammar.tags[end + 1 : end + 2] == ["VBN"]


_PARTS = (_parts_infinitive, _explains, _describes_on, _leaves_open, _parts_object, _measures_from,
          _lacks_agent, _compares)  # fmt: skip
