"""Ids as they are typed."""

from __future__ import annotations

from argparse import Namespace

import pytest

from armreader.cli.identifiers import set_in_order, whole_id
from dossiers import harbour_dossier

HARBOUR = harbour_dossier()


@pytest.mark.parametrize(
    ("typed", "found", "wrong"),
    [
        ("e-vote", "e-vote", ""),
        ("e-v", "e-vote", ""),
        ("e-", "", "3 ids begin like this: e-"),
        ("e-none", "", "nothing has the id e-none"),
        ("", "", "nothing has the id"),
    ],
)
def test_the_beginning_of_an_id_is_enough(typed: str, found: str, wrong: str) -> None:
    whole, message = whole_id(HARBOUR, typed)
    assert whole == found
    assert message.startswith(wrong)
    assert bool(message) == (not found)


@pytest.mark.parametrize(
    ("given", "paths", "id_"),
    [
        (("e-1f", ["seeds"]), ["seeds"], "e-1f"),
        (("seeds", ["e-1f"]), ["seeds"], "e-1f"),
        (("one", ["two", "e-1f"]), ["one", "two"], "e-1f"),
        (("e-1f", []), [], "e-1f"),
    ],
)
def test_an_id_may_come_after_the_paths(
    given: tuple[str, list[str]], paths: list[str], id_: str
) -> None:
    options = Namespace(id=given[0], paths=given[1])
    set_in_order(options)
    assert (options.paths, options.id) == (paths, id_)
