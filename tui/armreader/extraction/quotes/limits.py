"""Limits: where what a verb reports must end, because another clause of its sentence begins."""

from __future__ import annotations

from bisect import bisect_left

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import EARLIER
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.grammar import (
    DASHES,
    is_adverb,
    is_auxiliary,
    is_contraction,
    is_past,
    is_time_word,
)
from armreader.extraction.quotes.phrases import Range

_LONGEST_RELATIVE = 60
_LONGEST_SUBJECT = 20
_RELATIVE_TAGS = frozenset(("WDT", "WP"))
_NO_SUBJECT = frozenset(("CC", "WDT", "WP", "WP$", "VBG", "VBN", "TO", ""))
"""Tags of words that open no clause with a subject after a comma."""
_SUBORDINATORS = frozenset(
    ("while", "as", "although", "though", "when", "if", "after", "because", "since", "whereas")
)
_BEFORE_SUBORDINATE = frozenset((",", "and", "but", ":", "—", "–"))
_STOPS = frozenset(".!?…")
_CLAUSE_JOINTS = frozenset((",", "and", "but", "while", "as", "although"))
_CLAUSE_OPENINGS = frozenset((RUN, "that", ":", "he", "she", "it", "they", "there"))


def clause_limit(sentence: Blanked, start: int, end: int) -> int:
    """Where the clause must end: at the comma that closes "While she says …," or "Citing …,"."""
    lowers = sentence.lowers
    acting = lowers[end - 1].endswith("ing") or (start == 0 and lowers[0] == "having")
    scene = acting and FINITE.isdisjoint(sentence.tags[:start]) and RUN not in lowers[:start]
    scene = scene and not any(is_auxiliary(lower) for lower in lowers[start:end])
    while start and is_adverb(lowers[start - 1]):
        # "While only a few say it is late, …"
        start -= 1
    if scene or _is_embedded(sentence, start):
        for at in range(end + 2, len(lowers) - 2):
            if lowers[at] == "," and opens_main_clause(sentence, at):
                return at
    first = start - 1
    if not scene and (first < 0 or lowers[first] not in _SUBORDINATORS):
        return len(lowers)
    while first > 0 and is_adverb(lowers[first - 1]):
        # "even after he said it was late, …"
        first -= 1
    if first > 0 and lowers[first - 1] not in _BEFORE_SUBORDINATE:
        return len(lowers)
    for at in range(end + 1 if scene else end + 2, len(lowers) - 2):
        if lowers[at] == ",":
            return at
    return len(lowers)


def _is_embedded(sentence: Blanked, start: int) -> bool:
    """Whether a clause comes before the main one: "Although in May she said …, now she says …"."""
    tags, lowers = sentence.tags, sentence.lowers
    for at in range(start - 1, -1, -1):
        if tags[at] in FINITE or lowers[at] in (",", RUN, ";", ":") or lowers[at] in DASHES:
            return False
        if lowers[at] in _SUBORDINATORS or tags[at] in ("WDT", "WP"):
            return FINITE.isdisjoint(tags[:at]) and RUN not in lowers[:at]
    return False


def opens_main_clause(sentence: Blanked, comma: int) -> bool:
    """Whether a subject and its verb follow a comma: "…, at noon the crews left"."""
    lowers, tags = sentence.lowers, sentence.tags
    first = comma + 1
    if tags[first] in _NO_SUBJECT or lowers[first] in _SUBORDINATORS:
        return False
    subject = False
    for at in range(first, min(len(lowers), first + _LONGEST_SUBJECT)):
        if is_contraction(lowers[at]):
            return True
        if tags[at] in FINITE:
            return subject
        if lowers[at] in (",", RUN, ";", ":") or tags[at] in ("WDT", "WP", "WRB"):
            return False
        subject = subject or tags[at][:2] in ("NN", "PR", "EX", "DT", "CD")
    return False


def relative_limit(sentence: Blanked, start: int) -> int:
    """Where "Lund, who said it was late, left" continues with its own verb."""
    lowers, tags = sentence.lowers, sentence.tags
    main = _main_verb(sentence, start)
    if main is not None:
        # "The actor who says he paid for it left in May."
        return main
    for at in range(start, min(len(lowers) - 1, start + _LONGEST_RELATIVE)):
        if lowers[at] == ",":
            verb = at + 1
            while verb < len(lowers) - 1 and is_adverb(lowers[verb]):
                verb += 1
            if is_auxiliary(lowers[verb]) or is_past(lowers[verb]) or tags[verb] in ("VBD", "VBZ"):
                return at
    return len(lowers)


