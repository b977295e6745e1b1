"""Wordings: one utterance in different sources, and utterances that only look alike."""

from __future__ import annotations

from armreader.records import Annotations
from armreader.records.linked import Linked
from wire import QUAKE, QUAKE_AGAIN, linked, report


def group_at(found: Linked, one: Annotations, words: str) -> str | None:
    start = one.article.text.index(words)
    return next(
        quote.wording_group
        for quote in found.quotes
        if quote.article == one.article.id
        and any(part.start <= start < part.end for part in quote.fragments)
    )


def said(words: str, day: str = "2020-03-04", speaker: str = "Mina Okafor") -> Annotations:
    return report(f"Statement on the strike\n“{words}” {speaker} said.", day)


def test_two_translations_of_one_sentence() -> None:
    found = linked(QUAKE, QUAKE_AGAIN)
    group = group_at(found, QUAKE, "We have lost")
    assert group
    assert group == group_at(found, QUAKE_AGAIN, "Our whole street")


def test_verbs_of_one_class_say_the_same() -> None:
    one = said("We have suspended our membership of the league,")
    other = said("In effect we froze our membership of this league,")
    found = linked(one, other)
    assert group_at(found, one, "suspended") == group_at(found, other, "froze") is not None


def test_a_sentence_and_its_denial_are_not_one() -> None:
    one = said("We will sign the agreement with the northern ports,")
    other = said("We will not sign the agreement with the northern ports,")
    found = linked(one, other)
    assert group_at(found, one, "sign") is None


def test_another_speaker_or_time_is_another_utterance() -> None:
    one = said("The crews deserve a higher wage this winter,")
    other = said("A higher wage this winter is what the crews deserve,", speaker="Jon Petit")
    late = said("Higher wage this winter: the crews deserve it,", day="2023-01-04")
    found = linked(one, other, late)
    assert all(quote.wording_group is None for quote in found.quotes)


def test_groups_and_quotes_name_each_other() -> None:
    found = linked(QUAKE, QUAKE_AGAIN)
    for group in found.wordings:
        assert len(group.quotes) > 1
        named = {one.id for one in found.quotes if one.wording_group == group.id}
        assert named == set(group.quotes)
