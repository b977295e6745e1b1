"""Headlines: lines whose capitals show nothing, so that only names known from the text are
found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from armreader.extraction.names.gazetteer import institutions, places
from armreader.extraction.names.mentions import Mention
from armreader.extraction.tokens import Tokens
from armreader.language import entries
from armreader.records import ActorKind, SectionKind, Span


class TokenLists(Protocol):
    """Anything with tokens as parallel lists."""

    @property
    def words(self) -> list[str]: ...
    @property
    def lowers(self) -> list[str]: ...


_SMALL = frozenset(("is", "are", "was", "were", "has", "had", "have", "will", "would", "be"))
"""Short verbs that title case capitalises."""
_LONGEST = 5
"""Words in the longest name that is looked for."""
_SHORTEST = 4
"""The fewest words of a line in title case; fewer are a name, or the start of one."""


def is_headline(tokens: TokenLists, section: SectionKind) -> bool:
    """Whether a line is in capitals or title case: no word that could be in lower case is."""
    if tokens.words[-1:] == ["."] and section != "title" and _has_small_word(tokens):
        return False
    words = [
        word
        for word, lower in zip(tokens.words, tokens.lowers, strict=True)
        if word[0].isalpha() and lower not in entries("function_words") and len(word) > 1
    ]
    if not words:
        return False
    capital = sum(word[0].isupper() for word in words)
    if len(words) < _SHORTEST or section == "caption":
        return capital == len(words) and all(word.isupper() and len(word) > 3 for word in words)
    ends = tokens.words[-1] == "."  # which a headline in the body lacks
    if ends and section != "title" and any(word in _SMALL for word in tokens.words):
        return False
    if section == "title" or (len(words) > 2 * _SHORTEST and not ends):
        return capital >= 0.8 * len(words)
    return capital == len(words)


def _has_small_word(tokens: TokenLists) -> bool:
    """Whether a word that title case would capitalise is in lower case."""
    return any(
        word[0].isalpha()
        and not word[0].isupper()
        and len(word) > 1
        and lower not in entries("function_words")
        for word, lower in zip(tokens.words, tokens.lowers, strict=True)
    )


class KnownNames:
    """The names of the running text and of the tables, found whatever their capitals."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._names: dict[str, tuple[tuple[str, ...], ActorKind | None]] = {}
        for mention in mentions:
            self._names.setdefault(mention.name.lower(), (mention.words, mention.kind))
            if mention.kind == "person" or (mention.kind is None and 1 < len(mention.words) < 4):
                surname = mention.words[-1:]
                self._names.setdefault(surname[0].lower(), (surname, "person"))

    def find(self, tokens: Tokens, paragraph: int) -> Iterator[Mention]:
        """The known names in a headline, longest first; words in lower case are not names."""
        at = 0
        while at < len(tokens):
            found = self._longest(tokens, at) if tokens.words[at][0].isupper() else None
            if found is None:
                at += 1
                continue
            size, words, kind = found
            span = Span(tokens.starts[at], tokens.ends[at + size - 1])
            yield Mention(span, words, kind, paragraph=paragraph)
            at += size

    def _longest(
        self, tokens: Tokens, at: int
    ) -> tuple[int, tuple[str, ...], ActorKind | None] | None:
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            name = " ".join(tokens.lowers[at : at + size])
            if name in self._names:
                return size, *self._names[name]
            if name in places() and not (size == 1 and tokens.lowers[at] in entries("not_names")):
                return size, tuple(places()[name].split()), "place"
            if name in institutions():
                return size, tuple(institutions()[name].split()), "organisation"
        return None
