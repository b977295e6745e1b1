"""Layout: the section of each line. Each case is an article with a mark before every line.

T title, S source, B byline, D dateline, M summary, C caption, F furniture, . body.
"""

from __future__ import annotations

import pytest

from armreader.reading.datelines import opening_dateline
from armreader.reading.layout import lay_out
from armreader.records import Section, Span

MARKS = {
    "T": "title",
    "S": "source",
    "B": "byline",
    "D": "dateline",
    "M": "summary",
    "C": "caption",
    "F": "furniture",
    ".": "body",
}
LEAD = (
    ". The council of Riga voted on Monday to build a second bridge over the river, the mayor said."
)
MORE = (
    ". Work on the bridge begins in spring and will last for two years, officials told reporters."
)

CASES = {
    "headline, byline, date": f"""
        T Riga to build a second bridge
        B By Anna Kalnina
        D May 3, 2021
        {LEAD}
        {MORE}""",
    "no headline": f"""
        S The Baltic Post
        {LEAD}
        {MORE}""",
    "no headline, nothing above": f"""
        {LEAD}
        {MORE}""",
    "chrome above and below": f"""
        F Skip to content
        F World
        F Subscribe
        F Only the stories you care for, every morning
        T Riga council votes for second bridge
        M • Mayor calls the vote historic
        F Share
        {LEAD}
        F Advertisement
        {MORE}
        F Share
        F Leave a comment
        F Your email address will not be published. Required fields are marked *""",
    "a wall before the rest": f"""
        T Riga council votes for second bridge
        {LEAD}
        F Subscribe to continue reading
        F You have 2 free articles left this month.
        F Create a free account to unlock the archive
        {MORE}
        F For subscribers only""",
    "a standfirst and a dated byline": f"""
        T Riga council votes for second bridge
        M Mayor calls the vote historic as opposition walks out
        D By Anna Kalnina, Tuesday 4 May 2021, 10:32 am
        {LEAD}
        {MORE}""",
    "captions": f"""
        T Riga council votes for second bridge
        C The old bridge in winter. Photo: Janis Ozols/Baltic Press via AP
        {LEAD}
        C A tram on the quay (Photo by Janis Ozols / Getty Images)
        {MORE}
        C Workers on the river. Reuters/Janis Ozols
        C Builders at the site. Janis Ozols, AFP / riga.lv
        C FILE PHOTO: The mayor at a meeting last year
        {MORE}
        C © Janis Ozols""",
    "two headlines": f"""
        T Bridge vote divides Riga
        T Riga council votes for second bridge
        {LEAD}
        {MORE}""",
    "a wire": f"""
        D RIGA, Latvia (AP) _
        {LEAD}
        {MORE}
        B (Reporting by Janis Ozols; Editing by Anna Kalnina)""",
    "provenance": f"""
        T Riga council votes for second bridge
        {LEAD}
        {MORE}
        F Original url:
        F https://example.org/2021/05/03/bridge""",
    "links between paragraphs": f"""
        T Riga council votes for second bridge
        {LEAD}
        F Related article: Old bridge closed for repairs
        {MORE}
        F Read more: The history of the river
        {MORE}""",
    "what looks like chrome and is not": f"""
        T Riga council votes for second bridge
        {LEAD}
        . Home is where the bridge is, the mayor said when asked about the old town.
        . Comments from the opposition were few on Monday, for most had left the hall.
        . Related industries will profit from the bridge too: shipyards, quarries, makers of rope.
        . Photo albums of the old bridge sell well along the quay, a bookseller told us.
        . By Monday evening the plans were on show in the city hall, and long queues formed.
        . "No."
        {MORE}""",
    "a transcript": """
        . The mayor spoke to reporters after the vote, and this is what they said.
        . Q:
        . Will it be ready in time?
        . A:
        . It will.
        . Q:
        . When?
        . A:
        . In two years, and not one day later, I promise that to everybody on the left bank.""",
    "a list at the end": f"""
        T Riga council votes for second bridge
        {LEAD}
        . The vote in figures:
        . For: 31
        . Against: 12""",
    "names by the date, a credit above its caption, a box": f"""
        F Latvia
        T Riga council votes for second bridge
        D 3 May 2021
        F Share
        B Zanda Ozola
        C EPA
        C The river froze over in January
        {LEAD}
        F Sign up to our newsletter
        F Every morning the stories of the river and its towns
        F Enter your email
        {MORE}
        F More on this story
        F Who pays for the bridge?""",
    "a headline that the page repeats": f"""
        T Council votes for second bridge
        D May 3, 2021 10:32
        M The mayor of Riga wants work on the bridge over the river to begin in spring
        T Council votes for second bridge
        {LEAD}
        {MORE}""",
    "what was said at the end stays": f"""
        T Riga council votes for second bridge
        {LEAD}
        F Read more: The history of the river
        . “Enough,” she said
        . He left.""",
    "only furniture": """
        F Share
        . Related article: The history of the river""",
    "one word": """
        . Word""",
}


