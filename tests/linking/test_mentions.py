"""Mentions in columns: the same as those that they are made of."""

from __future__ import annotations

from armreader.linking.mentions import Mentions
from wire import report

TEXT = (
    "Quay closes\nThe harbour of Ardal closed its old quay on 3 May 2021. Mayor Ines Talbot said"
    " that the town had not sold it.\nThe town may build a pier.\n"
)


def test_columns_give_the_mentions_that_they_are_made_of() -> None:
    one = report(TEXT, "2021-05-05")
    found = Mentions.of(one.article.id, one.mentions)
    assert len({mention.status for mention in one.mentions}) > 1
    assert tuple(found) == tuple(one.mentions)
    assert found[1:] == tuple(one.mentions)[1:]
    assert found[-1] == one.mentions[-1]
    assert Mentions.of(one.article.id, found) is found


def test_those_with_a_time_are_found() -> None:
    one = report(TEXT, "2021-05-05")
    timed = [mention for mention in one.mentions if mention.time]
    assert 0 < len(timed) < len(one.mentions)
    assert list(Mentions.of(one.article.id, one.mentions).timed()) == timed
