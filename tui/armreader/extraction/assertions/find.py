"""Every assertion of an article, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from armreader.extraction.assertions.charges import charge_in, rebuttal_in, reproach_in
from armreader.extraction.assertions.comparisons import comparison_in
from armreader.extraction.assertions.predicates import asserted_by, found_in
from armreader.extraction.assertions.roles import named_roles, role_in
from armreader.extraction.grammar import Grammar, SentenceGrammar
from armreader.language import entries, rows
from armreader.records import Article, Sentence
from armreader.records.assertion import Assertion
from armreader.records.contested import Contested

_SECTIONS = frozenset(("title", "summary", "body"))
_LONGEST = 700
"""The most characters of a sentence that is read; anything longer is a list or a table."""
_LONGEST_CLAUSE = 260
"""The most characters of a clause that can be shown."""


@cache
def _telling() -> re.Pattern[str]:
    """A word that makes a sentence worth parsing: a denial, an opposite, a charge, a relation.

    Of a sentence in lower case: to ignore case would take four times as long.
    """
    stems = {row[0].rstrip("ey") for row in rows("contesting_verbs")}
    stems |= {row[0].rstrip("e") for row in rows("accusing_verbs")}
    stems |= {row[0].rstrip("e") for row in rows("opposites") if len(row[0]) > 4}
    stems |= {noun for row in rows("thing_relations") if len(row) > 2 for noun in row[2].split(",")}
    stems |= {row[0].rstrip("e") for row in rows("thing_relations") if len(row[0]) > 3}
    words = {row[0] for row in rows("opposites") if len(row[0]) <= 4}
    words |= entries("comparing_words") | {"not", "no", "never", "nobody", "none", "built", "made"}
    found = "|".join(sorted(map(re.escape, stems)))
    whole = "|".join(sorted(map(re.escape, words)))
    return re.compile(rf"n['’]t\b|\b(?:(?:{found})\w*|(?:{whole})\b)")


def find_assertions(
    article: Article,
    sentences: Sequence[Sentence],
    grammar: Grammar,
    contested: Sequence[Contested] = (),
) -> tuple[Assertion, ...]:
    """What the title, the summary and the body assert, in order.

    Questions assert nothing, and neither do claims that the article says somebody contests.
    """
    found: list[Assertion] = []
    for number, sentence in enumerate(sentences):
        start, end = sentence.span
        if sentence.section not in _SECTIONS or end - start > _LONGEST:
            continue
        written = article.text[start:end]
        if written.rstrip("”\"' ").endswith("?"):
            continue
        tagged = grammar[number]
        worth = _telling().search(written.lower())
        found += _in_sentence(tagged.parsed if worth else tagged, tagged)
    claims = [one.claim for one in contested]
    return tuple(
        one
        for one in found
        if one.form != "clause"
        or not any(claim.start <= one.trigger.start < claim.end for claim in claims)
    )


def _in_sentence(tagged: SentenceGrammar, by_rules: SentenceGrammar) -> Iterator[Assertion]:
    found: list[Assertion] = []
    for clause in by_rules.clauses:
        found += rebuttal_in(by_rules, clause)
    rebutted = bool(found)
    for clause in tagged.clauses:
        if clause.verb is None:
            continue
        found += charge_in(tagged, clause)
        found += reproach_in(tagged, clause)
        found += found_in(tagged, clause)
        if not rebutted:
            found += rebuttal_in(tagged, clause)
        found += role_in(tagged, clause)
        compared = comparison_in(tagged, clause)
        found += compared
        if not compared:
            found += asserted_by(tagged, clause)
    found += named_roles(tagged)
    for one in found:
        if one.span.end - one.span.start <= _LONGEST_CLAUSE:
            yield one
