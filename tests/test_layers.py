"""The contracts of the house bite: a screen's library imported below the screen turns them red."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

import pytest
from grimp import build_graph

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


def test_any_one_module_that_imports_textual_is_named(copy: Path) -> None:
    """One module of each room, whichever: the contract knows rooms, not modules."""
    chance = Random(5)
    for room in set(ROOMS) - {"ui"}:
        modules = sorted((copy / "tui" / "armreader" / room).rglob("*.py"))
        with chance.choice(modules).open("a") as module:
            module.write("\nimport textual as _textual\n")
    done = contracts(copy)
    assert done.returncode == 1
    broken = set(re.findall(r"armreader\.(\w+)(?:\.\w+)* -> textual", done.stdout))
    assert broken == set(ROOMS) - {"ui"}


def test_no_imports_go_in_a_circle() -> None:
    """Also not at run time from inside a function, of which the contracts take the same view."""
    graph = build_graph("armreader", exclude_type_checking_imports=True)
    below = {one: graph.find_modules_directly_imported_by(one) for one in graph.modules}
    done: set[str] = set()
    while free := {one for one, wanted in below.items() if one not in done and wanted <= done}:
        done |= free
    assert sorted(below.keys() - done) == []


def functions(inside: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function; expressions, of which there are most, hold none and are passed over."""
    for node in ast.iter_child_nodes(inside):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        if isinstance(node, ast.stmt | ast.excepthandler | ast.match_case):
            yield from functions(node)


def lengths() -> Iterator[int]:
    """The lines of every function of the package."""
    for path in PACKAGE.rglob("*.py"):
        for node in functions(ast.parse(path.read_text(encoding="utf-8"))):
            yield (node.end_lineno or 0) - node.lineno + 1


def test_rooms_are_small() -> None:
    long = {
        path.name: lines
        for path in PACKAGE.rglob("*.py")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 300
    }
    assert long == {}
    assert median(lengths()) <= 10


def test_a_room_may_not_import_what_is_above_it(copy: Path) -> None:
    with (copy / "tui" / "armreader" / "records" / "span_of_story.py").open("w") as module:
        module.write("from armreader.story import dossier as dossier\n")
    done = contracts(copy)
    assert done.returncode == 1
    assert "armreader.records.span_of_story -> armreader.story" in done.stdout
