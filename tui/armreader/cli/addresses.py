"""The addresses of entries without text, as in a list of saved links or search results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from armreader.cli.command import DONE
from armreader.cli.given import chosen_paths
from armreader.cli.printing import print_json, print_lines

if TYPE_CHECKING:
    from argparse import Namespace


def print_addresses(options: Namespace) -> int:
    """Print each address once, one a line, for a program that fetches and saves pages."""
    from armreader.reading.read import read_paths
    from armreader.records import Problem

    problems = (one for one in read_paths(chosen_paths(options)) if isinstance(one, Problem))
    found = dict.fromkeys(address for one in problems for address in one.addresses)
    if options.json:
        print_json({"addresses": list(found)})
    else:
        print_lines(list(found))
    return DONE
