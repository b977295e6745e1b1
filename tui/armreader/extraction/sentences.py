"""Sentences: the article's text cut at the ends of sentences, never across a line break."""

from __future__ import annotations

import re

from armreader.language import entries, mapping
from armreader.records import Article, Sentence, Span
from armreader.records.interning import shared_span

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»›」』)\]]*(?=\s|$)")
_RUN_ON = re.compile(
    r" (?:(?=(?:The|An?|There|These|This|It|He|She|They|In|At|For|But|As|On) [^\W\d_A-Z])"
    r"(?<=[^\W_A-Z][^\W_A-Z] )"
    r"|(?=(?:The|An?|There) \w)(?<=\w[\"”] ))"
)
"""Between two texts on one line without a mark, as a copied page has them: "Rig sinks The fire"."""
_NEW_TEXT = re.compile(
    r" (?<=[^\W_] )(?=The [A-Z][\w'’ -]{1,40}? (?:has|have|had|is|are|was|were|will|would)\b)"
)
"""The same where a name follows: "Rig sinks The Coast Guard has"."""
_STAMP = re.compile(
    r"(?:(?:[A-Z][A-Z./-]{0,30},? ){1,4}(?:[A-Z][a-z]{1,20} )?)?(?:\| )?(?:[A-Z][a-z]{1,12},? )?"
    r"(?:[0-3]?\d [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? [0-3]?\d),? [12]\d{3},? "
    r"[0-2]?\d[.:][0-5]\d(?: ?[ap]\.?m\b\.?| [AP]M\b)?"
    r"(?: (?:[BG]M?ST|GMT|UTC|CES?T|[ECMP][DS]?T)\b)?"
)
"""When a page was published, to the minute, in the midst of its text: "ARDAL | Mon May 3, 2021
9:15 am EDT"."""
_CLOCK = re.compile(r"\d[.:][0-5]\d")
"""What such a stamp has, and few sentences have."""
_RUN_ON_WORDS, _RUN_ON_REACH = 4, 200
"""The fewest words of the first of them; the characters of it that are looked at on either side."""
_BEFORE_NAME = frozenset(("tell", "tells", "telling", "told"))
"""Verbs after which the name of a paper or an agency comes: "told The Mail"."""
_LAST_WORD = re.compile(r"[^\W_](?:[^\s\"“”()]{0,30})$")
_NEXT = re.compile(r"\s*([\"'“„‘«‹»「『(\[`]*)([^\W_]+(?:[.'’-][^\W_]+)*)?([.,:;]?)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_CLOSING = "\"”’»›」』'"


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every section in the order of the text; every line is a paragraph."""
    sentences: list[Sentence] = []
    paragraph = 0
    for section in article.sections:
        for line in _LINE.finditer(article.text, *section.span):
            spans = split_sentences(article.text, Span(*line.span()))
            sentences.extend(Sentence(shared_span(span), section.kind, paragraph) for span in spans)
            paragraph += bool(spans)
    return tuple(sentences)


def split_sentences(text: str, stretch: Span) -> list[Span]:
    """The sentences of a stretch without line breaks, with the spaces at their ends left out."""
    spans, start = [], stretch.start
    for match in _END.finditer(text, *stretch):
        if match.end() < stretch.end and not _ends_sentence(text, start, match, stretch.end):
            continue
        spans += _run_on(text, start, match.end())
        start = match.end()
    spans += _run_on(text, start, stretch.end)
    return [span for span in spans if span.end > span.start]


def _run_on(text: str, start: int, end: int) -> list[Span]:
    """A sentence, or the several that stand where texts without a final mark were run together."""
    if not _CLOCK.search(text, start, end):
        return _joints(text, start, end)
    spans = []
    for stamp in _STAMP.finditer(text, start, end):
        spans += [*_joints(text, start, stamp.start()), _trimmed(text, *stamp.span())]
        start = stamp.end()
    return [*spans, *_joints(text, start, end)]


def _joints(text: str, start: int, end: int) -> list[Span]:
    """A stretch, cut where a text begins without a mark before it."""
    joints = {
        match.span() for each in (_RUN_ON, _NEW_TEXT) for match in each.finditer(text, start, end)
    }
    if not joints:
        return [_trimmed(text, start, end)]
    spans, functional = [], mapping("function_words")
    for at, after in sorted(joints):
        if len(text[start : min(at, start + _RUN_ON_REACH)].split()) < _RUN_ON_WORDS:
            continue
        last = text[max(start, at - _RUN_ON_REACH) : at].rpartition(" ")[2]
        lettered = text.startswith("A ", after) and last in entries("lettered_words")
        named = text.startswith("The ", after) and text[after + 4].isupper()
        ends = last not in _BEFORE_NAME and last not in functional if named else last[:1].islower()
        if ends and not lettered:
            spans.append(_trimmed(text, start, at))
            start = after
    return [*spans, _trimmed(text, start, end)]


def _ends_sentence(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Whether the mark ends a sentence: this depends on what comes before and after it."""
    following = _NEXT.match(text, match.end(), limit)
    opening, word, _ = following.groups() if following else ("", None, "")
    if word is None:
        return opening.strip("»") != ""
    if word[0].islower():
        # "Is it?" he asked: a small letter continues, except where a name or a list begins small.
        return False
    mark = match.group()
    if mark == ".":
        return not _is_abbreviation(text, start, match.start(), word)
    if mark[0] in "!?…" and mark[-1] in _CLOSING and not opening:
        # "Will you leave?" Smith asked.
        return not _is_attribution(text, following.start(2) if following else match.end(), limit)
    return True


def _is_abbreviation(text: str, start: int, stop: int, following: str) -> bool:
    """Whether the full stop at ``stop`` belongs to the word before it and ends nothing."""
    found = _LAST_WORD.search(text, max(start, stop - 32), stop)
    last = found.group().lower() if found else ""
    last = last.rsplit(" ", 1)[-1].lstrip("\"'“‘«([")
    if not last:
        return False
    known = mapping("abbreviations")
    kind = known.get(last) or known.get(last.rpartition("-")[2])
    if len(last) == 1 and text[stop - 1].isupper():
        # "Oscar P. Quinn": an initial, whatever its small letter may stand for.
        kind = "either"
    if kind == "before":
        return True
    if kind == "number":
        return following[0].isdigit()
    if kind == "either" or _ACRONYM.fullmatch(last):
        return following.lower() not in entries("sentence_openers")
    return False


def _is_attribution(text: str, start: int, limit: int) -> bool:
    """Whether a name and then a verb of saying follow: the sentence goes on after the quote."""
    words = text[start : min(limit, start + 60)].replace(",", " ,").split()[:5]
    verbs = entries("words_of_asking")
    return any(word.strip(".,:;") in verbs for word in words[1:]) and not any(
        word in entries("sentence_openers") for word in (words[0].lower(),)
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))
