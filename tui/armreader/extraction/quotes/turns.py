"""Turns: a name and a colon at the start of a line, in transcripts, interviews and headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from armreader.extraction.names.headlines import is_headline
from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.clauses import names_person
from armreader.extraction.quotes.phrases import Range, phrase_from
from armreader.language import entries
from armreader.records import Actor, Span

_LABEL = re.compile(
    r"[*_]{0,3}([^\W\d_a-z][\w.'’-]{0,30}(?: [^\W\d_a-z][\w.'’-]{0,30}){0,3})"
    r"(?=:[*_]{0,3}\s|[*_]{1,3}:\s)"
)
"""A label, which Markdown may set in bold."""
_ROLES = frozenset(
    (
        "q", "a", "moderator", "host", "interviewer", "question", "answer", "reporter", "chair",
        "presenter", "audience", "speaker", "narrator",
    )
)  # fmt: skip
"""Labels that name nobody, but still open somebody's turn."""
_ANSWERS = frozenset(("a", "answer"))
"""Labels whose turn is kept though nobody is named: the answers of an interview."""
_INTRODUCING = frozenset(("and", "also", "next", "this", "here", "then", "but", "now"))
_FEWEST = 3
"""Lines that must begin with a label in capitals for an article to hold a transcript."""


def find_turns(sentences: Sequence[Blanked], names: Sequence[Actor]) -> dict[int, Span]:
    """The labels that open a turn of a transcript, by the number of the sentence."""
    found: dict[int, Span] = {}
    paragraph = -1
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            label = _label(sentence)
            if label is not None:
                found[number] = label
        paragraph = sentence.paragraph
    texts = {n: sentences[n].text[slice(*label)] for n, label in found.items()}
    shouted = sum(text.isupper() for text in texts.values())
    repeated = {text for text, count in Counter(texts.values()).items() if count > 1}
    persons = {
        spelling.span.end
        for actor in names
        if actor.kind == "person"
        for spelling in actor.spellings
    }
    known = {text for n, text in texts.items() if found[n].end in persons or text.lower() in _ROLES}
    named = {n: found[n] for n, text in texts.items() if text in known}
    if len(named) >= _FEWEST and len(known) > 1 and _alternates(named, sentences, texts):
        return named
    if shouted < _FEWEST and len(repeated) < 2:
        return {}
    return {n: found[n] for n, text in texts.items() if text.isupper() or text in repeated}


def _alternates(
    turns: dict[int, Span], sentences: Sequence[Blanked], texts: dict[int, str]
) -> bool:
    """Whether two turns are next to each other or somebody has two: headings do neither."""
    again = len({texts[number] for number in turns}) < len(turns)
    paragraphs = sorted(sentences[number].paragraph for number in turns)
    return again or any(b - a == 1 for a, b in pairwise(paragraphs))


def is_answer(label: str) -> bool:
    """Whether a label marks an answer, whose speaker the text leaves out."""
    return label.lower() in _ANSWERS


def headline_label(sentence: Blanked) -> int | None:
    """How many tokens name who speaks in ``Falk: Port Will Close``, without the colon."""
    label = _label(sentence)
    if label is None or 0 in sentence.runs:
        return None
    if sentence.section != "title" and not is_headline(sentence, sentence.section):
        return None
    end = next(at for at, stop in enumerate(sentence.ends) if stop >= label.end) + 1
    return end if end + 1 < len(sentence) and not _only_describes(sentence, end + 1) else None


def _only_describes(sentence: Blanked, first: int) -> bool:
    """Whether what follows a name in a title says who that is: "Ann Lee: Nominee for Mayor"."""
    if any(tag[:1] in ("V", "M") for tag in sentence.tags[first:]):
        return False
    noun = next(
        (at for at in range(first, len(sentence)) if sentence.tags[at].startswith("NN")), first
    )
    low = sentence.lowers[noun]
    return names_person(low) or low in entries("person_nouns") or low in entries("documents")


def _label(sentence: Blanked) -> Span | None:
    """The capitalised words before a colon at the start of a sentence, or of its first run."""
    start = sentence.runs[0].inner_start if 0 in sentence.runs else sentence.starts[0]
    found = _LABEL.match(sentence.text, start, min(start + 130, sentence.ends[-1]))
    return Span(*found.span(1)) if found else None


def introduced(sentence: Blanked) -> Range | None:
    """Who speaks after a line without a verb: ``And from Chairwoman Lund:``, ``Here is Lund:``."""
    lowers = sentence.lowers
    at = next((at for at in range(min(3, len(lowers))) if lowers[at] in ("from", "is", "'s")), None)
    if at is None or not all(lower in _INTRODUCING for lower in lowers[:at]):
        return None
    return phrase_from(sentence, at + 1)
