"""Headlines, captions and first sentences that a page has on one line, without a mark between
them: "Two quakes hit the coast | Rescue crews have left for Ardal".

No word says where one ends, so both sides are looked at: the first has its verb and ends in a
noun, and the second is a sentence that lacks nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.repairs import repair_marks
from armreader.extraction.grammar.syntax import FINITE
from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.grammar.tokens import Tokens, tokenise
from armreader.extraction.names.gazetteer import is_body, is_description, is_title
from armreader.language import entries, groups, mapping

_SHORTEST, _LONGEST_SUBJECT = 4, 14
"""The fewest tokens of a text; the most of the subject with which one begins."""
_MOST = 3
"""The most texts that may follow the first: more are a list of links to other pages."""
_LONGEST = 700
"""Characters of a headline, a caption and a sentence together."""
_OPENS = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT"))
_IN_SUBJECT = _OPENS | {"POS", "IN", "CC", ",", "HYPH", "VBN", "PRP$", "JJR", "JJS", "``", "''"}
_IN_GROUP = FINITE | {"MD", "RB", "VB", "VBN", "VBG"}
_COMPLETE = frozenset(("TO", "DT", "PRP$", "PRP", "NNP", "NNS", "NN", "JJ", "CD", "$", "VBG", "EX"))
"""Tags of what comes after a verb that has what it needs."""
_SUBORDINATE = frozenset(("when", "as", "after", "if", "while", "since", "because", "although"))
_DASHES = frozenset(("-", "--", "–", "—", "_"))
_CLOSING = frozenset(("”", '"', "''", "'", "’"))
_AGENTS = ("er", "or", "ist", "ian")
"""Ends of nouns for who does something, before a name: "the promoter | Ann Lee"."""


def glued_at(text: str, start: int, end: int) -> list[int]:
    """Where texts begin in a stretch of one line, besides its start."""
    if end - start > _LONGEST:
        return []
    tokens = tokenise(text, start, end)
    tags, found, first = tagger().tag(tokens.words), list[int](), 0
    repair_marks(tokens, tags)
    for at in range(_SHORTEST, len(tags) - _SHORTEST):
        if at - first < _SHORTEST or not _may_begin(text, tokens, tags, at):
            continue
        if _is_whole(tokens, tags, first, at) and _is_sentence(tokens.lowers, tags, at):
            found.append(tokens.starts[at])
            first = at
    return found if len(found) <= _MOST else []


def _may_begin(text: str, tokens: Tokens, tags: Sequence[str], at: int) -> bool:
    """Whether a capital letter begins something after a word that it does not belong to."""
    word, before, opens = tokens.words[at], tokens.words[at - 1], tokens.lowers[at].rstrip(".")
    if not word[0].isupper() or tags[at] not in _OPENS or text[tokens.starts[at] - 1] != " ":
        return False
    if opens in entries("grammar/days") or opens in mapping("months"):
        return False
    if before in _CLOSING:
        return tokens.words[at - 2][-1].isalnum()  # not "“We will sail,” Lee said"
    if _ends_attribution(tokens.lowers, tags, at):
        return True
    if tags[at - 1] not in ("NN", "NNS") or not before[0].islower():
        return False
    if before in entries("grammar/time_nouns"):
        return False  # "said yes, but this week | Lee left"
    return not (tags[at].startswith("NNP") and _describes_name(lemma(before, tags[at - 1])))


def _ends_attribution(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a headline ends in who says it: "Flood nears its end, says Ann Lee | Norden has"."""
    first = at - 1
    while first > 0 and tags[first] == "NNP":
        first -= 1
    said = lemma(lowers[first], tags[first]) in _verbs("said")
    return first < at - 2 and said and lowers[first - 1] == ","


def _describes_name(noun: str) -> bool:
    """Whether a noun before a name says who or what it is: "the firm | Norden Lines"."""
    known = is_body(noun) or is_title(noun) or is_description(noun)
    return known or noun.endswith(_AGENTS) or noun in entries("named_kinds")


def _is_whole(tokens: Tokens, tags: Sequence[str], first: int, end: int) -> bool:
    """Whether a stretch has its verb, and no verb or noun that says what comes after.

    What an agency sends has no headline after its place: "ARDAL (Agency) - ".
    """
    lowers, inside = tokens.lowers, tags[first:end]
    if lowers[first] in _SUBORDINATE and "," not in lowers[first:end]:
        return False
    if inside.count("``") != inside.count("''"):
        return False
    if not entries("reading/agencies").isdisjoint(tokens.words[first : first + _LONGEST_SUBJECT]):
        return False
    verbs = [at for at in range(first, end) if tags[at][0] in "VM"]
    named = any(tags[at] == "VBN" and tags[at - 1] == "NNP" for at in verbs[:1])
    titled = ":" in lowers[first : first + _SHORTEST + 1] and tags[end] != "NNP"
    if FINITE.isdisjoint(inside) and "MD" not in inside and not (named or titled):
        return False
    noun = lemma(lowers[end - 1], tags[end - 1])
    last = verbs[-1] if verbs else first
    said = lemma(lowers[last], tags[last]) in _verbs("said", "supposed", "hearing")
    said = said and not _ends_attribution(lowers, tags, end)
    apart = not _DASHES.isdisjoint(lowers[end - 3 : end]) or tags[end - 2] == "HYPH"
    return not (said or apart or noun in entries("grammar/fact_nouns"))


def _is_sentence(lowers: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether a stretch begins with a subject and a verb with what it needs."""
    at, last = first, min(first + _LONGEST_SUBJECT, len(tags) - 1)
    while at < last and tags[at] in _IN_SUBJECT:
        at += 1
    if at == first or (tags[at] not in FINITE and tags[at] != "MD"):
        return False
    head = at
    while at < len(tags) and tags[at] in _IN_GROUP:
        head = at if tags[at] != "RB" else head
        at += 1
    while tags[at : at + 2] == ["TO", "VB"]:
        head, at = at + 1, at + 2  # "will have to pay", not "has to pay fines"
    base = lemma(lowers[head], tags[head])
    passive = tags[head] == "VBN" and lemma(lowers[head - 1], tags[head - 1]) == "be"
    after = tags[at : at + 1]
    says = base in _verbs("said", "supposed")
    if passive or base == "be" or says or not _COMPLETE.isdisjoint(after):
        return bool(after)
    return after in (["IN"], ["RP"]) and base in _verbs("intransitive")


def _verbs(*parts: str) -> frozenset[str]:
    """The verbs of parts of the table of words."""
    table = groups("proposition_words")
    return frozenset().union(*(table[part] for part in parts))
