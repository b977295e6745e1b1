"""The launcher of restricted mode: a login shell or a ForceCommand.

It runs in an interpreter that was started with ``-I``, so
that no variable and no folder of the user's has had a say before it.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn

from armreader.cli import main
from armreader.cli.restricted_arguments import OPTION, refuse
from armreader.home import restricted
from armreader.home.standard_error import tell

CONFIG = Path("/etc/armreader/restricted.toml")
"""Of the administrator: ``dossiers``, a list of paths; ``allow``, a list of acts; ``home``."""
_SHELL_WORDS = frozenset(("-l", "--login", "-"))
"""What login(1) and sshd give to a shell."""


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
    if [word for word in sys.argv[1:] if word not in _SHELL_WORDS]:
        refuse("runs no command")
    os.environ.pop("ARMREADER_RESTRICTED_ALLOW", None)
    setup = read_setup(config)
    os.environ["ARMREADER_RESTRICTED_ALLOW"] = " ".join(setup.allow)
    restricted.restrict(os.environ, setup.home)
    sys.exit(main([OPTION, *setup.dossiers]))


def read_setup(config: Path) -> Setup:
    """The administrator's file; ends with a line where it is anybody else's, or wrong."""
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
