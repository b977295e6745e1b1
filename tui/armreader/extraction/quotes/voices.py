"""Voices: whether a noun phrase can be a speaker: a person, a body, an office or a document."""

from __future__ import annotations

from functools import cache

from armreader.extraction.names.gazetteer import demonyms, is_body
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.clauses import is_agent, names_person
from armreader.extraction.quotes.grammar import SUBJECT_PRONOUNS, word_class
from armreader.extraction.quotes.phrases import Range
from armreader.language import entries

_PEOPLE = frozenset(
    (
        "some", "many", "others", "both", "most", "few", "several", "all", "those", "one",
        "another", "someone", "somebody", "everyone", "everybody", "anyone", "none", "nobody",
        "ones", "another", "neither", "either", "each", "who", "herself", "himself", "themselves",
    )
)  # fmt: skip
_COLLECTIVE = frozenset(("people", "police"))
_NOBODY = frozenset(("no", "nobody", "none", "neither", "nor"))
_RELATIVES = frozenset(("which", "that"))
_JOINTS = frozenset(
    ("of", "for", "from", "at", "with", "in", "on", "to", "by", "who", "which", "that")
)
_SHARES = frozenset(
    (
        "percent",
        "%",
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "two-thirds",
        "three-quarters",
        "three-fourths",
        "majority",
        "minority",
    )
)
_ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ism",
    "ance",
    "ence",
    "ing",
    "ship",
    "ure",
    "th",
)
_SHORTEST = 4


def can_speak(sentence: Blanked, phrase: Range, *, says: bool = True) -> bool:
    """Whether what a phrase names can say something: not an event, a number or an abstract noun.

    With a verb like "said", a noun that is in no table is taken for a person: "a deckhand"; with
    others, like "demanded", it is not.
    """
    start, end = phrase
    lowers = sentence.lowers
    if end - start == 1 and (
        lowers[start].partition("'")[0] in SUBJECT_PRONOUNS
        or lowers[start] in _RELATIVES
        or word_class(lowers[start]) == "possessive"
    ):
        return True
    if lowers[end - 1] in _JOINTS:
        return False
    head = _head(sentence, start, end)
    counted = lowers[head + 1 : head + 2] == ["of"] and sentence.tags[head] == "NNS"
    if counted and head + 2 < end and not _is_voice(sentence, head):
        # "Dozens of witnesses", "millions of Danes".
        head = _head(sentence, head + 2, end)
    if sentence.tags[head] == "CD" and head > start and lowers[head - 1] in entries("documents"):
        # "Article 33", "Section 4"
        return True
    if lowers[head] in _SHARES or sentence.tags[head] == "CD":
        # "Two thirds", "60 percent", "four in ten": of those who were asked.
        ratio = lowers[head + 1 : head + 2] == ["in"] or lowers[head - 1] in ("in", "of")
        return ratio or not lowers[head].isdigit()
    return _is_voice(sentence, head) or (says and _may_be_somebody(sentence, head))


def may_act(sentence: Blanked, phrase: Range) -> bool:
    """Whether a noun next to words in marks and a verb may be for people: "the heavyweights"."""
    head = _head(sentence, *phrase)
    lower = sentence.lowers[head]
    noun = sentence.tags[head] in ("NN", "NNS") and len(lower) >= _SHORTEST
    return noun and not lower.removesuffix("s").endswith(_ABSTRACT) and lower not in _happenings()


def is_group(sentence: Blanked, phrase: Range, head: int) -> bool:
    """Whether a phrase names several who may be "they": "The crews", not "No crews", "Polls"."""
    lower = sentence.lowers[head]
    several = sentence.tags[head] in ("NNS", "NNPS") or lower in _COLLECTIVE
    thing = lower.removesuffix("s") in entries("documents") | entries("speaking_things")
    opened = word_class(sentence.lowers[phrase[0]]) in ("conjunction", "preposition")
    known = several and not thing and not opened and not is_nobody(sentence, phrase)
    return known and can_speak(sentence, phrase, says=False)


def is_thing(sentence: Blanked, phrase: Range, head: int) -> bool:
    """Whether a phrase names one body or document that may be "it": "The letter"."""
    lower = sentence.lowers[head]
    one = sentence.tags[head] in ("NN", "NNP") and lower not in _COLLECTIVE
    thing = lower in entries("documents") | entries("speaking_things") or is_body(lower)
    return one and thing and not is_nobody(sentence, phrase)


