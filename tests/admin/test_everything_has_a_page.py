"""Every table has its pages in Django admin, in Danish, at a fixed number of queries, open to administrators alone."""

import datetime as dt

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from agendas.models import AgendaBreak, AgendaStep, AgendaVersion, CandidateChoice, RouteChange, StandingItem
from concurrency.models import SentForm
from meetings import body_settings, services
from meetings.merging import merge
from meetings.models import AccessStep, ClosedReading, MatterMove, MatterStep
from reminders.models import FormerToken, PlannedDeadline
from tests import factories as f

pytestmark = pytest.mark.django_db

SESSION_AND_USER = 2


def closed_reading():
    return ClosedReading.objects.create(body_name="Socialudvalget", number="7", user_name="Ingrid", at=timezone.now())


def access_step():
    return AccessStep.objects.create(item=f.AgendaItemFactory(), what="shut_out", person=f.PersonFactory(), at=timezone.now())


def merged():
    return merge(kept=f.PersonFactory(), gone=f.PersonFactory(), by=f.UserFactory(), now=timezone.now())


def publication_step():
    return services.publish_agenda(meeting=f.AgendaItemFactory().meeting, by=f.UserFactory(), now=timezone.now())


def body_step():
    return body_settings.save_rules(body=f.BodyFactory(), values={"dispatch_days": 9}, by=f.UserFactory(), now=timezone.now())


def matter_step():
    step = MatterStep.objects.create(by=f.UserFactory(), at=timezone.now())
    item = f.AgendaItemFactory()
    MatterMove.objects.create(step=step, item=item, before=item.matter, after=f.MatterFactory())
    return step


def facet():
    return f.FacetFactory(code=f"A{f.FacetFactory._meta.model.objects.count():02}")


def subject():
    return f.SubjectFactory(code=f"27.15.{f.SubjectFactory._meta.model.objects.count():02}")


def agenda_step():
    return AgendaStep.objects.create(meeting=f.MeetingFactory(), what="moved", before={}, after={}, by=f.UserFactory(), at=timezone.now())


def agenda_version():
    return AgendaVersion.objects.create(
        meeting=f.MeetingFactory(), number=1, kind="sent", agenda={}, rows=[], by=f.UserFactory(), at=timezone.now()
    )


def candidate_choice():
    item = f.AgendaItemFactory()
    return CandidateChoice.objects.create(meeting=item.meeting, kind="standing", key="k", item=item, by=f.UserFactory(), at=timezone.now())


def route_change():
    return RouteChange.objects.create(route=f.RouteFactory(), before=[], after=[], by=f.UserFactory(), at=timezone.now())


# How to make a row, and what a list of rows asks the database beside who is looking: the rows, the choices of the filters,
# and of what an item tells whether the item is closed.
PAGES = {
    "accounts_user": (f.UserFactory, 1),
    "agendas_agendabreak": (lambda: AgendaBreak.objects.create(meeting=f.MeetingFactory(), minutes=10), 1),
    "agendas_agendastep": (agenda_step, 3),  # first and last day, and the days between
    "agendas_agendaversion": (agenda_version, 3),  # first and last day, and the days between
    "agendas_attachmentfile": (f.AttachmentFileFactory, 2),
    "agendas_candidatechoice": (candidate_choice, 1),
    "agendas_route": (lambda: f.RouteStopFactory().route, 1),
    "agendas_routechange": (route_change, 3),
    "agendas_standingitem": (lambda: StandingItem.objects.create(body=f.BodyFactory(), title="Bordet rundt"), 2),  # bodies to narrow by
    "cases_case": (f.CaseFactory, 1),
    "cases_caselink": (f.CaseLinkFactory, 1),
    "cases_facet": (facet, 1),
    "cases_matter": (f.MatterFactory, 1),
    "cases_subject": (subject, 1),
    "followups_followup": (f.FollowUpFactory, 3),  # bodies to narrow by
    "followups_occurrence": (lambda: f.OccurrenceFactory(placed_on=f.AgendaItemFactory()), 3),  # bodies to narrow by
    "followups_plannedtreatment": (f.PlannedTreatmentFactory, 3),  # bodies to narrow by
    "followups_proposal": (f.ProposalFactory, 2),
    "hearings_hearing": (f.HearingFactory, 3),  # bodies to narrow by
    "hearings_hearingparty": (lambda: f.HearingPartyFactory(body=f.BodyFactory()), 2),
    "hearings_hearingresponse": (lambda: f.HearingResponseFactory(decided_at=f.AgendaItemFactory()), 2),
    "meetings_accessstep": (access_step, 3),  # first and last day, and the days between
    "meetings_agendaitem": (f.AgendaItemFactory, 3),  # years and bodies to narrow by
    "meetings_body": (f.BodyFactory, 1),
    "meetings_bodystep": (body_step, 3),  # first and last day, and the days between
    "meetings_closedreading": (closed_reading, 0),  # its list is a page of its own
    "meetings_document": (lambda: f.DocumentFactory(meeting=f.MeetingFactory(), uploaded_by=f.UserFactory()), 1),
    "meetings_matterstep": (matter_step, 1),
    "meetings_meeting": (f.MeetingFactory, 4),  # bodies to narrow by; first and last day, and the days between
    "meetings_meetingplan": (lambda: f.MeetingPlanFactory(by=f.UserFactory()), 1),
    "meetings_merge": (merged, 1),
    "meetings_membership": (f.MembershipFactory, 2),  # bodies to narrow by
    "meetings_person": (lambda: f.PersonFactory(user=f.UserFactory()), 1),
    "meetings_publicationstep": (publication_step, 3),  # first and last day, and the days between
    "meetings_schoolholiday": (f.SchoolHolidayFactory, 1),
    "meetings_secretaryassignment": (f.SecretaryAssignmentFactory, 1),
    "meetings_vote": (f.VoteFactory, 2),
    "minutes_meetingcorrection": (lambda: f.MeetingCorrectionFactory(by=f.UserFactory()), 1),
    "minutes_proposalanswer": (lambda: f.ProposalAnswerFactory(by=f.UserFactory()), 1),
    "reminders_contact": (lambda: f.ContactFactory(user=None, person=f.PersonFactory()), 1),
    "reminders_letter": (f.LetterFactory, 2),
    "reminders_mail": (f.MailFactory, 1),
    "reminders_reminder": (f.ReminderFactory, 1),
    "reminders_reminderpolicy": (lambda: f.ReminderPolicyFactory(body=f.BodyFactory()), 1),
    "minutes_import": (lambda: f.ImportFactory(meeting=f.MeetingFactory(), applied_by=f.UserFactory()), 1),
}
ALL = pytest.mark.parametrize("page", PAGES)
LISTED = pytest.mark.parametrize("page", [page for page in PAGES if page != "meetings_closedreading"])


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


