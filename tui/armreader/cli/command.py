"""What a command of the command line is, and the arguments that several of them take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from armreader.records.dates import DateRange

DONE, INCOMPLETE, FAILED, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141

EXIT_CODES = """\
exit codes:
  0    done
  1    done, but something was not found or not read; standard error says what
  2    nothing could be opened, the command was wrong, or there is no terminal
  130  interrupted; 128 + n after signal n"""

Argument = Callable[["ArgumentParser"], object]


class Command(NamedTuple):
    """One command: its name of one or two words, what it does, and the arguments it takes."""

    name: str
    summary: str
    run: Callable[[Namespace], int]
    arguments: tuple[Argument, ...] = ()
    example: str = ""
    """What to type after ``armreader``, as an example for a newcomer."""

    def parser(self) -> ArgumentParser:
        """A parser of this command's arguments alone."""
        from argparse import RawDescriptionHelpFormatter

        from armreader.cli.arguments import Parser

        parser = Parser(
            prog=f"armreader {self.name}",
            description=self.summary,
            epilog=f"example:\n  armreader {self.example}\n\n{EXIT_CODES}",
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


def rewrite(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--rewrite", action="store_true", help="update the bookmarks that have changed"
    )


def csv(parser: ArgumentParser) -> None:
    parser.add_argument("--csv", action="store_true", help="print comma-separated values")


def every(parser: ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="also figures that one report gives")


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
        "--min-sources",
        "--sources",
        type=_count,
        metavar="N",
        help="only what N sources or more have",
    )


def chosen(parser: ArgumentParser) -> None:
    """The options that choose events and quotes; ``cli.choosing`` reads them."""
    for option, what in (("--from", "first"), ("--to", "last")):
        parser.add_argument(
            option,
            dest=what,
            type=_date,
            metavar="DATE",
            help=f"only what was on or {'after' if what == 'first' else 'before'} a day, month or"
            " year: 2024-02-22, 2024-02, 2024",
        )
    parser.add_argument("--source", metavar="NAME", help="only what this source has")
    parser.add_argument("--speaker", metavar="NAME", help="only what this person or body says")
    parser.add_argument("--kept", action="store_true", help="only what is kept in the notebook")
    tag(parser)


def top(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--top",
        type=_count,
        metavar="N",
        help="at most N events, those with the most sources",
    )


def most(parser: ArgumentParser) -> None:
    parser.add_argument("--top", type=_count, metavar="N", help="at most N hits, the best")


def _count(word: str) -> int:
    """A whole number of one or more."""
    from argparse import ArgumentTypeError

    if not word.isdecimal() or int(word) < 1:
        raise ArgumentTypeError(f"“{word}” is not a whole number above 0")
    return int(word)


def _date(word: str) -> DateRange:
    """A day, month or year."""
    from argparse import ArgumentTypeError

    from armreader.records.dates import DateRange

    found = DateRange.from_edtf(word)
    if found is None or found.earliest is None or found.latest is None:
        raise ArgumentTypeError(f"“{word}” is not a date: 2024-02-22, 2024-02, 2024")
    return found


def quote_order(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--sort",
        choices=("article", "said", "speaker"),
        default="article",
        help="by article (default), by the day they were said, or by speaker",
    )


def quote_kind(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--kind",
        choices=("direct", "mixed", "indirect"),
        help="only words between quotation marks, only reported ones, or only what is both",
    )


def tag(parser: ArgumentParser) -> None:
    parser.add_argument("--tag", metavar="TAG", help="only what is kept with this #tag")


def one_format(formats: tuple[str, ...]) -> Argument:
    """``--format`` with the first of the formats as its default."""
    return lambda parser: parser.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        metavar="FORMAT",
        help=f"{formats[0]} (default), {', '.join(formats[1:-1])} or {formats[-1]}",
    )