def is_nobody(sentence: Blanked, phrase: Range) -> bool:
    """Whether a phrase says that nobody speaks: "no one", "neither side"; not "No 10"."""
    start, end = phrase
    lowers = sentence.lowers
    if start and lowers[start - 1] in ("no", "nor"):
        return True
    named = sentence.ends[end - 1] in sentence.named
    following = lowers[start + 1 : start + 2]
    numbered = lowers[start] == "no" and following and following[0][0] in ".0123456789"
    return lowers[start] in _NOBODY and not named and not numbered


def voice_within(sentence: Blanked, phrase: Range) -> Range:
    """Who speaks in "footage of Ada Lund saying": the name behind a noun that cannot.

    And in "they marched, carrying signs saying": what they carry.
    """
    start, end = phrase
    if start and sentence.tags[start] == "VBG" and sentence.lowers[start - 1] == ",":
        start, phrase = start + 1, (start + 1, end)
    if can_speak(sentence, phrase, says=False):
        return phrase
    last = next((at for at in range(end - 1, start, -1) if sentence.lowers[at] == "of"), None)
    within = (last + 1, end) if last is not None else phrase
    return within if within[0] < end and can_speak(sentence, within, says=False) else phrase


def without_examples(sentence: Blanked, phrase: Range) -> Range:
    """A phrase without those it names as examples: "forty clubs -- including the Sea Club"."""
    start, end = phrase
    at = next((at for at in range(start + 1, end) if sentence.lowers[at] == "including"), end)
    while at < end and at > start + 1 and not sentence.lowers[at - 1][0].isalnum():
        at -= 1
    return start, at


def who_is_meant(sentence: Blanked, phrase: Range | None) -> Range | None:
    """Who speaks, by a phrase before a colon: "Lund" for "Lund's message"; None for nobody."""
    if phrase is None:
        return None
    for at in range(phrase[0] + 1, phrase[1]):
        owner = (phrase[0], at)
        if sentence.lowers[at] in ("'s", "'") and can_speak(sentence, owner, says=False):
            head = sentence.lowers[phrase[1] - 1]
            # "Lund's message:" is Lund's; "Lund's critics:" are others.
            return phrase if names_person(head) or is_agent(head) else owner
    return phrase if can_speak(sentence, phrase, says=False) else None


def _head(sentence: Blanked, start: int, end: int) -> int:
    """The noun before what "of" and the like join to it."""
    for at in range(start + 1, end):
        if sentence.lowers[at] in _JOINTS:
            return at - 1
    last = end - 1
    while last > start and not sentence.lowers[last][0].isalnum():
        last -= 1
    return last


def _is_voice(sentence: Blanked, at: int) -> bool:
    lower, tag = sentence.lowers[at], sentence.tags[at]
    first = sentence.words[at][0]
    if sentence.ends[at] in sentence.named or (first.isalpha() and first.upper() == first.lower()):
        # A name of the article, or in letters that have no capitals.
        return True
    if tag == "DT" and lower not in _PEOPLE:
        return False
    if lower in _PEOPLE or lower in ("'s",):
        return True
    if (
        lower in entries("speaking_things")
        or lower in demonyms()
        or is_body(lower.removesuffix("s"))
    ):
        return True
    if names_person(lower) or lower in entries("organisations") or lower in entries("documents"):
        return True
    if sentence.words[at][0].isupper() and (at > 0 or _may_be_name(tag)):
        return True
    return tag in ("NN", "NNS") and is_agent(lower)


def _may_be_name(tag: str) -> bool:
    """Whether a capitalised word at the start of a sentence may be a name, by its tag."""
    return tag[:2] in ("NN", "JJ", "VB", "FW") and tag != "NNS"


def _may_be_somebody(sentence: Blanked, at: int) -> bool:
    """Whether a noun, by its ending, is neither abstract nor for something that happens."""
    lower = sentence.lowers[at]
    if sentence.tags[at] != "NN" or len(lower) < _SHORTEST:
        return False
    return not lower.endswith(_ABSTRACT) and lower not in _happenings()


@cache
def _happenings() -> frozenset[str]:
    return entries("events_nouns") | entries("occasions")
