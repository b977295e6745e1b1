"""The main verb of a headline, which a tagger that learned from sentences takes for a noun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.inflection import is_verb
from armreader.extraction.grammar.syntax import FINITE
from armreader.extraction.grammar.tagger import finite_reading, tagger
from armreader.language import entries
from armreader.language.event_classes import event_words

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PLURAL = frozenset(("NNS", "NNPS"))
_SUBJECT = _NOUNS | {"DT", "JJ", "CD", "POS", "PRP$", "HYPH", "IN", "VBN", "VBG", "CC", "$", "RB"}
"""Tags of what may come before the verb of a headline."""
_OBJECT = frozenset(("DT", "PRP$", "CD", "$", "NNP", "JJ", "JJR", "JJS", "``", "PRP"))
"""Tags with which an object begins; a noun may also continue the noun before."""
_GOES_ON = frozenset(("IN", "TO", "RP", "RB"))
"""Tags of what may follow a verb that has no object."""
_LISTED = _NOUNS | {",", "JJ", "PRP$", "CD"}
"""Tags of subjects that a comma joins: "Lee, northern mayors meet"."""
_MOVING = (["into"], ["onto"])
_PARTS = frozenset((",", ":"))
_JOINING = frozenset(("as", "after", "before", "while", "when", "if", "because", "since", "that"))
"""Words that open a clause with a verb of its own."""


def repair_headline(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag the verb of a headline as finite where it has none: "Bank issues ‘deep apology’".

    Changes the tags in place. A name, a noun or a phrase alone stays as it is.
    """
    if tags[:1] == ["VBD"] and tags[1:2] and tags[1] in _NOUNS:
        tags[0] = "VBN"  # "Suspended clerk kills two"
    for at in range(len(tags) - 1):
        # "Dahl pick gives Berg a chance": no verb follows a verb without a word between them
        if tags[at] == "VBP" and tags[at + 1] == "VBZ" and at:
            tags[at] = "NN"
        elif tags[at] == "VBZ" and not lowers[at].endswith("s") and at:
            tags[at] = "NN"  # "Ardal dam to be rebuilt"
    joins = next((at for at, low in enumerate(lowers) if at and low in _JOINING), len(lowers))
    if not _has_verb(tags[:joins]):
        _find_verb(lowers, tags, joins)
    _join_subjects(tags)


def _find_verb(lowers: Sequence[str], tags: list[str], end: int) -> None:
    start = 0
    for at in range(end):
        if tags[at] in _PARTS:
            start = at + 1
        elif at > start and tags[start] != "IN" and all(t in _SUBJECT for t in tags[start:at]):
            tag = _finite(lowers, tags, start, at)
            if tag:
                tags[at] = tag
                return


def _join_subjects(tags: list[str]) -> None:
    """Read the comma of "Lee, Berg clash in Ardal" as "and"."""
    verb = next((at for at, tag in enumerate(tags) if tag not in _LISTED), 0)
    listed = verb and tags[verb - 1] != ","
    if listed and tags[verb] == "VB" and "," in tags[:verb]:
        tags[verb] = "VBP"  # "Lee, Berg sign deal"
    if listed and tags[verb] == "VBP":
        tags[:verb] = ["CC" if tag == "," else tag for tag in tags[:verb]]


def _has_verb(tags: Sequence[str]) -> bool:
    """Whether a headline has a finite verb, or an infinitive of what will be done."""
    return any(
        tag in FINITE or tag == "MD" or (tag == "TO" and tags[at + 1 : at + 2] == ["VB"])
        for at, tag in enumerate(tags)
    )


def _finite(lowers: Sequence[str], tags: Sequence[str], start: int, at: int) -> str:
    """The tag of a word of a headline as its verb; empty if it cannot be the verb."""
    lower, known = lowers[at], tagger().possible(lowers[at]).split("/")
    if tags[at] not in _NOUNS and tags[at] != "VB" and tags[at] in known:
        return ""
    before, after = tags[at - 1], tags[at + 1] if at + 1 < len(tags) else ""
    noun = before in _NOUNS or before not in tagger().possible(lowers[at - 1]).split("/")
    if not noun and (at > 1 or before != "JJ"):
        return ""
    if (base := _base_of(lower)) and before not in _PLURAL:
        clear = known[0] == "VBZ" or "NNS" not in known
        if not after:
            clear = clear and "NN" not in tagger().possible(base)
        follows = after in _OBJECT or lowers[at + 1 : at + 2] in _MOVING
        follows = follows or f"{base} {' '.join(lowers[at + 1 : at + 2])}" in _with_prepositions()
        return "VBZ" if follows or (clear and _is_word(after)) else ""
    if before in _PLURAL or _is_list(tags, start, at):
        verb = is_verb(lower) or lower in _verbs()
        clear = after == "RP" or (after in _GOES_ON and known[0] != "NN")
        clear = clear or (after in _NOUNS and known[0] in ("VB", "VBP"))
        return "VBP" if verb and (after in _OBJECT or clear) else ""
    return ""


def _base_of(lower: str) -> str:
    """The base of a verb in -s; empty for what is none."""
    bases = (lower[:-1], lower[:-2]) if lower.endswith("s") else ()
    found = next((base for base in bases if base in _verbs() or is_verb(base)), "")
    return found or (lower[:-1] if bases and finite_reading(lower, "") == "VBZ" else "")


def _with_prepositions() -> frozenset[str]:
    """Verbs that a headline has rather than their nouns before a preposition: "calls for"."""
    return entries("grammar/headline_phrases")


@cache
def _verbs() -> frozenset[str]:
    """The verbs of headlines and of events, which the grammar may not list."""
    return entries("grammar/headline_verbs") | event_words().verbs.keys()


def _is_list(tags: Sequence[str], start: int, at: int) -> bool:
    """Whether the subject is more than one: "Lee and Berg", "Lee, Berg"."""
    listed = start > 1 and tags[start - 1] == "," and all(t in _NOUNS for t in tags[: start - 1])
    return listed or "CC" in tags[start:at]


def _is_word(tag: str) -> bool:
    """Whether what follows is no mark, or nothing follows."""
    return not tag or tag[0].isalnum()
