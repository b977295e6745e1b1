"""A clause clipped to a label: without what only joins it to others, and cut where it may end."""

from __future__ import annotations

import re
from functools import cache

from armreader.language import entries, mapping, rows
from armreader.language.event_classes import event_words

LIMIT = 72
"""Characters that a label may have, unless its trigger stands farther on."""
_LEAST = 30
"""Characters from which a label may end at a break; a shorter one would tell too little."""
_ENOUGH = 45
"""Characters that tell enough without what was said."""
_OWNER = re.compile(r"(?:\s[^\W\d_a-z][\w.-]*)*\s[\w.-]+(?:['’]s|s['’])$")
"""A genitive at the end, with all of a name."""
_TRAILING = re.compile(r"[\s,;:–—-]+$")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_APPOSED = re.compile(rf"({_NAME}(?:\s{_NAME})*), (\w*)[^,]*$")
"""A name at the start, behind which only one comma comes, and the word after that."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BREAK = re.compile(
    r"[,;:–—(]|\s(?=(?:after|before|in|on|at|for|with|by|during|amid|as|while|when|to|of|from|since|"
    r"because|under|over|between|against|that|which|whose|who|where)\s)"
)
_RELATIVE = ("that", "which", "who")
_SUFFIXES = ("ed", "ing")
_SHORTEST_VERB = 5
"""Letters of a word from which an ending makes it a form of a verb: ``asked``, not ``bed``."""


def clipped(clause: str, trigger_start: int, trigger_end: int, *, is_noun: bool = False) -> str:
    """A clause on one line as a label: its opening left out, cut before a break within the limit.

    The offsets are those of the trigger, which a label always holds: of a noun a label may end with
    it, but a verb has something after it.
    """
    before = _aside().sub("", _without_opening(clause[:trigger_start]))
    apposed = _APPOSED.match(before)
    if apposed and (not apposed[2] or is_verb_form(apposed[2])):
        before = f"{apposed[1]} {before[apposed.end(1) + 2 :]}"  # the second comma of a pair
    kept = before + clause[trigger_start:trigger_end] + _aside().sub("", clause[trigger_end:])
    trigger_end += len(before) - trigger_start
    kept = _within_limit(kept, trigger_end, is_noun=is_noun)
    kept = _TRAILING.sub("", kept).rstrip("“”\"'‘’")
    dangling = words("dangling")
    while (last := kept.rfind(" ")) >= trigger_end and kept[last + 1 :].lower() in dangling:
        kept = _TRAILING.sub("", kept[:last])
    return _closed(kept[:1].upper() + kept[1:]) or "…"


def _within_limit(label: str, trigger_end: int, *, is_noun: bool) -> str:
    """A label up to the last break within the limit, else up to its last whole word."""
    limit = max(LIMIT, trigger_end)
    if len(label) <= limit:
        return label
    first = trigger_end if is_noun else min(trigger_end + 1, len(label))
    places = [one.start() for one in _BREAK.finditer(label, first) if _may_end_before(label, one)]
    breaks = [place for place in places if _LEAST <= place <= limit]
    if breaks:
        return label[: breaks[-1]]
    blank = label.rfind(" ", trigger_end, limit + 1)
    kept = label[: blank if blank > 0 else limit]
    owner = _OWNER.search(kept, trigger_end)
    return kept[: owner.start()] if owner else kept


def _may_end_before(label: str, found: re.Match[str]) -> bool:
    """Whether a break is one: not inside a name, and not before an infinitive or what is said."""
    before = label[: found.start()].rpartition(" ")[2]
    word, _, rest = label[found.start() :].lstrip().partition(" ")
    if word == "to":
        return rest.partition(" ")[0] not in event_words().verbs
    if word == "that" and found.start() < _ENOUGH:
        return False
    return not (word in ("of", "for") and before[:1].isupper() and rest[:1].isupper())


def _closed(label: str) -> str:
    """A label that ends inside a quotation, with the mark that closes it."""
    return label + "”" if label.count("“") > label.count("”") else label


def faults(label: str) -> int:
    """How many things make a label unclear where it stands alone: 0 for what a person would write.

    It opens with a verb, or a preposition; with a word that points to what is not there; or it has
    fewer than three words.
    """
    found = _WORD.findall(label.lower())
    if not found:
        return 3
    first = found[0]
    kind = mapping("function_words").get(first, "")
    opening = kind in ("auxiliary", "preposition", "conjunction") or is_verb_form(first)
    return opening + (first in words("vague")) + (len(found) < 3)


def is_verb_form(word: str) -> bool:
    """Whether a small word may be a past tense or a participle."""
    if word in event_words().verb_forms:
        return True
    return (
        len(word) >= _SHORTEST_VERB
        and word.endswith(_SUFFIXES)
        and word not in entries("function_words")
    )


def first_word(stretch: str) -> str:
    """The first that does not only join, and is no number."""
    found = _WORD.findall(stretch.lower())
    return next((one for one in found if one not in words("joining") and not one.isdigit()), "")


def only_grammar(stretch: str) -> bool:
    """Whether there is no word among them that names anything."""
    found = _WORD.findall(stretch.lower())
    return all(one in entries("function_words") or one in words("joining") for one in found)


def opens(stretch: str) -> bool:
    """Whether the words may stand before a date that opens a clause."""
    return set(_WORD.findall(stretch.lower())) <= words("opening")


def begins_subject(text: str, at: int) -> bool:
    """Whether a subject can begin here: a name, an article, a pronoun."""
    word = _WORD.match(text, at)
    if word is None:
        return False
    return word.group()[:1].isupper() or word.group() in words("article") | words("vague")


def noun_phrase_start(stretch: str) -> int | None:
    """Where the noun phrase at the end of a stretch begins, "that was" behind it passed over.

    None where no noun stands there.
    """
    found = list(_WORD.finditer(stretch))
    kinds = mapping("function_words")
    start: int | None = None
    after = len(stretch)
    for match in reversed(found):
        word = match.group()
        lower = word.lower()
        kind = kinds.get(lower, "")
        joined = not stretch[match.end() : after].strip(' “”"‘-')
        if not joined and start is not None:
            break
        passed = kind in ("auxiliary", "adverb") or lower in _RELATIVE or not joined
        if start is None and passed:
            after = match.start()
            continue
        in_phrase = kind in ("", "determiner", "possessive") and lower not in words("joining")
        in_phrase = in_phrase or lower == "of"
        if not in_phrase or (word.islower() and is_verb_form(lower)):
            break
        start = match.start()
        after = start
    if start is None or only_grammar(stretch[start:]):
        return None
    return start + len("of ") if stretch[start : start + 3].lower() == "of " else start


def words(part: str) -> frozenset[str]:
    """A part of the table of label words."""
    return _parts()[part]


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split(", ")) for row in rows("events_labels")}


def _without_opening(opening: str) -> str:
    """What stands before the trigger, without the words that only join the clause to another."""
    while True:
        kept = opening.lstrip("“”\"'‘’–—-, ")
        adverbial = _adverbial().match(kept)
        if adverbial:
            kept = kept[adverbial.end() :]
        first, _, rest = kept.partition(" ")
        if rest and first.lower() in words("joining"):
            kept = rest
        if kept == opening:
            return opening
        if not kept.strip():
            return opening
        opening = kept


@cache
def _adverbial() -> re.Pattern[str]:
    """An adverbial that opens a clause, and the comma after it; single words need no comma."""
    phrases = sorted(words("adverbial"), key=len, reverse=True)
    alone = "|".join(re.escape(one) for one in phrases if " " not in one)
    several = "|".join(re.escape(one) for one in phrases)
    return re.compile(rf"(?:(?:{several})\s*,\s*|(?:{alone})\s+)", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    """An adverbial between commas."""
    phrases = sorted(words("adverbial"), key=len, reverse=True)
    return re.compile(rf",\s+(?:{'|'.join(map(re.escape, phrases))})\s*,", re.IGNORECASE)
