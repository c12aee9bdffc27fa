"""The made-up register that pages are measured on is one the service could have written."""

import pytest
from django.db import connection

from bench.register import Size
from bench.register_rows import fill_register
from cases.models import Case, Matter
from followups.models import Occurrence
from hearings.models import Hearing
from meetings.models import AgendaItem, Body, Meeting, Person

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
SMALL = Size(items=600, bodies=4, years=3, standing=60, coming=2)


@pytest.fixture
def register():
    fill_register(SMALL)


def test_every_key_leads_to_a_row_and_every_derived_column_is_what_the_models_would_write(register):
    connection.check_constraints()
    for model in (AgendaItem, Case, Matter, Body, Person, Occurrence):
        derived = [field for field in model._meta.concrete_fields if getattr(field, "is_derived", False)]
        wrong = [row for row in model.objects.all() for field in derived if getattr(row, field.attname) != getattr(row, field.of)]
        assert derived, model
        assert wrong == []


def test_it_has_the_size_and_the_standing_case_that_were_asked_for(register):
    assert 500 <= AgendaItem.objects.count() <= 700
    assert AgendaItem.objects.filter(case__number="27.15.00-A08-1-19").count() == 60
    assert AgendaItem.objects.filter(search_text__contains="ørneredebeskyttelse").count() == 10
    assert all(
        rows.exists() for rows in (Meeting.objects.filter(state="planned"), Hearing.objects, Occurrence.objects.filter(state="open"))
    )
