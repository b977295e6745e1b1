"""The options of a command as records: what completions, the manual and the reference print."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import NamedTuple

from armreader.cli.command import Command


class Option(NamedTuple):
    """One argument of a command; ``flags`` is empty for a positional one."""

    flags: tuple[str, ...]
    value: str
    """What stands for its value in a usage line; empty for a switch."""
    choices: tuple[str, ...]
    help: str

    @property
    def is_path(self) -> bool:
        """Whether its value is a file or folder."""
        return self.value in ("PATH", "FILE")

    @property
    def spelling(self) -> str:
        """As the reference and the manual show it: ``--top N``, ``PATH …``."""
        value = "|".join(self.choices) or self.value
        if not self.flags:
            return f"{value} …" if value == "PATH" else value
        return f"{', '.join(self.flags)} {value}".rstrip()


def options_of(command: Command) -> tuple[Option, ...]:
    """All arguments of a command, in the order of its help."""
    found = []
    for action in command.parser()._actions:
        if action.help == SUPPRESS:
            continue
        takes_value = action.nargs != 0
        value = action.metavar or action.dest.upper()
        found.append(
            Option(
                tuple(action.option_strings),
                str(value) if takes_value else "",
                tuple(map(str, action.choices or ())),
                " ".join((action.help or "").split()),
            )
        )
    return tuple(found)
