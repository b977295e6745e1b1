"""The grammar: the patterns of ``language/en/times_patterns.txt`` as one tree of word classes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from armreader.extraction.times.scanner import Item, split_words
from armreader.language import mapping, rows

Captured = Mapping[str, Item]
"""By class or word of the pattern, the token that matched it; a second one has a 2 after it."""

_Node: TypeAlias = "dict[str, _Node]"
"""What may follow, by class (capitals) or word."""


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
    """How many tokens at the end must follow but are not part of the expression."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    root: _Node
    patterns: tuple[_Pattern, ...]
    ends: Mapping[int, int]
    """Node, by its ``id``, to the first pattern that is complete there."""


def beginnings() -> Collection[str]:
    """The words and classes that a pattern may begin with."""
    return _grammar().root.keys()


def matches(items: Sequence[Item], first: int) -> Iterator[Match]:
    """The patterns that begin at a token, longest first; of equal length, the one listed first."""
    grammar = _grammar()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    open_paths: list[tuple[_Node, int, tuple[str, ...]]] = [(grammar.root, first, ())]
    while open_paths:
        node, at, path = open_paths.pop()
        order = grammar.ends.get(id(node))
        if order is not None:
            found.append((grammar.patterns[order].ahead - at, order, path))
        if at == len(items):
            continue
        item = items[at]
        for symbol in (item.lower, *item.classes):
            following = node.get(symbol)
            if following is not None:
                open_paths.append((following, at + 1, (*path, symbol)))
    for end, order, path in sorted(found):
        yield _match(grammar.patterns[order], items, first, -end, path)


def _match(
    pattern: _Pattern, items: Sequence[Item], first: int, end: int, path: tuple[str, ...]
) -> Match:
    captured: dict[str, Item] = {}
    for symbol, item in zip(path, items[first:end], strict=False):
        captured[f"{symbol}2" if symbol in captured else symbol] = item
    return Match(pattern.rule, pattern.builder, first, end, captured, pattern.argument)


@cache
def _grammar() -> _Grammar:
    """The tree of all patterns, built once."""
    root: _Node = {}
    patterns: list[_Pattern] = []
    ends: dict[int, int] = {}

    def add(pattern: _Pattern, symbols: Sequence[str]) -> None:
        for node in extended([root], symbols):
            ends.setdefault(id(node), len(patterns))
        patterns.append(pattern)

    parts = mapping("times_pattern_parts")
    for rule, builder, pattern, _ in rows("times_patterns"):
        own, _, ahead = pattern.partition("~")
        symbols = symbols_of(f"{own} {ahead}", parts)
        add(_Pattern(rule, builder, ahead=_length(ahead)), symbols)
    for phrase, value in rows("times_references"):
        add(_Pattern("reference", "reference", value), split_words(phrase))
    for phrase, when in rows("times_holidays"):
        words = split_words(phrase)
        add(_Pattern("holiday", "holiday", when), [*words, *symbols_of("[[,] YEAR]", {})])
        named = symbols_of("( LAST | NEXT | this )", {})
        add(_Pattern("last-name", "named", when), [*named, *words])
    return _Grammar(root, tuple(patterns), ends)


def _length(ahead: str) -> int:
    """How many tokens must follow; one-word alternatives count once."""
    return len(re.sub(r"\([^()]*\)", "either", ahead).split())


def symbols_of(pattern: str, parts: Mapping[str, str]) -> list[str]:
    """A pattern as its words, classes and brackets, with the parts named by ``$`` filled in."""
    symbols: list[str] = []
    for symbol in pattern.replace("[", " [ ").replace("]", " ] ").replace("|", " | ").split():
        symbols.extend(symbols_of(parts[symbol], parts) if symbol in parts else (symbol,))
    return symbols


def extended(nodes: list[_Node], symbols: Sequence[str]) -> list[_Node]:
    """The nodes that a pattern ends at, added to the tree below the nodes given."""
    found, end = _alternatives(nodes, symbols, 0)
    if end != len(symbols):
        raise ValueError(f"a bracket is not closed: {' '.join(symbols)}")
    return found


def _alternatives(nodes: list[_Node], symbols: Sequence[str], at: int) -> tuple[list[_Node], int]:
    """The nodes after a pattern from ``at`` to the bracket that closes it, and where that is."""
    done: list[_Node] = []
    current = nodes
    while at < len(symbols) and symbols[at] not in ("]", ")"):
        symbol = symbols[at]
        if symbol == "|":
            done, current = done + current, nodes
        elif symbol in ("[", "("):
            inside, at = _alternatives(current, symbols, at + 1)
            current = current + inside if symbol == "[" else inside
        else:
            current = [node.setdefault(symbol, {}) for node in current]
        at += 1
    return done + current, at
