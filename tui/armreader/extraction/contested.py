"""Contested claims: what follows "denied", "rejected criticism that", "questioned whether"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from armreader.extraction.grammar import Clause, Grammar, SentenceGrammar
from armreader.language import entries, rows
from armreader.records import Article, Sentence, Span
from armreader.records.contested import Contested

_SECTIONS = frozenset(("title", "summary", "body"))
_LONGEST = 240
"""The most characters of a claim that can be shown."""
_WHOM = frozenset(("him", "her", "them", "me", "us"))
_ASKING = frozenset(("WRB", "WP", "WDT", "WP$"))
_OPENING = frozenset(("PRP", "PRP$", "NNP", "NNPS", "EX", "WDT", "``"))
"""Tags of the first word of a claim that no "that" opens."""
_DASHES = frozenset(("--", "—", "–"))
_GOING_ON = frozenset(("saying", "adding", "with", "but", "however", "though", "although"))
_FEWEST = 3
"""The fewest words of a claim that says something; "denied that he was" is cut short."""
_NORMATIVE = frozenset(("ought", "should", "must"))
"""Verbs of a claim about what is right, on which views differ, not about what is so."""
_POINTING = frozenset(("this", "that", "it", "these", "those", "they", "we"))
_EMPTY = frozenset(("case", "thing", "way", "point", "so"))
"""Nouns that leave open what is claimed: "denied that this was the case"."""
_SHORTEST = 16
"""The fewest characters of a clause that can contest."""
_DESPITE = re.compile(
    r"\b(?:despite|contrary to|in spite of) (?:[\w’'-]+ ){0,3}?"
    r"(?:claims?|assurances?|reports?|suggestions?|assertions?|allegations?|insistence)"
    r"(?: (?:by|from|of)(?: [\w’'.-]+){1,6}?)? that ",
    re.IGNORECASE,
)

_COMMENT = re.compile(r"\b(?:Posted by:|Report abuse\b)")
"""What is around the comment of a reader, who is no source."""


def find_contested(
    article: Article, sentences: Sequence[Sentence], grammar: Grammar
) -> tuple[Contested, ...]:
    """Every claim that a sentence says somebody contests, in order."""
    found: list[Contested] = []
    for number, sentence in enumerate(sentences):
        if sentence.section not in _SECTIONS:
            continue
        if _COMMENT.search(article.text, *sentence.span):
            continue
        found += _in_spite(article.text, sentence.span)
        found += _in_sentence(grammar[number])
    return tuple(found)


def _in_spite(text: str, place: Span) -> Iterator[Contested]:
    """Both clauses of "despite claims by the firm that it was ready, the plant stood still"."""
    for match in _DESPITE.finditer(text, *place):
        comma = text.find(", ", match.end(), place.end)
        if comma < 0:
            continue
        claim, denial = Span(match.end(), comma), Span(comma + 2, place.end)
        if claim.end - claim.start <= _LONGEST and denial.end - denial.start >= _SHORTEST:
            yield Contested(claim, Span(denial.start, min(denial.end, denial.start + _LONGEST)), ())


def _in_sentence(tagged: SentenceGrammar) -> Iterator[Contested]:
    verbs = entries("contesting_verbs")
    if tagged.words[-1:] == ["?"]:
        return  # "how dare she deny …?" contests nothing
    for clause in tagged.clauses:
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or verb.lemma not in verbs:
            continue
        if verb.negation is not None or verb.modal or not verb.finite or verb.passive:
            continue
        if _is_given_up(tagged, clause) or _is_own_doubt(tagged, clause):
            continue
        claim = _claim(tagged, clause)
        if claim is None:
            continue
        first, last, lemmas = claim
        last = _without_rest(tagged, first, last)
        if _says_nothing(tagged, first, last):
            continue
        start = min(tagged.starts[subject.first], verb.span.start)
        span = tagged.span(first, last)
        denial = Span(start, min(tagged.ends[first - 1], span.start))
        if last - first < _FEWEST:
            continue
        if span.start >= verb.span.end and span.end - span.start <= _LONGEST:
            yield Contested(span, denial, lemmas)


def _claim(tagged: SentenceGrammar, clause: Clause) -> tuple[int, int, tuple[str, ...]] | None:
    """The tokens of what is contested, and its verbs: a clause, or the "of" of "talk of a rift"."""
    nouns = entries("claiming_nouns")
    spoken = [one.head for one in clause.objects if tagged.lemma(one.head) in nouns]
    at = clause.first if clause.verb is None else clause.verb.first
    # not the relative clause of "the lawyer, who speaks for the miners, denied …"
    for one in (below for below in tagged.clauses[clause.index + 1 :] if below.first >= at):
        if _is_denied_doing(tagged, clause, one):
            doing = (one.verb.lemma,) if one.verb else ()
            return one.first, _end(tagged, one.first, one.last), doing
        if one.parent != clause.index or one.kind not in ("complement", "relative"):
            continue
        if _asks(tagged, one):
            return None  # "questioned why", "questioned about who"
        if one.marker is None and not _opens_claim(tagged, clause, one.first):
            return None  # "denied a request to stay"
        if _is_open(tagged, clause, one):
            return None
        if one.kind == "relative" and one.governor not in spoken:
            continue
        if one.marker is not None and not _has_own_subject(tagged, one):
            return None  # "questioned that decision, seeking a review"
        if clause.objects and not spoken:
            return None  # "rejected the offer that was made"
        first = one.first if one.marker is None else one.marker + 1
        below = [one, *(low for low in tagged.clauses if _is_asserted_in(low, one))]
        lemmas = tuple(dict.fromkeys(low.verb.lemma for low in below if low.verb))
        last = _end(tagged, first, one.last)
        if not lemmas or _is_object(tagged, first) or _is_compared(tagged, first, last):
            return None  # "denied him the post", "denied it, as they all did"
        if one.marker is None and not _has_verb(tagged, first, last):
            return None  # "denied Lumen fans a good match"
        return (first, last, lemmas) if first < last else None
    plans = {row[0] for row in rows("claiming_nouns") if "plan" in row[1:]}
    for head in spoken:  # "talk of a rift"; "the idea of a toll" is a plan
        if tagged.lemma(head) in plans:
            continue
        if tagged.lowers[head + 1 : head + 2] == ["of"] and head + 2 < clause.last:
            return head + 2, _end(tagged, head + 2, clause.last), ()
    return None


def _is_asserted_in(clause: Clause, claim: Clause) -> bool:
    """Whether a claim asserts a clause, not only mentions it: "a fire that killed two"."""
    mentions = clause.kind in ("relative", "participle") and clause.index != claim.index
    return claim.first <= clause.first < claim.last and not mentions


def _asks(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether it is a question: the "who" of "questioned about who"."""
    at = clause.first if clause.marker is None else clause.marker
    return tagged.tags[at] in _ASKING and tagged.lowers[at] != "that"


