"""What a site prints around its articles: known phrases, repeated lines, section names."""

from __future__ import annotations

import re
from functools import cache

from armreader.language import entries, rows
from armreader.reading.lines import Line

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[kKmM]?\b")
_ENDS = " \t.,:;!?*|•·>»›→-–—…()[]{}<«‹←+#✓✔✕×\"'“”"
_BLANKS = re.compile(r"\s+")
_SEPARATOR = re.compile(r"\s*[:|–—»›>]\s*|\s+-\s+")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_SOCIAL = re.compile(r"@\w+")
_START_WORDS = 40
_REPEATED_WORDS = 4
_SHORT = 60
"""Characters; a longer line cannot begin with a single word of the tables, only with a phrase."""
_PATH = re.compile(r"[/>|»›,&]| and ")
_INVITATION = re.compile(r"(?:follow|read|see|watch|visit|find|more|join|sign)\b")
_QUOTE = re.compile('["“”«»]')
_COLUMN = re.compile(r"[|•·\t]")
_WORD_BREAK = re.compile(r"[^\w']")


def normalised(text: str) -> str:
    """A phrase as the tables have it: lower case, numbers as 0, no punctuation at the ends."""
    return _BLANKS.sub(" ", _NUMBER.sub("0", text.casefold().replace("’", "'"))).strip(_ENDS)


@cache
def _phrases(manner: str) -> frozenset[str]:
    return frozenset(phrase for phrase, how in rows("reading/furniture") if how == manner)


@cache
def _first_words(manner: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for phrase in sorted(_phrases(manner)):
        table.setdefault(phrase.split(" ")[0], []).append(phrase)
    return table


def is_furniture(line: Line) -> bool:
    """Whether a line is furniture by its words alone."""
    if line.is_long:
        return False
    if not _may_begin(line.text):
        return _holds(line.text)
    if is_url(line.text):
        return True
    text = normalised(line.text)
    if not text:
        return (
            not any(map(str.isalnum, line.text)) and "…" not in line.text and "." not in line.text
        )
    if text in _phrases("whole") or text in _phrases("label"):
        return True
    return (
        _is_label(line, text)
        or _starts(line, text)
        or _is_all_phrases(text)
        or _holds(line.text)
        or (_INVITATION.match(text) is not None and _URL.search(line.text) is not None)
    )


def _may_begin(text: str) -> bool:
    """Whether some phrase begins with the line's first word; quickly rules out most prose."""
    words = [word.strip(_ENDS) for word in text[:40].casefold().replace("’", "'").split(None, 2)]
    first = words[0]
    if not first or first[0].isdigit() or "://" in text or _COLUMN.search(text):
        return True
    if len(text) > _SHORT and len(words) > 1:
        return (first, words[1]) in _openings() or text[: len(first) + 3].find(":") > 0
    return _WORD_BREAK.split(first, 1)[0] in _openers()


@cache
def _openings() -> frozenset[tuple[str, str]]:
    """The first two words of every longer phrase."""
    phrases = (phrase.split(" ") for phrase in entries("reading/furniture"))
    return frozenset((words[0], words[1]) for words in phrases if len(words) > 1)


@cache
def _openers() -> frozenset[str]:
    """The first words of all phrases, up to a hyphen or other punctuation inside them."""
    return frozenset(_WORD_BREAK.split(phrase, 1)[0] for phrase in entries("reading/furniture"))


def starts_thread(line: Line) -> bool:
    """Whether the line opens the readers' comments."""
    if len(line.text) >= _SHORT:
        return False
    return _thread_word().search(line.text.casefold()) is not None and (
        normalised(line.text) in _phrases("thread")
    )


@cache
def _thread_word() -> re.Pattern[str]:
    """The last word of each phrase that opens comments: a quick check."""
    words = {phrase.split(" ")[-1] for phrase in _phrases("thread")}
    return re.compile("|".join(map(re.escape, sorted(words))))


def is_section_name(text: str) -> bool:
    """Whether it names a section of a site, or a path of sections: ``World > Europe``."""
    names = entries("reading/section_names")
    parts = [part.strip(_ENDS) for part in _PATH.split(text.casefold()) if part.strip(_ENDS)]
    return bool(parts) and all(
        part in names or all(word in names for word in part.split()) for part in parts
    )


def is_url(text: str) -> bool:
    """Whether the line is only a web address."""
    return _URL.fullmatch(text.strip("<>()[] ")) is not None


def is_repeatable(line: Line) -> bool:
    """Whether a line is a button or a section name if it occurs more than once, and not prose."""
    return (
        len(line.text) < _SHORT
        and not line.ends_sentence
        and line.text[-1] not in ":;,\"”’'»"
        and not line.is_bullet
        and len(line.words) <= _REPEATED_WORDS
        and any(map(str.isalpha, line.text))
    )


def _is_label(line: Line, text: str) -> bool:
    """``Related article: Another headline``, but not a sentence that begins with these words."""
    candidates = _first_words("label").get(text.split(" ")[0].rstrip(":"))
    if not candidates or (line.is_prose and not _SEPARATOR.search(line.text[:40])):
        return False
    folded = _BLANKS.sub(" ", line.text.casefold().replace("’", "'")).lstrip(_ENDS)
    for phrase in candidates:
        if folded.startswith(phrase) and _SEPARATOR.match(folded, len(phrase)):
            return len(line.words) <= _START_WORDS
    return False


def _starts(line: Line, text: str) -> bool:
    candidates = _first_words("start").get(text.split(" ")[0], ())
    return len(line.words) <= _START_WORDS and any(
        text == phrase or (text.startswith(phrase) and not text[len(phrase)].isalnum())
        for phrase in candidates
    )


def _holds(text: str) -> bool:
    """Whether the line contains a phrase that a report would only use in a quotation."""
    folded = text.casefold()
    return any(phrase in folded for phrase in _phrases("holds")) and not _QUOTE.search(text)


def _is_all_phrases(text: str) -> bool:
    """Whether the line is several phrases in a row: ``Share | Tweet | Email``."""
    parts = [part for part in re.split(r"\s*[|•·/\t]\s*|\s{2,}", text) if part]
    return len(parts) > 1 and all(part.strip(_ENDS) in _phrases("whole") for part in parts)
