"""What can be set in ``config.toml`` and by the environment, in words: for the manual and docs."""

from __future__ import annotations

SETTINGS = (
    ("theme", "dark, light, contrast, ansi (the terminal's own colours) or none"),
    ("mouse", "true or false; without it the mouse is on, but off over SSH"),
    ("width", "letters of a line of text at most, from 30 to 200; 80 without it"),
    ("keys", 'a table: for the id of a command its key or keys, as in bookmark = ["b", "m"]'),
)
VARIABLES = (
    ("ARMREADER_HOME", "one folder for all that armreader writes"),
    ("ARMREADER_RESTRICTED", "turns on restricted mode; in it, the paths that may be read"),
    ("ARMREADER_RESTRICTED_ALLOW", "what restricted mode allows: write, copy, print, paths"),
    ("VISUAL, EDITOR", "the editor of the key E"),
    ("PAGER, LESS", "what shows printed output that is longer than the screen, and its options"),
    ("NO_COLOR", "no colours; roles differ by bold, underline, reverse or a mark"),
    ("FORCE_HYPERLINK", "1 writes links of the terminal (OSC 8), 0 leaves them out"),
    ("SSH_CONNECTION, SSH_TTY", "over SSH the mouse is off and frames are spared"),
    (
        "TERM, COLORTERM, TMUX, STY",
        "what the terminal can show, and whether it is in tmux or screen",
    ),
)
