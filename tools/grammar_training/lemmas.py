"""The forms whose lemma the rules of spelling get wrong, from the treebanks' own lemmas."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from armreader.extraction.grammar.inflection import lemma
from grammar_training.treebank import Document, sentences

_FEWEST = 2
_HEAD = "# Forms whose lemma the rules of spelling do not give: form, start of the tag, lemma."


def write_irregular(documents: list[Document], path: Path) -> None:
    """Write the table, the forms that it holds already and the treebanks' together."""
    path.write_text(_HEAD + "\n", encoding="utf-8")
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences(documents):
        for word in sentence:
            if word.tag.startswith("VB") or word.tag in ("NNS", "NNPS", "MD"):
                counts[word.form.lower().replace("’", "'"), word.tag][word.lemma.lower()] += 1
    wrong: dict[tuple[str, str], str] = {}
    for (form, tag), found in sorted(counts.items()):
        known, times = found.most_common(1)[0]
        letters = form.replace("'", "").isalpha() and known.isalpha()
        if letters and times >= _FEWEST and known != lemma(form, tag):
            wrong.setdefault((form, tag[:2]), known)
    lines = [f"{form}\t{tag}\t{known}" for (form, tag), known in sorted(wrong.items())]
    path.write_text("\n".join([_HEAD, *lines]) + "\n", encoding="utf-8")
