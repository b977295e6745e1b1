"""Tags that the words beside them show to be wrong: "paid tribute" has one verb, not two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.inflection import is_irregular_past, is_verb, lemma
from armreader.extraction.grammar.main_verbs import DAYS
from armreader.extraction.grammar.same_forms import is_same_form
from armreader.extraction.grammar.syntax import FINITE
from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.grammar.tokens import Tokens
from armreader.extraction.tokens import ACRONYMS
from armreader.language import entries, mapping
from armreader.language.event_classes import classes_of, event_words, family
from armreader.language.figure_bounds import comparing_bounds

_BARE = frozenset(
    ("do", "help", "let", "make", "dare", "need", "have", "see", "hear", "watch", "be")
)
"""Verbs that a bare verb may follow."""
_ACRONYMS = frozenset(ACRONYMS.values())
_LATIN = {("de", "facto"), ("de", "jure"), ("ipso", "facto"), ("en", "masse"), ("per", "se")}
"""Foreign phrases that are adverbs: "has de facto left"."""
_AFTER_OBJECT = frozenset(("DT", "RP", "IN", "TO", ".", ",", "CC"))
"""Tags of what cannot be hers."""
_ADJECTIVES = frozenset(("guilty", "redundant", "bankrupt"))
"""Words that say what somebody became: "found him guilty", "made 20 redundant"."""
_OBJECTS = (["him"], ["her"], ["them"], ["me"], ["us"])
_PARTS = (["third"], ["quarter"], ["fifth"], ["half"], ["dozen"], ["hundred"], ["thousand"],
          ["million"], ["billion"])  # fmt: skip
"""What "a" before it makes a number: "fewer than a third"."""
_HOURS = frozenset(("late", "early"))
"""Words that say when in a day: "late Monday"."""
_RUNNING = (["mate"], ["back"])
"""What "running" before it makes somebody: "Lund running mate Olaf Berg"."""
_NOUN = (["NN"], ["NNS"])
_OWNED = {("VBD", "PRP$"), ("VBD", "POS"), ("VBN", "POS")}
"""Tags of a past form and of the possessive before it, which parses take for verbs."""
_DESCRIBED = (*_NOUN, ["JJ"], ["NNP"])
"""Tags of what an adjective describes, or of another before it."""
_IN_PHRASE = frozenset(("NNP", "DT", "POS"))
_AFTER_PHRASE = frozenset(("IN", "VBD", "VBZ", "MD", "TO", "."))
"""Tags of what comes before the last word of a phrase, and after it."""
_SHORTEST = 3
"""Letters of the longest word that joins two parts of a foreign name."""
_CONTENT = 16
"""Tokens within which to look for the verb of what a noun like "claim" is about."""
_OPENING = frozenset(("CC", "WDT", "WP", "WRB"))
"""Tags of words that open another clause, or join one."""
_SAID = 9
"""Tokens within which to look for the verb of saying before a "that"."""


def repair_marks(tokens: Tokens, tags: list[str]) -> None:
    """Tag a straight mark by the blanks around it: one before a word opens, one after it closes.

    A mark between two blanks or two words keeps its tag. A hyphen between two blanks is a dash,
    but not that of a score. Changes the tags in place.
    """
    for at, word in enumerate(tokens.words):
        if word == "-" and tags[at] in ("HYPH", ",") and _is_dash(tokens, tags, at):
            tags[at] = ":"
        if word != '"':
            continue
        after_word = at > 0 and tokens.ends[at - 1] == tokens.starts[at]
        before_word = tokens.starts[at + 1 : at + 2] == [tokens.ends[at]]
        if after_word != before_word:
            tags[at] = "``" if before_word else "''"


def _is_dash(tokens: Tokens, tags: Sequence[str], at: int) -> bool:
    """Whether a hyphen has blanks and words around it: "sold it - a surprise", not "won 3 - 2"."""
    if not 0 < at < len(tags) - 1 or "CD" in (tags[at - 1], tags[at + 1]):
        return False
    return tokens.ends[at - 1] < tokens.starts[at] and tokens.ends[at] < tokens.starts[at + 1]


def repair_words(lowers: Sequence[str], tags: list[str]) -> None:
    """Correct single tags by the words beside them; changes the tags in place.

    "the WHO" is a name; "paid tribute" has one verb; after "did n't" comes a verb; "said last week
    that" opens a clause.
    """
    for at, low in enumerate(lowers):
        tag = tags[at]
        if known := _of_word(lowers, tags, at):
            tags[at] = known
        elif tag == "NN" and is_verb(low) and _is_denied(lowers, tags, at):
            tags[at] = "VB"  # "either did n't support"
        elif tag == "NN" and is_irregular_past(low) and _is_done(lowers, tags, at):
            tags[at] = "VBD"
        elif tag == "PRP" and low == "her" and tags[at + 1 : at + 3] == ["RB", "JJ"]:
            tags[at] = "PRP$" if tags[at + 3 : at + 4] in (["NN"], ["NNS"]) else tag
        elif (low, *lowers[at + 1 : at + 2]) in _LATIN:
            tags[at : at + 2] = ["RB", "RB"]
        elif tag == "PRP$" and low == "her" and {*tags[at + 1 : at + 2]} & _AFTER_OBJECT:
            tags[at] = "PRP"  # "backed her up"
        elif low == "running" and lowers[at + 1 : at + 2] in _RUNNING:
            tags[at : at + 2] = ["NN", "NN"]
        elif tag == "WDT" and low == "that" and _said_when(lowers, tags, at):
            tags[at] = "IN"
        elif low == "that" and at and _gives_content(lowers, tags, at):
            tags[at : at + 2] = ["IN", "NNS"]  # "the charge that reports were false"
        elif low in _bounding() and (last := _bound(lowers, tags, at)):
            tags[at:last] = ["RB"] * (last - at)  # no clause: "more than 30 were hurt"
        elif tag[0] == "V" and at:
            tags[at] = _of_verb(lowers, tags, at)


def _of_word(lowers: Sequence[str], tags: Sequence[str], at: int) -> str | None:
    """The tag of a word that the tagger often takes for another; None for others."""
    low, tag, before = lowers[at], tags[at], tags[at - 1 : at]
    if low in DAYS and tag[0] == "V":
        return "NN"  # "Yesterday the keeper left"
    if low == "i" and tag == "PRP" and before == ["-LRB-"]:
        return "NNP"  # "Senator Lund (I-Vt.)"
    if tag == "JJ" and _is_event(low, tags, at):
        return "NN"  # "won the Ardal primary on Tuesday"
    if low in _ADJECTIVES and tag == "NN" and tags[at + 1 : at + 2] not in _NOUN:
        return "JJ"
    if low in _ACRONYMS and tag in ("NN", "NNS", "PRP", "WP"):
        return "NNP"
    if low == "likely" and before in (["RBS"], ["RB"], ["MD"]) and tags[at + 1 : at + 2] == ["VB"]:
        return "RB"  # "will most likely vote"
    if low == "chief" and tag == "RBR":
        return "JJ"
    if low in _HOURS and tag == "JJ" and before and before[0][0] == "N":
        # "Judge Lund late Monday issued an order"
        return "RB" if entries("grammar/days").intersection(lowers[at + 1 : at + 2]) else tag
    if low == "executive" and tag == "JJ" and lowers[at - 1 : at] == ["chief"]:
        return "NN"
    if low == "hearing" and tag == "VBG" and before in (["NNP"], ["DT"], ["NN"], ["JJ"]):
        return "NN"  # "testified at a Senate hearing about the spill"
    return None


def _is_event(low: str, tags: Sequence[str], at: int) -> bool:
    """Whether an adjective at the end of a phrase is the noun of an event: "the primary"."""
    after, before = tags[at + 1 : at + 2], tags[at - 1 : at]
    ends = bool(after) and after[0] in _AFTER_PHRASE
    return ends and bool(before) and before[0] in _IN_PHRASE and low in event_words().nouns


def _of_verb(lowers: Sequence[str], tags: Sequence[str], at: int) -> str:
    """The tag of what was taken for the form of a verb, by what is before and after it."""
    low, tag, before = lowers[at], tags[at], tags[at - 1]
    if tag == "VB" and before == "VBD" and not _brings_verb(lowers[at - 1]):
        return "NN"
    if tag == "VBP" and before == "CC" and _shares_modal(tags, at - 1):
        return "VB"  # "will leave the firm and lose the seat"
    if tag == "VBP" and before in ("NN", "NNP") and is_same_form(low):
        return "VBD"  # "the study undercut the claim"
    if tag == "VBP" and before == "NNS" and _is_of_money(lowers, tags, at):
        return "NN"  # "took a $20 million earnings charge"
    if tag == "VBN" and before == "CC" and _is_past_too(lowers, tags, at):
        return "VBD"  # "claimed 20 lives and injured three people"
    owned = (tag, before) in _OWNED or (tag == "VBD" and lowers[at - 1] in ("the", "a", "an"))
    if owned and tags[at + 1 : at + 2] in _DESCRIBED:
        return "JJ"  # "its cracked old dam", "the town's frayed ropes"
    if tag == "VBD" and lowers[at - 1] == "most" and tags[at + 1 : at + 2] in _NOUN:
        return "VBN"  # "the most wanted list"
    if tag == "VBZ" and _names_people(low):
        return "NNS"  # "State Department aides"
    if before == "NNP" and tags[at + 1 : at + 2] == ["NNP"] and not is_verb(lemma(low, tag)):
        return "NNP" if len(low) <= _SHORTEST else tag  # "Dar es Salaam"
    if tag == "VBD" and low == "ended" and _ends_period(lowers, tags, at):
        return "VBN"  # "in the six months ended June 30 sales rose"
    return tag


def _is_of_money(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a word ends a phrase that "a" and a sum open."""
    first = at - 1
    while first > 0 and tags[first] in ("NN", "NNS", "CD", "$", "HYPH", "JJ"):
        first -= 1
    return lowers[first] in ("a", "an") and "$" in tags[first:at]


