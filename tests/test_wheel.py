"""The wheel holds what the reader needs: freshly installed, it opens the bundled dossier."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment that holds the built wheel and its dependencies."""
    folder = tmp_path_factory.mktemp("a wheel")
    wheels, environment = folder / "wheels", folder / "environment"
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, ROOT)
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    (wheel,) = wheels.glob("*.whl")
    python = environment / "bin" / "python"
    install = ("install", "--quiet", "--no-compile", wheel)
    run(sys.executable, "-m", "pip", "--python", python, *install)
    return environment / "bin"


def run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_bundled_dossier_is_inside(installed: Path) -> None:
    rows = run(installed / "armreader", "articles").splitlines()
    assert len(rows) == 1 + len(list((ROOT / "seeds").glob("*.txt")))


def test_the_reader_opens_with_its_styles(installed: Path, own_home: Path) -> None:
    environ = {**os.environ, "TERM": "xterm-256color", "ARMREADER_HOME": str(own_home)}
    reader = pexpect.spawn(
        str(installed / "armreader"),
        ["read"],
        dimensions=(36, 120),
        timeout=30,
        env=environ,
        cwd="/",
    )
    reader.expect("Articles 5")
    reader.send("q")
    reader.expect(pexpect.EOF)
    reader.close()
    assert reader.exitstatus == 0
