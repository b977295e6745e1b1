"""Phrases: the noun phrase that ends at a token, with everything joined to it on its left."""

from __future__ import annotations

from armreader.extraction.names.gazetteer import is_given_name
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import (
    ends_name,
    is_agent,
    is_verb_of_noun,
    names_speaker,
)
from armreader.extraction.quotes.grammar import (
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_nounlike,
    is_past,
    is_time_word,
    is_word,
    opens_noun_phrase,
    word_class,
)
from armreader.extraction.quotes.verbs import verb_forms
from armreader.language import entries

Range = tuple[int, int]
"""A half-open range of tokens of a blanked sentence."""

_LINKS = frozenset(("of", "for", "from", "at", "with", "in", "on", "to", "by"))
_RELATIVES = frozenset(("that", "which", "what", "whatever"))
_LONGEST_ACT = 10
"""Tokens back from a noun phrase within which an -ing form may govern it."""


def phrase_ending(sentence: Blanked, end: int) -> Range | None:
    """The noun phrase whose last token is ``end``, with what "of" and the like join to it."""
    if end < 0:
        return None
    start = _linked_start(sentence, end)
    actor = _who_acts(sentence, start)
    if actor is not None:
        end, start = actor, _linked_start(sentence, actor)
    return _coordinated_start(sentence, start), end + 1


def phrase_core(sentence: Blanked, end: int) -> Range:
    """The noun phrase whose last token is ``end``, without what it is joined to."""
    return _core_start(sentence, end), end + 1


def before_suffix(sentence: Blanked, end: int) -> int:
    """The last token of a name before a comma and its suffix: "Lund" in "Karl Lund, Jr."."""
    lowers = sentence.lowers
    at = end - (lowers[end] == "." and end > 0)
    suffixed = (
        lowers[at].rstrip(".") in entries("name_suffixes") and sentence.words[at][0].isupper()
    )
    return at - 2 if suffixed and at > 1 and lowers[at - 1] == "," else end


def _linked_start(sentence: Blanked, end: int) -> int:
    """Where the noun phrase that ends at a token begins, past "of", "for" and the like."""
    start = _core_start(sentence, end)
    lowers = sentence.lowers
    for _ in range(3):
        link = start - 1
        if link < 1 or lowers[link] not in _LINKS or not is_nounlike(lowers[link - 1]):
            break
        head = lowers[link - 1]
        if lowers[link] != "of" and not (names_speaker(sentence, link - 1) or is_agent(head)):
            break
        if head in SUBJECT_PRONOUNS:
            break
        start = _core_start(sentence, link - 1)
    return start


def _who_acts(sentence: Blanked, start: int) -> int | None:
    """The noun before an -ing form: "man" for "the bus" in "The man driving the bus said"."""
    lowers, words = sentence.lowers, sentence.words
    for at in range(start - 1, max(0, start - _LONGEST_ACT), -1):
        lower = lowers[at]
        kind = word_class(lower)
        if not is_word(lower) or kind in ("auxiliary", "conjunction", "pronoun") or is_past(lower):
            return None
        if lower.endswith("ing") and not kind and words[at][0].islower():
            return at - 1 if names_speaker(sentence, at - 1) else None
        if at == start - 1 and kind != "preposition":
            return None
    return None


def _coordinated_start(sentence: Blanked, start: int) -> int:
    """Where "The A Council and the crews" begins, if the second begins at a token."""
    lowers, words, tags = sentence.lowers, sentence.words, sentence.tags
    joined = start > 1 and lowers[start - 1] == "and" and word_class(lowers[start]) != "pronoun"
    if not joined or not (words[start - 2][0].isupper() or tags[start - 2] in ("NN", "NNS")):
        return start
    first = _core_start(sentence, start - 2)
    opens = first == 0 or lowers[first - 1] in ("both", ",", RUN)
    acts = any(is_past(lower) or is_auxiliary(lower) for lower in lowers[first:start])
    return first if opens and not acts else start


def _core_start(sentence: Blanked, end: int) -> int:
    """Where the noun phrase that ends at a token begins, without phrases joined to it."""
    lowers, words = sentence.lowers, sentence.words
    if lowers[end] in SUBJECT_PRONOUNS:
        return end
    at = end
    forms = verb_forms()
    while at > 0:
        before = lowers[at - 1]
        if _is_joint(sentence, at):
            at -= 1
            continue
        if not is_word(before) or _is_time(sentence, at - 1):
            break
        kind = "determiner" if before == "one" else word_class(before)
        if before == "a" and words[at - 1] == "A" and lowers[at] == ".":
            # "Karl A. Lund"
            kind = ""
        if kind == "preposition" and sentence.tags[at - 1] == "JJ":
            # "an inside source"
            kind = ""
        if is_verb_of_noun(sentence, at - 1) or _is_acting(sentence, at - 1):
            break
        if kind in ("determiner", "possessive"):
            if before in _RELATIVES:
                break
            at -= 1
            if not (at > 1 and lowers[at - 1] in ("all", "some", "many", "both", "most")):
                break
            continue
        if kind or (is_adverb(before) and words[at - 1].islower()):
            break
        if before in forms and words[at - 1].islower() and _is_reporting(sentence, at - 1):
            break
        at -= 1
    return at


