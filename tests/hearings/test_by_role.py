"""A hearing that a body sends out is not received, and nobody is asked in it before it opens; one in which it is consulted is."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hearings.models import Hearing, HearingParty
from tests import factories as f
from tests.hearings.conftest import TODAY

NEW = "/hoeringer/ny/"
EARLIER, LATER = TODAY - dt.timedelta(3), TODAY + dt.timedelta(7)
State = HearingParty.State


def on_form(day: dt.date) -> str:
    return f"{day:%d-%m-%Y}"


@pytest.fixture
def issued(committee):
    return {
        "body": committee.pk,
        "role": "issuer",
        "subject": "Plan for havnen",
        "sender": "",
        "received_on": on_form(TODAY),  # as the form was opened
        "opens": on_form(LATER),
        "deadline": "28-09-2018",
        "parties": "Havnens Venner",
    }


def test_what_is_sent_out_is_not_received_though_the_form_was_opened_so(office, issued):
    office.post(NEW, issued)
    hearing = Hearing.objects.get()
    assert (hearing.received_on, hearing.opens_first) == (None, LATER)
    assert [party.state_on(TODAY) for party in hearing.parties.all()] == [State.NOT_ASKED]
    assert [party.state_on(LATER) for party in hearing.parties.all()] == [State.ASKED]


@pytest.mark.parametrize(
    ("filled", "error"),
    [
        ({"received_on": on_form(EARLIER)}, "Organet sender selv høringen ud, så det har ikke modtaget den. Tøm feltet."),
        ({"sender": "Ministeriet"}, "Organet sender selv høringen ud, så den har ingen anden afsender. Tøm feltet."),
    ],
)
def test_what_goes_with_the_other_role_is_refused_in_words(office, issued, filled, error):
    assert error in office.post(NEW, issued | filled).content.decode()
    assert not Hearing.objects.exists()


def test_what_is_consulted_is_received_as_the_form_was_opened(office, issued, council):
    office.post(NEW, issued | {"body": council.pk, "role": "consulted", "opens": ""})
    assert Hearing.objects.get().received_on == TODAY


def test_nothing_is_received_on_a_day_to_come(office, issued, council):
    page = office.post(NEW, issued | {"body": council.pk, "role": "consulted", "received_on": on_form(LATER), "opens": ""})
    assert "Dagen er ikke kommet endnu." in page.content.decode()


@pytest.mark.parametrize(("kind", "chosen"), [("advisory", "consulted"), ("committee", "issuer"), ("council", "issuer")])
def test_the_form_opens_in_the_role_that_is_usual_for_the_body(office, committee, kind, chosen):
    committee.kind = kind
    committee.save()
    item = f.AgendaItemFactory(meeting__body=committee)
    assert f'<option value="{chosen}" selected>' in office.get(f"{NEW}?punkt={item.pk}").content.decode()


@pytest.fixture
def to_open(committee):
    """What the committee sends out a week from now, to one party; entered by hand."""
    hearing = f.HearingFactory(
        item=None, body=committee, role="issuer", review="added", opens_first=LATER, opens_last=LATER, deadline=dt.date(2018, 9, 28)
    )
    f.HearingPartyFactory(hearing=hearing)
    return hearing


def test_nobody_is_asked_before_it_opens(office, to_open):
    page = office.post(f"{to_open.get_absolute_url()}parter/", {"note": "spurgt-alle", "on": on_form(TODAY)}).content.decode()
    party = to_open.parties.get()
    text = "Ingen spørges, før høringen åbner, og det gør den d. 10. september 2018."
    address = f"{to_open.get_absolute_url()}parter/{party.pk}/"
    assert text in office.post(address, {"name": party.name, "asked_on": on_form(TODAY)}).content.decode()
    party.refresh_from_db()
    assert party.asked_on is None
    assert text in page


def test_a_party_of_somebody_elses_hearing_may_be_asked_before_it_opens(office, consulted, own):
    Hearing.objects.filter(pk=consulted.pk).update(received_on=None, opens_first=LATER, opens_last=LATER)
    office.post(f"{consulted.get_absolute_url()}parter/", {"note": "spurgt", "parties": own.pk, "on": on_form(TODAY)})
    own.refresh_from_db()
    assert own.asked_on == TODAY


def test_it_cannot_open_after_somebody_was_asked(office, to_open):
    to_open.parties.update(asked_on=LATER)
    filled = {"role": "issuer", "subject": "Plan", "opens": on_form(LATER + dt.timedelta(1)), "deadline": "28-09-2018"}
    page = office.post(f"{to_open.get_absolute_url()}ret/", filled).content.decode()
    assert "En part blev spurgt d. 10. september 2018, før høringen ville åbne." in page


@pytest.mark.parametrize("today", [TODAY, LATER])
@pytest.mark.parametrize("role", ["issuer", "consulted", ""])
@pytest.mark.parametrize("received", [None, EARLIER])
@pytest.mark.parametrize("opens", [None, LATER])
def test_lists_and_rows_agree_on_who_is_asked(to_open, today, role, received, opens):
    Hearing.objects.filter(pk=to_open.pk).update(role=role, received_on=received, opens_first=opens, opens_last=opens)
    party = HearingParty.objects.select_related("hearing").get()
    state = party.state_on(today)
    assert [one for one in State.values if HearingParty.objects.in_state(one, today).exists()] == [state]
    assert (state == State.ASKED) is bool((received and role != "issuer") or (opens and opens <= today))


@pytest.mark.parametrize("columns", [{"sender": "Ministeriet"}, {"received_on": TODAY}])
def test_administration_refuses_it_too(to_open, columns):
    for name, value in columns.items():
        setattr(to_open, name, value)
    with pytest.raises(ValidationError) as refused:
        to_open.full_clean()
    assert refused.value.error_dict.keys() == columns.keys()
