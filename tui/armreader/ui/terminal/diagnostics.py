"""What a report of a display problem needs, in lines that can be pasted."""

from __future__ import annotations

import locale
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from armreader import __version__
from armreader.home import restricted
from armreader.home.folders import folders
from armreader.home.private_file import ASIDE, CRASH
from armreader.reading.small_file import read_small
from armreader.ui.terminal import preflight

_PACKAGES = ("textual", "rich", "rapidfuzz", "platformdirs")
_SHOWN = (
    "TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "TMUX", "STY", "TERM_PROGRAM",
    "SSH_CONNECTION", "ESCDELAY", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DISABLE_KITTY_KEY",
)  # fmt: skip
_ONLY_WHETHER = frozenset({"SSH_CONNECTION", "TMUX", "STY"})
"""Shown only as set or not: their values contain addresses and paths."""

_LARGEST = 1_000_000
"""Bytes of what a run recorded about its end."""


def lines(environ: Mapping[str, str] | None = None) -> list[str]:
    """Each fact on a line of its own: a name, a colon, its value."""
    environ = dict(os.environ if environ is None else environ)  # Textual takes NO_COLOR out
    facts = [
        *_versions(),
        *_terminal(environ),
        ("screen writer", _screen_writer()),
        *_last_time(),
        *((name, _variable(environ, name)) for name in _SHOWN),
        *_folders(),
        *_settings(),
    ]
    width = max(len(name) for name, _ in facts) + 1
    return [_printable(f"{name + ':':{width}} {value}") for name, value in facts]


def _versions() -> list[tuple[str, str]]:
    return [
        ("armreader", __version__),
        ("python", f"{platform.python_version()} on {platform.system()} {platform.release()}"),
        *((name, _version(name)) for name in _PACKAGES),
    ]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _terminal(environ: Mapping[str, str]) -> list[tuple[str, str]]:
    from rich.console import Console

    size = preflight.terminal_size()
    console = Console(stderr=True, force_terminal=True, _environ=environ)
    problem = preflight.check(sys.__stdin__, sys.__stderr__, environ, size)
    streams = (("input", sys.__stdin__), ("output", sys.__stdout__), ("error", sys.__stderr__))
    return [
        ("reader", "can run here" if problem is None else problem),
        ("terminals", ", ".join(name for name, one in streams if one and one.isatty()) or "none"),
        ("size", "{}×{}".format(*size) if size else "unknown"),
        ("colours", console.color_system or "none"),
        ("encoding", f"{locale.getpreferredencoding(False)}, error {sys.stderr.encoding}"),
        ("restricted mode", restricted.summary()),
        ("over SSH", "yes" if preflight.over_ssh(environ) else "no"),
    ]


def _screen_writer() -> str:
    """By the same check that the reader makes when it starts."""
    try:
        from textual.app import App

        from armreader.ui.terminal.screen_writer import reason_to_stand_aside

        reason = reason_to_stand_aside(App[None]().get_driver_class())
    except Exception as error:
        return f"cannot be asked: {type(error).__name__}: {error}"
    return f"off, Textual writes: {reason}" if reason else "on: sends what changed"


def _last_time() -> list[tuple[str, str]]:
    """What the last run recorded about its writer, and the last crash."""
    return [
        ("last time", _last_line(ASIDE) or "was on"),
        ("last crash", _last_line(CRASH) or "none"),
    ]


def _last_line(name: str) -> str:
    try:
        text = read_small(folders().state / name, _LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""
    return text.rstrip().rpartition("\n")[2]


def _variable(environ: Mapping[str, str], name: str) -> str:
    value = environ.get(name)
    if value is None:
        return "not set"
    return "set" if name in _ONLY_WHETHER else repr(value)


def _folders() -> list[tuple[str, str]]:
    where = folders()
    named = (
        ("config", where.config),
        ("data", where.data),
        ("state", where.state),
        ("cache", where.cache),
    )
    return [(f"{name} folder", f"{folder}{_state_of(folder)}") for name, folder in named]


def _settings() -> list[tuple[str, str]]:
    """Every mistake in the settings."""
    from armreader.home.config import read_config
    from armreader.ui.settings import setting_problems

    problems = setting_problems(read_config())
    return [("settings", problem) for problem in problems or ("no mistakes",)]


def _state_of(folder: Path) -> str:
    if not folder.is_dir():
        return " (not there yet)"
    return "" if os.access(folder, os.W_OK) else " (cannot be written)"


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() else "�" for c in line)
