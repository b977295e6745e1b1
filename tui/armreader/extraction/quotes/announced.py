"""Announced: who speaks the words that no verb of saying governs, judged by what comes before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.coordination import (
    first_subject,
    governing_subject,
    subject_by_clause,
    subject_by_parse,
)
from armreader.extraction.quotes.grammar import DASHES, is_auxiliary, is_time_word, word_class
from armreader.extraction.quotes.phrases import Range, phrase_ending, phrase_from
from armreader.extraction.quotes.turns import introduced
from armreader.extraction.quotes.voices import can_speak, who_is_meant
from armreader.records import Span

_UNITS = frozenset(("day", "days", "week", "weeks", "month", "months", "year", "years", "hours"))
_AGO = frozenset(("ago", "earlier", "later", "after", "before"))
_PAUSES = DASHES | {","}
_PERSONAL = frozenset(("he", "she"))


def announcer(sentence: Blanked, colon: int) -> Range | None:
    """Who speaks after a colon: the person a line introduces, its subject, or who is named last."""
    if colon and sentence.tags[colon - 1] == "VBD" and "," in sentence.lowers[:colon]:
        # "Lund said it was late, to which Falk objected:"
        nearest = subject_by_clause(sentence, colon - 1)
        if nearest is not None and can_speak(sentence, nearest, says=False):
            return nearest
    opened = introduced(sentence) or main_subject(sentence)
    if opened and opened[0] and _is_set_off(sentence, opened):
        # "After a storm in Marlow, Ohio, the mayor wrote:"
        opened = first_subject(sentence) or opened
    phrase = who_is_meant(sentence, opened) or who_is_meant(sentence, first_subject(sentence))
    if phrase is None and colon and sentence.ends[colon - 1] in sentence.named:
        # "A word from Ada Falk:", "It did not surprise Ada Falk:"
        phrase = who_is_meant(sentence, phrase_ending(sentence, colon - 1))
    return phrase


def subject_of_all(sentence: Blanked, cue: Span | None, before: Range | None) -> Range | None:
    """Who speaks in a clause without a subject: the subject of the sentence, if it can.

    Otherwise, with a participle, the subject of the clause that it depends on: "dockers met,
    chanting “go”". After a verb of saying that reports nothing, its subject does (``before``).
    """
    if before is not None:
        return _beside(sentence, cue, before)
    main = main_subject(sentence)
    phrases = [main, first_subject(sentence)]
    if main and main[0] and _is_set_off(sentence, main):
        # "She left Marlow, Ohio, citing the storm": the town does not.
        phrases.reverse()
    phrases = [one for one in phrases if one and not _is_dateline(sentence, one)]
    speaks = next((one for one in phrases if one and can_speak(sentence, one, says=False)), None)
    if speaks is not None or cue is None:
        return speaks
    if sentence.text.endswith("ing", cue.start, cue.end):
        phrase = governing_subject(sentence, cue.start)
    else:
        # "His brother agreed, but also contended that …"
        phrase = subject_by_parse(sentence, bisect_left(sentence.starts, cue.start))
    if phrase is None or _is_dateline(sentence, phrase):
        return None
    return phrase if can_speak(sentence, phrase, says=False) else None


def is_described(sentence: Blanked, cue: Span | None, phrase: Range) -> bool:
    """Whether a participle only describes what a phrase names: "letters later deemed “secret”"."""
    verb = bisect_left(sentence.starts, cue.start) if cue else len(sentence)
    if not phrase[1] < verb < len(sentence) - 1 or sentence.tags[verb] != "VBN":
        return False
    if sentence.lowers[verb + 1] != RUN:
        return False
    return not any(is_auxiliary(lower) for lower in sentence.lowers[phrase[1] : verb])


def own_subject(sentence: Blanked, cue: Span | None, after: int) -> Range | None:
    """The subject of a later clause that a verb belongs to: "Lund asked the club to come, but it
    refused, citing the ice".
    """
    if cue is None:
        return None
    if sentence.text.endswith("ing", cue.start, cue.end):
        phrase = governing_subject(sentence, cue.start)
    else:
        phrase = subject_by_parse(sentence, bisect_left(sentence.starts, cue.start))
    if phrase is None or sentence.starts[phrase[0]] < after:
        return None
    acts = not FINITE.isdisjoint(sentence.tags[phrase[1] : bisect_left(sentence.starts, cue.start)])
    own = acts and sentence.tags[phrase[0]] not in ("WP", "WDT")
    return phrase if own and can_speak(sentence, phrase, says=False) else None


def _beside(sentence: Blanked, cue: Span | None, before: Range) -> Range | None:
    """Who speaks in "Falk reacted to the news, saying it was late", where nothing is reacted."""
    phrases = [before]
    if cue is not None and sentence.text.endswith("ing", cue.start, cue.end):
        governs = governing_subject(sentence, cue.start)
        if governs is not None and is_time_word(sentence.lowers[governs[1] - 1]):
            return None
        phrases[:0] = [governs] if governs else []
    return next((one for one in phrases if can_speak(sentence, one, says=False)), None)


def _is_dateline(sentence: Blanked, phrase: Range) -> bool:
    """Whether a phrase is where a report was written: "Oslo" of "OSLO (NNA) - Lund left"."""
    after = sentence.lowers[phrase[1] : phrase[1] + 6]
    return after[:1] in (["("], ["|"]) and any(low in DASHES or low == "|" for low in after)


def _is_set_off(sentence: Blanked, phrase: Range) -> bool:
    """Whether a phrase stands between commas: "Ohio" in "She left Marlow, Ohio, citing it"."""
    start, end = phrase
    after = sentence.lowers[end : end + 2]
    return sentence.lowers[start - 1] == "," and "," in after and after[0] in (",", ".")


def subject_alone(sentence: Blanked, run: int) -> Range | None:
    """Who speaks a run that no verb of saying governs: the subject of its clause, if it can."""
    verb = next((at for at in range(run - 1, -1, -1) if sentence.tags[at] in FINITE), None)
    phrases = [main_subject(sentence)]
    if verb is not None and "," not in sentence.lowers[verb:run]:
        phrases.insert(0, subject_by_clause(sentence, verb))
    return next((one for one in phrases if one and can_speak(sentence, one)), None)


def person_before(sentences: Sequence[Blanked], number: int) -> Range | None:
    """Who the sentence before a floating quote is about: ``Lund backs it. “I need it.”``"""
    before = sentences[number - 1] if number else None
    if before is None or before.paragraph != sentences[number].paragraph or before.runs:
        return None
    phrase = first_subject(before)
    if phrase is None or not can_speak(before, phrase, says=False):
        return None
    named = before.ends[phrase[1] - 1] in before.named or before.lowers[phrase[0]] in _PERSONAL
    return phrase if named else None


def main_subject(sentence: Blanked, before: int | None = None) -> Range | None:
    """The noun phrase that the sentence is about: past "In a statement," and "However,"."""
    lowers = sentence.lowers
    end = len(lowers) if before is None else before
    openings = [0, *(at + 1 for at in range(end - 1) if lowers[at] in _PAUSES)]
    for at in openings:
        first = lowers[at]
        scene = word_class(first) in ("preposition", "conjunction", "auxiliary", "adverb")
        if (
            scene
            or first.endswith(("ing", "ed", "ly"))
            or first[0].isdigit()
            or is_time_word(first)
        ):
            continue
        phrase = phrase_from(sentence, at)
        if phrase is not None and _is_time_ago(lowers, phrase):
            continue
        if phrase is not None and lowers[phrase[1] : phrase[1] + 1] != [RUN]:
            return _before_tagged_verb(sentence, phrase)
    return None


def _is_time_ago(lowers: list[str], phrase: Range) -> bool:
    """Whether a phrase only counts a time: "Three weeks" of ``Three weeks later, Lund``."""
    start, end = phrase
    after = {lower.strip(",") for lower in lowers[end - 1 : end + 2]}
    return any(lower in _UNITS for lower in lowers[start:end]) and not after.isdisjoint(_AGO)


def _before_tagged_verb(sentence: Blanked, phrase: Range) -> Range:
    """A phrase without the verb that its form did not give away: "The club keeps"."""
    start, end = phrase
    verb = next((at for at in range(start + 1, end) if sentence.tags[at] in ("VBZ", "VBD")), end)
    return start, verb
