"""Everything that is wrong with the settings."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.home.config import Config
from armreader.home.setting_lines import mistake
from armreader.ui.keys.keymap import make_keymap
from armreader.ui.looks.themes import THEMES


def setting_problems(config: Config) -> tuple[str, ...]:
    """Every mistake in the settings, one a line, with its line in the file."""
    names = [theme.name for theme in THEMES]
    words = f"no theme “{config.theme}”; there are {', '.join(names)}"
    known = not config.theme or config.theme in names
    themes = () if known else (mistake(config.lines, "theme", words),)
    return (*config.problems, *themes, *make_keymap(config.keys, config.lines).problems)


def first_of(notices: Sequence[str]) -> str:
    """The first of several notices, and how many more there are."""
    others = len(notices) - 1
    more = f" (and {others} more: armreader diagnostics)" if others else ""
    return notices[0] + more if notices else ""
