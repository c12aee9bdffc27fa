"""Påmindelser, as the secretary of a body, a member, somebody else and nobody see it on Monday 3 September 2018 at noon."""

import datetime as dt

import pytest
from django.core import mail as sent
from django.urls import reverse

from followups.models import FollowUp
from reminders import services
from reminders.deadlines import DeadlineKind
from reminders.models import Contact, PolicyStep, Reminder, ReminderPolicy
from tests import factories as f
from tests.admin.forms import send
from tests.pages.conftest import NOON, member_of, noon, secretary_of
from tests.pages.test_query_counts import A_MEMBER_COSTS, A_SECRETARY_COSTS

__all__ = ["noon"]

pytestmark = pytest.mark.django_db
State = Reminder.State
# bodies, those that failed or were missed, the page's rows, and the words of reports, meetings and dispatches
A_LIST = 6


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


@pytest.fixture
def secretary(body):
    return secretary_of(body)


@pytest.fixture
def member(body):
    return member_of(body)


def promise(body, text="En status på varmestuen", *, closed=False, responsible="", last=dt.date(2018, 9, 17)):
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, published=True), closed=closed, title=text)
    asked = f.FollowUpFactory(item=item, text=text, quote=text, responsible=responsible, review=FollowUp.Review.ACCEPTED)
    return f.OccurrenceFactory(follow_up=asked, due_start=dt.date(2018, 8, 1), due_end=last)


@pytest.fixture
def planned(body, secretary, member):
    """A report that the secretary and the administration are reminded of today at 8, and a meeting that the member comes to."""
    promise(body, responsible="Forvaltningen")
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), agenda_published_at=NOON)
    services.update_plan(now=NOON)
    return Reminder.objects


def page(client, user, address="/paamindelser/", **query) -> str:
    client.force_login(user)
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_secretary_sees_what_leaves_for_her_body(client, planned, secretary):
    shown = page(client, secretary)
    assert "En status på varmestuen" in shown
    assert "Møde i Rådet for Udsatte" in shown
    assert "Forvaltningen" in shown
    assert "Skriv en adresse" in shown


def test_a_member_sees_his_own_alone(client, planned, member):
    shown = page(client, member)
    assert "Møde i Rådet for Udsatte" in shown
    assert "En status på varmestuen" not in shown
    assert "Forvaltningen" not in shown


def test_others_see_nothing_of_it(client, planned):
    assert "varmestuen" not in page(client, secretary_of(f.BodyFactory()))
    client.force_login(f.UserFactory())
    assert client.get("/paamindelser/").status_code == 404
    client.logout()
    assert client.get("/paamindelser/").url.startswith("/konto/log-ind/")


def test_one_row_for_a_step_of_a_deadline_that_many_get(client, body, planned, secretary):
    for _n in range(3):
        f.MembershipFactory(body=body)
    services.update_plan(now=NOON)
    assert page(client, secretary, organ="raadet").count("4 modtagere") == 2  # the agenda is out, and two days before


def test_the_list_is_narrowed_to_one_recipient_and_to_what_has_become_of_them(client, planned, secretary, member):
    to = Contact.objects.get(user=member).pk
    shown = page(client, secretary, til=to)
    assert "Møde i Rådet for Udsatte" in shown
    assert "En status på varmestuen" not in shown
    planned.filter(kind=DeadlineKind.REPORT).update(state=State.FAILED, error="no_address")
    assert "En status på varmestuen" in page(client, secretary, vis="problemer")
    assert "En status på varmestuen" not in page(client, secretary)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("vis", ["", "sendt", "problemer", "tilbagekaldt"])
def test_the_queries_of_the_list_do_not_grow(client, django_assert_max_num_queries, body, secretary, member, rows, vis):
    for _n in range(rows):
        promise(body, responsible="Forvaltningen")
        f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), sequence=_n + 1)
    services.update_plan(now=NOON)
    states = {"": State.PLANNED, "sendt": State.PLANNED, "problemer": State.MISSED, "tilbagekaldt": State.WITHDRAWN}
    Reminder.objects.update(state=states[vis])
    client.force_login(secretary)
    letters = vis == "problemer"
    with django_assert_max_num_queries(A_LIST + letters + A_SECRETARY_COSTS):
        client.get("/paamindelser/", {"vis": vis})
    client.force_login(member)
    with django_assert_max_num_queries(A_LIST + A_MEMBER_COSTS):
        client.get("/paamindelser/", {"vis": vis})


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_the_other_pages_do_not_grow(client, django_assert_max_num_queries, body, secretary, rows):
    for _n in range(rows):
        promise(body, responsible="Forvaltningen")
    services.update_plan(now=NOON)
    one = Reminder.objects.filter(contact__user=secretary).first()
    # Each: the row, its policy, its words, its steps, and whether the report stands; the contact twice, its bodies and its choice of them, the mail's rows and words; bodies, policies; and its
    # history, the next deadlines, of which a report that stands asks six times.
    pages = {f"{one.pk}/": 4 + 6, "indstillinger/": 10, "regler/": 2, "regler/raadet/report/": 4 + 6}
    client.force_login(secretary)
    client.get("/paamindelser/indstillinger/")
    for page, count in pages.items():
        with django_assert_max_num_queries(count + A_SECRETARY_COSTS):
            assert client.get(f"/paamindelser/{page}").status_code == 200


