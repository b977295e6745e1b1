"""The grammar of an article, sentence by sentence: found when first asked for, then kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property

from armreader.extraction.grammar.assembly import Assembly
from armreader.extraction.grammar.clauses import read_clauses
from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.parser import parser
from armreader.extraction.grammar.syntax import Clause, Governor, NounPhrase
from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.grammar.tokens import Tokens, tokenise
from armreader.extraction.grammar.tree import Tree
from armreader.records import Sentence
from armreader.records.spans import Span

_LONGEST = 200
"""Tokens of the longest sentence that is parsed."""


class SentenceGrammar:
    """One sentence: its tokens, tags, phrases and clauses.

    Tokens are numbered from 0; ``words``, ``lowers``, ``starts``, ``ends`` and ``tags`` are
    parallel lists, offsets are code points of the article's text.
    """

    def __init__(self, text: str, span: Span, title: bool = False) -> None:
        self._text = text
        self.place = span
        self._title = title

    @cached_property
    def _tokens(self) -> Tokens:
        return tokenise(self._text, *self.place)

    @property
    def words(self) -> list[str]:
        """The tokens as written."""
        return self._tokens.words

    @property
    def lowers(self) -> list[str]:
        """The tokens in small letters, apostrophes straight."""
        return self._tokens.lowers

    @property
    def starts(self) -> list[int]:
        """Where each token starts in the article's text."""
        return self._tokens.starts

    @property
    def ends(self) -> list[int]:
        """Where each token ends in the article's text."""
        return self._tokens.ends

    def __len__(self) -> int:
        return len(self._tokens.words)

    @cached_property
    def tags(self) -> list[str]:
        """The tokens' Penn tags."""
        return tagger().tag(self._tokens.words, self._title)

    @cached_property
    def lemmas(self) -> list[str]:
        """The tokens' lemmas."""
        return list(map(lemma, self._tokens.lowers, self.tags))

    def lemma(self, token: int) -> str:
        """The lemma of one token: "refuse" for "refusing"."""
        return lemma(self._tokens.lowers[token], self.tags[token])

    def span(self, first: int, last: int) -> Span:
        """The stretch of text of a half-open run of tokens."""
        return Span(self._tokens.starts[first], self._tokens.ends[last - 1])

    def token_at(self, offset: int) -> int | None:
        """The token that covers an offset, or None for a blank."""
        at = bisect_right(self._tokens.starts, offset) - 1
        return at if at >= 0 and offset < self._tokens.ends[at] else None

    @property
    def phrases(self) -> tuple[NounPhrase, ...]:
        """The noun phrases in their order."""
        return self._syntax[0]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses by rules; the first is the main clause of the sentence or its first part."""
        return self._syntax[1]

    @cached_property
    def parsed(self) -> SentenceGrammar:
        """The same sentence with the phrases and clauses of a dependency parse.

        It costs as much as tagging ten sentences; a sentence longer than any parse is good for
        keeps those of the rules.
        """
        tokens = self._tokens
        if not 1 < len(tokens.words) <= _LONGEST:
            return self
        tree = Tree(
            tokens.lowers,
            self.tags,
            (tokens.starts, tokens.ends),
            self.phrases,
            parser().parse(tokens.lowers, self.tags, self.lemmas),
        )
        parsed = copy(self)
        parsed.__dict__["_syntax"] = (tree.phrases, tree.clauses(self.clauses))
        parsed.__dict__["parsed"] = parsed
        return parsed

    @cached_property
    def _syntax(self) -> tuple[tuple[NounPhrase, ...], tuple[Clause, ...]]:
        tokens = self._tokens
        read = OpenClauses(tokens.words, tokens.lowers, self.tags, (tokens.starts, tokens.ends))
        if not tokens.words:
            return (), ()
        read_clauses(read)
        return tuple(read.phrases), Assembly(read).clauses()

    def governors(self, clause: int) -> tuple[Governor, ...]:
        """Everything that a clause hangs on, the nearest first."""
        clauses = self.clauses
        found: list[Governor] = []
        seen = {clause}
        at = clause
        while (parent := clauses[at].parent) is not None and parent not in seen:
            below, above = clauses[at], clauses[parent]
            if below.kind != "coordinated":
                verb = above.verb
                found.append(
                    Governor(
                        parent,
                        below.governor,
                        "" if below.governor is None else self.lemma(below.governor),
                        "" if below.marker is None else self.lowers[below.marker],
                        verb is not None and verb.negation is not None,
                        "" if verb is None else verb.modal,
                    )
                )
            seen.add(parent)
            at = parent
        return tuple(found)

    def chain(self, clause: int) -> tuple[int, ...]:
        """The verbs of one event's group from a clause on: began, refusing, attend."""
        clauses = self.clauses
        found: list[int] = []
        at: int | None = clause
        while at is not None and (verb := clauses[at].verb) is not None:
            found.append(verb.head)
            at = next(
                (
                    one
                    for one in clauses[at].complements
                    if one > at and clauses[one].kind in ("infinitive", "participle")
                ),
                None,
            )
        return tuple(found)


class Grammar(Sequence[SentenceGrammar]):
    """The grammar of an article: ``grammar[i]`` belongs to the article's ``sentences[i]``."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._starts = [sentence.span.start for sentence in sentences]
        self._sentences = [
            SentenceGrammar(text, sentence.span, sentence.section == "title")
            for sentence in sentences
        ]

    def __len__(self) -> int:
        return len(self._sentences)

    def __getitem__(self, number: int) -> SentenceGrammar:  # type: ignore[override]
        return self._sentences[number]

    def __iter__(self) -> Iterator[SentenceGrammar]:
        return iter(self._sentences)

    def at(self, offset: int) -> SentenceGrammar | None:
        """The sentence that covers an offset of the article's text."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self._sentences[number].place.end:
            return None
        return self._sentences[number]


def analyse(text: str, sentences: Sequence[Sentence]) -> Grammar:
    """The grammar of an article's sentences, the one that every extractor uses."""
    return Grammar(text, sentences)
