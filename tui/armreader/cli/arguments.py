"""A parser of arguments whose messages cannot steer the terminal."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, NoReturn

from armreader.home.standard_error import tell
from armreader.records.visible import visible


class Parser(ArgumentParser):
    """Like argparse's own, but what it says about an argument is made visible."""

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and end."""
        tell(f"{message}; {self.prog} --help explains its arguments")
        self.exit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message(visible(message), file)
