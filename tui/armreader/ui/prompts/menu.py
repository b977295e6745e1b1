"""A menu of what can be said about a row, a line for a value, and a picker with a preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from armreader.ui.lines.line_view import Part
from armreader.ui.prompts.choices import Choice, Choosing
from armreader.ui.prompts.typing import Bars, Typing
from armreader.ui.session.notices import Fault, look_of

if TYPE_CHECKING:
    from armreader.ui.session.desk import Desk

_PICKER_ROWS = 14
TITLE_CELLS = 60
"""The most cells of what a menu is about, at its head."""


class Say(NamedTuple):
    """One thing that can be said about a row, and its key."""

    key: str
    words: str
    begin: Callable[[], None]


class MenuTyping(Choosing):
    """A key chooses an entry at once; so does Enter on its row."""

    sign = "="

    def __init__(self, desk: Desk, title: str, entries: Sequence[Say]) -> None:
        choices = [Choice(one.key, one.words) for one in entries]
        super().__init__(desk, title, choices, len(entries) + 1)
        self._entries = entries

    def key(self, key: str, character: str | None) -> None:
        named = next((n for n, one in enumerate(self._entries) if one.key == character), None)
        if named is not None:
            self.close()
            self.chosen(named)
        elif key == "enter":
            self.enter()
        elif key in ("escape", "ctrl+c", "backspace") or character in ("=", "q"):
            self.escape()
        else:
            self.other_key({"j": "down", "k": "up"}.get(key, key))

    def paste(self, text: str) -> None:
        """Nothing is typed here."""

    def chosen(self, number: int) -> None:
        self._entries[number].begin()

    def bar(self, width: int) -> Bars:
        left: list[Part] = [(" Press a key from the list", ())]
        return left, [("Esc", ("key",)), (" leaves ", ())]


class ValueTyping(Typing):
    """A value that is typed after its name; ``save`` returns what is wrong with it, else
    nothing."""

    def __init__(
        self,
        desk: Desk,
        sign: str,
        text: str,
        save: Callable[[str], str],
        *,
        replaced: bool = False,
    ) -> None:
        """``replaced``: what is typed replaces the value; else the value is edited."""
        super().__init__(desk, text, selected=replaced)
        self.sign = f"{sign}: "
        self._save = save

    def enter(self) -> None:
        """Save; a wrong value can be typed again."""
        wrong = self._save(self.prompt.text.strip())
        if wrong:
            self.desk.tell(Fault(wrong))
        else:
            self.desk.end_typing()

    def hint(self) -> list[Part]:
        notice = self.desk.state.notice
        if notice:
            return [(f"{notice} ", look_of(notice))]
        return [("Enter", ("key",)), (" saves  ", ()), ("Esc", ("key",)), (" cancels ", ())]


class PickerTyping(Choosing):
    """Words filter the rows; what would become of the one under the cursor is shown above them."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        choices: Sequence[Choice],
        preview: Callable[[int], Sequence[str]],
        choose: Callable[[int], None],
    ) -> None:
        super().__init__(desk, title, choices, _PICKER_ROWS)
        self.sign = "filter: "
        self._folded = [f"{one.sign} {one.words}".casefold() for one in choices]
        self._previewed, self._choose = preview, choose

    def begin(self) -> None:
        super().begin()
        self.moved()

    def changed(self) -> None:
        words = self.prompt.text.casefold().split()
        shown = [n for n, text in enumerate(self._folded) if all(word in text for word in words)]
        self.list.show(self._title, self._choices, shown)
        self.moved()

    def moved(self) -> None:
        number = self.list.key
        lines = self._previewed(number) if number is not None else ("Nothing matches.",)
        self.list.preview(lines)

    def chosen(self, number: int) -> None:
        self._choose(number)

    def hint(self) -> list[Part]:
        return [("Enter", ("key",)), (" the same  ", ()), ("Esc", ("key",)), (" cancels ", ())]
