"""Checking a label: only what can be read alone is shown."""

from __future__ import annotations

from collections.abc import Set

from armreader.extraction.grammar import FINITE, SentenceGrammar
from armreader.extraction.propositions.binding import is_unbound
from armreader.extraction.propositions.shape import DASHES
from armreader.extraction.propositions.words import mark, words
from armreader.language import entries

_FIGURES = 4
"""The fewest numbers of what may be the line of a table."""
_LISTED = 5
"""The most tokens of the first thing on a line of a list and the colon after it."""
_POINTING_BACK = ("so", "otherwise", "likewise")
_LEAST = 3
"""The fewest tokens of a label: subject, verb, object."""


def reads_alone(
    grammar: SentenceGrammar,
    runs: list[tuple[int, int]],
    spoken: bool,
    named: bool = False,
    meant: Set[int] = frozenset(),
) -> bool:
    """Whether the runs of tokens read as a sentence that needs nothing before or after it.

    ``spoken``: whether words of the first person are in marks and have their speaker there;
    ``named``: whether a name will stand for the pronoun before the runs; ``meant``: the pronouns
    in them for which one will.
    """
    tokens = [at for first, last in runs for at in range(first, last)]
    lowers = [grammar.lowers[at] for at in tokens]
    said = [at for at in tokens if grammar.lowers[at][:1].isalnum()]
    few = _LEAST + 2 * (lowers[0] in ("a", "an"))
    known = named or not meant.isdisjoint(said) or _names(grammar, said)
    if len(said) < _LEAST or (len(said) <= few and not known):
        return False  # "Talks turned sour", "A man was shot"
    if not named and tokens[0] not in meant and not _may_open(grammar, tokens[0]):
        return False
    if grammar.lowers[tokens[0]] in _GLUE or _glued(grammar, tokens[0]):
        return False
    if _counts_from(grammar, tokens) or _is_tabular(grammar, said):
        return False
    if ":" in lowers[:_LISTED] and grammar.tags[tokens[lowers.index(":") + 1 :][0]] == "CD":
        return False  # a line of a list: "Ardal: 140 cases"
    if len(lowers[0]) == 1 and lowers[0].isalpha() and lowers[1] == ",":
        return False  # "S, sank in May": the name before the letter is missing
    last = tokens[-1] - (len(tokens) > 1 and mark(grammar, tokens[-1]) == -1)
    if lowers[-1].endswith(("self", "selves")) and grammar.tags[tokens[-1] + 1 :][:1] == ["IN"]:
        return False  # "locked themselves | in an office"
    if _dangles(grammar, last) or _opens_more(grammar, tokens) or _opens_aside(grammar, last + 1):
        return False  # "would “look into”"
    if any(f" , {side} ," in " ".join(lowers) for side in _SIDES):
        return False  # a caption: "Ann Lee, left, shakes hands"
    if "as saying ," in " ".join(lowers) or lowers[-2:] == ["as", "saying"]:
        return False  # "was quoted as saying, adding": what was said comes before
    if lowers[-2:] in (["as", "much"], ["set", "out"]) or lowers[-1] in _POINTING_BACK:
        return False  # "implied as much"
    if "nor" in lowers and "neither" not in lowers and "not" not in lowers:
        return False
    if " not only " in f" {' '.join(lowers)} " and not {"but", "also"} & {*lowers}:
        return False
    if not _balanced(lowers) or _opens_single(grammar, tokens):
        return False
    return not is_unbound(grammar, tokens, spoken, named, meant)


def _names(grammar: SentenceGrammar, tokens: list[int]) -> bool:
    """Whether there is a name or a number."""
    return any(grammar.tags[at].startswith("NNP") or grammar.tags[at] == "CD" for at in tokens)


_SIDES = ("left", "right", "center", "centre")
_OPENERS = frozenset(
    ("the", "a", "an", "some", "more", "several", "both", "no", "every", "each", "as")
)
"""The words that cannot come last in a label, but can come first."""


