"""Folding: different ways of writing a word become one form, so that each finds the others.

There are three forms, each coarser than the one before: the *form* (without case, accents, marks,
scripts), the *skeleton* (spelling variants of a name folded) and the *consonants* (for scripts
without vowels).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from armreader.language import mapping, rows

LOWER, CAPITAL, CAPITALS = 0, 1, 2
"""The shape of a word; a script without case counts as CAPITALS, which every query accepts."""

SHORTEST_NAME = 4
"""The spelling rules apply to forms of at least this many letters."""

APOSTROPHES = "'’ʼ‘`´ʻ"
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
"""Accents, vowel points and invisible characters, which may be inside a word."""

_NO_MARKS = str.maketrans("", "", APOSTROPHES)


@cache
def word_pattern() -> re.Pattern[str]:
    """The pattern of a word in a text, including apostrophes and combining marks."""
    return re.compile(rf"[\w{APOSTROPHES}{_MARKS}]+")


def fold(word: str) -> tuple[str, int]:
    """The form and the shape of a word; the form is empty if the word is only marks."""
    if word.isalnum() and word.isascii():
        return word.lower(), shape(word)
    bare = word.strip(APOSTROPHES)
    if bare[-2:-1] in APOSTROPHES and bare[-1:] in ("s", "S"):
        bare = bare[:-2]
    if bare.isascii():
        return bare.lower().translate(_NO_MARKS) if "'" in bare else bare.lower(), shape(bare)
    return _latin(bare), shape(bare)


def folded_words(text: str) -> str:
    """The forms of its words, each behind a space; an underscore separates words."""
    words = word_pattern().findall(text.replace("_", " "))
    return "".join(f" {fold(word)[0]}" for word in words)


def shape(word: str) -> int:
    """LOWER, CAPITAL for a word with a capital letter, CAPITALS for one of capitals only."""
    if word.islower():
        return LOWER
    if word.isupper() and len(word) > 1:
        return CAPITALS
    return CAPITALS if word.lower() == word.upper() else CAPITAL


def least_shape(word: str) -> int:
    """The shape that words in a text need to match a query word: smart case."""
    return LOWER if word == word.lower() else shape(word)


def has_vowels(word: str) -> bool:
    """Whether the script of a word writes its vowels: false for Arabic and Hebrew."""
    return not any("\u0590" <= letter <= "\u07ff" for letter in word)


@cache
def skeleton(form: str) -> str:
    """A form with the spelling variants of names folded; short forms and numbers stay unchanged."""
    if len(form) < SHORTEST_NAME or not form.isalpha():
        return form
    spelled = f"^{form}$"
    for written, common in _spelling_rules():
        if written in spelled:
            spelled = spelled.replace(written, common)
    return _without_doubles(spelled.strip("^$"))


def consonants(form: str, *, vowels: bool = True) -> str:
    """A form without its vowels.

    ``vowels`` is whether its script writes them; if not, *w* and *y* stand for vowels too, and the
    article ``al-`` is not part of a name.
    """
    if not vowels:
        form = form.removeprefix("al") if len(form) > SHORTEST_NAME else form
        form = form.replace("w", "").replace("y", "")
    table = mapping("search_consonants")
    bones = "".join(table.get(letter, letter) for letter in skeleton(form))
    return _without_doubles(bones.replace("-", ""))


@cache
def _spelling_rules() -> tuple[tuple[str, str], ...]:
    """Anchored rules keep their anchor, so that the next one can still see it."""
    found = []
    for written, common in (row[:2] for row in rows("search_spellings")):
        before = "^" if written.startswith("^") else ""
        after = "$" if written.endswith("$") else ""
        found.append((written, before + common + after))
    return tuple(found)


@cache
def _letters() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """A table from letters to Latin, and the pairs of letters, which are replaced first."""
    table = {letter: latin.replace("-", "") for letter, latin in mapping("search_letters").items()}
    return table, tuple((pair, latin) for pair, latin in table.items() if len(pair) > 1)


def _latin(word: str) -> str:
    table, pairs = _letters()
    low = unicodedata.normalize("NFC", word.casefold())
    if "ա" <= max(low) <= "և":
        low = re.sub("^ե(?!ւ)", "ye", re.sub("^ո(?!ւ)", "vo", low))
    for pair, latin in pairs:
        if pair in low:
            low = low.replace(pair, latin)
    return "".join(_latin_letter(letter, table) for letter in low).casefold()


def _latin_letter(letter: str, table: dict[str, str]) -> str:
    if letter.isascii():
        return letter if letter not in APOSTROPHES else ""
    if letter in table:
        return table[letter]
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(
        table.get(part, part)
        for part in parts
        if unicodedata.category(part) not in ("Mn", "Cf", "Me") and part not in APOSTROPHES
    )


def _without_doubles(word: str) -> str:
    return "".join(
        letter for letter, before in zip(word, " " + word, strict=False) if letter != before
    )
