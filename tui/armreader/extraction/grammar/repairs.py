"""Tags that the sentence as a whole shows to be wrong: "violent clashes erupted" has one verb, not
two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armreader.extraction.grammar.inflection import is_irregular_past, is_verb, lemma
from armreader.extraction.grammar.syntax import FINITE
from armreader.extraction.grammar.tokens import Tokens
from armreader.extraction.tokens import ACRONYMS
from armreader.language import entries, mapping
from armreader.language.event_classes import classes_of, event_words, family
from armreader.language.figure_bounds import comparing_bounds

_BEFORE = frozenset(("DT", "JJ", "JJR", "JJS", "CD", "NN", "NNP", "NNPS", "HYPH", "VBN", "VBG",
                     "POS", "PRP$", "AFX"))  # fmt: skip
_BETWEEN = _BEFORE | {"IN", "CC", "NNS"}
"""Tags of what may come between such a noun and its verb."""
_OPENING = frozenset(("DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "RB", "HYPH",
                      "IN", ",", "PRP", "CC"))  # fmt: skip
"""Tags of what may come before the first verb of a sentence."""
_AFTER = frozenset(("DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "RB", "IN", "TO"))
"""Tags of what may come after it: an object or a phrase."""
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_JOINING = frozenset(("that", "because", "although", "though", "if", "whether", "unless"))
"""Words that open a clause with a verb of its own."""
_WHEN = frozenset(("after", "as", "before", "since", "until", "while"))
"""Words that open one where a pronoun follows, and not a noun."""
_BARE = frozenset(
    ("do", "help", "let", "make", "dare", "need", "have", "see", "hear", "watch", "be")
)
"""Verbs that a bare verb may follow."""
_ACRONYMS = frozenset(ACRONYMS.values())
_NAMING = frozenset(("name", "call", "dub", "deem", "declare", "elect", "appoint", "consider"))
"""Verbs whose participle says what somebody is."""
_SUBJECT_ENDS = ("NN", "NNS", "NNP", "NNPS", "RB")
"""Tags of what may be between a subject and its verb."""
_LATIN = {("de", "facto"), ("de", "jure"), ("ipso", "facto"), ("en", "masse"), ("per", "se")}
"""Foreign phrases that are adverbs: "has de facto left"."""
_AFTER_OBJECT = frozenset(("RP", "IN", "TO", ".", ",", "CC"))
"""Tags of what cannot be hers."""
_PARTS = (["third"], ["quarter"], ["fifth"], ["half"], ["dozen"], ["hundred"], ["thousand"],
          ["million"], ["billion"])  # fmt: skip
"""What "a" before it makes a number: "fewer than a third"."""
_RUNNING = (["mate"], ["back"])
"""What "running" before it makes somebody: "Lund running mate Olaf Berg"."""
_MOST_PASTS = 3
"""As many participles leave open which is the verb."""
_SAID = 9
"""Tokens within which to look for the verb of saying before a "that"."""
_FAR = 12
"""Tokens within which to look for the verb of the noun."""


def repair_marks(tokens: Tokens, tags: list[str]) -> None:
    """Tag a straight mark by the blanks around it: one before a word opens, one after it closes.

    A mark between two blanks or two words keeps its tag. Changes the tags in place.
    """
    for at, word in enumerate(tokens.words):
        if word != '"':
            continue
        after_word = at > 0 and tokens.ends[at - 1] == tokens.starts[at]
        before_word = tokens.starts[at + 1 : at + 2] == [tokens.ends[at]]
        if after_word != before_word:
            tags[at] = "``" if before_word else "''"


def repair_words(lowers: Sequence[str], tags: list[str]) -> None:
    """Correct single tags by the words beside them; changes the tags in place.

    "the WHO" is a name; "paid tribute" has one verb; after "did n't" comes a verb; "said last week
    that" opens a clause.
    """
    for at, low in enumerate(lowers):
        tag = tags[at]
        if tag == "PRP" and low == "i" and tags[at - 1 : at] == ["-LRB-"]:
            tags[at] = "NNP"  # "Senator Lund (I-Vt.)"
        elif low in _ACRONYMS and tag in ("NN", "NNS", "PRP", "WP"):
            tags[at] = "NNP"
        elif tag == "VB" and at and tags[at - 1] == "VBD" and not _brings_verb(lowers[at - 1]):
            tags[at] = "NN"
        elif tag == "NN" and is_verb(low) and _is_denied(lowers, tags, at):
            tags[at] = "VB"  # "either did n't support"
        elif tag == "VBP" and at and tags[at - 1] == "CC" and _shares_modal(tags, at - 1):
            tags[at] = "VB"  # "will leave the firm and lose the seat"
        elif tag == "PRP" and low == "her" and tags[at + 1 : at + 3] == ["RB", "JJ"]:
            tags[at] = "PRP$" if tags[at + 3 : at + 4] in (["NN"], ["NNS"]) else tag
        elif (low, *lowers[at + 1 : at + 2]) in _LATIN:
            tags[at : at + 2] = ["RB", "RB"]
        elif tag == "PRP$" and low == "her" and {*tags[at + 1 : at + 2]} & _AFTER_OBJECT:
            tags[at] = "PRP"  # "backed her up"
        elif low == "running" and lowers[at + 1 : at + 2] in _RUNNING:
            tags[at : at + 2] = ["NN", "NN"]
        elif tag == "VBZ" and _names_people(low):
            tags[at] = "NNS"  # "State Department aides"
        elif tag == "WDT" and low == "that" and _said_when(lowers, tags, at):
            tags[at] = "IN"
        elif tag == "VBD" and low == "ended" and _ends_period(lowers, tags, at):
            tags[at] = "VBN"  # "in the six months ended June 30 sales rose"
        elif low in _bounding() and (last := _bound(lowers, tags, at)):
            tags[at:last] = ["RB"] * (last - at)  # no clause: "more than 30 were hurt"


def _shares_modal(tags: Sequence[str], joined: int) -> bool:
    """Whether the verb before a conjunction comes after a modal or "to"."""
    for at in range(joined - 1, -1, -1):
        if tags[at] in ("MD", "TO") and tags[at + 1] in ("VB", "RB"):
            return True
        if tags[at] in FINITE or tags[at] in ("WDT", "WP", ":", "``"):
            return False
    return False


def _is_denied(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a word comes after "did not", "will n't", where only a verb can."""
    if at < 2 or lowers[at - 1] not in ("not", "n't"):
        return False
    return tags[at - 2] == "MD" or lowers[at - 2] in ("do", "does", "did")


