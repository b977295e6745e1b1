"""The grammar: the patterns of ``words/times_patterns.txt`` as one tree of word classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from armreader.extraction.times.scanner import Item, split_words
from armreader.words import rows

Captured = Mapping[str, Item]
"""Class or word of the pattern to the token that stands for it; a second one has a 2 after it."""


@dataclass(slots=True)
class _Node:
    """What may follow, by class (capitals) or word, and the pattern that is complete here."""

    following: dict[str, _Node] = field(default_factory=dict)
    order: int = -1


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at tokens ``first`` up to but not including ``end``."""

    rule: str
    builder: str
    first: int
    end: int
    captured: Captured
    argument: str = ""
    """The value of a phrase that is listed with one: a vague time, a feast."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    builder: str
    argument: str = ""
    ahead: int = 0
    """How many tokens at the end only have to follow and are no part of the expression."""


def matches(items: Sequence[Item], first: int) -> Iterator[Match]:
    """The patterns that begin at a token, the longest first, among equals the one listed first."""
    root, patterns = _grammar()
    start = items[first]
    if start.lower not in root.following and not start.classes:
        return
    found: list[tuple[int, int, tuple[str, ...]]] = []
    open_paths: list[tuple[_Node, int, tuple[str, ...]]] = [(root, first, ())]
    while open_paths:
        node, at, path = open_paths.pop()
        if node.order >= 0:
            found.append((patterns[node.order].ahead - at, node.order, path))
        if at == len(items):
            continue
        item, following = items[at], node.following
        literal = following.get(item.lower)
        if literal:
            open_paths.append((literal, at + 1, (*path, item.lower)))
        for kind in item.classes:
            if kind in following:
                open_paths.append((following[kind], at + 1, (*path, kind)))
    for end, order, path in sorted(found):
        yield _match(patterns[order], items, first, -end, path)


def _match(
    pattern: _Pattern, items: Sequence[Item], first: int, end: int, path: tuple[str, ...]
) -> Match:
    captured: dict[str, Item] = {}
    for symbol, item in zip(path, items[first:end], strict=False):
        captured[f"{symbol}2" if symbol in captured else symbol] = item
    return Match(pattern.rule, pattern.builder, first, end, captured, pattern.argument)


@cache
def _grammar() -> tuple[_Node, tuple[_Pattern, ...]]:
    root = _Node()
    patterns: list[_Pattern] = []

    def add(symbols: Sequence[str], order: int) -> None:
        node = root
        for symbol in symbols:
            node = node.following.setdefault(symbol, _Node())
        if node.order < 0 or order < node.order:
            node.order = order

    macros: dict[str, str] = {}
    lines = []
    for row in rows("times_patterns"):
        if row[0].startswith("$"):
            macros[row[0]] = row[1]
        else:
            lines.append(row)
    for rule, builder, pattern in lines:
        pattern, _, ahead = pattern.partition("~")
        patterns.append(_Pattern(rule, builder, ahead=_length(ahead)))
        for symbols in expansions(f"{pattern} {ahead}", macros):
            add(symbols, len(patterns) - 1)
    for phrase, value in rows("times_references"):
        patterns.append(_Pattern("reference", "reference", value))
        add(split_words(phrase), len(patterns) - 1)
    for phrase, when in rows("times_holidays"):
        patterns.append(_Pattern("holiday", "holiday", when))
        for year in ([], ["YEAR"], [",", "YEAR"]):
            add([*split_words(phrase), *year], len(patterns) - 1)
        for named in ("LAST", "NEXT", "this"):
            patterns.append(_Pattern("last-name", "named", when))
            add([named, *split_words(phrase)], len(patterns) - 1)
    return root, tuple(patterns)


def _length(ahead: str) -> int:
    """How many tokens must follow: alternatives count once, and none may be left out."""
    return len(ahead.split()) if "(" not in ahead else 1


def expansions(pattern: str, macros: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every sequence of symbols that a pattern stands for."""
    symbols = pattern.replace("[", " [ ").replace("]", " ] ").replace("|", " | ").split()
    while any(symbol in macros for symbol in symbols):
        symbols = [
            part
            for symbol in symbols
            for part in (_bracketed(macros[symbol]) if symbol in macros else (symbol,))
        ]
    found, end = _alternatives(symbols, 0)
    if end != len(symbols):
        raise ValueError(f"a bracket of the pattern is not closed: {pattern}")
    return (sequence for sequence in dict.fromkeys(found) if sequence)


def _bracketed(macro: str) -> list[str]:
    return macro.replace("[", " [ ").replace("]", " ] ").replace("|", " | ").split()


def _alternatives(symbols: list[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    """The sequences of a pattern from ``at`` to the bracket that closes it, and where that is."""
    whole: list[tuple[str, ...]] = []
    current: list[tuple[str, ...]] = [()]
    while at < len(symbols) and symbols[at] not in ("]", ")"):
        if symbols[at] == "|":
            whole, current, at = whole + current, [()], at + 1
            continue
        if symbols[at] in ("[", "("):
            inner, close = _alternatives(symbols, at + 1)
            if symbols[at] == "[":
                inner = [(), *inner]
            at = close + 1
        else:
            inner, at = [(symbols[at],)], at + 1
        current = [(*before, *after) for before in current for after in inner]
    return whole + current, at
