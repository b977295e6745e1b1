"""Subjects: the noun phrase of who speaks, left of the verb or right of it."""

from __future__ import annotations

from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.cues import Cue, quoting_verb
from armreader.extraction.quotes.grammar import (
    DASHES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_contraction,
    is_nounlike,
    is_past,
    is_time_word,
    is_word,
    opens_noun_phrase,
    word_class,
)
from armreader.extraction.quotes.phrases import Range, phrase_ending

_LONGEST_ASIDE = 40
_PAUSES = DASHES | {","}
_PERIODS = frozenset(("week", "month", "year", "morning", "afternoon", "evening", "night"))
_INVERTED_FORMS = frozenset(("past", "present"))


def subject_of(sentence: Blanked, cue: Cue) -> tuple[Range | None, bool]:
    """The tokens of the subject, and whether it follows its verb; None where none is in sight."""
    lowers = sentence.lowers
    before = cue.group - 1
    quoting = quoting_verb(lowers, cue.at)
    if quoting is not None:
        quoted = _right_phrase(sentence, quoting + 1) if cue.at - quoting > 2 else None
        return quoted or _left_of_passive(sentence, quoting), False
    if cue.infinitive or (cue.form == "ing" and before >= 0 and _continues(lowers[before])):
        return None, False
    if before >= 0 and is_contraction(lowers[before]):
        return (before, before + 1), False
    if cue.form in _INVERTED_FORMS and not cue.passive and _may_invert(sentence, cue):
        phrase = _right_phrase(sentence, cue.at + 1)
        if phrase is not None and not _acts(lowers, phrase[1]):
            return phrase, True
    return _left(sentence, before), False


def _acts(lowers: list[str], at: int) -> bool:
    """Whether a verb stands at a token: what precedes is its subject, and not that of another."""
    return at < len(lowers) and (is_auxiliary(lowers[at]) or is_past(lowers[at]))


def _left_of_passive(sentence: Blanked, verb: int) -> Range | None:
    """Who is quoted in ``Smith was quoted by the agency as saying``."""
    at = verb - 1
    while at > 0 and is_auxiliary(sentence.lowers[at]):
        at -= 1
    return _left(sentence, at)


def _continues(lower: str) -> bool:
    """Whether an -ing form after this word goes on with the subject of the clause before."""
    return (
        lower in (",", RUN)
        or lower in DASHES
        or word_class(lower)
        in (
            "preposition",
            "conjunction",
        )
    )


def phrase_before(sentence: Blanked, at: int) -> Range | None:
    """The noun phrase that a relative pronoun at a token goes back to."""
    noun = at - 1
    if noun >= 0 and sentence.lowers[noun] in _PAUSES:
        noun -= 1
    return phrase_ending(sentence, noun) if noun >= 0 else None


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
        phrase = _right_phrase(sentence, at)
        if phrase is not None and lowers[phrase[1] : phrase[1] + 1] != [RUN]:
            return phrase
    return None


def _may_invert(sentence: Blanked, cue: Cue) -> bool:
    """Whether the verb comes first: after a run, a comma or at the start of the sentence."""
    lowers = sentence.lowers
    at = cue.group - 1
    if at < 0 or lowers[at] in (RUN, "as"):
        return True
    if lowers[at] not in (",",) and lowers[at] not in DASHES:
        return False
    return at == 0 or lowers[at - 1] == RUN or _aside_start(sentence, at) is None


def phrase_after(sentence: Blanked, start: int) -> Range | None:
    """The noun phrase that begins at a token: the source after "according to"."""
    lowers = sentence.lowers
    if start < len(lowers) and is_adverb(lowers[start]):
        # "According to early results": here it describes the noun.
        phrase = _right_phrase(sentence, start + 1)
        return (start, phrase[1]) if phrase else None
    return _right_phrase(sentence, start)


