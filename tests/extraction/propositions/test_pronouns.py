"""Whom a pronoun means: by its own sentence, by the one before, by the last ones."""

from __future__ import annotations

import pytest

from wire import report

MEANT = [
    # The subject of the last sentence that names anybody it can mean.
    ("Ann Lee had a run of good years, but it ended in 1997. She sold the port.", "Ann Lee"),
    ("The boards were sure that Ann Lee was ill. In 1997 she sold the port.", "Ann Lee"),
    ("Ann Lee spoke. The mayor, Olaf Berg, said no. She sold the port.", "Ann Lee"),
    ("Ann Lee left in May. The dam burst. The mill burned. She sold the port.", "Ann Lee"),
    ("Ann Lee left in May. A guard fell ill. She sold the port.", ""),
    ("Ann Lee left in May. The port paid Mary Falk. She sold the port.", ""),
    # Of whom the one before says something, where only one of the two fits.
    ("Olaf Berg said Ann Lee was kind. She sold the port.", "Ann Lee"),
    ("Mary Falk said Ann Lee was kind. She sold the port.", ""),
    ("The board told Mary Falk that Ann Lee was ill. She sold the port.", ""),
    # In a clause in front of its own.
    ("When the guards closed in on Ann Lee, she sold the port.", "Ann Lee"),
    ("Mary Falk says that when Ann Lee met the crew, she sold the port.", "Ann Lee"),
    ("When the guards met Mary Falk and Ann Lee, she sold the port.", ""),
    # Nobody else in its sentence fits.
    ("Though Olaf Berg led Ann Lee in the polls, she sold the port.", "Ann Lee"),
    ("A nurse met Ann Lee as she sold the port.", ""),
    # After a title or a trade.
    ("Harbour director Olaf Berg left in May even though he sold the port.", "Olaf Berg"),
    ("Ferry Board Chairman Olaf Berg met Ivo Lund. He sold the port.", "Olaf Berg"),
    ("Olaf Berg's manager left in May when he sold the port.", ""),
    # Who died may be whom the one before did something to.
    ("Olaf Berg shot his neighbour Ivo Lund in May. He died on Friday.", ""),
    ("Olaf Berg ran a mill in Ardal for years. He died on Friday.", "Olaf Berg"),
    # In a clause in front of one whose subject it can mean.
    ("The dam burst. After she sold the port, Ann Lee left.", "Ann Lee"),
    ("Mary Falk spoke. Even as she sold the port, Ann Lee moved away.", ""),
    ("Mary Falk spoke. Even as she sold the port, Olaf Berg moved away.", "Mary Falk"),
    ("Ann Lee spoke. Even as she sold the port, Lee moved away.", "Ann Lee"),
    # As before in the sentence.
    ("Ann Lee spoke. She served as dean of Ardal, and in 1995 she sold the port.", "Ann Lee"),
    ("Ann Lee spoke. She met Mary Falk, and in 1995 she sold the port.", ""),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_a_subject_means_the_one_person_it_can(text: str, name: str) -> None:
    one = report(f"Notes\n{text}", "2021-07-01")
    names = {actor.id: actor.name for actor in one.actors}
    (found,) = (
        each
        for each in one.propositions
        if one.article.text[slice(*each.trigger)] in ("sold", "died")
    )
    assert names.get(found.actor or "", "") == name
