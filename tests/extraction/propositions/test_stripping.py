"""Where a label must end, whatever its length."""

from __future__ import annotations

from armreader.extraction.grammar import analyse
from armreader.extraction.propositions.stripping import one_sentence
from armreader.extraction.sentences import find_sentences
from wire import report


def test_a_clause_between_dashes_ends_at_the_second() -> None:
    article = report(
        "Notes\nThe baker -- and the guild met on Friday -- sold bread.", "2021-05-01"
    ).article
    grammar = analyse(article.text, find_sentences(article))[1]
    first, second = (at for at, low in enumerate(grammar.lowers) if low == "--")
    clause = grammar.clauses[0]
    assert one_sentence(grammar, first + 2, clause, len(grammar)) == second
    assert one_sentence(grammar, 0, clause, len(grammar)) == len(grammar)
