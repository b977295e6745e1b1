"""A search in a dossier of a few sentences, and one in the dossier made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from armreader.search.find import SearchIndex
from dossiers import dossier_of, harbour_dossier


@pytest.fixture
def found() -> Callable[..., list[str]]:
    """The texts, of those given, that a query finds: the best first."""

    def find(query: str, *texts: str) -> list[str]:
        result = SearchIndex(dossier_of(*texts)).search(query)
        return [texts[int(id_[1:])] for id_ in result.ids("article")]

    return find


@pytest.fixture
def harbour() -> SearchIndex:
    """The index of the dossier made by hand."""
    return SearchIndex(harbour_dossier())
