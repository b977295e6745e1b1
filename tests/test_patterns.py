"""Regular expressions: the engine does what ours ask of it, on every Python that is promised.

Python 3.11.0 to 3.11.4 get possessive quantifiers and atomic groups wrong (gh-106052), so there
are none; what is used instead is checked on the engine at hand.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import armreader
from armreader.extraction.events.triggers import TOKEN
from armreader.extraction.times.scanner import split_words
from armreader.extraction.tokens import tokenise
from armreader.linking import terms

PACKAGE = Path(armreader.__file__).parent
FORBIDDEN = re.compile(r"(?<!\\)(?:\\\\)*[*+?}]\+|\(\?>")
"""A quantifier with a plus behind it, or an atomic group; a quantifier sign in a set counts too."""


PERHAPS = re.compile(r"""[*+?}](?:["']\s*[frb]*["'])?\+|\(\?>""")
"""What a module has somewhere that has a forbidden pattern."""


def patterns(source: str) -> Iterator[tuple[int, str]]:
    """Every raw string, and every string that is given to ``re``: its line and its text.

    What is put into an f-string counts as one letter.
    """
    if not PERHAPS.search(source):
        return
    tree = ast.parse(source)
    given = [
        argument
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.")
        for argument in call.args[:1]
    ]
    for node in (node for top in (*given, tree) for node in ast.walk(top)):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "x"
                    for part in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def without_sets(pattern: str) -> str:
    """The pattern with each set of characters as one letter."""
    return re.sub(r"(?<!\\)\[\^?\]?(?:\\.|[^\]\\])*\]", "x", pattern)


def is_forbidden(pattern: str) -> bool:
    if not pattern.strip("+*?"):
        return False  # a mark in a text, and no pattern
    return bool(FORBIDDEN.search(without_sets(pattern)))


@pytest.mark.parametrize("pattern", [r"a++", r"[+*]*+", r"(?:ab)?+", r"\d{3}+", "(?>a|b)", r"\\++"])
def test_the_lint_sees(pattern: str) -> None:
    assert is_forbidden(pattern)


@pytest.mark.parametrize("pattern", [r"[*+]", r"[-*+]+", r"\++", r"a+", "3+ sources", r"\*\+"])
def test_the_lint_passes(pattern: str) -> None:
    assert not is_forbidden(pattern)


def test_no_pattern_is_one_that_some_python_gets_wrong() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text[:60]}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text in patterns(path.read_text(encoding="utf-8"))
        if is_forbidden(text)
    ]
    assert not found, "\n".join(found)


TEXTS = st.text(
    st.sampled_from("Armenia may yet 3 10:30,5.2/’'s-–&.!?\"“”()[]$€%éԱ中_\n"), max_size=60
)


@given(TEXTS)
@example("Armenia may yet")
@example("3 March 2023, 10:30 a.m., 1,250,000 and 12,34")
def test_tokens_are_all_of_a_text_but_its_blanks(text: str) -> None:
    """The engine's own check: every tokeniser gives back each letter and digit once."""
    solid = re.sub(r"[\W_]", "", text)
    tokens = tokenise(text, 0, len(text))
    assert all(
        text[s:e] == w for w, s, e in zip(tokens.words, tokens.starts, tokens.ends, strict=True)
    )
    assert re.sub(r"[\W_]", "", "".join(tokens.words)) == solid
    assert re.sub(r"[\W_]", "", "".join(split_words(text))) == solid
    found = "".join(match.group() for match in TOKEN.finditer(text))
    assert re.sub(r"[\W_]", "", found) == solid
    assert all(match.group() for match in terms._WORD.finditer(text))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Armenia may yet", ["Armenia", "may", "yet"]),
        ("at 10:30 a.m. on 3/4/2023", ["at", "10:30", "a.m.", "on", "3/4/2023"]),
        ("the '90s, mid-May", ["the", "'", "90s", ",", "mid", "-", "May"]),
    ],
)
def test_the_scanner_splits_words(text: str, tokens: list[str]) -> None:
    assert split_words(text) == tokens
