"""Who is handed which paper, under which name, and at what cost."""

import datetime as dt

import pytest

from agendas.candidates import CandidateKind
from agendas.models import CandidateChoice
from meetings.models import ClosedReading, Meeting
from tests import factories as f
from tests.documents.pdfs import text_of
from tests.pages.conftest import NOON, member_of, secretary_of
from tests.pages.test_query_counts import A_MEMBER_COSTS, A_SECRETARY_COSTS, SINGLE, fill

pytestmark = pytest.mark.django_db

AGENDA, MINUTES = ("dagsorden.pdf", "dagsorden.docx"), ("referat.pdf", "referat.docx")


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet", slug="raadet")


def a_meeting(body, **columns):
    """A meeting with an open item, and between two open ones a closed one."""
    meeting = f.MeetingFactory(body=body, date=dt.date(2018, 6, 6), **columns)
    for number, closed in ((1, False), (2, True), (3, False)):
        item = f.AgendaItemFactory(meeting=meeting, number=number, title=f"Sagen {'hemmelig' if closed else 'åben'}", closed=closed)
        f.SectionFactory(item=item, heading="Resume", text="Det hele." if not closed else "Det hemmelige.")
        item.decision = "Godkendt."
        item.save()
    return meeting


def there(client, meeting, names) -> list[bool]:
    return [client.get(f"/moeder/{meeting.pk}/{name}").status_code == 200 for name in names]


def test_the_public_has_what_was_published(client, body):
    meeting = a_meeting(body, agenda_published=True, state=Meeting.State.HELD)
    assert there(client, meeting, [*AGENDA, *MINUTES, "udskrift/"]) == [True, True, False, False, True]
    minutes = a_meeting(f.BodyFactory(), minutes_published_at=NOON, state=Meeting.State.HELD)
    assert there(client, minutes, [*AGENDA, *MINUTES, "udskrift/"]) == [False, False, True, True, True]
    draft = a_meeting(f.BodyFactory())
    assert there(client, draft, [*AGENDA, *MINUTES, "udskrift/"]) == [False] * 5


def test_the_bodys_own_people_have_the_agenda_that_is_made_and_the_minutes_of_what_was_held(client, body):
    client.force_login(member_of(body))
    assert there(client, a_meeting(body), [*AGENDA, *MINUTES]) == [True, True, False, False]
    held = f.MeetingFactory(body=body, date=dt.date(2018, 5, 2), state=Meeting.State.HELD)
    assert there(client, held, [*AGENDA, *MINUTES]) == [False, False, True, True]


def test_the_public_is_told_of_the_gap_and_members_have_the_closed_item(client, body):
    meeting = a_meeting(body, published=True)
    address = f"/moeder/{meeting.pk}/referat.pdf"
    public = client.get(address)
    assert public["Content-Disposition"] == 'attachment; filename="referat-raadet-2018-06-06.pdf"'
    text = text_of(public.content)
    assert "Punkt 2: Lukket" in text
    assert "hemmelig" not in text
    client.force_login(member_of(body))
    member = client.get(address)
    assert member["Content-Disposition"] == 'attachment; filename="referat-raadet-2018-06-06-medlemsudgave.pdf"'
    assert "Det hemmelige." in text_of(member.content)
    assert ClosedReading.objects.count() == 1
    assert client.get(f"{address}?udgave=offentlig").content == public.content
    assert ClosedReading.objects.count() == 1


def test_an_extract_is_there_with_the_minutes(client, body):
    meeting = a_meeting(body, published=True)
    item = meeting.items.get(number=1)
    response = client.get(f"/punkter/{item.pk}/protokoludskrift.pdf")
    assert response["Content-Disposition"] == 'attachment; filename="protokoludskrift-raadet-2018-06-06-1.pdf"'
    assert "Godkendt." in text_of(response.content)
    assert client.get(f"/punkter/{meeting.items.get(number=2).pk}/protokoludskrift.pdf").status_code == 404
    Meeting.objects.update(minutes_published_at=None)
    assert client.get(f"/punkter/{item.pk}/protokoludskrift.pdf").status_code == 404


def test_the_print_view_is_the_minutes_or_else_the_agenda(client, body):
    meeting = a_meeting(body, published=True)
    page = client.get(f"/moeder/{meeting.pk}/udskrift/").content.decode()
    assert "Beslutning" in page
    agenda = client.get(f"/moeder/{meeting.pk}/udskrift/?vis=dagsorden").content.decode()
    assert "Dagsorden: Rådet, 6. juni 2018" in agenda
    assert "Beslutning" not in agenda


def test_markup_is_text_on_the_print_view(client, body):
    meeting = f.MeetingFactory(body=body, published=True)
    f.SectionFactory(item=f.AgendaItemFactory(meeting=meeting, title="<b>fed</b> {{7*7}}"), heading="{% now %}", text="<script>")
    page = client.get(f"/moeder/{meeting.pk}/udskrift/").content.decode()
    for text in ("&lt;b&gt;fed&lt;/b&gt; {{7*7}}", "{% now %}", "&lt;script&gt;"):
        assert text in page