_DESCRIBING = frozenset(("other", "another", "former", "both"))
"""Words that point to something before only where they are alone: "the former", "both sank"."""
_GLUE = frozenset(("-", "–", "/", "'", "’", ",", ";", ":", ")"))


_ABOUT = frozenset(("about", "around", "some", "nearly", "just"))


def _counts_from(grammar: SentenceGrammar, tokens: list[int]) -> bool:
    """Whether a label opens with how long after something it was: "Three days after Lee left"."""
    at = int(grammar.lowers[tokens[0]] in _ABOUT)
    at += grammar.tags[tokens[at]] in ("CD", "DT")
    while at + 1 < len(tokens) and grammar.tags[tokens[at]] in ("JJ", "VBG"):
        at += 1  # "a few", "five long"
    measured, after = ([grammar.lowers[one] for one in tokens[at : at + 2]] + ["", ""])[:2]
    return measured in entries("grammar/time_nouns") and after in ("after", "before", "since")


def _is_tabular(grammar: SentenceGrammar, said: list[int]) -> bool:
    """Whether every third word is a number: "Lee 63 85% 1 tackle (1 combined)"."""
    numbers = sum(grammar.tags[at] == "CD" and not grammar.words[at].isalpha() for at in said)
    return numbers >= _FIGURES and 3 * numbers >= len(said)


def _glued(grammar: SentenceGrammar, token: int) -> bool:
    """Whether a token is the second part of a word: "east" of "south-east"."""
    bullet = token == 1 and grammar.tags[0] == "NFP"
    joined = token > 0 and not bullet and grammar.ends[token - 1] == grammar.starts[token]
    return joined and grammar.lowers[token - 1] in _GLUE


def _opens_aside(grammar: SentenceGrammar, end: int) -> bool:
    """Whether dashes part a noun from its verb: "the town | -- to the north -- was flooded"."""
    if end >= len(grammar) or grammar.lowers[end] not in DASHES:
        return False
    closes = (at for at in range(end + 1, len(grammar)) if grammar.lowers[at] in DASHES)
    verb = grammar.tags[next(closes, end) + 1 :][:1]
    return grammar.tags[end - 1].startswith("N") and verb in (["VBD"], ["VBZ"], ["VBP"], ["MD"])


def _dangles(grammar: SentenceGrammar, token: int) -> bool:
    """Whether a label cannot end in a token, because what it belongs to is missing."""
    low, before = grammar.lowers[token], grammar.tags[token - 1]
    if grammar.tags[token] == "RP" and grammar.tags[token + 1 : token + 2] in ([], ["."]):
        return False  # "the lights stay on"
    if low == "in" and before.startswith("VB") and grammar.lemma(token - 1) != "be":
        return False  # "the storm rolled in"
    if low == "being" and grammar.lowers[token - 1] == "time":
        return False  # "for the time being"
    if grammar.tags[token] == "CD" and grammar.lemma(token - 1) == "have":
        return True  # "had 42"
    if low == "well" and grammar.lowers[token + 1 : token + 2] in _FAR_FROM:
        return True  # "was opened well | after the vote"
    if low.endswith("ly") and grammar.tags[token] == "RB" and grammar.lemma(token - 1) == "be":
        return True  # "were chiefly | and directly caused"
    if low == "each" and before in ("CD", "NNS"):
        return False  # "sold for $20 each"
    if grammar.tags[token] == "PRP" and grammar.lemma(token - 1) in words("hearing"):
        return True  # "called the police to tell them | what she had done"
    if grammar.tags[token] == "PRP" and grammar.lowers[token - 1] == "than":
        return True  # "was lower than it | would have been"
    if low.endswith(_ORDINAL) and grammar.tags[token] in ("JJ", "NN") and before == "DT":
        return True  # "was confirmed as the ninth"
    opens = token - 1
    while opens > 0 and grammar.tags[opens] == "RB":
        opens -= 1
    if before == "HYPH" and grammar.tags[max(token - 3, 0)] == "DT" and token > 2:
        return grammar.tags[token] in ("JJ", "VBN")  # "showed the half-built | and cold hall"
    article = grammar.lowers[opens] in ("a", "an")
    described = grammar.tags[token] in ("JJ", "JJR")
    if described and (article or (before == "PRP$" and low != "own")):
        return True  # "a portrait of a lawless", "was taken from his small"
    dangling = low in words("dangling") and low not in ("his", "more", "no")
    dangling = dangling and (low, grammar.tags[token]) != ("her", "PRP")  # "arrested her"
    dangling = dangling and not grammar.tags[token].startswith("NNP")  # "until 6 May"
    return dangling or grammar.tags[token] in ("PRP$", "POS", "DT")


