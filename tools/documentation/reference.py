"""The tables of the reference, made from the program's own."""

from __future__ import annotations

import ast
import inspect
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

import armreader
from armreader.cli.commands import COMMANDS
from armreader.cli.options import options_of
from armreader.cli.settings import SETTINGS, VARIABLES
from armreader.language import rows
from armreader.ui.keys.commands import BY_ID, key_label, keys_markdown
from armreader.ui.keys.commands import COMMANDS as KEY_COMMANDS

FIRST_KEYS: dict[tuple[str, ...], str] = {
    ("down", "up"): "Go down or up a row, or a line of the text",
    ("left", "right"): "Go to the pane on the left or right",
    ("articles", "text", "timeline", "quotes"): "Go to the articles, text, timeline, quotes",
    ("open",): "",
    ("next-mention", "previous-mention"): "Go to the next or previous mention, in any source",
    ("next-source", "previous-source"): "Go to the next or previous source that has it",
    ("compare",): "",
    ("coverage",): "",
    ("people",): "",
    ("differ",): "",
    ("why",): "",
    ("related-only",): "",
    ("search",): "",
    ("bookmark",): "",
    ("comment",): "",
    ("notebook",): "",
    ("undo",): "",
    ("correct",): "",
    ("copy",): "",
    ("list-events",): "",
    ("alone",): "",
    ("help",): "",
    ("palette",): "",
    ("quit",): "",
}
"""The keys of the README; several in one row have words of their own."""
RECORDS = {
    "article": ("Article", "Section", "Publication", "Problem"),
    "event": ("Event", "EventMention"),
    "quote": ("Quote", "Speaker", "WordingGroup"),
    "actor": ("Actor", "Spelling"),
    "timex": ("TimeExpression",),
    "quantity": ("Quantity", "Claim", "Relation"),
    "disagreement": ("Disagreement", "Side"),
    "reason": ("Reason",),
    "spans": ("Span", "Passage"),
}
"""The records that the page on Python describes, by their module."""


def table(*lines: Sequence[str]) -> str:
    """A Markdown table; the first line is its head."""
    head, *body = lines
    written = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in written)


def first_keys() -> str:
    rows = [
        (_codes(_keys_of(ids)), words or BY_ID[ids[0]].help) for ids, words in FIRST_KEYS.items()
    ]
    return table(("keys", "what they do"), *rows)


def _keys_of(ids: Sequence[str]) -> list[str]:
    """Of one command all its keys, of several together the first of each."""
    if len(ids) == 1:
        return [key_label(key) for key in BY_ID[ids[0]].keys]
    return [key_label(BY_ID[one].keys[0]) for one in ids]


def key_ids() -> str:
    return table(
        ("id", "keys", "what they do"),
        *((f"`{one.id}`", _codes(map(key_label, one.keys)), one.help) for one in KEY_COMMANDS),
    )


def commands() -> str:
    return table(("command", "what it does"), *((f"`{one.name}`", one.summary) for one in COMMANDS))


def options() -> str:
    """A section for each command with its options."""
    sections = []
    for command in COMMANDS:
        found = [one for one in options_of(command) if "-h" not in one.flags]
        lines = [(f"`{one.spelling}`", one.help) for one in found]
        options = "\n" + table(("argument", "what it does"), *lines) if lines else ""
        summary = command.summary[0].upper() + command.summary[1:]
        example = f"\nFor example: `armreader {command.example}`\n"
        sections.append(f"### {command.name}\n\n{summary}.\n{example}{options}")
    return "\n".join(sections)


def settings() -> str:
    return table(("setting", "values"), *((f"`{name}`", what) for name, what in SETTINGS))


def variables() -> str:
    named = ((", ".join(f"`{one}`" for one in name.split(", ")), what) for name, what in VARIABLES)
    return table(("variable", "what it does"), *named)


def front_matter_keys() -> str:
    """The keys of each field, those that count first first."""
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for key, field in rows("reading/record_keys"):
        keys[field].append(key)
    fields = ("title", "source", "byline", "date", "url")
    return table(("field", "keys"), *((f"`{one}`", _codes(keys[one])) for one in fields))


def public_names() -> str:
    found = [name for name in armreader.__all__ if not name.startswith("_")]
    return table(
        ("name", "what it is"),
        *((f"`armreader.{name}`", _first_line(getattr(armreader, name))) for name in found),
    )


def records() -> str:
    """A section for each record with its fields."""
    return "\n".join(
        f"### {name}\n\n{_sentence(cls)}\n\n"
        + table(("field", "type", "what it is"), *_fields(cls))
        for module, names in RECORDS.items()
        for name in names
        for cls in (getattr(import_module(f"armreader.records.{module}"), name),)
    )


def _sentence(documented: object) -> str:
    return " ".join((inspect.getdoc(documented) or "").split()).replace("``", "`")


def _first_line(documented: object) -> str:
    return (inspect.getdoc(documented) or "").split("\n\n")[0].replace("\n", " ")


def _fields(cls: type) -> Iterator[tuple[str, str, str]]:
    """The fields of a record: name, type and the string below it in the source."""
    (body,) = ast.parse(inspect.getsource(cls)).body
    assert isinstance(body, ast.ClassDef)
    for node, after in zip(body.body, [*body.body[1:], None], strict=True):
        if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)):
            continue
        docstring = after.value.value if _is_string(after) else ""  # type: ignore[union-attr]
        words = " ".join(str(docstring).split()).replace("``", "`")
        yield f"`{node.target.id}`", f"`{ast.unparse(node.annotation)}`", words


def _is_string(node: ast.AST | None) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _codes(words: Iterator[str] | Sequence[str] | map[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


MADE: dict[str, Callable[[], str]] = {
    "first keys": first_keys,
    "keys": keys_markdown,
    "key ids": key_ids,
    "commands": commands,
    "options": options,
    "settings": settings,
    "variables": variables,
    "front matter": front_matter_keys,
    "public names": public_names,
    "records": records,
}
"""The makers of the tables by the names that the pages give them."""
