"""Numbers as they are printed: digits, words, fractions, and the scale after them."""

from __future__ import annotations

from armreader.language import rows

_WORDS = {
    row[0]: float(row[1])
    for row in rows("times_numbers")
    if len(row) > 2 and row[2] in ("unit", "teen", "ten", "tens")
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
"""Words of scale and their factors."""
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
FRACTION = rf"(?:{_WORD}|a)[ -](?:{'|'.join(_PARTS)})s?(?= of\b)|half(?= of\b)"
_MEASURED = r"mile|kilometre|kilometer|metre|meter|foot"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{FRACTION})\b"
    rf"|\b(?:{_WORD})(?:[ -](?:{_WORD}))?(?=[^a-z])"
    r"|\bhalf[ -]an?(?=[ -](?:million|billion|trillion)\b)"
    # "a mile", and the "mile" of "mile-deep"
    rf"|\b(?:an?)(?=[ -](?:{_MEASURED})\b)|(?<![-\w])(?=(?:{_MEASURED})-[a-z]))"
)
NUMERALS = frozenset((*_WORDS, *_PARTS, *(f"{part}s" for part in _PARTS), *_MEASURED.split("|")))
"""Number words: a sentence with a number has one of these or a digit."""
SCALE = (
    r"(?:[ -]?(?:hundred thousand|thousand|hundred|million|billion|trillion)\b"
    r"|[ ]?(?:bn|mn|tn|m|k)\b)"
)


def number(text: str) -> float:
    """The value of a match of ``NUMBER``: ``twenty-one`` is 21, ``three-quarters`` 75 percent."""
    if text.lower() in ("", "a", "an"):
        return 1.0
    if text[0].isdigit():
        return float(text.replace(",", ""))
    words = text.lower().replace("-", " ").split()
    if words[0] == "half" and len(words) == 2:
        return 0.5  # "half a million"
    part = _PARTS.get(words[-1]) or _PARTS.get(words[-1].rstrip("s"))
    if part:
        count = 1.0 if len(words) == 1 or words[0] == "a" else _WORDS[words[0]]
        return 100 * count / part
    return sum(_WORDS[word] for word in words)


def is_fraction(text: str) -> bool:
    """Whether it is a fraction in words, which is given in percent."""
    words = text.lower().replace("-", " ").split()
    if not words or (words[0] == "half" and len(words) == 2):
        return False
    last = words[-1]
    return last in _PARTS or last.rstrip("s") in _PARTS


def scale(text: str | None) -> float:
    """The factor of a match of ``SCALE``, 1 where there is none."""
    factor = 1.0
    for word in (text or "").lower().replace("-", " ").split():
        factor *= SCALES[word]
    return factor