_FAR_FROM = (["after"], ["before"], ["above"], ["below"], ["over"], ["into"])
_ORDINAL = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth")  # fmt: skip
_OPENING_MORE = frozenset(("if", "unless", "because", "although", "whether", "that", "how", "why"))


def _opens_more(grammar: SentenceGrammar, tokens: list[int]) -> bool:
    """Whether a clause begins whose verb is cut off: "would be glad if, | next year"."""
    relative = -1
    for at in reversed(tokens):
        if grammar.tags[at] in FINITE and grammar.tags[at - 1] in ("WDT", "WP"):
            relative = at - 1  # "if the town that has most of them | is right"
        elif grammar.tags[at] in FINITE or grammar.tags[at] in ("VB", "MD"):
            return False
        if at == relative or grammar.tags[at] in FINITE:
            continue
        if grammar.lowers[at] in _OPENING_MORE and grammar.tags[at] in ("IN", "WDT", "WRB"):
            return grammar.lowers[at : at + 2] != ["because", "of"]
    return False


def _ends_place(grammar: SentenceGrammar, token: int) -> bool:
    """Whether a noun belongs to the place before it: "the Elsby, N.Y., | area"."""
    if token < 5 or grammar.lowers[token - 1] != "," or grammar.lowers[token - 3] != ",":
        return False
    at = token - 4
    while at > 0 and grammar.tags[at] == "NNP":
        at -= 1
    return grammar.tags[token] == "NN" and at < token - 4 and grammar.tags[at] == "DT"


def _may_open(grammar: SentenceGrammar, token: int) -> bool:
    low = grammar.lowers[token]
    after = grammar.tags[token + 1 : token + 3]
    if low in _DESCRIBING and after and after[0][:2] in ("NN", "JJ", "CD"):
        return True
    if low == "not" and after:
        return True  # "Not all of them left"
    if low in words("pointing", "bound") or _ends_place(grammar, token):
        return False
    if grammar.tags[token] == "CD" and after == ["CC", "NNP"]:
        return False  # "held 12 and Lee left with 20"
    if grammar.tags[token] in ("IN", "RP") or (grammar.tags[token] == "RB" and after[:1] == ["CD"]):
        return "CD" in after  # "about 100 remain", "at least 10 remain"
    if grammar.lowers[token : token + 2] == ["as", "well"]:
        return False
    if grammar.tags[token] == "RB" and after[:1] == ["WRB"]:
        return False  # "especially when Lee left"
    return low not in words("dangling") or low in _OPENERS


def _balanced(lowers: list[str]) -> bool:
    text = " ".join(lowers)
    if text.count("“") + text.count("``") != text.count("”") + text.count("''"):
        return False
    if lowers.count("‘") > lowers.count("'"):
        return False
    return text.count("(") == text.count(")") and text.count('"') % 2 == 0


def _opens_single(grammar: SentenceGrammar, tokens: list[int]) -> bool:
    """Whether a straight single mark opens a quotation that does not end: "stayed 'in contact"."""
    opened = False
    for at in tokens:
        if grammar.words[at] != "'":
            continue
        before = at > 0 and grammar.ends[at - 1] == grammar.starts[at]
        after = grammar.starts[at + 1 : at + 2] == [grammar.ends[at]]
        opened = (opened or after) and not before
    return opened
