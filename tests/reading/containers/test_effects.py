"""Reading has no effects: nothing is written, fetched, or read outside of the given folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from made_files.hostile import VARIANTS
from made_files.reports import RESERVOIR

_READER = """
import json, sys
folder = sys.argv[1]
from armreader.reading.read import read_paths
from armreader.records import Article
seen = []

def note(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        seen.append([event, str(path), bool(flags & 0o3 or flags & 0o1100)])
    elif event.startswith(("socket.", "urllib.", "http.", "os.", "shutil.", "tempfile.")):
        seen.append([event, str(arguments[0]) if arguments else "", False])

sys.addaudithook(note)
read = sum(isinstance(one, Article) for one in read_paths([folder]))
print(json.dumps([read, seen, [sys.prefix, sys.base_prefix, *sys.path]]))
"""
_LOOKS = ("os.scandir", "os.listdir", "os.stat", "os.putenv", "os.posix_spawn", "os.fork")
"""Events that change nothing; a process of its own reads PDF, over pipes."""


_MEMORY = "/proc/self/statm"


@pytest.mark.slow
def test_nothing_is_written_or_fetched_and_no_other_file_is_read(tmp_path: Path) -> None:
    for name, (whole, _) in VARIANTS.items():
        (tmp_path / name).write_bytes(whole)
    remote = "<img src='https://a.example/x'><link rel=stylesheet href='https://a.example/y'>"
    local = "<iframe src='file:///etc/passwd'></iframe><img src='../../secret'>"
    (tmp_path / "page.html").write_text(RESERVOIR.page.replace("</article>", f"{remote}{local}"))
    before = sorted(tmp_path.rglob("*"))
    run = subprocess.run(
        [sys.executable, "-c", _READER, str(tmp_path)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    read, seen, own = json.loads(run.stdout)
    assert read > 2 * len(VARIANTS)
    opened = [
        (path, writes)
        for event, path, writes in seen
        if event == "open" and not path.isdigit() and path != os.devnull
    ]
    assert len(opened) > len(VARIANTS)
    package = str(Path(__file__).parents[3])
    allowed = tuple(filter(None, [*own, str(tmp_path), package, _MEMORY]))
    assert [path for path, writes in opened if writes] == []
    assert [path for path, _ in opened if not path.startswith(allowed)] == []
    assert [event for event in seen if event[0] != "open" and event[0] not in _LOOKS] == []
    assert sorted(tmp_path.rglob("*")) == before
