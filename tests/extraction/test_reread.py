"""Speakers whom the sentences before show to be somebody else than who spoke last."""

from __future__ import annotations

from wire import report


def speakers(text: str) -> list[str]:
    """The names of those who speak, quote after quote, with the words of each why."""
    one = report(f"Notes\n{text}", "2021-02-05")
    names = {actor.id: actor.name for actor in one.actors}
    return [
        f"{names[quote.speaker.actor]}: "
        + " < ".join(one.article.text[p.start : p.end] for p in quote.speaker.reason.passages)
        for quote in one.quotes
        if quote.speaker and quote.speaker.actor and quote.speaker.reason
    ]


def test_he_is_whom_the_sentence_before_is_about() -> None:
    found = speakers(
        "James Moss said the port was shut, whereas David Lund acknowledged that he knew of it."
        " He also said that there were other plans."
    )
    assert found == [
        "James Moss: James Moss",
        "David Lund: David Lund",
        "James Moss: He < James Moss",
    ]


def test_a_speaker_of_whom_both_agree_stays() -> None:
    found = speakers("James Moss said the port was shut. He also said that there were other plans.")
    assert found == ["James Moss: James Moss", "James Moss: He < James Moss"]
