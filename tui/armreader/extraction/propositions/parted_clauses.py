"""Clauses that a label may not part by its end: from their verb, or from what it brings."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar import FINITE, SentenceGrammar
from armreader.extraction.propositions.parted_lists import NAMING
from armreader.extraction.propositions.shape import CIRCUMSTANCE, DASHES
from armreader.extraction.propositions.words import mark, words
from armreader.language import mapping

VERBS = FINITE | {"VBN"}
"""Tags of a verb that its noun may be parted from."""
OPENING = frozenset(("as", "before", "after", "until", "because", "while", "when"))
"""Words that open a clause, whose subject an end may not part from its verb."""
_BROUGHT = frozenset(("to", "of", "for", "from", "with", "on", "against", "into"))
"""Prepositions of what a verb requires."""
_INSIDE = frozenset(("of", "from", "in", "near", "with", "by", "off"))
"""Prepositions inside a subject: "after a boat from Ardal | sank"."""
_OBJECT = (["DT"], ["CD"], ["PRP$"], ["NNP"], ["NNS"])
_BOTH = ("both", "either", "neither")
LONG, _NEAR = 12, 8
"""The most tokens between two words that belong together: "enough … to", "as bad … as"."""
_NEEDED = frozenset(("IN", "TO", "RB", "RP", "DT", "PRP$", "JJ", "CD", "NN", "NNP"))
"""Tags of what belongs to the participle before it."""


def parts_clause(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an end parts a clause: "reviews | whether it is safe", "as the mill | burned"."""
    return any(parts(grammar, end) for parts in _PARTING)


