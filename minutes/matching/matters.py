"""Matching of matters (forløb): which appearances are about the same thing, whatever number they were filed under."""

from cases import numbers
from danish.likeness import like_titles
from minutes.matching.known import KnownItem, KnownMatter
from reader import facts


def find_matter(item: facts.ItemFacts, matters: list[KnownMatter], quoted: list[KnownItem]) -> tuple[int | None, str]:
    """The matter that `item` continues, and the reason; None for a new one.

    `quoted`: the register's items that the document quotes as earlier treatments of this one. Reasons: `quoted_treatment`,
    `same_number_like_title`, `same_number`, `new_matter`.
    """
    for earlier in quoted:
        if earlier.matter_id is not None:
            return earlier.matter_id, "quoted_treatment"
    number = numbers.parse(item.case_number) if item.case_number else None
    if number is None:
        return None, "new_matter"
    same_case = [matter for matter in matters if matter.case_key == number.key]
    for matter in same_case:
        if any(like_titles(item.title, title) for title in matter.titles):
            return matter.id, "same_number_like_title"
    if len(same_case) == 1 and number.is_one_topic:
        return same_case[0].id, "same_number"
    return None, "new_matter"
