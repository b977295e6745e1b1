"""Extents: which tokens of a sentence are what was said, given its verb of saying."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.grammar.phrases import time_nouns
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.continuation import (
    acts_again,
    goes_on_with,
    is_aside,
    is_turn,
    next_verb,
    run_ends_clause,
    says_beside,
    says_next,
    waits_for_verb,
)
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.grammar import (
    DASHES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_time_word,
    is_word,
    opens_noun_phrase,
)
from armreader.extraction.quotes.hearers import past_hearer, past_relative, past_that
from armreader.extraction.quotes.occasions import without_occasion
from armreader.language import entries

Range = tuple[int, int]
"""A half-open range of tokens of a blanked sentence."""

_CLOSING = frozenset(".!?;…")
_BESIDE = frozenset(("while", "before", "after"))
_PERFECT = frozenset(("has", "have", "had"))
_LEADS_ON = frozenset(("that", RUN, ":"))
_LONGEST_ADJUNCT = 12
_SENTENCE = 4
"""With so many spaces, words in marks are a sentence and not the name of a thing."""


def right_content(sentence: Blanked, start: int, cue: Cue, limit: int) -> Range | None:
    """What is said after the verb, from token ``start`` at most to ``limit``; None if nothing."""
    first = content_start(sentence, start, cue, limit)
    if first is None or first >= limit:
        return None
    last = content_end(sentence, first, limit, cue)
    last = without_occasion(sentence, first, last)
    if sentence.lowers[last - 1] == ":" and RUN not in sentence.lowers[first:last]:
        if sentence.lowers[first - 1] != "that":
            # "She named what she wants:" is followed by what was said.
            return None
        last -= 1
    first = _past_document(sentence, first, last)
    return (first, last) if last > first else None


def _past_document(sentence: Blanked, start: int, end: int) -> int:
    """Past the document that the words in marks are: ``released a statement, “We wait.”``"""
    lowers = sentence.lowers
    if end - start > _LONGEST_ADJUNCT or lowers[end - 1] != RUN or RUN in lowers[start : end - 1]:
        return start
    joined = end - start > 2 and lowers[end - 2] in (",", "reading")
    named = lowers[end - 3] in entries("documents") or "twitter" in lowers[start:end]
    verbal = any(tag in FINITE for tag in sentence.tags[start:end])
    return end - 1 if joined and named and not verbal else start


def content_start(sentence: Blanked, start: int, cue: Cue, limit: int) -> int | None:
    """Where the words said begin: past the hearer, the day and the occasion."""
    lowers = sentence.lowers
    opened = past_that(sentence, start, limit, asks=cue.verb.lemma == "ask")
    if opened is not None and _describes_object(sentence, start, opened, cue):
        # "address the issues that the storm touched on"
        return None
    if opened is not None and not cue.verb.frames.isdisjoint(
        ("any", "clause", "that", "hearer", "out")
    ):
        return opened if opened < limit else None
    at = start
    while at < limit and (
        (is_time_word(lowers[at]) and lowers[at + 1 : at + 2] != ["'s"])
        or (is_adverb(lowers[at]) and at == start and sentence.tags[at] != "EX")
    ):
        at += 1
    if "hearer" in cue.verb.frames and at < limit:
        at = past_relative(sentence, past_hearer(sentence, at, limit), limit)
        while at < limit and (is_time_word(lowers[at])):
            at += 1
    if not cue.verb.frames.isdisjoint(("hearer", "words")):
        hears = "hearer" in cue.verb.frames or cue.verb.lemma == "ask"
        at = _past_hearer_of_run(sentence, at, limit, hears=hears)
    says = not cue.verb.frames.isdisjoint(("any", "clause", "hearer"))
    leads = "to" in cue.verb.frames and lowers[at : at + 1] == ["to"]
    leads = leads and sentence.tags[at + 1 : at + 2] == ["VB"]
    if says and at < limit and lowers[at] in entries("adjunct_words") and not leads:
        at = _past_adjunct(sentence, at, limit)
    if at < limit and lowers[at] == ",":
        at = _past_aside(sentence, at, limit)
    while at < limit and lowers[at] in (":", "that", "--", "—", "–"):
        if lowers[at + 1 : at + 2] == ["'s"] or (
            lowers[at] == "that" and at + 1 < limit and sentence.tags[at + 1] in FINITE
        ):
            # "said that's all", "say that would help"
            break
        at += 1 + (lowers[at] == "that" and lowers[at + 1 : at + 2] == [","])
    if (
        at >= limit
        or lowers[at] in ("and", "but", "or")
        or not (is_word(lowers[at]) or lowers[at] in (RUN, "$", "(", "[", "#", "@"))
    ):
        return None
    return at


def _describes_object(sentence: Blanked, start: int, opened: int, cue: Cue) -> bool:
    """Whether "that" only describes the object of a verb which has no hearer."""
    if (
        opened - 1 <= start
        or sentence.lowers[start] == "that"
        or not cue.verb.frames.isdisjoint(("any", "hearer", "words"))
    ):
        return False
    if any(is_time_word(lower) or lower in time_nouns() for lower in sentence.lowers[start:opened]):
        return False
    return opens_noun_phrase(sentence.lowers[start]) or sentence.tags[start] in ("NN", "NNS", "JJ")


def _past_hearer_of_run(sentence: Blanked, start: int, limit: int, *, hears: bool) -> int:
    """Past the hearer of a whole sentence in marks: ``told the Oslo crowd, “We go”``."""
    lowers = sentence.lowers
    for at in range(start, min(limit, start + _LONGEST_ADJUNCT)):
        if lowers[at] == RUN:
            run = sentence.runs[at]
            whole = sentence.text[run.inner_end - 1] in ".?!,"
            long = sentence.text.count(" ", run.inner_start, run.inner_end) >= _SENTENCE
            paused = lowers[at - 1] in (",", ":")
            ends = at + 2 >= limit or lowers[at + 1] in (",", ".")
            addressed = at > start and sentence.tags[at - 1][:2] == "NN" and hears
            return at if whole and long and ends and (paused or addressed) else start
        if sentence.tags[at] in FINITE or lowers[at] in ("to", "that", "of", "for", "as"):
            break
    return start


def _past_adjunct(sentence: Blanked, at: int, limit: int) -> int:
    """Past "in a statement", "on Monday", where what is said plainly begins after it."""
    lowers = sentence.lowers
    for after in range(at + 1, min(limit, at + _LONGEST_ADJUNCT)):
        lower = lowers[after]
        if lower in _LEADS_ON and sentence.tags[after] != "DT":
            return after
        if lower == ",":
            past = _past_aside(sentence, after, limit)
            if past != after:
                return past
            follower = lowers[after + 1] if after + 1 < limit else ""
            return after if follower in _LEADS_ON or follower in SUBJECT_PRONOUNS else at
        if after > at + 1 and lower in SUBJECT_PRONOUNS and lower != "who":
            return after
        if (
            after > at + 1
            and is_time_word(lowers[after - 1])
            and lower not in entries("adjunct_words")
            and not lower.isdigit()
            and lower not in time_nouns()
        ):
            return after
        if lowers[after - 1] in entries("occasions") and (
            opens_noun_phrase(lower)
            or (sentence.words[after][0].isupper() and not is_time_word(lower))
        ):
            return after
        if sentence.tags[after] in FINITE:
            # "said this was a “fatal error”": no occasion.
            return at
    return at


def _past_aside(sentence: Blanked, comma: int, limit: int) -> int:
    """Past a comma before a run, or past "however," and "in an interview,"."""
    lowers = sentence.lowers
    after = comma + 1
    if after < limit and lowers[after] in (RUN, "that"):
        return after
    for closing in range(after + 1, min(limit, after + _LONGEST_ADJUNCT)):
        if lowers[closing] == ",":
            follower = lowers[closing + 1] if closing + 1 < limit else ""
            if follower in _LEADS_ON or lowers[after] in ("however", "though", "too"):
                return closing + 1
            break
    return comma


def content_end(sentence: Blanked, start: int, limit: int, cue: Cue) -> int:
    """Where the words said end: with the sentence, or where another clause plainly begins."""
    lowers = sentence.lowers
    resumes = -1
    for at in range(start + 1, limit):
        lower = lowers[at]
        if lowers[at - 1] == RUN and run_ends_clause(sentence, at - 1, at - 1 == start):
            return at
        if lower == ";":
            return at
        if lower in DASHES and lower != "-" and at > resumes:
            resumes = _closing_dash(sentence, at, limit)
            adds = lowers[at + 1 : at + 3] in (["and", "that"], ["but", "that"], ["or", "that"])
            if resumes < at and at > start + 3 and not adds:
                return at
        if lower == ":" and lowers[at + 1 : at + 2] == [RUN]:
            return at
        if lower == "," and _turns_at_comma(sentence, start, at, limit, cue):
            return at
        if lower in _BESIDE and next_verb(lowers, at + 1, "ing") == "ing":
            # "praised the crew while warning that"
            following = lowers[at + 2 : at + 4]
            quotes = following[:1] == [RUN] or following in ([",", RUN], [":", RUN])
            if quotes or FINITE.isdisjoint(sentence.tags[start:at]):
                return at
        elif lower in ("and", "but") and _goes_on_otherwise(sentence, start, at, cue):
            return at - (lowers[at - 1] == ",")
    end = limit
    closing = _CLOSING | {","} if "(" in lowers[start:limit] else _CLOSING | {",", ")"}
    while end > start and lowers[end - 1] in closing:
        end -= 1
    return end


def _turns_at_comma(sentence: Blanked, start: int, comma: int, limit: int, cue: Cue) -> bool:
    """Whether what follows a comma is not said: another verb of the speaker, or a turn."""
    says = "any" in cue.verb.frames
    again = acts_again(sentence, comma + 1, cue)
    if again and not says and "that" not in sentence.lowers[start - 1 : comma]:
        return True
    turns = again or (is_turn(sentence, comma + 1, limit) and not is_aside(sentence, comma))
    return turns and not waits_for_verb(sentence, start, comma, says=says)


def _goes_on_otherwise(sentence: Blanked, start: int, joint: int, cue: Cue) -> bool:
    """Whether an "and" or "but" leads to another act of who speaks, not to more of the words."""
    lowers = sentence.lowers
    if lowers[joint + 1 : joint + 2] == ["who"] and "who" not in lowers[start:joint]:
        # "a man who says it is late and who has left"
        return True
    following = next_verb(lowers, joint + 1, cue.form)
    if following in ("past", cue.form) or (following == "present" and cue.form == "ing"):
        return True
    if lowers[joint - 1] == "," and says_next(sentence, joint + 1):
        return True
    if cue.form == "ing" and cue.group == cue.at and says_beside(sentence, joint + 1):
        return True
    helper = lowers[cue.at - 1] if cue.group < cue.at else ""
    return helper in _PERFECT and goes_on_with(sentence, helper, start, joint + 1)


def _closing_dash(sentence: Blanked, dash: int, limit: int) -> int:
    """The dash that ends an aside before the verb of a clause: "a barrel -- or two -- is lost"."""
    lowers = sentence.lowers
    after = range(dash + 1, min(limit - 1, dash + _LONGEST_ADJUNCT * 2))
    closing = next((at for at in after if lowers[at] == lowers[dash]), -1)
    return -1 if RUN in lowers[dash : max(closing, dash)] else closing
