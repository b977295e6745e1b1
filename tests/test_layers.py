"""The contracts of the house bite: a screen's library imported below the screen turns them red."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tui" / "armreader"
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, where they may be broken."""
    ignore = shutil.ignore_patterns("__pycache__", "*.txt", "*.bin", "*.gz")
    shutil.copytree(PACKAGE, tmp_path / "tui" / "armreader", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def contracts(root: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    environ = {"PYTHONPATH": str(root / "tui"), "PATH": "/usr/bin:/bin", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=root,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_only_ui_may_import_textual(copy: Path) -> None:
    for room in ROOMS:
        with (copy / "tui" / "armreader" / room / "__init__.py").open("a") as module:
            module.write("\nimport textual\n")
    done = contracts(copy)
    assert done.returncode == 1, done.stdout
    broken = set(re.findall(r"armreader\.(\w+)(?:\.\w+)* -> textual", done.stdout))
    assert broken == set(ROOMS) - {"ui"}


def test_a_room_may_not_import_what_is_above_it(copy: Path) -> None:
    with (copy / "tui" / "armreader" / "records" / "span_of_story.py").open("w") as module:
        module.write("from armreader.story import dossier as dossier\n")
    done = contracts(copy)
    assert done.returncode == 1
    assert "armreader.records.span_of_story -> armreader.story" in done.stdout
