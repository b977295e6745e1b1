"""The columns of the tables for claims without figures."""

from __future__ import annotations

from collections.abc import Mapping

from armreader.language.columns import Column, Schema

_WORD = r"[a-z'’-]+"
_SIDE = Column("side", "yes|no")

ASSERTION_SCHEMAS: Mapping[str, Schema] = {
    **{
        table: Schema((Column("word", _WORD),))
        for table in ("general_things", "light_verbs", "partial_denials", "unasserted")
    },
    "accusing_verbs": Schema((Column("lemma", _WORD), Column("before the charge", _WORD))),
    "chain_verbs": Schema((Column("lemma", _WORD), _SIDE)),
    "claiming_nouns": Schema(
        (Column("noun", _WORD), Column("what it tells", "charge|plan", optional=True))
    ),
    "comparing_words": Schema((Column("word", _WORD), Column("side", "more|less"))),
    "opposites": Schema((Column("word", _WORD), _SIDE, Column("what it tells", _WORD))),
    "thing_relations": Schema(
        (
            Column("lemma", _WORD),
            Column("relation", _WORD),
            Column("nouns", r"[a-z]+(?:,[a-z]+)*", optional=True),
        )
    ),
}
