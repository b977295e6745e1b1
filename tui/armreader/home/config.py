"""The user's ``config.toml``: keys, theme, mouse, width; mistakes in it are reported, not fatal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from armreader.home.folders import folders
from armreader.home.setting_lines import mistake, setting_lines
from armreader.reading.small_file import read_small

_LARGEST = 1_000_000
"""Bytes; a larger file is no configuration."""
_KNOWN = ("keys", "theme", "mouse", "width")
NARROWEST, WIDEST = 30, 200
"""The range that the width of a line of text may have."""


class Config(NamedTuple):
    """The settings in the file; every field has a default."""

    keys: Mapping[str, object] = MappingProxyType({})
    theme: str = ""
    mouse: bool | None = None
    """None: on, but off over SSH and in GNU screen."""
    problems: tuple[str, ...] = ()
    width: int = 80
    """The most letters in a line of text."""
    lines: Mapping[str, int] = MappingProxyType({})
    """The line of each setting, as ``setting_lines`` names them."""


def config_path() -> Path:
    """The path of the file."""
    return folders().config / "config.toml"


def read_config() -> Config:
    """The configuration of this user; the defaults if there is no file."""
    try:
        text = read_small(config_path(), _LARGEST).decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except UnicodeDecodeError:
        return Config(problems=("config.toml cannot be read: it is not UTF-8",))
    except OSError as error:
        return Config(problems=(f"config.toml cannot be read: {error}",))
    import tomllib

    try:
        table = tomllib.loads(text)
    except RecursionError:
        return Config(problems=("config.toml: a value in it is too deep",))
    except ValueError as error:
        return Config(problems=(f"config.toml: {error}",))
    lines = setting_lines(text)
    problems: list[str] = []

    def wrong(name: str, words: str) -> None:
        problems.append(mistake(lines, name, words))

    for name in table:
        if name not in _KNOWN:
            wrong(name, f"“{name}” is not a setting{_nearest(name)}")
    keys, theme, mouse = table.get("keys", {}), table.get("theme", ""), table.get("mouse")
    if not isinstance(keys, dict):
        keys = {}
        wrong("keys", "“keys” must be a table")
    if not isinstance(theme, str):
        theme = ""
        wrong("theme", "“theme” must be a string")
    if not (mouse is None or isinstance(mouse, bool)):
        mouse = None
        wrong("mouse", "“mouse” must be true or false")
    width = table.get("width", Config().width)
    if not isinstance(width, int) or not NARROWEST <= width <= WIDEST:
        width = Config().width
        wrong("width", f"“width” must be a number from {NARROWEST} to {WIDEST}")
    return Config(keys, theme, mouse, tuple(problems), width, lines)


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    found = get_close_matches(name, _KNOWN, n=1)
    return f"; did you mean “{found[0]}”?" if found else ""
