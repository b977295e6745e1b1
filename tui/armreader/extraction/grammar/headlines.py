"""The main verb of a headline, which a tagger that learned from sentences takes for a noun."""

from __future__ import annotations

from collections.abc import Sequence

from armreader.extraction.grammar.inflection import is_verb
from armreader.extraction.grammar.syntax import FINITE
from armreader.extraction.grammar.tagger import finite_reading, tagger

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURAL = frozenset(("NNS", "NNPS"))
_SUBJECT = _NOUNS | {"DT", "JJ", "CD", "POS", "PRP$", "HYPH", "IN", "VBN", "VBG", "CC", "$", "RB"}
"""Tags of what may come before the verb of a headline."""
_OBJECT = frozenset(("DT", "PRP$", "CD", "$", "NNP", "JJ", "``", "PRP"))
"""Tags with which an object begins; a noun may also continue the noun before."""
_VERBS = FINITE | {"VB", "MD"}
_JOINING = frozenset(("as", "after", "before", "while", "when", "if", "because", "since", "that"))
"""Words that open a clause with a verb of its own."""


def repair_headline(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag the verb of a headline as finite where it has none: "Bank issues ‘deep apology’".

    Changes the tags in place. A name, a noun or a phrase alone stays as it is.
    """
    joins = next((at for at, low in enumerate(lowers) if at and low in _JOINING), len(lowers))
    if "TO" in tags[:joins] or any(tag in _VERBS for tag in tags[:joins]):
        return
    for at in range(1, joins - 1):
        if tags[at - 1] not in _SUBJECT:
            return
        if tags[at] not in _NOUNS or not (tags[at - 1] in _NOUNS or (at == 1 and tags[0] == "JJ")):
            continue
        tag = _finite(lowers[at], tags, at)
        if tag:
            tags[at] = tag
            return


def _finite(lower: str, tags: Sequence[str], at: int) -> str:
    """The tag of a noun of a headline as its verb; empty if it cannot be the verb."""
    before, after = tags[at - 1 : at + 2 : 2]
    if finite_reading(lower, "") == "VBZ":
        known = tagger().possible(lower).split("/")
        clear = known[0] == "VBZ" or "NNS" not in known
        follows = after in _OBJECT or (clear and after[0].isalnum())
        return "VBZ" if follows and before not in _PLURAL else ""
    plural = before in _PLURAL or "CC" in tags[:at]
    fits = plural and tags[at] == "NN" and after in _OBJECT
    return "VBP" if fits and is_verb(lower) else ""
