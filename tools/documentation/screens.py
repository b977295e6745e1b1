"""Pictures of the screen, made by pressing keys in the bundled dossier.

Each shot is the plain text of the screen, or a band of its lines; the one of the README is also
drawn as SVG, with its colours.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI
from textual.pilot import Pilot
from textual.strip import Strip

from armreader.home.folders import bundled
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui.application import Application

SIZE = (100, 30)
PICTURE_SIZE = (120, 36)
_CELL, _LINE = 8.4, 18
"""The size of a cell of the SVG in pixels."""
_FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
_INK, _PAPER = "#e0e0e0", "#121212"


class Shot(NamedTuple):
    """The keys from the shot before to this one, and the lines shown; all where there are none."""

    keys: tuple[str, ...]
    lines: tuple[int, int] | None = None


SHOTS = {
    "open": Shot(()),
    "event": Shot(("EVENT",)),
    "event-open": Shot(("enter",), (0, 22)),
    "compare": Shot(("escape", "c")),
    "people": Shot(("escape", "p"), (0, 16)),
    "search": Shot(("escape", "slash", *"frozen"), (0, 14)),
    "why": Shot(("escape", "escape", "EVENT", "w"), (0, 24)),
    "correct": Shot(("escape", "equals_sign"), (12, 30)),
    "notebook": Shot(("escape", "4", "b", "a", *"first", "enter", "B"), (0, 8)),
}  # fmt: skip
"""The shots of the tutorial, one after the other; EVENT selects the event to begin with."""


VIEWS = {
    "timeline": ("3",),
    "quotes": ("4",),
    "differ": ("6",),
    "articles": ("1",),
    "search": ("slash", *"frozen"),
}
"""The keys from the opened dossier to each view of the gallery."""
SIZES = ((120, 36), (80, 24))
THEMES = ("dark", "light", "ansi", "none")
SHOWN = tuple(
    (view, size, theme)
    for view in VIEWS
    for size in SIZES
    for theme in THEMES
    if theme == "dark" or (view, size) == ("timeline", SIZES[0])
)
"""The pictures of the gallery that the docs show; the others are to be looked at."""


def gallery_name(view: str, size: tuple[int, int], theme: str) -> str:
    """The name of a picture of the gallery, without its ending."""
    return f"{view}-{size[0]}-{theme}"


async def gallery(view: str, size: tuple[int, int], theme: str) -> str:
    """A view of the bundled dossier as SVG."""
    app = Application([str(bundled("seeds"))], theme=theme)
    async with app.run_test(size=size) as pilot:
        await _opened(app, pilot)
        await _pressed(app, pilot, Shot(VIEWS[view]))
        paper = app.reader.styles.background.hex if theme == "light" else _PAPER
        return _svg(app.reader._compositor.render_strips(), paper)


async def shots() -> dict[str, str]:
    """The text of every shot, without the spaces at the ends of its lines."""
    app = Application([str(bundled("seeds"))], theme="dark")
    async with app.run_test(size=SIZE) as pilot:
        await _opened(app, pilot)
        return {name: await _pressed(app, pilot, shot) for name, shot in SHOTS.items()}


async def picture() -> str:
    """The README's picture, as SVG: the event that most sources mention."""
    app = Application([str(bundled("seeds"))], theme="dark")
    async with app.run_test(size=PICTURE_SIZE) as pilot:
        await _opened(app, pilot)
        await _select_event(app, pilot)
        return _svg(app.reader._compositor.render_strips())


@contextmanager
def own_home() -> Iterator[None]:
    """A home folder and terminal of their own, so that a picture depends on nothing else."""
    kept = dict(os.environ)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"ARMREADER_HOME": home, "TERM": "xterm-256color"}
        for name in ("SSH_CONNECTION", "NO_COLOR", "TMUX"):
            os.environ.pop(name, None)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ |= kept


def widest_event(dossier: Dossier) -> str:
    """The main event that most sources mention; of several the first."""
    return max(dossier.main_events, key=lambda event: len(event.articles)).id


async def _opened(app: Application, pilot: Pilot[None]) -> None:
    while app.reader.state.loading and app.return_code is None:
        await pilot.pause()
    await _drawn(app, pilot)


async def _drawn(app: Application, pilot: Pilot[None]) -> None:
    app.reader.settle()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def _select_event(app: Application, pilot: Pilot[None]) -> None:
    app.reader.go_to("timeline")
    app.reader.choose(Selection("event", widest_event(app.reader.state.dossier)))
    await _drawn(app, pilot)


async def _pressed(app: Application, pilot: Pilot[None], shot: Shot) -> str:
    for key in shot.keys:
        if key == "EVENT":
            await _select_event(app, pilot)
        else:
            await pilot.press(key)
            await _drawn(app, pilot)
    lines = app.reader._compositor.render_strips()
    first, last = shot.lines or (0, len(lines))
    return "".join(
        "".join(part.text for part in line).rstrip() + "\n" for line in lines[first:last]
    )


def _svg(lines: list[Strip], page: str = _PAPER) -> str:
    width = lines[0].cell_length * _CELL
    height = len(lines) * _LINE
    drawn = "\n".join(part for row, line in enumerate(lines) for part in _line(row, line, page))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 {width + 16:.0f} {height + 16}"'
        f' font-family="{_FONT}" font-size="14" xml:space="preserve">\n'
        f'<rect x="-8" y="-8" width="100%" height="100%" rx="6" fill="{page}"/>\n'
        f"{drawn}\n</svg>\n"
    )


def _line(row: int, line: Strip, page: str) -> Iterator[str]:
    """The backgrounds and the words of one line, on the colour of the page."""
    column = 0
    for part in Segment.simplify(line):
        x, length = column * _CELL, part.cell_length * _CELL
        column += part.cell_length
        style = part.style or Style()
        ink, paper = _hex(style.color, _INK), _hex(style.bgcolor, page)
        if style.reverse:
            ink, paper = paper, ink
        if paper != page:
            yield (
                f'<rect x="{x:.1f}" y="{row * _LINE}" width="{length:.1f}" height="{_LINE}"'
                f' fill="{paper}"/>'
            )
        if part.text.strip():
            looks = _looks(style)
            yield (
                f'<text x="{x:.1f}" y="{row * _LINE + 13}" textLength="{length:.1f}"'
                f' fill="{ink}"{looks}>{escape(part.text, quote=False)}</text>'
            )


def _looks(style: Style) -> str:
    looks: Mapping[str, bool] = {
        ' font-weight="bold"': bool(style.bold),
        ' font-style="italic"': bool(style.italic),
        ' text-decoration="underline"': bool(style.underline),
        ' opacity="0.7"': bool(style.dim),
    }
    return "".join(mark for mark, is_set in looks.items() if is_set)


def _hex(color: Color | None, default: str) -> str:
    if color is None or color.is_default:
        return default
    return color.get_truecolor(MONOKAI).hex