def _parts_predicate(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what is said of something, or a noun read as a verb, comes only after an end."""
    if grammar.tags[end - 1] == "JJS" and grammar.tags[end] == "IN":
        return True  # "described as the worst | since May"
    verb = last_verb(grammar, end)
    if grammar.tags[verb] == "VBG" and grammar.lemma(verb) == "say" and verb + 1 < end:
        return True  # "as saying the arrests | stemmed from a letter"
    if grammar.tags[end] == "VB" and grammar.tags[end - 1].startswith("NN"):
        return True  # "made Lee | resign", "to show U.S. | resolve"
    # "prompted | both boards to meet"
    return grammar.lowers[end] in _BOTH and grammar.tags[end - 1] in FINITE


def _parts_participle(grammar: SentenceGrammar, end: int) -> bool:
    """Whether an -ing form after an end belongs to the word before it."""
    if grammar.tags[end] != "VBG":
        return False
    if "such as" in " ".join(grammar.lowers[max(end - 5, 0) : end]):
        return True  # "harm such as booms | being lost"
    if grammar.lemma(last_verb(grammar, end)) == "spend":
        return True  # "spent Monday | reading letters"
    if grammar.tags[end - 1] in ("RP", "IN"):
        return True  # "few jobs will end up | being cut", "grew up around | mending nets"
    # "transformed pig | farming", "a deal on virus | sharing"
    return grammar.tags[end - 1] == "NN" and grammar.tags[end - 2] in VERBS | {"IN"}


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


def _parts_content(grammar: SentenceGrammar, end: int) -> bool:
    """Whether the verb of what is said comes only after an end: "suggested the harm | is small"."""
    said = last_verb(grammar, end)
    if grammar.tags[said] in ("VBN", "VBG") and grammar.tags[said - 1][0] == "N":
        said = last_verb(grammar, said)  # "suggested the harm done by oil | is small"
    if grammar.lemma(said) not in words("said", "supposed") or said + 1 >= end:
        return False
    openers = 0
    for at in range(said + 1, len(grammar)):
        tag = grammar.tags[at]
        if tag in ("CC", "WRB", "TO", ",", ":", "''") or grammar.lowers[at] in CIRCUMSTANCE:
            return False
        openers += tag in ("WDT", "WP")
        if tag in FINITE or tag == "MD":
            if not openers:
                return at >= end
            openers -= 1
    return False


def _parts_joint(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what an "and", a mark or "help" brings comes only after an end."""
    tags = grammar.tags
    needs = tags[end - 1] == "VBD" and grammar.lemma(end - 1) not in words("intransitive")
    if needs and tags[end : end + 2] == ["CC", "VBD"] and tags[end + 2 : end + 3] in _OBJECT:
        return True  # "approved | and delivered six visas"
    joined = tags[end - 2 : end] in (["CC", "VBD"], ["CC", "VBN"], ["CC", "PRP"])
    if joined and tags[end] not in (".", ",", "''"):
        return True  # "backed Lund and organised | a march"
    if mark(grammar, end) == 1 and tags[end - 1] in ("JJ", "DT", "PRP$"):
        return True  # "uttered the famous | “We will”"
    return tags[end] == "VB" and grammar.lemma(end - 1) == "help"  # "had helped | build the dam"


def _goes_on(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what is begun goes on: "the boats used | to sail", "not as old | as it looks"."""
    tags, lowers = grammar.tags, grammar.lowers
    if tags[end - 1] == "VBN" and tags[end - 2].startswith("N") and tags[end] in _NEEDED:
        return True
    if tags[end] == "VBG" and grammar.lemma(last_verb(grammar, end)) in words("perceiving"):
        return True  # "found Lee | leading the race"
    near = range(max(end - LONG, 1), end)
    if any(lowers[at] in ("while", "when", "where") and _verbless(tags[at:end]) for at in near):
        return True
    alike = [at for at in near if lowers[at] == "as"]
    if len(alike) == 1 and tags[alike[0] + 1] in ("JJ", "RB"):
        return "as" in lowers[end : end + _NEAR]  # "was not as bad for the firm | as it looked"
    begun = any(lowers[at] in OPENING and FINITE.isdisjoint(tags[at:end]) for at in near)
    return begun and _has_verb_next(grammar, end)


def last_verb(grammar: SentenceGrammar, end: int) -> int:
    """The last token before an end that is a form of a verb; 0 where there is none."""
    return next((at for at in range(end - 1, 0, -1) if grammar.tags[at].startswith("V")), 0)


def _verbless(tags: Sequence[str]) -> bool:
    return not any(tag.startswith("V") for tag in tags)


def _has_verb_next(grammar: SentenceGrammar, end: int) -> bool:
    """Whether the subject before an end goes on to its verb: "as the mill | and the port were",
    "after the chief | , Ann Lee, had left"; not "stepped before the court | and spoke"."""
    tags, at = grammar.tags, end
    if grammar.lowers[end] in (",", *DASHES):
        after = tags[end + 1 : end + 3]
        if after and after[0] in FINITE and after[1:] not in (["NNP"], ["DT"], ["PRP"]):
            return True  # "came as the chief, Ann Lee | , said he left"; not ", said Lee"
        listed = end + 1
        while listed < len(grammar) and (tags[listed] in (*NAMING, "CC", ",")):
            listed += 1
        joined = "CC" in tags[end + 2 : listed] and tags[end + 1] != "CC"
        if joined and not FINITE.isdisjoint(tags[listed : listed + 1]):
            return tags[listed - 1] not in ("CC", ",")  # "after his wife | , son and a guard died"
        closing = range(end + 2, min(end + 2 * LONG, len(grammar)))
        mark_ = grammar.lowers[end]
        closed = next((one + 1 for one in closing if grammar.lowers[one] == mark_), end)
        finite = not FINITE.isdisjoint(tags[closed : closed + 1])
        return finite and FINITE.isdisjoint(tags[end:closed])
    while at < len(grammar) and (tags[at] in (*NAMING, "CC") or grammar.lowers[at] in _INSIDE):
        at += 1
    return at < len(grammar) and tags[at] in FINITE and tags[at - 1] != "CC"


def _awaits_deed(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what somebody is asked to do comes after: "urged those he met | in Ardal to go"."""
    lowers, tags = grammar.lowers, grammar.tags
    verb = last_verb(grammar, end)
    asked = next((at for at in range(verb, max(verb - LONG, 0), -1) if _asks(grammar, at)), None)
    if asked is None or "TO" in tags[asked:end] or "," in lowers[asked:end]:
        return False
    to = next((at for at in range(end, min(end + LONG, len(tags))) if tags[at] == "TO"), None)
    if to is None or tags[to + 1 : to + 2] != ["VB"]:
        return False
    between = {*tags[end:to]}
    return between.isdisjoint(FINITE | {",", ".", ":", "CC", "WDT", "WP", "WRB", "VB", "VBG"})


def _asks(grammar: SentenceGrammar, at: int) -> bool:
    return grammar.tags[at][0] == "V" and grammar.lemma(at) in mapping("control_verbs")


def _suffices(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what something is enough for comes after: "enough proof | in the case to act"."""
    if "enough" in grammar.lowers[max(end - 3, 0) : end] and "TO" in grammar.tags[end:]:
        return True
    return "enough" in grammar.lowers[max(end - LONG, 0) : end] and grammar.lowers[end] == "to"


def _takes(grammar: SentenceGrammar, end: int) -> bool:
    """Whether what a verb takes something for comes after an end, or what an aside puts off.

    "saw the pact | as a gain", "was linked, by a hair | , to the clerk".
    """
    lowers, tags = grammar.lowers, grammar.tags
    if lowers[end] == "as" and grammar.lemma(last_verb(grammar, end)) in words("taking"):
        return not any(one.marker == end for one in grammar.clauses)
    aside = lowers[end] == "," and tags[end + 1 : end + 2] in (["IN"], ["TO"])
    if not aside or lowers[end + 1] not in _BROUGHT:
        return False
    opened = max((at for at in range(max(end - _NEAR, 1), end) if lowers[at] == ","), default=0)
    return opened > 0 and tags[opened + 1] == "IN" and FINITE.isdisjoint(tags[opened:end])


_PARTING = (
    _parts_predicate,
    _parts_participle,
    _parts_absolute,
    _parts_question,
    _parts_content,
    _parts_joint,
    _goes_on,
    _suffices,
    _takes,
    _awaits_deed,
)
