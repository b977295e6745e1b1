"""Words that a label may not part by its end, whatever its verb: phrases, dates, shared clauses."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import FINITE, SentenceGrammar
from armreader.extraction.grammar.tagger import tagger
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
_VERBS = FINITE | {"VBN"}
_OPENING = frozenset(("as", "before", "after", "until", "because", "while", "when"))
"""Words that open a clause, whose subject an end may not part from its verb."""
_BROUGHT = frozenset(("to", "of", "for", "from", "with", "on", "against", "into"))
"""Prepositions of what a verb requires."""
_BOTH = ("both", "either", "neither")
_LONG, _NEAR = 12, 8
"""The most tokens between two words that belong together: "enough … to", "as bad … as"."""

_NEEDED = frozenset(("IN", "TO", "RB", "RP", "DT", "PRP$", "JJ", "CD", "NN", "NNP"))
"""Tags of what belongs to the participle before it."""


def goes_on(grammar: SentenceGrammar, end: int) -> bool:
    """Whether the words around an end belong together: "before the court | ruled", "Ark | .,"."""
    if grammar.lowers[end : end + 2] == [".", ","]:
        return True
    if grammar.lowers[end] == "and" and "between" in grammar.lowers[max(end - 3, 0) : end]:
        return True  # "between noon | and one"
    if parts_pair(grammar, end) or parts_list(grammar, end):
        return True
    if _explains(grammar, end) or _parts_absolute(grammar, end):
        return True
    if _parts_predicate(grammar, end):
        return True
    bare = grammar.tags[end - 1].startswith("N") and grammar.tags[end] in _VERBS
    if bare and (
        grammar.tags[end] in FINITE or _OPENING & {*grammar.lowers[max(end - 3, 0) : end]}
    ):
        return True  # "came after the bodies of two men | were found"
    if grammar.tags[end - 1] in FINITE and counts(grammar, end):
        return True  # "killed | more than 300"
    leans = not words("leaning").isdisjoint((grammar.lemma(end - 1), grammar.lowers[end - 1]))
    if leans and grammar.tags[end - 1][0] != "N" and grammar.tags[end] in ("IN", "TO"):
        return True  # "spent two years dealing | with the flood"
    if _suffices(grammar, end):
        return True
    if any(parts(grammar, end) for parts in (_parts_participle, _parts_question, _parts_joint)):
        return True
    if any(parts(grammar, end) for parts in (_describes_on, _parts_clause, _leaves_open, _takes)):
        return True
    joins = end - 1
    while joins > 0 and grammar.tags[joins] in NAMING:
        joins -= 1
    return joins < end - 1 and opens_second(grammar, joins)


def _parts_predicate(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what is said of something, or a noun read as a verb, comes only after an end."""
    if grammar.tags[end - 1] == "JJS" and grammar.tags[end] == "IN":
        return True  # "described as the worst | since May"
    verb = _last_verb(grammar, end)
    if grammar.tags[verb] == "VBG" and grammar.lemma(verb) == "say" and verb + 1 < end:
        return True  # "as saying the arrests | stemmed from a letter"
    if grammar.tags[end] == "VB" and grammar.tags[end - 1].startswith("NN"):
        return True  # "made Lee | resign", "to show U.S. | resolve"
    # "prompted | both boards to meet"
    return grammar.lowers[end] in _BOTH and grammar.tags[end - 1] in FINITE


def after_aside(grammar: SentenceGrammar, end: int) -> int:
    """The token after what is between two commas at an end: "was linked | , by a hair, to"."""
    if grammar.lowers[end] != ",":
        return end
    closing = range(end + 2, min(end + _LONG, len(grammar) - 1))
    closed = "," in grammar.lowers[max(end - _LONG, 0) : end]
    after = next((at + 1 for at in closing if grammar.lowers[at] == ","), end + closed)
    return min(after, len(grammar) - 1)


