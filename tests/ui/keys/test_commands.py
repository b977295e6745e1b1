"""One table of commands: every command has an action, keys of its own, and can be changed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from armreader.ui.actions import ACTIONS
from armreader.ui.keys.commands import BY_ID, COMMANDS, key_label, key_rows
from armreader.ui.keys.keymap import make_keymap


def test_every_command_has_an_action_and_no_action_is_without_a_command() -> None:
    assert set(ACTIONS) == set(BY_ID)
    assert len(BY_ID) == len(COMMANDS)


def test_no_key_is_given_twice() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    assert not [key for key, times in keys.items() if times > 1]
    assert not make_keymap().problems
    assert all(make_keymap().keys_of[command.id] == command.keys for command in COMMANDS)


def test_no_essential_key_needs_control_or_a_function_key() -> None:
    for command in COMMANDS:
        assert command.id == "redraw" or any(
            not key.startswith(("ctrl+", "f")) or key == "f" for key in command.keys
        ) or command.id in ("page-down", "page-up")  # fmt: skip


def test_help_is_one_short_line_in_the_imperative() -> None:
    for command in COMMANDS:
        assert len(command.help) <= 66, command.id
        assert command.help[0].isupper()
        assert not command.help.endswith(".")


def test_keys_are_shown_as_people_name_them() -> None:
    assert [key_label(key) for key in ("ctrl+d", "pagedown", "]")] == ["Ctrl-d", "PgDn", "]"]
    assert ("Program", "?", "Show the keys") in key_rows()


def test_the_table_needs_no_textual() -> None:
    modules = "sys, armreader.ui.keys.commands, armreader.ui.keys.keymap"
    code = f"import {modules}; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_command_takes_the_keys_that_the_user_names() -> None:
    keymap = make_keymap({"bookmark": ["f9", "ctrl+b"], "quit": "Q"})
    assert keymap.command_of["f9"].id == "bookmark"
    assert "b" not in keymap.command_of
    assert "q" not in keymap.command_of
    assert not keymap.problems


def test_a_key_taken_from_another_command_is_only_the_users() -> None:
    keymap = make_keymap({"search": "n"})
    assert keymap.command_of["n"].id == "search"
    assert keymap.keys_of["next-mention"] == ()


def test_mistakes_in_the_keys_are_reported_with_the_nearest_name() -> None:
    keymap = make_keymap({"bookmrak": "B", "help": 3, "undo": "x", "theme": "x"})
    message = "\n".join(keymap.problems)
    assert "no command “bookmrak”; did you mean “bookmark”?" in message
    assert "the keys of “help” must be" in message
    assert "“x” is both undo and theme" in message


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"bookmark": "ctrl+banana"}, "“ctrl+banana” for “bookmark” is not the name of a key"),
        (
            {"bookmark": ["z"]},
            "“z” is taken from “alone”, which has no key now: name its keys as well",
        ),
        (
            {"bookmark": ["b", "j"]},
            "“j” is taken from “down”, which keeps ↓: name its keys as well",
        ),
        ({"quit": 5}, "the keys of “quit” must be a string or a list of strings"),
    ],
)
def test_a_mistake_in_the_keys_is_one_line(given: dict[str, object], message: str) -> None:
    assert make_keymap(given).problems == (f"config.toml: {message}",)


def test_a_key_that_is_moved_on_purpose_is_no_mistake() -> None:
    keymap = make_keymap({"bookmark": ["b", "j"], "down": "down"})
    assert keymap.command_of["j"].id == "bookmark"
    assert not keymap.problems


def test_every_mistake_is_reported_with_its_line() -> None:
    keymap = make_keymap({"open": "hyper", "bookmark": "z"}, {"keys.open": 4, "keys.bookmark": 5})
    assert [problem.split(":")[0] for problem in keymap.problems] == [
        "config.toml, line 4", "config.toml, line 5",
    ]  # fmt: skip
