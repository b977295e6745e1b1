"""The wheel holds what the reader needs: freshly installed, it opens the bundled dossier."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

import pexpect
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment that holds the built wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("a wheel")
    wheels, environment = folder / "wheels", folder / "environment"
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", wheels, ROOT)
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    (wheel,) = wheels.glob("*.whl")
    python = environment / "bin" / "python"
    install = ("install", "--quiet", "--no-compile", "--no-deps", "--no-index", wheel)
    run(sys.executable, "-m", "pip", "--python", python, *install)
    (site,) = environment.glob("lib/python3*/site-packages")
    (reader,) = distributions(path=[str(site)])
    for one in required(reader):
        for top in {file.parts[0] for file in one.files or ()} - {"..", "__pycache__"}:
            if not (site / top).exists():
                (site / top).symlink_to(Path(str(one.locate_file(top))))
    return environment / "bin"


def required(asking: Distribution) -> Iterator[Distribution]:
    """What a distribution asks for, and what that asks for, as it is where the tests run."""
    left: list[tuple[Distribution, frozenset[str]]] = [(asking, frozenset())]
    seen: set[tuple[str, frozenset[str]]] = set()
    while left:
        one, extras = left.pop()
        for wanted in map(Requirement, one.requires or ()):
            chosen = ({"extra": extra} for extra in ("", *extras))
            if wanted.marker and not any(map(wanted.marker.evaluate, chosen)):
                continue
            found, key = distribution(wanted.name), (wanted.name, frozenset(wanted.extras))
            assert found.version in wanted.specifier
            if key not in seen:
                seen.add(key)
                left.append((found, key[1]))
                yield found


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One home for both tests: what the first found, the second need not find again."""
    home = tmp_path_factory.mktemp("home")
    return {**os.environ, "TERM": "xterm-256color", "ARMREADER_HOME": str(home)}


def run(*command: str | Path, environ: dict[str, str] | None = None) -> str:
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/", env=environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_bundled_dossier_is_inside(installed: Path, environ: dict[str, str]) -> None:
    rows = run(installed / "armreader", "articles", environ=environ).splitlines()
    assert len(rows) == 1 + len(list((ROOT / "seeds").glob("*.txt")))


def test_the_reader_opens_with_its_styles(installed: Path, environ: dict[str, str]) -> None:
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
