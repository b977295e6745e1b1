"""The whole of stage 2: one article to everything that is found in it."""

from __future__ import annotations

from armreader.extraction.events import find_event_mentions
from armreader.extraction.grammar import analyse
from armreader.extraction.names import find_actors
from armreader.extraction.propositions import find_propositions
from armreader.extraction.quotes import find_quotes
from armreader.extraction.sentences import find_sentences
from armreader.extraction.times import find_times
from armreader.records import Annotations, Article


def annotate(article: Article) -> Annotations:
    """What one article says, knowing no other; pure, so that it can be cached and run in a pool."""
    sentences = find_sentences(article)
    grammar = analyse(article.text, sentences)
    times = find_times(article, sentences)
    names = find_actors(article, sentences)
    quotes, actors = find_quotes(article, sentences, names, grammar)
    mentions = find_event_mentions(article, sentences, times, actors, quotes)
    propositions = find_propositions(article, sentences, grammar, times, actors, quotes)
    return Annotations(article, sentences, times, actors, quotes, mentions, propositions)
