"""Bad input: one clear line says what, where and what to do, and everything else opens."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from armreader.reading import load, read
from armreader.reading.read import read_paths
from armreader.records import Article, Problem

GOOD = "The council met on Monday and voted for the new bridge over the river.\n"


def _missing(folder: Path) -> str:
    return str(folder / "nowhere.txt")


def _written(name: str, data: bytes) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / name).write_bytes(data)
        return str(folder / name)

    return make


def _linked(target: str) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / "link.txt").symlink_to(target)
        return str(folder / "link.txt")

    return make


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe.txt")
    return str(folder / "pipe.txt")


def _sparse(folder: Path) -> str:
    with (folder / "huge.txt").open("wb") as file:
        file.write(GOOD.encode() * 1000)
        file.truncate(50_000_000)
    return str(folder / "huge.txt")


def _folder(folder: Path) -> str:
    (folder / "empty").mkdir()
    return str(folder / "empty")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_missing, "does not exist; check"),
        (_written("empty.txt", b""), "is empty"),
        (_written("blank.txt", b" \n\t\n"), "holds no text"),
        (_written("a.txt", bytes(range(256)) * 40), "is a binary file"),
        (
            _written("report.txt", b"\xd0\xcf\x11\xe0..."),
            "is an office document in an old format; save",
        ),
        (_written("a.html", b"<script>x</script>"), "holds no text"),
        (_linked("gone.txt"), "broken link"),
        (_linked("link.txt"), "cannot be read: too many levels of symbolic links"),
        (_linked("/dev/zero"), "is a device"),
        (_pipe, "is a named pipe"),
        (_sparse, "50 MB, more than the 32 MB"),
        (_folder, "contains no articles; put .txt"),
        (lambda folder: str(folder / "*.nope"), "matches no file"),
        (lambda folder: str(folder / "a\0b"), "cannot be opened"),
    ],
)
def test_one_line_names_the_file_and_the_rest_opens(
    tmp_path: Path, make: Callable[[Path], str], says: str
) -> None:
    good = tmp_path / "z-good.txt"
    good.write_text(GOOD)
    path = make(tmp_path)
    problem, article = read_paths([path, str(good)])
    assert isinstance(problem, Problem)
    assert says in problem.message
    assert "\n" not in problem.message
    assert problem.file == path.replace("\0", "␀")
    assert isinstance(article, Article)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(GOOD)
    file.chmod(0)
    [problem] = read_paths([str(file)])
    assert isinstance(problem, Problem)
    assert "may not be read; check its permissions" in problem.message


def test_a_file_deleted_while_reading(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}: {GOOD}")
    reading = read_paths([str(tmp_path)])
    first = next(reading)
    (tmp_path / "b.txt").unlink()
    second, third = reading
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, Problem)
    assert second.file == "b.txt"


def test_a_nul_and_a_bad_byte_show_and_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        GOOD.encode() + "“Ճիշտ է”\n".encode() * 5 + b"nul \0 bad \xff\n"
    )
    [article] = read_paths([str(tmp_path)])
    assert isinstance(article, Article)
    assert article.text.endswith("nul ␀ bad \ufffd\n")
    assert article.notices == (
        "1 bytes are not valid UTF-8 and show as \ufffd",
        "1 control character made visible",
    )


def test_a_text_that_is_too_long_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "TEXT_LIMIT", 1000)
    (tmp_path / "a.txt").write_text(GOOD * 100)
    [problem] = read_paths([str(tmp_path)])
    assert isinstance(problem, Problem)
    assert "million characters" in problem.message


def test_standard_input_has_the_same_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "PIECE_LIMIT", 100)
    (tmp_path / "a.txt").write_text(GOOD * 100)
    with (tmp_path / "a.txt").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        [problem] = read_paths(["-"])
    assert isinstance(problem, Problem)
    assert problem.file == "-"
