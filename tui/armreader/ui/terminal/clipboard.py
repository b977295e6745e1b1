"""Copying to the clipboard of the terminal where the reader sits, by OSC 52.

A program cannot know whether the terminal took it, so the text is always kept in a file too.
Multiplexers: tmux takes OSC 52 itself (`set-clipboard on`) or passes it on (`allow-passthrough
on`), so both forms are sent; GNU screen passes on device control strings, in small pieces.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from armreader.home.private_file import write_private

LARGEST = 74_994
"""Bytes of text: what fits in the 100,000 characters that xterm and others take."""
_SCREEN_PIECE = 240
"""Characters; GNU screen drops strings over 256."""
_WRITE = 4096
"""Characters handed to the terminal at once."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a copy."""

    message: str
    """One line for the reader."""
    file: Path | None
    """Where the text is kept as well; None where it could not be written."""


def copy(
    text: str, write: Callable[[str], object], environ: Mapping[str, str], folder: Path
) -> Copied:
    """Send the text to the terminal's clipboard, and keep it in a file of the folder."""
    sent = sequence(text, environ)
    for start in range(0, len(sent), _WRITE):
        write(sent[start : start + _WRITE])
    file: Path | None = folder / "copied.txt"
    try:
        write_private(folder / "copied.txt", text)
    except OSError:
        file = None
    amount = f"{len(text):,} characters"
    if sent:
        message = f"{amount} sent to the terminal's clipboard (OSC 52); it may have refused"
    else:
        message = f"{amount} are too many for a terminal's clipboard"
    return Copied(message + (f"; also in {file}" if file else ""), file)


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """What to write so that the text gets to the clipboard; "" when it is too long."""
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST:
        return ""
    plain = f"\x1b]52;c;{base64.b64encode(data).decode()}\a"
    if environ.get("TMUX"):
        doubled = plain.replace("\x1b", "\x1b\x1b")
        return f"{plain}\x1bPtmux;{doubled}\x1b\\"
    if environ.get("STY") or environ.get("TERM", "").startswith("screen"):
        pieces = (plain[at : at + _SCREEN_PIECE] for at in range(0, len(plain), _SCREEN_PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain
