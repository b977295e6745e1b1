"""The bundled dossier is exported to the same bytes in every Python environment found here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from armreader.cli.commands import DOSSIER_FORMATS

ROOT = Path(__file__).parent.parent.parent
OTHERS = [
    python
    for python in sorted(ROOT.glob(".venv*/bin/python"))
    if python.parent.parent.resolve() != Path(sys.prefix).resolve()
]

pytestmark = pytest.mark.smoke


def exports(python: Path, home: Path) -> dict[str, bytes]:
    """What a Python writes in every format; nothing that another one found is at hand."""
    environ = {**os.environ, "ARMREADER_HOME": str(home)}
    return {
        name: subprocess.run(
            [python, "-m", "armreader", "export", "--format", name, str(ROOT / "seeds")],
            env=environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        ).stdout
        for name in DOSSIER_FORMATS
    }


@pytest.mark.skipif(not OTHERS, reason="only one Python has an environment here")
def test_exports_are_the_same_bytes(tmp_path: Path) -> None:
    ours = exports(Path(sys.executable), tmp_path / "ours")
    assert all(ours.values())
    for other in OTHERS:
        assert exports(other, tmp_path / other.parent.parent.name) == ours, other
