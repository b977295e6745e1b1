"""The command line: what is printed where, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from armreader import __version__
from armreader.cli import main
from armreader.cli.commands import COMMANDS

PRINTING = [
    command.name for command in COMMANDS if command.name not in ("read", "library", "diagnostics")
]
"""All commands except the reader, and the one that inspects the installed textual."""
WORD_OF = {"search": "harbour", "compare": "e-0", "why": "a-0", "completions": "bash"}
"""What the commands take before the paths; nothing has these ids."""
NO_PATHS = ("keys", "completions", "man", "words check")


def write_reports(folder: Path) -> Path:
    """A dossier of two short reports, the second with a publication date."""
    (folder / "one.txt").write_text(
        "Harbour to close\n\nThe harbour of Lumen will close in 2031, mayor Ada Quill said.\n"
    )
    (folder / "two.txt").write_text(
        "---\ndate: 2030-05-06\n---\n"
        "Harbour vote\n\n“We will close it,” said Ada Quill on Monday.\n"
    )
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_reports(tmp_path)


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_version_and_help_name_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"armreader {__version__}\n"
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    assert all(command.name in page and command.summary in page for command in COMMANDS)


def test_printing_commands_never_import_textual(folder: Path) -> None:
    """All in one process, which names the first that does."""
    code = (
        "import json, sys\n"
        "from armreader.cli import main\n"
        "for words, expected in json.loads(sys.argv[1]):\n"
        "    assert main(words) == expected, words\n"
        "    assert 'textual' not in sys.modules, words\n"
    )
    runs = []
    for command in PRINTING:
        words = [*command.split(), *([WORD_OF[command]] if command in WORD_OF else [])]
        words += [] if command in NO_PATHS else [str(folder)]
        runs.append((words, 1 if command in ("compare", "why") else 0))
    done = run_python(code, json.dumps(runs))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_version_and_help_load_nothing_of_the_stages(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from armreader.cli import main\n"
        "main(sys.argv[1:])\n"
        "loaded = {m for m in sys.modules if m.startswith('armreader.')}\n"
        "loaded -= {'armreader.home', 'armreader.home.standard_error'}\n"
        "assert all(m.startswith('armreader.cli') for m in loaded), loaded\n"
    )
    done = run_python(code, *arguments)
    assert done.returncode == 0, done.stderr


def test_a_table_in_a_pipe_is_tab_separated_and_whole(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["articles", str(folder)]) == 0
    head, first, second = capsys.readouterr().out.splitlines()
    columns = head.split("\t")
    assert dict(zip(columns, first.split("\t"), strict=True))["published"] == "undated"
    row = dict(zip(columns, second.split("\t"), strict=True))
    assert (row["published"], row["known"]) == ("2030-05-06", "given")
    assert row["file"] == "two.txt"


@pytest.mark.parametrize("command", ["articles", "timeline", "quotes"])
def test_json_listings_are_parts_of_the_export(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["export", str(folder)])
    whole = json.loads(capsys.readouterr().out)
    assert main([command, "--json", str(folder)]) == 0
    part = json.loads(capsys.readouterr().out)
    assert part
    assert all(whole[key] == value for key, value in part.items())


def test_a_missing_path_is_reported_and_the_rest_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["articles", str(folder / "none.txt"), str(folder)]) == 1
    out, err = capsys.readouterr()
    assert "two.txt" in out
    assert "none.txt" in err
    assert len(err.splitlines()) == 1


def test_nothing_to_open_fails_with_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as failed:
        main(["timeline", str(tmp_path / "none")])
    assert failed.value.code == 2
    out, err = capsys.readouterr()
    assert not out
    assert "no article" in err


def test_a_reader_that_leaves_early_is_not_an_error(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "armreader", "export", str(folder)],
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 141
    assert not done.stderr


def test_without_a_terminal_the_reader_says_so(folder: Path) -> None:
    done = run_python("import sys; from armreader.cli import main; sys.exit(main())", str(folder))
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_mistyped_command_is_refused_with_the_nearest_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["timelin", str(folder)]) == 2
    assert "did you mean timeline?" in capsys.readouterr().err
    assert main(["differ", str(folder)]) == 2
    assert "did you mean disagreements?" in capsys.readouterr().err
    assert main(["xyzzy", str(folder)]) == 2
    assert "armreader --help lists the commands" in capsys.readouterr().err
