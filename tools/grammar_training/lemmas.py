"""Verbs, and the forms whose lemma the rules of spelling get wrong, by the treebanks' lemmas."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from armreader.extraction.grammar.inflection import lemma
from grammar_training.treebank import Document, sentences

_FEWEST = 5
"""Places in which a form or a verb must stand, so that slips of the pen stay out."""
_HEAD = "# Forms whose lemma the rules of spelling do not give: form, start of the tag, lemma."


def write_irregular(documents: list[Document], path: Path) -> None:
    """Add what the treebanks have to the forms that the table lists."""
    kept = [tuple(line.split("\t")) for line in _lines(path)]
    path.write_text(_HEAD + "\n", encoding="utf-8")
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences(documents):
        for word in sentence:
            if word.tag.startswith("VB") or word.tag in ("NNS", "NNPS", "MD"):
                counts[word.form.lower().replace("’", "'"), word.tag][word.lemma.lower()] += 1
    wrong = {(form, tag): known for form, tag, known in kept}
    for (form, tag), found in sorted(counts.items()):
        known, times = found.most_common(1)[0]
        letters = form.replace("'", "").isalpha() and known.isalpha()
        if letters and times >= _FEWEST and known != lemma(form, tag):
            wrong.setdefault((form, tag[:2]), known)
    lines = [f"{form}\t{tag}\t{known}" for (form, tag), known in sorted(wrong.items())]
    path.write_text("\n".join([_HEAD, *lines]) + "\n", encoding="utf-8")


def _lines(path: Path) -> list[str]:
    """The entries of a table, comments left out; none where there is no file yet."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def write_verbs(documents: list[Document], path: Path) -> None:
    """Add the base forms of the verbs that the treebanks have to those that the table lists."""
    counts: Counter[str] = Counter()
    for sentence in sentences(documents):
        counts.update(
            word.lemma
            for word in sentence
            if word.tag.startswith("VB") and word.lemma.isalpha() and word.lemma.islower()
        )
    found = {verb for verb, times in counts.items() if times >= _FEWEST and len(verb) > 1}
    verbs = sorted(found.union(_lines(path)))
    head = "# Verbs in their base form: of two spellings that a form may come from, the one listed."
    path.write_text("\n".join([head, *verbs]) + "\n", encoding="utf-8")
