"""Verdicts: what happens to a bookmark when its source changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from armreader.notes.bookmark import bookmark_quote, bookmark_stretch
from armreader.notes.verify import verify
from armreader.records import Span
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
def test_the_verdict_says_what_became_of_the_words(
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
    later = replace(later, articles=later.articles[1:])
    (verdict,) = verify([kept], later)
    assert (verdict.status, verdict.article) == ("moved", later.articles[0].id)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Reprint\n\nShe said: “We will not load a single crate, until the hours are fair.”\n",
        "Reprint\n\nShe said: “We will not load one more crate, until the hours are fair.”\n",
    ],
    ids=["the same words", "close words"],
)
def test_words_that_only_another_source_has_are_lost_here(
    dossier: Dossier, dossier_of: DossierOf, elsewhere: str
) -> None:
    own = dossier.articles[0].text
    start = own.index("We will not")
    kept = bookmark_stretch(dossier, dossier.articles[0].id, Span(start, start + 31))
    text = "Harbour strike ends\n\nBoth sides have signed, and the cranes turn again.\n"
    later = dossier_of(harbour=text, hostile=elsewhere)
    (verdict,) = verify([kept], later)
    assert (verdict.status, verdict.article, verdict.intact) == ("lost", None, False)
    assert verdict.close_to is not None
    assert verdict.close_to.article == later.articles[1].id
    found = elsewhere[verdict.close_to.start : verdict.close_to.end]
    assert found.startswith("We will not load")
