"""Propositions: whether what follows a verb of saying is said as it stands, or only with the verb.

``He said the port would close`` reports a sentence. ``He blamed the council`` does not, and neither
does ``He did not say that it would close``: there a reader needs the verb with the words.
"""

from __future__ import annotations

from armreader.extraction.grammar import FINITE
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import follows_that
from armreader.extraction.quotes.coordination import clause_opens
from armreader.extraction.quotes.cues import Cue
from armreader.extraction.quotes.grammar import (
    is_adverb,
    is_be,
    is_contraction,
    is_word,
    word_class,
)
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.verbs import control_forms
from armreader.language import entries

_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_SUBORDINATORS = frozenset(
    (
        "as", "because", "after", "before", "when", "while", "if", "since", "although", "though",
        "until", "unless", "where",
    )
)  # fmt: skip
_INDIRECT_QUESTIONS = frozenset(("whether", "how", "why", "what", "when", "where", "who", "if"))
_ABOUT = frozenset(("about", "around", "over", "under"))
"""Prepositions that, before a number, only say how exact it is: "about one in three"."""
_OPENED_BY = frozenset(("that", ":"))
_NEGATIONS = frozenset(("not", "n't", "never", "cannot", "nobody", "no-one", "neither", "nor"))
_HYPOTHETICAL = frozenset(("would", "may", "might", "could", "should", "must"))
_FORESEEING = _HYPOTHETICAL | {"will", "can"}
_KEEPING_FROM = frozenset(
    ("without", "against", "avoid", "avoids", "avoided", "avoiding", "stopped", "resisted")
)
"""Words before an -ing form that is not done."""
_LONGEST_DOUBT = 8
"""Tokens between "whether" and an infinitive that it makes doubtful."""
_ATTEMPTS = frozenset(("bid", "effort", "efforts", "attempt", "attempts", "order"))
_QUANTITIES = frozenset(("little", "nothing", "much", "more", "anything", "less", "something"))
_TOPICS = (["about"], ["of"], ["on"])
_EMPTY = frozenset(
    (
        "anything", "nothing", "something", "everything", "so", "more", "much", "anyone", "nobody",
        "that", "this", "these", "those", "it", "them", "us", "him", "her", "me", "you", "himself",
        "herself", "itself", "themselves", "one", "reporters", "again", "back", "out", "otherwise",
    )
)  # fmt: skip
"""Words that alone are not an utterance: a hearer, or what refers to something said elsewhere."""


def is_utterance(sentence: Blanked, cue: Cue, content: Range) -> bool:
    """Whether tokens after a verb report something: not "us", not "referring to the flood"."""
    start, end = content
    lowers = sentence.lowers
    if RUN in lowers[start:end]:
        return True
    if lowers[start] in _QUANTITIES and lowers[start + 1 : start + 2] in (
        ["about"],
        ["of"],
        ["on"],
    ):
        # "has said little about the plan"
        return False
    words = [lower for lower in lowers[start:end] if is_word(lower)]
    by = lowers[start] == "by" and lowers[start - 1] != "that"
    if by or all(word in _EMPTY or word.isdigit() for word in words):
        return False
    clausal = _is_clausal(sentence, content) or (
        cue.form != "ing" and sentence.tags[start] == "VBG"
    )
    if not cue.verb.frames.isdisjoint(("clausal", "hearer")) and not clausal:
        return False
    bare = cue.form == "ing" and cue.group == cue.at
    refers = "topic" in cue.verb.frames and (bare or cue.infinitive)
    return not (refers and not has_clause(sentence, content))


def has_clause(sentence: Blanked, content: Range) -> bool:
    """Whether tokens hold a clause of their own that is neither relative nor subordinate."""
    start, end = content
    lowers, tags = sentence.lowers, sentence.tags
    if start and (lowers[start - 1] in _OPENED_BY or follows_that(sentence, start)):
        return True
    if lowers[start] in _ABOUT and tags[start + 1 : start + 2] == ["CD"]:
        start += 1
    while start < end and tags[start] in ("IN", "TO") and lowers[start] not in _INDIRECT_QUESTIONS:
        first = next((at for at in range(start, end) if lowers[at] == ","), end)
        after = lowers[first + 1] if first + 1 < end else "and"
        if after in ("and", "but", "or"):
            return False
        start = first + 1
    if start in sentence.runs and _holds_verb(sentence, start):
        # "acknowledged “it is late” if crews are few"
        return True
    awaited = 1
    for at in range(start, end):
        if tags[at] in FINITE or is_contraction(lowers[at]):
            awaited -= 1
            if not awaited:
                return True
        if at == start and lowers[at] in _INDIRECT_QUESTIONS:
            continue
        if at > start and (
            tags[at] in _RELATIVE
            or lowers[at] in _SUBORDINATORS
            or (lowers[at] == "that" and tags[at - 1].startswith("N"))
        ):
            # "the states that lie there would": a clause inside has a verb of its own.
            awaited += 1
    return False


def _holds_verb(sentence: Blanked, at: int) -> bool:
    """Whether the words of a run have a finite verb."""
    run = sentence.runs[at]
    grammar = sentence.grammar.at(run.inner_start)
    if grammar is None:
        return False
    tagged = zip(grammar.starts, grammar.tags, strict=True)
    return any(tag in FINITE for at, tag in tagged if run.inner_start <= at < run.inner_end)


