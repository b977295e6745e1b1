"""Actors across articles: one record for all spellings, and namesakes kept apart."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armreader.extraction.sentences import find_sentences
from armreader.linking.actors import MergedActors, merge_actors
from armreader.linking.misspelt import are_spellings
from armreader.linking.same_actor import folded
from armreader.records import Annotations
from sample_articles import article_of, quotes_of


def annotated(text: str) -> Annotations:
    """An article with its sentences, actors and quotes."""
    article = article_of(text)
    quotes, actors = quotes_of(article)
    return Annotations(article, find_sentences(article), (), actors, quotes, ())


def merged(*texts: str) -> MergedActors:
    return merge_actors([annotated(text) for text in texts])


def spellings(found: MergedActors) -> dict[str, set[str]]:
    """The spellings of every actor by its name."""
    return {actor.name: {s.text for s in actor.spellings} for actor in found.actors}


def test_full_name_surname_and_misspelling_are_one_person() -> None:
    found = spellings(
        merged(
            "Prime Minister Karel Drobnyan spoke. Later Drobyan left.",
            "Drobnyan said it was late.",
            "Minister Karel Drobnyen flew home.",
        )
    )
    assert found == {
        "Karel Drobnyan": {
            *("Karel Drobnyan", "Drobyan", "Drobnyan", "Karel Drobnyen", "Drobnyen"),
        }
    }


@pytest.mark.parametrize(
    ("later", "name"),
    [
        ("NFA said so. The NFA left. NFA paid.", "NFA"),
        ("NFA said so. The Northern Fisheries Agency left.", "Northern Fisheries Agency"),
    ],
)
def test_an_organisation_goes_by_the_form_that_is_written_most(later: str, name: str) -> None:
    (agency,) = merged("The Northern Fisheries Agency (NFA) met.", later).actors
    assert agency.name == name
    assert {s.text for s in agency.spellings} == {"Northern Fisheries Agency", "NFA"}


def test_what_follows_the_name_of_a_company_makes_no_other() -> None:
    (company,) = merged("NHP PLC closed. NHP said so.", "NHP paid.").actors
    assert {s.text for s in company.spellings} == {"NHP PLC", "NHP"}
    (firm,) = merged("Ardal Telekom SA paid. Ardal Telekom paid.").actors
    assert (firm.kind, firm.name) == ("organisation", "Ardal Telekom SA")
    (person,) = merged("Karl Lund Jr. left.").actors
    assert person.kind == "person"


def test_two_people_of_one_surname_stay_apart() -> None:
    found = merged("Anna Berg met Paul Berg.", "Berg said it was late.", "Anna Berg slept.")
    names = sorted(actor.name for actor in found.actors)
    assert names == ["Anna Berg", "Berg", "Paul Berg"]
    assert len(spellings(found)["Anna Berg"]) == 2


def test_an_initial_joins_the_one_it_can_stand_for() -> None:
    assert list(spellings(merged("Karel Drobny left.", "K. Drobny slept."))) == ["Karel Drobny"]
    two = merged("Karel Drobny met Katya Drobny.", "K. Drobny slept.")
    assert len(two.actors) == 3


def test_a_middle_name_is_of_the_one_without_it() -> None:
    found = merged("Ann B. Lee left. Lee ran.", "Ann Lee slept.", "Ann Brigid Lee woke.")
    assert len(found.actors) == 1
    two = merged("Ann B. Lee left.", "Ann Lee slept.", "Ann C. Lee woke.")
    assert sorted(actor.name for actor in two.actors) == ["Ann B. Lee", "Ann C. Lee", "Ann Lee"]
    son = merged("Karl Lund left.", "Karl Lund Jr. slept.")
    assert len(son.actors) == 2


def test_a_nickname_in_marks_joins_the_name_that_has_it_alone() -> None:
    found = merged('Deputy Luis "Jerry" Lund left.', "Jerry Lund slept. Later Lund ran.")
    assert len(found.actors) == 1
    two = merged('Deputy Luis "Jerry" Lund left.', "Barry Lund slept.")
    assert len(two.actors) == 2


def test_organisations_by_acronym_and_british_spelling() -> None:
    found = spellings(
        merged(
            "The North Sea Safety Organization (NSSO) met.",
            "The NSSO adjourned.",
            "The North Sea Safety Organisation paid.",
        )
    )
    assert len(found) == 1
    assert found.popitem()[1] == {
        *("North Sea Safety Organization", "North Sea Safety Organisation", "NSSO"),
    }


@pytest.mark.parametrize(
    ("texts", "bodies"),
    [
        (("The U.S. Fisheries Board met.", "The Fisheries Board paid."), 1),
        (("The Norwegian Fisheries Board met.", "The Fisheries Board paid."), 1),
        (
            (
                "The Fisheries Board paid.",
                "The Danish Fisheries Board met with US Fisheries Board.",
            ),
            3,
        ),
        (("The Danish Board met.", "The Board paid."), 2),
    ],
)
def test_a_body_without_its_country_is_the_one_of_the_country_that_is_named(
    texts: tuple[str, ...], bodies: int
) -> None:
    found = [actor for actor in merged(*texts).actors if actor.kind == "organisation"]
    assert len(found) == bodies


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("drobnyan", "drobyan", True),
        ("drobnyan", "drobnian", True),
        ("armenia", "armenian", False),
        ("georgia", "georgian", False),
        ("iran", "iraq", False),
        ("niger", "nigeria", False),
        ("slovakia", "slovenia", False),
        ("berg", "borg", False),
        ("volnov", "volnova", False),
        ("tbilisi", "tbilsi", True),
    ],
)
def test_what_may_be_a_misspelling(one: str, other: str, same: bool) -> None:
    assert are_spellings(one, other) == are_spellings(other, one) == same


def test_a_country_is_never_its_people() -> None:
    found = merged("Armenia paid.", "An Armenian official spoke. Armenians cheered.")
    places = [actor for actor in found.actors if actor.kind == "place"]
    assert [{s.text for s in actor.spellings} for actor in places] == [{"Armenia"}]


def test_speakers_described_without_a_name_belong_to_their_article() -> None:
    found = merged("A local official said it was late.", "A local official said it was dark.")
    assert len(found.actors) == 2
    assert len({actor.id for actor in found.actors}) == 2


def test_quotes_name_actors_of_the_dossier() -> None:
    found = merged("Karel Drobny said it was late. Drobny left.", "Karel Drobny slept.")
    (drobny,) = found.actors
    speaker = found.annotated[0].quotes[0].speaker
    assert speaker
    assert speaker.actor == drobny.id
    locals_ = [actor.id for each in found.annotated for actor in each.actors]
    assert drobny.id not in locals_
    assert [ids[local] for ids, local in zip(found.ids, locals_, strict=True)] == [drobny.id] * 2


def test_every_place_of_a_spelling_holds_those_letters() -> None:
    texts = ("Karel Drobny met Ines Falk.", "Drobny said Falk was late.")
    found = merged(*texts)
    text_of = {one.article.id: one.article.text for one in found.annotated}
    for actor in found.actors:
        for spelling in actor.spellings:
            assert text_of[spelling.article][slice(*spelling.span)] == spelling.text


names = st.sampled_from(
    ["Karel Drobny", "Drobny", "K. Drobny", "Anna Drobny", "Drobni", "Ines Falk", "Norway", "NSSO"]
)


@settings(max_examples=40)
@given(st.lists(names, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_merging_does_not_depend_on_the_order_of_the_articles(
    chosen: list[str], chance: Random
) -> None:
    texts = [f"{name} said it was late on day {k}." for k, name in enumerate(chosen)]
    shuffled = texts[:]
    chance.shuffle(shuffled)

    def partition(found: MergedActors) -> set[frozenset[str]]:
        """The articles that name each actor: which articles are grouped must not change."""
        return {frozenset(s.article for s in actor.spellings) for actor in found.actors}

    assert partition(merged(*texts)) == partition(merged(*shuffled))


def test_folding_forgets_accents_hyphens_styles_and_british_spelling() -> None:
    assert folded("The Défense-Organisation") == "defense organization"
    assert folded("Pope Clément") == "clement"
