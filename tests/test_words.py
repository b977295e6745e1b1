"""Plain English: the words that CONTRIBUTING bans are in no message, docstring, help or page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tui" / "armreader"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
_DENIED = re.compile(r"(?<!here )\b(?:is|are|was|were) no (?!longer\b|more\b|other\b|later\b)\w+")
"""“x is no y” for “x is not a y”; “there is no y” is plain."""


def banned() -> list[str]:
    """The words in code of the last column of CONTRIBUTING's table."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("\n## Words\n", 1)[1].split("\n## ", 1)[0]
    lasts = re.findall(r"^\|.*\|([^|]+)\|$", table, re.MULTILINE)
    return [word for last in lasts for word in re.findall(r"`([^`]+)`", last)]


BANNED = re.compile(rf"\b(?:{'|'.join(map(re.escape, banned()))})\b", re.IGNORECASE)


def strings(path: Path) -> Iterator[tuple[int, str, bool]]:
    """The strings of a module: line, text, and whether it is a message and no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value, id(node) not in documented


def test_words_are_banned() -> None:
    assert len(banned()) > 10


def test_no_string_of_the_program_has_a_banned_word() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {match[0]}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text, _ in strings(path)
        for match in BANNED.finditer(text)
    ]
    assert not found, "\n".join(found)


def test_no_message_denies_in_an_odd_way() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {match[0]}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text, is_message in strings(path)
        if is_message and " " in text
        for match in _DENIED.finditer(text)
    ]
    assert not found, "\n".join(found)


def test_no_reason_is_odd() -> None:
    """What the reader sees of a rule: the sentences of the tables."""
    folder = PACKAGE / "language" / "en"
    tables = [*(folder / "reasons").glob("*.txt"), folder / "other_readings.txt"]
    odd = re.compile(BANNED.pattern + r"|\breckoned\b|\btells of\b|\bstands?\b", re.IGNORECASE)
    found = [
        f"{path.name}: {match[0]}"
        for path in tables
        for match in odd.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_has_a_banned_word(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = [match[0] for pattern in (BANNED, _DENIED) for match in pattern.finditer(text)]
    assert found == []
