"""Everything that is wrong with the settings."""

from __future__ import annotations

from armreader.home.config import Config
from armreader.ui.keys.keymap import make_keymap
from armreader.ui.looks.themes import THEMES


def setting_problems(config: Config) -> tuple[str, ...]:
    """Every mistake in the settings, one a line."""
    names = [theme.name for theme in THEMES]
    unknown = f"config.toml: no theme “{config.theme}”; there are {', '.join(names)}"
    themes = () if not config.theme or config.theme in names else (unknown,)
    return (*config.problems, *themes, *make_keymap(config.keys).problems)
