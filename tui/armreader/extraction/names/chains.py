"""Chains: runs of capitalised words in a sentence, the raw material of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from armreader.extraction.names.gazetteer import (
    demonyms,
    institutions,
    is_body,
    is_given_name,
    is_title,
    places,
)
from armreader.extraction.tokens import Tokens
from armreader.language import entries, mapping

_OPENING = frozenset("\"“‘«'`([:•–—-*|") | {"``", "''", "--"}
_CLOSING = frozenset("\"”»’'」』") | {"''"}
_MONTH_SURNAMES = frozenset(("may", "march"))
_JOINED_BY_OF = frozenset(("house", "secretary", "state", "minister", "president", "bank"))


class Evidence(NamedTuple):
    """What the whole article shows of a word: how often it is in lower case, and capitalised."""

    small: frozenset[str]
    capital: Counter[str]
    """How often a word is capitalised where it need not be."""


_MARKED = {"“": "”", "‘": "’", '"': '"', "(": ")", "``": "''"}
"""Marks around a nickname: what opens and what closes."""


def gather_evidence(sentences: Iterable[Tokens]) -> Evidence:
    """The words of running text that are in lower case, or capitalised in mid-sentence."""
    small: set[str] = set()
    capital: Counter[str] = Counter()
    for tokens in sentences:
        fresh = True
        for word, lower in zip(tokens.words, tokens.lowers, strict=True):
            if word[0].islower():
                small.add(lower)
            elif not fresh and word[0].isupper():
                capital[lower] += 1
            fresh = word in _OPENING or (fresh and not word[0].isalnum())
    return Evidence(frozenset(small), capital)


def find_chains(tokens: Tokens, evidence: Evidence) -> list[tuple[int, int]]:
    """Runs of tokens, as half-open ranges, that may hold names with particles and initials."""
    chains = []
    words, lowers = tokens.words, tokens.lowers
    count = len(words)
    at, fresh = 0, True
    while at < count:
        word = words[at]
        if word[0].islower() and "-" not in word:
            # Most words are in lower case: no name begins here.
            at, fresh = at + 1, False
            continue
        if not _is_capital(word) or (not fresh and _joins_clauses(tokens, at)):
            fresh = word in _OPENING or (fresh and not word[0].isalnum())
            at += 1
            continue
        end = _chain_end(tokens, at)
        at = _after_credit(tokens, at, end)
        opener = fresh and not (word.isupper() and len(word) > 1)
        start = _without_opener(lowers, at, end, evidence) if opener else at
        while at < start < end and not _is_capital(words[start]):
            start += 1  # "Campaign | for | Lund says"
        if start < end and not _is_all_common(lowers, start, end):
            chains.append((start, end))
        at, fresh = end, False
    return chains


def _after_credit(tokens: Tokens, start: int, end: int) -> int:
    """Where a chain begins after the agency of a credit: "Photo: Ann Lee/Reuters Ruritania"."""
    words = tokens.words
    if start == 0 or words[start - 1] != "/":
        return start
    for after in range(min(start + 2, end - 1), start, -1):
        if " ".join(words[start:after]) in entries("reading/agencies"):
            return after
    return start


def _is_capital(word: str) -> bool:
    if "-" not in word:
        return word[0].isupper()
    head, _, tail = word.rpartition("-")
    if word[0].isupper():
        # "Russia-led" is an adjective.
        return not head or not tail[:1].islower() or word.lower() in places() or is_given_name(head)
    return bool(head and tail) and tail[0].isupper() and head in entries("name_prefixes")


def _chain_end(tokens: Tokens, start: int) -> int:
    """Where the run of capitalised words that begins at ``start`` ends."""
    words, lowers = tokens.words, tokens.lowers
    count = len(words)
    at = start + 1
    while at < count:
        word = words[at]
        if _is_capital(word) or _is_second_name(tokens, at):
            surname = lowers[at] in _MONTH_SURNAMES and is_given_name(lowers[at - 1])
            if not surname and (
                lowers[at] in entries("calendar_words") or _joins_clauses(tokens, at)
            ):
                break
            at += 1
        elif (
            word == "." and tokens.starts[at] == tokens.ends[at - 1] and _takes_stop(words[at - 1])
        ):
            at += 1
        elif after := nickname_end(tokens, start, at):
            at = after
        elif at + 1 < count and _is_joint(tokens, start, at):
            at += 1 + (not _is_capital(words[at + 1]))
        else:
            break
    # A stop that only ended the sentence is not part of the name.
    return at - 1 if words[at - 1] == "." and at == count and len(words[at - 2]) > 1 else at


def nickname_end(tokens: Tokens, start: int, at: int) -> int:
    """Where a nickname in marks inside a name ends: 'Luis "Jerry" Lund'; 0 if none is there."""
    words, lowers = tokens.words, tokens.lowers
    closing = _MARKED.get(words[at])
    if closing is None or not any(map(is_given_name, lowers[start:at])):
        return 0
    after = next((k + 1 for k in range(at + 2, at + 4) if words[k : k + 1] == [closing]), 0)
    inside = words[at + 1 + (lowers[at + 1 : at + 2] == ["the"]) : after - 1]
    if not after or after >= len(words) or not all(_is_capital(w) and w.isalpha() for w in inside):
        return 0
    if words[at] == "(" and not is_given_name(lowers[at + 1]):
        return 0
    return after if _is_capital(words[after]) and words[after].isalpha() else 0


def _is_second_name(tokens: Tokens, at: int) -> bool:
    """Whether a word with a lower-case second half continues a name: "Park Geun-hye"."""
    word, before = tokens.words[at], tokens.lowers[at - 1]
    head, _, tail = word.partition("-")
    if not (head[:1].isupper() and head.isalpha() and tail.isalpha()):
        return False
    described = tail.endswith(("ed", "ing")) or tail in entries("compound_tails")
    return not described and before not in places() and before not in demonyms()


def _joins_clauses(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised function word ends the name before it: "The Media And Ann Lund"."""
    kind = mapping("function_words").get(tokens.lowers[at], "")
    if tokens.lowers[at] == "the":
        return False
    return kind in ("conjunction", "determiner") and not tokens.words[at].isupper()


