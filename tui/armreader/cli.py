"""Arguments to the app, or to a printed report; imports textual only to open the app."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from armreader import __version__

if TYPE_CHECKING:
    from armreader.dossier import Dossier

DONE, INCOMPLETE, FAILED, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

EXIT_CODES = """\
exit codes:
  0    done
  1    done, but something was not found or could not be read; standard error says what
  2    nothing could be opened, the command was wrong, or there is no terminal
  130  interrupted; 128 + n after signal n"""

Options = argparse.Namespace


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the command line: its name of one or two words, and what it does."""

    name: str
    summary: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Options], int]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    _set_encodings()
    try:
        return _dispatch(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads on; point stdout elsewhere, so that the exit does not flush into the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def _dispatch(given: list[str]) -> int:
    if given[:1] in (["-h"], ["--help"]):
        print(_help())
        return DONE
    if given[:1] in (["-V"], ["--version"]):
        print(f"armreader {__version__}")
        return DONE
    names = (" ".join(given[:words]) for words in (2, 1))
    command = next((_BY_NAME[name] for name in names if name in _BY_NAME), None)
    rest = given[len(command.name.split()) :] if command else given
    command = command or _BY_NAME["read"]
    parser = argparse.ArgumentParser(
        prog=f"armreader {command.name}",
        description=command.summary,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.configure(parser)
    return command.run(parser.parse_intermixed_args(rest))


def _help() -> str:
    width = max(len(command.name) for command in COMMANDS)
    commands = "\n".join(f"  {command.name:{width}}  {command.summary}" for command in COMMANDS)
    return f"""\
usage: armreader [PATH ...]
       armreader COMMAND [PATH ...] [options]

Reads a dossier, many reports on one story: files, folders and globs of plain text, Markdown or
saved web pages, or - for standard input. Without a path it opens the dossier read last, the first
time the one that comes with it.

commands (armreader COMMAND --help tells more):
{commands}

  -h, --help     this page
  -V, --version  the version

{EXIT_CODES}"""


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, globs, or - for standard input"
    )


def _notes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--notes", type=Path, metavar="FILE", help="the notebook, instead of the dossier's own"
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def _all(
    *parts: Callable[[argparse.ArgumentParser], None],
) -> Callable[[argparse.ArgumentParser], None]:
    def configure(parser: argparse.ArgumentParser) -> None:
        for part in parts:
            part(parser)

    return configure


def _read(options: Options) -> int:
    from armreader.ui.app import run

    return run(options.paths, notes=options.notes)


def _printed(name: str) -> Callable[[Options], int]:
    """A command that prints what ``report`` has under its name, or with ``--json`` as an object."""

    def run(options: Options) -> int:
        from armreader.report.printed import PRINTED

        dossier = _open(options.paths)
        printed = PRINTED[name]
        if options.json:
            found = printed.json(dossier, options)
            if found is not None:
                _print_json(found)
        else:
            lines = printed.lines(dossier, options, _terminal_width())
            found = lines
            if lines is not None:
                _print_lines(lines)
        if found is None:
            print(f"armreader: nothing has the id {options.id}", file=sys.stderr)
            return INCOMPLETE
        return _exit_code(dossier)

    return run


def _id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="an id from timeline, quotes, articles or export")


def _sort(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sort",
        choices=("time", "sources", "gap"),
        default="time",
        help="by time (default), most sources first, or what fewest leave out first",
    )


def _configure_export(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    parser.add_argument("--format", choices=("json",), default="json", help="default: json")


def _export(options: Options) -> int:
    from armreader.report.export_json import export_json

    dossier = _open(options.paths)
    sys.stdout.write(export_json(dossier))
    return _exit_code(dossier)


COMMANDS = (
    Command("read", "open the reader (also without this word)", _all(_paths, _notes), _read),
    Command(
        "articles",
        "the articles, with their dates and counts",
        _all(_paths, _json),
        _printed("articles"),
    ),
    Command(
        "timeline",
        "the events, and which sources mention each",
        _all(_paths, _json),
        _printed("timeline"),
    ),
    Command("quotes", "the quotes and who says them", _all(_paths, _json), _printed("quotes")),
    Command(
        "people",
        "who speaks, how often, in which sources and spellings",
        _all(_paths, _json),
        _printed("people"),
    ),
    Command(
        "coverage",
        "events by sources, with the gaps",
        _all(_paths, _sort, _json),
        _printed("coverage"),
    ),
    Command(
        "compare",
        "one event or quote as each source has it",
        _all(_id, _paths, _json),
        _printed("compare"),
    ),
    Command(
        "why",
        "the rule and the passages behind a date, speaker or link",
        _all(_id, _paths, _json),
        _printed("why"),
    ),
    Command("export", "the whole dossier for another program", _configure_export, _export),
)
_BY_NAME = {command.name: command for command in COMMANDS}


def _open(paths: list[str]) -> Dossier:
    """The dossier under the paths, each problem told on standard error; exits where it is empty."""
    from armreader.pipeline import open_dossier
    from armreader.settings import bundled

    dossier = open_dossier(paths or [str(bundled("seeds"))])
    for problem in dossier.problems:
        print(f"armreader: {problem.file}: {problem.message}", file=sys.stderr)
    if not dossier.articles:
        print("armreader: no article could be opened", file=sys.stderr)
        raise SystemExit(FAILED)
    return dossier


def _exit_code(dossier: Dossier) -> int:
    return INCOMPLETE if dossier.problems else DONE


def _terminal_width() -> int | None:
    """The columns of the terminal on standard output; None in a pipe or a file."""
    if not sys.stdout.isatty():
        return None
    return os.get_terminal_size(sys.stdout.fileno()).columns or 80


def _print_lines(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _print_json(value: object) -> None:
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _set_encodings() -> None:
    """UTF-8 into pipes and files; on a terminal what it can show, and a mark for what it cannot."""
    import io

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
