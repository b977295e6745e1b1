"""Walls in the kernel: what they refuse, in a process of its own that cannot take them down."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROBE = """
import os, socket, subprocess, sys, threading
from pathlib import Path
from armreader.home.kernel import wall
own, outside = map(Path, sys.argv[1:])
print(*wall([own, Path("/dev/null"), own / "missing"]), sep=";")

def tried(name, act):
    try:
        act()
        print(name, "done")
    except PermissionError:
        print(name, "refused")

tried("own", lambda: (own / "a").write_text("x"))
tried("own-rename", lambda: (own / "a").rename(own / "b"))
tried("null", lambda: Path("/dev/null").write_text("x"))
tried("read", lambda: (outside / "old").read_text())
tried("pair", socket.socketpair)
tried("thread", lambda: threading.Thread(target=int).start())
tried("write", lambda: (outside / "old").write_text("x"))
tried("make", lambda: (outside / "new").mkdir())
tried("remove", lambda: (outside / "old").unlink())
tried("link", lambda: (outside / "link").symlink_to("/etc"))
tried("run", lambda: subprocess.run(["/bin/true"]))
tried("exec", lambda: os.execv("/bin/true", ["true"]))
tried("inet", socket.socket)
tried("unix", lambda: socket.socket(socket.AF_UNIX))
"""
OPEN = ("own", "own-rename", "null", "read", "pair", "thread")
BY_LANDLOCK = ("write", "make", "remove", "link")
BY_EITHER = ("run", "exec")
BY_SECCOMP = ("inet", "unix")


def test_the_kernel_refuses_what_is_not_read_or_written_below_the_folder(tmp_path: Path) -> None:
    own, outside = tmp_path / "own", tmp_path / "outside"
    own.mkdir()
    outside.mkdir()
    (outside / "old").write_text("kept")
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(own), str(outside)],
        capture_output=True,
        text=True,
        check=True,
    )
    walls, *lines = done.stdout.splitlines()
    if not walls:
        pytest.skip("this kernel has no walls")
    found = dict(line.split(" ") for line in lines)
    shut = [*BY_EITHER]
    shut += BY_LANDLOCK if "Landlock" in walls else ()
    shut += BY_SECCOMP if "seccomp" in walls else ()
    assert {name: found[name] for name in OPEN} == dict.fromkeys(OPEN, "done")
    assert {name: found[name] for name in shut} == dict.fromkeys(shut, "refused")
    assert "Landlock" not in walls or [one.name for one in outside.iterdir()] == ["old"]
