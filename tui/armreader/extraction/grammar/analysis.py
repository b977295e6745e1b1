"""The grammar of an article, sentence by sentence: found when first needed, then kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from armreader.extraction.grammar.assembly import Assembly
from armreader.extraction.grammar.clauses import read_clauses
from armreader.extraction.grammar.drafts import OpenClauses
from armreader.extraction.grammar.headlines import repair_headline
from armreader.extraction.grammar.inflection import lemma
from armreader.extraction.grammar.parsed_contents import with_contents
from armreader.extraction.grammar.parser import Parse, parser
from armreader.extraction.grammar.parted_verbs import repair_parted_subjects, repair_parted_verbs
from armreader.extraction.grammar.repairs import repair_marks, repair_words
from armreader.extraction.grammar.same_forms import repair_same_forms
from armreader.extraction.grammar.saying_repairs import repair_said_verb, repair_saying
from armreader.extraction.grammar.sound_parses import is_sound
from armreader.extraction.grammar.surnames import repair_names, repair_owners, surnames
from armreader.extraction.grammar.syntax import Clause, Governor
from armreader.extraction.grammar.tagger import tagger
from armreader.extraction.grammar.tokens import Tokens, tokenise
from armreader.extraction.grammar.tree_clauses import ClauseTree
from armreader.extraction.grammar.verb_repairs import (
    repair_described,
    repair_main_verb,
    repair_second_verb,
    repair_subjects,
)
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
        self, place: Span, title: bool, tokens: Tokens, tags: list[str], read: OpenClauses
    ) -> None:
        """``read``: the sentence as the rules read it."""
        self.place = place
        self._title = title
        self.words, self.lowers, self.starts, self.ends = tokens
        self.tags = tags
        self.lemmas = list(map(lemma, tokens.lowers, tags))
        self._read = read
        self.phrases = tuple(read.phrases)
        self.clauses = Assembly(read).clauses() if tokens.words else ()
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
        if self._awaits_parse():
            self.parse_all((self,))
        return self._parsed or self  # itself is not kept: an article's grammar holds no cycles

    @staticmethod
    def parse_all(sentences: Iterable[SentenceGrammar]) -> None:
        """Parse sentences before their parses are asked for.

        One right after the other is faster: the parser's table stays in the processor's cache.
        """
        waiting = [one for one in sentences if one._awaits_parse()]
        copies = [one._copy() for one in waiting]
        parses = [parser().parse(one.lowers, one.tags, one.lemmas) for one in copies]
        for one, copy, parse in zip(waiting, copies, parses, strict=True):
            copy._take(parse)
            one._parsed = copy

    def _awaits_parse(self) -> bool:
        return self._parsed is None and not self._is_parse and 1 < len(self.words) <= _LONGEST

    def _copy(self) -> SentenceGrammar:
        """A copy for the parse, with the tags that the rules have corrected."""
        copy = SentenceGrammar.__new__(SentenceGrammar)
        for name in self.__slots__:
            setattr(copy, name, getattr(self, name))
        copy._is_parse, copy._verbs = True, None
        copy.tags = list(self._read.tags)
        if copy.tags != self.tags:
            copy.lemmas = list(map(lemma, self.lowers, copy.tags))
        return copy

    def _take(self, parse: Parse) -> None:
        """Take the phrases and clauses of a parse."""
        places = self.starts, self.ends
        parse = with_contents(parse, self.clauses, self.lowers, self.tags)
        tree = ClauseTree(self.lowers, self.tags, places, self.phrases, parse)
        if not self._title:
            for at in tree.past:
                self.tags[at] = "VBD"
        if self._has_main_verb() and not tree.has_main_verb():
            return
        clauses = tree.clauses(self.clauses)
        if is_sound(self.lowers, self.tags, self.clauses, clauses):
            self.phrases, self.clauses = tree.phrases, clauses

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


def read_sentences(
    text: str, places: Sequence[tuple[Span, bool]], named: Set[str]
) -> list[SentenceGrammar]:
    """The grammar of sentences, each with whether it is a title; ``named``: the article's surnames.

    Each step is taken for all of them before the next, as in ``SentenceGrammar.parse_all``.
    """
    tokens = [tokenise(text, *place) for place, _ in places]
    titles = [title for _, title in places]
    tags = tags_of(tokens, titles, named)
    rules = list(map(read_by_rules, tokens, tags))
    return list(map(SentenceGrammar, (place for place, _ in places), titles, tokens, tags, rules))


def tags_of(
    sentences: Sequence[Tokens], titles: Sequence[bool], named: Set[str]
) -> list[list[str]]:
    """The Penn tags of the tokens of sentences, repaired."""
    found = [tagger().tag(one.words, title) for one, title in zip(sentences, titles, strict=True)]
    for one, tags, title in zip(sentences, found, titles, strict=True):
        repair_marks(one, tags)
        if not title:
            repair_names(one.words, tags, named)
            repair_owners(one.lowers, tags)
        repair_words(one.lowers, tags)
        repair_parted_verbs(one.lowers, tags)
        repair_parted_subjects(one.lowers, tags)
        repair_subjects(one.lowers, tags)
        if title:
            repair_headline(one.lowers, tags)
        else:
            repair_same_forms(one.lowers, tags)
            repair_main_verb(one.lowers, tags)
            repair_said_verb(one.lowers, tags)
            repair_second_verb(one.lowers, tags)
            repair_described(one.lowers, tags)
            repair_saying(one.lowers, tags)
    return found


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

    They are read when the first of them is asked for.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._places = [(one.span, one.section == "title") for one in sentences]
        self._starts = [one.span.start for one in sentences]
        self._named = surnames(text)

    @cached_property
    def _sentences(self) -> list[SentenceGrammar]:
        return self.parts(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, number: int) -> SentenceGrammar:  # type: ignore[override]
        return self._sentences[number]

    def parts(self, places: Sequence[tuple[Span, bool]]) -> list[SentenceGrammar]:
        """The grammar of sentences or of parts of them, each with whether it is a title."""
        return read_sentences(self._text, places, self._named)

    def __iter__(self) -> Iterator[SentenceGrammar]:
        return iter(self._sentences)

    def at(self, offset: int) -> SentenceGrammar | None:
        """The sentence that covers an offset of the article's text."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self._places[number][0].end:
            return None
        return self[number]


def analyse(text: str, sentences: Sequence[Sentence]) -> Grammar:
    """The grammar of an article's sentences, the one that every extractor uses."""
    return Grammar(text, sentences)
