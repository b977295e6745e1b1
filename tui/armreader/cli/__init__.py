"""Arguments to the app, or to a printed report; imports textual only to open the app."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from armreader import __version__
from armreader.cli.command import BROKEN_PIPE, DONE, EXIT_CODES, FAILED, INTERRUPTED
from armreader.cli.commands import BY_NAME, COMMANDS
from armreader.cli.printing import write
from armreader.cli.reader import open_reader
from armreader.home.standard_error import tell

_LASTING = ("read", "library", "index", "stories", "export")
"""Commands that go on for long, or that leave garbage behind as they go."""
_NEAR = 0.75
"""How similar a word must be to a command's name to count as a mistyped one."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    _set_encodings()
    if "--restricted" in given or os.environ.get("ARMREADER_RESTRICTED"):
        from armreader.cli.restricted_arguments import enter

        given = enter(given)
    if arguments is None:
        gc.disable()  # what a command prints lasts until it ends
    try:
        code = _dispatch(given)
        if sys.stdout is not None:
            sys.stdout.flush()
        if arguments is None:
            gc.freeze()  # else all that was made is searched for cycles before the process ends
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return BROKEN_PIPE
    except OSError as error:
        tell(f"not all output was written: {error.strerror or error}")
        _close_output()
        return FAILED
    except Exception as error:
        from armreader.home.crash import kept_crash

        tell(kept_crash(error))
        return FAILED


def _close_output() -> None:
    """Redirect standard output, so that the exit does not try to write the rest."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(given: list[str]) -> int:
    if given[:1] in (["-h"], ["--help"]):
        write(_help() + "\n")
        return DONE
    if given[:1] in (["-V"], ["--version"]):
        write(f"armreader {__version__}\n")
        return DONE
    given = [_as_path(word) for word in given]
    names = (" ".join(given[:words]) for words in (2, 1))
    command = next((BY_NAME[name] for name in names if name in BY_NAME), None)
    rest = given[len(command.name.split()) :] if command else given
    if command is None and (meant := _meant(given)):
        tell(f"there is no command or file {given[0]}; {meant}")
        return FAILED
    if command is None and _holds_stories(rest) and _may_print():
        from armreader.cli.library import open_library_of

        gc.enable()
        return open_library_of(rest)
    command = command or BY_NAME["read"]
    if command.name in _LASTING:
        gc.enable()
    if command.name not in ("read", "keys", "diagnostics") and not _may_print():
        tell(f"restricted mode does not print: {command.name}")
        return FAILED
    if command.name == "read" and not any(word.startswith("-") for word in rest):
        return open_reader(rest)  # nothing to parse, so the reader need not wait for argparse
    return command.run(command.parser().parse_intermixed_args(rest))


_ON_SCREEN = {"differ": "disagreements", "kept": "notes", "bookmarks": "notes", "text": "read"}
"""What the screen, or a person, calls what a command prints."""


def _meant(given: list[str]) -> str:
    """What to do instead, where the first word is neither a command nor a file; else empty.

    A word before paths was meant as a command, however far it is from one.
    """
    word = given[0] if given else ""
    if not word.isalpha() or Path(word).exists():
        return ""
    from difflib import get_close_matches

    named = {name: name for name in BY_NAME} | _ON_SCREEN
    near = get_close_matches(word.casefold(), named, 1, _NEAR)
    if near:
        return f"did you mean {named[near[0]]}?"
    return "armreader --help lists the commands" if len(given) > 1 else ""


def _holds_stories(given: list[str]) -> bool:
    """Whether these are the paths of a library with several stories, and nothing else."""
    if not given or not all(map(os.path.isdir, given)):
        return False
    from armreader.home.folders import places
    from armreader.store.indexed import holds_stories

    return holds_stories(places().store, given)


def _may_print() -> bool:
    from armreader.home.restricted import permits

    return permits("print")


def _as_path(word: str) -> str:
    """The word; if it looks like an option and is the name of a file here, as a path."""
    is_file = word.startswith("-") and len(word) > 1 and os.path.lexists(word)
    return f"./{word}" if is_file else word


def _help() -> str:
    width = max(len(command.name) for command in COMMANDS)
    commands = "\n".join(f"  {command.name:{width}}  {command.summary}" for command in COMMANDS)
    return f"""\
usage: armreader [PATH ...]
       armreader COMMAND [PATH ...] [options]

Reads a dossier, many reports on one story: files, folders and globs of plain
text, Markdown, saved web pages and other kinds, or - for standard input.
Without a path it opens the dossier read last, or at first the bundled one.

commands (armreader COMMAND --help for details):
{commands}

example:
  armreader reports/
  armreader timeline reports/ --list shared

  -h, --help     this page
  -V, --version  the version

{EXIT_CODES}"""


def _set_encodings() -> None:
    """UTF-8 for pipes and files; for a terminal what it can show, and a mark for what it cannot."""
    import io

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
