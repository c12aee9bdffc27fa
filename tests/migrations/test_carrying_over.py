"""Data migrations carry over the rows of a register that is older than they are."""

import datetime as dt

import pytest

from hearings.models import Hearing


def add_hearing(register):
    """A hearing told by an item, as the register had it before hearings had a body of their own."""
    body = register.add("meetings.Body", name="Rådet", slug="raadet", kind="advisory")
    meeting = register.add("meetings.Meeting", body=body, date=dt.date(2025, 6, 4))
    matter = register.add("cases.Matter", title="Nyt torv")
    item = register.add("meetings.AgendaItem", meeting=meeting, body=body, year=2025, position=1, title="Nyt torv", matter=matter)
    return register.add("hearings.Hearing", item=item, subject="Nyt torv", quote="Sendes i høring.", quote_key="")


def test_a_hearing_gets_the_body_of_its_item(register_before):
    register = register_before("hearings", "0003_whose_hearing")
    hearing = add_hearing(register)
    assert hearing.body_id is None
    apps = register.migrate()
    assert apps.get_model("hearings", "Hearing").objects.get().body_id == hearing.item.body_id


def test_user_names_become_small(register_before):
    register = register_before("accounts", "0003_user_names_without_case")
    register.add("accounts.User", username="Bodil")
    apps = register.migrate()
    assert apps.get_model("accounts", "User").objects.get().username == "bodil"


def test_two_names_that_differ_in_case_alone_stop_the_migration(register_before):
    register = register_before("accounts", "0003_user_names_without_case")
    for name in ("bodil", "Bodil"):
        register.add("accounts.User", username=name)
    with pytest.raises(RuntimeError, match="Bodil og bodil|bodil og Bodil"):
        register.migrate()


def test_an_old_register_is_brought_to_the_models_of_today(register_before):
    register = register_before("hearings", "0003_whose_hearing")
    add_hearing(register)
    register.migrate_to_newest()
    assert Hearing.objects.get().body.name == "Rådet"
