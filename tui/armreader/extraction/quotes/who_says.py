"""Who says it: the subject of a verb of saying, by the words around it or by its clause."""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.names.gazetteer import is_given_name, is_title
from armreader.extraction.quotes.alone import is_title as is_work
from armreader.extraction.quotes.asides import before_asides
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.coordination import subject_by_clause, subject_by_parse
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.grammar import is_be, word_class
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.relatives import (
    before_description,
    before_relative,
    without_description,
)
from armreader.extraction.quotes.subjects import phrase_before, subject_of
from armreader.extraction.quotes.voices import can_speak

_SUBORDINATING = frozenset(
    ("after", "before", "while", "as", "since", "until", "like", "than", "because", "though")
)

_ARTICLES = frozenset(("a", "an", "the"))
_RELATIVE_TAGS = frozenset(("WP", "WP$", "WDT"))


def who_says(sentence: Blanked, cue: Cue) -> tuple[Range | None, bool]:
    """Who speaks, by the words around a verb or its clause; whether they are named after it."""
    subject, inverted = _subject(sentence, cue)
    if subject is None or inverted:
        return subject, inverted
    return _without_apposition(sentence, subject), False


def _subject(sentence: Blanked, cue: Cue) -> tuple[Range | None, bool]:
    """The subject by the words around a verb, or where these do not show it, by its clause."""
    named = _before_title(sentence, cue)
    if named is not None:
        return named, False
    related = _before_relative_aside(sentence, cue)
    if related is not None:
        return related, False
    subject, inverted = subject_of(sentence, cue)
    says = "any" in cue.verb.frames and not (subject and _disagrees(sentence, cue, subject))
    if inverted and subject is not None:
        return without_description(sentence, subject), True
    if inverted or cue.form == "ing" or cue.passive or cue.infinitive:
        return subject, inverted
    described = before_description(sentence, cue.group)
    if described is not None:
        return described, False
    noun = (
        subject is not None
        and sentence.tags[subject[0]] != "VB"
        and not _is_predicate(sentence, subject)
    )
    if subject is not None and noun and can_speak(sentence, subject, says=says):
        subject = _with_share(sentence, subject)
        relative = sentence.lowers[cue.group - 1] in ("which", "that")
        if relative or not _is_governed(sentence, subject):
            return subject, False
        # "Lund at the time said", "Lund, in a talk in Oslo, said"
        parsed = _parsed(sentence, cue, subject)
        if parsed is not None and (can_speak(sentence, parsed, says=False) or not says):
            # "The reaction to the storm in Oslo showed": Oslo does not.
            return parsed, False
        # "His words to the council suggest": the council does not.
        return (None if _disagrees(sentence, cue, subject) else subject), False
    others = [before_relative(sentence, cue.group), subject_by_clause(sentence, cue.at)]
    if cue.group and sentence.lowers[cue.group - 1] == "but":
        # "Lund praised crews who left but said": Lund did.
        others = []
    if noun or subject is None:
        others = others[::-1]
    found = next((one for one in others if one and _may_speak(sentence, one)), None)
    joined = sentence.lowers[cue.group - 1] in ("and", "but", "or") if cue.group else True
    if found is None and not joined:
        parsed = _parsed(sentence, cue, subject)
        found = parsed if parsed and _may_speak(sentence, parsed) else None
    return found or subject, False


def _before_relative_aside(sentence: Blanked, cue: Cue) -> Range | None:
    """The subject before a relative in commas: "Lund, who lives in Oslo, Norway, said"."""
    lowers, tags = sentence.lowers, sentence.tags
    closing = cue.group - 1
    if closing < 2 or lowers[closing] != "," or cue.form not in ("past", "present") or cue.passive:
        return None
    opening = next(
        (at for at in range(1, closing) if tags[at] in _RELATIVE_TAGS and lowers[at] != "that"),
        None,
    )
    if opening is None or lowers[opening - 1] != "," or RUN in lowers[:closing]:
        return None
    if not FINITE.isdisjoint(tags[:opening]) or lowers[0] in _SUBORDINATING:
        return None
    # "Lund, a baker for the port, which is old, said"
    phrase = phrase_before(sentence, before_asides(sentence, opening - 1) + 1)
    return phrase if phrase and can_speak(sentence, phrase, says=False) else None


