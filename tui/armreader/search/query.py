"""The query language: typed text to terms and filters, with a hint about any mistake; never raises.

Words are fuzzy and all must match; ``"a phrase"`` matches as written; ``-word`` or ``!word`` must
not occur; ``name:value`` filters. The fzf marks ``'exact``, ``^start`` and ``end$`` also work.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from armreader.records.dates import DateRange
from armreader.search.amounts import amounts
from armreader.search.folding import word_pattern
from armreader.search.vocabulary import QueryWord

TermKind = Literal["fuzzy", "spelling", "exact", "part", "phrase"]

LONGEST = 300
"""How many characters of a query are read."""
MOST_TERMS = 12
"""How many terms of a query count."""

FILTERS = (
    "speaker", "person", "source", "date", "before", "after", "kind", "is", "has", "figure", "unit",
)  # fmt: skip
CHOICES = {
    "kind": (
        "article", "event", "quote", "actor",
        "direct", "mixed", "indirect",
        "person", "organisation", "place", "role",
        "asserted", "denied", "planned", "hypothetical",
    ),
    "is": ("bookmarked",),
    "has": ("disagreement", "wording"),
}  # fmt: skip
_SIGNS: dict[str, TermKind] = {"": "fuzzy", "-": "spelling", "!": "part"}
"""What a sign does to a word: ``-`` excludes any spelling, ``!`` also parts of words."""
_DATES = ("date", "before", "after")


class Term(NamedTuple):
    """Something that must match, or must not: words in a row, usually one."""

    kind: TermKind
    words: tuple[QueryWord, ...]
    negated: bool = False
    starts: bool = False
    """Whether the line must begin with it, as after fzf's ``^``."""
    ends: bool = False
    open: bool = False
    """Whether its last word may continue: a phrase whose closing mark is not typed yet."""


class Filter(NamedTuple):
    """A filter by one property; ``range`` is set for dates, ``words`` for names."""

    name: str
    value: str
    words: tuple[QueryWord, ...] = ()
    range: DateRange | None = None
    negated: bool = False


class Query(NamedTuple):
    """A parsed query; ``hint`` says in plain words what was not understood, or is empty."""

    text: str
    terms: tuple[Term, ...]
    filters: tuple[Filter, ...]
    hint: str

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that must match."""
        return tuple(term for term in self.terms if not term.negated)


def parse(text: str) -> Query:
    """Parse a query; any mistake is explained, and the rest still counts."""
    hints: list[str] = []
    readable = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST])
    if len(text) > LONGEST:
        hints.append(f"only the first {LONGEST} characters are read")
    elif readable != text:
        hints.append("control characters are left out")
    terms: list[Term] = []
    filters: list[Filter] = []
    for match in _piece().finditer(readable.translate(_marks())):
        _read(match, terms, filters, hints)
    terms = list(dict.fromkeys(terms))
    if len(terms) > MOST_TERMS:
        hints.append(f"only the first {MOST_TERMS} words count")
    if not terms and not filters and not hints:
        hints.append(_nothing(readable))
    return Query(text, tuple(terms[:MOST_TERMS]), tuple(filters), "; ".join(dict.fromkeys(hints)))


def _nothing(text: str) -> str:
    if text.strip():
        return "no word to look for: type a name, a word or a filter such as speaker:"
    return 'type a word, "a phrase", -not, or a filter: ' + " ".join(f"{n}:" for n in FILTERS)


@cache
def _piece() -> re.Pattern[str]:
    """One piece between spaces: an operator, perhaps a filter's name, then a phrase or word."""
    return re.compile(
        r"(?P<no>[-!](?=\S))?"
        r"(?:(?P<name>[A-Za-z]+):(?!//))?"
        r'(?:"(?P<phrase>[^"]*)(?P<close>"?)|(?P<word>\S+))?(?:\s+|$|(?<="))'
    )


@cache
def _marks() -> dict[int, str]:
    """A table from curly, low and angle quotation marks to straight ones."""
    return str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‚‛", "'"))


