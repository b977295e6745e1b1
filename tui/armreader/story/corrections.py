"""A correction in words: what the user said, and about what."""

from __future__ import annotations

from armreader.records import Correction
from armreader.story.dossier import Dossier
from armreader.story.phrases import quote_words
from armreader.story.sources import source_name

_MOST = 60
"""How many characters of what is corrected are shown."""
_WORDS = {
    "date": "{what} appeared on {value}",
    "source": "{what} is a report of {value}",
    "speaker": "{what} was said by {value}",
    "name": "{what} is called {value}",
    "join": "{what} is the same as {other}",
    "split": "{what} is an event of its own",
    "same": "{what} is the same as {other}",
    "different": "{what} is not the same as {other}",
    "call": "{what} is called “{value}”",
    "when": "{what} was on {value}",
    "agree": "{what} and {other} are not a disagreement",
    "part": "{what} is a figure for something else",
    "gather": "{what} and {other} are figures for the same thing",
    "furniture": "{what} is not part of the report, wherever it is",
}


def correction_in_words(dossier: Dossier, correction: Correction) -> str:
    """One line; what is not in the dossier is named by its id."""
    if correction.kind == "hide":
        kind = "a quote" if correction.subject.startswith("q-") else "an event"
        return f"{_named(dossier, correction)} is not {kind}"
    return _WORDS[correction.kind].format(
        what=_named(dossier, correction),
        other=_thing(dossier, correction.value.partition(" ")[0]),
        value=correction.value,
    )


def is_about(dossier: Dossier, correction: Correction) -> bool:
    """Whether a correction concerns an article of the dossier, as far as can be known."""
    ident = correction.subject.partition("@")[0]
    if ident.startswith("q-"):
        # One that is hidden is no longer among the quotes: whose it was cannot be known.
        return correction.kind == "hide" or ident in dossier.quote_by_id
    return ident in dossier.article_by_id


def _named(dossier: Dossier, correction: Correction) -> str:
    ident, _, start = correction.subject.partition("@")
    article = dossier.article_by_id.get(ident)
    if correction.kind == "furniture" and article:
        return _quoted(article.text[int(start) : int(correction.value)])
    if correction.kind == "name" and article:
        spelled = (
            actor.name
            for actor in dossier.actors
            for one in actor.spellings
            if (one.article, one.span.start) == (ident, int(start))
        )
        return _quoted(next(spelled, correction.subject))
    if correction.kind == "call" and article:
        for event, mention in dossier.mentions_by_article.get(ident, ()):
            # Once it is called so, its own words tell which event it was.
            if mention.trigger.start == int(start) and event.label == correction.value:
                return _quoted(article.text[mention.span.start : mention.span.end])
    return _thing(dossier, correction.subject)


def _thing(dossier: Dossier, subject: str) -> str:
    """The event mentioned at a place, the quote or the article of an id, in a few words."""
    ident, at, start = subject.partition("@")
    quote, article = dossier.quote_by_id.get(ident), dossier.article_by_id.get(ident)
    if quote:
        return _quoted(quote_words(dossier, quote))
    if article is None:
        return subject
    if not at:
        return _quoted(article.title or source_name(article))
    for event, mention in dossier.mentions_by_article.get(ident, ()):
        if mention.trigger.start == int(start):
            return _quoted(event.label)
    return _quoted(article.text[int(start) : int(start) + _MOST])


def _quoted(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line if len(line) <= _MOST else line[: _MOST - 2].rstrip() + ' …'}”"