def _parts_participle(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an -ing form after an end belongs to the word before it."""
    if grammar.tags[end] != "VBG":
        return False
    if "such as" in " ".join(grammar.lowers[max(end - 5, 0) : end]):
        return True  # "harm such as booms | being lost"
    if grammar.tags[end - 1] in ("RP", "IN"):
        return True  # "few jobs will end up | being cut", "grew up around | mending nets"
    # "transformed pig | farming", "a deal on virus | sharing"
    return grammar.tags[end - 1] == "NN" and grammar.tags[end - 2] in _VERBS | {"IN"}


def _parts_absolute(grammar: SentenceGrammar, end: int) -> bool:
    """Whether a noun after "with" is parted from what became of it: ", with the port | shut"."""
    if grammar.tags[end] not in ("VBN", "VBG"):
        return False
    at = end - 1
    while at > 0 and grammar.tags[at] in NAMING:
        at -= 1
    return at < end - 1 and grammar.lowers[at - 1 : at + 1] == [",", "with"]


def _parts_question(grammar: SentenceGrammar, end: int) -> bool:
    """Whether a verb, or a noun that says little, is parted from the clause that it brings."""
    tags, lowers = grammar.tags, grammar.lowers
    relative = tags[end] in ("WP", "WDT")
    if tags[end - 1] == "VBD" and tags[end - 2] in ("WDT", "WP") and tags[end] == "IN":
        return True  # "the leak that began | in April"
    vague = grammar.lemma(end - 1) in words("which") or lowers[end - 1] == "those"
    if vague and (relative or tags[end] == "WRB"):
        return True  # "at a time | when the board needs votes"
    if tags[end] in ("IN", "TO") and tags[end + 1 : end + 2] == ["WDT"] and tags[end - 2] == "DT":
        return True  # "showed the extent | to which it leaked"
    if tags[end - 1].startswith("V") and (relative or lowers[end] in ("whether", "how", "why")):
        return True  # "is reviewing | whether the dam is safe"
    return lowers[end - 2] in DASHES and lowers[end] == "that"  # "-- moves | that"


def _parts_joint(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what an "and", a mark or "help" brings comes only after an end."""
    tags = grammar.tags
    joined = tags[end - 2 : end] in (["CC", "VBD"], ["CC", "VBN"], ["CC", "PRP"])
    if joined and tags[end] not in (".", ",", "''"):
        return True  # "backed Lund and organised | a march"
    if mark(grammar, end) == 1 and tags[end - 1] in ("JJ", "DT", "PRP$"):
        return True  # "uttered the famous | “We will”"
    return tags[end] == "VB" and grammar.lemma(end - 1) == "help"  # "had helped | build the dam"


def _parts_clause(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what is begun goes on: "the boats used | to sail", "not as old | as it looks"."""
    tags, lowers = grammar.tags, grammar.lowers
    if tags[end - 1] == "VBN" and tags[end - 2].startswith("N") and tags[end] in _NEEDED:
        return True
    if tags[end] == "VBG" and grammar.lemma(_last_verb(grammar, end)) in words("perceiving"):
        return True  # "found Lee | leading the race"
    near = range(max(end - _LONG, 1), end)
    if any(lowers[at] in ("while", "when", "where") and _verbless(tags[at:end]) for at in near):
        return True
    alike = [at for at in near if lowers[at] == "as"]
    if len(alike) == 1 and tags[alike[0] + 1] in ("JJ", "RB"):
        return "as" in lowers[end : end + _NEAR]  # "was not as bad for the firm | as it looked"
    begun = any(lowers[at] in _OPENING and _verbless(tags[at:end]) for at in near)
    return begun and _has_verb_next(grammar, end)


def _last_verb(grammar: SentenceGrammar, end: int) -> int:
    return next((at for at in range(end - 1, 0, -1) if grammar.tags[at].startswith("V")), 0)


def _verbless(tags: Sequence[str]) -> bool:
    return not any(tag.startswith("V") for tag in tags)


def _has_verb_next(grammar: SentenceGrammar, end: int) -> bool:
    """Whether the subject before an end goes on to its verb: "as the mill | and the port were",
    "after the chief | , Ann Lee, had left"; not "stepped before the court | and spoke"."""
    tags, at = grammar.tags, end
    if grammar.lowers[end] in (",", *DASHES):
        closing = range(end + 2, min(end + 2 * _LONG, len(grammar)))
        after = next(
            (one + 1 for one in closing if grammar.lowers[one] == grammar.lowers[end]), end
        )
        return (
            tags[after : after + 1] != [] and tags[after] in FINITE and _verbless(tags[end:after])
        )
    while at < len(grammar) and tags[at] in (*NAMING, "CC"):
        at += 1
    return at < len(grammar) and tags[at] in FINITE and tags[at - 1] != "CC"


def _suffices(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what something is enough for comes after: "enough proof | in the case to act"."""
    if "enough" in grammar.lowers[max(end - 3, 0) : end] and "TO" in grammar.tags[end:]:
        return True
    return "enough" in grammar.lowers[max(end - _LONG, 0) : end] and grammar.lowers[end] == "to"


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
    if not listed or tags[end - 2] not in ("DT", "PRP$", "POS"):
        return False
    known = tagger().possible(grammar.lowers[end - 1])
    return tags[end - 1] == "JJ" or known == "?" or "JJ" in known.split("/")


def _takes(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what a verb takes something for comes after an end, or what an aside puts off.

    "saw the pact | as a gain", "was linked, by a hair | , to the clerk".
    """
    lowers, tags = grammar.lowers, grammar.tags
    if lowers[end] == "as" and grammar.lemma(_last_verb(grammar, end)) in words("taking"):
        return not any(one.marker == end for one in grammar.clauses)
    aside = lowers[end] == "," and tags[end + 1 : end + 2] in (["IN"], ["TO"])
    if not aside or lowers[end + 1] not in _BROUGHT:
        return False
    opened = max((at for at in range(max(end - _NEAR, 1), end) if lowers[at] == ","), default=end)
    return tags[opened + 1] == "IN" and not {*tags[opened:end]} & FINITE


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


def _explains(grammar: SentenceGrammar, end: int) -> bool:
    """Whether the last noun only begins an aside: "saw no one, a claim | repeated by Lee"."""
    before = grammar.lowers[max(end - 3, 0) : end - 1]
    return grammar.tags[end] == "VBN" and before in ([",", "a"], [",", "an"], [",", "the"])


def lacks_head(grammar: SentenceGrammar, times: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether an end is in a date or before a noun: "May 16- | 19", "the city's oil-rich"."""
    if grammar.lowers[end - 1] == "-" or any(a < end < b for a, b in times):
        return True
    if _lacks_second(grammar, times, end):
        return True
    begun = next((a for a, b in times if b == end), 0)
    if begun and grammar.lowers[begun - 1] == "the" and end - begun > 1:
        return grammar.lowers[begun].rstrip(".") in mapping("months")  # "the May 16, 2001 |, flood"
    if grammar.tags[end - 1] == "NNP":
        return grammar.lowers[end - 2] in ("a", "an")
    if grammar.tags[end - 1] != "JJ":
        return False
    behind = [last for first, last in times if first == end]
    return any(grammar.tags[at : at + 1] in (["NN"], ["NNS"]) for at in behind)


def _lacks_second(grammar: SentenceGrammar, times: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether the second of two objects comes after a time: "gave Lee | on Friday a life term"."""
    verb = _last_verb(grammar, end)
    if grammar.lemma(verb) not in entries("grammar/two_objects"):
        return False
    if not {"IN", "TO", "CC"}.isdisjoint(grammar.tags[verb:end]):
        return False
    after = next((last for first, last in times if first in (end, end + 1)), end)
    return end > verb + 1 and grammar.tags[after : after + 1] in (["DT"], ["CD"], ["JJ"], ["PRP$"])


def elides(grammar: SentenceGrammar, times: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether a label ends in a second subject after a time: "left at noon and Lee | …"."""
    joins = next((last for _, last in times if last < end - 1 and grammar.tags[last] == "CC"), None)
    return joins is not None and all(
        grammar.tags[at].startswith(("N", "DT")) for at in range(joins + 1, end)
    )


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
    if tag == "IN" and grammar.lowers[end + 1 : end + 2] in ([], ["."], [","]):
        return True  # "said who they would vote | for"
    if grammar.lowers[end] in _FAR and (last == "-RRB-" or before == "CD" or last == ")"):
        return True  # "happened 20 miles | apart"
    joined = grammar.lowers[end] in ("and", "or")
    return last == "VBN" and joined and grammar.tags[end + 1 : end + 2] == ["VBN"]
