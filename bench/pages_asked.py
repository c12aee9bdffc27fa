"""The pages and API lists that `bench.pages` asks for, by name; `{case}` and the like stand for rows that are alike in every register."""

from bench.vocabulary import PHRASE, RARE

PAGES = {
    "front page": "/",
    "front page of everybody": "/forside/",
    "cases": "/sager/",
    "cases by number": "/sager/?sortering=nummer",
    "cases of a body": "/sager/?organ=organ-4",
    "cases of a year": "/sager/?aar=2024",
    "cases, page 40": "/sager/?side=40",
    "search: rare word": f"/sager/?q={RARE}",
    "search: phrase": f"/sager/?q={PHRASE}",
    "search: common word": "/sager/?q=kolonihaveplan",
    "search: word of nearly every item": "/sager/?q=budget",
    "search: four words": "/sager/?q=forvaltningen+redegjorde+for+budget",
    "search: no such word": "/sager/?q=xyzzyx",
    "search: case number": "/sager/?q={number}",
    "search by number: common word": "/sager/?sortering=nummer&q=budget",
    "case": "/sager/{number}/",
    "standing case": "/sager/{standing}/",
    "matters of a case": "/forloeb/{number}/",
    "meetings": "/moeder/",
    "meetings held": "/moeder/?vis=afholdte",
    "meetings held, page 40": "/moeder/?vis=afholdte&side=40",
    "meeting": "/moeder/{meeting}/",
    "item": "/punkter/{item}/",
    "bodies": "/organer/",
    "body": "/organer/organ-2/",
    "people": "/personer/",
    "people named": "/personer/?q=nielsen",
    "person": "/personer/{person}/",
    "waiting": "/opfoelgning/",
    "waiting for a body": "/opfoelgning/?organ=organ-2",
    "waiting, page 40": "/opfoelgning/?side=40",
    "occurrence": "/opfoelgning/{occurrence}/",
    "hearings": "/hoeringer/",
    "hearing": "/hoeringer/{hearing}/",
    "year wheel": "/aarshjul/?organ=organ-2",
    "expected cases": "/sagsstyringsliste/?organ=organ-2",
    "desk": "/opfoelgning/bord/",
    "desk, page 40": "/opfoelgning/bord/?side=40",
    "desk: settled": "/opfoelgning/bord/?tilstand=besvaret",
    "imports": "/import/",
    "closed readings": "/laesninger/",
    "reminders": "/paamindelser/",
    "agenda": "/moeder/{coming}/dagsorden/",
    "API bodies": "/api/bodies/",
    "API meetings": "/api/meetings/",
    "API meeting": "/api/meetings/{meeting}/",
    "API items": "/api/items/",
    "API items, page 200": "/api/items/?page=200",
    "API items: rare word": f"/api/items/?q={RARE}",
    "API items: word of nearly every item": "/api/items/?q=budget",
    "API items: closed": "/api/items/?closed=true",
    "API item": "/api/items/{item}/",
    "API cases": "/api/cases/",
    "API cases, page 50": "/api/cases/?page=50",
    "API cases: rare word": f"/api/cases/?q={RARE}",
    "API cases: word of nearly every item": "/api/cases/?q=budget",
    "API cases: closed": "/api/cases/?closed=true",
    "API case": "/api/cases/{case}/",
    "API standing case": "/api/cases/1/",
    "API matters": "/api/matters/",
    "API matters: word of nearly every item": "/api/matters/?q=budget",
    "API matter": "/api/matters/{matter}/",
    "API hearings": "/api/hearings/",
    "API parties": "/api/parties/",
    "API responses": "/api/responses/",
    "API follow-ups": "/api/follow-ups/",
    "API planned treatments": "/api/planned-treatments/",
    "API occurrences": "/api/occurrences/",
    "API reminders": "/api/reminders/",
    "admin items": "/admin/meetings/agendaitem/",
    "admin items: rare word": f"/admin/meetings/agendaitem/?q={RARE}",
    "admin cases: rare word": f"/admin/cases/case/?q={RARE}",
    "admin people": "/admin/meetings/person/?q=nielsen",
    "admin sections": "/admin/meetings/section/?q=kolonihaveplan",
    "admin follow-ups": "/admin/followups/followup/?q=kolonihaveplan",
}
READERS = {"public": "", "member": "medlem", "secretary": "sekretaer", "secretary of 100": "chef", "administrator": "administrator"}


def named_rows() -> dict[str, str]:
    """Returns what the braces stand for: the newest ordinary rows of bodies that have meetings in every register."""
    from django.utils import timezone

    from followups.models import Occurrence
    from hearings.models import Hearing
    from meetings.models import AgendaItem, Meeting

    treated = AgendaItem.objects.filter(case__gt=1, closed=False, body=2, meeting__state="held", decision__gt="")
    item = treated.select_related("case").order_by("-meeting__date", "-pk")[0]
    coming = Meeting.objects.filter(body=2, state="planned").upcoming(timezone.localdate())
    row = {
        "item": item.pk, "case": item.case_id, "number": item.case.number, "matter": item.matter_id, "meeting": item.meeting_id,
        "standing": AgendaItem.objects.filter(case=1)[0].case.number, "person": 30, "coming": coming.filter(agenda_published_at=None)[0].pk,
        "occurrence": Occurrence.objects.filter(state="open", item__closed=False).order_by("-pk")[0].pk,
        "hearing": Hearing.objects.filter(item__closed=False).order_by("-pk")[0].pk,
    }  # fmt: skip
    return {name: str(value) for name, value in row.items()}
