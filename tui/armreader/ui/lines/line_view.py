"""The base of everything on the screen: a widget that draws lines and refreshes what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from armreader.ui.lines.wrap import cut, plain

Part = tuple[str, tuple[str, ...]]
"""A stretch of a line: its text, and the roles that style it, lowest layer first."""
LINK = "link:"
"""With an address after it, the role of a stretch that leads there."""
OWN = "own"
"""The role of what the program says among the words of sources: no search finds anything there."""

ROLES = (
    "title", "source", "byline", "dateline", "summary", "caption", "furniture", "bookmarked",
    "doubtful",
    "event", "quote", "wording", "selected", "time", "actor", "trigger", "bold", "differing",
    "disputed", "hit", "stretch", "current", "at",
    "head", "head-active", "heading", "cursor", "cursor-active", "dim", "lit", "strong", "mark",
    "alert", "key", "match", "prompt", "prompt-selected", "prompt-cursor",
)  # fmt: skip
"""What a stretch of a line may be."""
ROLE_CLASSES = {f"line--{role}" for role in ROLES}
"""The component classes that the screen declares."""

_LEAST_STRIPS = 100
"""Lines that are kept as drawn, at 8 KB a line, in each of a dozen views; of a high terminal two
pages."""


class LineView(Widget):
    """Draws its visible lines, compares them with what it showed, and refreshes only the others.

    A role is the component class ``line--ROLE`` of the screen, so that the stylesheets are applied
    to it once and not in every widget; roles can be combined.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  textual's own name
        super().__init__(id=id)
        self._lines: list[Strip] = []
        self._room = Size(0, 0)
        self._styles: dict[tuple[str, ...], Style] = {}
        self._strips: dict[tuple[tuple[Part, ...], tuple[str, ...]], Strip] = {}

    @property
    def room(self) -> Size:
        """The size; while a page hides the widget, the size that it will have again."""
        return self.size or self._room

    def draw_lines(self) -> list[Strip]:
        """Every visible line, from the top; as many as the widget is high."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again and refresh the lines that changed."""
        width, height = self.size
        if not (width and height and self.is_attached):
            return
        before, self._lines = self._lines, self.draw_lines()
        if len(before) != len(self._lines):
            self.refresh()
            return
        changed = [y for y, line in enumerate(self._lines) if line != before[y]]
        if changed:
            self.refresh(*(Region(0, first, width, count) for first, count in _joined(changed)))

    def render_line(self, y: int) -> Strip:
        if len(self._lines) != self.size.height:
            self._lines = self.draw_lines()
        return self._lines[y] if y < len(self._lines) else Strip.blank(self.size.width)

    def strip(self, parts: Iterable[Part], *over: str) -> Strip:
        """One line of the widget's width from its parts, under the roles of the whole line."""
        key = (tuple(parts), over)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > max(_LEAST_STRIPS, 2 * self.size.height):
                self._strips.clear()
            # Whatever a pane forgot to clean: no control character reaches the terminal.
            segments = [
                Segment(plain(text), self.style(*roles, *over)) for text, roles in key[0] if text
            ]
            strip = Strip(segments).adjust_cell_length(self.size.width, self.style(*over))
            self._strips[key] = strip
        return strip

    def style(self, *roles: str) -> Style:
        """The style of roles laid over one another on the widget's own."""
        style = self._styles.get(roles)
        if style is None:
            style = self.rich_style
            for role in roles:
                if role == OWN:
                    continue
                if role.startswith(LINK):
                    style += Style(link=role.removeprefix(LINK))
                    continue
                style += self.screen.get_component_rich_style(f"line--{role}", partial=True)
            self._styles[roles] = style
        return style

    def resized(self) -> None:
        """Called when the size has changed, before the lines are drawn for it."""

    def on_resize(self, event: events.Resize) -> None:
        self._room = event.size
        self.resized()
        self._strips.clear()
        self._lines = []
        self.redraw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()
        self._lines = []


def both_ends(
    left: Sequence[Part], right: Sequence[Part], width: int, filler: str = " "
) -> list[Part]:
    """Parts at the left and at the right of a line; the left ones are cut where they meet."""
    taken = sum(cell_len(text) for text, _ in right)
    room = width - taken - (1 if right else 0)
    if room <= 0:
        return list(left)
    parts: list[Part] = []
    for text, roles in left:
        shown = cut(text, room)
        parts.append((shown, roles))
        room -= cell_len(shown)
        if room <= 0:
            break
    return [*parts, (filler * (room + 1), parts[-1][1] if parts and filler != " " else ()), *right]


def _joined(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs: the first, and how many."""
    stretches: list[tuple[int, int]] = []
    for number in numbers:
        if stretches and sum(stretches[-1]) == number:
            stretches[-1] = (stretches[-1][0], stretches[-1][1] + 1)
        else:
            stretches.append((number, 1))
    return stretches
