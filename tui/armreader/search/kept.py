"""A search index in parts that can be stored: a head for every search, and the rest by need.

A search loads the head, the lines of its words, the registers that its filters ask, and the few
records and articles that it shows; no dossier.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, TypeVar

from armreader.records import Passage
from armreader.search.contents import Contents, Heading
from armreader.search.find import Kept, SearchIndex
from armreader.search.index import Parts, WordIndex
from armreader.search.lines import Layout, Lines
from armreader.search.registers import Register

TOGETHER = 128
"""Records in one part."""
_SETS_TOGETHER = 8
"""Sets of lines in one part, each some 20 KB in a dossier of a thousand articles."""
_PLACES_TOGETHER = 1 << 15

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")
Load = Callable[[int], Any]
"""The part with that number, as it was given to be stored."""
Record = tuple[str, str, str, list[tuple[str, int, int]]]
"""Its id, the text by which it is found, what is shown for it, and its passages."""


def parts_of(index: SearchIndex) -> tuple[list[object], list[object]]:
    """What every search needs, and the parts that it loads by their numbers; all plain values."""
    lines, layout = index.lines, index.lines.layout
    contents, words = lines.contents, lines.index.parts()
    parts: list[object] = list(_records_of(contents))
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
    ]  # fmt: skip
    return head, parts


def _records_of(contents: Contents) -> Iterator[list[Record]]:
    """The records in groups of ``TOGETHER``, in the order of their lines."""
    for first in range(0, len(contents.ids), TOGETHER):
        yield [
            (
                contents.ids[line],
                contents.searched(line),
                contents.shown(line),
                [(*one,) for one in contents.passages(line)],
            )
            for line in range(first, min(first + TOGETHER, len(contents.ids)))
        ]


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
        """A phrase asks for every word of every line: the default asks twice as often."""
        return self._whole.get(key, default)

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

    def __init__(self, head: Head, load: Load, text: Callable[[int], str]) -> None:
        """``text`` loads an article's text by its number."""
        self.ids: Sequence[str] = _Each(head.records, lambda line: self._record(line)[0])
        self.articles = head.articles
        self._breaks = head.breaks
        self._load, self._load_text = load, text
        self._texts: dict[int, str] = {}

    def searched(self, line: int) -> str:
        return self._record(line)[1]

    def shown(self, line: int) -> str:
        return self._record(line)[2]

    def passages(self, line: int) -> Sequence[Passage]:
        return [Passage(*one) for one in self._record(line)[3]]

    def text(self, article: int) -> str:
        if article not in self._texts:
            self._texts[article] = self._load_text(article)
        return self._texts[article]

    def row(self, article: int, place: int) -> int:
        firsts, breaks = self._breaks
        first, last = firsts[article : article + 2]
        return bisect_left(breaks, place, first, last) - first + 1

    def _record(self, line: int) -> Record:
        part, place = divmod(line, TOGETHER)
        found: Record = self._load(part)[place]
        return found


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

    def index(self, load: Load, text: Callable[[int], str]) -> SearchIndex:
        """The index, which loads each part at most once, and articles' texts by their numbers."""
        load = cache(load)
        numbers = list(self._numbers)
        numbers[4:6] = [array("I", one) for one in numbers[4:6]]
        forms, shapes, vowelless, size, offsets, places, written, dense, heavy = self._words
        words = Parts(
            forms, shapes, vowelless, size, array("I", offsets), _Places(places, load),
            _InOnePart(written, load), _InParts(dense, load), _InParts(heavy, load),
        )  # fmt: skip
        contents = KeptContents(self, load, text)
        lines = Lines(contents, Layout(*numbers), WordIndex.restored(words))
        return SearchIndex(kept=Kept(lines, self._skeletons, _Registers(self._registers, load)))
