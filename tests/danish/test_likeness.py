"""Titles and names are as like as the full comparison says, though it is asked of few pairs."""

import random
from difflib import SequenceMatcher

import pytest

from cases import numbers
from danish import likeness
from danish.likeness import like_titles, nearly_same_name
from minutes.matching.known import KnownMatter
from minutes.matching.matters import find_matter
from reader import facts

WORDS = ["forvaltning", "budget", "kolonihave", "varmestue", "hjemløse", "plan", "status", "orientering", "råd", "skole", "havn", "høring"]
NUMBER = "27.00.00-A00-1-18"


@pytest.fixture(autouse=True)
def nothing_known():
    for kept in (likeness._topic, likeness._letters, likeness._are_alike):
        kept.cache_clear()


@pytest.fixture
def compared(monkeypatch) -> list[tuple[str, str]]:
    """The pairs compared in full."""
    pairs: list[tuple[str, str]] = []

    def matcher(isjunk, a, b, **options):
        pairs.append((a, b))
        return SequenceMatcher(isjunk, a, b, **options)

    monkeypatch.setattr(likeness, "SequenceMatcher", matcher)
    return pairs


def _titles(count: int, seed: int) -> list[str]:
    chosen = random.Random(seed)
    return [" ".join(chosen.choices(WORDS, k=chosen.randint(1, 5))) for _ in range(count)]


def test_titles_are_alike_where_the_full_comparison_says_so():
    pairs = [(one, other) for one in _titles(60, seed=1) for other in _titles(60, seed=2)]
    within = {(a, b) for a, b in pairs if a == b or (min(len(a), len(b)) >= 12 and (a in b or b in a))}
    full = {(a, b) for a, b in pairs if SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.72}
    assert len(full - within) > 10
    assert {(a, b) for a, b in pairs if like_titles(a, b)} == within | full


@pytest.mark.parametrize(("one", "other"), [("Udsatterrådet", "Udsatterådet"), ("Natcafeen", "Natcaféen i"), ("Byrådet", "Børnerådet")])
def test_names_are_nearly_the_same_where_the_full_comparison_says_so(one, other):
    ratio = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()
    assert nearly_same_name(one, other) == (ratio >= 0.88)


def test_an_item_under_a_standing_case_is_compared_with_few_of_its_titles_and_with_each_once(compared):
    titles = tuple(f"{title} {year}" for title in _titles(50, seed=3) for year in range(1985, 2025))
    matters = [KnownMatter(key, numbers.parse(NUMBER).key, (title,)) for key, title in enumerate(titles)]
    item = facts.ItemFacts(number="1", title="Xylofoner i det grønne", case_number=NUMBER)
    assert find_matter(item, matters, [])[1] == "new_matter"
    assert len(compared) <= 5
    again = facts.ItemFacts(number="1", title="Havneplan for skoler, høring", case_number=NUMBER)
    find_matter(again, matters, [])
    assert len(compared) == len(set(compared)) <= 50
