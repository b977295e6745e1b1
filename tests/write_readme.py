"""Writes the generated parts of the README anew: ``.venv/bin/python tests/write_readme.py``."""

from __future__ import annotations

import re
from pathlib import Path

from armreader.cli.commands import COMMANDS
from armreader.ui.keys.commands import keys_markdown

README = Path(__file__).parent.parent / "README.md"


def commands_markdown() -> str:
    """The commands of the command line as a table."""
    rows = "".join(f"| `{command.name}` | {command.summary} |\n" for command in COMMANDS)
    return f"| command | what it prints |\n|---|---|\n{rows}"


GENERATED = {"keys": keys_markdown, "commands": commands_markdown}


def block(text: str, name: str) -> str:
    """The text between ``<!-- name: ... -->`` and ``<!-- /name -->``."""
    found = re.search(rf"<!-- {name}:[^>]*-->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    if found is None:
        raise ValueError(f"the README has no block {name!r}")
    return found.group(1)


def main() -> None:
    text = README.read_text(encoding="utf-8")
    for name, made in GENERATED.items():
        text = text.replace(block(text, name), made())
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
