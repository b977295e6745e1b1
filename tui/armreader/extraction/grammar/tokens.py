"""Tokens: words, clitics and marks of a sentence, cut as the treebanks cut them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from armreader.extraction.tokens import ACRONYMS
from armreader.language import entries, mapping

_CLITIC = r"['’](?:[sSmMdD]|re|ve|ll|RE|VE|LL)(?![^\W_])"
_PLAIN = (
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    rf"|{_CLITIC}"
    r"|\d+(?:[.,:/]\d+)*(?=(?:[ap]m|[kcm]?m|k?g|[bmt]n|k)?(?![^\W_]))"  # 1,500.5 and 30|km
    r"|(?=[^\W_]{1,7}[-‐‑])"  # looked for first: few words have a hyphen
    r"(?:[Nn]on|[Aa]nti|[Mm]id|[Rr]e|[Cc]o|[Pp]re|[Pp]ro|[Pp]ost|[Ss]emi|[Ee]x|[Ss]ub|[Mm]ulti"
    r"|[Cc]ounter|[Ii]nter|[Ee]|[Cc]ross|[Pp]an|[Ii]ntra|[Uu]ltra|[Vv]ice)[-‐‑][^\W_]+"
    r"|[A-Z]{1,3}(?:&[A-Z]{1,3}(?![^\W_])|\$(?=\s?\d))"  # AT&T, US$ 5
    rf"|[^\W_]+(?:(?!{_CLITIC})['’][^\W\d_]+)*"
    r"|\.{2,}|[-–—]{2,}|[!?]+|''|``|[^\w\s]|_+"
)
_TOKEN = re.compile(_PLAIN)
_WITH_ADDRESSES = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|" + _PLAIN
)


_WORD, _START, _END = re.Match.group, re.Match.start, re.Match.end


class Tokens(NamedTuple):
    """Parallel lists: the token as written and in lower case, and where it starts and ends.

    Acronyms that are written like a pronoun, "WHO", "US", have full stops in ``lowers``; two
    apostrophes that open a quotation are two grave accents, as in the treebanks; and a hyphen
    between blanks is a dash.
    """

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of ``text[start:end]``; offsets are those of the whole text.

    Contractions are two tokens (``did|n't``, ``can|not``, ``Smith|'s``), a hyphen is a separate
    token (``two|-|day``) except after a prefix, and an abbreviation keeps its full stop.
    """
    stretch = text[start:end]
    rare = "@" in stretch or "://" in stretch or "www." in stretch
    matches = list((_WITH_ADDRESSES if rare else _TOKEN).finditer(text, start, end))
    words = list(map(_WORD, matches))
    if "―" in stretch or "‒" in stretch:
        words = ["—" if word in ("―", "‒") else word for word in words]
    lowers = list(map(str.lower, words))
    straight = stretch.lower()
    if "’" in stretch:
        lowers = [lower.replace("’", "'") for lower in lowers]
        straight = straight.replace("’", "'")
    found = Tokens(words, lowers, list(map(_START, matches)), list(map(_END, matches)))
    goes_on = bool(words) and found.ends[-1] < end
    stops = "." in (words if goes_on else words[:-1])
    plain = not stops and "n't" not in straight and "''" not in stretch
    if not (plain and _two_words().keys().isdisjoint(lowers)):
        found = _cut(text, end, found)
    words, lowers, starts, ends = found
    if " - " in stretch:
        for number in range(1, len(words) - 1):
            apart = ends[number - 1] < starts[number] and ends[number] < starts[number + 1]
            if words[number] == "-" and apart:
                lowers[number] = "--"
    if not ACRONYMS.keys().isdisjoint(words):
        for number, word in enumerate(words):
            if word in ACRONYMS and not _shouts(words, number):
                lowers[number] = ACRONYMS[word]
    return found


def _cut(text: str, end: int, whole: Tokens) -> Tokens:
    """The tokens with contractions cut in two, full stops of abbreviations joined to them."""
    words: list[str] = []
    lowers: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    two_words = _two_words()
    for word, lower, at, stop in zip(*whole, strict=True):
        if (
            word == "."
            and ends
            and ends[-1] == at
            and _keeps_stop(words[-1], lowers[-1], stop < end)
        ):
            words[-1] += "."
            lowers[-1] += "."
            ends[-1] = stop
            continue
        if word == "''" and _opens(text, at, stop):
            word = lower = "``"
        cut = two_words.get(lower)
        if cut is None and lower.endswith("n't") and len(lower) > 3:
            cut = len(lower) - 3
        if cut is not None:
            words.append(word[:cut])
            lowers.append(lower[:cut])
            starts.append(at)
            ends.append(at + cut)
            word, lower, at = word[cut:], lower[cut:], at + cut
        words.append(word)
        lowers.append(lower)
        starts.append(at)
        ends.append(stop)
    return Tokens(words, lowers, starts, ends)


def _opens(text: str, at: int, stop: int) -> bool:
    """Whether a mark is before a word and after a blank, so that it opens a quotation."""
    before, after = text[at - 1 : at] if at else "", text[stop : stop + 1]
    return not before.strip() and bool(after.strip())


def _shouts(words: list[str], number: int) -> bool:
    """Whether the words beside one are in capitals too: "WHO SAID SO"."""
    beside = words[max(number - 1, 0) : number] + words[number + 1 : number + 2]
    return any(len(word) > 1 and word.isupper() for word in beside)


def _keeps_stop(word: str, lower: str, goes_on: bool) -> bool:
    """Whether the full stop after a word is part of it: "Mr.", "J.", "Calif." within a sentence."""
    if not goes_on or lower in entries("abbreviations"):
        return goes_on
    return word[0].isupper() and (len(word) == 1 or lower in mapping("abbreviated_states"))


@cache
def _two_words() -> dict[str, int]:
    """Words written as one that the treebanks cut in two, and where: "cannot" after 3 letters."""
    return {word: int(cut) for word, cut in mapping("grammar/two_words").items()}
