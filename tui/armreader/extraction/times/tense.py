"""Which way the clause looks: its tense, for days that do not show it themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.times.auxiliaries import (
    could_not,
    is_attribute,
    is_infinitive,
    is_now,
    is_past_form,
    modal_before,
    tense_words,
    would_have,
)
from armreader.extraction.times.scanner import Item
from armreader.extraction.times.setting import context
from armreader.extraction.times.until import is_reached
from armreader.language import entries
from armreader.records import Span, TimeDirection

_REACH = 14
"""How many tokens before and after the expression are checked, so that the cost stays linear."""
_PLAN_FAR = 22
"""Where nothing nearer shows a tense, how far before a plan may be: "plans to … on Tuesday"."""
_HAD_REACH = 4
_HAPPENING_REACH = 3
_PLAN_REACH = 6
_FROM = ("from", "starting", "beginning", "effective")
"""Before a day that opens a sentence in the present: starting Monday, tolls rise."""
_BEGUN_REACH = 5
"""How far before "beginning Monday" a verb in the past shows that it has begun."""
_ARRANGED_REACH = 3
"""How far before "scheduled to" its auxiliary may be: "had long been scheduled to"."""


def direction(items: Sequence[Item], first: int, end: int) -> tuple[TimeDirection, Span | None]:
    """Past or future by the nearest cue of the clause, and the words that show it."""
    happening = _happening(items, first, end)
    if happening is not None:
        return "over", _span(items[happening])
    possessive = end < len(items) and items[end].lower == "'s"
    if _is_subject(items, first, end):
        return "future", _span(items[end])
    led_to, at = _led_to(items, first, end)
    if possessive:
        # In "Wednesday's ruling" the verb of the clause is not about the day.
        return (led_to, _span(items[at])) if led_to == "toward" else ("", None)
    if led_to:
        return led_to, _span(items[at])
    sure, at = _beside(items, first)
    if sure:
        return sure, _span(items[at])
    if end < len(items) and (is_label(items, first, end) or _is_caption(items, first, end)):
        return "past", _span(items[end])
    before = range(first - 1, max(first - 1 - _PLAN_FAR, -1), -1)
    after = range(end, min(end + _REACH, len(items)))
    if _is_between_subject_and_verb(items, first, end):
        return "past", _span(items[end])
    for toward, at in _cues_of_clause(items, before, before=True):
        if first - at > _REACH and toward != "future":
            break
        modal = modal_before(items, at) if toward == "past" else None
        return ("future", _span(items[modal])) if modal is not None else (toward, _span(items[at]))
    for toward, at in _cues_of_clause(items, after, before=False):
        if toward == "past" and _opens(items, first, end) and not _says(items[at]):
            return "over", _span(items[at])
        return toward, _span(items[at])
    if first == 1 and items[0].lower in _FROM and items[end : end + 1]:
        return "future", _span(items[0])
    return "", None


def _is_subject(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether a weekday is what the sentence is about: Wednesday is the deadline."""
    weekday = end - first == 1 and "WEEKDAY" in items[first].classes
    return weekday and first == 0 and end < len(items) and items[end].lower == "is"


def _led_to(items: Sequence[Item], first: int, end: int) -> tuple[TimeDirection, int]:
    """What a preposition says of the day beside it: until Friday, ahead of Friday's vote."""
    possessive = end < len(items) and items[end].lower == "'s"
    at = first - 2 if first > 1 and items[first - 1].lower == "the" else first - 1
    if at < 1:
        return "", at
    word = items[at].lower
    if word in tense_words("up-to"):
        return ("over" if is_reached(items, at, end) else "future"), at
    if word == "since" and not possessive:
        return "over", at
    if word == "for" and not possessive and _is_set_for(items, at, end):
        return "future", at
    pair = f"{items[at - 1].lower} {word}"
    led_up = pair in tense_words("toward") or (possessive and pair in tense_words("before-owned"))
    return ("toward" if led_up or (possessive and word == "before") else ""), at


