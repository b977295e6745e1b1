"""The settings of ``config.toml`` and the environment in words, for the manual and docs."""

from __future__ import annotations

SETTINGS = (
    ("theme", "dark, light, contrast, ansi (the terminal's own colours) or none"),
    ("mouse", "true or false; by default the mouse is on, but off over SSH and in GNU screen"),
    ("width", "the most letters in a line of text, from 30 to 200; 80 by default"),
    ("keys", 'a table of command ids and their keys, as in bookmark = ["b", "m"]'),
)
VARIABLES = (
    ("ARMREADER_HOME", "one folder for everything that armreader writes"),
    ("ARMREADER_RESTRICTED", "turns on restricted mode; in it, the paths that may be read"),
    ("ARMREADER_RESTRICTED_ALLOW", "what restricted mode allows: write, copy, print, paths"),
    ("VISUAL, EDITOR", "the editor that E opens"),
    ("PAGER, LESS", "the pager for output longer than the screen, and its options"),
    ("NO_COLOR", "no colours; roles differ by bold, underline, reverse or a mark"),
    ("FORCE_HYPERLINK", "1 writes terminal links (OSC 8), 0 leaves them out"),
    ("SSH_CONNECTION, SSH_TTY", "over SSH the mouse is off and fewer frames are sent"),
    ("STY", "in GNU screen the mouse is off: with it, screen keeps Esc back until the next key"),
    (
        "TERM, COLORTERM, TMUX, STY",
        "what the terminal can show, and whether it is in tmux or screen",
    ),
)
