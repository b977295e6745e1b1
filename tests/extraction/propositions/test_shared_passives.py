"""Joined clauses: each with the subject and the auxiliaries that it shares."""

from __future__ import annotations

import pytest

from wire import labels

JOINED = [
    (
        "Ann Lund was taken home, questioned and escorted out of it.",
        ["Ann Lund was taken home", "Ann Lund was questioned"],
    ),
    (
        "Ardal has closed all its old baths until further notice, cancelled the summer fairs of "
        "the port and asked people feeling weak to keep away from the quay.",
        [
            "Ardal has closed all its old baths until further notice",
            "Ardal cancelled the summer fairs of the port",
            "Ardal asked people feeling weak to keep away from the quay",
        ],
    ),
    (
        "Ardal has mended the pier and opened ten new yards for the ferries.",
        ["Ardal has mended the pier", "Ardal opened ten new yards for the ferries"],
    ),
    (
        "Ann Lund will leave the port and lose her seat on the board.",
        ["Ann Lund will leave the port", "Ann Lund will lose her seat on the board"],
    ),
    (
        "Ann Lund will not leave the port and lose her seat on the board.",
        ["Ann Lund will not leave the port"],
    ),
    # A passive whose auxiliary stands with the verb before it.
    ("Ann Lund was fined $50,000 and ordered to perform 1,000 hours of service.",
     ["Ann Lund was fined $50,000", "Ann Lund was ordered to perform 1,000 hours of service"]),
    ("Olaf Lund was arrested on Monday and charged with murder.",
     ["Olaf Lund was arrested", "Olaf Lund was charged with murder"]),
    ("Olaf Lund was shot on Monday and killed a guard.",
     ["Olaf Lund was shot", "Olaf Lund killed a guard"]),
    ("Olaf Lund was cleared of fraud but found guilty of forgery.",
     ["Olaf Lund was cleared of fraud", "Olaf Lund was found guilty of forgery"]),
    ("Olaf Lund was tried in Ardal and found empty crates.",
     ["Olaf Lund was tried in Ardal", "Olaf Lund found empty crates"]),
    ("Two guards, both from Ardal, were charged with arson and fined.",
     ["Two guards were charged with arson", "Two guards were fined"]),
    ("Only after the second blast did the police close the road to Ardal.", []),
    ("Olaf Lund was fined and the Ardal founders Opal Lee, Eva Dahl and Ida Berg were cleared.",
     ["Olaf Lund was fined",
      "the Ardal founders Opal Lee, Eva Dahl and Ida Berg were cleared"]),
    ("The mill of Ardal would be older than it would have been had Lund not sold the port in 2000.",
     []),
    ("Olaf Lund will try to sell the port and leave the council of Ardal.",
     ["Olaf Lund will try to sell the port"]),
    ("The mayor says the port is old and will cost 3 million crowns to mend.",
     ["The mayor says the port is old"]),
    ("Norden Films ― which Olaf Lund founded in 2010 ― sold the port of Ardal.",
     ["Norden Films sold the port of Ardal"]),
    ("A man who robbed a bank and killed two guards was jailed for life.",
     ["A man who robbed a bank and killed two guards was jailed for life"]),
    ("Olaf Lund was not charged but ordered to leave.", ["Olaf Lund was not charged"]),
    ("Olaf Lund was fined and resigned in May.", ["Olaf Lund was fined"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), JOINED)
def test_a_joined_participle_shares_its_auxiliary(sentence: str, found: list[str]) -> None:
    assert labels(sentence) == found
