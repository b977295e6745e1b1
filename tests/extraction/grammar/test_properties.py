"""The grammar of any text: offsets inside it, the same result each time, odd characters
accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.extraction.grammar import SentenceGrammar, analyse
from armreader.extraction.sentences import split_sentences
from armreader.records import Sentence, Span

_WORDS = st.sampled_from(
    [
        *("the", "a", "minister", "said", "that", "who", "which", "had", "been", "left", ",", "."),
        *("and", "to", "if", "not", "refusing", "of", "Bonn", "1,500", "$", "%", "-", "“", "”"),
        *(";", "(", ")", "he", "it", "was", "is", "there", "when", "before", "as", "more", "U.S."),
        *("than", "’s", "n't", "does", "says", "cannot", "Mr.", "http://a.org", "a@b.org"),
    ]
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=30).map(" ".join))


def grammar_of(text: str) -> list[SentenceGrammar]:
    """The grammar of a text's sentences."""
    found: list[SentenceGrammar] = []
    at = 0
    for line in text.split("\n"):
        spans = split_sentences(text, Span(at, at + len(line)))
        found += analyse(text, [Sentence(span, "body", 0) for span in spans])
        at += len(line) + 1
    return found


@given(_TEXTS)
def test_everything_lies_inside_its_sentence(text: str) -> None:
    for sentence in grammar_of(text):
        start, end = sentence.place
        assert all(
            start <= at < stop <= end
            for at, stop in zip(sentence.starts, sentence.ends, strict=True)
        )
        assert sentence.starts == sorted(sentence.starts)
        for clause in sentence.clauses:
            assert 0 <= clause.first < clause.last <= len(sentence)
            assert clause.parent is None or clause.parent != clause.index
            arguments = [clause.subject, clause.predicate, *clause.objects, *clause.obliques]
            for argument in filter(None, arguments):
                assert 0 <= argument.first <= argument.head < argument.last <= len(sentence)
                assert start <= argument.span.start < argument.span.end <= end
            sentence.governors(clause.index)
            sentence.chain(clause.index)


@given(_TEXTS)
def test_the_same_text_gives_the_same_grammar(text: str) -> None:
    one, other = grammar_of(text), grammar_of(text)
    assert [(s.tags, s.phrases, s.clauses) for s in one] == [
        (s.tags, s.phrases, s.clauses) for s in other
    ]


@pytest.mark.parametrize("piece", ["that ", ", ", "he said that ", "the man who ", "to go ", "a."])
def test_a_sentence_without_an_end_is_read_and_not_parsed(piece: str) -> None:
    text = piece * 5_000
    sentence = analyse(text, [Sentence(Span(0, len(text)), "body", 0)])[0]
    last = sentence.clauses[-1]
    assert len(sentence.governors(last.index)) <= 30
    assert len(sentence.chain(0)) <= 8
    assert len(sentence) < 3 or sentence.parsed is sentence
