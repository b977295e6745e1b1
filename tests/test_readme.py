"""The README says what is true: its generated parts and its tables against the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from armreader.cli import COMMANDS
from armreader.ui.commands import keys_markdown

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """The text between ``<!-- name: ... -->`` and ``<!-- /name -->``."""
    found = re.search(rf"<!-- {name}:[^>]*-->\n(.*?)<!-- /{name} -->", README, re.DOTALL)
    assert found, f"the README has no block {name!r}"
    return found.group(1)


def test_the_keys_are_those_of_the_command_table() -> None:
    assert block("keys") == keys_markdown()


def test_the_commands_are_those_of_the_command_line() -> None:
    rows = "".join(f"| `{command.name}` | {command.summary} |\n" for command in COMMANDS)
    assert block("commands") == f"| command | what it prints |\n|---|---|\n{rows}"


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=]", line)[0] for line in project["dependencies"]]
    table = README.split("## What it is built on", 1)[1]
    assert re.findall(r"^\| ([a-z]+) \|", table, re.MULTILINE) == ["package", *names]
