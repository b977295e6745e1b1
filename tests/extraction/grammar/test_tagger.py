"""Tags of words that the treebanks have too seldom to know."""

from __future__ import annotations

import pytest

from armreader.extraction.grammar.tagger import tagger
from armreader.language import mapping

SENTENCES = [
    ("Norland's navy retook the port .", "NNP POS NN VBD DT NN ."),
    ("The angry sailors fought amid the debris .", "DT JJ NNS VBD IN DT NN ."),
    ("A barrier sank ashore .", "DT NN VBD RB ."),
    ("The pandemic leaks oxygen .", "DT NN VBZ NN ."),
    ("A rowdy fisherman strode onstage .", "DT JJ NN VBD RB ."),
]


@pytest.mark.parametrize(("sentence", "tags"), SENTENCES)
def test_a_rare_word_has_its_tag(sentence: str, tags: str) -> None:
    words = sentence.replace("'s", " 's").split()
    assert tagger().tag(words) == tags.split()


def test_the_table_of_rare_words_has_none_that_the_lexicon_has() -> None:
    assert [word for word in mapping("grammar/word_tags") if tagger().possible(word) != "?"] == []


def test_every_tag_of_a_rare_word_is_one_of_the_tagger() -> None:
    listed = {tag for tags in mapping("grammar/word_tags").values() for tag in tags.split("/")}
    assert listed <= set(tagger().tags)
