"""Tokens: words, clitics and marks of a stretch of text, each with its offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|['’][sS](?![^\W_])"  # a possessive is a token of its own
    r"|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|[-‐‑&][^\W_]+|['’](?![sS](?![^\W_]))[^\W\d_]+|[.,]\d+)*"
    r"|\.\.\.|--|''|``|[^\w\s]|_"
)

_WORD, _START, _END = re.Match.group, re.Match.start, re.Match.end
_KEPT = 256
"""Stretches whose tokens are kept: the sentences of a long report."""
ACRONYMS = {"US": "u.s.", "WHO": "w.h.o.", "IT": "i.t."}
"""Acronyms that would be pronouns in lower case, and what stands for them there."""


@dataclass(slots=True, eq=False, repr=False)
class Tokens:
    """Parallel lists: the token as written and in lower case, and where it starts and ends."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


@lru_cache(_KEPT)
def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``, not to be changed; offsets are those of the whole text.

    Names and then quotes ask for those of the same sentences.
    """
    matches = list(_TOKEN.finditer(text, start, end))
    words = list(map(_WORD, matches))
    if not all(map(str.isascii, words)):
        words = [word if word.isascii() else normalize("NFC", word) for word in words]
    lowers = list(map(str.lower, words))
    if text.find("’", start, end) >= 0:
        lowers = [lower.replace("’", "'") for lower in lowers]
    if not ACRONYMS.keys().isdisjoint(words):
        lowers = [ACRONYMS.get(*pair) for pair in zip(words, lowers, strict=True)]
    return Tokens(words, lowers, list(map(_START, matches)), list(map(_END, matches)))
