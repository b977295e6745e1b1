"""Commands run fast and apart: a dossier in a forked process, each command with files of its own.

The process that forks has imported what the commands need, which is most of what a start costs.
"""

from __future__ import annotations

import fcntl
import os
import pickle
import resource
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from functools import cache
from importlib import import_module
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from pkgutil import walk_packages
from threading import Thread
from types import MappingProxyType
from typing import IO, NamedTuple, TypeVar

import armreader
from armreader.cli import main
from armreader.records import fence

T = TypeVar("T")

SECONDS = 120
"""Of the processor that all the runs on one dossier may take; they take less than one."""
BY_ITSELF = ("TERM", "COLUMNS", "LINES", "LC_ALL", "LANG", "LESS", "PAGER", "NO_COLOR")
"""Variables that are not inherited, but set by who runs something, or missing."""


class Ended(Exception):
    """The process apart ended before its work did."""


class Ran(NamedTuple):
    """What a command returned, and wrote to its standard output and standard error."""

    code: int
    output: str
    said: str


def apart(
    work: Callable[[], T],
    home: Path,
    environ: Mapping[str, str] = MappingProxyType({}),
    folder: Path | None = None,
) -> T:
    """The result of work in a forked process, with a home, current folder and variables of its own.

    The current folder is the home unless another is given; standard input is empty. Raises
    ``Ended`` where a signal, an exit or an error that nothing caught ends it, or too much time.
    """
    import_what_prints()
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as last_words:
        child = os.fork()
        if not child:
            with suppress(BaseException):
                os.dup2(last_words.fileno(), 2)
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
                _settle(home, environ, folder or home)
                try:
                    pickle.dump(work(), answer)
                    answer.flush()
                except BaseException as error:
                    os.write(2, repr(error).encode())
                    raise
                os._exit(0)
            os._exit(1)
        _, status = os.waitpid(child, 0)
        if status:
            last_words.seek(0)
            words = last_words.read().decode("utf-8", "replace")[-300:]
            raise Ended(f"ended with {os.waitstatus_to_exitcode(status)}: {words}")
        answer.seek(0)
        result: T = pickle.load(answer)
        return result


@cache
def import_what_prints() -> None:
    """Import every module but the screen's, once for all that is forked."""
    for found in walk_packages(armreader.__path__, "armreader."):
        if not found.name.startswith(("armreader.ui", "armreader.__main__")):
            import_module(found.name)


def _settle(home: Path, environ: Mapping[str, str], folder: Path) -> None:
    for name in BY_ITSELF:
        os.environ.pop(name, None)
    os.environ.update(environ, ARMREADER_HOME=str(home))
    home.mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    fence._WATCHER = fence._Watcher()  # the other one's thread is not in this process


def run(command: list[str], columns: int = 0) -> Ran:
    """Run a command in this process, on a terminal of so many columns or, of none, on files.

    What it raises is raised.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as said:
        with _terminal(output, columns) if columns else nullcontext(output.fileno()) as out:
            err = out if columns else said.fileno()
            with _standard(out, err):
                try:
                    code = main(command)
                except SystemExit as ended:
                    code = int(ended.code or 0)
        return Ran(code, _written(output), _written(said))


def start(command: list[str]) -> Ran:
    """Run a command in a process of its own, on files, with the variables of this one."""
    done = subprocess.run(
        [sys.executable, "-m", "armreader", *command], stdin=subprocess.DEVNULL, capture_output=True
    )
    return Ran(done.returncode, _text(done.stdout), _text(done.stderr))


@contextmanager
def _terminal(output: IO[bytes], columns: int) -> Iterator[int]:
    """A terminal whose output goes to a file, as it was sent."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def copy() -> None:
        with suppress(OSError):  # how the end of a terminal reads
            while data := os.read(master, 65536):
                output.write(data)

    thread = Thread(target=copy)
    thread.start()
    try:
        yield slave
    finally:
        os.close(slave)
        thread.join()
        os.close(master)


@contextmanager
def _standard(out: int, err: int) -> Iterator[None]:
    """Standard output and error on other descriptors, for Python and for whatever writes below."""
    before = sys.stdout, sys.stderr
    for stream in before:
        stream.flush()
    kept = os.dup(1), os.dup(2)
    os.dup2(out, 1)
    os.dup2(err, 2)
    streams = [
        TextIOWrapper(BufferedWriter(FileIO(one, "wb", closefd=False)), "utf-8") for one in (1, 2)
    ]
    sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
        for stream in streams:
            with suppress(OSError, ValueError):
                stream.close()
        for descriptor, kept_one in enumerate(kept, 1):
            os.dup2(kept_one, descriptor)
            os.close(kept_one)


def _written(file: IO[bytes]) -> str:
    file.seek(0)
    return _text(file.read())


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
