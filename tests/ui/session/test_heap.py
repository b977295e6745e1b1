"""Threads share a heap: none is made for each."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from armreader.ui.session.heap import share_the_heap
from fuzz.runs import apart


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_glibc_takes_it(tmp_path: Path) -> None:
    assert apart(share_the_heap, tmp_path)


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> int:
        raise OSError

    monkeypatch.setattr("_ctypes.dlsym", missing)
    assert not share_the_heap()