def test_a_reminder_says_why_it_comes(client, planned, secretary):
    one = planned.get(kind=DeadlineKind.REPORT, contact__user=secretary, step="before-10")
    shown = page(client, secretary, f"/paamindelser/{one.pk}/")
    assert "mandag d. 17. september 2018" in shown
    assert "10 arbejdsdage før" in shown
    assert "fordi du er sekretær for Rådet for Udsatte" in shown


def test_a_reminder_is_skipped_and_that_is_undone(client, planned, secretary):
    one = planned.get(contact__user=secretary, step="before-10")
    client.force_login(secretary)
    client.post(f"/paamindelser/{one.pk}/spring-over/")
    services.update_plan(now=NOON)
    one.refresh_from_db()
    assert (one.state, one.by_hand) == (State.WITHDRAWN, True)
    client.post(f"/paamindelser/{one.pk}/fortryd/")
    services.update_plan(now=NOON)
    one.refresh_from_db()
    assert (one.state, one.by_hand) == (State.PLANNED, False)
    shown = page(client, secretary, f"/paamindelser/{one.pk}/")
    assert f"Sprunget over 3. september 2018 kl. 12.00, {secretary}" in " ".join(shown.split())
    assert f"Planlagt igen 3. september 2018 kl. 12.00, {secretary}" in " ".join(shown.split())


def test_a_reminder_is_sent_at_once(client, planned, secretary, django_capture_on_commit_callbacks):
    one = planned.filter(contact__user=secretary, send_at__gt=NOON).first()
    client.force_login(secretary)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/paamindelser/{one.pk}/send/")
    one.refresh_from_db()
    assert one.state == State.SENT
    assert f"Fremskyndet 3. september 2018 kl. 12.00, {secretary}" in " ".join(page(client, secretary, f"/paamindelser/{one.pk}/").split())
    assert [secretary.email] in [mail.to for mail in sent.outbox]
    client.post(f"/paamindelser/{one.pk}/spring-over/")
    one.refresh_from_db()
    assert one.state == State.SENT


@pytest.mark.parametrize("verb", ["send", "spring-over", "fortryd"])
def test_only_those_who_manage_the_body_act(client, planned, member, verb):
    one = planned.filter(contact__user=member).first()
    client.force_login(member)
    assert client.post(f"/paamindelser/{one.pk}/{verb}/").status_code == 404


def test_an_address_that_is_written_lets_what_failed_leave(client, planned, secretary):
    unit = Contact.objects.get(name="Forvaltningen")
    planned.filter(contact=unit, step="before-10").update(state=State.FAILED, error="no_address")
    client.force_login(secretary)
    answer = client.post(f"/paamindelser/adresser/{unit.pk}/", {"email": "forvaltningen@lindhoej.example", "consents": "on"})
    assert answer.status_code == 302
    services.update_plan(now=NOON)
    assert planned.get(contact=unit, step="before-10").state == State.PLANNED


@pytest.mark.parametrize("who", ["member", "other"])
def test_others_write_nobodys_address(client, planned, member, who):
    unit = Contact.objects.get(name="Forvaltningen")
    client.force_login(member if who == "member" else secretary_of(f.BodyFactory()))
    assert client.get(f"/paamindelser/adresser/{unit.pk}/").status_code == 404


def test_what_failed_is_shown_on_the_front_page_until_it_is_seen(client, planned, secretary, member):
    planned.update(state=State.MISSED)
    assert "påmindelser er ikke nået frem" in page(client, secretary, "/")
    assert "påmindelser er ikke nået frem" not in page(client, member, "/")
    client.force_login(member)
    assert client.post("/paamindelser/set/", {"set": [*planned.values_list("pk", flat=True)]}).status_code == 404
    client.force_login(secretary)
    client.post("/paamindelser/set/", {"set": [*planned.values_list("pk", flat=True)]})
    assert "påmindelser er ikke nået frem" not in page(client, secretary, "/")


