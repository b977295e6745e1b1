"""Subjects: the noun phrase of the speaker, left or right of the verb."""

from __future__ import annotations

from armreader.extraction.quotes.alone import is_title
from armreader.extraction.quotes.asides import (
    LONGEST_ASIDE,
    aside_start,
    before_asides,
    before_day,
    named_in_commas,
)
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import (
    ends_name,
    is_verb_of_noun,
    names_speaker,
    verb_group_start,
)
from armreader.extraction.quotes.cues import Cue, quoting_verb
from armreader.extraction.quotes.governed import is_object, joins_verb
from armreader.extraction.quotes.grammar import (
    DASHES,
    SUBJECT_PRONOUNS,
    is_auxiliary,
    is_contraction,
    is_finite_past,
    is_nounlike,
    is_participle,
    is_past,
    is_time_word,
    opens_noun_phrase,
    word_class,
)
from armreader.extraction.quotes.phrases import (
    Range,
    before_suffix,
    names_source,
    phrase_core,
    phrase_ending,
    phrase_from,
)
from armreader.extraction.quotes.verbal import attributes_run
from armreader.extraction.quotes.verbs import control_forms

_PAUSES = DASHES | {","}
_PARTICLES = frozenset(("in", "up", "out", "back", "off"))
"""Words that may come between a verb and its speaker: "chimed in Ada Falk"."""
_INVERTED_FORMS = frozenset(("past", "present"))


def subject_of(sentence: Blanked, cue: Cue) -> tuple[Range | None, bool]:
    """The tokens of the subject, and whether it follows its verb; None where there is none."""
    lowers = sentence.lowers
    before = cue.group - 1
    quoting = quoting_verb(lowers, cue.at)
    if quoting is not None:
        quoted = phrase_from(sentence, quoting + 1) if cue.at - quoting > 2 else None
        return quoted or _left_of_passive(sentence, quoting), False
    if cue.infinitive:
        return _controller(sentence, cue), False
    purpose = cue.group < cue.at and lowers[cue.group] == "to"
    if cue.form == "ing" and before >= 0 and (purpose or _continues(lowers[before])):
        return None, False
    if cue.form == "ing" and cue.group == cue.at and joins_verb(sentence, before):
        return None, False
    if before >= 0 and is_contraction(lowers[before]):
        return (before, before + 1), False
    if before > 0 and lowers[before].endswith(("self", "selves")):
        # "Falk himself said"
        before -= 1
    if before > 0 and lowers[before] in ("all", "both") and _ends_noun(sentence, before - 1):
        # "They all vowed", "the ministers both said"
        before -= 1
    says = "any" in cue.verb.frames
    several = cue.form == "base" and says and lowers[before : before + 1] == [","]
    if (cue.form in _INVERTED_FORMS or several) and not cue.passive and _may_invert(sentence, cue):
        after = cue.at + 1
        if cue.group and lowers[cue.group - 1] == RUN and lowers[after : after + 1] != []:
            after += lowers[after] in _PARTICLES
        phrase = phrase_from(sentence, after)
        if phrase and lowers[phrase[0]] in SUBJECT_PRONOUNS and lowers[phrase[1] :][:1] == ["and"]:
            # "Lund, a cook, said he and Falk were late."
            phrase = None
        closed = not several or (phrase and lowers[phrase[1] : phrase[1] + 1] in ([","], ["."]))
        named = phrase is None or says or names_source(sentence, phrase)
        title = cue.at - 1 in sentence.runs and is_title(sentence, cue.at - 1)
        if not named and (title or lowers[cue.at - 1] == ","):
            # "She hinted it was late, called the pier “old” and left."
            phrase = None
        if phrase is not None and closed and not _acts(lowers, phrase[1]):
            return phrase, True
    phrase = _left(sentence, before)
    if phrase is not None and before == cue.group - 1:
        phrase = _after_run(sentence, cue.group) or phrase
    if cue.form == "ing" and cue.group == cue.at and phrase and is_object(sentence, phrase):
        return None, False
    return phrase, False


def _after_run(sentence: Blanked, verb: int) -> Range | None:
    """All that is between words in marks and a verb: "“Help us,” the page of the club says"."""
    if not attributes_run(sentence, verb):
        return None
    start = verb
    while start - 1 not in sentence.runs:
        start -= 1
    return start, verb


def _ends_noun(sentence: Blanked, at: int) -> bool:
    """Whether a token ends a noun phrase that may be a subject."""
    lower = sentence.lowers[at]
    return is_nounlike(lower) and lower[0].isalpha() and not is_time_word(lower)


def _controller(sentence: Blanked, cue: Cue) -> Range | None:
    """Who is led to speak: "the mayor" in ``It led the mayor to say``, ``for the mayor to say``."""
    lowers = sentence.lowers
    to = next(at for at in range(cue.group, cue.at) if lowers[at] == "to")
    several = lowers[to - 1] in ("many", "some", "others") and to > 1
    if several and lowers[to - 2] in control_forms():
        # "leaving many to wonder"
        return to - 1, to
    if to < 2 or not (sentence.words[to - 1][0].isupper() or names_speaker(sentence, to - 1)):
        return None
    phrase = phrase_ending(sentence, to - 1)
    verb = phrase[0] - 1 if phrase else -1
    for at in range(*(phrase or (0, 0))):
        verbal = sentence.tags[at][:2] == "VB" or sentence.words[at + 1][0].isupper()
        if verbal and lowers[at] in control_forms():
            # "The votes force the mayor to say"
            verb, phrase = at, (at + 1, to)
    governed = verb >= 0 and (lowers[verb] == "for" or lowers[verb] in control_forms())
    return phrase if governed else None


