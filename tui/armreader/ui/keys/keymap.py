"""Keys to commands: the table's own keys, or what the user's ``[keys]`` put in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from armreader.home.setting_lines import mistake
from armreader.ui.keys.acts import is_permitted
from armreader.ui.keys.commands import BY_ID, COMMANDS, Command, key_label

_NAMES = {"esc": "escape", "pgdn": "pagedown", "pgup": "pageup", " ": "space", "return": "enter"}

_NAMED_KEYS = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
     "enter", "escape", "space", "tab", "backspace", *(f"f{number}" for number in range(1, 25))}
)  # fmt: skip


class Keymap(NamedTuple):
    """Which command each key runs, each command's keys, and what was wrong in ``[keys]``."""

    command_of: Mapping[str, Command]
    keys_of: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def label(self, command: Command) -> str:
        """The keys of a command as they are shown."""
        return " ".join(map(key_label, self.keys_of.get(command.id, ())))

    def first_label(self, command: Command) -> str:
        keys = self.keys_of.get(command.id, ())
        return key_label(keys[0]) if keys else ""

    def command_labelled(self, label: str) -> Command | None:
        """The command of a key as it is shown; None where nothing has it."""
        return next((one for key, one in self.command_of.items() if key_label(key) == label), None)


def make_keymap(
    given: Mapping[str, object] | None = None, lines: Mapping[str, int] | None = None
) -> Keymap:
    """The keymap under a ``[keys]`` table: command id to a key or a list of keys.

    A command that is named has only the keys given. A key that two commands ask for goes to
    the one that the user named; where both were named, to the first. Every clash is reported, with
    its line (``lines``: as of ``setting_lines``).
    """
    problems: list[str] = []

    def wrong(name: str, words: str) -> None:
        problems.append(mistake(lines or {}, f"keys.{name}", words))

    chosen = _chosen(given or {}, wrong)
    command_of: dict[str, Command] = {}
    keys_of: dict[str, tuple[str, ...]] = {}
    permitted = [command for command in COMMANDS if is_permitted(command.id)]
    for command in sorted(permitted, key=lambda one: one.id not in chosen):
        taken = []
        for key in chosen.get(command.id, command.keys):
            holder = command_of.setdefault(key, command)
            if holder is command:
                taken.append(key)
            elif command.id in chosen:
                wrong(command.id, f"“{key}” is both {holder.id} and {command.id}")
        keys_of[command.id] = tuple(taken)
        if command.id not in chosen and len(taken) < len(command.keys):
            for key in command.keys:
                if key not in taken:
                    wrong(command_of[key].id, _taken(command, key, taken))
    return Keymap(command_of, keys_of, tuple(problems))


def _chosen(
    given: Mapping[str, object], wrong: Callable[[str, str], None]
) -> dict[str, tuple[str, ...]]:
    """The keys that the table gives to commands, by their ids."""
    chosen: dict[str, tuple[str, ...]] = {}
    for name, keys in given.items():
        if name not in BY_ID:
            wrong(name, f"no command “{name}”{_nearest(name)}")
        elif not (isinstance(keys, str) or _all_text(keys)):
            wrong(name, f"the keys of “{name}” must be a string or a list of strings")
        else:
            listed = [keys] if isinstance(keys, str) else list(map(str, _items(keys)))
            named = [_NAMES.get(key.casefold(), key) for key in listed]
            for key in named:
                if not _is_key(key):
                    wrong(name, f"“{key}” for “{name}” is not the name of a key")
            chosen[name] = tuple(filter(_is_key, named))
    return chosen


def _taken(command: Command, key: str, left: Sequence[str]) -> str:
    """That a command has lost a key to another, and what it has left."""
    rest = f"keeps {' '.join(map(key_label, left))}" if left else "has no key now"
    return f"“{key_label(key)}” is taken from “{command.id}”, which {rest}: name its keys as well"


def _is_key(key: str) -> bool:
    """Whether a key can have this name: a letter or mark, or a named key, with its modifiers."""
    bare = key
    for held in ("ctrl+", "shift+", "alt+"):
        bare = bare.removeprefix(held)
    return len(bare) == 1 or bare in _NAMED_KEYS


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    found = get_close_matches(name, BY_ID, n=1)
    return f"; did you mean “{found[0]}”?" if found else ""


def _items(keys: object) -> Iterable[object]:
    return keys if isinstance(keys, (list, tuple)) else ()


def _all_text(keys: object) -> bool:
    return isinstance(keys, list) and all(isinstance(key, str) for key in keys)
