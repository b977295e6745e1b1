"""The regions that a stretch names, in full or abbreviated."""

from __future__ import annotations

import pytest

from armreader.linking.main_events.regions import regions_in, regions_of
from armreader.records import Span

CASES = [
    ("The vote in Ohio and Guam", {"Ohio", "Guam"}),
    ("West Virginia", {"West Virginia"}),
    ("W.Va. and Va. banks", {"West Virginia", "Virginia"}),
    ("moored at Elsby, N.M., in May", {"New Mexico"}),
    ("Lund wins R.I.", {"Rhode Island"}),
    ("Senator Lund, D-Ohio, and Berg (R-Pa.)", set()),
    ("the wash. was done", set()),
]


@pytest.mark.parametrize(("text", "regions"), CASES)
def test_the_regions_of_a_stretch(text: str, regions: set[str]) -> None:
    assert regions_of(text)(Span(0, len(text))) == regions


def test_a_region_outside_a_stretch_is_not_in_it() -> None:
    assert regions_of("Ohio and Utah")(Span(0, 4)) == regions_in("Ohio and Utah", Span(0, 4))
    assert regions_in("Ohio and Utah", Span(5, 13)) == {"Utah"}
