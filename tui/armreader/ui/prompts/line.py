"""A line that the user types, without a blinking cursor; imports no textual."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

LONGEST = 1000
"""Characters; anything longer was pasted by mistake."""


class Prompt(NamedTuple):
    """What has been typed, and before which character the cursor is."""

    text: str = ""
    cursor: int = 0
    selected: bool = False
    """Whether the whole text is selected: what is typed replaces it, a motion keeps it."""

    @classmethod
    def of(cls, text: str, *, selected: bool = False) -> Prompt:
        return cls(text, len(text), selected and bool(text))


def edit(prompt: Prompt, key: str, character: str | None) -> Prompt | None:
    """The prompt after a key, named as textual names it; None for a key that edits nothing."""
    change = _EDITS.get(key)
    if change and prompt.selected and key in _REMOVING:
        return Prompt()
    if change:
        return change(prompt)._replace(selected=False)
    if character and character.isprintable():
        return insert(prompt, character)
    return None


def insert(prompt: Prompt, text: str) -> Prompt:
    """Put text in at the cursor, its white space as blanks and its controls left out."""
    clean = "".join(c for c in re.sub(r"\r\n|\s", " ", text) if c.isprintable())
    prompt = Prompt() if prompt.selected and clean else prompt
    at = prompt.cursor
    whole = (prompt.text[:at] + clean + prompt.text[at:])[:LONGEST]
    return Prompt(whole, min(at + len(clean), len(whole)))


def window(prompt: Prompt, width: int) -> tuple[str, str, str]:
    """What is shown in ``width`` characters: before the cursor, under it, and after it."""
    start = max(0, prompt.cursor - max(0, width - 1))
    before = prompt.text[start : prompt.cursor]
    under = prompt.text[prompt.cursor : prompt.cursor + 1] or " "
    after = prompt.text[prompt.cursor + 1 : start + width]
    return before, under, after


def _cut_out(prompt: Prompt, start: int, end: int) -> Prompt:
    return Prompt(prompt.text[:start] + prompt.text[end:], start)


def _word_start(prompt: Prompt) -> int:
    before = prompt.text[: prompt.cursor].rstrip()
    return before.rfind(" ") + 1


def _move(prompt: Prompt, cursor: int) -> Prompt:
    return prompt._replace(cursor=max(0, min(cursor, len(prompt.text))))


_EDITS: dict[str, Callable[[Prompt], Prompt]] = {
    "left": lambda line: _move(line, line.cursor - 1),
    "right": lambda line: _move(line, line.cursor + 1),
    "home": lambda line: _move(line, 0),
    "ctrl+a": lambda line: _move(line, 0),
    "end": lambda line: _move(line, len(line.text)),
    "ctrl+e": lambda line: _move(line, len(line.text)),
    "backspace": lambda line: _cut_out(line, max(0, line.cursor - 1), line.cursor),
    "ctrl+h": lambda line: _cut_out(line, max(0, line.cursor - 1), line.cursor),
    "delete": lambda line: _cut_out(line, line.cursor, line.cursor + 1),
    "ctrl+w": lambda line: _cut_out(line, _word_start(line), line.cursor),
    "ctrl+u": lambda line: _cut_out(line, 0, line.cursor),
    "ctrl+k": lambda line: Prompt(line.text[: line.cursor], line.cursor),
}
_REMOVING = frozenset({"backspace", "ctrl+h", "delete", "ctrl+w", "ctrl+u", "ctrl+k"})
"""The keys that remove what is selected."""
