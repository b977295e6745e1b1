"""Assertions: what a clause holds or denies, charges, rebuttals, roles and comparisons."""

from __future__ import annotations

import pytest

from wire import report

CASES = [
    # sentence, form, key, holds, subject, objects
    ("The gate was closed.", "clause", "open", False, "The gate", ()),
    ("The gate was not closed.", "clause", "open", True, "The gate", ()),
    ("The council rejected the offer.", "clause", "accept", False, "The council", ("the offer",)),
    (
        "The offer was rejected by the council.",
        *("clause", "accept", False, "the council", ("The offer",)),
    ),
    ("The talks failed.", "clause", "succeed", False, "The talks", ()),
    ("The pump appeared to be working.", "clause", "succeed", True, "The pump", ()),
    ("The army failed to stop the convoy.", "clause", "stop", False, "The army", ("the convoy",)),
    ("No water leaked from the dam.", "clause", "leak", False, "No water", ("the dam",)),
    (
        "The firm was not to blame for the accident.",
        *("clause", "responsible", False, "The firm", ("the accident",)),
    ),
    (
        "Divers found two leaks in the hull.",
        *("clause", "leak", True, None, ("two leaks", "the hull")),
    ),
    (
        "Ann Roe accused the ministry of hiding the report.",
        *("charge", "hide", True, "the ministry", ("the report",)),
    ),
    (
        "The ministry was accused by the union of hiding the report.",
        *("charge", "hide", True, "The ministry", ("the report",)),
    ),
    ("The ministry denied hiding the report.",
     "rebuttal", "hide", False, "The ministry", ("the report",)),
    ("The ministry denied the accusation.", "rebuttal", "", False, "The ministry", ()),
    ("The ferry, operated by Blue Line, sank.",
     "role", "operate", True, "Blue Line", ("The ferry",)),
    ("Since Tuesday, Acme, the mine operator, has tried to drain it.",
     "role", "operate", True, "Acme", ("mine",)),
    ("Acme Corp, which built the bridge, declined to comment.",
     "role", "build", True, "Acme Corp", ("the bridge",)),
    ("The fire is worse than the Lumen fire.",
     "comparison", "lumen", True, "The fire", ("the Lumen fire",)),
    ("The fire is not as bad as the Lumen fire.",
     "comparison", "lumen", False, "The fire", ("the Lumen fire",)),
    ("The fire has surpassed the Lumen fire as the worst in the region.",
     "comparison", "lumen", True, "The fire", ("the Lumen fire",)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "form", "key", "holds", "subject", "objects"), CASES)
def test_assertion(
    sentence: str, form: str, key: str, holds: bool, subject: str | None, objects: tuple[str, ...]
) -> None:
    text = f"A title\n{sentence}"
    found = [
        (
            one.form,
            one.key,
            one.holds,
            one.subject and text[slice(*one.subject)],
            tuple(text[slice(*span)] for span in one.objects),
        )
        for one in report(text).assertions
    ]
    assert (form, key, holds, subject, objects) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "If the gate was closed, nobody left.",  # a condition
        "Was the gate closed?",
        "The gate might be closed.",
        "Officials fear that the gate was closed.",
        "It looked as though the gate was closed.",
        "The gate was not yet open.",  # it may be, later
        "There was no evidence that the gate was closed.",
    ],
)
def test_what_asserts_nothing(sentence: str) -> None:
    assert not [one for one in report(f"A title\n{sentence}").assertions if one.key == "open"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry was built by Acme and Norsk Yards.",  # both
        "Acme operates ferries in the north.",
        "Bob Poe, a boat owner, was there.",
        "Acme did not build the bridge.",
    ],
)
def test_what_is_not_a_role_of_one_thing(sentence: str) -> None:
    assert not [one for one in report(f"A title\n{sentence}").assertions if one.form == "role"]


def test_what_goes_on_is_no_answer_to_what_happened() -> None:
    found = report("A title\nThe votes are still counting. Their vote did not count.").assertions
    assert [one.holds for one in found if one.key == "count"] == [False]
