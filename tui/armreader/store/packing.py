"""Records as bytes and back: any record, field by field, and nothing that is not a record.

The form is a compressed pickle that is read by a reader which builds records and dates alone,
whatever the bytes ask for. It follows the records: what is packed by one version of the program is
read by that version only (see ``store.versions``), so a new field needs nothing here.
"""

from __future__ import annotations

import pickle
import zlib
from io import BytesIO
from typing import Any

from armreader.records.collecting import no_collecting

_LEVEL = 1
"""Of compression: a higher one takes three times as long for a tenth less."""
_LARGEST = 1 << 30
"""The most bytes that a pack may decompress to."""
_RECORDS = "armreader.records"
_OTHERS = (
    ("datetime", "date"),
    ("armreader.story.dossier", "Dossier"),
    ("armreader.linking.profiles", "Profile"),
)


class NotRecords(ValueError):
    """The bytes are damaged, or contain something other than records."""


def pack(records: object) -> bytes:
    """Records, dates, plain values and containers of them as compact bytes."""
    return zlib.compress(pickle.dumps(records, protocol=5), _LEVEL)


def unpack(data: bytes) -> Any:
    """What was packed; ``NotRecords`` where the bytes are anything else."""
    with no_collecting():
        try:
            unfold = zlib.decompressobj()
            plain = unfold.decompress(data, _LARGEST)
            return _Reader(BytesIO(plain)).load()
        except Exception as error:  # whatever damaged bytes raise
            raise NotRecords(str(error)) from error


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        known = module == _RECORDS or module.startswith(f"{_RECORDS}.")
        # No dots: a module's own records, and nothing that the module itself imports.
        if (known or (module, name) in _OTHERS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"not a record: {module}.{name}")
