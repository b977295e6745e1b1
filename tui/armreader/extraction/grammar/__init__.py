"""Grammar: tokens, tags, phrases and clauses of an article, found once for every extractor."""

from armreader.extraction.grammar.analysis import Grammar, SentenceGrammar, analyse
from armreader.extraction.grammar.syntax import (
    FINITE,
    Argument,
    Clause,
    ClauseKind,
    Governor,
    NounPhrase,
    VerbGroup,
)

__all__ = [
    "FINITE",
    "Argument",
    "Clause",
    "ClauseKind",
    "Governor",
    "Grammar",
    "NounPhrase",
    "SentenceGrammar",
    "VerbGroup",
    "analyse",
]
