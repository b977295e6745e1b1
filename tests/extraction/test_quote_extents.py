"""Where reported words begin and end, and who says them across asides, kind by kind."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

OCCASIONS = [
    Case(
        "The mayors have both argued that the pier is safe.",
        "indirect the pier is safe < argued = mayors",
    ),
    Case(
        "Both sides said the pier was safe.",
        "indirect the pier was safe < said = sides",
    ),
    Case(
        "In explaining why the pier had closed, Falk praised the town.",
        "indirect why the pier had closed < explaining = Falk\n"
        "indirect praised the town < praised = Falk",
    ),
    Case(
        "Falk said the pier would close in an interview with The Courier on Monday.",
        "indirect the pier would close < said = Falk",
    ),
    Case(
        "Falk said the pier would close in a statement.",
        "indirect the pier would close < said = Falk",
    ),
    Case(
        "Falk said she was at work on the half-hour speech for weeks.",
        "indirect she was at work on the half-hour speech for weeks < said = Falk",
    ),
    Case(
        "Falk said there was a change in tone at the court since the judge left.",
        "indirect there was a change in tone at the court since the judge left < said = Falk",
    ),
    Case(
        "Falk said the danger was played down in the debate over the pier.",
        "indirect the danger was played down in the debate over the pier < said = Falk",
    ),
]
OPENINGS = [
    Case(
        "Falk indicated that by the time the letter came, it was too late to sail.",
        "indirect by the time the letter came, it was too late to sail < indicated = Falk",
    ),
    Case(
        "Prosecutors argued that although Falk agreed, he showed no remorse.",
        "indirect although Falk agreed, he showed no remorse < argued = Prosecutors",
    ),
    Case(
        "Falk pointed out that the boats were mostly idle:",
        "indirect the boats were mostly idle < pointed = Falk",
    ),
    Case(
        "Falk asked the owners of the boats why they did not sail.",
        "indirect why they did not sail < asked = Falk",
    ),
    Case("Falk named what she wants:", ""),
    Case(
        "Ada Falk may have said it best when she wrote: “The sea comes back for its boats.”",
        "direct The sea comes back for its boats. < wrote = Ada Falk",
    ),
]
ENDS = [
    Case(
        "Falk said closed ports -- those for members -- deny many the right to sail.",
        "indirect closed ports -- those for members -- deny many the right to sail < said = Falk",
    ),
    Case(
        "Falk has said she wants to build a pier and has backed a wider harbour.",
        "indirect she wants to build a pier < said = Falk",
    ),
    Case(
        "Falk denied that the ship was late, however, pointing to the log.",
        "indirect denied that the ship was late < denied = Falk",
    ),
]
BEFORE_THE_VERB = [
    Case(
        "The town has a long history of welcoming sailors, Mayor Ida Falk noted.",
        "indirect The town has a long history of welcoming sailors < noted = Ida Falk",
    ),
    Case(
        "At the heart of it, according to Anna Berg, a former envoy, was a letter from the king.",
        "indirect At the heart of it … was a letter from the king < according to = Anna Berg",
    ),
    Case(
        "The cost of the pier, say builders, is the smaller part.",
        "indirect The cost of the pier … is the smaller part < say = builders",
    ),
]
RELATIVES = [
    Case(
        "They are near a deal with Norway that Falk said was close to its end.",
        "indirect a deal with Norway … was close to its end < said = Falk",
    ),
    Case("A deal that Falk said was close fell through.", ""),
    Case(
        "They backed a plan that Falk said would save the reef.",
        "indirect a plan … would save the reef < said = Falk",
    ),
    Case(
        "It was a step that the council says it will not take.",
        "indirect it will not take < says = council",
    ),
]
ASIDES = [
    Case(
        "Falk said this was a “bad error” and that she had learned from it.",
        "mixed this was a “bad error” and that she had learned from it < said = Falk",
    ),
    Case(
        "Falk said that trials, with two experts and long records, were useful.",
        "indirect trials, with two experts and long records, were useful < said = Falk",
    ),
    Case(
        "Falk said she helps people in her programme to share ideas.",
        "indirect she helps people in her programme to share ideas < said = Falk",
    ),
    Case(
        "Falk said she would go to a bigger stage -- the fair -- to win.",
        "indirect she would go to a bigger stage -- the fair -- to win < said = Falk",
    ),
    Case(
        "Falk said the ship, while old, was safe.",
        "indirect said the ship, while old, was safe < said = Falk",
    ),
    Case(
        "Falk urged the town, however, to pay its debts.",
        "indirect urged the town, however, to pay its debts < urged = Falk",
    ),
    Case(
        "Falk said the port would shut on Friday.",
        "indirect the port would shut on Friday < said = Falk",
    ),
    Case(
        "Falk said the port was shut, which pleased the crew.",
        "indirect the port was shut < said = Falk",
    ),
    Case(
        "Falk has not said what broke, and the ship she uses now is old.",
        "indirect has not said what broke < said = Falk",
    ),
    Case(
        "Falk seemed to urge Lund to stay.",
        "indirect seemed to urge Lund to stay < urge = Falk",
    ),
    Case("It is no “local” affair, as Falk suggested on Monday.", ""),
    Case("The port is not full, as Falk suggested.", ""),
    Case(
        "Falk told crews who fear the storm that it was late.",
        "indirect it was late < told = Falk",
    ),
    Case(
        "Doctors tell cooks who have a fever to rest.",
        "indirect tell cooks who have a fever to rest < tell = Doctors",
    ),
    Case("The port isn't full, as Falk said.", ""),
    Case("The port is full, as Falk suggested.", "indirect The port is full < suggested = Falk"),
    Case("Falk chose Lund in a bid to appeal to voters and to show what a team would do.", ""),
    Case(
        "Falk said she was glad of the plan, which it was late to read.",
        "indirect she was glad of the plan, which it was late to read < said = Falk",
    ),
]

WHOLE = [
    Case(
        "The town is discussing whether it will pay, and if so, how, Falk said.",
        "indirect The town is discussing whether it will pay, and if so, how < said = Falk",
    ),
    Case(
        "Maps suggest that it will rain, but if the wind turns it could snow, said Ann Falk.",
        "indirect Maps suggest that it will rain, but if the wind turns it could snow"
        " < said = Ann Falk",
    ),
]

SPEAKERS = [
    Case(
        "Karl Berg Sr., whose son was one of the missing sailors, said he was tired.",
        "indirect he was tired < said = Karl Berg Sr.",
    ),
    Case(
        "The storms will almost certainly force Sen. Ida Falk to say that the year was hard.",
        "",
    ),
    Case(
        "Norland will leave the pact, Mayor Karl Berg confirmed for the first time, "
        "accusing the crew of lying.",
        "indirect Norland will leave the pact < confirmed = Karl Berg\n"
        "indirect accusing the crew of lying < accusing = Karl Berg",
    ),
    Case(
        "Falk, speaking at a rally in Umeå, Sweden, warned that the pier could fall.",
        "indirect the pier could fall < warned = Falk",
    ),
    Case(
        "Senator Ida Berg, facing a hard race in Jutland, a swing region, said she would stay.",
        "indirect she would stay < said = Ida Berg",
    ),
    Case("Falk at the time said he had a lawyer.", "indirect he had a lawyer < said = Falk"),
    Case(
        "“The boats will come back,” said one old skipper familiar with the plan.",
        "direct The boats will come back, < said = one old skipper",
    ),
    Case(
        "From Falk's Facebook post: “We will not leave the pier to the sea.”",
        "direct We will not leave the pier to the sea. < : = Falk",
    ),
    Case(
        "Karl Berg and Ida Falk say the pier must go.\nIt has stood too long, they said.",
        "indirect the pier must go < say = Karl Berg\n"
        "indirect It has stood too long < said = Karl Berg",
    ),
]


POSTS = [
    Case(
        "They met.\nThe pier stays open. Thank you all! — Ana Berg (@anaberg) May 9, 2030",
        "direct The pier stays open. Thank you all! < - = Ana Berg",
    ),
    Case(
        "All met.\nThe pier is open. pic.twitter.com/x1 — Ana Berg (@anaberg) 9 May 2030\nAll go.",
        "direct The pier is open. < - = Ana Berg",
    ),
    Case(
        "They met.\nThe pier stays open.\n— Ana Berg (@anaberg) May 9, 2030",
        "direct The pier stays open. < - = Ana Berg",
    ),
    Case(
        "They met.\n“The pier stays open.” — Ana Berg (@anaberg) May 9, 2030",
        "direct The pier stays open. < — = Ana Berg",
    ),
    Case("Write to Ana Berg (@anaberg) by May 9, 2030", ""),
]


@pytest.mark.parametrize(
    "case",
    [
        *OCCASIONS,
        *OPENINGS,
        *ENDS,
        *ASIDES,
        *WHOLE,
        *BEFORE_THE_VERB,
        *RELATIVES,
        *SPEAKERS,
        *POSTS,
    ],
    ids=lambda case: case.text[:40],
)
def test_extent(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
