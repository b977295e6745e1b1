"""What every test shares: no test writes outside its own temporary folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["bakery"]

settings.register_profile("armreader", deadline=None)  # how long things take is shown by make bench
settings.load_profile("armreader")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh ``$ARMREADER_HOME``, so that notes and state of the machine's user stay untouched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ARMREADER_HOME", str(home))
    return home
