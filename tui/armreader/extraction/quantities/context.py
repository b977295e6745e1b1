"""What a figure is of: the noun that it counts, the role that the words around it give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from armreader.extraction.grammar.analysis import Grammar
from armreader.language import entries, rows
from armreader.records import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEAR, _AROUND = 9, 10
"""Words from a figure to a word that gives its role, and to a word that tells what it is of."""
_CUED = 8
_BESIDE = re.compile(
    r" ?(?:of (?:them|these|those|whom)|(?:were|are|have|had|was) \w+"
    r"|(?:dead|missing|hurt|taken|others|more|homeless)\b|\w+ed\b)",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:to|at|be|reached|passed|exceeds?|exceeded|number|is|was|than)\s*$", re.IGNORECASE
)
_LISTED = 100


class Heading(NamedTuple):
    """The noun phrase that a figure stands in or before."""

    noun: str
    """The lemma of its head; empty where the number stands alone."""
    end: int

    def counts(self, text: str, match: re.Match[str], end: int) -> bool:
        """Whether a number without a unit counts something: "11 nurses", "17 taken"."""
        number = match["a"]
        if number.lower() in ("one", "a") and not match["ascale"]:
            return False
        if self.noun:
            return not (number.isdigit() and len(number) == 4 and 1800 <= int(number) < 2100)
        if _BESIDE.match(text, end):
            return True
        before = text[max(0, match.start() - 12) : match.start()]
        return ("," in number or match["ascale"] is not None) and _REACHED.search(
            before
        ) is not None


def heading_of(grammar: Grammar, sentence: int, end: int) -> Heading | None:
    """The head of the phrase that the character before ``end`` stands in."""
    tagged = grammar[sentence]
    at = tagged.token_at(end - 1)
    if at is None:
        return None
    for phrase in tagged.phrases:
        if phrase.first <= at < phrase.last:
            if phrase.head <= at:
                break
            tag = tagged.tags[phrase.head]
            if not tag.startswith("NN"):
                break
            return Heading(tagged.lemma(phrase.head), tagged.ends[phrase.head])
    return Heading("", end)


@cache
def _roles() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole = {row[0]: row[1] for row in rows("quantities_roles") if not row[0].endswith("*")}
    begins = tuple(
        (row[0][:-1], row[1]) for row in rows("quantities_roles") if row[0].endswith("*")
    )
    return whole, begins


@cache
def _role_of(word: str) -> str:
    whole, begins = _roles()
    return whole.get(word) or next((role for start, role in begins if word.startswith(start)), "")


@cache
def _cue_of(word: str) -> str:
    return next((row[1] for row in rows("quantities_cues") if row[0] == word), "")


@cache
def term_of(word: str) -> str:
    """The word as terms are compared, without its ending; empty where it carries no meaning."""
    if len(word) < 3 or word in entries("function_words"):
        return ""
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True, slots=True)
class Context:
    """The words of one sentence, and where they stand."""

    words: tuple[str, ...]
    starts: tuple[int, ...]

    def of(
        self, start: int, end: int, head: Heading | None, dimension: str
    ) -> tuple[str, tuple[str, ...], bool, bool, bool]:
        """Role, terms (nearest first), and whether it is supposed, relative, told as before."""
        before = [n for n, at in enumerate(self.starts) if at < start][::-1]
        after = [n for n, at in enumerate(self.starts) if at >= end]
        near = sorted(
            [(distance * 1.25, n) for distance, n in enumerate(before[:_AROUND], 1)]
            + [(float(distance), n) for distance, n in enumerate(after[:_AROUND], 1)]
        )
        role, cues, terms = "", set(), []
        for distance, n in near:
            word = self.words[n]
            if not role and distance <= _NEAR:
                found = _role_of(word)
                if found and _fits(found, dimension):
                    role = found
            if distance <= _CUED:
                cues.add(_cue_of(word))
            term = term_of(word)
            if term and term not in terms:
                terms.append(term)
        if before and self.words[before[0]] in ("another", "other", "further"):
            cues.add("beside")
        relative = "beside" in cues
        return role, tuple(terms), "supposed" in cues, relative, "earlier" in cues


_LENGTHS = frozenset(("length", "width", "height", "depth", "distance"))
_SUMS = frozenset(("cost", "pledged", "raised", "fine", "sought", "limit"))
_HEADS = frozenset(
    (
        "dead",
        "missing",
        "injured",
        "arrested",
        "homeless",
        "displaced",
        "rescued",
        "voted",
        "seats",
        "deployed",
    )
)


def _fits(role: str, dimension: str) -> bool:
    """Whether a figure of the dimension can have the role: a length is not dead."""
    kind = dimension.split()[0]
    if role in _LENGTHS:
        return kind == "length"
    if role in _SUMS:
        return kind in ("money", "count")
    if role in _HEADS:
        return kind == "count"
    if role == "weight":
        return kind == "mass"
    if role == "chance":
        return kind == "share"
    return kind not in ("length", "duration", "money")


def context_of(text: str, within: Span) -> Context:
    """The words of a sentence."""
    found = [(match[0].lower(), match.start()) for match in _WORD.finditer(text, *within)]
    return Context(tuple(word for word, _ in found), tuple(at for _, at in found))