def _article(case: str) -> tuple[str, list[tuple[str, str]]]:
    lines = [line.strip() for line in case.strip().splitlines()]
    marked = [(line[0], line[2:]) for line in lines]
    text = "\n\n".join(text for _, text in marked).replace("EPA\n\n", "EPA\n")
    return text, [(MARKS[mark], text) for mark, text in marked]


def _kind_at(sections: tuple[Section, ...], at: int) -> str:
    return next(s.kind for s in sections if s.span.start <= at < s.span.end)


@pytest.mark.parametrize("name", CASES)
def test_every_line_plays_its_part(name: str) -> None:
    text, wanted = _article(CASES[name])
    sections = lay_out(text).sections
    assert [(_kind_at(sections, text.index(line)), line) for _, line in wanted] == wanted


def test_the_opening_dateline_is_a_separate_section() -> None:
    text = "RIGA, May 3 (Reuters) - The council of the city voted on Monday for a second bridge."
    layout = lay_out(text)
    assert [(s.kind, text[s.span.start : s.span.end]) for s in layout.sections] == [
        ("dateline", "RIGA, May 3 (Reuters) -"),
        ("body", text[24:]),
    ]
    assert layout.agency == "Reuters"
    assert layout.dates == []


def test_without_a_headline_the_first_sentence_is_the_title_and_stays_body() -> None:
    text = "Gen. J. Ozols met the mayor of Riga on Monday. They spoke for an hour about the bridge."
    layout = lay_out(text)
    assert layout.title == "Gen. J. Ozols met the mayor of Riga on Monday."
    assert [s.kind for s in layout.sections] == ["body"]


@pytest.mark.parametrize(
    ("line", "length", "agency"),
    [
        ("RIGA — The council voted.", 6, ""),
        ("RIGA, May 3 (Reuters) - The council voted.", 23, "Reuters"),
        ("Riga, May 3 - The council voted.", 13, ""),
        ("(AP) -- The council voted.", 7, "AP"),
        ("RIGA, May 3. /TASS/. The council voted.", 20, "TASS"),
        ("RIGA, MAY 3, LETA. The council voted.", 18, "LETA"),
        ("BREAKING-News of the council.", 0, ""),
        ("The council - of Riga - voted.", 0, ""),
    ],
)
def test_openings(line: str, length: int, agency: str) -> None:
    assert opening_dateline(line) == (length, agency)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By AFP", "AFP"),
        ("By Anna Kalnina and Janis Ozols in Riga", "Anna Kalnina and Janis Ozols in Riga"),
        ("by Anna Kalnina | Share", "Anna Kalnina"),
        ("Written by ANNA KALNINA, Baltic Post", "ANNA KALNINA, Baltic Post"),
        ("By the River", ""),
        ("By all accounts a success", ""),
        ("Additional reporting by Associated Press", ""),
        ("May 3, 2021 by No Comments", ""),
        ("May 3, 2021 by Anna Kalnina", "Anna Kalnina"),
        ("Anna Kalnina | May 3, 2021", "Anna Kalnina"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    text = f"Riga council votes for second bridge\n\n{line}\n\n{LEAD[2:]}\n\n{MORE[2:]}"
    assert lay_out(text).byline == names


def test_sections_that_the_format_gives_are_kept() -> None:
    text = f"Menu words here\n\n{LEAD[2:]}\n\nA caption without a credit\n\n{MORE[2:]}"
    at = text.index("A caption")
    given = [Section("furniture", Span(0, 15)), Section("caption", Span(at, at + 26))]
    assert [s.kind for s in lay_out(text, given).sections] == [
        "furniture",
        "body",
        "caption",
        "body",
    ]