def _read(match: re.Match[str], terms: list[Term], filters: list[Filter], hints: list[str]) -> None:
    name, phrase, word = match["name"], match["phrase"], match["word"]
    negated = match["no"] or ""
    if phrase is not None and not match["close"] and phrase.strip():
        hints.append(f"the phrase “{phrase.strip()}” has no closing mark yet")
    if name is not None and name.lower() in FILTERS:
        value = phrase if phrase is not None else (word or "")
        one = _filter(name.lower(), value.strip(), bool(negated), hints)
        filters += [one] if one else []
        return
    if name is not None:
        hints.append(f"there is no filter {name}: (there are {', '.join(FILTERS)})")
        terms += _words(name, negated)
    if phrase is not None:
        words = _query_words(phrase)
        if words:
            terms.append(Term("phrase", words, bool(negated), open=not match["close"]))
    elif word:
        terms += _words(word, negated)


def _words(text: str, sign: str) -> list[Term]:
    """The terms of a word with fzf marks; a hyphen or a slash separates words."""
    bare, negated = text.lstrip("'^"), bool(sign)
    kind: TermKind = _SIGNS[sign]
    if text.startswith("'"):
        kind = "exact" if text.endswith("'") and len(text) > 2 else "part"
    starts = text.startswith("^") and bool(bare)
    ends = bare.endswith("$") and len(bare) > 1
    words = _query_words(bare.rstrip("$") if ends else bare)
    if not words:
        return []
    if starts or ends or (negated and len(words) > 1):
        return [Term("phrase", words, negated, starts, ends, open=starts)]
    return [Term(kind, (word,), negated) for word in words]


def _query_words(text: str) -> tuple[QueryWord, ...]:
    words = (QueryWord.of(word) for word in word_pattern().findall(text.replace("_", " ")))
    return tuple(word for word in words if word.form)


def _filter(name: str, value: str, negated: bool, hints: list[str]) -> Filter | None:
    """The filter; None, and a hint, if its value is missing or not valid."""
    if not value:
        hints.append(f"{name}: wants {_wanted(name)}")
        return None
    if name in _DATES:
        dates = date_range(name, value)
        if dates is None:
            hints.append(f"{value} is not a date: write {_wanted(name)}")
            return None
        return Filter(name, value, range=dates, negated=negated)
    if name in CHOICES:
        low = value.lower()
        chosen = [choice for choice in CHOICES[name] if choice.startswith(low)]
        if not chosen:
            hints.append(f"{name}:{value} is unknown: write {_wanted(name)}")
            return None
        return Filter(name, low if low in chosen else chosen[0], negated=negated)
    if name == "figure":
        if amounts(value) is None:
            hints.append(f"{value} is not a number: write {_wanted(name)}")
            return None
        return Filter(name, value, negated=negated)
    words = _query_words(value)
    if not words:
        hints.append(f"{name}: wants {_wanted(name)}")
        return None
    return Filter(name, value, words, negated=negated)


def _wanted(name: str) -> str:
    if name in _DATES:
        return "2023, 2023-09, 2023-09-19" + (" or 2023..2024-06" if name == "date" else "")
    if name in ("figure", "unit"):
        return ">10000, 1.5m, 5000..20000" if name == "figure" else "a unit, as in unit:barrels"
    return ", ".join(CHOICES[name]) if name in CHOICES else f"a name, as in {name}:smith"


def date_range(name: str, value: str) -> DateRange | None:
    """The days that ``date:``, ``before:`` or ``after:`` asks for; None if not a date."""
    from datetime import timedelta

    first, dots, last = value.partition("..")
    if name != "date" and dots:
        return None
    found = DateRange.from_edtf(f"{first or '..'}/{last or '..'}" if dots else value)
    if found is None or (found.earliest is None and found.latest is None):
        return None
    try:
        if name == "before" and found.earliest:
            return DateRange(None, found.earliest - timedelta(days=1))
        if name == "after" and found.latest:
            return DateRange(found.latest + timedelta(days=1), None)
    except OverflowError:
        return None
    return found
