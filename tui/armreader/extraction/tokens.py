"""Tokens: words, clitics and marks of a stretch of text, each with its offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|['’][sS](?![^\W_])"  # a possessive is a token of its own
    r"|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|[-‐‑&][^\W_]+|['’](?![sS](?![^\W_]))[^\W\d_]+|[.,]\d+)*"
    r"|\.\.\.|--|''|``|[^\w\s]|_"
)


_ACRONYMS = {"US": "u.s.", "WHO": "w.h.o.", "IT": "i.t."}
"""Acronyms that would be pronouns in lower case."""


@dataclass(slots=True, eq=False, repr=False)
class Tokens:
    """Parallel lists: the token as written and in lower case, and where it starts and ends."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``; offsets are those of the whole text."""
    matches = list(_TOKEN.finditer(text, start, end))
    words = [match.group() for match in matches]
    if not all(map(str.isascii, words)):
        words = [word if word.isascii() else normalize("NFC", word) for word in words]
    lowers = [_ACRONYMS.get(word) or word.lower().replace("’", "'") for word in words]
    return Tokens(
        words, lowers, [match.start() for match in matches], [match.end() for match in matches]
    )
