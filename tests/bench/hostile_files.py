"""Hostile files of every format: what each costs, and whether the file beside it opens.

``PYTHONPATH=tests python tests/bench/hostile_files.py [WORD …]``: each file is read in a process of
its own. At most one line is said about it, within 2 s of the processor and 300 MB, and the report
beside it is there; the exit status is 1 where that fails. What holds many articles takes some
milliseconds for each.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from made_files.hostile import TEXT, variants

MOST_SECONDS, MOST_MB, MOST_WAITED = 2.0, 300.0, 120.0
READER = """
import json, resource, sys
from armreader.reading.read import read_paths
from armreader.records import Article
found = list(read_paths([sys.argv[1]]))
own = [one for one in found if not one.file.startswith("z.txt")]
print(json.dumps({
    "articles": sum(isinstance(one, Article) for one in own),
    "lines": [one.message for one in own if not isinstance(one, Article)],
    "beside": len(own) < len(found),
    "mb": int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1000,
    "seconds": sum(sum(resource.getrusage(who)[:2]) for who in (0, -1)),
}))
"""


def main() -> int:
    wanted = sys.argv[1:]
    tried = over = 0
    with tempfile.TemporaryDirectory() as top:
        for name, kind, make in variants():
            if wanted and not any(word in f"{name} {kind}" for word in wanted):
                continue
            found = measured(Path(top), name, make())
            tried += 1
            over += found.is_over
            print(
                f"{'!!' if found.is_over else '  '} {name:11} {kind:8} {found.seconds:6.2f} s"
                f" {found.mb:5.0f} MB {found.articles:6} articles  {'; '.join(found.lines)[:90]}",
                flush=True,
            )
    print(f"{tried} files, {over} over the limits")
    return bool(over)


class Cost(NamedTuple):
    """What reading a folder with one file and a report took, and what came of it."""

    articles: int
    lines: list[str]
    beside: bool
    mb: float
    seconds: float

    @property
    def is_over(self) -> bool:
        """Whether it is more than it may be."""
        is_costly = self.seconds > MOST_SECONDS or self.mb > MOST_MB
        return is_costly or len(self.lines) > 1 or not self.beside


def measured(folder: Path, name: str, data: bytes) -> Cost:
    (folder / "z.txt").write_text(TEXT)
    (folder / name).write_bytes(data)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READER, str(folder)],
            capture_output=True, text=True, timeout=MOST_WAITED,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Cost(0, [f"takes more than {MOST_WAITED} s"], False, 0.0, MOST_WAITED)
    finally:
        (folder / name).unlink()
    if done.returncode:
        return Cost(0, ["died", *done.stderr.splitlines()[-1:]], False, 0.0, 0.0)
    return Cost(**json.loads(done.stdout))


if __name__ == "__main__":
    sys.exit(main())
