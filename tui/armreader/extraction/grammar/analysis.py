"""The grammar of an article, sentence by sentence: found when first needed, then kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from armreader.extraction.grammar.assembly import Assembly
from armreader.extraction.grammar.clauses import read_clauses
from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.headlines import repair_headline
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.parser import parser
from armreader.extraction.grammar.repairs import (
    repair_main_verb,
    repair_marks,
    repair_said_verb,
    repair_subjects,
    repair_words,
)
from armreader.extraction.grammar.surnames import repair_names, surnames
from armreader.extraction.grammar.syntax import Clause, Governor, NounPhrase
from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.grammar.tokens import Tokens, tokenise
from armreader.extraction.grammar.tree_clauses import ClauseTree
from armreader.records import Sentence
from armreader.records.spans import Span

_LONGEST = 200
"""Tokens of the longest sentence that is parsed."""
_MOST_GOVERNORS, _LONGEST_CHAIN = 30, 8
"""Steps up and verbs in a row; no normal sentence has more."""


class SentenceGrammar:
    """One sentence: its tokens, tags, phrases and clauses.

    Tokens are numbered from 0; ``words``, ``lowers``, ``starts``, ``ends`` and ``tags`` are
    parallel lists, offsets are code points of the article's text.
    """

    def __init__(
        self, text: str, span: Span, title: bool = False, named: frozenset[str] = frozenset()
    ) -> None:
        """``named``: the surnames of the article."""
        self._text = text
        self.place = span
        self._title = title
        self._named = named

    @cached_property
    def _tokens(self) -> Tokens:
        return tokenise(self._text, *self.place)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as written."""
        return self._tokens.words

    @cached_property
    def lowers(self) -> list[str]:
        """The tokens in lower case, with straight apostrophes."""
        return self._tokens.lowers

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts in the article's text."""
        return self._tokens.starts

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends in the article's text."""
        return self._tokens.ends

    def __len__(self) -> int:
        return len(self._tokens.words)

    @cached_property
    def tags(self) -> list[str]:
        """The tokens' Penn tags."""
        tags = tagger().tag(self._tokens.words, self._title)
        repair_marks(self._tokens, tags)
        if not self._title:
            repair_names(self._tokens.words, tags, self._named)
        repair_words(self._tokens.lowers, tags)
        repair_subjects(self._tokens.lowers, tags)
        if self._title:
            repair_headline(self._tokens.lowers, tags)
        else:
            repair_main_verb(self._tokens.lowers, tags)
            repair_said_verb(self._tokens.lowers, tags)
        return tags

    @cached_property
    def lemmas(self) -> list[str]:
        """The tokens' lemmas."""
        return list(map(lemma, self._tokens.lowers, self.tags))

    def lemma(self, token: int) -> str:
        """The lemma of one token: "refuse" for "refusing"."""
        return self.lemmas[token]

    def span(self, first: int, last: int) -> Span:
        """The stretch of text of a half-open run of tokens."""
        return Span(self.starts[first], self.ends[last - 1])

    def token_at(self, offset: int) -> int | None:
        """The token that covers an offset, or None for a blank."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.ends[at] else None

    @cached_property
    def phrases(self) -> tuple[NounPhrase, ...]:
        """The noun phrases in their order."""
        return tuple(self._read.phrases)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses by rules; the first is the main clause of the sentence or its first part."""
        return Assembly(self._read).clauses() if self._tokens.words else ()

    @cached_property
    def clause_of_verb(self) -> dict[int, Clause]:
        """The clause of each verb, by the token of its head."""
        return {one.verb.head: one for one in reversed(self.clauses) if one.verb is not None}

    @cached_property
    def parsed(self) -> SentenceGrammar:
        """The same sentence with the phrases and clauses of a dependency parse.

        It costs as much as tagging ten sentences. Its tags are those that the rules have corrected.
        A sentence that is too long to parse keeps the clauses of the rules, and so does one in
        which only the rules find a main verb.
        """
        tokens = self._tokens
        if not 1 < len(tokens.words) <= _LONGEST:
            return self
        parsed = _Parsed(self._text, self.place, self._title)
        parsed.__dict__.update(self.__dict__)
        parsed.tags = tags = list(self._read.tags)
        parsed.lemmas = list(map(lemma, tokens.lowers, tags))
        tree = ClauseTree(
            tokens.lowers,
            tags,
            (tokens.starts, tokens.ends),
            self.phrases,
            parser().parse(tokens.lowers, tags, parsed.lemmas),
        )
        if not self._title:
            for at in tree.past:
                tags[at] = "VBD"
        if not self._has_main_verb() or tree.has_main_verb():
            parsed.__dict__.pop("clause_of_verb", None)
            parsed.phrases = tree.phrases
            parsed.clauses = tree.clauses(self.clauses)
        return parsed

    def _has_main_verb(self) -> bool:
        main = self.clauses[0]
        return main.verb is not None and main.verb.finite and main.subject is not None

    @cached_property
    def _read(self) -> OpenClauses:
        """The sentence as the rules read it, twice where a clause lacked its verb."""
        words, lowers, *places = self._tokens
        tags = list(self.tags)
        read = OpenClauses(words, lowers, tags, (places[0], places[1]))
        read_clauses(read)
        for token, tag in read.mistagged.items():
            tags[token] = tag
        if read.lost_verb:
            read = OpenClauses(words, lowers, tags, (places[0], places[1]))
            read_clauses(read)
        return read

    def governors(self, clause: int) -> tuple[Governor, ...]:
        """What a clause depends on, the nearest first, up to ``_MOST_GOVERNORS``."""
        clauses = self.clauses
        found: list[Governor] = []
        seen = {clause}
        at = clause
        while (parent := clauses[at].parent) is not None and parent not in seen:
            if len(seen) > _MOST_GOVERNORS:
                break
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
        """The chain of verbs for one event, starting at a clause: began, refusing, attend."""
        clauses = self.clauses
        found: list[int] = []
        at: int | None = clause
        while at is not None and (verb := clauses[at].verb) is not None:
            if len(found) == _LONGEST_CHAIN:
                break
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


class _Parsed(SentenceGrammar):
    """A sentence with the phrases and clauses of its parse, which is its own."""

    @property
    def parsed(self) -> SentenceGrammar:
        """The sentence itself; not kept in it, so that an article's grammar holds no cycles."""
        return self


class Grammar(Sequence[SentenceGrammar]):
    """The grammar of an article: ``grammar[i]`` belongs to the article's ``sentences[i]``."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._starts = [sentence.span.start for sentence in sentences]
        named = surnames(text)
        self._sentences = [
            SentenceGrammar(text, sentence.span, sentence.section == "title", named)
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
