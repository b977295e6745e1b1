"""Continuation: whether a sentence goes on with what is said, or moves to something else."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.grammar import (
    DASHES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_contraction,
)
from armreader.extraction.quotes.verbs import verb_forms

_TURNS = frozenset(
    (
        "according",
        "compared",
        "whereas",
        "but",
        "who",
        "which",
        "despite",
        "while",
        "though",
        "after",
        "a",
        "an",
    )
)
"""Words that lead on, after a comma, from what is said to something else."""
_GOES_ON = frozenset(("RB", "MD", "TO", "VBZ"))
"""Tags after "but" with which what is said goes on: its subject is that of the clause before."""
_NEW_CLAUSE = frozenset(("PRP", "VBD", "VBZ", "VBP", "VBG"))
"""Tags after words in marks, a comma and "and" with which another clause begins."""
_AFTER_RUN = frozenset(
    [
        "after",
        "when",
        "before",
        "while",
        "during",
        "in",
        "on",
        "at",
        "as",
        "about",
        "because",
        "if",
        "moments",
        "referring",
    ]
)
_RELATIVES = frozenset(("where", "which", "who", "whose"))
_LONGEST_SUBJECT = 10
_ASIDES = frozenset(("a", "an", "who", "which"))
_LONGEST_ASIDE = 24
"""Tokens of an aside before the verb that a clause waits for."""


def is_turn(sentence: Blanked, at: int, limit: int) -> bool:
    """Whether the words after a comma move from what is said to something else."""
    lowers = sentence.lowers
    if at >= limit:
        return False
    forms = verb_forms()
    first = lowers[at]
    second = lowers[at + 1] if at + 1 < limit else ""
    third = lowers[at + 2] if at + 2 < limit else ""
    if first in forms and forms[first][1] == "ing":
        return True
    if first == "to" and second in ("which", "whom"):
        # "…, to which Falk replied"
        return True
    if first == "which" and second in SUBJECT_PRONOUNS:
        # "of the plan, which it said it liked"
        return False
    if first == "but" and (second == "that" or _GOES_ON & {*sentence.tags[at + 1 : at + 2]}):
        # "said they were few, but probably good", "…, but that she would stay"
        return False
    counts = first == "while" and "CD" in sentence.tags[at + 1 : at + 4]
    if counts and not says_next(sentence, at + 1):
        # "found that 28 percent stay, while 20 percent leave" goes on.
        return False
    if first in _TURNS or (first == "as" and third in forms):
        return True
    if first == "however" and second == ",":
        # "urged the bloc, however, to stay" goes on.
        return third not in ("to", "that")
    if first in ("and", "but", "then"):
        return (second in forms and forms[second][1] in ("past", "ing")) or (
            second in SUBJECT_PRONOUNS and (third in forms and forms[third][1] == "past")
        )
    return False


def acts_again(sentence: Blanked, at: int, cue: Cue) -> bool:
    """Whether a second verb of saying follows a comma: "hinted it was late, called it old"."""
    entry = verb_forms().get(sentence.lowers[at]) if at < len(sentence) else None
    finite = cue.form == "past" or (cue.form == "ing" and cue.group == cue.at)
    if entry is None or not finite:
        return False
    reports = sentence.tags[at] == "VBN" and sentence.lowers[at + 1 : at + 2] == ["that"]
    if sentence.tags[at] != "VBD" and not reports:
        return False
    return "any" not in entry[0].frames


def next_verb(lowers: list[str], at: int, form: str) -> str:
    """The form of the verb of saying that follows, past adverbs; "" if another word does.

    An -ing form counts only after another: "urging them to stay and saying why".
    """
    while at < len(lowers) and is_adverb(lowers[at]):
        at += 1
    entry = verb_forms().get(lowers[at]) if at < len(lowers) else None
    if entry and "sourced" in entry[0].frames:
        # "said it was late and thought it was cold" goes on.
        return ""
    known = ("past", "present", "ing") if form == "ing" else ("past", "present")
    return entry[1] if entry and entry[1] in known else ""


def says_next(sentence: Blanked, start: int) -> bool:
    """Whether others say something after ", and": "…, and nearly half said it was late"."""
    for at in range(start, min(len(sentence), start + _LONGEST_SUBJECT)):
        if sentence.tags[at] in FINITE:
            entry = verb_forms().get(sentence.lowers[at])
            return entry is not None and at > start and "any" in entry[0].frames
        if sentence.lowers[at] in (",", RUN, "that") or sentence.tags[at] in ("PRP", "WP", "WDT"):
            return False
    return False


def says_beside(sentence: Blanked, start: int) -> bool:
    """Whether somebody else says something beside it: "Lund saying no and Falk saying yes"."""
    at = start
    while at < len(sentence) - 1 and sentence.tags[at] in ("NNP", "NNPS", "DT", "NN"):
        at += 1
    entry = verb_forms().get(sentence.lowers[at]) if at < len(sentence) else None
    return at > start and entry is not None and entry[1] == "ing"


def run_ends_clause(sentence: Blanked, at: int, alone: bool) -> bool:
    """Whether a run in marks is the end of what was said, though the sentence goes on.

    A comma inside the marks ends the clause (the American custom), unless another run follows.
    """
    after = sentence.lowers[at + 1] if at + 1 < len(sentence) else ""
    if (
        after in ("and", "or", ",", "but", "a", "an", RUN)
        and RUN in sentence.lowers[at + 1 : at + 4]
    ):
        return False
    then = {*sentence.tags[at + 2 : at + 3]}
    depends = after == "because" or (after == "if" and not then & {"VBN", "VBD"})
    goes_on = depends or (after == "and" and not then & _NEW_CLAUSE)
    if goes_on or (not alone and after in _RELATIVES and _is_quoted_further(sentence, at + 1)):
        return False
    if sentence.text[sentence.runs[at].inner_end - 1] in ",.?!":
        return True
    return alone and (after in _AFTER_RUN or after in DASHES)


def _is_quoted_further(sentence: Blanked, at: int) -> bool:
    """Whether more words in marks follow, that no other verb of saying has."""
    forms = verb_forms()
    for after in range(at, len(sentence)):
        if sentence.lowers[after] == RUN:
            return True
        if sentence.lowers[after] in forms and sentence.tags[after] in FINITE:
            return False
    return False


def is_aside(sentence: Blanked, comma: int) -> bool:
    """Whether words after a comma are an aside in what is said: "fired Falk, a cook, for it"."""
    lowers = sentence.lowers
    if lowers[comma + 1] not in _ASIDES:
        return False
    after = range(comma + 2, min(len(lowers) - 1, comma + _LONGEST_ASIDE))
    closing = next((at for at in after if lowers[at] == ","), None)
    if closing is None or closing == comma + 2 or lowers[comma + 2] in verb_forms():
        return False
    return lowers[closing + 1] == RUN or sentence.tags[closing + 1] in FINITE | {"IN", "TO"}


def is_complete(sentence: Blanked, start: int, end: int) -> bool:
    """Whether tokens hold the verb of the clause that they open, and not only one inside it."""
    awaited = 1
    for at in range(start, end):
        if sentence.tags[at] in FINITE or is_contraction(sentence.lowers[at]):
            awaited -= 1
            if not awaited:
                return True
        elif at > start and sentence.tags[at] in ("WDT", "WP", "WP$"):
            awaited += 1
    return False


def waits_for_verb(sentence: Blanked, start: int, comma: int, *, says: bool) -> bool:
    """Whether a clause has not reached its verb yet: "said that Lund, who is 40, will stay".

    Without "that" it is known to be a clause only after a verb that says.
    """
    lowers = sentence.lowers
    opened = [at for at in range(start - 1, comma) if at >= 0 and lowers[at] in ("that", "whether")]
    if not opened and lowers[start - 1] != "," and (says or _resumes(sentence, comma)):
        opened = [start - 1]
    if not opened or RUN in lowers[max(start, opened[-1]) : comma]:
        return False
    return not is_complete(sentence, opened[-1] + 1, comma)


def _resumes(sentence: Blanked, comma: int) -> bool:
    """Whether an aside after a comma ends before a verb: "the dam, which is old, “leaks”"."""
    lowers = sentence.lowers
    after = range(comma + 1, min(len(lowers) - 1, comma + _LONGEST_ASIDE))
    closing = next((at for at in after if lowers[at] == ","), None)
    if closing is None or next_verb(lowers, comma + 1, "ing") == "ing":
        # "praised the crew, saying, “They wait.”"
        return False
    return lowers[closing + 1] in (RUN, "to", "as") or sentence.tags[closing + 1] in FINITE


def goes_on_with(sentence: Blanked, helper: str, start: int, at: int) -> bool:
    """Whether the subject of a perfect does something else: "has said she will, and has paid"."""
    if sentence.lowers[at : at + 1] != [helper] or helper in sentence.lowers[start:at]:
        return False
    tags = sentence.tags
    return tags[at + 1][:2] in ("VB", "RB") and any(tag in FINITE for tag in tags[start:at])
