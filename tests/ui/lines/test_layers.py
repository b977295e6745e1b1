"""Runs: overlapping spans become stretches that do not overlap, each with all its roles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.records import Span
from armreader.ui.lines.layers import LAYERS, flatten
from armreader.ui.lines.line_view import ROLES

SPANS = st.lists(
    st.tuples(
        st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends))),
        st.sampled_from(LAYERS),
    ),
    max_size=8,
)


@settings(max_examples=150)
@given(SPANS, st.integers(0, 30), st.integers(0, 12))
def test_every_code_point_has_its_roles_lowest_first(
    spans: list[tuple[Span, str]], start: int, length: int
) -> None:
    window = Span(start, start + length)
    runs = list(flatten(spans).over(window))
    assert [run.start for run in runs] == ([start] if length else []) + [
        run.end for run in runs[:-1]
    ]
    assert not length or runs[-1].end == window.end
    for run in runs:
        for offset in range(run.start, run.end):
            roles = {role for span, role in spans if span.start <= offset < span.end}
            assert list(run.roles) == [role for role in LAYERS if role in roles]


def test_every_layer_has_a_style() -> None:
    assert set(LAYERS) <= set(ROLES)
