"""Restricted mode: a reading account that many people share, from which nothing gets out.

``--restricted`` or ``ARMREADER_RESTRICTED`` turns it on; nothing turns it off. The table below says
what it shuts; ``ARMREADER_RESTRICTED_ALLOW`` opens some of it again, as ``LESSSECURE_ALLOW`` does
for less(1). A wall in the interpreter holds even where a room forgets it, and one in the kernel
(``kernel.py``) where the interpreter is got round.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Literal, get_args

Act = Literal["look", "run", "write", "copy", "print", "paths"]
"""What a command does: only show; run a program; write a file; copy to the clipboard; print what
is in the dossier; take a path of the user's own."""

OPENABLE = ("write", "copy", "print", "paths")
"""What may be allowed; a program is never run."""
_VARIABLE, _ALLOW = "ARMREADER_RESTRICTED", "ARMREADER_RESTRICTED_ALLOW"
_KEPT = (
    *("TERM", "COLORTERM", "LANG", "LANGUAGE", "NO_COLOR", "TMUX", "STY", "TZ", "PATH"),
    *("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", _VARIABLE, _ALLOW),
)
"""The only variables that are taken, besides ``LC_*``."""
_NOWHERE = Path("/dev/null/armreader")
"""A folder that nobody can make: nothing is kept."""
_LIMITS = (
    (resource.RLIMIT_FSIZE, 64 << 20),
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_NOFILE, 256),
    (resource.RLIMIT_AS, 4 << 30),
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_RUNS = (
    *("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn"),
    *("os.fork", "os.forkpty"),
)
_CALLS = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo")
_CHANGES = (
    *("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.chown", "os.utime", "sqlite3.connect"),
)
_TERMINAL = ("/dev/null", "/dev/tty")

_state: dict[str, frozenset[str] | tuple[str, ...] | Path | None] = {
    "allowed": None,
    "home": None,
    "kernel": (),
}


def is_on() -> bool:
    """Whether restricted mode is on."""
    return _state["allowed"] is not None


def permits(act: Act) -> bool:
    """Whether what a command does may be done."""
    allowed = _state["allowed"]
    return not isinstance(allowed, frozenset) or act == "look" or act in allowed


def home() -> Path | None:
    """In restricted mode, the one folder that may be written; None where it is off."""
    if not is_on():
        return None
    found = _state["home"]
    return found if isinstance(found, Path) and permits("write") else _NOWHERE


def restrict(environ: MutableMapping[str, str], folder: Path | None = None) -> None:
    """Turn it on for this process and all that it starts; ``folder``: where it may write."""
    for number in (signal.SIGTSTP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)
    if is_on():
        return
    words = environ.get(_ALLOW, "").replace(",", " ").split()
    _state["allowed"] = frozenset(word for word in words if word in OPENABLE)
    _state["home"] = folder.absolute() if folder else None
    for name in list(environ):
        if name not in _KEPT and not name.startswith("LC_"):
            del environ[name]
    environ[_VARIABLE] = "1"
    sys.dont_write_bytecode = True
    os.umask(0o077)
    for limit, most in _LIMITS:
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))
    own = home()
    if own and own != _NOWHERE:
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
    writable = [*map(Path, (*_TERMINAL, "/dev/pts")), *filter(None, [own])]
    from armreader.home.kernel import wall

    _state["kernel"] = wall(writable)
    sys.addaudithook(_wall)


def summary() -> str:
    """What is shut and what may be written, for the diagnostics."""
    if not is_on():
        return "off"
    shut = [act for act in get_args(Act) if not permits(act)]
    kept = home()
    walls = _state["kernel"]
    kernel = ", ".join(map(str, walls)) if isinstance(walls, tuple) and walls else "no wall"
    writes = "nothing" if kept == _NOWHERE else kept
    return f"on; shut: {', '.join(shut)}; writes {writes}; in the kernel: {kernel}"


def _wall(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what must not happen, whoever asks for it; no hook can be taken out again."""
    if event in _RUNS or event in _CALLS:
        raise PermissionError(f"not in restricted mode: {event}")
    if event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & _WRITES:
            _refuse_outside(path)
    elif event in _CHANGES:
        for path in arguments[: 2 if event in ("os.rename", "os.link", "os.symlink") else 1]:
            _refuse_outside(path)


def _refuse_outside(path: object) -> None:
    if isinstance(path, int) or path in _TERMINAL or path == ":memory:":
        return
    own = home()
    place = os.path.realpath(os.fsdecode(path)) if isinstance(path, (str, bytes, Path)) else ""
    if own is None or not Path(place).is_relative_to(os.path.realpath(own)):
        raise PermissionError("restricted mode writes nothing here")
