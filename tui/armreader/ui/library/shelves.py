"""The lists of the library's screen: stories, newest first, and what a query found."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from armreader.records.dates import DateRange
from armreader.store.library import PAGE, Library, Shelf
from armreader.store.words import Hit
from armreader.story.shown_dates import full_date
from armreader.ui.lines.line_view import Part, both_ends
from armreader.ui.lines.row_list import Row, RowList
from armreader.ui.lines.wrap import cut


class Key(NamedTuple):
    """What a row stands for: a story, or an article in one."""

    story: str
    article: str = ""


class ShelfList(RowList[Key]):
    """Two lines a story, or an article that was found; stories are loaded page by page."""

    ROW_HEIGHT = 2

    def __init__(self, library: Library) -> None:
        super().__init__("Stories", 0)
        self.label = "Stories, the newest first"
        self.active = True
        self._library = library
        self._shelves: list[Shelf] = []
        self._whole = False
        self._count = 0
        self._hits: dict[Key, Hit] = {}
        self._by_key: dict[Key, Shelf] = {}

    def show_stories(self) -> None:
        """List the stories, as far as they were loaded."""
        self._hits = {}
        self.label = "Stories, the newest first"
        if not self._shelves:
            self._load()
        self.set_rows([Row(key) for key in self._by_key])
        self.redraw()

    def show_hits(self, hits: tuple[Hit, ...], label: str) -> None:
        """List what a query found."""
        self._hits = {Key(hit.story, hit.article): hit for hit in hits}
        self.label = label
        self.set_rows([Row(key) for key in self._hits])
        self.jump(0)
        self.redraw()

    def reload(self) -> None:
        """List the stories as they are in the store by now, the cursor on the same."""
        before = self.key
        self._shelves, self._by_key, self._whole = [], {}, False
        self._load()
        if not self._hits:
            self.show_stories()
            if before:
                self.load_until(before.story)

    def load_until(self, story: str) -> None:
        """Put the cursor on a story, however far down it is."""
        while Key(story) not in self._by_key and not self._whole:
            self._load()
        self.set_rows([Row(key) for key in self._by_key])
        self.point_to(Key(story))
        self.redraw()

    def move(self, step: int) -> bool:
        moved = super().move(step)
        self._load_ahead()
        return moved

    def jump(self, row: int) -> bool:
        while not self._hits and row >= len(self.rows) and not self._whole:
            self._load()
            self.set_rows([Row(key) for key in self._by_key])
        moved = super().jump(row)
        self._load_ahead()
        return moved

    def total(self) -> int:
        loaded = super().total()
        return loaded if self._hits or self._whole else self._count

    def _load_ahead(self) -> None:
        """Load the next page before the cursor comes to the end of this one."""
        if not self._hits and not self._whole and self.cursor > len(self.rows) - PAGE // 2:
            self._load()
            self.set_rows([Row(key) for key in self._by_key])

    def _load(self) -> None:
        if not self._shelves:
            _, self._count = self._library.size()
        page = self._library.shelves(self._shelves[-1] if self._shelves else None)
        self._shelves += page
        self._by_key.update({Key(one.name): one for one in page})
        self._whole = len(page) < PAGE

    def draw_row(self, row: Row[Key], width: int) -> list[list[Part]]:
        if row.key is None:
            return [[], []]
        hit = self._hits.get(row.key)
        if hit:
            return _hit_lines(hit, width)
        return _shelf_lines(self._by_key[row.key], width)


def _shelf_lines(shelf: Shelf, width: int) -> list[list[Part]]:
    mark: Part = (" ● " if shelf.new else "   ", ("mark",))
    articles = f"{shelf.articles} report{'s' * (shelf.articles != 1)}"
    sources = f"{shelf.sources} source{'s' * (shelf.sources != 1)}"
    counted = f"{articles} · {sources} · {shelf.events} event{'s' * (shelf.events != 1)}"
    first = both_ends(
        [mark, (shelf.label, ("bold",))], [(f"{_shown(shelf.latest)} ", ("time",))], width
    )
    since = f" · since {_shown(shelf.earliest)}" if shelf.earliest < shelf.latest else ""
    return [first, [(f"   {cut(counted + since, width - 4)}", ("dim",))]]


def _shown(day: str) -> str:
    """A day of the store as people read it."""
    range_ = DateRange.from_edtf(day)
    return full_date(range_) if range_ else day


def _hit_lines(hit: Hit, width: int) -> list[list[Part]]:
    title = hit.title or hit.file
    first = both_ends([(f"   {title}", ("bold",))], [(f"{_shown(hit.latest)} ", ("time",))], width)
    words = " ".join(hit.words.split())
    if words and title.startswith(words.strip("… ")):  # the line above says them
        return [first, [(f"   {cut(f'in {hit.label}', width - 4)}", ("dim",))]]
    about = cut(f"in {hit.label}", max(10, width // 3))
    room = width - cell_len(about) - 6
    return [first, both_ends([(f"   {cut(words, room)}", ())], [(f"{about} ", ("dim",))], width)]
