"""The walk through restricted mode: every command and key with every hostile variable set.

The system calls are watched with strace, which sees whatever is run, called, opened or changed.
"""

from __future__ import annotations

import re
from pathlib import Path

from armreader.ui.keys.commands import COMMANDS
from pseudo_terminal import KEYS, PYTHON, READER, PseudoTerminal

EVERYWHERE = "1234Bpcmw"
"""The keys of every pane and page."""
TEXT = """\
Ferry to call at the north basin

The ferry will call at the north basin from May, the harbour office said on 3 March 2021. “We are
ready for it,” said Ada Quill, who chairs the board.
"""
BACKGROUND = re.compile(r"/dev/(null|tty)|^/proc/|pipe:|/dev/pts/")
WRITES = re.compile(
    r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)", [^)]*O_(?:WRONLY|RDWR|CREAT)[^)]*\) = \d'
)
TYPED = {
    **KEYS,
    **{f"ctrl+{letter}": chr(ord(letter) & 31) for letter in "abcdefghijklmnopqrstuvwxyz"},
    "shift+tab": "\x1b[Z", "home": "\x1b[H", "end": "\x1b[F", "space": " ",
    "backspace": "\x7f", "delete": "\x1b[3~",
}  # fmt: skip
CHANGES = re.compile(
    r"\b(?:creat|mkdir|mkdirat|rename\w*|unlink\w*|link|linkat|symlink\w*|truncate|f?chmod\w*)"
    r"\(.*\) = \d"
)
WATCHED = (
    *("execve", "execveat", "socket", "connect", "open", "openat", "openat2", "creat", "mkdir"),
    *("mkdirat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat"),
    *("symlink", "symlinkat", "truncate", "chmod", "fchmodat"),
)
"""System calls; not every machine has each."""
CALLS = re.compile(r"\b(?:execve|execveat)\(|\bsocket\(AF_(?!UNIX)|\bconnect\(")


def make_desk(folder: Path) -> Path:
    """A dossier, and programs and modules that leave a trace where they run."""
    (folder / "dossier").mkdir()
    (folder / "dossier" / "ferry.txt").write_text(TEXT)
    for program in ("editor", "less", "sh", "xdg-open"):
        (folder / program).write_text(f"#!/bin/sh\n: > '{folder}/ran'\n")
        (folder / program).chmod(0o755)
    for module in ("sitecustomize", "usercustomize", "driver", "startup"):
        (folder / f"{module}.py").write_text(f"open({str(folder / 'ran')!r}, 'w').close()\n")
    return folder


def hostile(desk: Path) -> dict[str, str | None]:
    """Every variable that has run or written something without restricted mode, or could."""
    programs = ("EDITOR", "VISUAL", "PAGER", "BROWSER", "LESSOPEN", "SHELL")
    folders = ("ARMREADER_HOME", "HOME", "TMPDIR")
    kinds = ("DATA", "CONFIG", "STATE", "CACHE")
    return {
        **dict.fromkeys(programs, str(desk / "editor")),
        **dict.fromkeys(folders, str(desk / "written-home")),
        **{f"XDG_{kind}_HOME": str(desk / "written-xdg") for kind in kinds},
        "PATH": f"{desk}:/usr/bin:/bin",
        "TEXTUAL_LOG": str(desk / "written-log"), "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(desk), "TEXTUAL_SCREENSHOT_FILENAME": "written.svg",
        "TEXTUAL_PRESS": "E", "TEXTUAL_DRIVER": "os:system", "TEXTUAL": "devtools",
    }  # fmt: skip


def hostile_to_python(desk: Path) -> dict[str, str | None]:
    """What Python itself obeys unless it is isolated, as the launcher starts it."""
    return {
        "PYTHONPATH": str(desk), "PYTHONSTARTUP": str(desk / "startup.py"), "PYTHONINSPECT": "1",
        "PYTHONUSERBASE": str(desk), "PYTHONBREAKPOINT": "os.system", "TEXTUAL_DRIVER": "driver:D",
        "PYTHONPYCACHEPREFIX": str(desk / "written-cache"),
    }  # fmt: skip


def press_everything(terminal: PseudoTerminal, places: str = "") -> None:
    """Whatever writes, runs or copies elsewhere; in the places every key and command there is."""
    terminal.wait_for("Ferry to call", 60)
    terminal.settle()
    for key in ("E", "b", "a", "words\r", "y", "=", "u", "d", "v", "b", "E", "\x1b", "r", "z", "z"):
        terminal.press(key)
        terminal.settle(0.05)
    for pane in "1234":
        terminal.press(pane, "j", "E", "a", "b", "y", "=")
        terminal.settle(0.05)
    for page in "Bpcmw":
        terminal.press("escape")
        terminal.settle(0.05)
        terminal.press(page, "E", "a", "d", "y")
        terminal.settle(0.05)
    terminal.press("escape")
    terminal.settle(0.05)
    terminal.press(":", "editor\r")
    terminal.settle(0.05)
    terminal.press("escape")
    terminal.settle()
    if places:
        press_each_command(terminal, places)
    terminal.press("\x1a", "\x1c")
    for _ in range(3):  # out of whatever is open
        terminal.settle(0.05)
        terminal.press("escape")
    terminal.settle()
    terminal.press("q")
    assert terminal.wait_for_end(60) == 0


def press_each_command(terminal: PseudoTerminal, places: str) -> None:
    """Every key of every command, in each pane and view; what opens a prompt is given words."""
    keys = [key for one in COMMANDS if one.id != "quit" for key in one.keys]
    for place in places:
        for key in keys:
            terminal.press("escape")
            terminal.read(0.02)  # Esc is one by itself
            terminal.press(place, TYPED.get(key, key if len(key) == 1 else "j"))
            terminal.press("x", "\r")
        terminal.settle(0.05)
        terminal.press("escape")
        terminal.settle(0.05)
    for command in COMMANDS:
        if command.id != "quit":
            terminal.press(":", *command.id, "\r")
            terminal.settle(0.03)
            terminal.press("escape")
            terminal.settle(0.03)
    terminal.press("escape")
    terminal.settle()


def watch(desk: Path, places: str) -> list[str]:
    """Walk through the places under strace: each call that runs, calls, writes or changes."""
    trace = desk / "trace"
    calls = "trace=" + ",".join(f"?{name}" for name in WATCHED)
    strace = ("strace", "-f", "-qq", "-e", calls, "-o", str(trace))
    command = (*strace, PYTHON, "-IB", *READER[1:], "--restricted", str(desk / "dossier"))
    environ = hostile(desk) | hostile_to_python(desk)
    with PseudoTerminal(command, environ=environ) as terminal:
        press_everything(terminal, places)
    first, *rest = trace.read_text().splitlines()
    assert "execve" in first
    return [line for line in rest if is_seen_outside(line)]


def is_seen_outside(call: str) -> bool:
    """Whether a system call runs, calls or changes something, or opens a file to write it."""
    if CALLS.search(call) or CHANGES.search(call):
        return True
    written = WRITES.search(call)
    return bool(written and not BACKGROUND.search(written[1]))
