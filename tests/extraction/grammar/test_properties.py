"""The grammar of any text: offsets inside it, the same result each time, odd characters
accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armreader.extraction.grammar import SentenceGrammar, analyse
from armreader.extraction.grammar.tokens import tokenise
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


@given(_TEXTS)
def test_sentences_are_read_and_parsed_together_as_alone(text: str) -> None:
    together = analyse(text, [Sentence(one.place, "body", 0) for one in grammar_of(text)])
    SentenceGrammar.parse_all(together)
    for one in together:
        alone = analyse(text, [Sentence(one.place, "body", 0)])[0]
        assert (one.tags, one.clauses) == (alone.tags, alone.clauses)
        assert (one.parsed.tags, one.parsed.clauses) == (alone.parsed.tags, alone.parsed.clauses)


@given(st.lists(st.sampled_from([*"aB'’nNtT. \"`İ", "n't", "N’T", "can", "not", "U.S."])))
def test_a_word_is_cut_as_it_is_after_one_that_is(pieces: list[str]) -> None:
    text, before = "".join(pieces), "didn't\n"
    alone = tokenise(text, 0, len(text))
    after = tokenise(before + text, 0, len(before + text))
    assert (after.words[2:], after.lowers[2:]) == (alone.words, alone.lowers)
    assert [at - len(before) for at in after.ends[2:]] == alone.ends


@pytest.mark.parametrize("piece", ["that ", ", ", "he said that ", "the man who ", "to go ", "a."])
def test_a_sentence_without_an_end_is_read_and_not_parsed(piece: str) -> None:
    text = piece * 5_000
    sentence = analyse(text, [Sentence(Span(0, len(text)), "body", 0)])[0]
    last = sentence.clauses[-1]
    assert len(sentence.governors(last.index)) <= 30
    assert len(sentence.chain(0)) <= 8
    assert len(sentence) < 3 or sentence.parsed is sentence
