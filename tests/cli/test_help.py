"""Help: within 80 columns, with an example of each command that can be typed."""

from __future__ import annotations

import shlex

import pytest

from armreader.cli import _dispatch, main
from armreader.cli.command import Command
from armreader.cli.commands import BY_NAME, COMMANDS


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_is_narrow_and_has_an_example(
    command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        _dispatch([*command.name.split(), "--help"])
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in printed if len(line) > 80] == []
    assert f"  armreader {command.example}" in printed


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_example_can_be_typed(command: Command) -> None:
    words = shlex.split(command.example.partition(" > ")[0])
    assert " ".join(words).startswith("" if command.name == "read" else command.name)
    rest = words if command.name == "read" else words[len(command.name.split()) :]
    command.parser().parse_intermixed_args(rest)


def test_the_first_page_is_narrow(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in printed if len(line) > 80] == []
    assert all(any(line.startswith(f"  {name}") for line in printed) for name in BY_NAME)
