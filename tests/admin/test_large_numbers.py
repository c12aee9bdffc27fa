"""Numbers larger than any key, in the addresses and forms of administration: no such row, and never a mistake of the service's own."""

import pytest
from django.contrib import admin
from django.urls import reverse

from meetings.models import AgendaItem, Meeting
from tests import factories as f

pytestmark = pytest.mark.django_db
LARGE = ["9" * 20, "-" + "9" * 20, "9" * 19, "9" * 400]
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_list_narrowed_to_a_large_number_is_answered(administrator, model):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    hierarchy = admin.site._registry[model].date_hierarchy
    names = [field.name for field in model._meta.fields if field.is_relation or "Integer" in field.get_internal_type()]
    names += [f"{hierarchy}__year"] if hierarchy else []
    for name in [*names, "id", *(f"{name}__id__exact" for name in names), *(f"{name}__in" for name in names)]:
        assert administrator.get(address, {name: LARGE[0]}).status_code in (200, 302, 400), name


@pytest.mark.parametrize("value", LARGE)
@pytest.mark.parametrize("factory", [f.PersonFactory, f.BodyFactory])
def test_nothing_is_merged_with_a_large_number(administrator, factory, value):
    row = factory()
    answer = administrator.post(f"/admin/meetings/{row._meta.model_name}/{row.pk}/merge/", {"other": value})
    assert answer.status_code == 200
    assert "other" in answer.context["form"].errors


@pytest.mark.parametrize("value", [int(large) for large in LARGE])
def test_no_row_has_a_key_that_is_too_large(value):
    item = f.AgendaItemFactory()
    assert not AgendaItem.objects.filter(meeting=value).exists()
    assert not Meeting.objects.filter(pk__in=[value]).exists()
    assert AgendaItem.objects.get(meeting__in=[value, item.meeting_id]) == item
    assert AgendaItem.objects.exclude(meeting_id__in=[value]).get() == item
