"""Properties of quotes on arbitrary text, and on articles whose marks are odd."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from armreader.extraction.quotes.marks import find_runs
from armreader.records import Article, Quote
from sample_articles import article_of, quotes_of

WORDS = [
    "Falk",
    "Berg",
    "Oduya",
    "she",
    "he",
    "who",
    "they",
    "said",
    "says",
    "added,",
    "told",
    "Oslo",
    "and",
    "that",
    "the",
    "a",
    "union",
    "“",
    "”",
    '"',
    "''",
    "'",
    "’",
    "‘",
    ",",
    ".",
    ":",
    ";",
    "—",
    "(",
    ")",
    "!",
    "?",
    "…",
    "according",
    "to",
    "of",
    "in",
    "Monday",
    "called",
    "Mr.",
    "U.S.",
    "asked",
]
texts = st.lists(st.sampled_from([*WORDS, "\n"]), max_size=60).map(" ".join)
sound = st.sampled_from(
    [
        "“We stay,” Falk said.",
        "Berg told the council that it was late.",
        "“Will you stay?” Oduya asked. “We will,” he added.",
        "It rained in Oslo.",
    ]
)


def places(article: Article, quotes: tuple[Quote, ...], after: int = 0) -> list[str]:
    """What is said in the quotes that begin after an offset."""
    return [
        f"{quote.kind} {[article.text[slice(*part)] for part in quote.fragments]}"
        for quote in quotes
        if quote.span.start >= after
    ]


@settings(max_examples=120)
@example("It was late , Falk told")
@example("Oslo , according to Falk")
@given(texts)
def test_quotes_lie_in_the_text_with_their_fragments_in_order(text: str) -> None:
    article = article_of(text)
    quotes, actors = quotes_of(article)
    ids = {actor.id for actor in actors}
    assert len(ids) == len(actors)
    assert len({quote.id for quote in quotes}) == len(quotes)
    for quote in quotes:
        assert quote.fragments
        assert quote.span == (quote.fragments[0].start, quote.fragments[-1].end)
        assert all(0 <= s <= e <= len(text) for s, e in (*quote.fragments, *quote.printed))
        assert all(one.end <= other.start for one, other in pairwise(quote.fragments))
        assert quote.speaker is None or quote.speaker.actor in {None, *ids}


@settings(max_examples=100)
@given(st.text(max_size=120))
def test_any_text_at_all_is_read(text: str) -> None:
    quotes_of(article_of(text.replace("\r", " ")))


@settings(max_examples=50)
@given(st.lists(sound, min_size=1, max_size=4), sound, st.sampled_from("“”\"'‘’«"), st.data())
def test_an_odd_mark_leaves_the_other_paragraphs_alone(
    before: list[str], spoilt: str, mark: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(spoilt)))
    head = "\n".join(["It was cold there.", *before, "It was dark."])
    tail = "\n".join(["", "It was warm.", "“Nobody leaves,” Lund said.", "Lund said it was late."])
    sane = article_of(head + "\n" + spoilt + tail)
    odd = article_of(head + "\n" + spoilt[:at] + mark + spoilt[at:] + tail)
    sane_quotes, odd_quotes = quotes_of(sane)[0], quotes_of(odd)[0]
    start = len(head)
    sane_head = [quote for quote in sane_quotes if quote.span.end <= start]
    odd_head = [quote for quote in odd_quotes if quote.span.end <= start]
    assert places(odd, tuple(odd_head)) == places(sane, tuple(sane_head))
    end = len(odd.text) - len(tail)
    assert places(odd, odd_quotes, end) == places(sane, sane_quotes, len(sane.text) - len(tail))


@settings(max_examples=100)
@given(st.lists(st.text(alphabet="ab “”\"'‘’«».,", max_size=25), max_size=5))
def test_runs_are_ordered_and_stay_in_their_paragraph(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    for (start, end), runs in zip(spans, find_runs(text, spans), strict=True):
        for run in runs:
            opened = run.start < run.inner_start or run.continues
            assert opened
            assert start <= run.start <= run.inner_start
            assert run.inner_start <= run.inner_end <= run.end <= end
        assert all(one.end <= other.start for one, other in pairwise(runs))


def test_the_same_text_gives_the_same_quotes() -> None:
    article = article_of("Falk met Berg. “We stay,” she said. He said no deal exists.")
    assert quotes_of(article) == quotes_of(article)
