"""Verdicts: what becomes of a bookmark when its source changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from armreader.notes.bookmark import bookmark_quote
from armreader.notes.verify import verify
from armreader.story.dossier import Dossier

DossierOf = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("old", "new", "status", "words"),
    [
        ("", "", "holds", "We will not load a single crate"),
        ("Harbour strike", "Long harbour strike", "moved", "We will not load a single crate"),
        ("a single crate", "one single crate more", "changed", "We will not load one single crate"),
        ("Dockers", "Porters", "holds", "We will not load a single crate"),
    ],
)
def test_the_verdict_tells_what_became_of_the_words(
    dossier: Dossier, dossier_of: DossierOf, old: str, new: str, status: str, words: str
) -> None:
    kept = bookmark_quote(dossier, dossier.quotes[0].id)
    text = dossier.articles[0].text
    assert old in text
    later = dossier_of(harbour=text.replace(old, new, 1))
    (verdict,) = verify([kept], later)
    assert verdict.status == status
    assert verdict.article is not None
    assert verdict.span is not None
    found = later.article_by_id[verdict.article].text[verdict.span.start : verdict.span.end]
    assert found.startswith(words)


def test_words_that_were_cut_are_lost_and_the_bookmark_is_kept(
    dossier: Dossier, dossier_of: DossierOf
) -> None:
    kept = bookmark_quote(dossier, dossier.quotes[0].id)
    text = "Harbour strike ends\n\nBoth sides have signed, and the cranes turn again.\n"
    (verdict,) = verify([kept], dossier_of(harbour=text))
    assert (verdict.status, verdict.article, verdict.span) == ("lost", None, None)
    assert verdict.bookmark == kept


def test_words_are_found_in_another_article_when_their_own_is_gone(
    dossier: Dossier, dossier_of: DossierOf
) -> None:
    kept = bookmark_quote(dossier, dossier.quotes[0].id)
    other = "Reprinted.\n" + dossier.articles[0].text
    later = dossier_of(harbour="Another report altogether.\n", hostile=other)
    (verdict,) = verify([kept], later)
    assert (verdict.status, verdict.article) == ("moved", later.articles[1].id)
