"""Filters over all kinds of records, on the dossier made by hand."""

from __future__ import annotations

import pytest

from armreader.search.find import SearchIndex

CASES = {
    "speaker:quill": "quill | | q-stand q-upright | gazette courier",
    "speaker:quil": "quill | | q-stand q-upright | gazette courier",
    "speaker:Quyll": "quill | | q-stand q-upright | gazette courier",
    "speaker:birk": " | | | ",
    "speaker:nobody": " | | | ",
    "person:birk": "birk | e-spoke | | herald",
    "source:courier": "quill | e-vote | q-upright | courier",
    "source:lumen": "quill | e-built e-vote | q-stand q-move | gazette",
    "-source:courier kind:quote": " | | q-stand q-move | ",
    "kind:direct": " | | q-stand q-upright | gazette courier",
    "kind:indirect": " | | q-move | gazette",
    "kind:event": " | e-built e-vote e-spoke | | ",
    "kind:person": "quill birk | | | ",
    "kind:asserted": " | e-built e-vote e-spoke | | gazette courier herald",
    "has:disagreement": " | e-vote | | gazette courier",
    "has:wording": " | | q-stand q-upright | gazette courier",
    "is:bookmarked": " | | q-move | gazette",
    "date:2030-03-08 kind:event": " | e-vote | | ",
    "date:1931 kind:event": " | e-built | | ",
    "date:1931..1940 kind:event": " | e-built | | ",
    "before:1950 kind:event": " | e-built | | ",
    "after:1950 kind:event": " | e-vote | | ",
    "date:2030-03-09": " | | q-upright | courier",
    "speaker:quill upright": " | | q-upright | courier",
    "kind:direct mended": " | | | ",
    "-speaker:quill kind:quote": " | | q-move | ",
}


@pytest.mark.parametrize(("query", "expected"), CASES.items())
def test_filter(query: str, expected: str, harbour: SearchIndex) -> None:
    result = harbour.search(query, bookmarked={"q-move"})
    kinds = ("actor", "event", "quote", "article")
    found = [set(result.ids(kind)) for kind in kinds]  # type: ignore[arg-type]
    assert found == [set(part.split()) for part in expected.split("|")]


def test_a_filter_lights_nothing_but_gives_the_places(harbour: SearchIndex) -> None:
    result = harbour.search("kind:indirect")
    assert [one.article for one in result.passages] == ["gazette"]
    assert result.lit("Boats will move") == ()
