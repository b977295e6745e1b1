"""What a word looks like: the features that tagger and parser were trained on."""

from __future__ import annotations

UNKNOWN = "?"
"""The tags of a form that the lexicon does not list."""


def normal(lower: str) -> str:
    """The word in lower case with every digit as zero: "1,944" and "1,500" are one."""
    if lower.isalpha():
        return lower
    return "".join("0" if letter.isdigit() else letter for letter in lower)


def shape(word: str) -> str:
    """A letter or two for the kind of spelling: digits, capitals, lower case, marks."""
    if word.islower() and word.isalpha():
        return "l"
    if word.isdigit():
        return "D4" if len(word) == 4 else "D"
    if any(letter.isdigit() for letter in word):
        return "d"
    if not any(letter.isalpha() for letter in word):
        return "o"
    if word.isupper():
        return "U1" if len(word) == 1 else "U"
    if word[0].isupper():
        return "C" if word[1:].islower() else "M"
    return "l" if word.islower() else "m"


def own_features(word: str, norm: str, tags: str, first: bool, capitals: bool) -> list[str]:
    """The features of the word that is to be tagged; ``tags`` are those that the lexicon has."""
    kind = shape(word)
    size = len(norm)
    found = [
        f"w {norm}",
        f"W {word} {first:d}",
        f"a {tags}",
        f"h {kind} {first:d} {capitals:d}",
        f"1 {norm[0]}",
        f"e {norm[-1]} {kind}",
        f"2 {norm[-2:]}",
    ]
    if size > 3:
        found += [f"3 {norm[-3:]}", f"p2 {norm[:2]}", f"p3 {norm[:3]}"]
    if size > 4:
        found.append(f"4 {norm[-4:]}")
    if size > 5:
        found.append(f"5 {norm[-5:]}")
    if "-" in norm[1:-1]:
        found.append(f"y {norm.rsplit('-', 1)[1][-3:]}")
    if tags == UNKNOWN:
        found += [f"u3 {norm[-3:]} {kind} {first:d}", f"u2 {norm[-2:]} {kind} {first:d}"]
    return found


def next_features(norm: str, tags: str, kind: str) -> list[str]:
    """What a word says about the one before it."""
    return [f"n {norm}", f"n3 {norm[-3:]}", f"na {tags}", f"nh {kind}"]


def after_next_features(norm: str, tags: str) -> list[str]:
    """What a word says about the last but one before it."""
    return [f"m {norm}", f"ma {tags}"]


def previous_features(norm: str, kind: str) -> list[str]:
    """What a word says about the one after it."""
    return [f"b {norm}", f"b3 {norm[-3:]}", f"bh {kind}"]


def before_previous_features(norm: str) -> list[str]:
    """What a word says about the next but one after it."""
    return [f"c {norm}"]


def context_features(last: str, before: str, tags: str, following: str) -> list[str]:
    """The two tags before the word with what may follow: the tags of it and of the next word."""
    return [
        f"t {last}",
        f"T {before}",
        f"tT {last} {before}",
        f"taa {last} {tags} {following}",
        f"tTa {last} {before} {tags}",
        f"ta {last} {following}",
    ]


def tags_ahead(tags: str, following: str, after: str) -> str:
    """What the word and the next two may be."""
    return f"aaa {tags} {following} {after}"


def tag_and_word(last: str, norm: str) -> str:
    """The tag before the word, and the word."""
    return f"tw {last} {norm}"


def word_after(previous: str, norm: str) -> str:
    """The word before, and the word."""
    return f"bw {previous} {norm}"


def word_before(norm: str, following: str) -> str:
    """The word, and the next."""
    return f"wn {norm} {following}"
