"""Sources in words: their names, which are independent, and what they differ in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armreader.records import Article, Disagreement, Event
    from armreader.story.dossier import Dossier


_REPEATS = {"copy-one-agency": "of one agency with", "copy-same-page": "the same page as"}


def source_name(article: Article) -> str:
    """What to call an article on one line: its outlet, else its title, else its file."""
    return article.source or article.title or article.file


def independent_words(dossier: Dossier, event: Event) -> str:
    """``2 independent`` where some of the sources of an event repeat others of them; else empty."""
    independent = len(dossier.independent_sources(event))
    return f"{independent} independent" if independent < len(event.articles) else ""


def repeated_words(dossier: Dossier, article: Article) -> str:
    """How an article relates to the earlier one that it repeats: ``copies Gazette``; else empty."""
    first = dossier.article_by_id.get(article.repeats)
    if first is None:
        return ""
    rule = article.repeats_reason.rule if article.repeats_reason else ""
    return f"{_REPEATS.get(rule, 'copies')} {source_name(first)}"


def difference_words(disagreement: Disagreement, about: str) -> str:
    """``on the day``; ``on the day it was said`` where a statement that reports it is at issue.

    ``about`` is the id of the event or wording group that it is asked for.
    """
    reported = "" if disagreement.about == about else " it was said"
    kind = "name" if disagreement.kind == "who" else disagreement.kind
    return f"on the {kind}{reported}"
