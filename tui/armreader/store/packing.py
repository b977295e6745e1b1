"""Records as bytes and back: any record, field by field, and nothing that is not a record.

The form is a compressed pickle that is read by a reader which builds records and dates alone,
whatever the bytes ask for. It follows the records: what is packed by one version of the program is
read by that version only (see ``store.versions``), so a new field needs nothing here.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from io import BytesIO
from operator import attrgetter
from typing import Any, TypeVar, overload

from armreader.records import Annotations
from armreader.records.collecting import no_collecting
from armreader.records.interning import MAKING

T = TypeVar("T")
_LEVEL = 1
"""Of compression: a higher one takes three times as long for a tenth less."""
_PROTOCOL = 5
_LARGEST = 1 << 30
"""The most bytes that a pack may decompress to."""
_RECORDS = "armreader.records"
_OTHERS = (
    ("datetime", "date"),
    ("armreader.story.dossier", "Dossier"),
    ("armreader.linking.profiles", "Profile"),
    ("armreader.store.packing", "Packed"),
)


@dataclass(frozen=True, slots=True)
class Packed(Sequence[T]):
    """Records that stay packed, and are unpacked each time that somebody goes through them."""

    size: int
    data: bytes
    passing: bool = False
    """Whether most are only looked at: what they have in common is not shared, which takes time."""

    def __post_init__(self) -> None:
        if not isinstance(self.size, int) or not isinstance(self.data, bytes):
            raise TypeError("not packed records")

    @classmethod
    def of(cls, records: Sequence[T], *, passing: bool = False) -> Packed[T]:
        return cls(len(records), pack(tuple(records)), passing)

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[T]:
        return iter(self._unpacked(shared=not self.passing))

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self._unpacked(shared=not self.passing)[at]

    def held(self) -> tuple[T, ...]:
        """All of them, to be held on to."""
        return self._unpacked(shared=True)

    def _unpacked(self, *, shared: bool) -> tuple[T, ...]:
        found: tuple[T, ...] = unpack(self.data, shared=shared) if self.size else ()
        return found


def with_packed(one: Annotations) -> Annotations:
    """The annotations with what fills most of the memory, and is looked at last, packed."""
    return replace(
        one,
        propositions=Packed.of(one.propositions, passing=True),
        figures=Packed.of(one.figures),
        assertions=Packed.of(one.assertions),
    )


def without_packed(one: Annotations) -> Annotations:
    """The same annotations with everything unpacked; ``NotRecords`` where it is anything else."""
    return replace(
        one,
        propositions=_held(one.propositions),
        figures=_held(one.figures),
        assertions=_held(one.assertions),
    )


def _held(records: Sequence[T]) -> tuple[T, ...]:
    return records.held() if isinstance(records, Packed) else tuple(records)


class NotRecords(ValueError):
    """The bytes are damaged, or contain something other than records."""


def pack(records: object) -> bytes:
    """Records, dates, plain values and containers of them as compact bytes."""
    plain = BytesIO()
    _Writer(plain, protocol=_PROTOCOL).dump(records)
    return zlib.compress(plain.getbuffer(), _LEVEL)


def unpack(data: bytes, *, shared: bool = True) -> Any:
    """What was packed; ``NotRecords`` where the bytes are anything else.

    ``shared`` is whether equal parts of records become one object, to be held in less memory.
    """
    with no_collecting():
        try:
            unfold = zlib.decompressobj()
            plain = unfold.decompress(data, _LARGEST)
            return (_SharingReader if shared else _Reader)(BytesIO(plain)).load()
        except Exception as error:  # whatever damaged bytes raise
            raise NotRecords(str(error)) from error


_Parted = tuple[Any, ...] | str
"""What pickle wants of a thing: what to call, and with which values."""


class _Parts(dict[type, Callable[[Any], _Parted]]):
    """How a thing is taken to pieces, by its class."""

    def __missing__(self, kind: type) -> Callable[[Any], _Parted]:
        found = self[kind] = _parts_of(kind)
        return found


def _parts_of(kind: type) -> Callable[[Any], _Parted]:
    if issubclass(kind, type):
        return lambda one: str(one.__qualname__)  # a class itself, by its name
    if issubclass(kind, tuple):
        return lambda record: (kind, tuple(record))
    if not (is_dataclass(kind) and "__slots__" in vars(kind)):
        return lambda thing: thing.__reduce_ex__(_PROTOCOL)
    names = [one.name for one in fields(kind)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda record: (kind, (values(record),))
    return lambda record: (kind, values(record))


class _Writer(pickle.Pickler):
    """Writes a record as its class and values: in half the time that dataclasses take by default.

    They ask for their fields again for every record.
    """

    dispatch_table = _Parts()


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        known = module == _RECORDS or module.startswith(f"{_RECORDS}.")
        # No dots: a module's own records, and nothing that the module itself imports.
        if (known or (module, name) in _OTHERS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"not a record: {module}.{name}")


class _SharingReader(_Reader):
    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name)
        return MAKING.get(found, found)
