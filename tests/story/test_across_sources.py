"""Compare, coverage, people and why on a dossier made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from armreader.cli.listings import coverage_table, people_table
from armreader.cli.table import table_lines
from armreader.records import ActorKind, Passage, Reason, Span
from armreader.story.compare import Comparison, compare, comparison_lines, comparison_object
from armreader.story.coverage import CoverageOrder, coverage, coverage_object
from armreader.story.dossier import Dossier
from armreader.story.people import PeopleOrder, listed_people, people, people_object, spellings
from armreader.story.why import why, why_lines, why_object
from dossiers import harbour_dossier

HARBOUR = harbour_dossier()


def compared(about: str, dossier: Dossier = HARBOUR) -> Comparison:
    found = compare(dossier, about)
    assert found is not None
    return found


def words(article: str, spans: tuple[Span, ...]) -> list[str]:
    text = HARBOUR.article_by_id[article].text
    return [text[start:end] for start, end in spans]


def test_an_event_is_compared_in_the_order_of_the_sources() -> None:
    assert list(comparison_lines(HARBOUR, compared("e-vote"))) == [
        "7–8 Mar 2030: closed the old pier",
        "",
        "Lumen Gazette · 8 Mar 2030 (stated)",
        "  gazette.txt:3  The harbour board of Lumen «voted on Thursday to close the old pier»."
        " “We cannot keep it standing,”",
        "    ≈ courier.txt:6  It can no longer be kept upright.",
        "",
        "The Courier · 9 Mar 2030 (inferred)",
        "  courier.txt:5  Lumen’s board «closed the old pier on Friday», after years of dispute."
        " Ms Quill told the council:",
        "",
        "No vote on pier, mayor insists · undated (unknown)",
        "  herald.txt:3  The mayor, Tom Birk, denied that «the pier had been closed»."
        " [sic] He spoke on the radio.",
        "",
        "sources differ on the day: Lumen Gazette: Thu 7 Mar; The Courier: Fri 8 Mar",
    ]


def test_what_only_one_source_says_differs_and_what_is_disputed_is_marked() -> None:
    gazette, courier, _ = compared("e-vote").sources
    assert "Thursday" in words("gazette", gazette.stretches[0].differing)
    assert "pier" not in words("gazette", gazette.stretches[0].differing)
    assert words("gazette", gazette.stretches[0].disputed) == ["Thursday"]
    assert words("courier", courier.stretches[0].disputed) == ["Friday"]


@pytest.mark.parametrize("about", ["q-stand", "q-upright", "w-stand"])
def test_a_quote_is_compared_with_its_other_wordings(about: str) -> None:
    found = compared(about)
    assert found.label == "Ada Quill in 2 wordings"
    assert [words(one.article, one.stretches[0].lit) for one in found.sources] == [
        ["We cannot keep it standing"],
        ["It can no longer be kept upright."],
    ]


def test_what_has_nothing_beside_it_is_not_compared() -> None:
    assert compare(HARBOUR, "q-move") is None
    assert compare(HARBOUR, "none") is None


def test_comparisons_for_programs_point_into_the_texts() -> None:
    found = comparison_object(HARBOUR, compared("e-vote"))
    assert [source["article"] for source in found["sources"]] == [  # type: ignore[attr-defined]
        "gazette", "courier", "herald",
    ]  # fmt: skip
    assert found["disagreements"] == ["d-day"]


@pytest.mark.parametrize(
    ("order", "events"),
    [
        ("time", ["e-built", "e-vote", "e-spoke"]),
        ("sources", ["e-vote", "e-built", "e-spoke"]),
        ("gap", ["e-vote", "e-built", "e-spoke"]),
    ],
)
def test_coverage_counts_mentions_and_gaps(order: CoverageOrder, events: list[str]) -> None:
    matrix = coverage(HARBOUR, order)
    assert [row.event for row in matrix.rows] == events
    assert {row.event: (row.cells, row.sources) for row in matrix.rows} == {
        "e-built": ({0: 1}, 1),
        "e-vote": ({0: 1, 1: 1, 2: 1}, 3),
        "e-spoke": ({2: 1}, 1),
    }
    assert coverage_object(HARBOUR, order)["articles"] == [["gazette"], ["courier"], ["herald"]]


def test_the_matrix_in_print() -> None:
    assert list(table_lines(coverage_table(HARBOUR), 100)) == [
        "date                   mentions  sources  event                id",
        "1931                   1··       1/3      built the pier       e-built",
        "2030-03-07/2030-03-08  111       3/3      closed the old pier  e-vote",
        "undated                ··1       1/3      spoke on the radio   e-spoke",
    ]


def test_a_source_that_repeats_another_is_in_its_column() -> None:
    gazette, courier, herald = HARBOUR.articles
    articles = (gazette, replace(courier, repeats="gazette"), herald)
    matrix = coverage(replace(HARBOUR, articles=articles))
    assert matrix.columns == (("gazette", "courier"), ("herald",))
    assert [(row.event, row.cells) for row in matrix.rows] == [
        ("e-built", {0: 1}), ("e-vote", {0: 2, 1: 1}), ("e-spoke", {1: 1}),
    ]  # fmt: skip


def test_people_who_say_most_come_first_with_every_spelling() -> None:
    quill, birk = people(HARBOUR)
    assert (quill.actor, quill.quotes, quill.sources) == (
        "quill", ("q-stand", "q-upright"), ("gazette", "courier"),
    )  # fmt: skip
    assert (quill.first and quill.first.edtf, quill.last and quill.last.edtf) == (
        "2030-03-08", "2030-03-09",
    )  # fmt: skip
    assert spellings(HARBOUR.actor_by_id["quill"]) == [("Ada Quill", 1), ("Ms Quill", 1)]
    assert (birk.actor, birk.quotes, birk.first) == ("birk", (), None)
    assert [one["name"] for one in people_object(HARBOUR)] == ["Ada Quill", "Tom Birk"]
    assert list(table_lines(people_table(HARBOUR), 120)) == [
        "name       roles  quotes  sources  first       last        spellings                id",
        "Ada Quill         2       2        2030-03-08  2030-03-09  Ada Quill 1, Ms Quill 1  quill",
        "Tom Birk          0       0                                Tom Birk 1               birk",
    ]


@pytest.mark.parametrize(
    ("order", "kind", "actors"),
    [
        ("quotes", None, ["quill", "birk"]),
        ("sources", None, ["quill", "birk"]),
        ("name", None, ["birk", "quill"]),
        ("name", "person", ["birk", "quill"]),
        ("name", "organisation", []),
    ],
)
def test_people_are_listed_by_kind_and_order(
    order: PeopleOrder, kind: ActorKind | None, actors: list[str]
) -> None:
    rows = listed_people(HARBOUR, people(HARBOUR), kind, order)
    assert [row.actor for row in rows] == actors


@pytest.mark.parametrize(
    ("ident", "claims"),
    [
        ("gazette", ["published 8 Mar 2030 (stated)"]),
        (
            "q-stand",
            ["Ada Quill: We cannot keep it standing (direct)", "2 wordings of one utterance"],
        ),
        ("w-stand", ["2 wordings of one utterance"]),
        ("quill", ["Ada Quill: 2 spellings"]),
        ("d-day", ["sources differ on the day: Thu 7 Mar / Fri 8 Mar"]),
        (
            "e-vote",
            [
                "7–8 Mar 2030: closed the old pier",
                "gazette.txt:3  “close” (asserted, 7 Mar 2030)",
                "courier.txt:5  “closed” (asserted, 8 Mar 2030)",
                "herald.txt:3  “closed” (asserted, undated)",
            ],
        ),
        ("none", []),
    ],
)
def test_everything_inferred_says_why(ident: str, claims: list[str]) -> None:
    explanations = why(HARBOUR, ident)
    assert [one.claim for one in explanations] == claims
    assert [one["claim"] for one in why_object(explanations)] == claims
    assert len(list(why_lines(HARBOUR, explanations))) >= 2 * len(claims)


def test_the_reasons_in_print_give_each_passage_with_its_place() -> None:
    days = HARBOUR.disagreements[0]
    passages = tuple(Passage(side.article, *side.span) for side in days.sides)
    changed = replace(HARBOUR, disagreements=(replace(days, reason=Reason("by-hand", passages)),))
    assert list(why_lines(changed, why(changed, "d-day"))) == [
        "sources differ on the day: Thu 7 Mar / Fri 8 Mar",
        "  by-hand",
        "  gazette.txt:3  Thursday",
        "  courier.txt:5  Friday",
    ]
