"""The grammar of an article, sentence by sentence: found when first needed, then kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

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
from armreader.extraction.grammar.same_forms import repair_same_forms
from armreader.extraction.grammar.surnames import repair_names, surnames
from armreader.extraction.grammar.syntax import Clause, Governor
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
    """One sentence: its tokens, tags, phrases and clauses by rules, read when it is made.

    Tokens are numbered from 0; ``words`` as written, ``lowers`` in lower case with straight
    apostrophes, ``starts``, ``ends``, the Penn ``tags`` and the ``lemmas`` are parallel lists.
    Offsets are code points of the article's text. The first clause is the main clause of the
    sentence or of its first part.
    """

    __slots__ = (
        "_is_parse", "_parsed", "_read", "_title", "_verbs", "clauses", "ends", "lemmas", "lowers",
        "phrases", "place", "starts", "tags", "words",
    )  # fmt: skip

    def __init__(
        self, text: str, span: Span, title: bool = False, named: Set[str] = frozenset()
    ) -> None:
        """``named``: the surnames of the article."""
        self.place = span
        self._title = title
        tokens = tokenise(text, *span)
        self.words, self.lowers, self.starts, self.ends = tokens
        self.tags = tags_of(tokens, title, named)
        self.lemmas = list(map(lemma, tokens.lowers, self.tags))
        self._read = read_by_rules(tokens, self.tags)
        self.phrases = tuple(self._read.phrases)
        self.clauses = Assembly(self._read).clauses() if tokens.words else ()
        self._verbs: dict[int, Clause] | None = None
        self._parsed: SentenceGrammar | None = None
        self._is_parse = False

    def __len__(self) -> int:
        return len(self.words)

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

    @property
    def clause_of_verb(self) -> dict[int, Clause]:
        """The clause of each verb, by the token of its head."""
        if self._verbs is None:
            verbs = ((one.verb, one) for one in reversed(self.clauses))
            self._verbs = {verb.head: one for verb, one in verbs if verb is not None}
        return self._verbs

    @property
    def parsed(self) -> SentenceGrammar:
        """The same sentence with the phrases and clauses of a dependency parse.

        It costs as much as tagging ten sentences. Its tags are those that the rules have corrected.
        A sentence that is too long to parse keeps the clauses of the rules, and so does one in
        which only the rules find a main verb.
        """
        if self._is_parse or not 1 < len(self.words) <= _LONGEST:
            return self  # not kept in it, so that an article's grammar holds no cycles
        if self._parsed is None:
            self._parsed = self._parse()
        return self._parsed

    def _parse(self) -> SentenceGrammar:
        parsed = SentenceGrammar.__new__(SentenceGrammar)
        for name in self.__slots__:
            setattr(parsed, name, getattr(self, name))
        parsed._is_parse = True
        parsed.tags = tags = list(self._read.tags)
        if tags != self.tags:
            parsed.lemmas = list(map(lemma, self.lowers, tags))
        tree = ClauseTree(
            self.lowers,
            tags,
            (self.starts, self.ends),
            self.phrases,
            parser().parse(self.lowers, tags, parsed.lemmas),
        )
        if not self._title:
            for at in tree.past:
                tags[at] = "VBD"
        if not self._has_main_verb() or tree.has_main_verb():
            parsed._verbs = None
            parsed.phrases = tree.phrases
            parsed.clauses = tree.clauses(self.clauses)
        return parsed

    def _has_main_verb(self) -> bool:
        main = self.clauses[0]
        return main.verb is not None and main.verb.finite and main.subject is not None

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


def tags_of(tokens: Tokens, title: bool, named: Set[str]) -> list[str]:
    """The Penn tags of the tokens of a sentence, repaired."""
    tags, lowers = tagger().tag(tokens.words, title), tokens.lowers
    repair_marks(tokens, tags)
    if not title:
        repair_names(tokens.words, tags, named)
    repair_words(lowers, tags)
    repair_subjects(lowers, tags)
    if title:
        repair_headline(lowers, tags)
    else:
        repair_same_forms(lowers, tags)
        repair_main_verb(lowers, tags)
        repair_said_verb(lowers, tags)
    return tags


def read_by_rules(tokens: Tokens, tags: Sequence[str]) -> OpenClauses:
    """A sentence as the rules read it, twice where a clause lacked its verb."""
    words, lowers, starts, ends = tokens
    corrected = list(tags)
    read = OpenClauses(words, lowers, corrected, (starts, ends))
    read_clauses(read)
    for token, tag in read.mistagged.items():
        corrected[token] = tag
    if read.lost_verb:
        read = OpenClauses(words, lowers, corrected, (starts, ends))
        read_clauses(read)
    return read


class Grammar(Sequence[SentenceGrammar]):
    """The grammar of an article: ``grammar[i]`` belongs to the article's ``sentences[i]``.

    A sentence is read when it is first asked for.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text, self._sentences = text, sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._named = surnames(text)
        self._read: list[SentenceGrammar | None] = [None] * len(sentences)

    def __len__(self) -> int:
        return len(self._read)

    def __getitem__(self, number: int) -> SentenceGrammar:  # type: ignore[override]
        found = self._read[number]
        if found is None:
            one = self._sentences[number]
            found = self._read[number] = self.part(one.span, title=one.section == "title")
        return found

    def part(self, place: Span, *, title: bool) -> SentenceGrammar:
        """The grammar of a sentence or of a part of one."""
        return SentenceGrammar(self._text, place, title, self._named)

    def __iter__(self) -> Iterator[SentenceGrammar]:
        return map(self.__getitem__, range(len(self)))

    def at(self, offset: int) -> SentenceGrammar | None:
        """The sentence that covers an offset of the article's text."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self._sentences[number].span.end:
            return None
        return self[number]


def analyse(text: str, sentences: Sequence[Sentence]) -> Grammar:
    """The grammar of an article's sentences, the one that every extractor uses."""
    return Grammar(text, sentences)