def test_the_page_of_a_meeting_leads_to_the_papers_its_reader_has(client, body):
    meeting = a_meeting(body, minutes_published_at=NOON, state=Meeting.State.HELD)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "referat.pdf" in page
    assert "dagsorden.pdf" not in page
    assert "udgave=offentlig" not in page
    client.force_login(secretary_of(body))
    assert "referat.pdf?udgave=offentlig" in client.get(meeting.get_absolute_url()).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_papers_ask_a_fixed_number_of_times(client, django_assert_num_queries, rows):
    """The meeting; items; five parts of an agenda, six and the names and people of votes and parts of minutes; time plan; participants; a gap;
    what the items answer."""
    meeting = fill(rows)["meeting"]
    gap = rows > 1
    address = meeting.get_absolute_url()
    with django_assert_num_queries(14 + gap):
        client.get(f"{address}dagsorden.pdf")
    with django_assert_num_queries(13 + gap):
        client.get(f"{address}referat.docx")
    with django_assert_num_queries(12):
        client.get(f"{meeting.items.first().get_absolute_url()}protokoludskrift.pdf")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_draft_with_its_clock_asks_a_fixed_number_of_times(client, django_assert_num_queries, rows):
    """The same, five for the clock, and two for which of what the items answer everybody may read: here none of it."""
    meeting = fill(rows)["meeting"]
    Meeting.objects.filter(pk=meeting.pk).update(agenda_published_at=None, minutes_published_at=None, state="planned")
    meeting.time_plan.all().delete()
    client.force_login(secretary_of(meeting.body))
    with django_assert_num_queries(21 + A_SECRETARY_COSTS):
        client.get(f"{meeting.get_absolute_url()}dagsorden.pdf")


def test_what_an_item_answers_is_left_out_where_it_was_asked_for_in_a_closed_item(client, body):
    meeting = a_meeting(body)
    item = meeting.items.get(number=1)
    earlier = f.MeetingFactory(body=body, date=dt.date(2018, 3, 7))
    for title, closed in (("Åbent spørgsmål", False), ("Lukket spørgsmål", True)):
        asked = f.AgendaItemFactory(meeting=earlier, title=title, closed=closed)
        CandidateChoice.objects.create(meeting=meeting, item=item, kind=CandidateKind.UNTREATED, key=str(asked.pk), at=NOON)
    client.force_login(member_of(body))
    text = text_of(client.get(f"/moeder/{meeting.pk}/dagsorden.pdf").content)
    assert "Svarer på Åbent spørgsmål d. 7. marts 2018" in text
    assert "Lukket spørgsmål" not in text


def test_an_agenda_that_answers_what_only_members_have_read_is_the_members_own(client, body):
    meeting = f.MeetingFactory(body=body, date=dt.date(2018, 6, 6), agenda_published=True)
    earlier = f.MeetingFactory(body=body, date=dt.date(2018, 5, 2), state=Meeting.State.HELD)
    promise = f.FollowUpFactory(item=f.AgendaItemFactory(meeting=earlier, number=1), text="Se på lejemålet")
    f.OccurrenceFactory(follow_up=promise, item=promise.item, body=body, placed_on=f.AgendaItemFactory(meeting=meeting, number=2))
    address = f"/moeder/{meeting.pk}/dagsorden.pdf"
    public = client.get(address)
    client.force_login(member_of(body))
    told = client.get(address)
    assert "Se på lejemålet" in text_of(told.content)
    assert "medlemsudgave" in text_of(told.content)
    assert told["Content-Disposition"] == 'attachment; filename="dagsorden-raadet-2018-06-06-medlemsudgave.pdf"'
    assert "Se på lejemålet" not in text_of(public.content)
    Meeting.objects.filter(pk=earlier.pk).update(minutes_published_at=NOON)
    told = client.get(address)
    assert "Se på lejemålet" in text_of(told.content)
    assert told["Content-Disposition"] == public["Content-Disposition"] == 'attachment; filename="dagsorden-raadet-2018-06-06.pdf"'


def test_a_draft_is_called_so_in_the_name_of_its_file(client, body):
    client.force_login(secretary_of(body))
    held = f.MeetingFactory(body=body, date=dt.date(2018, 5, 2), state=Meeting.State.HELD, agenda_published=True)
    item = f.AgendaItemFactory(meeting=held, number=1)
    coming = f.MeetingFactory(body=body, date=dt.date(2018, 6, 6))
    names = {
        f"/moeder/{held.pk}/referat.docx": "referat-raadet-2018-05-02-kladde.docx",
        f"/moeder/{held.pk}/dagsorden.docx": "dagsorden-raadet-2018-05-02.docx",
        f"/punkter/{item.pk}/protokoludskrift.pdf": "protokoludskrift-raadet-2018-05-02-1-kladde.pdf",
        f"/moeder/{coming.pk}/dagsorden.docx": "dagsorden-raadet-2018-06-06-kladde.docx",
    }
    for address, name in names.items():
        assert client.get(address)["Content-Disposition"] == f'attachment; filename="{name}"'


def test_whoever_sees_a_closed_file_is_led_to_what_everybody_has(client, django_assert_num_queries, body):
    meeting = f.MeetingFactory(body=body, published=True)
    item = f.AgendaItemFactory(meeting=meeting, number=1)
    client.force_login(member_of(body))
    assert "udgave=offentlig" not in client.get(meeting.get_absolute_url()).content.decode()
    f.AttachmentFileFactory(item=item, closed=True)
    with django_assert_num_queries(SINGLE["meeting"] + A_MEMBER_COSTS + 2):  # whether a file is closed; the agendas that were sent
        page = client.get(meeting.get_absolute_url()).content.decode()
    assert "referat.pdf?udgave=offentlig" in page
    client.logout()
    assert "udgave=offentlig" not in client.get(meeting.get_absolute_url()).content.decode()
