"""Alone: words in marks that no verb of saying governs, not titles and scare quotes."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.quotes.blanked import Blanked
from armreader.extraction.quotes.grammar import DASHES

_SENTENCE = 10
"""The fewest words of a run that is taken for speech, however it ends."""
_CLAUSE = 6
"""The same, for a run that ends as a clause does."""
_REMARK = 4
"""The same, for a run that begins with a capital and is set off by a comma or a dash."""


def reads_alone(sentence: Blanked, at: int) -> bool:
    """Whether a run is speech though no verb says so: long, and not the title of a work."""
    if is_title(sentence, at):
        return False
    words = _words(sentence, at)
    ended = words[-1][-1]
    if len(words) >= _SENTENCE or (len(words) >= _CLAUSE and ended in ",.?!"):
        return True
    set_off = ended == "," or (at > 0 and sentence.lowers[at - 1] in DASHES)
    return len(words) >= _REMARK and set_off and words[0][0].isupper()


def is_title(sentence: Blanked, at: int) -> bool:
    """Whether the words of a run are capitalised like a title or a nickname."""
    words = [word for word in _words(sentence, at) if word[0].isalpha()]
    heavy = [word for word in words if len(word) > 3] or words
    return sum(word[0].isupper() for word in heavy) >= 0.8 * len(heavy)


def is_line(sentence: Blanked, sentences: Sequence[Blanked], number: int) -> bool:
    """Whether a sentence is a paragraph of a few words in single marks, as a heading is."""
    around = [*sentences[max(0, number - 1) : number], *sentences[number + 1 : number + 2]]
    apart = all(other.paragraph != sentence.paragraph for other in around)
    short = sum(len(_words(sentence, at)) for at in sentence.runs) < _SENTENCE
    return apart and short and all(run.single for run in sentence.runs.values())


def ends_in_title(sentence: Blanked, at: int) -> bool:
    """Whether a run is the title of a work that no comma sets off."""
    return is_title(sentence, at) and sentence.text[sentence.runs[at].inner_end - 1] not in ",.?!…"


def is_heading(sentence: Blanked, at: int) -> bool:
    """Whether a run that is a whole sentence is a heading, and not a short answer."""
    run = sentence.runs[at]
    ended = sentence.text[run.inner_end - 1] in ".?!…,"
    return is_title(sentence, at) and (run.single or not ended)


def _words(sentence: Blanked, at: int) -> list[str]:
    run = sentence.runs[at]
    return sentence.text[run.inner_start : run.inner_end].split()
