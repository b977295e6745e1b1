"""No order of words makes a stage of annotating fail."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from wire import report

_WORDS = (
    "Lund", "Berg", "Norden", "the", "a", "few", "two", "40", "$20", "each", "weeks", "time",
    "first", "better", "sooner", "man", "who", "whose", "which", "that", "what", "how",
    "whether", "said", "told", "told:", "admitted", "wrote", "was", "were", "been", "not",
    "fined", "ordered", "charged", "closed", "ended", "put", "helped", "called", "showed", "up",
    "after", "before", "while", "as", "with", "of", "in", "to", "by", "and", "but", "or", "his",
    "her", "he", "she", "it", "they", "dam", "port", "guard", ",", ";", ":", "--", "(", ")", "“",
    "”", '"', "such", "another", "about", "only", "letter", "statement", "May", "Friday", "2021",
    "U.S.", "N.Y.,", "six-month", "adding", "began", "published", "reads", "according",
    "“It", "go.”", "emailed", "saying", "declined", "citing", "so", "dead", "hurt", "47", "both",
    "have", "quoted", "asked", "prohibit", "worst", "when", "retook",
)  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=16), st.sampled_from((".", "")))
@example(["adding", "Lund", "and"], "")
@example(["the", "dam", "Berg", "began"], "")
def test_no_order_of_words_is_a_fault(words: list[str], ending: str) -> None:
    one = report(f"Notes\n{' '.join(words)}{ending}\nLund left the dam in May.", "2021-02-01")
    assert not one.faults


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
@example(["Lund", "said", "Lund", ",", "but"])
@example(["Lund", "sold", "dam,", "port", "and"])
def test_no_order_of_words_in_a_title_is_a_fault(words: list[str]) -> None:
    assert not report(f"{' '.join(words)}\nLund left the dam in May.", "2021-02-01").faults
