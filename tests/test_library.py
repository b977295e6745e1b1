"""armreader as a library: opened by a program, without a screen, a home or anything written."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import armreader
from own_process import printed

ROOT = Path(__file__).parent.parent
REPORT = "Harbour vote\n\n“We will close it,” said Ada Quill on 3 March 2021.\n"


EXAMPLES = sorted(
    path.relative_to(ROOT / "tui").with_suffix("").as_posix().removesuffix("/__init__")
    for path in (ROOT / "tui").rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", EXAMPLES)
def test_the_examples_in_docstrings(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testmod(import_module(module.replace("/", ".")))
    assert result.attempted > 0
    assert result.failed == 0


def test_paths_of_every_kind_and_corrections(tmp_path: Path) -> None:
    file = tmp_path / "vote.txt"
    file.write_text(REPORT)
    dossier = armreader.open([file])
    (article,) = dossier.articles
    assert armreader.open(str(file)) == dossier
    corrections = tmp_path / "corrections"
    corrections.write_text(f"source {article.id} The Gull\n")
    corrected = armreader.open([file], corrections=corrections)
    assert [one.source for one in corrected.articles] == ["The Gull"]


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    dossier = armreader.open([tmp_path / "none.txt"])
    assert dossier.articles == ()
    assert len(dossier.problems) == 1


def test_nothing_is_written_and_no_screen_is_imported(tmp_path: Path, own_home: Path) -> None:
    (tmp_path / "vote.txt").write_text(REPORT)
    out = printed(
        "import sys, armreader\n"
        "print('armreader.opening' in sys.modules)\n"
        f"print(len(armreader.open([{str(tmp_path)!r}]).quotes))\n"
        "print('textual' in sys.modules, 'armreader.home' in sys.modules)"
    )
    assert out.split() == ["False", "1", "False", "False"]
    assert [one.name for one in tmp_path.iterdir()] == ["vote.txt"]
    assert not list(own_home.iterdir())
