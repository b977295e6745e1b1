"""A search index in parts that can be stored: a head for every search, and the rest by need.

A search loads the head, the lines of its words, the registers that its filters ask, and the few
records and articles that it shows; no dossier.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, TypeVar

from armreader.records import Passage
from armreader.search.contents import Heading
from armreader.search.find import Kept, SearchIndex
from armreader.search.index import Parts, WordIndex
from armreader.search.lines import Layout, Lines
from armreader.search.registers import Register

TOGETHER = 128
"""Records in one part."""
_SEARCHED_TOGETHER = 512
"""The texts by which so many records are found are in one part."""
_TEXTS_TOGETHER = 8
_SETS_TOGETHER = 8
"""Sets of lines in one part, each some 20 KB in a dossier of a thousand articles."""
_PLACES_TOGETHER = 1 << 15

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")
Load = Callable[[int], Any]
"""The part with that number, as it was given to be stored."""


def parts_of(index: SearchIndex) -> tuple[list[object], list[object]]:
    """What every search needs, and the parts that it loads by their numbers; all plain values."""
    lines, layout = index.lines, index.lines.layout
    contents, words = lines.contents, lines.index.parts()
    parts: list[object] = list(_records_of(lines))
    first_searched = len(parts)
    parts += _grouped(contents.searched, len(contents.ids), _SEARCHED_TOGETHER)
    first_text = len(parts)
    parts += _grouped(contents.text, len(contents.articles), _TEXTS_TOGETHER)
    first_places = len(parts)
    parts += _in_groups(words.places, words.offsets[-1])
    numbers = len(parts)
    parts.append(dict(words.numbers))
    sets = [_sets_in(mapping, parts) for mapping in (words.dense, words.heavy)]
    first_register = len(parts)
    parts += (
        [one.keys, one.ends.tobytes(), one.lines.tobytes()] for one in index.registers.values()
    )
    registers = {name: first_register + place for place, name in enumerate(index.registers)}
    breaks = [_breaks(contents.text(number)) for number in range(len(contents.articles))]
    head: list[object] = [
        len(parts),
        len(contents.ids),
        [tuple(one) for one in contents.articles],
        [
            layout.first_event, layout.first_quote, layout.first_article, layout.firsts,
            layout.starts.tobytes(), layout.ends.tobytes(),
            layout.real, layout.heads, layout.furniture,
        ],
        [*words[:4], words.offsets.tobytes(), first_places, numbers, *sets],
        index.skeletons,
        [[0, *accumulate(map(len, breaks))], b"".join(one.tobytes() for one in breaks)],
        registers,
        [first_searched, first_text],
    ]  # fmt: skip
    return head, parts


def _records_of(lines: Lines) -> Iterator[list[object]]:
    """The ids of some records, what is shown for each, and its passages with articles' numbers."""
    contents, numbers = lines.contents, lines.article_numbers
    for first in range(0, len(contents.ids), TOGETHER):
        some = range(first, min(first + TOGETHER, len(contents.ids)))
        ends, places = array("I"), array("I")
        for line in some:
            for article, start, end in contents.passages(line):
                places.extend((numbers[article], start, end))
            ends.append(len(places))
        ids = [contents.ids[line] for line in some]
        yield [ids, [*map(contents.shown, some)], ends.tobytes(), places.tobytes()]


def _grouped(item: Callable[[int], str], count: int, together: int) -> Iterator[list[str]]:
    """All items, so many in one part."""
    for first in range(0, count, together):
        yield [item(number) for number in range(first, min(first + together, count))]


def _in_groups(places: Any, end: int) -> Iterator[bytes]:
    for first in range(0, end, _PLACES_TOGETHER):
        yield places[first : min(first + _PLACES_TOGETHER, end)].tobytes()


def _sets_in(mapping: Mapping[K, int], parts: list[object]) -> dict[K, int]:
    """Add the sets to the parts; the part of each."""
    keys = list(mapping)
    found: dict[K, int] = {}
    for first in range(0, len(keys), _SETS_TOGETHER):
        some = keys[first : first + _SETS_TOGETHER]
        found.update(dict.fromkeys(some, len(parts)))
        parts.append({key: mapping[key] for key in some})
    return found


def _breaks(text: str) -> array[int]:
    """Where the lines of a text end."""
    ends = accumulate(len(line) + 1 for line in text.split("\n")[:-1])
    return array("I", (end - 1 for end in ends))


