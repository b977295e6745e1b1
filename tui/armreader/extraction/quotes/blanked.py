"""Blanked sentences: each run in marks counts as one token, so that a clause is seen whole.

``"We will go," she said, "tomorrow."`` is read as ``Q , she said , Q``: what interrupts a quote and
what attributes it are in plain view, whatever the quoted words are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from armreader.extraction.grammar import Grammar, SentenceGrammar
from armreader.extraction.quotes.marks import Run, find_runs
from armreader.extraction.tokens import tokenise
from armreader.records import Actor, Article, SectionKind, Sentence

RUN = "<q>"
"""The lower-case form of the token that stands for a run in marks."""

_Known = tuple[Grammar, frozenset[int]]
"""What the sentences of an article share: its grammar, and where its names end."""
_SILENT = frozenset(("furniture", "byline", "source", "dateline"))


@dataclass(slots=True, eq=False, repr=False)
class Blanked:
    """A sentence in which every run in marks is one token; parallel lists, as in Tokens."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    runs: dict[int, Run]
    """The runs by the number of their token."""
    paragraph: int
    section: SectionKind
    text: str
    """The text of the article, which the offsets refer to."""
    grammar: Grammar
    """The grammar of the article's sentences."""
    named: frozenset[int]
    """Where the names of the article end, as offsets."""
    _tags: list[str] | None = None

    def __len__(self) -> int:
        return len(self.words)

    @property
    def tags(self) -> list[str]:
        """The Penn tags of the tokens; that of a run is empty."""
        if self._tags is None:
            sentence = self.grammar.at(self.starts[0]) if self.starts and not self.runs else None
            same = sentence is not None and sentence.starts == self.starts
            self._tags = list(sentence.tags if sentence and same else self._look_up_tags())
        return self._tags

    def _look_up_tags(self) -> Iterator[str]:
        sentence: SentenceGrammar | None = None
        known: dict[int, str] = {}
        for at, start in enumerate(self.starts):
            if at in self.runs:
                yield ""
                continue
            if sentence is None or not sentence.place.start <= start < sentence.place.end:
                sentence = self.grammar.at(start)
                known = dict(zip(sentence.starts, sentence.tags, strict=True)) if sentence else {}
            tag = known.get(start)
            if tag is None:
                token = sentence.token_at(start) if sentence else None
                tag = sentence.tags[token] if sentence and token is not None else ""
            yield tag


def blank_sentences(
    article: Article, sentences: Sequence[Sentence], grammar: Grammar, names: Sequence[Actor]
) -> list[Blanked]:
    """The sentences of every section that can hold a quote, with their runs blanked."""
    named = frozenset(spelling.span.end for actor in names for spelling in actor.spellings)
    heard = [sentence for sentence in sentences if sentence.section not in _SILENT]
    paragraphs = [list(group) for _, group in groupby(heard, key=lambda s: s.paragraph)]
    spans = [(group[0].span.start, group[-1].span.end) for group in paragraphs]
    found = find_runs(article.text, spans)
    return [
        blanked
        for group, runs in zip(paragraphs, found, strict=True)
        for blanked in _blank(article.text, group, runs, (grammar, named))
    ]


def _blank(
    text: str, group: Sequence[Sentence], runs: Sequence[Run], known: _Known
) -> Iterator[Blanked]:
    """The sentences of one paragraph; a sentence that ends inside a run does not count as one."""
    starts = [run.start for run in runs]
    ends = [run.end for run in runs]
    first = group[0].span.start
    for number, sentence in enumerate(group):
        end = sentence.span.end
        at = bisect_left(ends, end)
        if at < len(runs) and runs[at].start < end < runs[at].end and number < len(group) - 1:
            continue
        inside = runs[bisect_left(starts, first) : bisect_left(starts, end)]
        yield _tokens(text, first, end, inside, sentence, known)
        first = end


def _tokens(
    text: str, start: int, end: int, runs: Sequence[Run], sentence: Sentence, known: _Known
) -> Blanked:
    placed: dict[int, Run] = {}
    while start < end and text[start].isspace():
        start += 1
    tokens = tokenise(text, start, runs[0].start if runs else end)
    words, lowers, starts, ends = tokens.words, tokens.lowers, tokens.starts, tokens.ends
    if runs:
        words, lowers, starts, ends = words[:], lowers[:], starts[:], ends[:]
    for run, after in zip_longest(runs, runs[1:]):
        placed[len(words)] = run
        words.append(RUN)
        lowers.append(RUN)
        starts.append(run.start)
        ends.append(run.end)
        tokens = tokenise(text, run.end, after.start if after else end)
        words += tokens.words
        lowers += tokens.lowers
        starts += tokens.starts
        ends += tokens.ends
    paragraph, section = sentence.paragraph, sentence.section
    return Blanked(words, lowers, starts, ends, placed, paragraph, section, text, *known)
