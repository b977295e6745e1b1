"""The README says what is true: its generated parts and its tables against the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from write_readme import GENERATED, README, block

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GENERATED)
def test_generated_parts_are_up_to_date(name: str) -> None:
    assert block(TEXT, name) == GENERATED[name]()


def test_every_dependency_has_its_reason() -> None:
    pyproject = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    names = [
        re.split(r"[<>=]", line)[0] for line in tomllib.loads(pyproject)["project"]["dependencies"]
    ]
    table = TEXT.split("## What it is built on", 1)[1].split("\n## ", 1)[0]
    assert re.findall(r"^\| ([a-z]+) \|", table, re.MULTILINE) == ["package", *names]
