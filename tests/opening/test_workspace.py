"""Work that is kept: it comes to what would be made again, and is made again only where it must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest

from armreader.linking.link import draft, link
from armreader.opening import annotating
from armreader.opening import workspace as kept_work
from armreader.opening.annotating import Found
from armreader.opening.workspace import KeptWork
from armreader.records import Annotations, Correction
from armreader.records.linked import Linked
from armreader.store.keys import article_key
from armreader.store.store import Store
from wire import QUAKE, QUAKE_AGAIN, QUAKE_UNDATED, VOTE, linked

ALL = (QUAKE, VOTE, QUAKE_AGAIN, QUAKE_UNDATED)
MENTION = f"{QUAKE.article.id}@{QUAKE.article.text.index('earthquake')}"
OTHER = f"{VOTE.article.id}@{VOTE.article.text.index('resigned')}"
QUOTE, AGAIN = (linked(one).quotes[0].id for one in (QUAKE, QUAKE_AGAIN))


@pytest.fixture
def store() -> Iterator[Store]:
    with Store(None) as opened:
        yield opened


def found_in(annotated: Sequence[Annotations]) -> Found:
    keys = [article_key(one.article) for one in annotated]
    articles = [one.article for one in annotated]
    return Found(articles, keys, [], dict(zip(keys, annotated, strict=True)))


@pytest.mark.parametrize(
    ("correction", "drafts"),
    [
        (Correction("date", QUAKE_UNDATED.article.id, "2021-05"), 2),
        (Correction("speaker", QUOTE, "Ada Nilsen"), 2),
        (Correction("source", VOTE.article.id, "Evening Sun"), 1),
        (Correction("split", MENTION), 1),
        (Correction("join", MENTION, OTHER), 1),
        (Correction("different", QUOTE, AGAIN), 1),
        (Correction("same", QUOTE, AGAIN), 1),
    ],
)
def test_a_correction_comes_to_what_linking_again_does(
    store: Store, monkeypatch: pytest.MonkeyPatch, correction: Correction, drafts: int
) -> None:
    made: list[Linked] = []

    def counted(annotated: Iterable[Annotations], corrections: Sequence[Correction]) -> Linked:
        made.append(draft(annotated, corrections))
        return made[-1]

    monkeypatch.setattr(kept_work, "draft", counted)
    work, found = KeptWork(), found_in(ALL)
    assert work.link(found, store, ()) == link(ALL)
    assert work.link(found, store, (correction,)) == link(ALL, (correction,))
    assert work.link(found, store, (correction,)) == link(ALL, (correction,))
    assert len(made) == drafts


def test_other_articles_are_linked_again(store: Store) -> None:
    work = KeptWork()
    work.link(found_in(ALL), store, ())
    assert work.link(found_in(ALL[:2]), store, ()) == link(ALL[:2])


def test_of_too_large_a_dossier_no_draft_is_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotating, "MOST", sum(len(one.article.text) for one in ALL) - 1)
    work = KeptWork()
    assert work.link(found_in(ALL), store, ()) == link(ALL)
    assert work._draft is None


def test_what_is_made_of_too_large_a_dossier_is_left_in_the_store(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotating, "MOST", 0)
    known = {one.article.id: one for one in ALL}
    found = Found()
    for _ in annotating.find(
        [one.article for one in ALL], store, lambda some: (known[one.id] for one in some), found
    ):
        pass
    assert not found.made
    assert KeptWork().link(found, store, ()) == link(ALL)
