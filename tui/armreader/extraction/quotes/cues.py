"""Cues: where a verb of saying is in a blanked sentence, and whether it is used as a verb."""

from __future__ import annotations

from typing import NamedTuple

from armreader.extraction.names.headlines import is_headline
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import ends_name
from armreader.extraction.quotes.grammar import (
    DASHES,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_be,
    is_contraction,
    is_nounlike,
    is_past,
    is_word,
    word_class,
)
from armreader.extraction.quotes.verbal import (
    PLURAL,
    attributes_run,
    governs_clause,
    is_noun,
    opens_relative,
    reports_that,
)
from armreader.extraction.quotes.verbs import Form, Verb, verb_forms
from armreader.language import entries

_MODALS = frozenset(
    (
        "will", "would", "can", "could", "may", "might", "must", "shall", "should", "to", "do",
        "does", "did", "don't", "doesn't", "didn't", "won't", "wouldn't", "can't", "couldn't",
        "cannot", "shouldn't", "let",
    )
)  # fmt: skip
_SUBJECT_DETERMINERS = frozenset(("that", "some", "many", "others", "this", "which"))
_AFTER_PARTICIPLE = frozenset(
    (
        "about", "by", "if", "whether", "to", "why", "how", "what", "for", "which", "who", "where",
        "when",
    )
)  # fmt: skip
_COUNTING = frozenset(("several", "half", "few", "most", "both", "all", "another", "those", "each"))
"""What may be a subject by itself: "Several said", "Almost half said"."""
_BETWEEN = frozenset(("since", "both", "all", "each"))
"""What may come between an auxiliary and its verb: "has since said", "have both said"."""
_BEFORE_PRESENT = frozenset(("that", "which", "and", "but"))
_QUOTING = frozenset(("quoted", "quotes", "quoting", "quote", "cited", "cites", "citing"))
AS_SAYING = frozenset(("saying", "telling", "stating", "writing", "adding", "declaring"))
_LONGEST_QUOTED = 14
"""Tokens between "quoted" and "as saying" that may name who is quoted."""


class Cue(NamedTuple):
    """A verb of saying in use: its token, and where its group of auxiliaries begins."""

    at: int
    group: int
    verb: Verb
    form: Form
    passive: bool = False
    infinitive: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """The verb itself."""
        return self.at, self.at + 1


def find_cues(sentence: Blanked) -> list[Cue]:
    """The verbs of saying of a sentence, from left to right, without nouns of the same form."""
    forms = verb_forms()
    if forms.keys().isdisjoint(sentence.lowers):
        return []
    found = []
    headline: bool | None = None
    for at in [at for at, lower in enumerate(sentence.lowers) if lower in forms]:
        entry = forms[sentence.lowers[at]]
        if at and not sentence.words[at][0].islower():
            # A capital of its own makes a name of it, except in a headline.
            if headline is None:
                headline = is_headline(sentence, sentence.section)
            if not headline:
                continue
        cue = _as_verb(sentence, at, *entry)
        if cue is not None and not _tagged_otherwise(sentence, cue):
            found.append(cue)
    quoting = {quoting_verb(sentence.lowers, cue.at) for cue in found}
    # A verb that only passes on what a later "as saying" reports is no cue of its own.
    return [cue for cue in found if cue.at not in quoting]


def _tagged_otherwise(sentence: Blanked, cue: Cue) -> bool:
    """Whether a form is a noun or an adjective in its sentence: "the states that vote"."""
    tag = sentence.tags[cue.at]
    verbal = cue.form in ("base", "present") and not _leads_noun(sentence, cue.at)
    if verbal and attributes_run(sentence, cue.group):
        return False
    noun = tag[:2] == "NN" and cue.verb.lemma in entries("saying_nouns") and cue.form != "ing"
    if not (noun or tag[:2] == "JJ") or sentence.section == "title":
        return False
    if reports_that(sentence, cue.at, cue.group, cue.verb, cue.form):
        return False
    around = sentence.lowers[max(0, cue.group - 2) : cue.at + 3]
    following = sentence.lowers[cue.at + 1 : cue.at + 4]
    aside = following[:1] == [","] and not (
        # "Cost estimates, he added, were low."
        len(following) > 2 and following[1] in SUBJECT_PRONOUNS and following[2] in verb_forms()
    )
    ends = cue.form == "present" and following[:1] == ["."] and _is_named(sentence, cue.group)
    return not (aside or ends) and RUN not in around and "any" not in cue.verb.frames


def _leads_noun(sentence: Blanked, at: int) -> bool:
    """Whether a noun follows, so that a form describes it: "press" in "press secretary"."""
    return any(tag[:2] in ("NN", "JJ") for tag in sentence.tags[at + 1 : at + 2])


def _is_named(sentence: Blanked, end: int) -> bool:
    """Whether a name after a comma comes before a token: "…, Ada Lund reports"."""
    at = end
    while at and sentence.words[at - 1][0].isupper():
        at -= 1
    return 0 < at < end and sentence.lowers[at - 1] == ","


def quoting_verb(lowers: list[str], at: int) -> int | None:
    """The verb of ``The agency quoted Smith as saying``, for the "saying" at a token."""
    if at < 2 or lowers[at - 1] != "as" or lowers[at] not in AS_SAYING:
        return None
    for before in range(at - 2, max(-1, at - _LONGEST_QUOTED), -1):
        if lowers[before] in _QUOTING:
            return before
    return None


