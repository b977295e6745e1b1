"""Roles: what the words next to a name say of the person: an occupation before it, an
apposition."""

from __future__ import annotations

from armreader.extraction.names.gazetteer import (
    demonyms,
    is_description,
    is_title,
    kin_gender,
    title_gender,
)
from armreader.extraction.tokens import Tokens
from armreader.language import entries
from armreader.records import Gender

_OWNING = frozenset(("his", "her", "their", "my", "our", "'s", "'"))
_DESCRIBING_KIN = frozenset(
    ("late", "elder", "eldest", "older", "younger", "youngest", "only", "twin", "first", "second")
)
_PRONOUNS: dict[str, Gender] = {"his": "male", "her": "female"}
_REFLEXIVES: dict[str, Gender] = {"himself": "male", "herself": "female"}


def role_around(tokens: Tokens, start: int, end: int) -> tuple[Gender, str]:
    """Gender and role from the words next to a name: an occupation before, an apposition after."""
    lowers = tokens.lowers
    at = start - 1
    while at >= 0 and (is_title(lowers[at]) or lowers[at] in entries("title_modifiers")):
        at -= 1
    if at < start - 1 and is_title(lowers[start - 1]):
        first = at + 1
        while first and tokens.words[first - 1][0].isupper() and start - first < 8:
            first -= 1
        return title_gender(lowers[start - 1]), " ".join(tokens.words[first:start])
    return _introduced(tokens, start, end) or _apposition(tokens, end)


def gender_beside(tokens: Tokens, start: int, end: int) -> tuple[Gender, bool]:
    """The gender that words next to a name give away: "his wife, Name", "Name and her son".

    The result also says whether it is named as somebody's relative.
    """
    lowers = tokens.lowers
    noun = start - 2 if start and lowers[start - 1] == "," else start - 1
    if noun > 0 and (lowers[noun - 1] in _OWNING or lowers[noun - 1] in _DESCRIBING_KIN):
        gender = kin_gender(lowers[noun])
        if gender != "unknown":
            return gender, True
    if end + 1 >= len(lowers):
        return "unknown", False
    first, second = lowers[end], lowers[end + 1]
    if first == "," and end + 2 < len(lowers) and (second in _OWNING or second == "the"):
        gender = kin_gender(lowers[end + 2])
        return gender, gender != "unknown"
    if first == "and":
        return _PRONOUNS.get(second, "unknown"), False
    return _REFLEXIVES.get(first, "unknown"), False


def gender_after(tokens: Tokens, end: int) -> Gender:
    """The gender of the first "his" or "her" after a name, before any other name.

    "Lund, who was out of work, spent much of his time at home" is about a man.
    """
    lowers, words = tokens.lowers, tokens.words
    for at in range(end, len(lowers) - 1):
        if words[at][0].isupper():
            break
        if lowers[at] in _PRONOUNS:
            owned = words[at + 1][0].islower() and lowers[at + 1] not in entries("function_words")
            return _PRONOUNS[lowers[at]] if owned else "unknown"
    return "unknown"


def _introduced(tokens: Tokens, start: int, end: int) -> tuple[Gender, str] | None:
    """What "the Danish woman Name" and "a Danish woman, Name," say of a name."""
    lowers, words = tokens.lowers, tokens.words
    set_off = start > 1 and lowers[start - 1] == "," and lowers[end : end + 1] == [","]
    noun = start - 2 if set_off else start - 1
    if noun < 0 or not is_description(lowers[noun]):
        return None
    first = noun
    while first and words[first - 1][0].isupper() and lowers[first - 1] in demonyms():
        first -= 1
    return title_gender(lowers[noun]), " ".join(words[first : noun + 1])


def _apposition(tokens: Tokens, end: int) -> tuple[Gender, str]:
    """The role in "Name, the party's spokeswoman," up to the occupation."""
    lowers = tokens.lowers
    count = len(lowers)
    if end + 1 >= count or lowers[end] != ",":
        return "unknown", ""
    first = end + 1
    if lowers[first] in ("a", "an", "the", "his", "her", "its", "their", "our", "my"):
        first += 1
    for at in range(first, min(first + 6, count)):
        word = lowers[at]
        if not word[0].isalnum() and word != "'s":
            break
        if word in entries("function_words"):
            break
        called = is_title(word) or is_description(word)
        if called and (at + 1 >= count or not tokens.words[at + 1][0].isupper()):
            return title_gender(word), written_role(" ".join(tokens.words[first : at + 1]))
    return "unknown", ""


def written_role(text: str) -> str:
    """A role as it is written, without a formal title of address."""
    return (
        ""
        if without_stop(text.lower()) in entries("titles_of_address")
        else text.replace(" 's", "'s")
    )


def without_stop(lower: str) -> str:
    return lower.rstrip(".")
