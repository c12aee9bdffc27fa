"""With two forms open in Django admin the second does not undo the first, and tells what both have written."""

import pytest
from django.contrib import admin
from django.urls import reverse

from concurrency.forms import VersionedFormMixin
from concurrency.models import Versioned
from tests import factories as f
from tests.admin.forms import errors_of, filled_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


def page(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def opened(client, row) -> dict:
    return filled_in(client.get(page(row)).content.decode())


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_the_second_of_two_is_told_of_the_first_and_saves_knowingly(administrator):
    body = f.BodyFactory(name="Rådet", usual_place="Rådhuset")
    first, second = opened(administrator, body), opened(administrator, body)
    assert errors_of(administrator.post(page(body), first | {"usual_place": "Havnen"})) == ""
    answer = administrator.post(page(body), second | {"usual_place": "Lokale 2"})
    said = errors_of(answer)
    assert "Imens har en anden skrevet »Havnen« her. Du har skrevet »Lokale 2«." in said
    assert fresh(body).usual_place == "Havnen"
    kept = filled_in(answer.content.decode())
    assert kept["usual_place"] == ["Lokale 2"]
    assert errors_of(administrator.post(page(body), kept)) == ""
    assert fresh(body).usual_place == "Lokale 2"


def test_what_only_the_other_changed_is_filled_in_anew_and_stays(administrator):
    body = f.BodyFactory(name="Rådet", usual_place="Rådhuset", dispatch_days=4)
    first, second = opened(administrator, body), opened(administrator, body)
    administrator.post(page(body), first | {"usual_place": "Havnen", "saturday_counts": "on"})
    answer = administrator.post(page(body), second | {"dispatch_days": "8"})
    assert "Imens har en anden ændret dette fra »Rådhuset« til »Havnen«." in errors_of(answer)
    assert "Imens har en anden ændret dette fra »nej« til »ja«." in errors_of(answer)
    kept = filled_in(answer.content.decode())
    assert (kept["usual_place"], kept["dispatch_days"], kept["saturday_counts"]) == (["Havnen"], ["8"], ["on"])
    administrator.post(page(body), kept)
    after = fresh(body)
    assert (after.usual_place, after.dispatch_days, after.saturday_counts) == ("Havnen", 8, True)


def test_the_same_form_sent_twice_is_no_quarrel(administrator):
    body = f.BodyFactory(usual_place="Rådhuset")
    form = opened(administrator, body) | {"usual_place": "Havnen"}
    for _ in range(2):
        assert errors_of(administrator.post(page(body), form)) == ""
    assert (fresh(body).usual_place, fresh(body).version) == ("Havnen", 3)


def test_a_change_the_form_does_not_show_is_left_alone(administrator):
    matter = f.MatterFactory(title="Varmestue", title_is_open=False)
    form = opened(administrator, matter)
    type(matter).objects.filter(pk=matter.pk).update(title_is_open=True)
    assert errors_of(administrator.post(page(matter), form | {"title": "Varmestuen ved havnen"})) == ""
    assert (fresh(matter).title, fresh(matter).title_is_open, fresh(matter).search_text) == (
        "Varmestuen ved havnen",
        True,
        "varmestuen ved havnen",
    )


def test_a_row_inside_another_is_guarded_too(administrator):
    item = f.AgendaItemFactory()
    section = f.SectionFactory(item=item, text="Sagen kort.")
    first, second = opened(administrator, item), opened(administrator, item)
    administrator.post(page(item), first | {"sections-0-text": "Sagen kort og godt."})
    answer = administrator.post(page(item), second | {"sections-0-text": "Sagens indhold."})
    assert "»Sagen kort og godt.«" in errors_of(answer)
    assert fresh(section).text == "Sagen kort og godt."


def test_who_is_shut_out_is_guarded_too(administrator):
    item, one, other = f.AgendaItemFactory(closed=True), f.PersonFactory(name="Ejvind"), f.PersonFactory(name="Gudrun")
    first, second = opened(administrator, item), opened(administrator, item)
    administrator.post(page(item), first | {"shut_out": [one.pk]})
    answer = administrator.post(page(item), second | {"shut_out": [other.pk]})
    assert "»Ejvind«" in errors_of(answer)
    assert [*fresh(item).shut_out.all()] == [one]


def test_who_was_shut_out_on_the_items_own_page_is_guarded_too(administrator):
    item, one, other = f.AgendaItemFactory(closed=True), f.PersonFactory(name="Ejvind"), f.PersonFactory(name="Gudrun")
    form = opened(administrator, item)
    item.shut_out.add(one)
    answer = administrator.post(page(item), form | {"shut_out": [other.pk]})
    assert "»Ejvind«" in errors_of(answer)
    assert [*fresh(item).shut_out.all()] == [one]


def test_what_was_changed_elsewhere_is_no_longer_undone_by_an_old_row(administrator):
    """A save of one column writes no other, whatever was read of it before."""
    case = f.CaseFactory(title="")
    form = opened(administrator, case)
    type(case).objects.filter(pk=case.pk).update(title="Varmestuen")
    del form["version"]  # as a script would send it
    administrator.post(
        page(case), {name: value for name, value in form.items() if not name.startswith("initial-")} | {"title": "Varmestuen"}
    )
    assert fresh(case).version == 2


def test_every_form_of_a_versioned_row_is_guarded(rf):
    request = rf.get("/")
    request.user = f.UserFactory(administrator=True)
    for model, page_ in admin.site._registry.items():
        if issubclass(model, Versioned):
            assert issubclass(page_.form, VersionedFormMixin), model
        for inline in page_.get_inline_instances(request):
            if (
                issubclass(inline.model, Versioned)
                and inline.has_change_permission(request)
                and inline.get_readonly_fields(request) != inline.fields
            ):
                assert issubclass(inline.form, VersionedFormMixin), inline