def _takes_stop(word: str) -> bool:
    """Whether a full stop after the word is its own: an initial or an abbreviated title."""
    if len(word) == 1:
        return True
    return mapping("abbreviations").get(word.lower(), "") in ("before", "either")


def _is_joint(tokens: Tokens, start: int, at: int) -> bool:
    """Whether the lower-case word at ``at`` joins two parts of one name."""
    words, lowers = tokens.words, tokens.lowers
    lower, after = lowers[at], words[at + 1]
    if lower in entries("name_particles"):
        return _is_capital(after) or (
            at + 2 < len(words)
            and lowers[at + 1] in entries("name_particles")
            and _is_capital(words[at + 2])
        )
    if not after[0].isupper():
        return (
            lower == "of"
            and lowers[at + 1] == "the"
            and at + 2 < len(words)
            and (words[at + 2][0].isupper() and is_body(lowers[at - 1]))
        )
    if lowers[at + 1] in entries("calendar_words"):
        return False
    if lower == "of":
        return is_body(lowers[at - 1]) or lowers[at - 1] in _JOINED_BY_OF
    if lower in ("for", "on", "to"):
        return any(is_body(word) for word in lowers[start:at]) and not is_given_name(lowers[at + 1])
    if lower in ("and", "&"):
        inside = lowers[start:at]
        return lower == "&" or (
            "of" in inside
            and is_body(inside[inside.index("of") - 1])
            and not is_body(lowers[at + 1])
        )
    return False


def _without_opener(lowers: list[str], start: int, end: int, evidence: Evidence) -> int:
    """Where the name begins when the chain opens a sentence, whose first word is capitalised."""
    first = lowers[start]
    if end - start >= 2 and _is_known(" ".join(lowers[start : start + 2])):
        return start
    if first in entries("function_words"):
        return start + 1
    rest = lowers[start + 1 : end]
    if first in entries("title_modifiers") and any(is_title(word) for word in rest[:2]):
        return start
    if first in entries("not_names") and not is_title(first):
        return start if rest and is_body(rest[-1]) else start + 1
    if _is_known(first) or is_title(first) or is_given_name(first) or evidence.capital[first]:
        return start
    if first in evidence.small or first.endswith(("ing", "ly", "ed")):
        return start + 1
    if rest:
        return start
    # One word that opens a sentence and is capitalised nowhere else: a name if it acts as one.
    after = lowers[end] if end < len(lowers) else ""
    if after == "," and end + 1 < len(lowers) and lowers[end + 1] in _CLOSING:
        return end  # “Amen,” is all that is said.
    return start if after in ("'s", ",", "(") or after in entries("words_of_asking") else end


def _is_known(name: str) -> bool:
    return name in places() or name in institutions() or name in demonyms()


def _is_all_common(lowers: list[str], start: int, end: int) -> bool:
    """Whether a chain has no word that could be part of a name: "Friday", "Muslims", "I"."""
    if end - start > 1 and _is_known(" ".join(lowers[start:end])):
        return False
    common, function = entries("not_names"), entries("function_words")
    return all(
        word.rstrip(".") in entries("name_suffixes")
        or word in common
        or word in function
        or not word[0].isalpha()
        or _is_fiscal_year(word)
        for word in lowers[start:end]
    )


def _is_fiscal_year(lower: str) -> bool:
    """Whether a word is a fiscal year: "FY2028-29"."""
    return lower.startswith("fy") and lower[2:3].isdigit()