def _with_share(sentence: Blanked, phrase: Range) -> Range:
    """A phrase with what it is counted from: "three in five" for "five"."""
    start, end = phrase
    shared = start > 1 and sentence.lowers[start - 1] in ("in", "of")
    return (start - 2, end) if shared and sentence.tags[start - 2] == "CD" else phrase


def _without_apposition(sentence: Blanked, phrase: Range) -> Range:
    """The person whom a phrase describes without a last comma: "Ada Lund, a cook of Oslo said"."""
    start = phrase[0]
    if start < 3 or sentence.lowers[start - 1] != "," or sentence.lowers[start] not in _ARTICLES:
        return phrase
    end = start - 1
    if sentence.lowers[end - 1] == ")":
        end = next((at for at in range(end - 1, 0, -1) if sentence.lowers[at] == "("), end)
    first = end
    while first and (sentence.words[first - 1][0].isupper() or sentence.lowers[first - 1] == "."):
        first -= 1
    opens = first == 0 or sentence.lowers[first - 1] in (",", RUN)
    personal = first < end and (
        is_given_name(sentence.lowers[first]) or is_title(sentence.lowers[first])
    )
    return (first, end) if opens and personal and end - first > 1 else phrase


def _may_speak(sentence: Blanked, phrase: Range) -> bool:
    """Whether a phrase can speak and does not only say what somebody is."""
    return not _is_predicate(sentence, phrase) and can_speak(sentence, phrase, says=False)


def _before_title(sentence: Blanked, cue: Cue) -> Range | None:
    """The subject where the title of a work is before the verb: "Lund, host of “Tide,” said"."""
    at = cue.group - 1
    if at < 1 or sentence.lowers[at] != RUN or cue.form not in ("past", "present"):
        return None
    if sentence.tags[at - 1] not in ("NN", "NNS", "IN", "POS") or not is_work(sentence, at):
        return None
    parsed = subject_by_parse(sentence, cue.at)
    return parsed if parsed and can_speak(sentence, parsed, says=False) else None


def _parsed(sentence: Blanked, cue: Cue, subject: Range | None) -> Range | None:
    """The subject by the parse, before the phrase that the words around the verb show."""
    parsed = subject_by_parse(sentence, cue.at)
    if parsed is None or subject is None:
        return parsed
    if parsed[1] > subject[0]:
        return None
    if sentence.lowers[parsed[1] : subject[0]] in (["of"], ["in"]):
        # "Half of the crews", "four in ten", "most of them"
        return parsed[0], subject[1]
    return parsed


def _disagrees(sentence: Blanked, cue: Cue, phrase: Range) -> bool:
    """Whether a plural verb follows one thing: "Those who watch the storm say"."""
    plural = cue.form == "base" and cue.group == cue.at
    several = "NNS" in sentence.tags[slice(*phrase)]
    return plural and not several and sentence.tags[phrase[1] - 1] == "NN"


def _is_predicate(sentence: Blanked, phrase: Range) -> bool:
    """Whether a phrase says what somebody is: "Lund, whose son was one of them, said"."""
    return phrase[0] > 0 and is_be(sentence.lowers[phrase[0] - 1])


def _is_governed(sentence: Blanked, phrase: Range) -> bool:
    """Whether a preposition comes before a phrase, so that it may not be a subject."""
    before = sentence.lowers[phrase[0] - 1] if phrase[0] else ""
    relative = sentence.lowers[phrase[0]] in ("who", "which", "that")
    governed = word_class(before) == "preposition" or before == "to"
    return governed and before not in _SUBORDINATING and not relative
