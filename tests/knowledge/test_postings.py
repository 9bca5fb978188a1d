"""Which things have a term."""

import numpy as np

from knowledge.postings import Postings

POSTINGS = Postings.of(iter([{2: 0.5, 0: 1.0}, {}, {2: 0.25}]), 4)


def entries(term: int) -> dict[int, float]:
    """Return what has a term, and how much of it."""
    return dict(zip(*(each.tolist() for each in POSTINGS.entries(term)), strict=True))


def test_a_term_has_its_entries_in_order() -> None:
    assert [entries(term) for term in range(4)] == [{0: 1.0}, {}, {0: 0.5, 2: 0.25}, {}]


def test_owners_are_counted_among_some() -> None:
    assert POSTINGS.terms == 4
    assert POSTINGS.owners(np.array([True, True, True])).tolist() == [1, 0, 2, 0]
    assert POSTINGS.owners(np.array([False, True, True])).tolist() == [0, 0, 1, 0]


def test_nothing_has_no_entries() -> None:
    none = Postings.of([], 2)
    assert len(none.entries(1)[0]) == 0
    assert none.owners(np.zeros(0, dtype=bool)).tolist() == [0, 0]
