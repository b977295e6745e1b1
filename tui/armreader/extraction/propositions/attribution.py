"""Who says a sentence, where the speaker comes after it: "The dam is safe, Ann Lee said on
Monday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from armreader.extraction.grammar import FINITE, SentenceGrammar
from armreader.extraction.propositions.words import words
from armreader.records import Span

_SHORTEST = 3
"""The fewest tokens before an attribution."""
_LONGEST = 28
"""The most tokens on either side of its verb."""
_NOUN_PHRASE = frozenset(
    ("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "HYPH", "PRP", "PRP$", "AFX", "VBN",
     "VBG")
)  # fmt: skip
_SUBJECT = _NOUN_PHRASE | {"IN", "CC", "TO", ",", "RB", "."}
"""Tags of what is between the comma and the verb, including appositions."""
_OPENS = frozenset(("DT", "NNP", "NNPS", "NN", "NNS", "PRP", "PRP$", "JJ", "CD"))
_GOING_ON = frozenset(("though", "although", "while", "as", "after", "adding", "citing"))
"""Words after a comma with which a sentence goes on after its attribution."""
_OPENERS = frozenset(("WRB", "WDT", "WP", "IN", "CC"))
"""Tags of what opens a clause that goes on after who says it."""
_CLOSING = frozenset(("”", "''"))
_BEFORE_CLOSING = frozenset((",", "!", "?", "--", "—"))
_NEAR = 12
"""The most characters between an attribution and its own time: "said early on Monday"."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what comes before, as a stretch that can follow a label."""

    span: Span
    """From the comma to the end of the speaker and the verb."""
    speaker: Span
    head: Span
    """The noun or pronoun of the speaker."""
    pronoun: bool
    trigger: Span
    """The verb of saying."""
    lemma: str
    time: Span | None
    """When it was said."""
    after_comma: bool
    """Whether its stretch begins with the comma, and not after a mark that closes a quotation."""
    sourceless: bool
    """Whether it comes from a source without a name: officials, police, a report."""


def trailing(
    grammar: SentenceGrammar, first: int, times: Sequence[Span]
) -> tuple[int, Attribution] | None:
    """Where the speech ends, and who says it."""
    said = next(_verbs(grammar, first), None)
    comma = None if said is None else _boundary(grammar, said, first)
    if said is None or comma is None or comma - first < _SHORTEST:
        return None
    if grammar.tags[comma - 1] in _OPENERS:
        return None  # "praised the days when, he said, nobody left"
    finite = sum(grammar.tags[at] in FINITE for at in range(first, comma))
    inverted = said == comma + 1
    if not finite or (inverted and finite == _asides(grammar, first, comma)):
        return None
    begin = comma + 1
    quoted = _closes(grammar, comma) or _closes(grammar, begin)
    if _closes(grammar, begin):
        begin += 1
    subject = _subject(grammar, begin, said)
    if subject is None:
        return None
    verb = _saying(grammar, said)
    lemma, (low, high, head) = grammar.lemma(verb), subject
    last = max(high, verb + 1)
    if lemma in words("hearing"):
        last = max(last, _phrase_end(grammar, verb + 1))
    who = (grammar.lowers[head], grammar.lemma(head))
    return begin if quoted else comma, Attribution(
        grammar.span(begin if quoted else comma, last),
        grammar.span(low, high),
        grammar.span(head, head + 1),
        grammar.tags[head].startswith("PRP"),
        grammar.span(verb, verb + 1),
        lemma,
        next((time for time in times if 0 <= time.start - grammar.ends[last - 1] <= _NEAR), None),
        not quoted,
        lemma in words("said") and any(one in words("sourceless") for one in who),
    )


def _asides(grammar: SentenceGrammar, first: int, last: int) -> int:
    """How many relative clauses begin after a comma: "The firm, which has two yards, posted"."""
    tags, lowers = grammar.tags, grammar.lowers
    return sum(tags[at] in ("WDT", "WP") and lowers[at - 1] == "," for at in range(first + 1, last))


