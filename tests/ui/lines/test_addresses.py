"""Addresses in a text, and the runs that they cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.records.spans import Span
from armreader.ui.lines.addresses import Address, addresses, linked
from armreader.ui.lines.layers import Run
from armreader.ui.lines.line_view import LINK


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a, and go.", ["https://example.org/a"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("[x](http://example.org/?q=1;2#3).", ["http://example.org/?q=1;2#3"]),
        ("“https://example.org/”", ["https://example.org/"]),
        ("<https://example.org/><http://example.net>", ["https://example.org/", "http://example.net"]),
        ("https://example.org/\x1b]8;;x", ["https://example.org/"]),
        ("HTTPS, https:// and ftp://example.org", []),
    ],
)  # fmt: skip
def test_an_address_ends_where_it_ends(text: str, found: list[str]) -> None:
    assert [one.address for one in addresses(text)] == found
    assert all(text[one.span.start : one.span.end] == one.address for one in addresses(text))


@given(st.text("htps:/.)],( \n", max_size=60).map(lambda text: text.replace("h", "https://")))
def test_any_text_has_addresses_in_order(text: str) -> None:
    found = addresses(text)
    ends = [0, *(place for one in found for place in one.span)]
    assert ends == sorted(ends)


LINKS = [Address(Span(4, 9), "https://a"), Address(Span(12, 20), "https://b")]


@given(cuts=st.lists(st.integers(0, 24), max_size=6).map(sorted))
def test_runs_are_cut_and_none_is_lost(cuts: list[int]) -> None:
    edges = [0, *cuts, 24]
    runs = [Run(start, end, ("quote",)) for start, end in zip(edges, edges[1:]) if start < end]  # noqa: B905, RUF007
    out = list(linked(runs, LINKS))
    assert [n for run in out for n in range(run.start, run.end)] == list(range(24))
    for run in out:
        links = {one.address for one in LINKS for n in range(run.start, run.end)
                 if one.span.start <= n < one.span.end}  # fmt: skip
        assert {role.removeprefix(LINK) for role in run.roles if role.startswith(LINK)} == links
        assert len(links) <= 1
        assert run.roles[0] == "quote"
