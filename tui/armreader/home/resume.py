"""Where reading stopped, in small files in the state folder that can be lost without harm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from armreader.home.folders import folders
from armreader.reading.small_file import read_small
from armreader.store.files import replace

_LARGEST = 16_000_000
"""Bytes; a larger file was not written here."""
_VERSION = 1


class Stopped(NamedTuple):
    """What was on the screen of one dossier, by ids that the next reading has again."""

    article: str = ""
    places: Mapping[str, int] = MappingProxyType({})
    """By article id, the code point on the first row."""
    selection: tuple[str, str] | None = None
    pane: str = ""
    grouping: str = ""
    query: str = ""
    order: str = ""
    read: tuple[str, ...] = ()
    """The ids of the articles that have been read in."""
    known: tuple[str, ...] = ()
    """The ids of the articles that were there when the reader was last left."""


class Last(NamedTuple):
    """The last dossier, the theme, and how the screen was divided."""

    paths: tuple[str, ...] = ()
    theme: str = ""
    rooms: Mapping[str, Sequence[int]] = MappingProxyType({})
    """By layout, the numbers that say how much room each pane had."""


def stopped_at(paths: Sequence[str]) -> Stopped:
    """Where reading of this dossier stopped; its beginning if nothing usable was saved."""
    kept = _read(_file(paths))
    places, selection = kept.get("places"), kept.get("selection")
    read, known = kept.get("read"), kept.get("known")
    pair = tuple(map(str, selection)) if isinstance(selection, list) else ()
    return Stopped(
        article=_text(kept, "article"),
        places={
            str(key): place
            for key, place in (places.items() if isinstance(places, dict) else ())
            if isinstance(place, int) and place >= 0
        },
        selection=(pair[0], pair[1]) if len(pair) == 2 else None,
        pane=_text(kept, "pane"),
        grouping=_text(kept, "grouping"),
        query=_text(kept, "query"),
        order=_text(kept, "order"),
        read=tuple(map(str, read)) if isinstance(read, list) else (),
        known=tuple(map(str, known)) if isinstance(known, list) else (),
    )


def last() -> Last:
    """The last dossier; without paths if one of them is gone."""
    kept = _read(_folder() / "last.json")
    paths = kept.get("paths")
    found = tuple(map(str, paths)) if isinstance(paths, list) else ()
    there = all(any(Path(path).parent.glob(Path(path).name)) for path in found)
    rooms = kept.get("rooms")
    return Last(
        found if there else (),
        _text(kept, "theme"),
        {
            str(layout): tuple(numbers)
            for layout, numbers in (rooms.items() if isinstance(rooms, dict) else ())
            if isinstance(numbers, list) and all(isinstance(one, int) for one in numbers)
        },
    )


def keep(
    paths: Sequence[str],
    stopped: Stopped,
    theme: str,
    rooms: Mapping[str, Sequence[int]] = MappingProxyType({}),
) -> bool:
    """Save both; false if the folder cannot be written to."""
    try:
        _write(_file(paths), stopped._asdict())
        if "-" not in paths:
            absolute = [str(Path(path).absolute()) for path in paths]
            _write(_folder() / "last.json", Last(tuple(absolute), theme, dict(rooms))._asdict())
    except OSError:
        return False
    return True


def _folder() -> Path:
    return folders().state


def _file(paths: Sequence[str]) -> Path:
    from armreader.records.ids import content_id

    absolute = (str(Path(path).absolute()) for path in paths)
    return _folder() / "dossiers" / f"{content_id('dossier', *absolute)}.json"


def _read(path: Path) -> dict[str, object]:
    try:
        text = read_small(path, _LARGEST).decode("utf-8", "surrogateescape")
    except OSError:
        return {}
    import json  # the first start has nothing to read

    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) and kept.get("version") == _VERSION else {}


def _text(kept: Mapping[str, object], key: str) -> str:
    value = kept.get(key, "")
    return value if isinstance(value, str) else ""


def _write(path: Path, value: Mapping[str, object]) -> None:
    import json

    text = json.dumps({"version": _VERSION, **value}, ensure_ascii=False)
    replace(path, text.encode("utf-8", "surrogateescape"), kept=False)
