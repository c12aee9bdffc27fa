"""A kind of fact has three places: a list of an item, a model, and the table that says how one becomes the other. All else follows."""

from dataclasses import fields

import pytest
from django.utils import translation

from minutes.corrections.rereading import TOLD
from minutes.storing.obligations import OBLIGATIONS
from minutes.storing.tables import TABLES
from minutes.views.diff import PARTS
from reader import facts

# Votes have names below them. What was corrected by hand is a column of the item, and what was written here is told by its rows.
TELLING_OF_PARTS = {"written", "corrected"}
APART = {"votes", *TELLING_OF_PARTS}
LISTS = {one.name for one in fields(facts.ItemFacts) if one.default_factory is list}


def test_every_list_of_an_item_is_kept_in_a_table():
    assert {table.attribute for table in TABLES} | {table.attribute for table in OBLIGATIONS} == LISTS - APART
    assert {table.attribute for table in OBLIGATIONS} == {*facts.OBLIGATIONS}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.attribute)
def test_its_columns_are_those_of_its_model(table):
    columns = {field.attname for field in table.model._meta.concrete_fields}
    assert {*table.columns} <= columns


@pytest.mark.parametrize("name", sorted(LISTS - TELLING_OF_PARTS - {*facts.OBLIGATIONS}))
def test_every_list_that_is_compared_has_a_danish_name(name):
    with translation.override("da"):
        assert str(PARTS[name])[:1].isupper()


def test_what_the_text_of_an_item_tells_is_read_again_when_text_is_moved():
    assert {*TOLD} == LISTS - {"sections", *TELLING_OF_PARTS} - {*facts.OBLIGATIONS}