def _bound(lowers: Sequence[str], tags: Sequence[str], at: int) -> int:
    """Where the words that bound a number end, at that number: "up to | 300"; 0 if none begin."""
    for bound in comparing_bounds():
        last = at + len(bound)
        if tuple(lowers[at:last]) == bound and last < len(tags):
            part = lowers[last] in ("a", "one") and lowers[last + 1 : last + 2] in _PARTS
            return last if tags[last] == "CD" or lowers[last] == "half" or part else 0
    return 0


@cache
def _bounding() -> frozenset[str]:
    return frozenset(bound[0] for bound in comparing_bounds())


def _ends_period(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether "ended" says which months are meant, and another verb what happened."""
    period = lowers[at - 1] in entries("grammar/time_nouns") or lowers[at - 1] == "period"
    return period and tags[at + 1 : at + 2] == ["NNP"] and bool(FINITE & {*tags[at + 1 :]})


def _names_people(low: str) -> bool:
    """Whether a word is only ever the plural of a word for people: "aides"."""
    one = lemma(low, "NNS")
    return (one in mapping("titles") or one in mapping("descriptions")) and not is_verb(one)


def _brings_verb(low: str) -> bool:
    """Whether a past form is followed by a bare verb: "did go", "helped build"."""
    return lemma(low, "VBD") in _BARE


def _said_when(lowers: Sequence[str], tags: Sequence[str], that: int) -> bool:
    """Whether a "that" comes after a verb of saying and where or when it was said.

    "said last week that the dam held", "said in a report that about 40 left", "wrote to the board
    that it should rest".
    """
    last = lowers[that - 1]
    known = last in entries("grammar/time_nouns") or last in entries("occasions")
    if that + 1 == len(tags) or tags[that + 1] in FINITE:
        return False
    reach = range(that - 1, max(that - _SAID, -1), -1)
    before = next((at for at in reach if tags[at][0] == "V"), None)
    if before is None or not _says(lowers[before], tags[before]):
        return False
    return known or lowers[before + 1] == "to"


def _says(low: str, tag: str) -> bool:
    """Whether a form is of a verb of saying."""
    return any(family(name) == "say" for name in classes_of(lemma(low, tag)))


def repair_subjects(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a noun of an event that was taken for a verb as a noun where another verb needs it.

    "Border clashes between the two continued": ``clashes`` is ``NNS``. Changes the tags in place.
    """
    for at, tag in enumerate(tags):
        if tag not in _BEFORE and tag != "VBZ":
            return
        if tag == "VBZ":
            noun = at > 0 and lemma(lowers[at], "NNS") in event_words().nouns
            if noun and _has_verb_after(tags, at):
                tags[at] = "NNS"
                if tags[at + 1] == "VBN":
                    tags[at + 1] = "VBD"
            return


def repair_main_verb(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a participle with an object or a phrase as past where there is no other main verb.

    "The agency released 200 pages that Lee kept": ``released`` is ``VBD``, not ``VBN``, and so is
    ``replied`` in "The agency, which Lee ran, replied by closing". Changes the tags in place.
    """
    at = _first_verb(tags)
    after = tags[at + 1 : at + 2]
    if tags[at : at + 1] != ["VBN"] or not lowers[at].endswith("ed"):
        return
    described = after == ["VBN"] and tags[at + 2 : at + 3] in (["NN"], ["NNS"])  # "broken legs"
    quotes = lowers[at + 1 : at + 2] in ([":"], [","]) and tags[at + 2 : at + 3] == ["``"]
    if not (described or quotes or {*after} & _AFTER):
        return
    if lowers[at + 1] == "by" and "VBG" not in tags[at + 2 : at + 4]:
        return  # "a letter obtained by the court"
    alone = _takes_object(lowers, tags, at) or not _has_main_verb(lowers, tags, at + 1)
    if alone and any(tag.startswith("NN") for tag in tags[:at]):
        tags[at] = "VBD"


def _takes_object(lowers: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a past form acts on something, as no participle does: "Lee estimated the damage".

    Not "a boat built the same year", "a man called the Baker", "a man given the prize".
    """
    verb = lemma(lowers[at], "VBN")
    if verb in _NAMING or verb in entries("grammar/two_objects"):
        return False
    acts = tags[at + 1] in ("DT", "PRP$") and tags[at - 1] in _SUBJECT_ENDS
    return acts and entries("grammar/time_nouns").isdisjoint(lowers[at + 2 : at + 5])


def repair_said_verb(lowers: Sequence[str], tags: list[str]) -> None:
    """Tag a participle as past where a verb of saying has no other verb for what is said.

    "Lund said the two yards made losses": ``made`` is ``VBD``, not ``VBN``; in "said the boat built
    there sank", the second. Changes the tags in place.
    """
    said = next((at for at, tag in enumerate(tags) if tag in FINITE), len(tags))
    if said == len(tags) or not _says(lowers[said], tags[said]):
        return
    marked = lowers[said + 1 : said + 2] == ["that"]
    opens = said + 1 + marked
    if tags[opens : opens + 1] == ["IN"] or not (marked or lemma(lowers[said], "VBD") == "say"):
        return
    at = _opening_end(tags, opens)
    if at == opens or tags[at : at + 1] != ["VBN"] or "," in lowers[opens:at]:
        return
    stop = next((end for end in range(at, len(tags)) if tags[end] in (",", ":", ".")), at)
    pasts = [one for one in range(at, stop) if tags[one] == "VBN" and _may_be_past(lowers[one])]
    if 0 < len(pasts) < _MOST_PASTS and not FINITE & {*tags[at:]}:
        tags[pasts[-1]] = "VBD"


def _may_be_past(low: str) -> bool:
    return low.endswith("ed") or is_irregular_past(low)


def _first_verb(tags: Sequence[str]) -> int:
    """The first token that is neither of a subject nor of a relative clause between commas."""
    at = _opening_end(tags, 0)
    if at < len(tags) and tags[at] in ("WDT", "WP") and tags[at - 1] == ",":
        closing = next((end for end in range(at, len(tags)) if tags[end] == ","), len(tags))
        if sum(tag in FINITE for tag in tags[at:closing]) == 1:
            at = _opening_end(tags, closing)
    return at


def _opening_end(tags: Sequence[str], first: int) -> int:
    return next((at for at in range(first, len(tags)) if tags[at] not in _OPENING), len(tags))


def _has_main_verb(lowers: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether a finite verb from a token on is not in a clause that a word opens.

    What comes after a semicolon, or after a colon and a quotation mark, is a sentence of its own.
    """
    opened = 0
    for at in range(first, len(tags)):
        low, tag = lowers[at], tags[at]
        if low == ";" or (low == ":" and tags[at + 1 : at + 2] == ["``"]):
            return False
        before_subject = low in _WHEN and tags[at + 1 : at + 2] == ["PRP"]
        opened += tag in _RELATIVE or (tag == "IN" and (low in _JOINING or before_subject))
        opened += tag == "VBG" and _says(low, tag)
        if tag in FINITE:
            if not opened:
                return True
            opened -= 1
    return False


def _has_verb_after(tags: Sequence[str], at: int) -> bool:
    """Whether the next thing is a verb, or a phrase in "of", "between" … and then a verb."""
    after = tags[at + 1 : at + 2]
    if after and (after[0] in FINITE or after[0] == "VBN"):
        return True
    if after != ["IN"]:
        return False
    for tag in tags[at + 2 : at + _FAR]:
        if tag in FINITE:
            return True
        if tag not in _BETWEEN:
            return False
    return False
