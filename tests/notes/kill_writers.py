"""Two writers on one notebook are killed at random: is everything that they confirmed still there?

They add, comment, rename, merge, order and remove bookmarks, and write corrections into one file.

``python tests/notes/kill_writers.py [KILLS [SEED]]`` prints what was found; the exit status is 1
if something was lost. The test suite runs a few rounds of it.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from armreader.home.corrections import add_correction
from armreader.notes.bookmark import Bookmark, Origin, Own, bookmark_id
from armreader.notes.contents import Contents
from armreader.notes.notebook import Notebook
from armreader.reading.corrections import read_corrections
from armreader.records import Correction, Span
from armreader.story.anchors import Selector

ACTIONS = ("add", "comment", "remove", "wording", "part", "move", "correct")
LIFETIME = 0.1
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
    """What was confirmed: nothing by a bookmark's id, then by ``id/comment``, ``id/wording`` and
    ``id/part`` what was said of it, and by a correction's subject its value."""
    begun: tuple[str, str, str] | None = None
    confirmed: int = 0

    def note(self, line: str) -> None:
        word, action, bookmark, comment = line.split("\t")
        if word == "begin":
            self.begun = (action, bookmark, comment)
            return
        self.begun, self.confirmed = None, self.confirmed + 1
        if action == "remove":
            for key in [one for one in self.present if one.split("/")[0] == bookmark]:
                del self.present[key]
        elif action != "move":
            self.present[_key(action, bookmark)] = comment

    def settle(self, held: dict[str, str]) -> list[str]:
        """What is wrong with what the file holds; an action that was cut off may be done or not."""
        if self.begun:
            action, bookmark, comment = self.begun
            key = _key(action, bookmark)
            done = bookmark not in held if action == "remove" else held.get(key) == comment
            if done and action != "move":
                self.note("\t".join(("done", *self.begun)))
                self.confirmed -= 1
            self.begun = None
        return [
            f"{bookmark}: expected {comment!r}, found {held.get(bookmark)!r}"
            for bookmark, comment in self.present.items()
            if held.get(bookmark) != comment
        ]


def _key(action: str, bookmark: str) -> str:
    """Under what an action is confirmed."""
    return bookmark if action in ("add", "correct") else f"{bookmark}/{action}"


def write_on(path: Path, pipe: int, own: list[str], first: int, seed: int) -> None:
    """Do one thing after another until killed, telling each before and after."""
    notebook, chance, number = Notebook(path), random.Random(seed), first
    while True:
        action = chance.choices(ACTIONS, (8, 1, 4 if len(own) > 60 else 1, 2, 1, 2, 2))[0]
        comment = ""
        if action == "add" or not own:
            action, number = "add", number + 1
            bookmark = bookmark_number(number)
            key = bookmark.id
        else:
            key = own[chance.randrange(len(own))]
            number += 1
            comment = f"{action} {number}" if action in ("comment", "wording", "correct") else ""
            if action == "part":
                comment = own[chance.randrange(len(own))]
            if action == "correct":
                key = f"a-{number % 0xFFFFFFFFFF:010x}@1"
        os.write(pipe, f"begin\t{action}\t{key}\t{comment}\n".encode())
        if action == "add":
            notebook.add(bookmark)
            own.append(key)
        elif action == "comment":
            notebook.set_comment(key, comment, [])
        elif action == "wording":
            notebook.set_own(key, partial(_with, wording=comment))
        elif action == "part":
            notebook.set_own(key, partial(_with, part_of=comment))
        elif action == "move":
            notebook.move(key, own[chance.randrange(len(own))])
        elif action == "correct":
            add_correction(corrections_of(path), Correction("call", key, comment))
        else:
            notebook.remove(key)
            own.remove(key)
        os.write(pipe, f"done\t{action}\t{key}\t{comment}\n".encode())


def _with(own: Own, **changes: str) -> Own:
    return replace(own, **changes)


def corrections_of(path: Path) -> Path:
    """The corrections beside a notebook."""
    return path.with_name("corrections") / "corrections.txt"


def start_writer(path: Path, expected: Expected, first: int, seed: int) -> tuple[int, int]:
    """The process id of a new writer, and the pipe that it tells its actions into."""
    read_end, write_end = os.pipe()
    process = os.fork()
    if process:
        os.close(write_end)
        return process, read_end
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        kept = [one for one in expected.present if one.startswith("b-") and "/" not in one]
        write_on(path, write_end, kept, first, seed)
    except BaseException as error:
        os.write(2, f"writer failed: {error}\n".encode())
    os._exit(3)


def held_by(contents: Contents, path: Path) -> dict[str, str]:
    """What the files hold, by the keys of ``Expected.present``."""
    held: dict[str, str] = {}
    for one in contents.bookmarks:
        held[one.id] = ""
        said = {"comment": one.comment, "wording": one.own.wording, "part": one.own.part_of}
        held |= {f"{one.id}/{name}": value for name, value in said.items() if value}
    found, problems = read_corrections(corrections_of(path))
    assert not problems
    return held | {one.subject: one.value for one in found}


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
                        expected.note(line.rstrip("\n"))
            if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) >= 0:
                lost.append("a writer ended by itself")
        contents = Notebook(path).load()
        torn = len(contents.problems)
        for expected in both:
            lost += expected.settle(held_by(contents, path))
        known = {key.split("/")[0] for expected in both for key in expected.present}
        lost += [
            f"{one.id}: removed, but there" for one in contents.bookmarks if one.id not in known
        ]
    return lost, sum(expected.confirmed for expected in both), torn


def main(kills: int = 1000, seed: int = 1) -> int:
    # Under nohup a writer that is ended before it begins would live on.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    with tempfile.TemporaryDirectory() as folder:
        lost, confirmed, torn = kill_writers(Path(folder) / "notes.md", kills, seed)
    print(f"{kills} kills, {confirmed} confirmed, {len(lost)} lost, {torn} torn but reported")
    for line in lost[:20]:
        print(line)
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