def test_no_table_is_forgotten():
    registered = set(admin.site._registry)
    assert set(PAGES) == {f"{model._meta.app_label}_{model._meta.model_name}" for model in registered}
    inside = {inline.model for page in admin.site._registry.values() for inline in page.inlines}
    ours = {model for model in apps.get_models() if not model.__module__.startswith(("django.", "drf_", "rest_", "allauth."))}
    assert ours - registered - inside - {SentForm, PlannedDeadline, FormerToken} == set()  # tokens and digests, which tell nobody anything


@LISTED
@pytest.mark.parametrize("rows", [1, 3])
def test_lists_ask_a_fixed_number_of_times(administrator, django_assert_num_queries, page, rows):
    make, queries = PAGES[page]
    for _ in range(rows):
        make()
    count = 1  # how many rows the search found: the page says it
    with django_assert_num_queries(SESSION_AND_USER + count + queries):
        response = administrator.get(reverse(f"admin:{page}_changelist"))
    assert response.status_code == 200


@ALL
def test_every_row_can_be_looked_up_and_opened(administrator, page):
    row = PAGES[page][0]()
    assert administrator.get(reverse(f"admin:{page}_changelist"), {"q": "varmestue"}, follow=True).status_code == 200
    response = administrator.get(reverse(f"admin:{page}_change", args=[row.pk]))
    assert response.status_code == 200
    add = administrator.get(reverse(f"admin:{page}_add"))
    written_by_the_service = (
        "accessstep",
        "agendastep",
        "agendaversion",
        "attachmentfile",
        "bodystep",
        "candidatechoice",
        "closedreading",
        "document",
        "matterstep",
        "meetingplan",
        "merge",
        "publicationstep",
        "route",
        "routechange",
        "import",
        "meetingcorrection",
        "proposal",
        "proposalanswer",
        "letter",
        "mail",
        "reminder",
    )
    read_only = page.partition("_")[2] in written_by_the_service
    assert add.status_code == (403 if read_only else 200)


@ALL
def test_no_page_holds_a_choice_of_everybody(administrator, page):
    """A select of people, cases, items or users would hold every one there is."""
    row = PAGES[page][0]()
    f.PersonFactory(name="Ejvind Overalt", user=f.UserFactory(name="Ejvind Overalt", username="overalt"))
    f.CaseFactory(number="99.99.99-K02-1-18")
    f.AgendaItemFactory(title="Et helt andet punkt", case=None, matter=None)
    html = administrator.get(reverse(f"admin:{page}_change", args=[row.pk])).content.decode()
    for stranger in ("Ejvind Overalt", "overalt", "99.99.99", "Et helt andet punkt"):
        assert stranger not in html


@ALL
@pytest.mark.parametrize("role", ["", "member", "secretary"])
def test_nobody_else_comes_in(client, page, role):
    row = PAGES[page][0]()
    client.force_login(f.UserFactory(role=role))
    for address in (reverse(f"admin:{page}_changelist"), reverse(f"admin:{page}_change", args=[row.pk])):
        response = client.get(address)
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")


def test_days_are_told_in_danish(administrator):
    meeting = f.AgendaItemFactory().meeting
    assert f"{meeting.body}, 6. juni 2018" in administrator.get(reverse("admin:meetings_agendaitem_changelist")).content.decode()
    step = publication_step()
    step.at = dt.datetime(2018, 6, 8, 12, tzinfo=f.COPENHAGEN)
    step.save()
    assert "8. juni 2018 kl. 12.00" in administrator.get(reverse("admin:meetings_publicationstep_changelist")).content.decode()


def test_the_front_page_is_danish(administrator):
    html = administrator.get("/admin/").content.decode()
    assert "Administration af registret" in html
    for name in ("Brugere", "Sager", "Organer", "Møder", "Punkter", "Personer", "KLE-emner"):
        assert name.lower() in html.lower()
    for word in ("Bodies", "Cases", "Meetings", "Matters", "Documents", "Imports"):
        assert word not in html
