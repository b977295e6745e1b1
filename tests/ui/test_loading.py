"""Loading beside the screen: a long article is shown before anything is looked for in it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from armreader.dossier import Dossier
from armreader.ui.loading import load

LINE = "The tide is out, said Ada Quill on Monday.\n"


@pytest.mark.parametrize(("lines", "shown_first"), [(3, []), (6000, ["long.txt"])])
def test_a_long_article_can_be_read_at_once(
    lines: int, shown_first: list[str], tmp_path: Path
) -> None:
    report = tmp_path / "long.txt"
    report.write_text("Low tide\n\n" + LINE * lines)
    told: list[Dossier] = []
    dossier, whole = load([str(report)], lambda found, words: told.append(found), Event())
    assert [Path(article.file).name for one in told for article in one.articles] == shown_first
    assert not any(one.quotes for one in told)
    assert whole
    assert len(dossier.quotes) == lines


def test_what_is_stopped_is_not_remembered(tmp_path: Path, own_home: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"Tide {name}\n\n{LINE}")
    stop = Event()
    stop.set()
    dossier, whole = load([str(tmp_path)], lambda found, words: None, stop)
    assert not whole
    assert len(dossier.articles) == 1
    assert not (own_home / "cache" / "dossiers").exists()
