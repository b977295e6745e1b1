"""The README's picture of the screen, as text: ``.venv/bin/python tests/picture.py`` draws it anew.

It shows the bundled dossier with the event selected on whose day the sources differ.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from armreader.home.folders import bundled
from armreader.story.dossier import Dossier
from armreader.story.selection import Selection
from armreader.ui.application import Application
from hand import opened

README = Path(__file__).parent.parent / "README.md"
SIZE = (120, 36)
_BLOCK = re.compile(r"(<!-- screen:[^>]*-->\n```text\n)(.*?)(```)", re.DOTALL)


async def picture() -> str:
    """The lines of the screen, without the blanks at their ends."""
    app = Application([str(bundled("seeds"))], theme="dark")
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        app.reader.go_to("timeline")
        app.reader.choose(Selection("event", told_event(app.reader.state.dossier)))
        await pilot.pause()
        lines = app.reader._compositor.render_strips()
        return "".join("".join(part.text for part in line).rstrip() + "\n" for line in lines)


def told_event(dossier: Dossier) -> str:
    """The event whose day is given differently, else the one that most sources mention."""
    differing = [one.about for one in dossier.disagreements if one.about in dossier.event_by_id]
    most = max(dossier.events, key=lambda event: len(event.articles))
    return (differing or [most.id])[0]


def shown() -> str:
    """The picture that the README has."""
    found = _BLOCK.search(README.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("the README has no picture of the screen")
    return found.group(2)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"ARMREADER_HOME": home, "TERM": "xterm-256color"}
        drawn = asyncio.run(picture())
    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(lambda found: found[1] + drawn + found[3], text), encoding="utf-8")


if __name__ == "__main__":
    main()
