"""A small register behind a running site, and a browser to walk it with."""

import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone

from accounts.models import Role
from tests import factories as f

AXE = (Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def register(transactional_db):
    """A case on its way through two bodies, with votes, quotations, references, a table, a closed item, and addresses of every page."""
    council = f.BodyFactory(name="Rådet for Udsatte", kind="advisory", usual_place="Lindhøj Rådhus")
    committee = f.BodyFactory(name="Social- og Beskæftigelsesudvalget 2018-2021")
    people = [f.MembershipFactory(body=council, person__party="Liste Ø", role=role).person for role in ("chair", "deputy_chair", "member")]
    f.MembershipFactory(body=council, person=people[0], role="substitute", first_day=dt.date(2015, 1, 1), last_day=dt.date(2017, 12, 31))
    f.SubjectFactory()
    meeting = f.MeetingFactory(body=council, published=True)
    document = f.DocumentFactory(meeting=meeting)
    item = f.AgendaItemFactory(
        meeting=meeting,
        title="Natvarmestue i Havnegade som forsøg i vintermånederne",
        decision="1. at taget til efterretning\n\n2. at godkendt med 6 stemmer for og 1 stemme imod.",
        source=document,
        source_page=1,
        source_line=4,
    )
    for number, outcome in ((1, "noted"), (2, "approved"), (3, "deferred"), (4, "rejected")):
        f.RecommendationFactory(item=item, number=number, source=document, source_page=1, source_line=6)
        f.OutcomeFactory(item=item, recommendation=number, outcome=outcome)
    f.VoteNameFactory(vote__item=item, person=people[2], name=people[2].name)
    for kind in ("absent", "did_not_participate", "substitute", "guest", "brought_to_council"):
        f.ParticipationFactory(item=item, kind=kind, person=people[1])
    f.SectionFactory(
        item=item,
        text="Oversigt:\n\nSted\tPladser\tÅbent\nHerberget\t12\thele året\nNatcaféen\t8\toktober til april\n\n- en seng\n- et bad",
    )
    f.AttachmentFactory(item=item)
    f.QuotedAppearanceFactory(item=item)
    f.ReferenceFactory(item=item, body=committee)
    f.RecommendedToFactory(item=item, name=committee.name, body=committee)
    f.TimePlanRowFactory(meeting=meeting, item=item)
    f.TimePlanRowFactory(meeting=meeting, title="PAUSE", is_break=True)
    f.AttendanceFactory(meeting=meeting, person=people[0])
    closed = f.AgendaItemFactory(meeting=meeting, closed=True, title="Klagesag", decision="Drøftet.")
    f.AgendaItemFactory(
        meeting__body=committee, meeting__published=True, meeting__date=dt.date(2018, 8, 8), case=item.case, matter=item.matter
    )
    f.CaseLinkFactory(origin=item.case, target=f.AgendaItemFactory(meeting=meeting, title="Gensidig orientering").case)
    f.MeetingFactory(body=council, date=(timezone.localtime() + dt.timedelta(days=20)).date(), kind="extraordinary", agenda_published=True)
    for _ in range(30):
        f.AgendaItemFactory(meeting=meeting, title="Budget for rådets arbejde")
    f.ImportFactory(state="review", meeting=meeting)
    f.OccurrenceFactory(follow_up__item=item, follow_up__every=1, follow_up__unit="quarter", due_start=dt.date(2018, 7, 1))
    f.OccurrenceFactory(follow_up=None, planned=f.PlannedTreatmentFactory(item=item, body=council), body=council)
    f.HearingFactory(item=item, opens_first=dt.date(2018, 6, 20))
    heard = f.HearingPartyFactory(hearing__item=item, body=council, name=council.name).hearing
    secretary = f.SecretaryAssignmentFactory(body=council, user__username="sekretaer").user
    f.UserFactory(username="medlem", role=Role.MEMBER)
    people[0].user = f.UserFactory(username="formand", role=Role.MEMBER)
    people[0].save()
    pages = {
        "front page": "/",
        "cases": "/sager/",
        "no cases": "/sager/?q=findesikke",
        "case": item.case.get_absolute_url(),
        "meetings": "/moeder/",
        "held meetings": "/moeder/?vis=afholdte",
        "meeting": meeting.get_absolute_url(),
        "item": item.get_absolute_url(),
        "print view": f"{meeting.get_absolute_url()}udskrift/",
        "hearings": "/hoeringer/?vis=afsluttede",
        "no hearings": "/hoeringer/?vis=uden-frist",
        "hearing": heard.get_absolute_url(),
        "trace of a hearing": f"{heard.get_absolute_url()}spor/",
        "bodies": "/organer/",
        "body": council.get_absolute_url(),
        "expected cases": f"/sagsstyringsliste/?organ={council.slug}",
        "whose expected cases": "/sagsstyringsliste/",
        "year wheel": f"/aarshjul/?organ={council.slug}&aar=2018",
        "year wheel without anything": f"/aarshjul/?organ={council.slug}&aar=1990",
        "people": "/personer/",
        "person": people[2].get_absolute_url(),
        "log-in": "/konto/log-ind/",
    }
    return {"pages": pages, "secretary": secretary, "item": item, "closed": closed}


@pytest.fixture
def visit(page, live_server, register):
    """`visit("case")` opens one of the register's pages, or the address given."""

    def go(name: str):
        page.goto(live_server.url + register["pages"].get(name, name))
        return page

    return go


@pytest.fixture
def log_in(page, live_server, client):
    """`log_in(user)` gives the browser the user's session."""

    def go(user):
        client.force_login(user)
        page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])

    return go
