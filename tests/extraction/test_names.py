"""Names: who and what an article names, of which kind, and every place where it does so."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sample_articles import actors_of, article_of

# Text, and what it names: name/kind, in the order of the text.
NAMED = [
    ("Prime Minister Halvard Quill met Ines Falk.", "Halvard Quill/person Ines Falk/person"),
    ("The Norwegian Defence Ministry denied it.", "Norwegian Defence Ministry/organisation"),
    ("Talks between Norway and Chad failed.", "Norway/place Chad/place"),
    ("Envoys flew from Oslo to New Delhi.", "Oslo/place New Delhi/place"),
    ("The Ministry of Foreign Affairs spoke.", "Ministry of Foreign Affairs/organisation"),
    ("He quoted Vermont Sen. Carla Dunn.", "Vermont/place Carla Dunn/person"),
    ("Kremlin spokesman Arkady Volnov declined.", "Kremlin/organisation Arkady Volnov/person"),
    ("Critics of Jean-Luc Perrin left early.", "Jean-Luc Perrin/person"),
    ("Police held Omar al-Rashidi on Monday.", "Omar al-Rashidi/person"),
    ("Ludwig van der Meer and Ana de Souza won.", "Ludwig van der Meer/person Ana de Souza/person"),
    ("A letter by J. K. Oduya arrived.", "J. K. Oduya/person"),
    ("Secretary of State Maria Dunn resigned.", "Maria Dunn/person"),
    (
        "Mr Otto Feld met Mr Karl Roe and Mrs Ada Quill.",
        "Otto Feld/person Karl Roe/person Ada Quill/person",
    ),
    ("The Russia-led bloc met.", ""),
    ("Campaign for Lund says no. A campaign began.", "Lund/person"),
    ("He left Lund Ports, Ltd., in May.", "Lund Ports/organisation"),
    ("Texas Democrats met.", "Texas Democrats/organisation"),
    ("Dr. Oscar P. King Jr. left. King slept.", "Oscar P. King Jr./person"),
    ("Oscar P. Chief III left. Chief slept.", "Oscar P. Chief III/person"),
    ("Bo King Sr. left. King slept.", "Bo King Sr./person"),
    ("Ada Petty left. Petty slept.", "Ada Petty/person"),
    ("Ada Major left. Major slept.", "Ada Major/person"),
    ("Lt. Gov. Ada Lund was late. Lt. Gov. Lund slept.", "Ada Lund/person"),
    ("Maj. Gen. Ada Lund was late.", "Ada Lund/person"),
    ("Her Majesty Queen Ingrid slept.", "Queen Ingrid/person"),
    ("His Royal Highness Prince Olaf slept.", "Prince Olaf/person"),
    ("His Excellency Ambassador Bo Berg slept.", "Bo Berg/person"),
    (
        "Tra\u0302\u0300n Thi\u0323 Hoa\u0300 met Đo\u0302\u0303 Va\u0306n Anh.",
        "Trần Thị Hoà/person Đỗ Văn Anh/person",
    ),
    ("Rene\u0301 Dube\u0301 met Zoe\u0308 Lund.", "René Dubé/person Zoë Lund/person"),
    ("The Soil Board Paul Oduya left.", "Soil Board/organisation Paul Oduya/person"),
    ("The director of Public Affairs Zita Oduya left.", "Zita Oduya/person"),
    ("They slept at White Creek Base.", ""),
    ("Mila Lyon left. Lyon slept.", "Mila Lyon/person"),
    ("Mila Lyon left for Lyon. Lyon slept.", "Mila Lyon/person Lyon/place"),
    ("Mila Norway left. Norway slept.", "Mila Norway/person Norway/place"),
    ("Violent clashes erupted. Protesters left. However, it rained.", ""),
    ("On Tuesday Germans and Muslims marched in April.", ""),
    ("The Peace Treaty and Independence Day matter.", ""),
    ("Officials in the U.S. and the UK agreed.", "United States/place United Kingdom/place"),
    ("South Korean President Park Geun-hye left.", "Park Geun-hye/person"),
    ("New York-based Ann Lund left.", "Ann Lund/person"),
    (
        "Emeritus Professor Jon Burr spoke. Professor Burr left.",
        "Emeritus Professor Jon Burr/person",
    ),
    ("Del. Carla Dunn met Benicio Del Rey.", "Carla Dunn/person Benicio Del Rey/person"),
    ("A boat took Chief Petty Officer Ann Lund home.", "Ann Lund/person"),
    ("A boat took Staff Sgt. Bo Berg home.", "Bo Berg/person"),
    (
        "The crew saw Squadron Leader Ann Lund and then Cllr. Bo Berg.",
        "Ann Lund/person Bo Berg/person",
    ),
    ("Oscar P. Quinn left. Quinn slept.", "Oscar P. Quinn/person"),
    (
        "We met Mayor-elect Ann Lund and Minister-designate Bo Berg.",
        "Ann Lund/person Bo Berg/person",
    ),
    ("María José Núñez García sang. Later Núñez slept.", "María José Núñez García/person"),
    ("The Media And Ann Lund agreed.", "Ann Lund/person"),
    ("Howard Dean left. Dean slept.", "Howard Dean/person"),
    ("Ken Oduya left. Kenneth Oduya slept.", "Ken Oduya/person"),
    ("Mayor Bill de Salle left. De Salle slept.", "Bill de Salle/person"),
    ("Pope Clement prayed with King Olaf.", "Pope Clement/person King Olaf/person"),
    (
        "Ann Lund moved to Tarn County and Elsby Beach.",
        "Ann Lund/person Tarn County/place Elsby Beach/place",
    ),
    ("Fires spread in South Florida and Little Havana.", "South Florida/place Little Havana/place"),
    ("The man lives in Palo Seco, near Rio Verde.", "Palo Seco/place Rio Verde/place"),
    ("Berg & Lund sued Tarn Co. over it.", "Berg & Lund/organisation Tarn Co./organisation"),
    ('Luis "Jerry" Lund left. Jerry Lund slept.', "Jerry Lund/person"),
    ('Luis "Jerry" Lund left. Lund slept.', "Luis Lund/person"),
    (
        "Luis (Jerry) Lund met Ann Falk (Labour) Bo Berg.",
        "Luis Lund/person Ann Falk/person Bo Berg/person",
    ),
    ("Voters Defend BP again.", "Defend BP/organisation"),
    ("She worked for Fire Safety in May.", "Fire Safety/organisation"),
    ("She was an Oduya Harbour Fellow.", "Oduya Harbour Fellow/organisation"),
    ("Ann Lee wrote to Health. Oduya Health won.", "Ann Lee/person Oduya Health/organisation"),
    ("The Norway Gulls won.", "Norway Gulls/organisation"),
    ("Karl Fellow and Zoryan Stone, 45, spoke.", "Karl Fellow/person Zoryan Stone/person"),
    ("Zoryan's wife left. Zoryan slept.", "Zoryan/person"),
    ("Oru Zoryan left. Oru's two grandmothers wept.", "Oru Zoryan/person"),
    ("Norway's mother tongue is old. BP's parents met.", "Norway/place BP/organisation"),
    (
        "They gave Vilja Cuban papers. Vilja Lund left. Vilja and Lund slept. The Cuban left.",
        "Vilja Cuban/organisation Vilja Lund/person",
    ),
    # A storm with the name of a person is no actor.
    ("Ann Lee spoke. Hurricane Opal broke the wall. Opal was the fifth storm.", "Ann Lee/person"),
    ("Ann Lee spoke. Tropical Storm Fay broke the wall.", "Ann Lee/person"),
    ("Typhoon Mary broke the wall. Mary Berg lost her house.", "Mary Berg/person"),
    (
        "The Hurricane Relief Fund paid Ann Lee.",
        "Hurricane Relief Fund/organisation Ann Lee/person",
    ),
    # Two names side by side are not one; a nickname may have two words.
    (
        "Nobody met Barack Lund NPT claims it has reached a goal. NPT was late. Barack Lund spoke.",
        "NPT/organisation Barack Lund/person",
    ),
    ("The boss, Vincent “the Nose” Lund, has died.", "Vincent Lund/person"),
    ("Ivo Berg, a Roman Catholic, left.", "Ivo Berg/person"),
]


@pytest.mark.parametrize(("text", "wanted"), NAMED)
def test_names_and_kinds(text: str, wanted: str) -> None:
    found = " ".join(f"{actor.name}/{actor.kind}" for actor in actors_of(article_of(text)))
    assert found == wanted


def test_one_person_under_full_name_surname_and_title() -> None:
    article = article_of(
        "President Ines Falk spoke. Falk left. Mrs. Falk returned. Later Ines slept."
    )
    (falk,) = actors_of(article)
    assert falk.name == "Ines Falk"
    assert [s.text for s in falk.spellings] == ["Ines Falk", "Falk", "Falk", "Ines"]
    assert all(article.text[slice(*s.span)] == s.text for s in falk.spellings)
    assert falk.gender == "female"
    assert falk.roles == ("President",)


@pytest.mark.parametrize(
    ("text", "gender", "roles"),
    [
        ("Noor Salum, a Danish woman of 30, left.", "female", ("Danish woman",)),
        ("The Danish man Noor Salum left.", "male", ("Danish man",)),
        ("A 43-year-old man, Noor Salum, left.", "male", ("man",)),
        ("After the man, Noor Salum left.", "unknown", ()),
        ("His wife, Noor Salum, left.", "female", ()),
        ("Their late son Noor Salum sang.", "male", ()),
        ("Noor Salum and her son left.", "female", ()),
        ("Noor Salum, the mother of two, left.", "female", ()),
        ("Noor Salum himself left.", "male", ()),
        ("The town of Noor Salum and its port burned.", "unknown", ()),
    ],
)
def test_what_describes_a_person(text: str, gender: str, roles: tuple[str, ...]) -> None:
    (salum,) = actors_of(article_of(text))
    assert (salum.name, salum.gender, salum.roles) == ("Noor Salum", gender, roles)


def test_an_article_is_no_initial() -> None:
    actors = actors_of(article_of("It was the worst leak in history A BP paper has said. BP left."))
    assert [actor.name for actor in actors] == ["BP"]


def test_two_people_of_one_surname_are_kept_apart_by_title() -> None:
    article = article_of("Anna Berg met Paul Berg. Mr. Berg smiled. Mrs. Berg did not.")
    anna, paul = actors_of(article)
    assert [s.text for s in anna.spellings] == ["Anna Berg", "Berg"]
    assert [s.text for s in paul.spellings] == ["Paul Berg", "Berg"]
    assert article.text.index("Mr. Berg") + 4 == paul.spellings[1].span.start


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Larry King left. Mr. King slept. Mr. Speaker, stay.", ["Larry King", "King"]),
        ("Larry King filmed Larry King Now. King slept.", ["Larry King", "King"]),
        ("Anna Berg ran. Anna Berg won.\nPaul Berg lost. Berg wept.", ["Anna Berg", "Anna Berg"]),
        ("Anna Berg ran. Anna Berg won.\nPaul Berg lost.\nBerg wept.",
         ["Anna Berg", "Anna Berg", "Berg"]),
        ("Anna Berg ran.\nPaul Berg lost.\nBerg wept.", ["Anna Berg"]),
        ("Mrs. Anna Berg ran.\nMaria Berg lost. Mrs. Berg wept.", ["Anna Berg", "Berg"]),
    ],
)  # fmt: skip
def test_whose_surname_it_is(text: str, wanted: list[str]) -> None:
    first = actors_of(article_of(text))[0]
    assert [spelling.text for spelling in first.spellings] == wanted


FAMILIES = [
    # Each line: a text, and after the bar whom each name that is no full name means.
    "Omar Tarin and his wife, Zohra Tarin, came. Mr. Tarin sat. | Omar Tarin",
    "Omar Tarin and his wife, Zohra Tarin, came. Ms. Tarin sat. | Zohra Tarin",
    "Omar Tarin and his wife, Zohra Tarin, came. Tarin sat. | Omar Tarin",
    "Omar Tarin met Zohra Tarin. Tarin sat. | Tarin",
    "Oru Tarin met Bura Tarin. Mr. Tarin sat. | Mr. Tarin",
    "Omar Tarin spoke. His son, Capt. Yusuf Tarin, fell. Mr. Tarin sat. | Omar Tarin",
    "Lena Tarin won. Her husband, Piet Tarin, ran.\nTarin sat. | Lena Tarin",
    "Omar and Zohra Tarin came. Ms. Tarin ran. Mr. Tarin sat. | Omar Tarin",
    "Omar and Zohra Tarin came. Mr. Tarin ran. Ms. Tarin sat. | Zohra Tarin",
    "Zohra Tarin won. Omar Tarin ran.\nZohra Tarin fell. Zohra Tarin slept. Mr. Tarin sat. "
    "| Omar Tarin",
    "Omar Tarin was charged with the murder of Zohra Tarin. Miss Tarin ran.\nTarin sat. "
    "| Omar Tarin",
    "Lee Tarin won. Ms. Tarin sat. | Lee Tarin",
    "Ms. Zohra Tarin won. Mr. Tarin sat. | Mr. Tarin",
    "Zohra Tarin won. Ms. Tarin ran. Mr. Tarin sat. | Mr. Tarin",
    # Where hardly anybody is "Tarin" without a title, the plain name of a headline is hers.
    "Zohra Tarin won. Mrs. Tarin sat. Mrs. Tarin ran. Mrs. Tarin fell.\nOmar Tarin came.\n"
    "Tarin sat. | Zohra Tarin",
    # Who is called by a given name is not meant by the surname.
    "Lena Tarin won. Lena ran. Lena fell.\nPiet Tarin came. Tarin left.\nTarin sat. | Piet Tarin",
    "Lena Tarin won. Lena ran. Lena fell.\nPiet Tarin met Omar Tarin.\nTarin sat. | Tarin",
    "Omar Tarin ran. Omar Tarin fell. Omar Tarin came. Omar ran. Omar fell.\nHis sister Zohra"
    " Tarin sat. Tarin lost his hat. | Omar Tarin",
    "Omar Tarin met Zohra Tarin. Tarin lost her old hat. | Zohra Tarin",
    "Omar Tarin met Zohra Tarin. Tarin met Karl and his wife. | Tarin",
    "Zohra Tarin won. Tarin ran. Tarin fell. Omar Tarin came.\n“We like Ms. Tarin,” he said.\n"
    "Zohra Tarin ran. Tarin sat. | Zohra Tarin",
    "Lena Tarin won. Lena Tarin ran. Lena fell.\nPiet Tarin came.\nTarin sat. | Lena Tarin",
]


@pytest.mark.parametrize("line", FAMILIES)
def test_an_ambiguous_surname_means_no_member_of_the_family(line: str) -> None:
    text, _, wanted = line.partition(" | ")
    start = text.rindex("Tarin")
    (meant,) = [
        actor.name
        for actor in actors_of(article_of(text))
        if any(spelling.span.start == start for spelling in actor.spellings)
    ]
    assert meant == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Karl and Ines Falk met.", "Karl Falk | Ines Falk"),
        ("Ana and Luis de Souza met.", "Ana de Souza | Luis de Souza"),
        ("The brothers Oru and Bura Falk met.", "Oru Falk | Bura Falk"),
        ("She met Oru and Ines Falk. Oru Falk left.", "Oru Falk | Ines Falk"),
        ("Ada Karl ran. Karl and Ines Falk met.", "Ada Karl | Ines Falk"),
        ("Karl won. Karl and Ines Falk met.", "Karl | Ines Falk"),
        ("She met Brandt and Ines Falk.", "Brandt | Ines Falk"),
        ("Karl and Senator Ines Falk met.", "Karl | Ines Falk"),
        ("Karl, and Ines Falk met.", "Karl | Ines Falk"),
    ],
)
def test_given_names_share_the_surname_that_follows(text: str, wanted: str) -> None:
    assert " | ".join(actor.name for actor in actors_of(article_of(text))) == wanted


def test_one_word_quotes_and_eras_are_not_names() -> None:
    text = "“Amen,” said Ann Lund. ‘Welcome,’ said Ann Lund. It fell in 12 BCE, or in FY2028-29."
    (lund,) = actors_of(article_of(text))
    assert lund.name == "Ann Lund"


def test_an_acronym_in_parentheses_is_the_organisation() -> None:
    article = article_of("The North Sea Safety Organization (NSSO) met. The NSSO adjourned.")
    (body,) = actors_of(article)
    assert body.name == "North Sea Safety Organization"
    assert [s.text for s in body.spellings] == ["North Sea Safety Organization", "NSSO", "NSSO"]


def test_roles_before_a_name_and_in_apposition() -> None:
    article = article_of("Ann Lund, the party's spokeswoman, met deputy mayor Karl Voss.")
    lund, voss = actors_of(article)
    assert (lund.roles, lund.gender) == (("party's spokeswoman",), "female")
    assert voss.roles == ("deputy mayor",)


def test_capitals_of_a_headline_are_read_by_what_the_text_names() -> None:
    article = article_of(
        ("title", "QUILL TO VISIT OSLO AS MINISTERS QUARREL"), "Halvard Quill will travel."
    )
    quill, oslo = actors_of(article)
    assert [s.text for s in quill.spellings] == ["QUILL", "Halvard Quill"]
    assert oslo.name == "Oslo"


def test_bylines_and_furniture_name_nobody() -> None:
    article = article_of(
        ("byline", "By Carla Dunn"), ("furniture", "Follow Ines Falk"), "It rained."
    )
    assert actors_of(article) == ()


@settings(max_examples=120)
@given(st.text(alphabet="Abc S.'’-,\n\"“”of1É", max_size=120))
def test_spellings_lie_in_the_text_and_never_overlap(text: str) -> None:
    article = article_of(text)
    spans = sorted(s.span for actor in actors_of(article) for s in actor.spellings)
    assert all(0 <= start < end <= len(article.text) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_the_agency_of_a_credit_is_not_part_of_the_name_after_it() -> None:
    found = actors_of(
        article_of("Photograph: Ann Lee/Reuters Norvik said that it had closed the mill.")
    )
    assert "Norvik" in {each.name for each in found}


def test_a_name_ends_before_a_day() -> None:
    found = actors_of(article_of("Superior Court Judge Ian Bodin on Saturday freed the guards."))
    assert "Ian Bodin" in {each.name for each in found}