def _has_own_subject(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether a verb follows before a comma: not where "that" only points to a noun."""
    first = clause.marker + 1 if clause.marker is not None else clause.first
    comma = next((t for t in range(first, clause.last) if tagged.lowers[t] == ","), clause.last)
    points = clause.marker is not None and tagged.lowers[clause.marker] == "that"
    bare = tagged.tags[first : first + 1] in (["NN"], ["NNS"])
    return not (points and bare) or _has_verb(tagged, first, comma)


def _is_open(tagged: SentenceGrammar, clause: Clause, below: Clause) -> bool:
    """Whether nobody can know yet: "questioned whether it would", "doubt it will"."""
    asks = below.marker is not None and tagged.lowers[below.marker] in ("whether", "if")
    if clause.verb is None or (asks and clause.verb.progressive):
        return asks
    doubts = clause.verb.lemma == "doubt"
    return (asks or doubts) and bool(below.verb and below.verb.modal)


def _opens_claim(tagged: SentenceGrammar, clause: Clause, token: int) -> bool:
    """Whether a claim may begin this way without a "that": "denied his firm had been slow"."""
    if clause.verb is None or clause.verb.lemma not in ("deny", "doubt"):
        return False  # "has rejected the offer"
    return tagged.tags[token] in _OPENING or tagged.lowers[token] in ("the", "this", "these")


def _is_given_up(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether it was contested at first: "she initially dismissed the report"."""
    early = {row[0] for row in rows("quantities_cues") if row[1:] == ("earlier",)}
    return clause.verb is not None and not early.isdisjoint(
        tagged.lowers[max(0, clause.verb.first - 2) : clause.verb.head]
    )


def _is_own_doubt(tagged: SentenceGrammar, clause: Clause) -> bool:
    """Whether the writer doubts: "I doubt whether the plan helps" is not a dispute."""
    if clause.subject is None or clause.verb is None or clause.verb.lemma != "doubt":
        return False
    own = ("i", "we")  # also where the grammar has another subject
    return tagged.lowers[clause.subject.head] in own or tagged.lowers[clause.verb.first - 1] in own


def _is_object(tagged: SentenceGrammar, token: int) -> bool:
    return tagged.tags[token] == "PRP" and tagged.lowers[token] in _WHOM


def _is_compared(tagged: SentenceGrammar, first: int, last: int) -> bool:
    return (",", "as") in pairwise(tagged.lowers[first:last])


def _goes_on(tagged: SentenceGrammar, token: int) -> bool:
    """Whether something else is said of somebody: "…, and they still speak"."""
    return tagged.lowers[token] == "and" and tagged.tags[token + 1 : token + 2] == ["PRP"]


def _without_rest(tagged: SentenceGrammar, first: int, last: int) -> int:
    """Where a claim ends, without the first words of an addition: ", and he"."""
    tags = tagged.tags
    if tags[last : last + 1] in (["VBP"], ["VBD"], ["VBZ"], ["MD"]):  # the next clause's subject
        joint = [token for token in range(first, last) if tags[token] == "CC"]
        last = joint[-1] if joint and _is_whole(tagged, first, joint[-1]) else last
    while last > first and tags[last - 1] in ("CC", ",", "PRP"):
        if tags[last - 1] == "PRP" and tags[last - 2] != "CC":
            break  # "that the council backed him"
        last -= 1
    return last


def _says_nothing(tagged: SentenceGrammar, first: int, last: int) -> bool:
    """Whether a claim cannot be read alone, or says what should be: "that this would happen"."""
    if not _NORMATIVE.isdisjoint(tagged.lowers[first:last]):
        return True
    if tagged.lowers[first] not in _POINTING or tagged.tags[first + 1].startswith("NN"):
        return False
    return not any(
        tagged.tags[token].startswith("NN") and tagged.lowers[token] not in _EMPTY
        for token in range(first, last)
    )


def _has_verb(tagged: SentenceGrammar, first: int, last: int) -> bool:
    return any(tag.startswith("V") or tag == "MD" for tag in tagged.tags[first:last])


def _is_whole(tagged: SentenceGrammar, first: int, last: int) -> bool:
    """Whether there is a finite verb: not yet in "the mill, built in 1990, was unsafe"."""
    return any(tag in ("VBD", "VBP", "VBZ", "MD") for tag in tagged.tags[first:last])


def _is_denied_doing(tagged: SentenceGrammar, clause: Clause, below: Clause) -> bool:
    """Whether it is the "hiding the report" of "denied hiding the report"."""
    if clause.verb is None or clause.verb.lemma != "deny" or below.verb is None:
        return False
    doing = tagged.tags[below.verb.head] == "VBG"  # no "patients denied needed care"
    return doing and below.kind == "participle" and below.first == clause.verb.last


def _end(tagged: SentenceGrammar, first: int, last: int) -> int:
    """Where the claim ends: before ", saying …" and anything else added to it."""
    for token in range(first, last - 1):
        if tagged.lowers[token] in _DASHES or (
            tagged.lowers[token] == ","
            and (
                tagged.lowers[token + 1] in _GOING_ON
                or _goes_on(tagged, token + 1)
                # not the verb of "that Acme, the largest of them, was slow"
                or (tagged.tags[token + 1] in ("VBD", "VBG") and _is_whole(tagged, first, token))
            )
        ):
            return token
    return last
