"""A closed item with a canary in every part of it, and outsiders who walk every page."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db

CANARY = "Kanariefugl"
NUMBER = "99.88.77-K02-1-18"


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte")


@pytest.fixture
def closed(body):
    """The closed item, in a meeting, a case and a matter of its own and beside open items that touch it."""
    meeting = f.MeetingFactory(published=True, body=body)
    matter = f.MatterFactory(title=f"{CANARY} i forløb")
    item = f.AgendaItemFactory(
        meeting=meeting, closed=True, title=f"{CANARY} i titel", decision=f"{CANARY} i beslutning", case__number=NUMBER, matter=matter
    )
    f.SubjectFactory(code="99.88.77", title=f"{CANARY} i emne")
    f.SectionFactory(item=item, heading=f"{CANARY} i overskrift", text=f"{CANARY} i tekst")
    f.RecommendationFactory(item=item, text=f"at {CANARY}")
    f.OutcomeFactory(item=item)
    f.AttachmentFactory(item=item, title=f"{CANARY} i bilag")
    f.QuotedAppearanceFactory(item=item, body_name=f"{CANARY} i organ", decision=f"{CANARY} i citat")
    f.ReferenceFactory(item=item, quote=f"{CANARY} i henvisning")
    f.RecommendedToFactory(item=item, name=f"{CANARY} i indstilling")
    f.ParticipationFactory(item=item, name=f"{CANARY} i gæst", person=f.PersonFactory(name=f"{CANARY} person"))
    f.VoteNameFactory(vote__item=item, name=f"{CANARY} i afstemning", person=f.PersonFactory(name=f"{CANARY} vælger"))
    f.TimePlanRowFactory(meeting=meeting, item=item, title=f"{CANARY} i tidsplan", guests=[f"{CANARY} i tidsplansgæst"])
    document = f.DocumentFactory(meeting=meeting, name=f"{CANARY}.txt")
    beside = f.AgendaItemFactory(meeting=meeting, title="Åbent punkt", matter=matter, source=document, source_page=1)
    f.ReferenceFactory(item=beside, body=body, date=meeting.date, item_numbers=[item.number], quote="Se det andet punkt.")
    f.CaseLinkFactory(origin=beside.case, target=item.case, note=f"{CANARY} i bemærkning")
    f.MeetingFactory(body=body, date=dt.date(2018, 10, 3))
    return item


def addresses(closed) -> list[str]:
    from meetings.models import AgendaItem, Body, Document, Person

    items = list(AgendaItem.objects.all())
    return [
        *("/", "/sager/", "/sager/?sortering=nummer", "/moeder/", "/moeder/?vis=afholdte", "/organer/", "/personer/", "/konto/log-ind/"),
        *(f"/sager/?q={word}" for word in ("kanarie", "fugl", "K02", "åbent")),
        *("/sager/?q=kanarie&sortering=nummer", f"/sager/?q={NUMBER}", "/personer/?q=kanarie", f"/sager/{NUMBER}/x/"),
        *("/sager/?organ=raadet-for-udsatte&aar=2018", "/moeder/?vis=afholdte&organ=raadet-for-udsatte"),
        *(row.get_absolute_url() for row in items),
        *(item.case.get_absolute_url() for item in items),
        *(item.meeting.get_absolute_url() for item in items),
        *(row.get_absolute_url() for model in (Body, Person) for row in model.objects.all()),
        *(f"/originaler/{document.pk}/" for document in Document.objects.all()),
    ]


def told(client, user, address: str) -> str:
    """All that an answer says of anything: text, headers, and the title in it, less what the reader typed."""
    client.logout()
    if user:
        client.force_login(user)
    response = client.get(address, headers={"HX-Request": "true"} if "q=" in address else {})
    text = b"".join(response.streaming_content) if response.streaming else response.content
    said = text.decode() + str(response.headers)
    for word in parse_qs(urlsplit(address).query).get("q", []):
        for typed in (f"q={word}", f"»{word}«", f'value="{word}"'):
            said = said.replace(typed, "")
    return said


OUTSIDERS = {
    "the public": lambda closed: None,
    "a member of another body": lambda closed: member_of(f.BodyFactory(name="Byrådet")),
    "a former member": lambda closed: member_of(closed.body, last_day=dt.date(2018, 9, 2)),
    "a substitute": lambda closed: member_of(closed.body, role="substitute"),
    "the secretary of another body": lambda closed: secretary_of(f.BodyFactory(name="Byrådet")),
    "a member who is shut out": lambda closed: shut_out(closed),
}


def shut_out(closed):
    user = member_of(closed.body)
    closed.shut_out.add(user.person)
    return user


@pytest.mark.parametrize("who", OUTSIDERS)
def test_no_page_tells_an_outsider_anything_of_a_closed_item(client, closed, who):
    user = OUTSIDERS[who](closed)
    for address in addresses(closed):
        said = told(client, user, address).casefold()
        assert "kanarie" not in said, address
        assert "-k02-" not in said, address
        assert closed.get_absolute_url() not in said, address


def test_the_walk_would_find_it(client, closed):
    """The canary sings for the body's secretary on every page it may be on, so silence above means something."""
    secretary = secretary_of(closed.body)
    singing = {address for address in addresses(closed) if "kanarie" in told(client, secretary, address).casefold()}
    assert {
        "/sager/",
        "/personer/",
        closed.get_absolute_url(),
        closed.meeting.get_absolute_url(),
        closed.case.get_absolute_url(),
    } <= singing
    assert len(singing) > 10
