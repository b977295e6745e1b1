"""The completion scripts, run in the shells that are installed here."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from armreader.cli.commands import COMMANDS, NOTES_FORMATS
from armreader.cli.completions import completions
from armreader.cli.options import options_of

BASH = """\
source {script}
COMP_WORDS=({words}) COMP_CWORD=$(( {count} - 1 ))
_armreader
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """\
autoload -Uz compinit && compinit -u -d {script}.dump
compadd() {{ print -rl -- "$@" }}
source {script}
"""


def script(shell: str, folder: Path) -> Path:
    path = folder / f"completions.{shell}"
    path.write_text(completions(shell, COMMANDS), encoding="utf-8")
    return path


def shell_says(shell: str, *arguments: str) -> list[str]:
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [path, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split("\n")


def in_bash(typed: str, folder: Path) -> set[str]:
    words = [*typed.split(" ")]
    quoted = " ".join(f"'{word}'" for word in words)
    code = BASH.format(script=script("bash", folder), words=quoted, count=len(words))
    return set(shell_says("bash", "--norc", "-c", code)) - {""}


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("armreader ti", {"timeline"}),
        ("armreader notes e", {"export"}),
        ("armreader notes export --format ", set(NOTES_FORMATS)),
        ("armreader quotes seeds --sort s", {"said", "speaker"}),
        ("armreader timeline --min", {"--min-sources"}),
        ("armreader completions ", {"bash", "zsh", "fish"}),
        ("armreader timeline se", set()),
        ("armreader timeline --top ", set()),
    ],
)
def test_bash_completes(typed: str, completed: set[str], tmp_path: Path) -> None:
    assert in_bash(typed, tmp_path) == completed


def in_fish(typed: str, folder: Path) -> set[str]:
    code = f"source {script('fish', folder)}; complete -C '{typed}'"
    return {line.split("\t")[0] for line in shell_says("fish", "--no-config", "-c", code)} - {""}


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("armreader ti", {"timeline"}),
        ("armreader notes export --format ", set(NOTES_FORMATS)),
        ("armreader timeline --min", {"--min-sources"}),
        ("armreader completions ", {"bash", "zsh", "fish"}),
    ],
)
def test_fish_completes(
    typed: str, completed: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    found = in_fish(typed, tmp_path)
    assert {one for one in found if not one.startswith("completions.")} == completed


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("armreader tim", "armreader timeline "),
        ("armreader timeline --min", "armreader timeline --min-sources "),
        ("armreader quotes --sort sa", "armreader quotes --sort said "),
        ("armreader notes export --format csl", "armreader notes export --format csl-json "),
    ],
)
def test_zsh_completes(
    typed: str, completed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zsh = shutil.which("zsh")
    if zsh is None:
        pytest.skip("zsh is not installed")
    import pexpect

    monkeypatch.chdir(tmp_path)
    (tmp_path / "_armreader").write_text(completions("zsh", COMMANDS), encoding="utf-8")
    shell = pexpect.spawn(zsh, ["-f", "-i"], encoding="utf-8", timeout=30, dimensions=(30, 200))
    shell.sendline(f"PS1='READY> '; unsetopt zle_bracketed_paste; fpath=({tmp_path} $fpath)")
    shell.sendline(f"autoload -Uz compinit; compinit -u -d {tmp_path}/dump; print LOADED$((1+1))")
    shell.expect("LOADED2")
    shell.sendline('show() { print -r -- "=$BUFFER="; zle send-break }; zle -N show')
    shell.sendline("bindkey '^X' show; print LOADED$((2+2))")
    shell.expect("LOADED4")
    shell.send(f"{typed}\t\x18")
    shell.expect("=(armreader [^=]*)=")
    assert shell.match[1] == completed
    shell.close(force=True)


def test_every_option_of_every_command_is_in_every_script() -> None:
    flags = {flag for one in COMMANDS for option in options_of(one) for flag in option.flags}
    for shell in ("bash", "zsh"):
        text = completions(shell, COMMANDS)
        assert sorted(flag for flag in flags if flag not in text) == []
    fish = completions("fish", COMMANDS)
    assert sorted(flag for flag in flags if f" {flag.replace('--', '-l ')} " not in fish) == ["-h"]