def _main_verb(sentence: Blanked, start: int) -> int | None:
    """The verb of the main clause, if it comes after a relative clause about its subject."""
    if start > _LONGEST_RELATIVE:
        return None
    grammar = sentence.grammar.at(sentence.starts[0])
    relative = next((at for at in range(start) if sentence.tags[at] in _RELATIVE_TAGS), start)
    opens = (
        0 < relative < start
        and sentence.lowers[relative - 1] != ","
        and FINITE.isdisjoint(sentence.tags[:relative])
    )
    if grammar is None or not opens or RUN in sentence.lowers[:start]:
        return None
    main = next(iter(grammar.parsed.clauses), None)
    if main is None:
        return None
    if main.verb is not None:
        verb = bisect_left(sentence.starts, grammar.parsed.starts[main.verb.first])
        return verb if start < verb < len(sentence) else None
    # A past tense right after a noun was taken for a participle: "who says he paid the men left".
    tags, end = sentence.tags, min(len(sentence), start + _LONGEST_RELATIVE)
    past = (at for at in range(start + 2, end) if tags[at] in ("VBN", "VBD"))
    return next((at for at in past if tags[at - 1] in ("NN", "NNS", "NNP")), None)


def next_clauses(sentence: Blanked, clauses: list[tuple[Cue, Range | None, bool]]) -> list[int]:
    """For each verb, where a later one begins its own clause: ", and Smith says he …"."""
    limits: list[int] = []
    limit = len(sentence)
    finite: list[tuple[int, int]] = []
    """Where later verbs that say something begin, and their subjects."""
    for cue, subject, inverted in reversed(clauses):
        while finite and finite[-1][1] > cue.at:
            finite.pop()  # it does not begin before a verb further to the left either
        limits.append(min(limit, finite[-1][0]) if finite else limit)
        if subject is not None and not inverted and _begins_clause(sentence, cue, subject[0]):
            limit = subject[0] - 1 - (sentence.lowers[subject[0] - 1] == "a")
        if inverted and _owns_run(sentence, cue.group):
            limit = cue.group - 1
        finite_form = sentence.tags[cue.at] in ("VBD", "VBZ") and not cue.passive
        if finite_form and not inverted and subject:
            finite.append((cue.group, subject[0]))
    return limits[::-1]


def _owns_run(sentence: Blanked, verb: int) -> bool:
    """Whether words in marks after a dash are what the next words attribute: ``as many deny --
    “why not?” asked Lund``.
    """
    run = sentence.runs.get(verb - 1)
    after_dash = verb > 1 and sentence.lowers[verb - 2] in DASHES
    return run is not None and after_dash and sentence.text[run.inner_end - 1] in ",?!"


def _ends_sentence(sentence: Blanked, cue: Cue) -> bool:
    """Whether only a day follows a verb of saying: "…, the Post reported late on Thursday."."""
    if cue.verb.frames.isdisjoint(("any", "fronted")):
        return False
    lowers = sentence.lowers
    at = cue.at + 1
    while at < len(lowers) and (
        is_time_word(lowers[at]) or lowers[at] in EARLIER or lowers[at] == "on"
    ):
        at += 1
    return at == len(lowers) or (lowers[at] in _STOPS and at + 1 == len(lowers))


def _begins_clause(sentence: Blanked, cue: Cue, start: int) -> bool:
    """Whether the subject at ``start`` and its verb of saying begin another clause."""
    lowers = sentence.lowers
    finite = cue.form in ("past", "present") or sentence.tags[cue.at] == "VBP"
    if start == 0 or cue.passive or not finite:
        return False
    joint = lowers[start - 1]
    if joint == "and" and "both" in lowers[max(0, start - 5) : start]:
        return False
    # "that although Lund agreed, he stayed" is all one clause.
    skipped = "" if joint in ("as", "although", "while") else ","
    after = next((word for word in lowers[cue.at + 1 : cue.at + 3] if word != skipped), "")
    if joint in _CLAUSE_JOINTS and after in _CLAUSE_OPENINGS:
        return True
    if joint == "," and _ends_sentence(sentence, cue):
        # "Lund is asking whether it is late, and if so, how, Falk said."
        return True
    if joint in DASHES and after == RUN:
        # "When Lund said it was late -- and he did -- Falk replied, “It is.”"
        return True
    first = start - (joint == "a")
    if lowers[first - 1] in ("and", "but") and first > 1 and lowers[first - 2] == ",":
        # "called it old, and a few dockers say …"
        return True
    return joint in ("and", "but", "while") and sentence.words[start][0].isupper()
