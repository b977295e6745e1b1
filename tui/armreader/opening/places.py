"""Where opening looks besides the paths themselves; it looks nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Places(NamedTuple):
    """What is passed in by whoever opens a dossier; None for what is not wanted."""

    corrections: Path | None = None
    """The file of the user's corrections (see ``reading.corrections``)."""
    store: Path | None = None
    """The file that keeps results for the next opening (see ``store``)."""


NOWHERE = Places()
