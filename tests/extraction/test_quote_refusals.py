"""What nobody has said, and whom the words do not belong to, kind by kind."""

from __future__ import annotations

import pytest

from quote_cases import Case, quote_lines
from sample_articles import article_of

TOPICS = [
    Case("Asked about the pier, Falk left.", ""),
    Case("Falk, who was asked about the need for a pier, left.", ""),
    Case("The mayor left after he was asked about the pier.", ""),
    Case("She was asked about the cost when the meeting began.", ""),
    Case("Falk has said little about the pier in months, and people near her left.", ""),
    Case("The council says nothing of the pier.", ""),
    Case(
        "NORHAVN (NNA) - A new storm has hit two piers and the boats moved closer on Monday to"
        " calling it the first flood in 40 years.",
        "",
    ),
    Case("The new pier will be opened in the summer, according to the The pier is old.", ""),
    Case("Falk fought a fire that has burned two mills and threatens to burn a third.", ""),
    Case("Oslo saw a storm which took the pier and threatened to take the boats.", ""),
    Case(
        "“We go,” Falk said when asked which boat she would take.",
        "direct We go, < said = Falk",
    ),
]
DESCRIBED = [
    Case("They met to address the main issues that the storm touched on.", ""),
    Case("The town began to add this pier or that pier, doing away with boats.", ""),
    Case("The crew answered the questions that the storm had left.", ""),
    Case(
        "Falk added on Monday that the pier was shut.",
        "indirect the pier was shut < added = Falk",
    ),
    Case(
        "Falk concluded this month that the pier was shut.",
        "indirect the pier was shut < concluded = Falk",
    ),
]
ALLOWED = [
    Case("The tool allows crews to say that they are safe.", ""),
    Case(
        "The council urged Falk to say that she was sorry.",
        "indirect urged Falk to say that she was sorry < urged = council",
    ),
    Case("The law enables owners to claim that they are poor.", ""),
    Case("The board invited Berg to explain why the pier fell.", ""),
    Case(
        "The storm forced Falk to admit that the pier was old.",
        "indirect the pier was old < admit = Falk",
    ),
]
JUDGED = [
    Case("It is no exaggeration to call this a crime.", ""),
    Case("It is easy to criticise the length of the pier.", ""),
    Case("It is important to note that the pier is old.", ""),
    Case("It was hard to describe the storm.", ""),
    Case("It is fair to say that the pier is old.", ""),
]
ADMITTED = [
    Case("The town admitted refugees from the coast.", ""),
    Case("Half of the sailors admitted to the hospital were young.", ""),
    Case("The club floated the notion of admitting women.", ""),
    Case("Falk admitted that the pier was old.", "indirect the pier was old < admitted = Falk"),
    Case("Falk admitted the pier was old.", "indirect the pier was old < admitted = Falk"),
]
NOT_THEM = [
    Case(
        "By Sunday she had left a meeting in Marlow, Ohio, citing the storm.",
        "indirect citing the storm < citing = ?",
    ),
    Case(
        "Falk's critics ranged from cool to cold: “Is it time for a pier?”",
        "direct Is it time for a pier? < : = Falk's critics",
    ),
    Case(
        "It was said by the mouth of Karl Berg, who claimed that the pier was safe.",
        "indirect the pier was safe < claimed = Karl Berg",
    ),
    Case("They backed the plan - one that calls on crews to stay at home.", ""),
    Case(
        "The deal is near, according to a skipper who saw the text and praised its terms.",
        "indirect The deal is near < according to = skipper\n"
        "indirect praised its terms < praised = skipper",
    ),
    Case(
        "The storm left many to wonder whether the pier would hold.",
        "indirect whether the pier would hold < wonder = many",
    ),
]
WHOLE = [
    Case(
        "Falk urged the crew to stay at home, proposed that more boats be built.",
        "indirect urged the crew to stay at home < urged = Falk\n"
        "indirect more boats be built < proposed = Falk",
    ),
    Case(
        "A man who has said of dockers that “they have to go” and who passes on rumours won.",
        "direct they have to go < said = man",
    ),
    Case(
        "Falk said the hall “was a place of peace,” where the crews of the town “came to be free.”",
        "mixed the hall “was a place of peace,” where the crews of the town “came to be free.”"
        " < said = Falk",
    ),
    Case(
        "“We have to build more,” Falk told “Coast and Country” after the storm.",
        "direct We have to build more, < told = Falk",
    ),
    Case(
        "Falk released a statement, “Last night the sea took our pier.”",
        "direct Last night the sea took our pier. < released = Falk",
    ),
    Case(
        "Falk posted a message reading “Thank you, Marlow, for the boats.”",
        "direct Thank you, Marlow, for the boats. < posted = Falk",
    ),
]
EXAMPLES = [
    Case(
        "A coalition of clubs -- including the Sea Club -- urged the town to wait.",
        "indirect urged the town to wait < urged = coalition of clubs",
    ),
    Case(
        "Many crews, including those of Marlow, said the pier was shut.",
        "indirect the pier was shut < said = crews",
    ),
    Case(
        "Several dockers including Karl Berg said the pier was shut.",
        "indirect the pier was shut < said = dockers",
    ),
    Case(
        "A group of owners, including Ada Falk, said the pier was shut.",
        "indirect the pier was shut < said = group of owners",
    ),
    Case(
        "The pier was shut, said a dozen sailors including Ada Falk.",
        "indirect The pier was shut < said = sailors",
    ),
]
UNSAID = [
    Case("Falk left without mentioning the pier.", ""),
    Case("Falk has avoided directly attacking Berg.", ""),
    Case("The board decided against recommending a ban.", ""),
    Case(
        "Falk defended a decision not to recommend charges.",
        "indirect defended a decision not to recommend charges < defended = Falk",
    ),
    Case("The court made the choice not to blame Falk.", ""),
    Case("Falk did not mention the pier.", ""),
    Case("Falk never praised the crew.", ""),
    Case(
        "Falk did not say whether the pier was safe.",
        "indirect did not say whether the pier was safe < say = Falk",
    ),
]
SUPPOSED = [
    Case("A good mayor would demand more boats.", ""),
    Case("Critics might call for a new pier.", ""),
    Case("The council could urge Falk to stay.", ""),
    Case("The crew should thank the town.", ""),
    Case("A skipper may praise the wind.", ""),
    Case(
        "Falk would not say whether the pier was safe.",
        "indirect would not say whether the pier was safe < say = Falk",
    ),
    Case(
        "Falk would call it “a day of sorrow.”",
        "mixed would call it “a day of sorrow.” < call = Falk",
    ),
]
NEW_CLAUSES = [
    Case(
        "Falk called the pier “rigged” on Tuesday, and a few dockers have called for a vote.",
        "mixed called the pier “rigged” on Tuesday < called = Falk\n"
        "indirect called for a vote < called = dockers",
    ),
    Case(
        "Falk said the port was shut, and the crew said it would wait.",
        "indirect the port was shut < said = Falk\nindirect it would wait < said = crew",
    ),
    Case(
        "Falk blamed the storm, but the council blamed Falk.",
        "indirect blamed the storm < blamed = Falk\nindirect blamed Falk < blamed = council",
    ),
    Case(
        "Falk warned that the pier was old, and officials say the sand is moving.",
        "indirect the pier was old < warned = Falk\nindirect the sand is moving < say = officials",
    ),
    Case(
        "Falk praised the boats, and her deputy denounced the plan.",
        "indirect praised the boats < praised = Falk\n"
        "indirect denounced the plan < denounced = deputy",
    ),
]
SAME_PERSON = [
    Case(
        "Sam Lund runs the port. He said Karl Berg never came. “We closed the gate,” he said. "
        "He said that the port was calm.",
        "indirect Karl Berg never came < said = Sam Lund\n"
        "direct We closed the gate, < said = Sam Lund\n"
        "indirect the port was calm < said = Sam Lund",
    ),
]


@pytest.mark.parametrize(
    "case",
    [
        *TOPICS,
        *DESCRIBED,
        *ALLOWED,
        *JUDGED,
        *ADMITTED,
        *NOT_THEM,
        *WHOLE,
        *UNSAID,
        *SUPPOSED,
        *NEW_CLAUSES,
        *SAME_PERSON,
    ],
    ids=lambda case: case.text[:40],
)
def test_refusal(case: Case) -> None:
    assert "\n".join(quote_lines(article_of(case.text))) == case.quotes