def _verbs(grammar: SentenceGrammar, first: int) -> Iterator[int]:
    """The verb of saying that is the last finite verb of a sentence, or of its main part."""
    stop, later = len(grammar), False
    for at in range(stop - 1, first, -1):
        if grammar.lowers[at] in _GOING_ON and grammar.lowers[at - 1] == ",":
            stop = at - 1
        elif grammar.tags[at] in FINITE:
            lemma = grammar.lemma(_saying(grammar, at))
            speaks = lemma in words("said") or lemma in words("spoken")
            last = not later or stop < len(grammar)  # not "while …, Ann Lee says it may rain"
            if speaks and last and grammar.tags[at] != "MD" and stop - at <= _LONGEST:
                yield at
            if stop == len(grammar) and not _goes_on_before(grammar, at, first):
                return
            later = True


def _saying(grammar: SentenceGrammar, finite: int) -> int:
    """The verb of saying that a finite verb is or helps: "the dam is safe, Ann Lee has said"."""
    perfect = grammar.lemma(finite) == "have" and grammar.tags[finite + 1 : finite + 2] == ["VBN"]
    return finite + perfect


def _goes_on_before(grammar: SentenceGrammar, at: int, first: int) -> bool:
    """Whether a verb is in the clause with which a sentence goes on after an attribution."""
    for before in range(at - 1, max(first + 1, at - _LONGEST), -1):
        if grammar.lowers[before] in _GOING_ON and grammar.lowers[before - 1] == ",":
            return True
    return False


def _boundary(grammar: SentenceGrammar, said: int, first: int) -> int | None:
    """The comma, or the mark that closes a quotation, before the clause that names the speaker."""
    commas: list[int] = []
    for at in range(said - 1, max(first, said - _LONGEST), -1):
        low = grammar.lowers[at]
        if _closes(grammar, at):
            return at - 1 if grammar.lowers[at - 1] in _BEFORE_CLOSING else at
        if low == ",":
            commas.append(at)
        elif grammar.tags[at] not in _SUBJECT or low in ("that", "which", "who"):
            break
        if commas and commas[0] == said - 1 and at == said - 1:
            inverts = grammar.lemma(said) not in words("hearing")
            if inverts and grammar.tags[said + 1 : said + 2] and grammar.tags[said + 1] in _OPENS:
                return at  # ", said Ann Lee", but not ", told the paper"
            continue
        if commas and commas[0] != said - 1:
            break
        if len(commas) == 3:
            break
    if not commas:
        return None
    place = commas[0] if commas[0] != said - 1 else commas[-1] if len(commas) == 3 else None
    if place is None or grammar.tags[place + 1] not in _OPENS:
        return None
    return place


def _closes(grammar: SentenceGrammar, token: int) -> bool:
    """Whether a token is a mark that closes a quotation."""
    low = grammar.lowers[token]
    return low in _CLOSING or (low == '"' and grammar.lowers[token - 1] in _BEFORE_CLOSING)


def _subject(grammar: SentenceGrammar, begin: int, said: int) -> tuple[int, int, int] | None:
    """The speaker: the first token, the end, and the head."""
    if begin >= said:
        begin = said + 1
        end = _phrase_end(grammar, begin)
    else:
        end = next((at for at in range(begin, said) if grammar.lowers[at] == ","), said)
        while end > begin and grammar.tags[end - 1] == "RB":
            end -= 1
    head = None
    for at in range(begin, end):
        if grammar.tags[at] in ("IN", "TO") and head is not None:
            break
        if grammar.tags[at].startswith(("NN", "PRP")) and grammar.tags[at] != "PRP$":
            head = at
    return None if head is None else (begin, end, head)


def _phrase_end(grammar: SentenceGrammar, first: int) -> int:
    """The end of the noun phrase that begins at a token, including of-phrases."""
    at = first
    while at < len(grammar) and (
        grammar.tags[at] in _NOUN_PHRASE or (grammar.lowers[at] == "of" and at > first)
    ):
        at += 1
    if grammar.tags[at - 1] == "JJ" and grammar.tags[at : at + 1] == ["CC"]:
        return _phrase_end(grammar, at + 1)  # "told foreign and local guards"
    return at
