"""When a quote was said, and what a disputed statement reports: shown by short articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.opening.pipeline import open_dossier
from armreader.story.compare import compare
from armreader.story.dossier import Dossier
from armreader.story.ordered_quotes import ordered_quotes, said_by
from armreader.story.selection import Selection

PUBLISHED = "2030-05-10"
"""A Friday."""


def dossier(folder: Path, *texts: str) -> Dossier:
    """The dossier of articles that all appeared on one day, called 0.txt and so on."""
    for number, text in enumerate(texts):
        head = f"---\nsource: Paper {number}\ndate: {PUBLISHED}\n---\n"
        (folder / f"{number}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    return open_dossier([str(folder)])


def said_lines(of: Dossier) -> list[tuple[str, str, str]]:
    """The first word of each quote, the day it was said, and the rule that says so."""
    found = []
    for quote in of.quotes:
        said = of.said(quote)
        word = of.article_by_id[quote.article].text[slice(*quote.span)].split()[0]
        found.append((word, said.range.edtf if said else "", said.rule if said else ""))
    return found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“Nobody will be turned away,” Mayor Ilse Brandt said on Wednesday.",
            [("Nobody", "2030-05-08", "said-beside-verb")],
        ),
        (
            "On Wednesday, Ilse Brandt said the harbour would close.",
            [("the", "2030-05-08", "said-beside-verb")],
        ),
        (
            "In an interview with Radio Lumen published on Thursday, Ilse Brandt said the port"
            " would close. “We have waited for too long,” Brandt explained.",
            [
                ("the", "2030-05-09", "said-occasion"),
                ("We", "2030-05-09", "said-goes-on"),
            ],
        ),
        (
            "In an interview with Radio Lumen published on Thursday, Ilse Brandt said the port"
            " would close. “We never agreed to it,” Otto Feld replied.",
            [("the", "2030-05-09", "said-occasion"), ("We", "", "")],
        ),
        (
            "Since the flood of March 2029, Ilse Brandt has said that the harbour would close.",
            [("the", "", "")],
        ),
        ("“We will close the harbour on Monday,” Ilse Brandt said.", [("We", "", "")]),
        ("“We will close the harbour,” Ilse Brandt said.", [("We", "", "")]),
        (
            "The quay was closed.\n\nEvery berth is taken until further notice.\n"
            "— Ilse Brandt (@ilsebrandt) May 8, 2030\n\nThe pilots will meet on Monday.",
            [("Every", "2030-05-08", "said-signed")],
        ),
        (
            "The quay was closed.\n\nEvery berth is taken. — Ilse Brandt (@ilsebrandt)\n\n"
            "On Monday the pilots will meet.",
            [("Every", "", "")],
        ),
    ],
)
def test_a_sentence_tells_when_it_was_said(
    tmp_path: Path, text: str, said: list[tuple[str, str, str]]
) -> None:
    assert said_lines(dossier(tmp_path, f"Harbour\n\n{text}")) == said


ONE = (
    "Lumen leaves the league\n\nThe city of Lumen has left the Coast League, Mayor Ilse Brandt said"
    " in an interview published on Thursday.\n\n“We have left the Coast League, whose members broke"
    " the treaty,” she told Radio Lumen."
)
OTHER = (
    "Lumen quits the Coast League\n\nThe city of Lumen has left the Coast League, Mayor Ilse Brandt"
    " said in an interview published on Wednesday.\n\n“We have quit the Coast League, since its"
    " members broke the treaty,” she told Radio Lumen on Wednesday."
)


def test_another_wording_tells_when_it_was_said(tmp_path: Path) -> None:
    of = dossier(tmp_path, ONE, OTHER)
    said = [(day, rule) for word, day, rule in said_lines(of) if word == "We"]
    assert said == [("2030-05-08", "said-other-wording"), ("2030-05-08", "said-beside-verb")]


def test_sources_that_date_a_statement_differently_differ_on_what_it_reports(
    tmp_path: Path,
) -> None:
    of = dossier(tmp_path, ONE, OTHER)
    (found,) = of.disagreements
    reported = [event for event in of.events if found in of.disagreements_about.get(event.id, ())]
    texts = {article.id: article.text for article in of.articles}
    words = {texts[m.article][slice(*m.trigger)] for e in reported for m in e.mentions}
    assert {"left", "quit"} & words
    left = next(e for e in reported if e.id != found.about)
    assert of.related(Selection("event", left.id)).disagreements == (found,)
    comparison = compare(of, left.id)
    assert comparison
    disputed = [span for one in comparison.sources for s in one.stretches for span in s.disputed]
    assert len(disputed) == 2


def test_quotes_in_the_order_in_which_they_were_said(tmp_path: Path) -> None:
    of = dossier(
        tmp_path,
        "Harbour\n\nIlse Brandt said on Wednesday that the port would close.\n\n“It is late,” said"
        " Otto Feld.\n\n“It is too early,” Ada Quill said on Tuesday.",
    )
    days = [(said.edtf if (said := said_by(of, q)) else "") for q in ordered_quotes(of, "said")]
    assert days == ["2030-05-07", "2030-05-08", "../2030-05-10"]
    speakers = [of.speaker_of(quote) for quote in ordered_quotes(of, "speaker")]
    assert [one.name for one in speakers if one] == ["Ada Quill", "Ilse Brandt", "Otto Feld"]
    assert ordered_quotes(of, "article") == of.quotes
