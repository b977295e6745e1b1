"""Copies: articles from the same source as an earlier one, so that each source counts once.

A report is a copy if it repeats another's text or is another capture of its page, or if both credit
one news agency with the same story of about the same day, however they were edited. Texts are
compared by runs of six terms, of which about one in eight is kept, chosen by its hash; a large
share of the shorter text's runs in both marks a copy. The work grows with the number of articles,
not with that of their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import accumulate
from zlib import crc32

from armreader.linking.addresses import page_of
from armreader.linking.credits import Credit, credit_of
from armreader.linking.terms import terms_of
from armreader.records import Annotations, Article, Passage, Reason, Span

COPY = 0.5
"""The share of runs at which a text is a copy of another."""
_RUN = 6
_KEEP = 8
"""One run in so many is kept."""
_FEWEST = 6
"""A text that keeps fewer runs is compared by all of them."""
_POSTINGS = 20
_REPORTING = ("title", "summary", "body")
_KNOWN = 3
"""The widest range of publication days that is compared with another."""
_DAY = timedelta(days=1)


def mark_copies(annotated: Sequence[Annotations]) -> list[Annotations]:
    """The annotations; each article that repeats an earlier one names the first of its kind."""
    holders: dict[int, tuple[int, ...]] = {}
    captured: dict[str, int] = {}
    sizes: list[int] = []
    first: list[int] = []
    marked: list[Annotations] = []
    for number, one in enumerate(annotated):
        runs = _runs(one.article)
        sizes.append(len(runs))
        common = Counter(other for run in runs for other in holders.get(run, ()))
        best = min(common, key=lambda other: (-common[other], other), default=-1)
        same, reason = number, None
        if best >= 0 and common[best] >= COPY * min(len(runs), sizes[best]):
            shared = _common_run(one.article, annotated[best].article)
            same, reason = best, Reason("copy-same-text", shared)
        page = page_of(one.article.url)
        earlier = captured.setdefault(page, number) if page else number
        if earlier < number and (common[earlier] or _one_title(one, annotated[earlier])):
            same, reason = earlier, Reason("copy-same-page")
        first.append(first[same] if reason else number)
        if reason:
            root = annotated[first[number]].article.id
            one = replace(one, article=replace(one.article, repeats=root, repeats_reason=reason))
        marked.append(one)
        for run in runs:
            before = holders.get(run, ())
            if len(before) < _POSTINGS:
                holders[run] = (*before, number)
    return marked


def _one_title(one: Annotations, other: Annotations) -> bool:
    """Whether both have the same headline: a wrong address alone does not make a copy."""
    return one.article.title.casefold() == other.article.title.casefold()


def _common_run(one: Article, other: Article) -> tuple[Passage, ...]:
    """The first run of terms that both have, in each."""
    runs, others = _runs(one), _runs(other)
    run = min(runs.keys() & others.keys(), key=lambda run: runs[run])
    return Passage(one.id, *runs[run]), Passage(other.id, *others[run])


def _runs(article: Article) -> dict[int, Span]:
    """The hashes of the kept runs of an article's own text, and the first place of each.

    All runs where too few are kept; none where there is not even one.
    """
    terms: list[str] = []
    starts: list[int] = []
    for section in article.sections:
        if section.kind in _REPORTING:
            found = terms_of(article.text).within(section.span)
            terms += found.terms
            starts += found.starts
    hashes = _hashes(terms)
    kept = dict.fromkeys([run for run in hashes if run % _KEEP == 0])
    runs = kept if len(kept) >= _FEWEST else dict.fromkeys(hashes)
    first = {run: at for at, run in reversed([*enumerate(hashes)])}
    return {run: Span(starts[first[run]], starts[first[run] + _RUN - 1]) for run in runs}


def _hashes(terms: Sequence[str]) -> list[int]:
    """The hash of each run of terms."""
    words = [term.encode() for term in terms]
    text = b" ".join(words)
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    return [crc32(text[start : end - 1]) for start, end in zip(starts, starts[_RUN:], strict=False)]


def mark_agency_copies(articles: Sequence[Article], stories: Mapping[str, int]) -> list[Article]:
    """The dated articles; each names the first to print the same agency on its story and day.

    An article whose publication is not known to within ``_KNOWN`` days is never a copy.
    """
    printed: defaultdict[tuple[str, int], list[tuple[Article, Credit]]] = defaultdict(list)
    roots: dict[str, str] = {}
    marked: list[Article] = []
    for article in articles:
        if article.repeats:
            root = roots.get(article.repeats, article.repeats)
            marked.append(article if root == article.repeats else replace(article, repeats=root))
            continue
        credit = credit_of(article)
        before = printed[credit.agency, stories[article.id]] if credit else []
        first = next((known for known in before if _at_one_time(known[0], article)), None)
        if credit and first:
            roots[article.id] = first[0].id
            reason = Reason("copy-one-agency", (*_said(article, credit), *_said(*first)))
            article = replace(article, repeats=first[0].id, repeats_reason=reason)
        elif credit:
            before.append((article, credit))
        marked.append(article)
    return marked


def _said(article: Article, credit: Credit) -> tuple[Passage, ...]:
    return (Passage(article.id, *credit.span),) if credit.span else ()


def _at_one_time(one: Article, other: Article) -> bool:
    """Whether both appeared on the same day or on consecutive days."""
    first, second = one.publication.range, other.publication.range
    if not (first and second) or max(first.days or 99, second.days or 99) > _KNOWN:
        return False
    return first.gap(second) <= _DAY
