"""Random keys, pastes and sizes in a real terminal, on a hostile dossier."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from random import Random

from armreader.home.private_file import CRASH
from armreader.ui.keys.commands import COMMANDS
from fuzz.hostile import ATTACKS, make_dossier
from pseudo_terminal import KEYS, READER, PseudoTerminal

FOREIGN = [one.encode() for one in ATTACKS if any(ord(letter) in (27, 144, 155) for letter in one)]
SIZES = ((120, 36), (80, 24), (60, 20), (200, 60), (30, 8), (1, 1))
OTHERS = {
    **KEYS, "home": "\x1b[H", "end": "\x1b[F", "shift+tab": "\x1b[Z", "space": " ",
    "backspace": "\x7f", "delete": "\x1b[3~",
}  # fmt: skip
LEFT_OUT = ("quit", "edit")
BATCH = 50
FIRST = ("3", "=", "n", "u", "r")
"""Correct an event, undo that, reload: what imports most is not left to chance."""
SETTLED = 5_000
"""Keys after which everything has been seen once, and memory should stay."""


def rattle(seed: int, count: int) -> tuple[float, float, list[str]]:
    """Press so many keys: megabytes when settled and at the end, and what went wrong."""
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "dossier")
        make_dossier(folder, chance)
        (folder / "plain.txt").write_text("Bridge opens\n\nThe bridge opened on 3 March 2023.\n")
        environ = {"ARMREADER_HOME": home}
        with PseudoTerminal((*READER, str(folder)), environ=environ) as terminal:
            terminal.wait_for("Kept", 60)  # the tabs are there when all is read
            for key in FIRST:
                terminal.press(key)
                terminal.settle()
            settled = 0.0
            for pressed in range(0, count, BATCH):
                for typed in (_key(chance) for _ in range(BATCH)):
                    os.write(terminal.master, typed)
                    terminal.read(0.03 if typed == b"\x1b" else 0)  # Esc is one by itself
                if chance.random() < 0.2:
                    terminal.resize(*chance.choice(SIZES))
                terminal.settle(0.03)
                wrong = [f"{one!r} was sent" for one in FOREIGN if one in terminal.output]
                if terminal._reap():
                    wrong.append(f"ended with {terminal.status} after {pressed} keys")
                    wrong += _crashes(Path(home))
                if wrong:
                    return settled, 0.0, [f"keys, seed {seed}: {one}" for one in wrong]
                del terminal.output[:]
                if pressed <= SETTLED:
                    settled = megabytes(terminal.pid)
            return settled, megabytes(terminal.pid), []


def _crashes(home: Path) -> list[str]:
    """What the reader wrote of its own end; without that, a crash is found once and never again."""
    return [one.read_text("utf-8") for one in home.rglob(CRASH)]


def _key(chance: Random) -> bytes:
    if chance.random() < 0.02:
        pasted = chance.choice(ATTACKS) + chance.choice(ATTACKS)
        return f"\x1b[200~{pasted.replace(chr(27) + '[201~', '')}\x1b[201~".encode()
    if chance.random() < 0.2:
        return chance.choice("abcdefghnop1234 ").encode()
    command = chance.choice([one for one in COMMANDS if one.id not in LEFT_OUT and one.keys])
    key = chance.choice(command.keys)
    if key.startswith("ctrl+") and len(key) == 6:
        return bytes([ord(key[5]) & 31])
    return OTHERS.get(key, key if len(key) == 1 else "j").encode()


def megabytes(process: int) -> float:
    """The memory that a process has in use."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
