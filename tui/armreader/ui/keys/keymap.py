"""Keys to commands: the table's own keys, or what the user's ``[keys]`` put in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

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


def make_keymap(given: Mapping[str, object] | None = None) -> Keymap:
    """The keymap under a ``[keys]`` table: command id to a key or a list of keys.

    A command that is named has only the keys given. A key that two commands ask for goes to
    the one that the user named; where both were named, to the first, and the clash is reported.
    """
    problems: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    for name, keys in (given or {}).items():
        if name not in BY_ID:
            problems.append(f"config.toml: no command “{name}”{_nearest(name)}")
        elif not (isinstance(keys, str) or _all_text(keys)):
            problems.append(
                f"config.toml: the keys of “{name}” must be a string or a list of strings"
            )
        else:
            listed = [keys] if isinstance(keys, str) else list(map(str, _items(keys)))
            named = [_NAMES.get(key.casefold(), key) for key in listed]
            problems += [
                f"config.toml: “{key}” for “{name}” is not the name of a key"
                for key in named
                if not _is_key(key)
            ]
            chosen[name] = tuple(filter(_is_key, named))
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
                problems.append(f"config.toml: “{key}” is both {holder.id} and {command.id}")
        keys_of[command.id] = tuple(taken)
        if not taken and command.id not in chosen:
            lost = " ".join(map(key_label, command.keys))
            problems.append(f"config.toml: “{command.id}” has lost its key {lost}: give it another")
    return Keymap(command_of, keys_of, tuple(problems))


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
