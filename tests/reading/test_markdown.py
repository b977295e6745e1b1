"""Markdown: the words stay, the signs go."""

from __future__ import annotations

import pytest

from armreader.reading.markdown import read_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Heading #", "Heading"),
        ("Heading\n=======\ntext", "Heading\ntext"),
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("**bold**, *it*, __bold__, _it_, ~~no~~, `code`", "bold, it, bold, it, no, code"),
        ("snake_case_word, 2 * 3 * 4, a*b", "snake_case_word, 2 * 3 * 4, a*b"),
        ("[the mayor](https://example.org/a_(b)) said", "the mayor said"),
        ("[the mayor][1] said\n\n[1]: https://example.org", "the mayor said\n"),
        (
            "he [the mayor] (then in office) said [sic]",
            "he [the mayor] (then in office) said [sic]",
        ),
        ("![the bridge](x.png)", "the bridge"),
        ("<https://example.org>", "https://example.org"),
        ("> “It is done,”\n> she said.", "“It is done,” she said."),
        ("- one\n* two\n1. three", "• one\n• two\n1. three"),
        ("```\n*as* it is\n```", "*as* it is"),
        (r"5 \* 6 \# 7", "5 * 6 # 7"),
        ("a **b and c", "a **b and c"),
        ("text\n\n---\n\nmore", "text\n\n---\n\nmore"),
    ],
)
def test_the_words_stay_and_the_signs_go(source: str, text: str) -> None:
    assert read_markdown(source).text == text


def test_the_first_heading_is_the_title_and_a_picture_a_caption() -> None:
    text, sections = read_markdown("# Bridge *opens*\n\n![The mayor](x.jpg)\n\n# Later\n\nProse.")
    assert [(s.kind, text[s.span.start : s.span.end]) for s in sections] == [
        ("title", "Bridge opens"),
        ("caption", "The mayor"),
    ]
