"""Two writers on one notebook, killed at random: is everything that they confirmed still there?

``python tests/notes/kill_writers.py [KILLS [SEED]]`` prints what was found; the exit status is 1
where something was lost. The test suite runs a few rounds of it.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from armreader.notes.anchors import Selector
from armreader.notes.bookmark import Bookmark, Origin, bookmark_id
from armreader.notes.contents import Contents
from armreader.notes.notebook import Notebook
from armreader.records import Span

LIFETIME = 0.06
"""The longest that a writer lives, in seconds."""
ORIGIN = Origin("a-1", "0" * 64, "f.txt", "", "A title", "A source", "", "2023-05", "inferred")


def bookmark_number(number: int) -> Bookmark:
    words = f"Statement {number} " + "is quoted here " * (number % 40)
    selector = Selector(words, "before ", " after", number, number + len(words))
    kept = bookmark_id("a-1", Span(number, number + len(words)))
    return Bookmark(kept, "direct", words, "A speaker", selector, ORIGIN)


@dataclass
class Expected:
    """What the file must hold after everything that was begun and confirmed."""

    present: dict[str, str] = field(default_factory=dict)
    """Comment by id."""
    begun: tuple[str, str, str] | None = None
    confirmed: int = 0

    def told(self, line: str) -> None:
        word, action, bookmark, comment = line.split("\t")
        if word == "begin":
            self.begun = (action, bookmark, comment)
            return
        self.begun, self.confirmed = None, self.confirmed + 1
        if action == "remove":
            del self.present[bookmark]
        else:
            self.present[bookmark] = comment

    def settle(self, held: dict[str, str]) -> list[str]:
        """What is wrong with what the file holds; an action that was cut off may be done or not."""
        if self.begun:
            action, bookmark, comment = self.begun
            done = bookmark not in held if action == "remove" else held.get(bookmark) == comment
            if done:
                self.told("\t".join(("done", *self.begun)))
                self.confirmed -= 1
            self.begun = None
        return [
            f"{bookmark}: expected {comment!r}, found {held.get(bookmark)!r}"
            for bookmark, comment in self.present.items()
            if held.get(bookmark) != comment
        ]


def write_on(path: Path, pipe: int, own: list[str], first: int, seed: int) -> None:
    """Add, comment and remove until killed, telling each action before and after."""
    notebook, chance, number = Notebook(path), random.Random(seed), first
    while True:
        action = chance.choices(("add", "comment", "remove"), (6, 1, 4 if len(own) > 60 else 1))[0]
        comment = ""
        if action == "add" or not own:
            action, number = "add", number + 1
            bookmark = bookmark_number(number)
            told = bookmark.id
        else:
            told = own[chance.randrange(len(own))]
            comment = f"comment {number}" if action == "comment" else ""
        os.write(pipe, f"begin\t{action}\t{told}\t{comment}\n".encode())
        if action == "add":
            notebook.add(bookmark)
            own.append(told)
        elif action == "comment":
            notebook.set_comment(told, comment, [])
        else:
            notebook.remove(told)
            own.remove(told)
        os.write(pipe, f"done\t{action}\t{told}\t{comment}\n".encode())


def start_writer(path: Path, expected: Expected, first: int, seed: int) -> tuple[int, int]:
    """The process id of a new writer, and the pipe that it tells its actions into."""
    read_end, write_end = os.pipe()
    process = os.fork()
    if process:
        os.close(write_end)
        return process, read_end
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        write_on(path, write_end, list(expected.present), first, seed)
    except BaseException as error:
        os.write(2, f"writer failed: {error}\n".encode())
    os._exit(3)


def held_by(contents: Contents) -> dict[str, str]:
    return {bookmark.id: bookmark.comment for bookmark in contents.bookmarks}


def kill_writers(path: Path, kills: int, seed: int) -> tuple[list[str], int, int]:
    """What was lost or broken, how many actions were confirmed, and how many blocks were torn."""
    chance = random.Random(seed)
    both = (Expected(), Expected())
    lost: list[str] = []
    torn = 0
    for round_ in range((kills + 1) // 2):
        running = []
        for number, expected in enumerate(both):
            first = (2 * round_ + number) * 100_000
            running.append(start_writer(path, expected, first, seed * 1_000_003 + first))
        for process, _ in sorted(running, key=lambda _: chance.random()):
            time.sleep(chance.uniform(0, LIFETIME))
            os.kill(process, chance.choice((signal.SIGKILL, signal.SIGHUP)))
        for (process, pipe), expected in zip(running, both, strict=True):
            with os.fdopen(pipe) as lines:
                for line in lines:
                    if line.endswith("\n"):
                        expected.told(line.rstrip("\n"))
            if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) >= 0:
                lost.append("a writer ended by itself")
        contents = Notebook(path).load()
        torn = len(contents.problems)
        for expected in both:
            lost += expected.settle(held_by(contents))
        known = {bookmark for expected in both for bookmark in expected.present}
        lost += [f"{one}: removed, but there" for one in held_by(contents) if one not in known]
    return lost, sum(expected.confirmed for expected in both), torn


def main(kills: int = 1000, seed: int = 1) -> int:
    with tempfile.TemporaryDirectory() as folder:
        lost, confirmed, torn = kill_writers(Path(folder) / "notes.md", kills, seed)
    print(f"{kills} kills, {confirmed} confirmed, {len(lost)} lost or broken, {torn} torn and told")
    for line in lost[:20]:
        print(line)
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
