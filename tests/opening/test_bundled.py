"""The bundled dossier, end to end: what five reports with every difficulty of reports must yield.

S1 to S12 are the difficulties that the reports were written to keep: two days for one interview,
one utterance in two translations, a report without quotation marks, reports without a date,
misspelt names, captions and furniture, agencies, scare quotes, relative dates of one event.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from armreader.home.folders import bundled
from armreader.opening.pipeline import open_dossier
from armreader.records import Article, Quote, SectionKind, Span
from armreader.story.dossier import Dossier

CONFERENCE, TIMES, RESCUE, MORNING, LEAVING = FILES = (
    "1-yerevan-press-conference.txt",
    "2-moscow-times.txt",
    "3-newsrescue.txt",
    "4-south-china-morning-post.txt",
    "5-leaving-the-alliance.txt",
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return open_dossier([str(bundled("seeds"))])


def _article(dossier: Dossier, file: str) -> Article:
    return next(article for article in dossier.articles if article.file == file)


def _span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def _overlap(one: Span, other: Span) -> bool:
    return min(one.end, other.end) > max(one.start, other.start)


def _quotes_at(dossier: Dossier, file: str, words: str) -> list[Quote]:
    article = _article(dossier, file)
    span = _span(article, words)
    return [
        quote
        for quote in dossier.quotes_by_article.get(article.id, ())
        if any(_overlap(fragment, span) for fragment in quote.fragments or (quote.span,))
    ]


# S6 and S9: who published it, and when, as far as anybody can know.
PUBLISHED = [
    # file, source, by line, basis, first possible day, last possible day
    (CONFERENCE, "", "", "inferred", "2023-01-01", "2023-12-31"),
    (TIMES, "AFP", "AFP", "stated", "2024-02-23", "2024-02-23"),
    (RESCUE, "NewsRescue", "", "inferred", "2024-02-22", "2024-02-29"),
    (MORNING, "South China Morning Post", "", "inferred", "2024-06-12", "2024-06-18"),
    (LEAVING, "", "", "stated", "2024-06-13", "2024-06-13"),
]


@pytest.mark.parametrize(("file", "source", "byline", "basis", "first", "last"), PUBLISHED)
def test_source_and_publication(
    dossier: Dossier, file: str, source: str, byline: str, basis: str, first: str, last: str
) -> None:
    article = _article(dossier, file)
    published = article.publication
    assert (article.source, article.byline, published.basis) == (source, byline, basis)
    assert published.range
    assert first <= str(published.range.earliest) <= str(published.range.latest) <= last
    assert published.evidence


def test_titles(dossier: Dossier) -> None:
    titles = [article.title for article in dossier.articles]
    assert titles[0] == "Premier of former Soviet republic hints at quitting Moscow’s military bloc"
    assert titles[1] == "Armenia 'Freezes' Its Part in Moscow's Security Pact"
    assert titles[2].startswith("Armenia has quietly suspended its membership of a security pact")
    assert titles[3].startswith("Armenia will quit defence bloc led by Russia, Pashinyan says")
    assert titles[4] == "Yerevan Turns Its Back on Moscow’s Military Alliance as Rift Widens"


# S8: what is no report.
SECTIONS: list[tuple[str, SectionKind, str]] = [
    (CONFERENCE, "furniture", "Leave a Reply"),
    (CONFERENCE, "furniture", "We will not show your email address to anyone."),
    (CONFERENCE, "furniture", "Powered by WordPress"),
    (TIMES, "byline", "By AFP"),
    (TIMES, "dateline", "February 23, 2024"),
    (TIMES, "caption", "Vladimir Putin, right, receives Nikol Pashinin."),
    (TIMES, "furniture", "Related article: Moscow Expects No Harm"),
    (TIMES, "furniture", "Original url:"),
    (RESCUE, "source", "NewsRescue"),
    (MORNING, "furniture", "Advertisement\nAdvertisement"),
    (MORNING, "furniture", "Stay ahead with myNEWS"),
    (MORNING, "furniture", "A personal choice of the stories"),
    (MORNING, "furniture", "Learn more"),
    (MORNING, "caption", "Smoke rises from a police stun grenade"),
    (MORNING, "summary", "Host to several Russian bases"),
    (MORNING, "caption", "at their talks in the Kremlin in May."),
    (MORNING, "byline", "Additional reporting by Associated Press"),
    (LEAVING, "dateline", "June 13, 2024 by No Comments"),
]


@pytest.mark.parametrize(("file", "kind", "words"), SECTIONS)
def test_what_is_no_report_is_set_apart(
    dossier: Dossier, file: str, kind: SectionKind, words: str
) -> None:
    article = _article(dossier, file)
    span = _span(article, words)
    assert {s.kind for s in article.sections if _overlap(s.span, span)} == {kind}


def test_furniture_says_and_reports_nothing(dossier: Dossier) -> None:
    furniture = {
        (article.id, position)
        for article in dossier.articles
        for section in article.sections
        if section.kind == "furniture"
        for position in range(*section.span)
    }
    mentions = [mention for event in dossier.events for mention in event.mentions]
    spans = [(one.article, one.span) for one in dossier.quotes]
    spans += [(one.article, one.span) for one in mentions]
    for article, span in spans:
        assert not furniture & {(article, at) for at in range(*span)}


# S2, S3, S5, S7, S10: everything between quotation marks that somebody said, and who.
SAID = [
    (CONFERENCE, "I wouldn’t say that this issue is off the agenda", "Nikol Pashinyan"),
    (CONFERENCE, "I cannot rule out that Armenia may de jure withdraw", "Nikol Pashinyan"),
    (CONFERENCE, "The CSTO has demonstrated its effectiveness", "Dmitry Peskov"),
    (CONFERENCE, "has serious potential for further development", "Dmitry Peskov"),
    (CONFERENCE, "certainly continue the dialogue", "Dmitry Peskov"),
    (TIMES, "In practice, we have frozen our participation", "Nikol Pashinyan"),
    (TIMES, "believes that the CSTO did not fulfill its objectives", "Nikol Pashinyan"),
    (TIMES, "coordinated propaganda campaign", "Nikol Pashinyan"),
    (TIMES, "We intend to contact our Armenian colleagues", "Dmitry Peskov"),
    (RESCUE, "We believe that, in Armenia’s case", "Nikol Pashinyan"),
    (RESCUE, "We have suspended our participation in this treaty", "Nikol Pashinyan"),
    (RESCUE, "a full-scale war", "Nikol Pashinyan"),
    (RESCUE, "in Armenia’s interests", "Vladimir Putin"),
    (MORNING, "We will leave. We will decide when to exit", "Nikol Pashinyan"),
    (MORNING, "It turned out that the members of the (CSTO) alliance", "Nikol Pashinyan"),
]


@pytest.mark.parametrize(("file", "words", "speaker"), SAID)
def test_who_said_it(dossier: Dossier, file: str, words: str, speaker: str) -> None:
    quotes = [quote for quote in _quotes_at(dossier, file, words) if quote.kind != "indirect"]
    assert quotes
    names = {
        dossier.actor_by_id[quote.speaker.actor].name
        for quote in quotes
        if quote.speaker and quote.speaker.actor
    }
    assert names == {speaker}


def test_marks_around_a_word_are_no_utterance(dossier: Dossier) -> None:
    """S10: direct speech is what is listed above; ``'Freezes'`` in the headline is none."""
    listed = {quote.id for file, words, _ in SAID for quote in _quotes_at(dossier, file, words)}
    assert not [
        quote for quote in dossier.quotes if quote.kind == "direct" and quote.id not in listed
    ]
    assert not _quotes_at(dossier, TIMES, "'Freezes'")


# S5: a report without quotation marks still tells what people said.
REPORTED = [
    (LEAVING, "The date of its departure is yet to be settled", "Nikol Pashinyan"),
    (LEAVING, "some of its members had colluded with Azerbaijan", "Nikol Pashinyan"),
    (LEAVING, "did not say in so many words that Armenia was leaving", "Ararat Mirzoyan"),
    (TIMES, "no official word of an Armenian departure had reached it", "Kremlin"),
    (MORNING, "it was alarmed by the tone", "Russian foreign ministry"),
]


@pytest.mark.parametrize(("file", "words", "speaker"), REPORTED)
def test_reported_speech(dossier: Dossier, file: str, words: str, speaker: str) -> None:
    quotes = _quotes_at(dossier, file, words)
    names = {
        dossier.actor_by_id[quote.speaker.actor].name
        for quote in quotes
        if quote.speaker and quote.speaker.actor
    }
    assert any(speaker.casefold() in name.casefold() for name in names)


def test_the_report_without_marks_has_no_direct_quote(dossier: Dossier) -> None:
    quotes = dossier.quotes_by_article[_article(dossier, LEAVING).id]
    assert quotes
    assert {quote.kind for quote in quotes} == {"indirect"}


# S2, S3: one utterance, two translations.
WORDINGS = [
    ("We have suspended our participation in this treaty", "we have frozen our participation"),
    ("the treaty has not been implemented", "the CSTO did not fulfill its objectives"),
]


@pytest.mark.parametrize(("rescue", "times"), WORDINGS)
def test_two_translations_of_one_utterance(dossier: Dossier, rescue: str, times: str) -> None:
    groups = [
        {quote.wording_group for quote in _quotes_at(dossier, file, words)} - {None}
        for file, words in ((RESCUE, rescue), (TIMES, times))
    ]
    assert groups[0] & groups[1]


# S7: misspelt names.
@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Nikol Pashinyan", {"Pashinyan", "Pashiyan", "Nikol Pashinin"}),
        ("Yerevan", {"Yerevan", "Yeveran"}),
        ("Dmitry Peskov", {"Dmitry Peskov"}),
        ("Vladimir Putin", {"Vladimir Putin"}),
    ],
)
def test_spellings_of_one_name(dossier: Dossier, name: str, spellings: set[str]) -> None:
    owners = {
        actor.name for actor in dossier.actors if spellings & {one.text for one in actor.spellings}
    }
    assert owners == {name}


# S6, S11: dates that only the day of publication, or another report, can settle.
DATES = [
    (CONFERENCE, "In January of this year", "2023-01"),
    (CONFERENCE, "since September 2022", "2022-09"),
    (CONFERENCE, "established in 1992", "1992"),
    (TIMES, "published on Friday", "2024-02-23"),
    (TIMES, "turned sour last year", "2023"),
    (TIMES, "Nagorno-Karabakh in September", "2023-09"),
    (TIMES, "in March 2023", "2023-03"),
    (RESCUE, "published on Thursday", "2024-02-22"),
    (RESCUE, "especially in 2021-2022", "2021/2022"),
    (RESCUE, "Earlier this month", "2024-02"),
    (RESCUE, "In December 2023", "2023-12"),
    (MORNING, "in Yerevan on Wednesday", "2024-06-12"),
    (MORNING, "said in March that", "2024-03"),
    (MORNING, "since September last year", "2023-09"),
    (MORNING, "said in February that", "2024-02"),
    (LEAVING, "announced on Wednesday", "2024-06-12"),
    (LEAVING, "June 13, 2024", "2024-06-13"),
]


@pytest.mark.parametrize(("file", "context", "edtf"), DATES)
def test_dates(dossier: Dossier, file: str, context: str, edtf: str) -> None:
    article = _article(dossier, file)
    span = _span(article, context)
    found = [
        time.range.edtf.rstrip("~?%")
        for time in dossier.times
        if time.article == article.id and time.range and _overlap(time.span, span)
    ]
    assert set(found) == {edtf}


# S11: events that several reports tell, each in its own words.
SHARED = [
    ("2020", {RESCUE: "The 44-day war ended", MORNING: "in the 44-day war of 2020"}),
    ("2023", {TIMES: "boycotted a summit", LEAVING: "boycotted the summits"}),
]


@pytest.mark.parametrize(("edtf", "reported"), SHARED)
def test_events_that_several_reports_tell(
    dossier: Dossier, edtf: str, reported: dict[str, str]
) -> None:
    places = [(_article(dossier, file), words) for file, words in reported.items()]
    shared = [
        event
        for event in dossier.events
        if all(
            any(m.article == a.id and _overlap(m.span, _span(a, words)) for m in event.mentions)
            for a, words in places
        )
    ]
    assert any(event.range and event.range.edtf.startswith(edtf) for event in shared)


def test_sources_disagree_on_one_day_and_nothing_else(dossier: Dossier) -> None:
    """S1 is a disagreement; S12, a year beside ``soon after the collapse``, is none."""
    [disagreement] = dossier.disagreements
    assert disagreement.kind == "day"
    assert {(side.article, side.says) for side in disagreement.sides} == {
        (_article(dossier, TIMES).id, "2024-02-23"),
        (_article(dossier, RESCUE).id, "2024-02-22"),
    }


def test_a_denial_is_no_report(dossier: Dossier) -> None:
    """S4: one source says what another says was never said."""
    article = _article(dossier, LEAVING)
    span = _span(article, "did not say in so many words")
    statuses = {
        mention.status
        for event in dossier.events
        for mention in event.mentions
        if mention.article == article.id and _overlap(mention.trigger, span)
    }
    assert statuses == {"denied"}


def test_the_whole_chronology(dossier: Dossier) -> None:
    """Every row: its days, its words, and the reports that tell it, by the first of their names."""
    number = {article.id: article.file[0] for article in dossier.articles}
    found = []
    for event in dossier.events:
        if event.prominent:
            sources = sorted({number[mention.article] for mention in event.mentions})
            days = event.range.edtf if event.range else "undated"
            found.append(f"{days} | {event.label} | {' '.join(sources)}")
    golden = Path(__file__).with_name("bundled_chronology.txt")
    assert found == golden.read_text(encoding="utf-8").splitlines()
