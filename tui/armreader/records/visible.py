"""Characters that could deceive a reader or steer a terminal, made visible one for one.

Every room that shows or stores text from outside (articles, names of files, queries, notes, error
messages) passes it through ``visible`` or ``visible_line``; offsets stay as they were.
"""

from __future__ import annotations

import re
from functools import cache

REPLACEMENT = "\ufffd"
DIRECTION_MARK = "⇄"
"""Replaces a character that changes the direction of the text around it (CVE-2021-42574)."""
INVISIBLE_MARK = "␣"
"""Replaces a character that has no width, or none that a reader would notice."""

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_UNUSABLE = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_NEW_LINES = "\r\x0b\x0c\x85\u2028\u2029"
_NEW_LINE = re.compile(f"[{_NEW_LINES}]")
_SUSPECT = re.compile(f"[{_CONTROL}{_UNUSABLE}{_DIRECTION}{_INVISIBLE}\u2028\u2029]")
# A joiner between two letters of a script that is written with joiners, or inside an emoji.
_JOINERS = "\u200c\u200d"
_JOINED = "[\u0600-\u109f\u1780-\u17ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
# A selector chooses among forms that there are (Unicode's StandardizedVariants and emoji variation
# sequences); behind any other character it would be a bit of a hidden message.
_PICTURED = (
    "#*0-9©®‼⁉™ℹ\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff〰〽㊗㊙\U0001f000-\U0001faff"
)
_VARIED = (
    "0‘’“”\u1000-\u109f\u2200-\u22ff\u2a00-\u2aff、。\u3400-\u9fff\ua840-\ua87f\uaa60-\uaa7f"
    "\uf900-\ufaff！，．：；？\U00010ac0-\U00010aff\U00020000-\U0003ffff"
)
_SELECTED = re.compile(
    f"[{_PICTURED}][\ufe0e\ufe0f]|[{_VARIED}][\ufe00-\ufe02]|[\U00013000-\U0001345f][\ufe00-\ufe06]"
)


def with_plain_newlines(text: str) -> str:
    r"""Every line break of ASCII or Unicode (CR LF, CR, VT, FF, NEL, LS, PS) as ``\n``."""
    if not any(mark in text for mark in _NEW_LINES):
        return text
    return _NEW_LINE.sub("\n", text.replace("\r\n", "\n"))


def visible(text: str) -> str:
    r"""The text with each unsafe character replaced by one that shows; ``\n`` and ``\t`` stay.

    Controls become their symbols (``␛`` for escape), directional marks ``⇄``, invisible characters
    ``␣``, lone surrogates, C1 controls and non-characters ``�``. Letters of every script stay, and
    so do the joiners that Arabic, Indic scripts and emoji are written with, and a variation
    selector after a character that has that form.
    """
    if not _SUSPECT.search(text):
        return text
    return _SUSPECT.sub(lambda match: _shown(text, match), text)


def visible_line(text: str) -> str:
    """As ``visible``, for what must stay on one line: line breaks and tabs show as well."""
    return visible(text).replace("\n", "␊").replace("\t", "␉")


def suspects(text: str) -> dict[str, int]:
    """How many characters of each kind ``visible`` would replace: ``{"direction mark": 2}``."""
    counts: dict[str, int] = {}
    for match in _SUSPECT.finditer(text):
        if _shown(text, match) != match.group():
            kind = _kind(match.group())
            counts[kind] = counts.get(kind, 0) + 1
    return counts


def _shown(text: str, match: re.Match[str]) -> str:
    character = match.group()
    at = match.start()
    if character in _JOINERS and _joins(text, at):
        return character
    if at and _SELECTED.match(text, at - 1):
        return character
    return _picture(character)


def _joins(text: str, at: int) -> bool:
    return bool(at and re.match(f"{_JOINED}.{_JOINED}", text[at - 1 : at + 2], re.DOTALL))


@cache
def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    kind = _kind(character)
    if kind == "direction mark":
        return DIRECTION_MARK
    return INVISIBLE_MARK if kind == "invisible character" else REPLACEMENT


@cache
def _kind(character: str) -> str:
    if re.match(f"[{_CONTROL}]", character):
        return "control character"
    if re.match(f"[{_DIRECTION}]", character):
        return "direction mark"
    return "unusable character" if re.match(f"[{_UNUSABLE}]", character) else "invisible character"
