"""The reader on the dossier made by hand, for every test of the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from armreader.home.config import Config
from armreader.story.dossier import Dossier
from armreader.ui.application import Application
from armreader.ui.looks.glyphs import glyphs
from hand import Hand, Start, load_harbour, opened
from kept import keep_two


@pytest.fixture(autouse=True)
def rich_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal that the tests are made for, whatever they are run in."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    glyphs.cache_clear()


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Open the reader at a size; it is loaded when the block is entered."""

    @asynccontextmanager
    async def run(
        width: int = 120,
        height: int = 36,
        *,
        notes: Path | None = None,
        config: Config | None = None,
        loader: Callable[..., tuple[Dossier, bool]] = load_harbour,
        theme: str = "dark",
    ) -> AsyncIterator[Hand]:
        app = Application(
            [str(tmp_path / "harbour")],
            notes=notes or tmp_path / "notes.md",
            config=config,
            theme=theme,
            loader=loader,
        )
        async with app.run_test(size=(width, height)) as pilot:
            await opened(app, pilot)
            hand = Hand(app, pilot)
            await hand.from_the_top()
            yield hand

    return run


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A notebook of two quotes, the second with a comment and a tag."""
    keep_two(tmp_path / "notes.md")
    return tmp_path / "notes.md"
