"""An error or an exceeded budget in one stage of one article: the text is shown, the rest works."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from armreader.extraction import annotate as stage
from armreader.opening import pipeline
from armreader.opening.loading import Loading, without_progress
from armreader.opening.pipeline import open_dossier
from armreader.reading import read
from armreader.reading.discover import Found
from armreader.records import fence
from armreader.story.dossier import Dossier

TEXT = "Harbour vote\n\n“We will close it,” said Ada Quill of the {0} harbour on 3 March 2021.\n"
STAGES = (
    *("find_sentences", "find_times", "find_actors", "find_quotes", "find_event_mentions"),
    *("find_figures", "find_propositions"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_text(TEXT.format("bad"))
    (tmp_path / "good.txt").write_text(TEXT.format("good"))
    return tmp_path


def fail(*_: object) -> None:
    raise IndexError("string index out of range")


def hang(*_: object) -> None:
    while True:
        pass


def fill(*_: object) -> None:
    held: list[bytearray] = []
    while True:
        held.append(bytearray(b"x") * (1 << 20))


def only_bad(real: Callable[..., object], harm: Callable[..., object]) -> Callable[..., object]:
    return lambda article, *rest: (harm if "bad" in article.text else real)(article, *rest)


@pytest.mark.parametrize("name", STAGES)
@pytest.mark.parametrize("harm", [fail, hang, fill])
def test_a_stage_that_fails_loses_only_its_own_results(
    name: str, harm: Callable[..., object], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fence, "SECONDS", 0.1)
    monkeypatch.setattr(fence, "BYTES", 100_000_000)
    monkeypatch.setattr(stage, name, only_bad(getattr(stage, name), harm))
    monkeypatch.setattr(fence, "SECONDS", 0.1 if harm is hang else 30.0)
    dossier = open_dossier([str(folder)])
    assert [article.file for article in dossier.articles] == ["bad.txt", "good.txt"]
    ((problem),) = dossier.problems
    assert problem.file == "bad.txt"
    assert "its text is shown" in problem.message
    good = dossier.articles[1].id
    assert any(quote.article == good for quote in dossier.quotes)
    assert any(event.articles == (good,) or good in event.articles for event in dossier.events)


def test_nothing_fails_by_itself(folder: Path) -> None:
    assert open_dossier([str(folder)]).problems == ()


@pytest.mark.parametrize("opened", [open_dossier, lambda p: Loading().read(p, without_progress)[0]])
def test_texts_survive_when_linking_fails(
    opened: Callable[[list[str]], Dossier], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "link", fail)
    monkeypatch.setattr("armreader.opening.workspace.draft", fail)
    dossier = opened([str(folder)])
    assert len(dossier.articles) == 2
    assert "linking failed" in dossier.problems[0].message


def test_an_internal_error_in_reading_a_file_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = read.read_piece

    def read_piece(found: Found, *rest: Any) -> object:
        if found.name == "bad.txt":
            fail()
        return real(found, *rest)

    monkeypatch.setattr(read, "read_piece", read_piece)
    dossier = open_dossier([str(folder)])
    assert [article.file for article in dossier.articles] == ["good.txt"]
    assert "IndexError" in dossier.problems[0].message


OVER = """
import sys
from armreader.records import fence

fence.SECONDS = 0.05
def hang():
    while True:
        pass
faults = []
fence.fenced(hang, None, 0, faults, "times")
sys.setprofile(lambda *_: None)
print(fence.fenced(lambda: "the next", None, 0, faults, "times"), len(faults))
"""


def test_an_exceeded_budget_leaves_nothing_behind() -> None:
    """A flag that stays set in the interpreter slows all that follows; profiled, it hangs."""
    done = subprocess.run([sys.executable, "-c", OVER], capture_output=True, text=True, timeout=60)
    assert done.stdout == "the next 1\n", done.stderr
