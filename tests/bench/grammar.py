"""How right the grammar is: ``grammar.py TREEBANK.conllu[.gz] [--json] [--rules]``.

From raw text with the treebank's sentences: Penn tags, pairs of a verb and its subject, of a verb
and its object, of a governed verb and what governs it, and which verbs are denied. A pair counts
where both heads stand at the same offsets as the treebank's; only words that the treebank tags as
verbs count.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "tools")]

from armreader.extraction.grammar import SentenceGrammar, analyse  # noqa: E402
from armreader.records import Sentence, Span  # noqa: E402
from grammar_training.treebank import Word, read_treebank, written  # noqa: E402

_SUBJECTS = ("nsubj", "nsubj:pass")
_GOVERNED = ("ccomp", "xcomp")
_DENYING = frozenset(("not", "n't", "never", "n’t"))
_TELLING = frozenset(("tell", "ask", "show", "promise", "teach", "warn", "advise", "remind"))
"""Verbs whose hearer is no object in the treebank where what was told is a clause."""
Pair = tuple[str, int, int]


def gold_pairs(words: list[Word], starts: list[int]) -> Iterator[Pair]:
    """The pairs of the treebank, by the offsets of verb and head, and the verbs."""
    for at, word in enumerate(words):
        if word.tag.startswith("VB"):
            denied = any(other.head == at + 1 and other.form.lower() in _DENYING for other in words)
            yield "verb", starts[at], int(denied)
        if word.head and words[word.head - 1].tag.startswith("VB"):
            head = starts[word.head - 1]
            if word.label in _SUBJECTS:
                yield "subjects", head, starts[at]
            elif word.label == "obj":
                yield "objects", head, starts[at]
            elif word.label in _GOVERNED and word.tag.startswith("VB"):
                yield "governors", head, starts[at]


def found_pairs(sentence: SentenceGrammar) -> Iterator[Pair]:
    """The pairs of the grammar, in the same form."""
    starts = sentence.starts
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None:
            continue
        subject = clause.subject
        has_hearer = len(clause.objects) == 1 and clause.complements and verb.lemma in _TELLING
        states = verb.lemma == "be" and (clause.predicate or clause.complements)
        if subject and not states:
            if clause.kind == "relative" and subject.shared and clause.marker is not None:
                yield "subjects", starts[verb.head], starts[clause.marker]
            elif not subject.shared and not sentence.tags[subject.head].startswith("VB"):
                yield "subjects", starts[verb.head], starts[subject.head]
        for thing in () if has_hearer else clause.objects[-1:]:
            token = clause.marker if thing.shared and clause.marker is not None else thing.head
            yield "objects", starts[verb.head], starts[token]
        for number in clause.complements if verb.lemma != "be" else ():
            below = sentence.clauses[number]
            if below.verb is not None and below.governor is not None and not below.verb.copula:
                yield "governors", starts[below.governor], starts[below.verb.head]


def score(path: Path, rules: bool) -> dict[str, float]:
    """The figures in per cent."""
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    words = tags = verbs = polarity = 0
    spent = 0.0
    for document in read_treebank(path):
        for line in document.sentences:
            text, places = written(line)
            starts = [start for start, _ in places]
            begun = time.process_time()
            grammar = analyse(text, [Sentence(Span(0, len(text)), "body", 0)])[0]
            sentence = grammar if rules else grammar.parsed
            denied = {
                sentence.starts[clause.verb.head]: clause.verb.negation is not None
                for clause in sentence.clauses
                if clause.verb
            }
            spent += time.process_time() - begun
            tagged = dict(
                zip(zip(sentence.starts, sentence.ends, strict=True), sentence.tags, strict=True)
            )
            words += len(line)
            tags += sum(tagged.get(at) == word.tag for at, word in zip(places, line, strict=True))
            pairs = set(gold_pairs(line, starts))
            mine = set(found_pairs(sentence))
            for kind, start, is_denied in pairs:
                if kind == "verb":
                    verbs += 1
                    polarity += denied.get(start, False) == bool(is_denied)
            pairs = {pair for pair in pairs if pair[0] != "verb"}
            verb_starts = {
                start for start, word in zip(starts, line, strict=True) if word.tag[:2] == "VB"
            }
            mine = {pair for pair in mine if pair[1] in verb_starts}
            right.update(kind for kind, _, _ in pairs & mine)
            gold.update(kind for kind, _, _ in pairs)
            found.update(kind for kind, _, _ in mine)
    figures = {"tags": 100 * tags / words, "polarity": 100 * polarity / verbs}
    for kind in ("subjects", "objects", "governors"):
        precision = right[kind] / max(1, found[kind])
        recall = right[kind] / max(1, gold[kind])
        figures[f"{kind} precision"] = 100 * precision
        figures[f"{kind} recall"] = 100 * recall
        figures[kind] = 200 * precision * recall / max(1e-9, precision + recall)
    figures["words a second"] = words / spent
    return {name: round(figure, 1) for name, figure in figures.items()}


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("treebank", type=Path, nargs="?")
    options.add_argument("--json", action="store_true")
    options.add_argument("--rules", action="store_true", help="without the dependency parse")
    given = options.parse_args()
    if given.treebank is None:
        print("grammar.py needs a treebank in CoNLL-U; none is part of the project")
        return
    figures = score(given.treebank, given.rules)
    if given.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:20} {figure:>10,.1f}")


if __name__ == "__main__":
    main()
