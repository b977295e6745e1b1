"""The command that prints the web addresses of texts that the files do not contain."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.cli import main


def test_each_address_is_printed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(
        "title,url,time_added\nOne,https://a.example/1,1\nTwo,https://a.example/2,1\n"
    )
    (tmp_path / "b.csv").write_text("title,url\nOne,https://a.example/1\nX,https://a.\x1bx/3\n")
    (tmp_path / "z.txt").write_text("The mole is shut, and nobody knows for how long.\n")
    assert main(["addresses", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["https://a.example/1", "https://a.example/2", "https://a.␛x/3"]
