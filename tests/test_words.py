"""Plain English: the words that CONTRIBUTING bans are in no message, docstring, name or page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
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


def banned_in_names() -> list[str]:
    """The words in code of the line that says what no name has, beside those of the table."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    line = re.search(r"^No name in code .*", text, re.MULTILINE)
    return re.findall(r"`([^`]+)`", line[0]) if line else []


BANNED = re.compile(rf"\b(?:{'|'.join(map(re.escape, banned()))})\b", re.IGNORECASE)


NAMES = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, [*banned(), *banned_in_names()]))})\b", re.IGNORECASE
)


PERHAPS = re.compile(NAMES.pattern.replace(r"\b", "").replace("\\ ", "[ _]?"), re.IGNORECASE)
"""What a module has somewhere that has a banned word in a name."""
_NOT_CODE = re.compile(
    r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|#[^\n]*', re.DOTALL
)
"""Strings and comments."""
_JOINT = re.compile(r"""["']\s+[frb]*["']""")
"""Where a string goes on in the next line of code."""


def names(path: Path) -> Iterator[tuple[int, str, str]]:
    """The names of a module that may have one: line, name, and its words with blanks between."""
    text = path.read_text(encoding="utf-8")
    code = _NOT_CODE.sub(lambda match: "\n" * match[0].count("\n"), text)
    if not PERHAPS.search(code):
        return
    for number, line in enumerate(code.split("\n"), 1):
        for name in re.findall(r"[^\W\d]\w*", line):
            parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
            yield number, name, parted.replace("_", " ")


@cache
def strings(path: Path) -> tuple[tuple[int, str, bool], ...]:
    """The strings of a module: line, text on one line, and whether it is not a docstring.

    Only of a module that has somewhere what is looked for.
    """
    source = path.read_text(encoding="utf-8")
    on_one_line = " ".join(_JOINT.sub("", source).split())
    if not BANNED.search(on_one_line) and not _DENIED.search(on_one_line):
        return ()
    nodes = list(ast.walk(ast.parse(source)))
    documented = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return tuple(
        (node.lineno, " ".join(node.value.split()), id(node) not in documented)
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_words_are_banned() -> None:
    assert len(banned()) > 10
    assert len(banned_in_names()) > 1


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("read_anew", True), ("_TOLD", True), ("ToldAgain", True), ("is_set_right", True),
        ("retold", False), ("understands", False), ("reset_right_margin", False),
    ],
)  # fmt: skip
def test_a_banned_word_is_found_in_a_name(tmp_path: Path, name: str, odd: bool) -> None:
    (tmp_path / "a.py").write_text(f"{name} = 1  # told\n", encoding="utf-8")
    assert [name for _, name, words in names(tmp_path / "a.py") if NAMES.search(words)] == (
        [name] if odd else []
    )


def test_no_name_in_code_has_a_banned_word() -> None:
    modules = [p for part in ("tui", "tests", "tools") for p in (ROOT / part).rglob("*.py")]
    found = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in sorted(modules)
        for line, name, words in [*names(path), (0, path.name, path.stem.replace("_", " "))]
        if NAMES.search(words)
    ]
    assert not found, "\n".join(found)


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