def _is_acting(sentence: Blanked, at: int) -> bool:
    """Whether a word in lower case is a verb with what follows as its object: "has run ads"."""
    tag = sentence.tags[at]
    if not sentence.words[at][0].islower():
        return False
    helped = at > 0 and is_auxiliary(sentence.lowers[at - 1])
    return tag in ("VB", "VBZ", "VBP", "VBD") or (tag == "VBN" and helped)


def _is_joint(sentence: Blanked, at: int) -> bool:
    """Whether what comes before a token joins it to the phrase: "and", "'s" or a name in marks."""
    lowers, words = sentence.lowers, sentence.words
    before = lowers[at - 1]
    if before == "-" and sentence.ends[at - 1] < sentence.starts[at]:
        # "the plan - one that": a dash
        return False
    if before in ("'s", "'", "-", "&", "/"):
        return True
    if at < 2:
        return False
    if before == RUN:
        return _is_name_in_marks(sentence, at - 1)
    names = words[at][0].isupper() and words[at - 2][0].isupper()
    if before == "and":
        # "Lund and Falk", "current and former officials"
        return names or sentence.tags[at - 2] == sentence.tags[at] == "JJ"
    return before == "." and names


def _is_reporting(sentence: Blanked, at: int) -> bool:
    """Whether a verb of saying at a token is one: its form shows it, or its tag does."""
    form = verb_forms()[sentence.lowers[at]][1]
    return form in ("past", "ing") or sentence.tags[at] in ("VBP", "VBZ")


def _is_name_in_marks(sentence: Blanked, at: int) -> bool:
    """Whether a run belongs to a noun phrase and does not end a clause: the “History” section."""
    ended = sentence.text[sentence.runs[at].inner_end - 1] in ",.?!"
    return opens_noun_phrase(sentence.lowers[at - 1]) and not ended


def _is_time(sentence: Blanked, at: int) -> bool:
    """Whether a token is a day or a month, and not a given name: "Jan Weber", "April Lund"."""
    if not is_time_word(sentence.lowers[at]):
        return False
    named = at + 1 < len(sentence) and sentence.ends[at + 1] in sentence.named
    return not (named and is_given_name(sentence.lowers[at]))


def phrase_from(sentence: Blanked, start: int) -> Range | None:
    """A noun phrase that begins at a token and ends where the clause does or an aside begins."""
    lowers, words = sentence.lowers, sentence.words
    count = len(lowers)
    if start >= count:
        return None
    first = lowers[start]
    if first in SUBJECT_PRONOUNS and first != "who":
        return start, start + 1
    if not (words[start][0].isupper() or opens_noun_phrase(first) or is_nounlike(first)):
        return None
    if _is_time(sentence, start) or first == "that":
        return None
    at = start
    while at < count:
        lower = lowers[at]
        if lower == RUN or (not is_word(lower) and lower not in ("'s", "'", ".", "-", "&", "/")):
            break
        if lower == "." and (at + 1 == count or not words[at + 1][0].isupper()):
            break
        kind = "" if at > start and ends_name(sentence, at) else word_class(lower)
        day = at > start and opens_noun_phrase(lowers[at - 1])
        if (
            at > start
            and (
                kind in ("auxiliary", "conjunction", "pronoun")
                or (_is_time(sentence, at) and not day)
                or (kind == "preposition" and lower not in ("of", "for", "from", "at"))
            )
            and not (lower == "and" and at + 1 < count and words[at + 1][0].isupper())
        ):
            break
        if at > start and (
            (sentence.tags[at] == "VBG" and sentence.tags[at - 1] in ("NN", "NNS", "NNP"))
            or (is_adverb(lower) and words[at].islower())
            or (kind in ("determiner", "possessive") and word_class(lowers[at - 1]) == "")
            or is_verb_of_noun(sentence, at)
        ):
            break
        at += 1
    return (start, at) if at > start else None


def phrase_after(sentence: Blanked, start: int) -> Range | None:
    """The noun phrase that begins at a token: the source after "according to"."""
    lowers = sentence.lowers
    if start < len(lowers) and is_adverb(lowers[start]):
        # "According to early results": here it describes the noun.
        phrase = phrase_from(sentence, start + 1)
        return (start, phrase[1]) if phrase else None
    return phrase_from(sentence, start)


def names_source(sentence: Blanked, phrase: Range) -> bool:
    """Whether a phrase can be who says something by its last word: a name, or a noun for people."""
    last = phrase[1] - 1
    return sentence.words[last][0].isupper() or names_speaker(sentence, last)