def _acts(lowers: list[str], at: int) -> bool:
    """Whether a verb is at a token, so that what precedes is its subject and not another verb's."""
    if at >= len(lowers) or not (is_auxiliary(lowers[at]) or is_past(lowers[at])):
        return False
    following = lowers[at + 1] if at + 1 < len(lowers) else ""
    described = word_class(following) == "preposition" and following != "to"
    return not described or is_auxiliary(lowers[at]) or is_finite_past(lowers[at])


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
    """The noun phrase that a relative pronoun at a token refers back to."""
    noun = at - 1
    if noun >= 0 and sentence.lowers[noun] in _PAUSES:
        noun -= 1
    if noun > 0 and sentence.lowers[noun] == ")" and "(" in sentence.lowers[:noun]:
        # "Ada Lund (D-Mo.), who"
        noun = max(at for at in range(noun) if sentence.lowers[at] == "(") - 1
    if noun > 0 and sentence.lowers[noun] == ".":
        # "Karl Lund Sr., who"
        noun -= 1
    return phrase_ending(sentence, noun) if noun >= 0 else None


def _may_invert(sentence: Blanked, cue: Cue) -> bool:
    """Whether the verb comes first: after a run, a comma or at the start of the sentence."""
    lowers = sentence.lowers
    at = cue.group - 1
    if at < 0 or lowers[at] in (RUN, "as"):
        return True
    if lowers[at] == "," and _ends_in_source(sentence, cue):
        return True
    if lowers[at] not in (",",) and lowers[at] not in DASHES:
        return False
    return at == 0 or lowers[at - 1] == RUN or aside_start(sentence, at) is None


def thing_before(sentence: Blanked, at: int) -> Range | None:
    """The noun phrase that "which" or "that" at a token refers back to, the nearest if it speaks.

    "opposition from firms that warn", "a letter to the Post, which argued": these do.
    """
    noun = at - 1
    if noun >= 0 and sentence.lowers[noun] == ",":
        noun -= 1
    if noun < 0:
        return None
    several = sentence.tags[noun] == "NNS" and sentence.words[noun][0].islower()
    if several or sentence.ends[noun] in sentence.named:
        return phrase_core(sentence, noun)
    return phrase_ending(sentence, noun)


def _ends_in_source(sentence: Blanked, cue: Cue) -> bool:
    """Whether only somebody comes after the verb: ``…, said Lund, a cook from Oslo.``"""
    frames = cue.verb.frames
    phrase = phrase_from(sentence, cue.at + 1)
    if phrase is None or "any" not in frames or "hearer" in frames:
        return False
    if not names_source(sentence, phrase) or _subject_after_run(sentence, cue.group - 1):
        return False
    rest = sentence.lowers[phrase[1] : phrase[1] + LONGEST_ASIDE]
    closed = not rest or rest[0] in _PAUSES or rest[0] in (".", "(")
    if rest[:2] == [",", "who"]:
        return True
    return closed and not any(is_auxiliary(lower) for lower in rest)


def _left(sentence: Blanked, at: int) -> Range | None:
    """The noun phrase that ends at or before a token, past asides and relative clauses."""
    lowers = sentence.lowers
    at = before_day(lowers, at)
    at = before_suffix(sentence, at) if at >= 0 else at
    if at >= 0 and (lowers[at] in (",", ")") or lowers[at] in DASHES):
        after_run = _subject_after_run(sentence, at)
        if after_run is not None:
            return after_run
        start = aside_start(sentence, at)
        named = named_in_commas(sentence, start, at) if start else None
        if named is not None:
            return named
        if start and lowers[start + 1] == "and":
            # "Lund, head of the port, and chairman of the club, said": the second of two asides.
            start = aside_start(sentence, start) or start
        if start is None or start == 0:
            return None
        at = before_asides(sentence, start) - 1
    if at >= 0 and lowers[at] in ("who", "which", "that"):
        return (at, at + 1) if lowers[at] == "who" else thing_before(sentence, at)
    at = _before_verb(sentence, at)
    if at > 0 and lowers[at] == ")":
        # "Lund (R-Oslo) kept asking"
        at = (aside_start(sentence, at) or 0) - 1
    if at < 0 or not (
        is_nounlike(lowers[at]) or opens_noun_phrase(lowers[at]) or ends_name(sentence, at)
    ):
        return None
    return phrase_ending(sentence, at)


def _before_verb(sentence: Blanked, at: int) -> int:
    """The noun before the verb or participle at a token: "pilot" for "The pilot could be heard"."""
    lowers = sentence.lowers
    if at < 1 or not sentence.words[at][0].islower():
        return at
    group = verb_group_start(sentence, at) if is_participle(lowers[at]) else at
    if group < at and any(is_auxiliary(lower) for lower in lowers[group:at]):
        return group - 1
    while is_verb_of_noun(sentence, at):
        at -= 1
    return at


def _subject_after_run(sentence: Blanked, comma: int) -> Range | None:
    """The name between a run and its asides: ``"…," Jane Roe, a critic, said``."""
    lowers = sentence.lowers
    for at in range(comma - 1, max(-1, comma - LONGEST_ASIDE), -1):
        if lowers[at] == RUN:
            if sentence.text[sentence.runs[at].inner_end - 1] not in ",?!.":
                return None
            phrase = phrase_from(sentence, at + 1)
            return phrase if phrase and lowers[phrase[1]] in (",", "(") else None
    return None
