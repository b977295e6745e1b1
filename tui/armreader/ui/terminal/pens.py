"""Pens: everything about a cell but its character, and the shortest change from one to another.

Each pen is stood for by one character, so that a row's pens are a string beside its cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

from armreader.ui.terminal import links

_SWITCHES = (
    # attribute of rich's Style, parameter that sets it, parameter that unsets it everywhere
    ("bold", "1", "22"),
    ("dim", "2", "22"),
    ("italic", "3", "23"),
    ("underline", "4", "24"),
    ("reverse", "7", "27"),
    # Not every terminal knows how to unset these: a reset does.
    ("blink", "5", None),
    ("blink2", "6", None),
    ("conceal", "8", None),
    ("strike", "9", None),
    ("underline2", "21", None),
    ("frame", "51", None),
    ("encircle", "52", None),
    ("overline", "53", None),
)
_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "51", "52", "53"})
_UNSET_TOGETHER = (frozenset({"1", "2"}), frozenset({"4", "21"}))
"""Bold and dim, one underline and two: what unsets the one unsets the other."""
_OFF = {on: off for _, on, off in _SWITCHES}

_FIRST = 0x100
"""Pens are numbered from here, past every character with a meaning of its own."""
_SURROGATES = range(0xD800, 0xE000)


class Pen(NamedTuple):
    """Colours as SGR parameters ("" is the terminal's own), attributes as theirs, a safe link."""

    foreground: str = ""
    background: str = ""
    attributes: frozenset[str] = frozenset()
    link: str = ""
    blank: bool = False
    """Whether it draws only blanks, where neither the foreground nor most attributes show."""

    def as_values(self) -> list[object]:
        """The pen as values that JSON can hold."""
        attributes = sorted(self.attributes)
        return [self.foreground, self.background, attributes, self.link, self.blank]

    @classmethod
    def from_values(cls, values: Sequence[Any]) -> Pen:
        """The pen that `as_values` gave."""
        foreground, background, attributes, link, blank = values
        return cls(foreground, background, frozenset(attributes), link, blank)


class Pens:
    """The pens met so far, for one depth of colour.

    ``colours`` None leaves colours out; ``with_links`` False leaves out links.
    """

    def __init__(self, colours: ColorSystem | None, *, with_links: bool = True) -> None:
        self._colours = colours
        self._with_links = with_links
        self._pens: list[Pen] = []
        self._codes: dict[Pen, str] = {}
        self._of_style: dict[Style | None, str] = {}
        self._blank_of: dict[str, str] = {}
        self._changes: dict[tuple[str, str], str] = {}
        self.default = self.code_of(Pen())

    def of(self, style: Style | None) -> str:
        """The pen of a rich style."""
        code = self._of_style.get(style)
        if code is None:
            if len(self._of_style) > 2_000:  # styles also differ by metadata, without end
                self._of_style.clear()
            code = self._of_style[style] = self.code_of(self._pen(style))
        return code

    def blank_of(self, pen: str) -> str:
        """The pen of a blank written with this pen: two that look alike are the same pen."""
        code = self._blank_of.get(pen)
        if code is None:
            full = self.pen(pen)
            if full.link or full.attributes & _SEEN_ON_BLANKS:
                code = pen
            else:
                code = self.code_of(Pen(background=full.background, blank=True))
            self._blank_of[pen] = code
        return code

    def is_blank(self, pen: str) -> bool:
        """Whether only blanks have this pen."""
        return self.pen(pen).blank

    def without_link(self, pen: str) -> str:
        """The same pen, with which nothing is a link."""
        full = self.pen(pen)
        return self.code_of(full._replace(link="")) if full.link else pen

    def erases(self, pen: str, *, colour_erases: bool) -> bool:
        """Whether erased cells look like blanks of this pen.

        ``colour_erases``: the terminal erases to the current background (terminfo's ``bce``).
        """
        full = self.pen(pen)
        if full.link or full.attributes & _SEEN_ON_BLANKS:
            return False
        return colour_erases or not full.background

    def change(self, old: str, new: str) -> str:
        """The shortest sequence that turns one pen into the other."""
        sequence = self._changes.get((old, new))
        if sequence is None:
            sequence = self._changes[old, new] = change(self.pen(old), self.pen(new))
        return sequence

    def pen(self, code: str) -> Pen:
        """The pen that a character stands for."""
        number = ord(code)
        if number >= _SURROGATES.stop:
            number -= len(_SURROGATES)
        return self._pens[number - _FIRST]

    def code_of(self, pen: Pen) -> str:
        """The character that stands for a pen."""
        code = self._codes.get(pen)
        if code is None:
            number = _FIRST + len(self._pens)
            if number >= _SURROGATES.start:
                number += len(_SURROGATES)
            code = self._codes[pen] = chr(number)
            self._pens.append(pen)
        return code

    def _pen(self, style: Style | None) -> Pen:
        if style is None:
            return Pen()
        return Pen(
            self._parameters(style.color, True),
            self._parameters(style.bgcolor, False),
            frozenset(on for name, on, _ in _SWITCHES if getattr(style, name)),
            links.safe(style.link) if style.link and self._with_links else "",
        )

    def _parameters(self, colour: Color | None, foreground: bool) -> str:
        if colour is None or colour.is_default or self._colours is None:
            return ""
        return ";".join(colour.downgrade(self._colours).get_ansi_codes(foreground))


def change(old: Pen, new: Pen) -> str:
    link = links.begin(new.link) if new.link != old.link else ""
    by_difference = _difference(old, new)
    if by_difference == []:
        return link
    after_reset = [*sorted(new.attributes, key=int), new.foreground, new.background]
    parameters = ";".join(["0", *filter(None, after_reset)])
    sequences = [f"\x1b[{'' if parameters == '0' else parameters}m"]
    if by_difference is not None:
        sequences.insert(0, f"\x1b[{';'.join(by_difference)}m")
    return link + min(sequences, key=len)


def _difference(old: Pen, new: Pen) -> list[str] | None:
    """SGR parameters for what differs; None where only a reset can unset an attribute."""
    lost = old.attributes - new.attributes
    gained = new.attributes - old.attributes
    offs = {_OFF[on] for on in lost}
    for together in _UNSET_TOGETHER:
        if lost & together:
            gained |= new.attributes & together
    parameters: list[str] = []
    for off in offs:
        if off is None:
            return None
        parameters.append(off)
    parameters.sort(key=int)
    parameters += sorted(gained, key=int)
    if old.foreground != new.foreground:
        parameters.append(new.foreground or "39")
    if old.background != new.background:
        parameters.append(new.background or "49")
    return parameters
