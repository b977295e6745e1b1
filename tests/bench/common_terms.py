"""Make ``common_terms.txt``: in how many of a thousand reports each common term occurs.

    python tests/bench/common_terms.py FOLDER FOLDER FOLDER... > common_terms.txt

Each folder holds reports on one subject or of one kind. The share of a term is the mean of its
shares in the folders without the highest, so that what is common in one subject alone is not
common. Names are left out, but for those of countries, and so is what two folders do not share.
"""

from __future__ import annotations

import sys
from collections import Counter

from armreader.linking.profiles import COMMON_OF, profile_of
from armreader.linking.terms import places
from armreader.opening.pipeline import articles_under
from armreader.records import Problem

_LEAST = 4
"""Of a thousand reports."""


def main(folders: list[str]) -> None:
    shares: list[dict[str, float]] = []
    named: Counter[str] = Counter()
    for folder in folders:
        profiles = [
            profile_of(one) for one in articles_under([folder]) if not isinstance(one, Problem)
        ]
        spread = Counter(term for one in profiles for term in one.terms)
        named.update(term for one in profiles for term in one.names)
        named.subtract(term for one in profiles for term in set(one.terms) - one.names)
        shares.append({term: count / len(profiles) for term, count in spread.items()})
    countries = set(places().values())
    rows = []
    for term in {term for one in shares for term in one}:
        if named[term] > 0 and term not in countries:
            continue
        *others, second, _ = sorted(one.get(term, 0.0) for one in shares)
        count = round(COMMON_OF * (sum(others) + second) / (len(shares) - 1))
        if count >= _LEAST and (not others or others[-1]):
            rows.append((-count, term))
    for count, term in sorted(rows):
        print(f"{term}\t{-count}")


if __name__ == "__main__":
    main(sys.argv[1:])
