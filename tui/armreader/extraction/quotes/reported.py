"""Reported: what one sentence reports somebody to say, and which of it is part of more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.cues import Cue, has_run
from armreader.extraction.quotes.grammar import is_time_word, is_word
from armreader.extraction.quotes.phrases import Range
from armreader.extraction.quotes.rules import QuoteRule

_SAYING = frozenset(("said", "says", "told", "tells", "added"))
"""Verbs that are never part of what another attribution in the sentence reports."""
_MOST_PARTS = 8
_AFTER_BARE = frozenset((".", ",", "as", "when", "while", "during", "in", "at", "on"))
FRONTED: frozenset[QuoteRule] = frozenset(("quote-before-verb", "quote-around-verb"))


class Attribution(NamedTuple):
    """What somebody is reported to say in one sentence."""

    sentence: int
    contents: tuple[Range, ...]
    cue: Range | None
    subject: Range | None
    """None where nobody is named in the clause itself."""
    rule: QuoteRule
    nobody: bool = False
    """Whether the text leaves out who spoke, so that no earlier speaker is assumed."""
    content_from: int | None = None
    """The token of the verb, where what follows it is not a clause that could be read alone."""


def first_part(sentence: Blanked, found: Sequence[Attribution], cue: Cue, clause: int) -> int:
    """The first of the last attributions that may be part of what a later clause reports.

    ``Forecasts suggest that it will rain, Lund said.``, ``He called it “a toy,” Lund said.``
    """
    closed = bool(found) and _ends_in_run(found[-1], sentence, cue, clause)
    first = len(found)
    least = max(0, first - _MOST_PARTS)
    while first > least and _may_be_part(sentence, found[first - 1], marked=closed):
        first -= 1
    if closed and first < len(found):
        subject = found[first].subject
        opens = subject is not None and not any(map(is_word, sentence.lowers[: subject[0]]))
        return first if opens else len(found)
    return first


def _ends_in_run(one: Attribution, sentence: Blanked, cue: Cue, clause: int) -> bool:
    """Whether what is reported ends in marks right before a clause that reports nothing after it:
    ``…“a toy,” Lund said as she left``.
    """
    run = sentence.runs.get(clause - 1)
    if run is None or not one.contents or one.contents[-1][1] != clause:
        return False
    after = sentence.lowers[cue.at + 1] if cue.at + 1 < len(sentence) else "."
    bare = after in _AFTER_BARE or is_time_word(after)
    return "any" in cue.verb.frames and bare and sentence.text[run.inner_end - 1] in ",?!"


def _may_be_part(sentence: Blanked, one: Attribution, *, marked: bool) -> bool:
    """Whether an attribution is no statement of its own, with words in marks only if allowed."""
    says = one.cue is not None and sentence.lowers[one.cue[0]] in _SAYING
    quotes = any(has_run(sentence, *part) for part in one.contents)
    return one.rule == "quote-after-verb" and not says and (marked or not quotes)


def holds(whole: Attribution, part: Attribution) -> bool:
    """Whether what one attribution reports is more than words in marks at the end of another."""
    starts = whole.contents[0][0]
    return len(whole.contents) > 1 or not part.contents or starts <= part.contents[0][0]


def outside(
    sentence: Blanked, whole: Attribution, found: Sequence[Attribution]
) -> list[Attribution] | None:
    """The attributions that are no part of what a source is given for; None if one is its gist.

    ``According to the Post, the crews wore caps that read “Sink it.”``
    """
    rest = []
    if any(
        _is_bound(sentence, *part)
        for part in whole.contents
        if whole.cue and part[1] <= whole.cue[0]
    ):
        return None
    for one in found:
        places = [*one.contents, *([one.cue] if one.cue else [])]
        within = [any(s <= at and to <= e for s, e in whole.contents) for at, to in places]
        if not any(within):
            rest.append(one)
        elif not all(within) or _is_gist(whole, one):
            return None
    return rest


def _is_bound(sentence: Blanked, start: int, end: int) -> bool:
    """Whether a source at the end of words is that of an aside: "…, which is old, according to"."""
    lowers, tags = sentence.lowers, sentence.tags
    opened = lowers[start:end].count("(") > lowers[start:end].count(")")
    aside = range(start + 1, end - 1)
    return opened or any(lowers[at] == "," and tags[at + 1] in ("WDT", "WP") for at in aside)


def _is_gist(whole: Attribution, one: Attribution) -> bool:
    """Whether an attribution says most of what it is part of: "Lund said that it sank"."""
    if one.rule in FRONTED or one.cue is None:
        return True
    reach = max(end for _, end in one.contents) - one.cue[0] if one.contents else 0
    return 2 * reach > sum(end - start for start, end in whole.contents)
