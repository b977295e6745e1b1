"""The recorded demo plays: an asciicast whose screens show what it is to show."""

from __future__ import annotations

import json

import pyte

from pseudo_terminal import UNKNOWN_TO_PYTE
from record_demo import CAST, SIZE, STEPS


def test_the_demo_plays() -> None:
    head, *lines = map(json.loads, CAST.read_text(encoding="utf-8").splitlines())
    assert (head["version"], head["width"], head["height"]) == (2, *SIZE)
    screen = pyte.Screen(*SIZE)
    stream = pyte.ByteStream(screen)
    seen, before = [], 0.0
    for at, kind, shown in lines:
        assert kind == "o"
        assert before <= at <= sum(step.seconds for step in STEPS)
        before = at
        stream.feed(UNKNOWN_TO_PYTE.sub(b"", shown.encode()))
        seen.append("\n".join(screen.display))
    for words in ("Timeline", "Compare", "Why", "frozen", "Kept in", "Saved in"):
        assert any(words in one for one in seen), words
