"""config.toml: what it says is taken, and what is wrong in it is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.home.config import Config, config_path, read_config
from made_files.odd_places import ODD_PLACES


def write(text: str) -> None:
    path: Path = config_path()
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_without_a_file_everything_is_as_it_is() -> None:
    assert read_config() == Config()


def test_keys_theme_and_mouse() -> None:
    write('theme = "light"\nmouse = true\n[keys]\nbookmark = ["B"]\n')
    lines = {"theme": 1, "mouse": 2, "keys": 3, "keys.bookmark": 4}
    assert read_config() == Config({"bookmark": ["B"]}, "light", True, lines=lines)


@pytest.mark.parametrize(
    ("text", "problem_words"),
    [
        ("theme = 3", "“theme” must be a string"),
        ('mouse = "yes"', "“mouse” must be true or false"),
        ('keys = "j"', "“keys” must be a table"),
        ("colour = 1", "config.toml, line 1: “colour” is not a setting"),
        ("\n# wide\nwidht = 70", "config.toml, line 3: “widht” is not a setting; did you mean"),
        ("\nwidth = 7\n", "config.toml, line 2: “width” must be a number from 30 to 200"),
        ("theme = ", "config.toml:"),
    ],
)
def test_mistakes_are_reported_and_skipped(text: str, problem_words: str) -> None:
    write(text)
    config = read_config()
    assert any(problem_words in problem for problem in config.problems)
    assert (config.keys, config.theme, config.mouse) == ({}, "", None)


@pytest.mark.parametrize("name", ODD_PLACES)
def test_whatever_is_in_its_place_is_one_line(name: str) -> None:
    path: Path = config_path()
    path.parent.mkdir(parents=True)
    ODD_PLACES[name](path)
    config = read_config()
    (problem,) = config.problems
    assert "config.toml" in problem
    assert "codec" not in problem
    assert "\n" not in problem
    assert config == Config(problems=config.problems)
