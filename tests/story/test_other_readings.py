"""What else could be meant: shown by short articles, and only where something is left open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from armreader.language import mapping
from armreader.opening.pipeline import open_dossier
from armreader.records import DateEvidence, Reason
from armreader.story.dossier import Dossier
from armreader.story.other_readings import Reading, of_publication, of_rule, of_speaker, of_time
from armreader.story.reasons import rule_in_words
from armreader.story.why import why, why_lines, why_object
from dossiers import harbour_dossier


def dossier(folder: Path, *texts: str) -> Dossier:
    for number, text in enumerate(texts):
        head = f"---\nsource: Paper {number}\ndate: 2030-05-10\n---\n"  # a Friday
        (folder / f"{number}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    return open_dossier([str(folder)])


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        ("The bridge collapsed on Wednesday.", "Wednesday", ["2030-05-15"]),
        ("The bridge will open on Wednesday.", "Wednesday", ["2030-05-08"]),
        ("The bridge collapsed in March.", "March", ["2031-03"]),
        ("The bridge collapsed on 3 March.", "3 March", ["2031-03-03"]),
        ("The bridge collapsed on 3 March 2029.", "3 March 2029", []),
    ],
)
def test_the_dates_beside_the_one_chosen(
    tmp_path: Path, text: str, words: str, others: list[str]
) -> None:
    of = dossier(tmp_path, f"Bridge\n\n{text}")
    (time,) = (time for time in of.times if of.articles[0].text[slice(*time.span)] == words)
    dates = [one.words.rsplit(" ", 1)[1] for one in of_time(time) if ":" in one.words]
    assert dates == others


def test_who_else_a_pronoun_could_mean(tmp_path: Path) -> None:
    of = dossier(
        tmp_path,
        "Bridge\n\nOtto Feld met Karl Brandt and Susan Quill in Lumen. Mr Brandt was late."
        " “It is too early,” he said.\n\n“It is late,” Susan Quill said.",
    )
    others = {
        of.articles[0].text[quote.span.start : quote.span.start + 7]: [
            reading.words for reading in of_speaker(of, quote)
        ]
        for quote in of.quotes
    }
    assert others["It is l"] == []
    assert len(others["It is t"]) == 1
    chosen = of.speaker_of(of.quotes[0])
    assert chosen
    other = {"Otto Feld": "Karl Brandt", "Karl Brandt": "Otto Feld"}[chosen.name]
    assert others["It is t"] == [f"It may also be {other}."]


def test_a_clashing_date_is_another_reading_with_its_passage(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(
        "---\ndate: 2030-05-11\n---\nBridge\n\nMay 10, 2030\n\nThe bridge fell.\n"
    )
    article = open_dossier([str(tmp_path)]).articles[0]
    first, *_ = of_publication(article.publication)
    assert first.words == "Other evidence gives 2030-05-10."
    assert first.passage
    assert article.text[first.passage.start : first.passage.end] == "May 10, 2030"


def test_an_event_of_the_kind_with_an_actor_in_common_that_does_not_clash() -> None:
    of = harbour_dossier()
    built, vote, spoke = of.events
    (mention, *_) = spoke.mentions
    later = replace(spoke, mentions=(replace(mention, actors=("board",)),))
    found = why(replace(of, events=(built, vote, later)), "e-vote")[1]
    assert [reading.words for reading in found.otherwise] == [
        "It may tell of “spoke on the radio” (undated)."
    ]
    dated = replace(later, range=built.range)
    assert not why(replace(of, events=(built, vote, dated)), "e-vote")[1].otherwise
    assert not why(of, "e-vote")[1].otherwise


def test_readings_are_printed_below_what_they_are_beside() -> None:
    of = harbour_dossier()
    days = replace(of.disagreements[0], reason=Reason("disagreement-day"))
    of = replace(of, disagreements=(days,))
    explained = why(of, "d-day")
    assert list(why_lines(of, explained)) == [
        "sources differ on the day: Thu 7 Mar / Fri 8 Mar",
        f"  {rule_in_words('disagreement-day')}",
        f"  or: {mapping('other_readings')['disagreement-day']}",
    ]
    assert why_object(explained)[0]["otherwise"] == [
        {"reading": mapping("other_readings")["disagreement-day"], "passage": None}
    ]


def test_every_rule_with_a_reading_exists() -> None:
    choices = {"time-earlier", "time-later", "publication-other", "speaker", "event"}
    for rule in mapping("other_readings").keys() - choices:
        assert rule_in_words(rule) != rule
        assert list(of_rule(rule)) == [Reading(mapping("other_readings")[rule])]
    assert not list(of_rule("time-explicit"))


def test_together_evidence_is_explained_piece_by_piece() -> None:
    of = harbour_dossier()
    first = of.articles[0]
    assert first.publication.range
    grounds = (
        DateEvidence(first.publication.range, Reason("publication-latest-date")),
        DateEvidence(first.publication.range, Reason("publication-same-news")),
    )
    dated = replace(first, publication=replace(first.publication, grounds=grounds))
    of = replace(of, articles=(dated, *of.articles[1:]))
    assert [one.rule for one in why(of, first.id)] == [
        "publication-together", "publication-latest-date", "publication-same-news",
    ]  # fmt: skip
