"""Every assertion of an article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armreader.extraction.assertions.charges import charge_in, rebuttal_in, reproach_in
from armreader.extraction.assertions.comparisons import comparison_in
from armreader.extraction.assertions.predicates import asserted_by, found_in, opposed_keys
from armreader.extraction.assertions.roles import named_roles, role_in
from armreader.extraction.grammar import Clause, Grammar, SentenceGrammar
from armreader.records import Article, Sentence
from armreader.records.assertion import Assertion
from armreader.records.contested import Contested

_SECTIONS = frozenset(("title", "summary", "body"))
_LONGEST = 700
"""The most characters of a sentence that is read; anything longer is a list or a table."""
_LONGEST_CLAUSE = 260
"""The most characters of a clause that can be shown."""


def find_assertions(
    article: Article,
    sentences: Sequence[Sentence],
    grammar: Grammar,
    contested: Sequence[Contested] = (),
) -> tuple[Assertion, ...]:
    """What the title, the summary and the body assert, in order.

    Questions assert nothing, and neither do claims that the article says somebody contests.
    """
    read: list[tuple[SentenceGrammar, list[Assertion]]] = []
    for number, sentence in enumerate(sentences):
        start, end = sentence.span
        if sentence.section not in _SECTIONS or end - start > _LONGEST:
            continue
        written = article.text[start:end]
        if written.rstrip("”\"' ").endswith("?"):
            continue
        by_rules = grammar[number]
        read.append((by_rules, list(_read(by_rules, by_rules))))
    SentenceGrammar.parse_all(one for one, said in read if _is_to_be_parsed(one, said))
    found = (
        one
        for by_rules, said in read
        for one in (_read(by_rules.parsed, by_rules) if _is_to_be_parsed(by_rules, said) else said)
    )
    claims = [one.claim for one in contested]
    return tuple(
        one
        for one in found
        if one.form != "clause"
        or not any(claim.start <= one.trigger.start < claim.end for claim in claims)
    )


def _is_to_be_parsed(by_rules: SentenceGrammar, found: Sequence[Assertion]) -> bool:
    """Whether the rules find a sentence telling, so that its parse is worth its time."""
    return any(map(_is_telling, found)) or any(map(_denies, by_rules.clauses))


def _denies(clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and verb.finite and verb.negation is not None and not verb.modal


def _is_telling(one: Assertion) -> bool:
    """Whether an assertion opposes others by itself: a denial, an opposite, a charge, a role.

    What is plainly so is opposed only where another sentence denies it; a comparison is read off
    its words.
    """
    if one.form == "comparison":
        return False
    return one.form != "clause" or not one.holds or one.key in opposed_keys()


def _read(tagged: SentenceGrammar, by_rules: SentenceGrammar) -> Iterator[Assertion]:
    found: list[Assertion] = []
    for clause in by_rules.clauses:
        found += rebuttal_in(by_rules, clause)
    look_again = not found and tagged is not by_rules
    if tagged is not by_rules:
        for clause in by_rules.clauses:
            found += comparison_in(by_rules, clause)
    compared = {one.trigger for one in found if one.form == "comparison"}
    for clause in tagged.clauses:
        if clause.verb is None:
            continue
        found += charge_in(tagged, clause)
        found += reproach_in(tagged, clause)
        found += found_in(tagged, clause)
        if look_again:
            found += rebuttal_in(tagged, clause)
        found += role_in(tagged, clause)
        comparing = comparison_in(tagged, clause)
        found += [one for one in comparing if one.trigger not in compared]
        if not comparing:
            found += asserted_by(tagged, clause)
    found += named_roles(tagged)
    for one in found:
        if one.span.end - one.span.start <= _LONGEST_CLAUSE:
            yield one
