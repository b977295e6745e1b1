"""Three reports that are written into files and must come out of them."""

from __future__ import annotations

from html import escape
from typing import NamedTuple


class Report(NamedTuple):
    """An article that is written into a file, and that must come out of it."""

    title: str
    source: str
    byline: str
    day: str
    written_day: str
    url: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def markup(self) -> str:
        return "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in self.paragraphs)

    @property
    def page(self) -> str:
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
            f"<title>{self.title} | {self.source}</title>"
            f'<meta property="og:site_name" content="{self.source}">'
            f'<meta property="article:published_time" content="{self.day}T17:00:00Z">'
            f'<meta name="author" content="{self.byline}"></head><body>'
            f"<article><h1>{self.title}</h1>{self.markup}</article></body></html>"
        )


RESERVOIR = Report(
    "Reservoir at Kestrel Vale falls below a third",
    "The Upland Herald",
    "Dana Frey",
    "2031-09-14",
    "September 14, 2031 Sunday",
    "https://upland.example/water/reservoir",
    (
        "The reservoir that feeds eleven villages in the hills held less than a third of its water"
        " on Sunday, the water board reported, after the driest summer in forty years.",
        "“The pumps still run,” said Ilse Corran, who leads the board’s engineers. “They will not"
        " run for ever.”",
        "Some 60 tankers are to bring water to the highest farms until the rains come back.",
    ),
)
LAWNS = Report(
    "Council asks for “every second lawn” to go dry",
    "Vale Tribune",
    "Joel Amadi and Priya Sten",
    "2031-09-15",
    "September 15, 2031 Monday",
    "https://tribune.example/4410",
    (
        "The council of the valley asked households on Monday to stop watering half of their"
        " gardens, and said that fines might follow in the autumn.",
        "“Nobody likes brown grass,” Councillor Hugh Penrose told residents at a meeting on the"
        " green.",
        "Shopkeepers answered that they had been warned of no such thing in the spring.",
    ),
)
FODDER = Report(
    "Farmers ask for help with fodder",
    "Morning Ledger",
    "",
    "2031-10-03",
    "October 3, 2031 Friday",
    "https://ledger.example/fodder",
    (
        "Dairy farmers across the uplands asked the ministry for money to buy winter fodder on"
        " Friday, three weeks after the pastures failed.",
        "About 340 farms have sold part of their herds, the farmers’ union reported; the ministry"
        " counted 290.",
    ),
)
REPORTS = (RESERVOIR, LAWNS, FODDER)
DOWNLOADED = "Saturday, November 8, 2031"
"""The day of the download, which dates no article."""
