"""Reports: whether what is next to a verb is really what it reports as said."""

from __future__ import annotations

from armreader.extraction.quotes.alone import is_title
from armreader.extraction.quotes.blanked import RUN, Blanked
from armreader.extraction.quotes.clauses import follows_that
from armreader.extraction.quotes.continuation import is_complete
from armreader.extraction.quotes.coordination import clause_opens
from armreader.extraction.quotes.cues import AS_SAYING, Cue, has_run
from armreader.extraction.quotes.fronted import is_clause
from armreader.extraction.quotes.grammar import SUBJECT_PRONOUNS, is_adverb, is_word, word_class
from armreader.extraction.quotes.passives import QUESTION_WORDS
from armreader.extraction.quotes.phrases import Range

_TOPICS = frozenset(("about", "in", "on", "of", "into"))
"""Words that open the topic or place of speech, where nothing else is reported: "said in Oslo"."""
_BRINGING = frozenset(("post", "publish", "write", "broadcast", "read", "address"))
_LONGEST_BROUGHT = 10
"""Tokens after a verb that may name what it issues: "a long letter to the council"."""


def reports(sentence: Blanked, cue: Cue, contents: list[Range], *, fronted: bool) -> bool:
    """Whether the content found for a verb is really what it reports as said."""
    frames = cue.verb.frames
    start, end = contents[0]
    first = sentence.lowers[start].partition("'")[0]
    if first == "about" and sentence.tags[start + 1 : start + 2] == ["CD"]:
        # "predicted about a third would go"
        first = sentence.lowers[start + 1]
    if "any" in frames:
        bare = sentence.lowers[start - 1] not in ("that", ":") and _opens_adjunct(sentence, start)
        return fronted or not bare or is_clause(sentence, contents[0])
    if any(has_run(sentence, *part) for part in contents):
        begins = cue.verb.lemma == "begin" and not fronted
        run = sentence.runs.get(cue.at + 1)
        apart = sentence.lowers[cue.at + 1 : cue.at + 2] in ([","], [":"])
        if begins and not (apart or (run and sentence.text[run.inner_start].isupper())):
            # "to begin the talks “on the pier”": begun, not said
            return False
        opened = follows_that(sentence, start) and "that" in frames
        return opened or ("marks" in frames and not _is_other_speech(sentence, cue, start, end))
    if fronted:
        return "fronted" in frames
    if "sourced" in frames and sentence.lowers[:2] == ["according", "to"]:
        return True
    if follows_that(sentence, start):
        return "clause" in frames or "that" in frames
    if first in SUBJECT_PRONOUNS or first in QUESTION_WORDS:
        return "clause" in frames or "words" in frames
    kind = word_class(first)
    if kind in ("preposition", "conjunction", "auxiliary") or first in ("to", "back"):
        return first in frames
    if "words" not in frames:
        # "wrote the crews knew", "adding the tide was high"
        opens = "clause" in frames and kind == "determiner" and clause_opens(sentence, start)
        return opens and is_complete(sentence, start, end)
    return is_word(first) or first in "$([#"


def _opens_adjunct(sentence: Blanked, at: int) -> bool:
    """Whether tokens only say how, where or of what: "said of the noise", "said softly to her"."""
    lowers, tags = sentence.lowers, sentence.tags
    softly = is_adverb(lowers[at]) and tags[at + 1 : at + 2] == ["IN"]
    return lowers[at] in _TOPICS or softly


def _is_other_speech(sentence: Blanked, cue: Cue, start: int, end: int) -> bool:
    """Whether a run after a verb is a title that it names, or goes on with an earlier quote."""
    if first := sentence.runs.get(start):
        title = is_title(sentence, start) and sentence.text[first.inner_end - 1] not in ".,?!"
        return "works" in cue.verb.frames and title and end == start + 1
    if "topic" in cue.verb.frames and cue.form == "ing" and sentence.lowers[end - 1] == RUN:
        # "“If so,” she said, referring to the tide, “we wait.”"
        return sentence.lowers[end - 2] == ","
    preposition = word_class(sentence.lowers[start]) == "preposition"
    return (
        preposition
        and sentence.lowers[start] not in cue.verb.frames
        and sentence.lowers[end - 1] == RUN
        and sentence.lowers[end - 2] == ","
    )


def leads_to_saying(sentence: Blanked, cue: Cue) -> bool:
    """Whether a verb only issues something that speaks: "issued a statement saying"."""
    if not cue.verb.frames.isdisjoint(("any", "clause")) and cue.verb.lemma not in _BRINGING:
        return False
    if cue.group and sentence.lowers[cue.group - 1] == RUN:
        return False
    lowers, tags = sentence.lowers, sentence.tags
    for at in range(cue.at + 1, min(len(lowers), cue.at + _LONGEST_BROUGHT)):
        if lowers[at] in AS_SAYING or lowers[at] == "calling":
            return tags[at - 1] in ("NN", "NNS")
        if tags[at][:2] not in ("NN", "JJ", "DT", "PR", "RP", "IN", "RB", "VB", "CD", "PO"):
            break
        if tags[at] in ("VBD", "VBZ", "VBP"):
            break
    return False
