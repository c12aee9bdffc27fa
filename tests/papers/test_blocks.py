"""The text of a section as paragraphs, lists and tables."""

from documents.model import Listing, Paragraph, Table
from papers.blocks import blocks_of


def test_numbered_lines_that_count_from_1_are_one_list():
    assert blocks_of("Vi indstiller,\n\n1. at a\n2. at b\n\n3) at c") == [
        Paragraph(("Vi indstiller,",)),
        Listing([("1.", "at a"), ("2.", "at b"), ("3)", "at c")]),
    ]


def test_a_day_and_a_number_out_of_order_are_no_list():
    for text in ("1. december 2020 træder det i kraft.", "2. at udsat", "1. at a\n3. at c"):
        assert [block.kind for block in blocks_of(text)] == ["paragraph"]


def test_columns_of_numbers_stand_to_the_right():
    (table,) = blocks_of("Tilbud\tPladser\tUdgift\nVarmestue\t12\t1.200.000 kr.\nNatcafé\t8\t-50,5 pct.")
    assert isinstance(table, Table)
    assert (table.header, list(table.right)) == (("Tilbud", "Pladser", "Udgift"), [1, 2])
