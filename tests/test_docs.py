"""The documents agree with the program: paths exist, links lead somewhere, tables are whole."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tui" / "armreader"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IN_PACKAGE = ("CONTRIBUTING.md", "architecture.md")
"""Pages whose paths begin in the package."""
_PATH = re.compile(r"`((?:[\w-]+/)+[\w.-]*)`")
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\((?!https?:)([^)#\s]+)[^)\s]*\)")
ROOMS = sorted(one.name for one in PACKAGE.iterdir() if one.is_dir() and one.name != "__pycache__")


@pytest.mark.parametrize("name", IN_PACKAGE)
def test_every_path_that_a_page_for_contributors_names_exists(name: str) -> None:
    page = next(page for page in PAGES if page.name == name)
    named = _PATH.findall(page.read_text(encoding="utf-8"))
    assert named
    assert [one for one in named if not any((at / one).exists() for at in (PACKAGE, ROOT))] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_architecture_names_every_room_and_the_layers_of_the_contract() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## The rooms", 1)[1].split("\n## ", 1)[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == ROOMS
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    shown = re.search(r"<!-- layers:[^>]*-->\n```\n(.*?)```", text, re.DOTALL)
    assert shown
    assert shown.group(1).splitlines() == layers
