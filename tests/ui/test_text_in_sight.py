"""What the text shows of what was gone to: all of its sentence, where there is the room."""

from __future__ import annotations

from armreader.records import Passage, Span
from hand import Start


async def test_the_sentence_of_a_mention_is_shown_to_its_end(start: Start) -> None:
    async with start(60, 20) as hand:
        state = hand.reader.state
        text = state.dossier.article_by_id["gazette"].text
        place = text.index("Boats will move")
        sentence = state.dossier.sentences_around("gazette", Span(place, place + 5))
        rows = hand.reader.text.wrapped.rows_of(sentence)
        assert rows.stop - rows.start > 1, "a sentence of one row would show nothing"
        hand.reader.text.show_passage(Passage("gazette", place, place + 5))
        seen = hand.reader.text.visible_span()
        assert seen.start <= sentence.start
        assert sentence.end <= seen.end
