"""Names: the persons, organisations and places of one article, each with every mention."""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern

from armreader.extraction.names.chains import find_chains, gather_evidence
from armreader.extraction.names.clusters import Cluster, cluster_mentions
from armreader.extraction.names.families import share_surnames
from armreader.extraction.names.glued import without_glued
from armreader.extraction.names.headlines import KnownNames, is_headline
from armreader.extraction.names.mentions import Mention, parse_chain
from armreader.extraction.names.storms import without_storms
from armreader.extraction.tokens import Tokens, tokenise
from armreader.records import Actor, Article, Sentence, Spelling
from armreader.records.ids import local_id
from armreader.records.interning import shared_span

_NAMELESS = frozenset(("furniture", "byline", "source"))
"""Sections whose names are those of authors, agencies and pages, not of the story."""


def find_actors(article: Article, sentences: Sequence[Sentence]) -> tuple[Actor, ...]:
    """The persons, organisations and places that the article names, with every mention of each."""
    running: list[tuple[int, Tokens]] = []
    headlines: list[tuple[int, Tokens]] = []
    for sentence in sentences:
        if sentence.section in _NAMELESS:
            continue
        tokens = tokenise(article.text, *sentence.span)
        kind = headlines if is_headline(tokens, sentence.section) else running
        kind.append((sentence.paragraph, tokens))
    evidence = gather_evidence(tokens for _, tokens in running)
    mentions: list[Mention] = []
    for paragraph, tokens in running:
        for chain in find_chains(tokens, evidence):
            mentions.extend(parse_chain(tokens, *chain, paragraph))
    mentions = share_surnames(article.text, without_storms(mentions))
    known = KnownNames(mentions)
    for paragraph, tokens in headlines:
        mentions.extend(known.find(tokens, paragraph))
    mentions = without_glued(sorted(mentions, key=lambda mention: mention.span))
    clusters = enumerate(cluster_mentions(mentions))
    return tuple(_actor(article, number, cluster) for number, cluster in clusters)


def _actor(article: Article, number: int, cluster: Cluster) -> Actor:
    roles = dict.fromkeys(mention.role for mention in cluster.mentions if mention.role)
    return Actor(
        id=local_id(number),
        name=cluster.styled_name(),
        kind=cluster.kind,
        spellings=tuple(
            Spelling(
                intern(article.text[slice(*mention.span)]), article.id, shared_span(mention.span)
            )
            for mention in cluster.mentions
        ),
        gender=cluster.gender(),
        roles=tuple(roles),
    )
