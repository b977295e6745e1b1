"""The manual page: it has every command, option and key, and man page tools report no errors."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from armreader import __version__
from armreader.cli.commands import COMMANDS
from armreader.cli.manual import DATE, _text, manual
from armreader.cli.options import options_of
from armreader.cli.reader import rows_of_keys

PAGE = manual(COMMANDS, rows_of_keys())


def test_every_command_option_and_key_is_there() -> None:
    plain = PAGE.replace("\\-", "-").replace("\\&", "")
    assert [one.name for one in COMMANDS if f".B {one.name}\n" not in plain] == []
    flags = {flag for one in COMMANDS for option in options_of(one) for flag in option.flags}
    assert sorted(flag for flag in flags - {"-h", "--help"} if flag not in plain) == []
    assert [what for _, _, what in rows_of_keys() if _text(what) not in PAGE] == []


def test_it_has_the_day_of_the_release() -> None:
    changelog = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([\d.]+)\] - (\S+)", changelog, re.MULTILINE)
    assert newest
    assert newest.groups() == (__version__, DATE)


@pytest.mark.parametrize(
    "reader", [("mandoc", "-T", "lint", "-W", "warning"), ("groff", "-man", "-ww", "-z", "-Tutf8")]
)
def test_manual_page_readers_report_no_errors(reader: tuple[str, ...]) -> None:
    if shutil.which(reader[0]) is None:
        pytest.skip(f"{reader[0]} is not installed")
    done = subprocess.run(
        reader, input=PAGE, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
