"""The rules behind the inferences, in words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from armreader import language


def rule_in_words(rule: str) -> str:
    """The sentence that explains a rule to a reader; the rule's own id where it has none."""
    return _sentences().get(rule, rule)


@cache
def _sentences() -> dict[str, str]:
    """Every rule of ``language/en/reasons`` with its sentence."""
    tables = sorted((Path(language.__file__).parent / "en" / "reasons").glob("*.txt"))
    return {
        rule: sentence
        for table in tables
        for rule, sentence, *_ in language.rows(f"reasons/{table.stem}")
    }