class _InParts(Mapping[K, V]):
    """A mapping whose values lie in several parts."""

    def __init__(self, places: Mapping[K, int], load: Load) -> None:
        self._places, self._load = places, load

    def __getitem__(self, key: K) -> V:
        found: V = self._load(self._places[key])[key]
        return found

    def __iter__(self) -> Iterator[K]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _InOnePart(Mapping[K, V]):
    """A mapping that is loaded whole, once it is asked."""

    def __init__(self, place: int, load: Load) -> None:
        self._place, self._load = place, load

    @cached_property
    def _whole(self) -> Mapping[K, V]:
        whole: Mapping[K, V] = self._load(self._place)
        return whole

    def __getitem__(self, key: K) -> V:
        return self._whole[key]

    def get(self, key: K, default: Any = None) -> Any:
        """It is asked for every word of many lines: the default asks twice as often."""
        return self._whole.get(key, default)

    def items(self) -> ItemsView[K, V]:
        return self._whole.items()

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


class _Places:
    """The lines of all rare words, in parts of one size."""

    def __init__(self, first: int, load: Load) -> None:
        self._first, self._load = first, load

    def __getitem__(self, stretch: slice, /) -> array[int]:
        found = array("I")
        for part in range(stretch.start // _PLACES_TOGETHER, -(-stretch.stop // _PLACES_TOGETHER)):
            base = part * _PLACES_TOGETHER
            piece = array("I", self._load(self._first + part))
            found += piece[max(0, stretch.start - base) : stretch.stop - base]
        return found


class _Registers(Mapping[str, Register]):
    """What the filters ask, each register in a part of its own."""

    def __init__(self, places: Mapping[str, int], load: Load) -> None:
        self._places, self._load = places, load

    def __getitem__(self, name: str) -> Register:
        keys, ends, lines = self._load(self._places[name])
        return Register(keys, array("I", ends), array("I", lines))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Each(Sequence[T]):
    """A sequence whose items are looked up one by one."""

    def __init__(self, size: int, item: Callable[[int], T]) -> None:
        self._size, self._item = size, item

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, at: Any) -> Any:
        if not 0 <= at < self._size:
            raise IndexError(at)
        return self._item(at)


class KeptContents:
    """The contents of a stored index; each part is loaded when it is needed."""

    def __init__(self, head: Head, load: Load) -> None:
        self.ids: Sequence[str] = _Each(head.records, self._id)
        self.articles = head.articles
        self._breaks = head.breaks
        self._first_searched, self._first_text = head.firsts
        self._load = load
        self._places = cache(self._places_in)

    def searched(self, line: int) -> str:
        part, place = divmod(line, _SEARCHED_TOGETHER)
        return str(self._load(self._first_searched + part)[place])

    def shown(self, line: int) -> str:
        part, place = divmod(line, TOGETHER)
        return str(self._load(part)[1][place])

    def passages(self, line: int) -> Sequence[Passage]:
        part, place = divmod(line, TOGETHER)
        ends, places = self._places(part)
        flat = iter(places[ends[place - 1] if place else 0 : ends[place]])
        heads = self.articles
        return [Passage(heads[one].id, *span) for one, *span in zip(flat, flat, flat, strict=True)]

    def text(self, article: int) -> str:
        part, place = divmod(article, _TEXTS_TOGETHER)
        return str(self._load(self._first_text + part)[place])

    def row(self, article: int, place: int) -> int:
        firsts, breaks = self._breaks
        first, last = firsts[article : article + 2]
        return bisect_left(breaks, place, first, last) - first + 1

    def _places_in(self, part: int) -> tuple[array[int], array[int]]:
        ends, places = self._load(part)[2:]
        return array("I", ends), array("I", places)

    def _id(self, line: int) -> str:
        part, place = divmod(line, TOGETHER)
        return str(self._load(part)[0][place])


class Head:
    """The first of the results of ``parts_of``, from which the index is restored."""

    def __init__(self, head: Sequence[Any]) -> None:
        self.parts: int = head[0]
        """How many parts there are."""
        self.records: int = head[1]
        self.articles = [Heading(*one) for one in head[2]]
        self._numbers, self._words, self._skeletons = head[3:6]
        firsts, breaks = head[6]
        self.breaks: tuple[list[int], array[int]] = firsts, array("I", breaks)
        """Where the lines of all texts end, and where those of each text begin among them."""
        self._registers: dict[str, int] = head[7]
        self.firsts: tuple[int, int] = tuple(head[8])
        """The first part with the texts of records, and that with those of articles."""

    def index(self, load: Load) -> SearchIndex:
        """The index, which loads each part at most once."""
        load = cache(load)
        numbers = list(self._numbers)
        numbers[4:6] = [array("I", one) for one in numbers[4:6]]
        forms, shapes, vowelless, size, offsets, places, written, dense, heavy = self._words
        words = Parts(
            forms, shapes, vowelless, size, array("I", offsets), _Places(places, load),
            _InOnePart(written, load), _InParts(dense, load), _InParts(heavy, load),
        )  # fmt: skip
        contents = KeptContents(self, load)
        lines = Lines(contents, Layout(*numbers), WordIndex.restored(words))
        return SearchIndex(kept=Kept(lines, self._skeletons, _Registers(self._registers, load)))
