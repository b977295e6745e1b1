"""The manual page in roff (man(7)), made from the tables of commands and keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from armreader import __version__
from armreader.cli.command import DONE, EXIT_CODES, Command
from armreader.cli.options import options_of
from armreader.cli.printing import write
from armreader.cli.settings import SETTINGS, VARIABLES

DATE = "2026-11-28"
"""The day of the release, as the changelog has it."""


def print_manual(commands: Sequence[Command]) -> int:
    """Print the manual page."""
    from armreader.cli.reader import rows_of_keys

    write(manual(commands, rows_of_keys()))
    return DONE


def manual(commands: Sequence[Command], keys: Sequence[tuple[str, str, str]]) -> str:
    """The page; ``keys`` are rows of group, keys and what they do."""
    return "\n".join(_lines(commands, keys)) + "\n"


def _lines(commands: Sequence[Command], keys: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    yield f'.TH ARMREADER 1 {DATE} "armreader {__version__}" "User Commands"'
    yield ".SH NAME"
    yield r"armreader \- read a dossier, many reports on one story, in the terminal"
    yield ".SH SYNOPSIS"
    yield ".B armreader"
    yield r"[\fIPATH\fR ...]"
    yield ".br"
    yield ".B armreader"
    yield r"\fICOMMAND\fR [\fIPATH\fR ...] [\fIoptions\fR]"
    yield ".SH DESCRIPTION"
    yield _text(
        "Opens files, folders and patterns, or - for standard input, as one dossier: its articles,"
        " a timeline of the events and the quotes with their speakers. Every row is a stretch of a"
        " source. Without a path it opens the dossier read last, or at first the bundled one."
    )
    yield ".SH COMMANDS"
    for command in commands:
        yield ".TP"
        yield f".B {_text(command.name)}"
        yield _sentence(command.summary)
        options = [one for one in options_of(command) if "-h" not in one.flags]
        if options:
            yield ".RS"
        for option in options:
            yield ".TP"
            yield f".B {_text(option.spelling)}"
            yield _sentence(option.help)
        if options:
            yield ".RE"
    yield ".SH KEYS"
    for group, rows in groupby(keys, key=lambda row: row[0]):
        yield f".SS {_text(group)}"
        for _, names, what in rows:
            yield ".TP"
            yield f".B {_text(names)}"
            yield _sentence(what)
    yield ".SH SETTINGS"
    yield _text("In config.toml in the folder of settings:")
    yield from _definitions(SETTINGS)
    yield ".SH ENVIRONMENT"
    yield from _definitions(VARIABLES)
    yield ".SH EXAMPLES"
    for command in commands:
        yield ".TP"
        yield f".B armreader {_text(command.example)}"
        yield _sentence(command.summary)
    yield ".SH EXIT STATUS"
    for line in EXIT_CODES.splitlines()[1:]:
        number, _, what = line.strip().partition(" ")
        yield ".TP"
        yield f".B {number}"
        yield _sentence(what.strip())


def _definitions(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, what in rows:
        yield ".TP"
        yield f".B {_text(name)}"
        yield _sentence(what)


def _sentence(text: str) -> str:
    return _text(text[:1].upper() + text[1:].rstrip(".") + ".")


def _text(text: str) -> str:
    """Words as roff shows them: its own signs escaped, letters beyond ASCII by their number."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    safe = "".join(one if one.isascii() else f"\\[u{ord(one):04X}]" for one in safe)
    return f"\\&{safe}" if safe[:1] in ("'", ".") else safe
