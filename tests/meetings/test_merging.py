"""Two spellings of a person or of a body become one, with everything that names them, and can be parted again."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.core import serializers
from django.urls import reverse

from danish.folding import name_key
from meetings.merging import CannotMerge, CannotPart, merge, part
from meetings.models import Body, Membership, Merge, Person
from minutes.known_rows import load
from minutes.matching.names import find_person
from tests import factories as f
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 9, 3, 12, tzinfo=f.COPENHAGEN)
APART = {"version", "search_text", "search_decision"}


def register() -> dict:
    """Every row of the register by table and key, less what only counts writes."""
    models = [
        model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in ("meetings", "hearings", "followups")
    ]
    rows = [row for model in models if model is not Merge for row in serializers.serialize("python", model._base_manager.all())]
    return {(row["model"], row["pk"]): {name: value for name, value in row["fields"].items() if name not in APART} for row in rows}


def do(kept, gone) -> Merge:
    return merge(kept=kept, gone=gone, by=f.UserFactory(), now=NOW)


@pytest.fixture
def people():
    """Knud with a seat, and K. who votes, is absent, stands in, attends, is shut out, logs in and has the same seat."""
    kept, gone = f.PersonFactory(name="Knud Elmelund"), f.PersonFactory(name="K. Elmelund", party="Havnelisten", user=f.UserFactory())
    seat = f.MembershipFactory(person=kept)
    f.MembershipFactory(person=gone, body=seat.body), f.MembershipFactory(person=gone, body=seat.body, role="chair")
    item = f.AgendaItemFactory(meeting__published=True, meeting__body=seat.body)
    item.shut_out.add(gone)
    f.VoteNameFactory(vote__item=item, person=gone), f.ParticipationFactory(item=item, person=gone)
    f.ParticipationFactory(item=item, for_person=gone), f.AttendanceFactory(meeting=item.meeting, person=gone)
    return kept, gone


def test_everything_that_names_the_person_moves_along(people):
    kept, gone = people
    user = gone.user
    do(kept, gone)
    kept.refresh_from_db()
    assert not Person.objects.filter(pk=gone.pk).exists()
    assert (kept.user, kept.party) == (user, "Havnelisten")
    assert (kept.vote_names.count(), kept.participations.count(), kept.substituted.count(), kept.attendances.count()) == (1, 1, 1, 1)
    assert kept.shut_out_of.count() == 1
    assert sorted(kept.memberships.values_list("role", flat=True)) == ["chair", "member"]


def test_two_who_both_log_in_are_not_merged(people):
    kept, gone = people
    kept.user = f.UserFactory()
    kept.save()
    for one, other in ((kept, gone), (kept, kept)):
        with pytest.raises(CannotMerge):
            do(one, other)


def test_the_persons_old_page_leads_to_the_kept_one(client, people):
    kept, gone = people
    do(kept, gone)
    assert client.get(f"/personer/{gone.pk}/").url == kept.get_absolute_url()
    assert client.get("/personer/999999/").status_code == 404


def test_minutes_that_print_the_old_spelling_mean_the_kept_person(people):
    kept, gone = people
    do(kept, gone)
    known = load(simple("Varmestue", absences=[_absent("K. Elmelund")])).people
    assert find_person("K. Elmelund", known, None)[0].id == kept.pk
    assert name_key("K. Elmelund") != kept.key


def _absent(name: str):
    from reader import facts

    return facts.Absence(name, "absent", facts.TextPlace(1, 1, 1))


@pytest.fixture
def bodies():
    """Two bodies that met on the same day and both gave out number 16, with all that belongs to one."""
    kept, gone = f.BodyFactory(name="Udsatterådet", slug="udsatte"), f.BodyFactory(name="Rådet for Udsatte", slug="raadet-for-udsatte")
    assignment = f.SecretaryAssignmentFactory(body=kept)
    (
        f.SecretaryAssignmentFactory(body=gone, user=assignment.user),
        f.SecretaryAssignmentFactory(body=gone),
        f.BodyNameFactory(body=gone, name="Udsatteraadet"),
    )
    for body in (kept, gone):
        f.AgendaItemFactory(meeting__body=body, number=16, label="16")
    f.MeetingFactory(body=gone, date=dt.date(2018, 9, 5))
    f.MembershipFactory(body=gone), f.HearingPartyFactory(body=gone, hearing__item__meeting__body=kept)
    f.QuotedAppearanceFactory(body=gone), f.RecommendedToFactory(body=gone), f.ReferenceFactory(body=gone)
    f.PlannedTreatmentFactory(body=gone), f.OccurrenceFactory(follow_up__item__meeting__body=gone)
    return kept, gone


def test_everything_of_the_body_moves_along(client, bodies):
    kept, gone = bodies
    do(kept, gone)
    assert not Body.objects.filter(pk=gone.pk).exists()
    assert set(kept.other_names.values_list("name", flat=True)) == {"Rådet for Udsatte", "Udsatteraadet"}
    assert kept.secretary_assignments.count() == 2
    same_day = kept.meetings.filter(date=dt.date(2018, 6, 6)).order_by("sequence")
    assert [meeting.sequence for meeting in same_day] == [*range(1, len(same_day) + 1)]
    assert [(item.number, item.label) for item in kept.items.filter(label="16").order_by("pk")] == [(16, "16"), (None, "16")]
    assert client.get("/organer/raadet-for-udsatte/").url == "/organer/udsatte/"


@pytest.mark.parametrize("pair", ["people", "bodies"])
def test_a_merge_that_is_undone_leaves_the_register_as_it_was(request, pair):
    kept, gone = request.getfixturevalue(pair)
    before = register()
    done = do(kept, gone)
    assert register() != before
    part(merge=done, by=f.UserFactory(), now=NOW)
    assert register() == before
    part(merge=done, by=f.UserFactory(), now=NOW)
    assert register() == before


def test_what_has_come_since_stays_with_the_kept_one(people):
    kept, gone = people
    done = do(kept, gone)
    since = f.MembershipFactory(person=kept, role="deputy_chair")
    part(merge=done, by=f.UserFactory(), now=NOW)
    assert Membership.objects.get(pk=since.pk).person == kept


def test_a_merge_is_not_undone_when_the_address_has_been_taken(bodies):
    kept, gone = bodies
    done = do(kept, gone)
    f.BodyFactory(name="Et andet råd", slug="raadet-for-udsatte")
    with pytest.raises(CannotPart):
        part(merge=done, by=f.UserFactory(), now=NOW)
    done.refresh_from_db()
    assert done.undone_at is None
    assert not Body.objects.filter(pk=gone.pk).exists()


@pytest.mark.parametrize("pair", ["people", "bodies"])
def test_the_page_shows_what_moves_before_it_is_done_and_leads_back(client, request, pair):
    kept, gone = request.getfixturevalue(pair)
    client.force_login(f.UserFactory(administrator=True))
    address = reverse(f"admin:meetings_{kept._meta.model_name}_merge", args=[kept.pk])
    assert "../merge/" in client.get(reverse(f"admin:meetings_{kept._meta.model_name}_change", args=[kept.pk])).content.decode()
    assert client.get(address).status_code == 200
    asked = client.post(address, {"other": gone.pk}).content.decode()
    assert gone.name in asked
    assert "Medlemskaber" in asked
    assert type(gone).objects.filter(pk=gone.pk).exists()
    done = client.post(address, {"other": gone.pk, "confirmed": "ja"}, follow=True)
    assert "er nu en stavemåde for" in done.content.decode()
    back = reverse("admin:meetings_merge_part", args=[Merge.objects.get().pk])
    assert client.get(back).status_code == 200
    client.post(back)
    assert type(gone).objects.filter(pk=gone.pk).exists()
    assert client.get(back).status_code == 404


def test_nobody_else_merges(client, people):
    kept, gone = people
    client.force_login(f.SecretaryAssignmentFactory().user)
    client.post(reverse("admin:meetings_person_merge", args=[kept.pk]), {"other": gone.pk, "confirmed": "ja"})
    assert Person.objects.filter(pk=gone.pk).exists()


def test_a_merge_made_before_assignments_had_their_name_can_still_be_undone(bodies):
    kept, gone = bodies
    before = register()
    done = do(kept, gone)
    renaming = import_module("meetings.migrations.0014_secretary_assignments")
    renaming.restore_in_merges(apps, None)
    done.refresh_from_db()
    assert "meetings.Service.body" in done.moved
    assert any(row["model"] == "meetings.service" for row in done.dropped)
    renaming.rename_in_merges(apps, None)
    part(merge=done, by=f.UserFactory(), now=NOW)
    assert register() == before