def _right_phrase(sentence: Blanked, start: int) -> Range | None:
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
    if is_time_word(first) or first == "that":
        return None
    at = start
    while at < count:
        lower = lowers[at]
        if lower == RUN or (not is_word(lower) and lower not in ("'s", "'", ".", "-", "&")):
            break
        if lower == "." and (at + 1 == count or not words[at + 1][0].isupper()):
            break
        kind = word_class(lower)
        if (
            at > start
            and (
                kind in ("auxiliary", "conjunction", "pronoun")
                or is_time_word(lower)
                or (kind == "preposition" and lower not in ("of", "for", "from", "at"))
            )
            and not (lower == "and" and at + 1 < count and words[at + 1][0].isupper())
        ):
            break
        if at > start and (
            (is_adverb(lower) and words[at].islower())
            or (kind in ("determiner", "possessive") and word_class(lowers[at - 1]) == "")
            or (words[at - 1][0].isupper() and words[at][0].islower() and is_past(lower))
        ):
            break
        at += 1
    return (start, at) if at > start else None


def _left(sentence: Blanked, at: int) -> Range | None:
    """The noun phrase that ends at or before a token, past asides and relative clauses."""
    lowers = sentence.lowers
    if at >= 2 and (is_time_word(lowers[at]) or lowers[at] in _PERIODS):
        # "The bank just this month announced": the day is not the subject.
        at -= 2 if lowers[at - 1] in ("on", "in", "this", "last", "earlier", "late", "early") else 0
        while at > 0 and is_adverb(lowers[at]):
            at -= 1
    if at >= 0 and (lowers[at] in (",", ")") or lowers[at] in DASHES):
        after_run = _subject_after_run(sentence, at)
        if after_run is not None:
            return after_run
        start = _aside_start(sentence, at)
        if start and lowers[start + 1] == "and":
            # "Lund, head of the port, and chairman of the club, said": the second of two asides.
            start = _aside_start(sentence, start) or start
        if start is None or start == 0:
            return None
        at = start - 1
    if at >= 0 and lowers[at] in ("who", "which", "that"):
        relative = (at, at + 1)
        noun = at - 1
        if noun >= 0 and lowers[noun] == ",":
            noun -= 1
        return phrase_ending(sentence, noun) if lowers[at] != "who" else relative
    if at < 0 or (not is_nounlike(lowers[at]) and not opens_noun_phrase(lowers[at])):
        return None
    return phrase_ending(sentence, at)


def _subject_after_run(sentence: Blanked, comma: int) -> Range | None:
    """The name between a run and its asides: ``"…," Jane Roe, a critic, said``."""
    lowers = sentence.lowers
    for at in range(comma - 1, max(-1, comma - _LONGEST_ASIDE), -1):
        if lowers[at] == RUN:
            if sentence.text[sentence.runs[at].inner_end - 1] not in ",?!.":
                return None
            phrase = _right_phrase(sentence, at + 1)
            return phrase if phrase and lowers[phrase[1]] in (",", "(") else None
    return None


def _aside_start(sentence: Blanked, closing: int) -> int | None:
    """The mark that opens the aside which the mark at ``closing`` ends, or None."""
    lowers = sentence.lowers
    mark = "(" if lowers[closing] == ")" else lowers[closing]
    for at in range(closing - 1, max(-1, closing - _LONGEST_ASIDE), -1):
        if lowers[at] == RUN and sentence.runs[at].end - sentence.runs[at].start > 60:
            return None
        if lowers[at] == mark:
            return at if at and is_nounlike(lowers[at - 1]) and _opens_aside(sentence, at) else None
    return None


def _opens_aside(sentence: Blanked, comma: int) -> bool:
    """Whether what follows a comma describes the noun before it, and is no clause of its own."""
    after = sentence.lowers[comma + 1]
    if after in ("who", "which", "whose", "whom", "where", "a", "an", "the", "one", "and", "now"):
        return True
    clause = after in SUBJECT_PRONOUNS or is_auxiliary(after)
    return not clause and after not in ("that", "but", "because")
