"""One door out of the program: what is foreign is shown on a terminal, and never obeyed."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import armreader
from beforehand import find_beforehand
from fuzz.runs import apart, run
from pseudo_terminal import PYTHON, READER, PseudoTerminal

PACKAGE = Path(armreader.__file__).parent
DOORS = {
    "home/standard_error.py": "messages, cleaned",
    "cli/printing.py": "what commands print, cleaned on a terminal",
    "cli/library.py": "how far an indexing is, in words and numbers of its own",
    "reading/containers/pdf_child.py": "a pipe to the reader, whose child it is",
    "ui/terminal/driver.py": "the screen",
    "ui/terminal/last_frame.py": "the screen before Textual is there",
}
WRITES = re.compile(r"print\(|sys\.(__)?std(out|err)(__)?\.write|os\.write\([12],|Console\(\)")
EVIL = "\x1b]52;c;UFdO\x07\x1b]0;PWN\x07\x9b2J\u202e"
TEXT = "The ferry will call at the north basin from May, the harbour office said on Monday.\n"
COMMANDS = (
    *(["articles"], ["timeline"], ["quotes"], ["people"], ["export"], ["search", "ferry"]),
    *(["coverage"], ["figures", "--all"], ["disagreements"], ["notes"], ["notes", "verify"]),
)


def writes(source: str) -> Iterator[int]:
    """The lines that write to standard output, to standard error or to a descriptor of them."""
    if not re.search(r"print|std(out|err)|os\s*\.\s*write|Console", source):
        return
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        if WRITES.match(ast.unparse(call)):
            yield call.lineno


def test_nothing_else_writes_to_the_terminal() -> None:
    found = [
        f"{name}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if (name := path.relative_to(PACKAGE).as_posix()) not in DOORS
        for line in writes(path.read_text(encoding="utf-8"))
    ]
    assert not found


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder whose own name, files and facts are hostile."""
    folder = tmp_path / f"desk{EVIL}"
    folder.mkdir()
    (folder / "ferry.txt").write_text(TEXT)
    (folder / f"b{EVIL}.txt").write_text("")
    key = "".join(f"\\u{ord(letter):04x}" for letter in EVIL)
    (folder / "armreader.toml").write_text(
        f'"{key}" = 1\n["ferry.txt"]\n"{key}" = 2\nsource = "{key}Gazette"\ntitle = "{key}"\n'
        f'url = "https://a.example/{key}"\nbyline = "{key}"\n'
    )
    return folder


COLOUR = re.compile(r"\x1b\[\d*(?:;\d+)*m")
"""What the program itself sends to colour its lines."""


def is_clean(output: str) -> bool:
    """Whether nothing in it steers a terminal or turns a text round."""
    return all(letter.isprintable() or letter in "\r\n" for letter in output)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_show_what_is_foreign(command: list[str], desk: Path, own_home: Path) -> None:
    done = apart(lambda: run([*command, str(desk), "--no\x1b[2J"]), own_home)
    assert done.code == 2
    assert is_clean(done.said)
    environ = {"TERM": "xterm-256color"}
    shown = apart(lambda: run([*command, str(desk)], 120), own_home, environ)
    assert shown.code in (0, 1)
    assert is_clean(COLOUR.sub("", shown.output))
    assert shown.output


@pytest.mark.parametrize("locale", ["C.UTF-8", "en_US.\x1b]0;PWN\x07x"])
def test_the_reader_leaves_nothing_foreign(locale: str, tmp_path: Path) -> None:
    (tmp_path / "armreader.toml").write_text('"\\u001b]52;c;UFdO\\u0007" = 1\n[x]\n"\\u009b" = 1\n')
    environ = {"LC_ALL": locale, "PYTHONUTF8": "1"}
    with PseudoTerminal((*READER, str(tmp_path)), environ=environ) as terminal:
        assert terminal.wait_for_end(30) == 2
        last = terminal.output.decode().rpartition("\x1b[?25h")[2]
        assert "]52;c" not in terminal.output.decode() or "␛]52;c" in last
        assert "\x1b]52" not in terminal.output.decode()
        assert "\x1b]0;" not in terminal.output.decode()


def test_the_reader_shows_hostile_names(desk: Path, own_home: Path) -> None:
    """From the line that says what is opened to the frame that is kept for the next start."""
    find_beforehand(own_home, desk)
    for _ in range(2):
        with PseudoTerminal((*READER, str(desk))) as terminal:
            terminal.wait_for("north basin", 30)
            terminal.settle()
            terminal.press("1", "B", "escape", "w", "q")
            assert terminal.wait_for_end(20) == 0
            sent = terminal.output.decode()
        assert "opening" in sent or "Gazette" in sent
        assert not {"\u202e", "\x9b"} & set(sent)
        assert not re.search(r"\x1b\](?:52|0);", sent)


def test_a_crash_is_one_clean_line(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom armreader.cli import commands, main\n"
        "command = commands.BY_NAME['keys']\n"
        "def fail(options): raise LookupError('\\x1b[2J')\n"
        "commands.BY_NAME['keys'] = command._replace(run=fail)\n"
        "sys.exit(main(['keys']))"
    )
    done = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert is_clean(done.stderr)
    assert "LookupError" in done.stderr
    assert "details in" in done.stderr


@pytest.mark.parametrize("name", [b"caf\xe9", b"caf\xe9.txt", b"-x.txt", b"--notes=owned.md"])
def test_any_name_opens(name: bytes, tmp_path: Path, own_home: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    if path.suffix:
        path.write_text(TEXT)
    else:
        path.mkdir()
        (path / "ferry.txt").write_text(TEXT)
    word = os.fsdecode(name)
    find_beforehand(own_home, path)
    for command in ([*COMMANDS[0]], [*COMMANDS[4]], ["notes"]):
        ran = apart(partial(run, [*command, word]), own_home, folder=tmp_path)
        assert ran.code == 0, ran.said
    with PseudoTerminal((*READER, word), cwd=tmp_path) as terminal:
        terminal.wait_for("north basin", 30)
        terminal.settle()
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert b"armreader: " not in terminal.output
    assert not (tmp_path / "owned.md").exists()
    done = apart(partial(run, ["articles"]), own_home, folder=tmp_path)
    assert (done.code, done.said) == (0, "")  # the dossier read last


def test_a_full_disk_and_a_closed_output_are_said(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(TEXT)
    command = [*READER, "export", str(tmp_path)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "No space left" in done.stderr
    shell = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
    done = subprocess.run(shell, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
