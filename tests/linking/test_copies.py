"""Copies: which agency a report credits, and when two reports are one source."""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.linking.credits import credit_of
from armreader.opening.pipeline import open_dossier
from armreader.reading.read import read_paths
from armreader.records import Article, Problem
from armreader.story.sources import independent_words, repeated_words
from armreader.story.why import why

BODY = """\
A ferry sank off the coast of Velmora on Tuesday, killing 12 people, the coast guard said.
Divers searched the wreck through the night and found the captain alive in the engine room.
"""
AGAIN = """\
Twelve people died when a ferry sank on Tuesday off Velmora, its coast guard said.
The captain was found alive in the engine room by divers, who searched the wreck all night.
"""


def read(folder: Path, text: str) -> Article:
    (folder / "report.txt").write_text(text)
    (article,) = read_paths([str(folder / "report.txt")])
    assert not isinstance(article, Problem)
    return article


@pytest.mark.parametrize(
    ("head", "tail", "agency"),
    [
        ("By AFP\n", "", "AFP"),
        ("By Agence France-Presse\n", "", "AFP"),
        ("By Ines Falk, Associated Press\n", "", "AP"),
        ("By INES FALK and TOM BIRK, The Associated Press\n", "", "AP"),
        ("By Ines Falk | Reuters\n", "", "Reuters"),
        ("VELMORA, May 12 (Reuters) - ", "", "Reuters"),
        ("By Ines Falk\nVELMORA (AP) — ", "", "AP"),
        ("VELMORA, May 12. /TASS/. ", "", "TASS"),
        ("", "Copyright 2021 The Associated Press. All rights reserved.\n", "AP"),
        ("", "© 2021 AFP\n", "AFP"),
        ("", "— Reuters\n", "Reuters"),
        ("", "(Xinhua)\n", "Xinhua"),
        ("", "Source: AFP\n", "AFP"),
        ("", "", ""),
        ("By Ines Falk\n", "Additional reporting by Associated Press\n", ""),
        ("By Ines Falk and AFP\n", "", ""),
        ("By AFP and Reuters\n", "", ""),
        ("By Staff Writers, AFP\n", "", ""),
        ("By Ines Falk, Coast Gazette, AFP\n", "", ""),
        ("By AFP\n", "Copyright 2021 The Associated Press. All rights reserved.\n", ""),
        ("", "© AFP\n", ""),  # of a picture, as likely as of the report
        ("", "Photo: Tom Birk / AFP\n", ""),
        ("", "Reuters contributed to this report.\n", ""),
        ("", "The captain spoke to AP.\n", ""),
        ("", f"Copyright{' ' * 1_800}by AFP{' ' * 100}and\n", ""),
    ],
)
def test_the_agency_that_a_report_is_credited_to(
    head: str, tail: str, agency: str, tmp_path: Path
) -> None:
    article = read(tmp_path, f"Ferry sinks off Velmora\n\n{head}{BODY}\n{tail}")
    credit = credit_of(article)
    assert (credit.agency if credit else "") == agency
    if credit and credit.span:
        named = article.text[slice(*credit.span)]
        assert named in head + tail


@pytest.mark.parametrize(
    ("first", "second", "days", "independent"),
    [
        ("By AFP\n", "By Agence France-Presse\n", ("2021-05-12", "2021-05-12"), 1),
        ("VELMORA (AFP) — ", "By AFP\n", ("2021-05-12", "2021-05-13"), 1),
        ("By AFP\n", "By AFP\n", ("2021-05-12", "2021-05-16"), 2),
        ("By AFP\n", "By AFP\n", ("2021-05-12", "2021-05"), 2),
        ("By AFP\n", "VELMORA (AP) — ", ("2021-05-12", "2021-05-12"), 2),
        ("By AFP\n", "By Ines Falk and AFP\n", ("2021-05-12", "2021-05-12"), 2),
        ("By AFP\n", "", ("2021-05-12", "2021-05-12"), 2),
    ],
)
def test_reports_of_one_agency_are_one_source_and_say_why(
    first: str, second: str, days: tuple[str, str], independent: int, tmp_path: Path
) -> None:
    for name, credit, day, body in (
        ("a.txt", first, days[0], BODY), ("b.txt", second, days[1], AGAIN),
    ):  # fmt: skip
        source = f"---\ndate: {day}\nsource: {name}\n---\n"
        (tmp_path / name).write_text(f"{source}Ferry sinks off Velmora\n\n{credit}{body}")
    dossier = open_dossier([str(tmp_path)])
    sank = next(one for one in dossier.events if len(one.articles) == 2 and "sank" in one.label)
    assert len(dossier.independent_sources(sank)) == independent
    reasons = [one for one in why(dossier, sank.id) if one.rule == "copy-one-agency"]
    if independent == 2:
        assert not reasons
        assert independent_words(dossier, sank) == ""
        return
    assert independent_words(dossier, sank) == "1 independent"
    assert [one.claim for one in reasons] == ["b.txt counts as the same source as a.txt"]
    texts = {one.id: one.text for one in dossier.articles}
    named = {texts[p.article][p.start : p.end] for p in reasons[0].passages}
    assert named <= {"AFP", "Agence France-Presse"}
    assert {p.article for p in reasons[0].passages} == set(texts)


def test_another_report_of_one_agency_has_rows_of_its_own(tmp_path: Path) -> None:
    vote = "The council of Velmora sold its harbour to Norsk Havn on Tuesday, the mayor said.\n"
    for name, body in (("a.txt", BODY), ("b.txt", vote), ("c.txt", BODY)):
        head = f"---\ndate: 2021-05-12\nsource: {name}\n---\n"
        (tmp_path / name).write_text(f"{head}News from Velmora\n\nBy AFP\n{body}")
    dossier = open_dossier([str(tmp_path)])
    first, other, copy = dossier.articles
    assert (other.repeats, other.is_reprint) == (first.id, False)
    assert (copy.repeats, copy.is_reprint) == (first.id, True)
    shown = [one.label for one in dossier.events if one.prominent]
    assert sum("sold its harbour" in label for label in shown) == 1
    assert sum("sank" in label for label in shown) == 1


CAPTURED = "---\nurl: {}\ntitle: {}\n---\n"


@pytest.mark.parametrize(
    ("url", "title", "words"),
    [
        ("https://amp.example.org/a/ferry?utm_source=x", "Ferry sinks", "the same page as"),
        ("https://example.org/a/ferry", "Another headline", ""),
        ("https://example.org/a/other", "Ferry sinks", ""),
    ],
)
def test_two_captures_of_one_page_are_one_source(
    tmp_path: Path, url: str, title: str, words: str
) -> None:
    first = CAPTURED.format("https://www.example.org/a/ferry/", "Ferry sinks")
    (tmp_path / "1.md").write_text(first + BODY)
    (tmp_path / "2.md").write_text(CAPTURED.format(url, title) + AGAIN)
    dossier = open_dossier([str(tmp_path)])
    assert repeated_words(dossier, dossier.articles[1]).startswith(words)
    assert bool(dossier.articles[1].repeats) == bool(words)


def test_short_reports_are_copies_if_they_are_the_same(tmp_path: Path) -> None:
    for name, text in (("a", BODY), ("b", BODY.replace("\n", "\n\n")), ("c", AGAIN)):
        (tmp_path / f"{name}.txt").write_text(text)
    first, copy, other = open_dossier([str(tmp_path)]).articles
    assert copy.repeats == first.id
    assert not other.repeats