def test_a_policy_is_written_shown_and_given_up(client, body, planned, secretary):
    address = "/paamindelser/regler/raadet/report/"
    client.force_login(secretary)
    shown = client.post(address, {"before": "2", "vis": "ja", "version": "0"}).content.decode()
    assert "tor. 13. sep. 2018" in shown
    assert not ReminderPolicy.objects.exists()
    client.post(address, {"before": "2, 0", "monthly": "on", "version": "0"})
    assert ReminderPolicy.objects.get().steps == ["before-2", "before-0", "monthly"]
    client.post(address, {"almindelig": "ja"})
    assert ReminderPolicy.objects.get().steps is None
    assert "det almindelige" in page(client, secretary, "/paamindelser/regler/", organ="raadet")


def test_who_changed_a_policy_from_what_to_what_is_told_and_taken_back(client, body, planned, secretary):
    address = "/paamindelser/regler/raadet/report/"
    client.force_login(secretary)
    client.post(address, {"almindelig": "ja"})  # nothing to give up: no step
    client.post(address, {"before": "2, 0", "version": "0"})
    client.post(address, {"before": "", "version": ReminderPolicy.objects.get().version})
    shown = page(client, secretary, address)
    assert shown.count(str(secretary)) >= 2
    assert "det, der gælder for alle → 2 arbejdsdage før, på den sidste dag" in shown
    assert "2 arbejdsdage før, på den sidste dag → aldrig" in shown
    first, second = PolicyStep.objects.order_by("pk")
    client.post(address, {"trin": first.pk})
    assert ReminderPolicy.objects.get().steps == []
    client.post(address, {"trin": second.pk})
    client.post(address, {"trin": second.pk})
    assert ReminderPolicy.objects.get().steps == ["before-2", "before-0"]
    client.post(address, {"trin": first.pk})
    assert ReminderPolicy.objects.get().steps is None
    assert client.post(address, {"trin": "999"}).status_code == 404


def test_what_administration_writes_stands_in_the_policys_history(client, body, secretary):
    client.force_login(f.UserFactory(administrator=True, name="Agnete Bro"))
    policy = f.ReminderPolicyFactory(kind=DeadlineKind.REPORT, body=body, steps=["before-4"])
    address = reverse("admin:reminders_reminderpolicy_change", args=[policy.pk])
    send(client, address, steps='["before-1"]')
    shown = page(client, secretary, "/paamindelser/regler/raadet/report/")
    assert "Agnete Bro" in shown
    assert "4 arbejdsdage før → 1 arbejdsdag før" in shown


@pytest.mark.parametrize("before", ["x", "-1", "251", "1,5x", " ".join(map(str, range(11)))])
def test_a_policy_that_is_none_is_refused_in_words(client, body, secretary, before):
    client.force_login(secretary)
    answer = client.post("/paamindelser/regler/raadet/report/", {"before": before, "version": "0"})
    assert answer.status_code == 422
    assert "form-error-message" in answer.content.decode()


def test_policies_are_written_by_those_who_manage_the_body(client, body, secretary, member):
    for user, slug in ((member, "raadet"), (secretary_of(f.BodyFactory()), "raadet"), (secretary, "alle")):
        client.force_login(user)
        assert client.post(f"/paamindelser/regler/{slug}/report/", {"before": "1"}).status_code == 404
    client.force_login(f.UserFactory(administrator=True))
    assert client.post("/paamindelser/regler/alle/report/", {"before": "1"}).status_code == 302
    assert ReminderPolicy.objects.get().body is None


def test_ones_own_mails_are_shown_as_they_look_and_chosen(client, body, planned, member):
    shown = page(client, member, "/paamindelser/indstillinger/")
    assert "Du får påmindelsen, fordi du er medlem af Rådet for Udsatte" in shown
    version = Contact.objects.get(user=member).version
    chosen = {"rhythm": "weekly", "muted_bodies": [body.pk], "version": version, "initial-rhythm": "daily"}
    assert client.post("/paamindelser/indstillinger/", chosen).status_code == 302
    services.update_plan(now=NOON)
    assert not planned.filter(contact__user=member, state=State.PLANNED).exists()
    assert "Der er ikke planlagt nogen mail" in page(client, member, "/paamindelser/indstillinger/")
