"""What every test shares: no test writes outside its own temporary folder."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["bakery"]

gc.set_threshold(100_000, 100, 100)  # what is made while tests are collected holds little garbage

settings.register_profile("armreader", deadline=None)  # how long things take is shown by make bench
settings.load_profile("armreader")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New folders; pytest's own way looks through all there are for each."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh ``$ARMREADER_HOME``, so that notes and state of the machine's user stay untouched."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("ARMREADER_HOME", str(home))
    return home


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end: no search for cycles needs to walk them."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


_LONG = Path(__file__).with_name("slow.txt")
"""Tests that take more than half a second by themselves, as ``FILE::TEST``, one a line."""
_SLOW = ("PseudoTerminal", "pexpect", "subprocess", "test_screen_writer", "kill_")


_FIRST = ("test_bytes.py", "test_hostile.py", "test_restricted.py", "test_wheel.py")
"""Files with tests of half a minute, which are not left to a single worker at the end."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Two a core where slow tests are run: those wait for terminals half the time."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ or config.option.markexpr == "not slow":
        return None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return 2 * (cores or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What starts terminals or processes, or takes long, is slow; ``make quick`` leaves it out.

    The longest come first.
    """
    items.sort(key=lambda item: item.path.name not in _FIRST)
    long = frozenset(_LONG.read_text(encoding="utf-8").split())
    slow = {
        path: any(word in path.read_text(encoding="utf-8") for word in _SLOW)
        for path in {item.path for item in items}
    }
    for item in items:
        name = f"tests/{item.path.relative_to(_LONG.parent)}::{item.name.partition('[')[0]}"
        if slow[item.path] or name in long:
            item.add_marker(pytest.mark.slow)