def _is_clausal(sentence: Blanked, content: Range) -> bool:
    """Whether tokens hold a clause or an infinitive, as far as a verb of claiming needs one."""
    start, end = content
    opens = any(
        sentence.lowers[at] == "to" and sentence.tags[at + 1 : at + 2] == ["VB"]
        for at in range(start, end)
    )
    return has_clause(sentence, content) or opens


def telling_start(sentence: Blanked, cue: Cue, content: Range) -> int | None:
    """Where the words that a reader needs begin: at the verb, or None if the content is enough.

    "blamed the council", "vowed to stay", "did not say that it was late", "declined to say why".
    """
    start, end = content
    if start <= cue.at:
        return None
    lowers = sentence.lowers
    if any(lower in _NEGATIONS or lower.endswith("n't") for lower in lowers[cue.group : cue.at]):
        return cue.group
    first = _unsaid(sentence, cue)
    if first is not None:
        return first
    if "denies" in cue.verb.frames:
        return cue.at
    if all(at in sentence.runs or not is_word(lowers[at]) for at in range(start, end)):
        return None
    if any(lower in _HYPOTHETICAL for lower in lowers[cue.group : cue.at]):
        return cue.group
    inside = RUN in lowers[start:end] and sentence.tags[start] != "IN"
    if "any" in cue.verb.frames and (inside or sentence.section == "title"):
        # "said his country “believes in it”": the verb is in the marks.
        return None
    whole = "any" in cue.verb.frames or clause_opens(sentence, start)
    return None if whole and has_clause(sentence, content) else cue.at


def _unsaid(sentence: Blanked, cue: Cue) -> int | None:
    """Where "declined to" begins before a verb, with its own auxiliaries; None if it is said."""
    lowers = sentence.lowers
    to = next((at for at in range(cue.group, cue.at) if lowers[at] == "to"), None)
    if not to or lowers[to - 1] not in entries("unsaid"):
        return None
    at = to - 1
    while at and (
        word_class(lowers[at - 1]) == "auxiliary"
        or is_adverb(lowers[at - 1])
        or lowers[at - 1] in ("not", "to")
    ):
        at -= 1
    return at


def is_supposed(sentence: Blanked, cue: Cue, content: Range) -> bool:
    """Whether somebody only would do what a verb says, or does not: "A critic would demand more".

    Not where they "would not say why", and not with words in marks.
    """
    lowers = sentence.lowers
    helpers = lowers[cue.group : cue.at]
    if RUN in lowers[slice(*content)]:
        return False
    if any(one in _NEGATIONS or one.endswith("n't") for one in helpers):
        asked = lowers[content[0]] in _INDIRECT_QUESTIONS or lowers[content[0] - 1] == "that"
        return not asked and not has_clause(sentence, content)
    return not _HYPOTHETICAL.isdisjoint(helpers)


def is_left_unsaid(sentence: Blanked, cue: Cue) -> bool:
    """Whether somebody kept from what a verb says: "without naming it", "a choice not to blame"."""
    lowers = sentence.lowers
    before = cue.group - 1
    if cue.infinitive:
        return "not" in lowers[max(0, before) : cue.at] and sentence.tags[before - 1][:2] == "NN"
    while before > 0 and is_adverb(lowers[before]):
        before -= 1
    return cue.form == "ing" and before >= 0 and lowers[before] in _KEEPING_FROM


def is_foreseen(sentence: Blanked, cue: Cue, subject: Range | None) -> bool:
    """Whether an infinitive is not said yet: "It will force Lund to admit", "in a bid to show".

    Nor may it ever be: "whether Lund goes on to praise it".
    """
    for at in range(cue.group - 1, max(-1, cue.group - _LONGEST_DOUBT), -1):
        if sentence.lowers[at] in ("whether", "if"):
            return True
        if sentence.lowers[at] in (",", RUN, ":", ";"):
            break
    if subject is None:
        if cue.group == 0:
            # "To say that it is late, …"
            return True
        if _is_opinion(sentence, cue):
            return True
        to = next((at for at in range(cue.group, cue.at) if sentence.lowers[at] == "to"), 0)
        return to > 0 and sentence.lowers[to - 1] in _ATTEMPTS
    if sentence.lowers[subject[0] - 1] in control_forms(only_open=True):
        # "It allows crews to say": they may, or may not.
        return True
    at = subject[0] - 2
    while at > 0 and (is_adverb(sentence.lowers[at]) or sentence.lowers[at] in ("be", "have")):
        at -= 1
    return at >= 0 and sentence.lowers[at] in _FORESEEING


def _is_opinion(sentence: Blanked, cue: Cue) -> bool:
    """Whether an infinitive is only judged: "It is no exaggeration to call it old"."""
    it = next((at for at in range(cue.at - 1, -1, -1) if sentence.tags[at] in FINITE), -1)
    if it < 0 or cue.at - it > _LONGEST_DOUBT:
        return False
    lowers = sentence.lowers
    return (is_be(lowers[it]) or lowers[it] == "'s") and lowers[max(0, it - 1)] == "it"


def names_only(sentence: Blanked, cue: Cue) -> bool:
    """Whether a verb of naming only describes the noun before it: "a group called Tidewatch"."""
    after = sentence.lowers[cue.at + 1 : cue.at + 2]
    names = "names" in cue.verb.frames and cue.group == cue.at and after not in (["for"], ["on"])
    return names and sentence.tags[cue.at] == "VBN" and sentence.tags[cue.at - 1] in ("NN", "NNS")
