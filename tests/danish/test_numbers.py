"""A whole number is told from anything else that an address or a form may hold."""

import pytest

from danish.numbers import whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("99", 99), ("07", 7), ("0", None), ("100", None), ("007", None), ("", None), ("-1", None), ("+1", None), ("1.0", None), (" 1", None), ("1e1", None), ("٣", None), ("²", None), ("9" * 5_000, None)],
)  # fmt: skip
def test_a_whole_number_from_1_to_99(text, number):
    assert whole_number(text, least=1, most=99) == number
