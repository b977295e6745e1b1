"""The launcher of restricted mode: a login shell or a ForceCommand.

It runs in an interpreter started with ``-I``, so that none of the user's variables and folders can
affect it.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from pathlib import Path
from typing import NamedTuple, NoReturn

from armreader.cli import main
from armreader.cli.restricted_arguments import OPTION, refuse
from armreader.home import restricted
from armreader.home.standard_error import tell

CONFIG = Path("/etc/armreader/restricted.toml")
"""Of the administrator: ``dossiers``, a list of paths; ``allow``, a list of acts; ``home``."""
_FOR = "--for"
"""Followed by the name of the person whose key it is."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_SHELL_WORDS = frozenset(("-l", "--login", "-"))
"""What login(1) and sshd pass to a shell."""


class Setup(NamedTuple):
    """What the administrator chose."""

    dossiers: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    home: Path | None = None


def launch(config: Path = CONFIG) -> NoReturn:
    """Be a login shell or a forced command: open what the administrator chose, and nothing else."""
    if not sys.flags.isolated:
        tell("the launcher of restricted mode must be run by python -I; nothing was opened")
        sys.exit(2)
    login, rest = login_of([word for word in sys.argv[1:] if word not in _SHELL_WORDS])
    if rest:
        refuse("runs no command")
    os.environ.pop("ARMREADER_RESTRICTED_ALLOW", None)
    setup = read_setup(config)
    os.environ["ARMREADER_RESTRICTED_ALLOW"] = " ".join(setup.allow)
    restricted.restrict(os.environ, setup.home / login if setup.home else None)
    sys.exit(main([OPTION, *setup.dossiers]))


def login_of(words: list[str]) -> tuple[str, list[str]]:
    """Whose folder is used, and the remaining words.

    ``--for NAME``, in the command of a key in ``authorized_keys``, gives the same folder each time;
    without it a login has one of its own, which no other login sees.
    """
    if words[:1] == [_FOR]:
        if len(words) < 2 or not _NAME.fullmatch(words[1]):
            refuse(f"needs a name of letters and digits after {_FOR}")
        return words[1], words[2:]
    return f"login-{time.time_ns():x}-{os.getpid()}", words


def read_setup(config: Path) -> Setup:
    """The administrator's file; exits with one line if it is not the administrator's, or wrong."""
    import tomllib

    from armreader.reading.small_file import read_small

    try:
        about = config.stat()
        if about.st_uid != 0 or stat.S_IMODE(about.st_mode) & 0o022:
            refuse(f"needs {config} to be root's, and writable by nobody else")
        table = tomllib.loads(read_small(config, 100_000).decode())
    except (OSError, ValueError, RecursionError) as error:
        refuse(f"cannot read {config}: {error}")
    dossiers, allow, home = (table.get(name) for name in ("dossiers", "allow", "home"))
    if not isinstance(dossiers, list) or not dossiers or not all(map(_is_path, dossiers)):
        refuse(f"needs a list of absolute paths, dossiers, in {config}")
    if not isinstance(allow or [], list) or not set(allow or ()) <= set(restricted.OPENABLE):
        refuse(f"may allow only {', '.join(restricted.OPENABLE)} in {config}")
    if home is not None and not _is_path(home):
        refuse(f"needs home to be an absolute path in {config}")
    return Setup(tuple(dossiers), tuple(allow or ()), Path(home) if home else None)


def _is_path(value: object) -> bool:
    return isinstance(value, str) and value.startswith("/")