def _as_verb(sentence: Blanked, at: int, verb: Verb, form: Form) -> Cue | None:
    lowers = sentence.lowers
    group, helpers = _group(sentence, at)
    before = lowers[group - 1] if group else ""
    infinitive = "to" in helpers
    if infinitive and lowers[group - 1 : group + 1] == ["according", "to"]:
        # "according to state law"
        return None
    contracted = is_contraction(before)
    if form in ("past", "participle") and lowers[group : group + 1] == ["'s"] and before == "it":
        # "It's implied that": nobody says it.
        return None
    if helpers or contracted:
        return _with_helpers(at, group, verb, form, helpers, infinitive, before)
    tagged = sentence.tags[at] in ("VB", "VBP", "VBZ", "NNS")
    tagged = tagged or (sentence.tags[at] == "NN" and not _leads_noun(sentence, at))
    verbal = tagged and form in ("base", "present")
    if verbal and attributes_run(sentence, group):
        return Cue(at, group, verb, form)
    possessed = before in ("'s", "'") or word_class(before) in ("determiner", "possessive")
    counts = sentence.tags[at] in ("VBD", "VBP", "VBZ") and before in _COUNTING
    counts = counts or (
        "any" in verb.frames and (before in _COUNTING or sentence.tags[at] == "VBD")
    )
    if possessed and (not (counts or before in _SUBJECT_DETERMINERS) or form == "ing"):
        # "the claim", "his stated aim" are nouns; "some say" is a verb all the same.
        return None
    follower = lowers[at + 1] if at + 1 < len(lowers) else ""
    if form in ("base", "present") and verb.lemma in entries("saying_nouns"):
        if before not in SUBJECT_PRONOUNS and (is_auxiliary(follower) or is_past(follower)):
            # "Six states were there": a noun, whose verb comes next.
            return None
        if opens_relative(sentence, at, before) or is_noun(sentence, at, group, verb, form):
            return None
    if form == "base":
        plural = before in PLURAL or (before.endswith("s") and is_nounlike(before))
        plural = plural or before in _COUNTING or governs_clause(sentence, at, before)
        says = "any" in verb.frames and (is_nounlike(before) or before == "," or before in DASHES)
        paired = before == "and" and not _MODALS.isdisjoint(lowers[max(0, group - 12) : group])
        finite = "any" in verb.frames and (
            sentence.tags[at] == "VBP" or sentence.tags[at - 1] == "CD"
        )
        return Cue(at, group, verb, form) if plural or says or paired or finite else None
    if form == "participle":
        return Cue(at, group, verb, form, passive=True)
    if form == "ing":
        return Cue(at, group, verb, form)
    if word_class(before) == "preposition":
        return None
    if (
        form == "present"
        and is_word(before)
        and not (is_nounlike(before) or before in SUBJECT_PRONOUNS or before in _BEFORE_PRESENT)
        and before not in _COUNTING
    ):
        return None
    asked = follower in _AFTER_PARTICIPLE or (
        verb.lemma == "ask" and sentence.tags[at + 1 : at + 2] in (["IN"], ["RB"])
    )
    if before in ("", "when", "if") and form == "past" and asked:
        # "Asked about the deal, she said …", "she said when asked why"
        return Cue(at, group, verb, form, passive=True)
    return Cue(at, group, verb, form, passive=form == "past" and follower == "by")


def _group(sentence: Blanked, at: int) -> tuple[int, list[str]]:
    """Where the verb group begins, and the auxiliaries (and "to") in it."""
    lowers = sentence.lowers
    helpers = []
    start = at
    while start > 0:
        before = lowers[start - 1]
        if is_contraction(before) and start - 1 > -1:
            break
        if is_auxiliary(before) or before == "to":
            helpers.append(before)
        elif before == "'s" and start > 1 and lowers[start - 2] in SUBJECT_PRONOUNS:
            # "He's said"
            helpers.append(before)
        elif ends_name(sentence, start - 1) or not (
            is_adverb(before) or _is_between(lowers, start - 1)
        ):
            break
        start -= 1
    while start < at and is_adverb(lowers[start]) and not helpers and lowers[start] != "not":
        break
    return start, helpers


def _is_between(lowers: list[str], at: int) -> bool:
    """Whether a word comes between an auxiliary and its verb and is no adverb."""
    return lowers[at] in _BETWEEN and at > 0 and is_auxiliary(lowers[at - 1])


def _with_helpers(
    at: int, group: int, verb: Verb, form: Form, helpers: list[str], infinitive: bool, before: str
) -> Cue | None:
    nearest = helpers[0] if helpers else before
    if form == "ing":
        return Cue(at, group, verb, form)
    if form in ("past", "participle"):
        passive = is_be(nearest) or nearest.endswith(("'re", "'m"))
        if (
            passive
            or nearest.endswith(("ve", "d", "s"))
            or nearest in ("have", "had", "has", "having")
        ):
            return Cue(at, group, verb, form, passive=passive)
        if verb.lemma in ("put", "read", "bet", "hit") and nearest in _MODALS:
            return Cue(at, group, verb, "base", infinitive=infinitive)
        return None
    if form == "base" and (nearest in _MODALS or nearest.endswith(("'ll", "'d"))):
        return Cue(at, group, verb, form, infinitive=infinitive)
    return None


def has_run(sentence: Blanked, start: int, end: int) -> bool:
    """Whether a run in marks is between two tokens."""
    return any(lower == RUN for lower in sentence.lowers[start:end])