def _shares_modal(tags: Sequence[str], joined: int) -> bool:
    """Whether the verb before a conjunction comes after a modal or "to"."""
    for at in range(joined - 1, -1, -1):
        if tags[at] in ("MD", "TO") and tags[at + 1] in ("VB", "RB"):
            return True
        if tags[at] in FINITE or tags[at] in ("WDT", "WP", ":", "``"):
            return False
    return False


def _is_past_too(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a form after "and" is past and no participle: it has an object after a past verb."""
    before = next((one for one in range(at - 2, -1, -1) if tags[one][0] in "VM"), None)
    if before is None or tags[before] != "VBD" or lemma(lowers[before], "VBD") in ("be", "have"):
        return False
    after = next((one for one in range(at + 1, len(tags)) if tags[one] != "RB"), at)
    timed = not entries("grammar/time_nouns").isdisjoint(lowers[after : after + 3])
    return tags[after] in ("DT", "PRP$", "PRP", "CD", "NNP") and not timed


def _is_denied(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a word comes after "did not", "will n't", where only a verb can."""
    if at < 2 or lowers[at - 1] not in ("not", "n't"):
        return False
    return tags[at - 2] == "MD" or lowers[at - 2] in ("do", "does", "did")


def _is_done(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a word is what somebody did: "a man who allegedly shot a guard", "a guard shot him".

    Only adverbs are between it and a relative pronoun, or an object comes right after it.
    """
    first = at
    if tags[at - 1 : at] in _NOUN and lowers[at + 1 : at + 2] in _OBJECTS:
        return True
    while first > 0 and tags[first - 1] == "RB":
        first -= 1
    return first > 0 and tags[first - 1] in ("WP", "WDT")


def _bound(lowers: Sequence[str], tags: Sequence[str], at: int) -> int:
    """Where the words that bound a number end, at that number: "up to | 300"; 0 if none begin."""
    for bound in comparing_bounds():
        last = at + len(bound)
        if tuple(lowers[at:last]) == bound and last < len(tags):
            part = lowers[last] in ("a", "one") and lowers[last + 1 : last + 2] in _PARTS
            return last if tags[last] == "CD" or lowers[last] == "half" or part else 0
    return 0


@cache
def _bounding() -> frozenset[str]:
    return frozenset(bound[0] for bound in comparing_bounds())


def _ends_period(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether "ended" says which months are meant, and another verb what happened."""
    period = lowers[at - 1] in entries("grammar/time_nouns") or lowers[at - 1] == "period"
    return period and tags[at + 1 : at + 2] == ["NNP"] and bool(FINITE & {*tags[at + 1 :]})


def _names_people(low: str) -> bool:
    """Whether a word is only ever the plural of a word for people: "aides"."""
    one = lemma(low, "NNS")
    return (one in mapping("titles") or one in mapping("descriptions")) and not is_verb(one)


def _brings_verb(low: str) -> bool:
    """Whether a past form is followed by a bare verb: "did go", "helped build"."""
    return lemma(low, "VBD") in _BARE


def _said_when(lowers: Sequence[str], tags: Sequence[str], that: int) -> bool:
    """Whether a "that" comes after a verb of saying and where or when it was said.

    "said last week that the dam held", "said in a report that about 40 left", "wrote to the board
    that it should rest".
    """
    last = lowers[that - 1]
    known = last in entries("grammar/time_nouns") or last in entries("occasions")
    if that + 1 == len(tags) or tags[that + 1] in FINITE:
        return False
    reach = range(that - 1, max(that - _SAID, -1), -1)
    before = next((at for at in reach if tags[at][0] == "V"), None)
    if before is None or not says(lowers[before], tags[before]):
        return False
    return known or lowers[before + 1] == "to"


def _gives_content(lowers: Sequence[str], tags: Sequence[str], that: int) -> bool:
    """Whether a plural after the "that" of a noun like "claim" was taken for its verb."""
    claimed = lemma(lowers[that - 1], "NNS") in entries("grammar/fact_nouns")
    if not claimed or tags[that + 1 : that + 2] != ["VBZ"]:
        return False
    if "NNS" not in tagger().possible(lowers[that + 1]).split("/"):
        return False
    after = range(that + 2, min(that + _CONTENT, len(tags)))
    verb = next((at for at in after if tags[at] in FINITE or tags[at] == "MD"), None)
    return verb is not None and _OPENING.isdisjoint(tags[that + 2 : verb])


def says(low: str, tag: str) -> bool:
    """Whether a form is of a verb of saying."""
    return any(family(name) == "say" for name in classes_of(lemma(low, tag)))
