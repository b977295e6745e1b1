"""What a command of the command line is, and the arguments that several of them take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

DONE, INCOMPLETE, FAILED, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

EXIT_CODES = """\
exit codes:
  0    done
  1    done, but something was not found or could not be read; standard error says what
  2    nothing could be opened, the command was wrong, or there is no terminal
  130  interrupted; 128 + n after signal n"""

Argument = Callable[["ArgumentParser"], object]


class Command(NamedTuple):
    """One command: its name of one or two words, what it does, and the arguments it takes."""

    name: str
    summary: str
    run: Callable[[Namespace], int]
    arguments: tuple[Argument, ...] = ()

    def parser(self) -> ArgumentParser:
        """A parser of this command's arguments alone."""
        from argparse import RawDescriptionHelpFormatter

        from armreader.cli.arguments import Parser

        parser = Parser(
            prog=f"armreader {self.name}",
            description=self.summary,
            epilog=EXIT_CODES,
            formatter_class=RawDescriptionHelpFormatter,
        )
        for add in self.arguments:
            add(parser)
        return parser


def paths(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, globs, or - for standard input"
    )


def notes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--notes", type=Path, metavar="FILE", help="the notebook, instead of the dossier's own"
    )


def json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def ids(parser: ArgumentParser) -> None:
    parser.add_argument("--ids", action="store_true", help="print ids on a terminal too")


def identifier(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="an id from timeline, quotes, articles or export")


def query(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query", metavar="QUERY", help='words, "a phrase", -not, speaker:NAME, date:2023-09 ...'
    )


def order(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sort",
        choices=("time", "sources", "gap"),
        default="time",
        help="by time (default), most sources first, or fewest gaps first",
    )


def listed(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--list",
        dest="listed",
        choices=("main", "all", "shared", "disputed"),
        help="the main events (default; all in JSON), all, those of two sources or more, or"
        " disputed ones",
    )
    parser.add_argument(
        "--sources", type=int, metavar="N", help="only events that N sources or more report"
    )


def quote_order(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sort",
        choices=("article", "said", "speaker"),
        default="article",
        help="by article (default), by the day they were said, or by speaker",
    )


def one_format(formats: tuple[str, ...]) -> Argument:
    """``--format`` with the first of the formats as its default."""
    return lambda parser: parser.add_argument(
        "--format", choices=formats, default=formats[0], help=f"default: {formats[0]}"
    )