def _is_set_for(items: Sequence[Item], at: int, end: int) -> bool:
    """Whether a day is what something is for: called a strike for Monday."""
    day = "WEEKDAY" in items[at + 1].classes and end == at + 2
    near = items[max(0, at - _PLAN_REACH) : at]
    given = any(lemma(one.lower, "VBD") in tense_words("arranging") for one in near)
    return day and given and not any(one.lower in ("had", "was", "were", "been") for one in near)


def _is_between_subject_and_verb(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether the verb comes right after the day: the council on Friday gave its word."""
    if first < 1 or end + 1 >= len(items) or not is_past_form(items[end]):
        return False
    planned = any(one.lower in tense_words("plan") for one in items[max(0, first - 2) : first])
    return items[end + 1].lower != "by" and not planned


def _happening(items: Sequence[Item], first: int, end: int) -> int | None:
    """Where what nobody plans has the day beside it: the May 3 crash, the crash on May 3."""
    for at in range(end, min(end + _HAPPENING_REACH, len(items))):
        if _happens(items[at]):
            return at
        word = items[at].lower
        if not word.strip("'").isalpha() or word in tense_words("stop") | context("determiner"):
            break
    at = first - 2
    if at > 1 and items[at].lower == ",":
        # Its explosion, on May 3, will be studied.
        at -= 1
    if at < 1 or items[first - 1].lower not in ("on", "of", "in") or not _happens(items[at]):
        return None
    return at if items[at - 1].lower not in ("a", "an", "another", "any") else None


def _happens(item: Item) -> bool:
    return item.word[0].islower() and lemma(item.lower, "NNS") in tense_words("happening")


def _opens(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether an expression opens a sentence for the clause after it: "In May, the dam burst"."""
    alone = end < len(items) and items[end].lower == ","
    return alone and (first == 0 or items[first - 1].word in ("In", "On"))


def is_label(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether a day heads a caption or an entry of a log: "May 3: the ship burns"."""
    if end == len(items):
        return first == 0
    mark = items[end].lower
    if first == 0:
        return mark in (":", "–", "—")
    return mark == ":" and not _is_led(items, first)


def _is_caption(items: Sequence[Item], first: int, end: int) -> bool:
    """Whether a day is set off after a place, as below a picture: leaves in Oslo, Monday."""
    if first < 3 or items[first - 1].lower != "," or items[end].lower not in (",", "."):
        return False
    return items[first - 2].word[0].isupper()


def _is_led(items: Sequence[Item], first: int) -> bool:
    """Whether a preposition or an article comes before an expression."""
    led = context("before-month") | context("may-be-before-month") | context("determiner")
    return items[first - 1].lower in led


def _says(item: Item) -> bool:
    """Whether a cue is a verb of saying, whose content may be to come."""
    return lemma(item.lower, "VBD") in entries("saying_verbs")


def _beside(items: Sequence[Item], first: int) -> tuple[TimeDirection, int]:
    """What the verb right before the day says with certainty: began on July 1, expires June 30."""
    at = first - 1
    if at > 0 and items[at].lower in ("on", "in"):
        at -= 1
    if at < 1 or not items[at].word[0].islower():
        return "", at
    word = items[at].lower
    if word.endswith("ing") and items[at - 1].lower in tense_words("now"):
        # A panel is meeting Thursday.
        return "future", at
    if word in ("beginning", "starting") and "WEEKDAY" in items[first].classes:
        return ("", at) if _has_begun(items, at) else ("future", at)
    if word in tense_words("coming") and (word.endswith("s") or _is_finite(items, at)):
        return "coming", at
    if word in ("is", "are") and items[at - 1].lower not in tense_words("no-schedule"):
        # "The vote is Tuesday."
        return "future", at
    if at > 1 and f"{items[at - 1].lower} {word}" in tense_words("coming"):
        return "coming", at
    over = _cues().get(word) == "past" or is_past_form(items[at])
    over = over and not is_now(items, at)
    before = items[max(0, at - _PLAN_REACH) : at]
    if not over or word in tense_words("plan") or any(one.lower in _not_over() for one in before):
        return "", at
    return "over", at


def _has_begun(items: Sequence[Item], at: int) -> bool:
    """Whether what begins on a day was done, and not what somebody is to do."""
    for near in range(at - 1, max(0, at - _BEGUN_REACH) - 1, -1):
        if items[near].lower == "to" and items[near + 1].lower in entries("grammar/verbs"):
            return False
        past = _cues().get(items[near].lower) == "past" or is_past_form(items[near])
        if past and not is_attribute(items, near):
            return True
    return False


def _is_finite(items: Sequence[Item], at: int) -> bool:
    """Whether a base form has its subject before it: voters decide Tuesday; not "to decide"."""
    before = items[at - 1].lower if at else ""
    if before in tense_words("plural-subject"):
        return True
    noun = before.endswith("s") and before.isalpha() and lemma(before, "NNS") != before
    return noun and before not in context("determiner") | tense_words("past") | tense_words("now")


@cache
def _not_over() -> frozenset[str]:
    """Words before a verb form that keep it from meaning the past."""
    return tense_words("modal") | tense_words("plan") | {"to", "be", "if", "not", "never", "n't"}


def _span(item: Item) -> Span:
    return Span(item.start, item.end)


def _cues_of_clause(
    items: Sequence[Item], places: Sequence[int], *, before: bool
) -> Iterable[tuple[TimeDirection, int]]:
    """The cues at the places given, as far as the clause goes."""
    cues, stops = _cues(), tense_words("stop")
    for at in places:
        word = items[at].lower
        if word in stops or (before and _opens_content(items, at)):
            return
        if at and items[at].word[0].isupper():
            # May is a month or a name here.
            continue
        pair = cues.get(f"{items[at - 1].lower} {word}") if at else None
        found = pair or cues.get(word)
        if found == "future":
            found = _seen_from_then(items, at - 1 if pair else at)
        elif found == "past" and is_infinitive(items, at):
            found = None
        if word in tense_words("arranged") and not found:
            had = any(one.lower == "had" for one in items[max(0, at - _HAD_REACH) : at])
            found = "past" if had or not before else "future"
        if found:
            yield found, at
        elif is_past_form(items[at]) and not is_attribute(items, at) and not is_now(items, at):
            yield "past", at
        elif before and word in tense_words("supposed") and not _is_owned(items, places[0]):
            yield "future", at


def _is_owned(items: Sequence[Item], before: int) -> bool:
    """Whether a day belongs to somebody's doings: if he repeats his Tuesday wins."""
    return items[before].lower in context("before-age")


def _seen_from_then(items: Sequence[Item], at: int) -> TimeDirection | None:
    """What a cue of the future says where the clause, or the cue itself, is in the past."""
    if _is_noun(items, at):
        return None
    if would_have(items, at) or could_not(items, at):
        return "past"
    planned = items[at].lower in tense_words("plan") | tense_words("arranged") | {"yet"}
    if not planned and lemma(items[at].lower, "VBN") == items[at].lower:
        return "future"
    auxiliaries = {one.lower for one in items[max(0, at - _ARRANGED_REACH) : at]}
    if "had" in auxiliaries:
        # What had been planned was over, or had not happened.
        return "past"
    return "toward" if auxiliaries & {"was", "were"} else "future"


def _is_noun(items: Sequence[Item], at: int) -> bool:
    """Whether a cue that may be a noun is one: announced plans, the best hopes of the team."""
    if items[at].lower not in tense_words("may-be-noun") or not at:
        return False
    before = items[at - 1]
    if before.lower in context("determiner") | tense_words("before-noun"):
        return True
    return is_past_form(before) and before.word[0].islower()


def _opens_content(items: Sequence[Item], at: int) -> bool:
    """Whether what is said begins here: said that, say Friday's vote could."""
    return items[at].lower == "that" and at > 0 and _says(items[at - 1])


@cache
def _cues() -> dict[str, TimeDirection]:
    past: dict[str, TimeDirection] = dict.fromkeys(tense_words("past"), "past")
    toward: dict[str, TimeDirection] = dict.fromkeys(tense_words("toward"), "toward")
    return past | toward | dict.fromkeys(tense_words("future"), "future")
