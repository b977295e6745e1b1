"""The colour themes: each gives the stylesheets their colours under the names that they use."""

from __future__ import annotations

import os

from textual.theme import Theme

_SLOTS = (
    "ink", "paper", "dim", "line", "raised", "accent-ink", "event-ink", "quote-ink", "wording-ink",
    "actor-ink", "time-ink", "hit-ink", "hit-paper", "alert-ink", "cursor-ink", "cursor-paper",
)  # fmt: skip


def _theme(name: str, colours: str, *, dark: bool = True, ansi: bool = False) -> Theme:
    slots = dict(zip(_SLOTS, colours.split(), strict=True))
    return Theme(
        name=name,
        primary=slots["accent-ink"],
        foreground=slots["ink"],
        background=slots["paper"],
        surface=slots["paper"],
        panel=slots["paper"],
        dark=dark,
        ansi=ansi,
        variables=slots
        | {
            # Textual's own stylesheets need these two in every theme.
            "ansi-background": "ansi_black",
            "ansi-foreground": "ansi_white",
            "dim-style": "dim" if ansi else "none",
            "hit-style": "bold reverse" if name == "none" else "bold",
            "cursor-style": "bold reverse" if name == "none" else "bold",
        },
    )


THEMES = (
    _theme(
        "dark",
        "#d7d7d7 #121212 #8a8a8a #444444 #1c1c1c #87afff #ffd787 #afd7af #87d7af"
        " #d7afd7 #afd7ff #121212 #ffd75f #ff8787 #ffffff #005faf",
    ),
    _theme(
        "light",
        "#262626 #fafafa #626262 #b2b2b2 #eeeeee #005faf #875f00 #005f00 #005f5f"
        " #870087 #005f87 #000000 #ffd75f #af0000 #000000 #afd7ff",
        dark=False,
    ),
    _theme(
        "contrast",
        "#ffffff #000000 #d0d0d0 #a8a8a8 #000000 #00ffff #ffff00 #00ff00 #00ffd7"
        " #ff87ff #87d7ff #000000 #ffff00 #ff8787 #000000 #ffffff",
    ),
    _theme(
        "ansi",
        "ansi_default ansi_default ansi_default ansi_default ansi_default ansi_cyan ansi_yellow"
        " ansi_green ansi_green ansi_magenta ansi_cyan ansi_black ansi_yellow ansi_red"
        " ansi_black ansi_cyan",
        ansi=True,
    ),
    _theme("none", " ".join(["ansi_default"] * len(_SLOTS)), ansi=True),
)
"""In the order in which the theme command goes through them."""

NAMES = tuple(theme.name for theme in THEMES)
DEFAULTS = THEMES[0].variables


def starting_theme(kept: str) -> str:
    """The theme to begin with: none under NO_COLOR, else the one kept, else by the terminal."""
    if os.environ.get("NO_COLOR"):
        return "none"
    if kept in NAMES:
        return kept
    # The sixteen colours are the user's own: better than approximations of ours.
    depth = os.environ.get("TERM", "") + os.environ.get("COLORTERM", "")
    return (
        "dark" if any(word in depth for word in ("256", "truecolor", "24bit", "direct")) else "ansi"
    )


def next_theme(name: str) -> str:
    """The theme after this one."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]
