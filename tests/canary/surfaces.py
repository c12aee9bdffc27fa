"""Every address the service answers, found by asking the URLconf, with the ways to ask it that could bring something hidden out."""

import re
from collections.abc import Iterator
from itertools import cycle
from urllib.parse import quote

from django.db.models import Min
from django.urls import URLResolver, get_resolver, reverse

from agendas.models import AgendaVersion, AttachmentFile
from followups.models import FollowUp, Occurrence, PlannedTreatment, Step
from followups.views.actions import ACTIONS, OF_ONE
from hearings.models import Hearing, HearingParty, HearingResponse, PartyStep
from meetings.models import AgendaItem, Body, Document, Meeting, Person
from minutes.models import Import
from minutes.selectors import MODELS
from reminders import services
from reminders.deadlines import DeadlineKind
from reminders.models import Contact, Letter, Mail, Reminder
from tests.canary.world import CLOSED, INSIDE, NOW, UNDECIDED, UNPUBLISHED, World

AGENDA_ITEM_PAGES = ("item", "minutes", "remove", "split", "move-away", "send-on", "files")
AGENDA_CHANGES = ("approve", "breaks", "items", "order", "send", "supplement", "undo")
# Not the whole word, so that an answer that repeats the question is none that tells.
ASKED = [word[:7] for word in (CLOSED, UNPUBLISHED, UNDECIDED, INSIDE)]


def known_names() -> set[str]:
    """The name of every pattern of the URLconf, with its namespace; its whole route where it has none."""
    return set(_routes())


def _routes() -> dict[str, str]:
    return dict(_patterns(get_resolver().url_patterns, "", "/"))


def _patterns(patterns, space: str, before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space, route)
        else:
            yield f"{space}{pattern.name or route}", route


def _each(name: str, rows, field: str = "pk") -> list[str]:
    return [reverse(name, kwargs={field: getattr(row, field)}) for row in rows]


def _asked(address: str, *queries: str) -> list[str]:
    return [address, *(f"{address}?{query}" for query in queries)]


def _searches(*names: str) -> list[str]:
    return [f"{name}={word}" for name in names for word in ASKED]


def pages(world: World) -> dict[str, list[str]]:
    """The addresses to visit for each name outside Django admin."""
    items, meetings = AgendaItem.objects.order_by("pk"), Meeting.objects.order_by("pk")
    cases = sorted({item.case.number for item in items.select_related("case") if item.case})
    matters = sorted({item.matter_id for item in items if item.matter_id})
    narrow = ["organ=raadet", "aar=2018", "organ=raadet&aar=2018", "side=2"]
    detail = {"pk": world.import_.pk}
    return {
        "home": _asked(reverse("home")),
        "front-page": [reverse("front-page")],
        "case-list": _asked(
            reverse("case-list"), *narrow, *_searches("q"), "sortering=nummer", "q=k02", "q=rampe", "sortering=nummer&q=18"
        ),
        "case": [f"/sager/{quote(number)}/" for number in cases],
        "case-feed": [f"/sager/{quote(number)}/feed.atom" for number in cases],
        "case-matters": [one for number in cases for one in _asked(f"/forloeb/{quote(number)}/", *_searches("q"), "q=varmestue")],
        "meeting-list": _asked(reverse("meeting-list"), *narrow, "vis=afholdte", "vis=afholdte&organ=raadet"),
        "meeting": _each("meeting", meetings),
        "meeting-plan": _asked(reverse("meeting-plan"), "organ=raadet&dato=2018-10-03", "organ=raadet&date=14-10-2018"),
        **{f"meeting-{step}": _each(f"meeting-{step}", meetings) for step in ("change", "cancel", "reinstate")},
        **_papers(items, meetings),
        "meeting-publish": [f"/moeder/{meeting.pk}/offentliggoer/{what}/" for meeting in meetings for what in ("dagsorden", "referat")],
        "meeting-withdraw": [f"/moeder/{meeting.pk}/traek-tilbage/{what}/" for meeting in meetings for what in ("dagsorden", "referat")],
        "item": _each("item", items),
        **{name: _each(name, items) for name in ("item-answer", "item-shut-out")},
        "body-list": _asked(reverse("body-list")),
        "body": _each("body", Body.objects.all(), "slug"),
        **_year_plans(world),
        "body-settings": _each("body-settings", [world.body, world.other_body], "slug"),
        "standing-items": _each("standing-items", [world.body, world.other_body], "slug"),
        "person-list": _asked(reverse("person-list"), *_searches("q"), "side=2"),
        "person": _each("person", Person.objects.order_by("pk")),
        "document": _each("document", Document.objects.all()),
        "closed-readings": _asked(reverse("closed-readings"), *_searches("text"), "text=raadet", "since=01-01-2018"),
        "import-list": _asked(reverse("import-list"), "side=2", "vis=til-gennemsyn"),
        "import-review": _each("import-review", Import.objects.all()),
        "import-original": _asked(reverse("import-original", kwargs=detail), "side=1&fra=1&til=1"),
        "import-apply": [reverse("import-apply", kwargs=detail)],
        "import-answer": [reverse("import-answer", kwargs=detail)],
        "import-agenda-item": [reverse("import-agenda-item", kwargs=detail)],
        "import-correct": [reverse("import-correct", kwargs=detail)],
        **{name: [reverse(name, kwargs=detail | {"item": "1"})] for name in ("import-correct-item", "import-split", "import-join")},
        "import-correction-undo": [reverse("import-correction-undo", kwargs=detail | {"correction": 1})],
        "import-other-reading": [reverse("import-other-reading", kwargs=detail)],
        "import-which": [reverse("import-which", kwargs=detail)],
        "import-discard": [reverse("import-discard", kwargs=detail)],
        "import-undo": [reverse("import-undo", kwargs=detail)],
        "expected-cases": _asked(reverse("expected-cases"), "organ=raadet", "organ=aeldreraadet"),
        "expected-cases-pdf": _each("expected-cases-pdf", [world.body, world.other_body], "slug"),
        "expected-cases-word": _each("expected-cases-word", [world.body, world.other_body], "slug"),
        **_agendas(world),
        **_obligations(world),
        **_hearings(),
        **_followups(),
        **_reminders(),
        "year-wheel": _asked(reverse("year-wheel"), *narrow, "organ=raadet&aar=2019"),
        "account_login": _asked(reverse("account_login"), f"next=/punkter/{world.open_item.pk}/"),
        "account_logout": [],  # ends the walk of whoever walks
        "account_change_password": [reverse("account_change_password")],
        "account_reset_password": [reverse("account_reset_password")],
        "account_reset_password_done": [reverse("account_reset_password_done")],
        "account_reset_password_from_key": [reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "abc-def"})],
        "robots": [reverse("robots")],
        "sitemap": [reverse("sitemap")],
        "favicon": [reverse("favicon")],
        "api-root": [reverse("api-root")],
        "api-body-list": _asked(reverse("api-body-list"), "kind=committee"),
        "api-body-detail": _each("api-body-detail", Body.objects.all()),
        "api-meeting-list": _asked(reverse("api-meeting-list"), "state=held", f"body={world.body.pk}"),
        "api-meeting-detail": _each("api-meeting-detail", meetings),
        **_agendas_of_the_api(),
        "api-item-list": _asked(reverse("api-item-list"), *_of_items(world, items), "number=27.15.00-K02-918273-18"),
        "api-item-detail": _each("api-item-detail", items),
        "api-case-list": _asked(reverse("api-case-list"), *_narrowed(world), "number=27.15.00-K02-918273-18", "subject=27.15"),
        "api-case-detail": [reverse("api-case-detail", kwargs={"pk": item.case_id}) for item in items if item.case_id],
        "api-matter-list": _asked(reverse("api-matter-list"), *_narrowed(world)),
        "api-matter-detail": [reverse("api-matter-detail", kwargs={"pk": pk}) for pk in matters],
        "api-matter-route": [reverse("api-matter-route", kwargs={"pk": pk}) for pk in matters],
        "route": [reverse("route", kwargs={"pk": pk}) for pk in matters],
        **_promises_of_the_api(world),
        "api-schema": [reverse("api-schema")],
        "api-docs": _asked(reverse("api-docs"), "script="),
    }


def _papers(items, meetings) -> dict[str, list[str]]:
    """Agendas, minutes and extracts of them, also as everybody has them."""
    public = "udgave=offentlig"
    return {
        **{name: _each(name, meetings) for name in ("agenda-pdf", "agenda-word", "minutes-word")},
        "minutes-pdf": [one for address in _each("minutes-pdf", meetings) for one in _asked(address, public)],
        "meeting-print": [one for address in _each("meeting-print", meetings) for one in _asked(address, public, "vis=dagsorden")],
        "item-extract": _each("item-extract", items),
        "meeting-calendar": _each("meeting-calendar", meetings),
        **{name: _each(name, Body.objects.order_by("pk"), "slug") for name in ("body-calendar", "body-feed")},
    }


def _year_plans(world: World) -> dict[str, list[str]]:
    """The meetings of a year planned at once, for the days of those that are there."""
    rule = "pattern=uger&place_in_month=1&weekday=2&every=1&first=01-01-2018&last=30-12-2018&start=&end=&place=Lokale+2"
    plans = _each("year-plan", [world.body, world.other_body], "slug")
    return {
        "year-plan": [one for plan in plans for one in _asked(plan, rule, rule.replace("uger", "sidste-aar"))],
        "school-holidays": [f"{plan}skoleferier/" for plan in plans],
        "year-plan-back": [f"{plan}1/tag-tilbage/" for plan in plans],
    }


def _agendas(world: World) -> dict[str, list[str]]:
    """The addresses at which agendas are made, with the form of each hidden item open."""
    meetings, hidden = Meeting.objects.order_by("pk"), [world.closed_item, world.secret_item, *world.undecided_items]
    places = [{"pk": item.meeting_id, "item": item.pk} for item in hidden]
    opened = [f"{reverse('agenda', kwargs={'pk': place['pk']})}?ret={place['item']}" for place in places]
    return {
        "agenda": [*_each("agenda", meetings), *opened],
        "agenda-cases": [one for address in _each("agenda-cases", meetings) for one in _asked(address, *_searches("ny-case"))],
        **{
            f"agenda-{name}": _each(f"agenda-{name}", meetings)
            for name in ("candidate", "add", "move", "breaks", "undo", "order", "approve", "supplement")
        },
        "agenda-version": [
            reverse("agenda-version", kwargs={"pk": one.meeting_id, "number": one.number}) for one in AgendaVersion.objects.all()
        ],
        "agenda-remove-file": [
            reverse("agenda-remove-file", kwargs={"pk": one.item.meeting_id, "item": one.item_id, "file": one.pk})
            for one in AttachmentFile.objects.select_related("item").order_by("pk")
        ],
        "attachment-file": _each("attachment-file", AttachmentFile.objects.order_by("pk")),
        **{f"agenda-{name}": [reverse(f"agenda-{name}", kwargs=place) for place in places] for name in AGENDA_ITEM_PAGES},
    }


def _agendas_of_the_api() -> dict[str, list[str]]:
    """The addresses at which the API tells of agendas and changes them, with every item by its key."""
    meetings = Meeting.objects.order_by("pk")
    of_meeting = ("agenda", "timeplan", "candidates", *(f"agenda-{name}" for name in AGENDA_CHANGES))
    places = [{"pk": item.meeting_id, "item": item.pk} for item in AgendaItem.objects.order_by("pk")]
    return {
        **{f"api-meeting-{name}": _each(f"api-meeting-{name}", meetings) for name in of_meeting},
        "api-meeting-agenda-break": [reverse("api-meeting-agenda-break", kwargs={"pk": one.pk, "name": "10-"}) for one in meetings],
        **{
            f"api-meeting-agenda-{name}": [reverse(f"api-meeting-agenda-{name}", kwargs=one) for one in places]
            for name in ("item", "move", "split", "move-away", "send-on", "attachments")
        },
        "api-meeting-agenda-attachment": [
            reverse("api-meeting-agenda-attachment", kwargs={"pk": one.item.meeting_id, "item": one.item_id, "file": one.pk})
            for one in AttachmentFile.objects.select_related("item").order_by("pk")
        ],
    }


def _obligations(world: World) -> dict[str, list[str]]:
    """Where a meeting's promises and hearings are answered for, those of the hidden items by their keys."""
    hidden = [world.closed_item, *world.undecided_items]
    rows = [(item.meeting_id, kind, row.pk) for item in hidden for kind, model in MODELS.items() for row in model.objects.filter(item=item)]
    one = [{"pk": meeting, "kind": kind, "row": row} for meeting, kind, row in rows]
    from_item = [{"pk": item.meeting_id, "item": item.pk} for item in hidden]
    return {
        "meeting-correct": _each("meeting-correct", Meeting.objects.order_by("pk")),
        **{
            name: [reverse(name, kwargs=place) for place in from_item]
            for name in ("meeting-correct-item", "meeting-split-item", "meeting-join-item")
        },
        "meeting-correction-undo": [reverse("meeting-correction-undo", kwargs={"pk": item.meeting_id, "correction": 1}) for item in hidden],
        "meeting-obligations": _each("meeting-obligations", Meeting.objects.order_by("pk")),
        "obligations-accept-all": [reverse("obligations-accept-all", kwargs={"pk": item.meeting_id}) for item in hidden],
        "obligation-period": _asked(reverse("obligation-period", kwargs={"pk": world.meeting.pk}), "vending=i+september"),
        "obligation-choose": [reverse("obligation-choose", kwargs=place) for place in from_item],
        "obligation-add": [reverse("obligation-add", kwargs=place | {"kind": kind}) for place in from_item for kind in MODELS],
        "obligation": [reverse("obligation", kwargs=place) for place in one],
        "obligation-answer": [page for place in one for page in _asked(reverse("obligation-answer", kwargs=place), "answer=accept")],
        "obligation-proposal": [reverse("obligation-proposal", kwargs=place | {"key": "0123456789abcdef"}) for place in from_item],
        "obligation-correct": [reverse("obligation-correct", kwargs=place) for place in one],
    }


def _reminders() -> dict[str, list[str]]:
    """The reminders planned of everything there is, hidden or not, are shown to those who may read them."""
    services.update_plan(now=NOW)
    contacts = Contact.objects.order_by("pk")
    of_each_deadline = Reminder.objects.filter(pk__in=Reminder.objects.values("key", "contact").annotate(first=Min("pk")).values("first"))
    planned = of_each_deadline.order_by("pk")
    states = ["vis=sendt", "vis=problemer", "vis=tilbagekaldt"]
    own_list = _asked(reverse("reminder-list"), "side=2", "organ=raadet", *states, *(f"til={one.pk}" for one in contacts[:3]))
    policies = [reverse("reminder-policy", kwargs={"slug": slug, "kind": DeadlineKind.REPORT}) for slug in ("raadet", "alle")]
    return {
        "letter": _each("letter", Letter.objects.order_by("pk")),
        "outgoing-mails": _asked(reverse("outgoing-mails"), "side=2"),
        "outgoing-mail": _each("outgoing-mail", Mail.objects.order_by("pk")),
        "reminders-leave": [reverse("reminders-leave", kwargs={"token": one.unsubscribe_token}) for one in contacts],
        "reminder-list": own_list,
        "reminders-seen": [reverse("reminders-seen")],
        "reminder-settings": [reverse("reminder-settings")],
        "reminder-policies": _asked(reverse("reminder-policies"), "organ=raadet"),
        "reminder-policy": policies,
        "reminder-address": _each("reminder-address", contacts),
        "calendar-new-address": [],  # changes what the page of one's own mails says, so two walks would differ
        "calendar-feed": [reverse("calendar-feed", kwargs={"token": one.calendar_token}) for one in contacts],
        "reminder": _each("reminder", planned),
        **{name: _each(name, planned[:2]) for name in ("reminder-send", "reminder-skip", "reminder-take-back")},
        "api-reminder-list": _asked(reverse("api-reminder-list"), "page_size=200", "kind=report", "state=planned"),
        "api-reminder-detail": _each("api-reminder-detail", planned[:5]),
    }


def _promises_of_the_api(world: World) -> dict[str, list[str]]:
    states = [f"state={state}" for state in ("open", "placed", "met", "dropped")]
    due = ["page_size=200", "due_before=2030-01-01", "overdue=true", "overdue=false", f"body={world.body.pk}"]
    states += ["historic=true", "historic=false"]
    of_hidden = f"item={world.closed_item.pk}"
    asked = {
        "hearing": (Hearing, [*due, of_hidden, "role=issuer"]),
        "party": (HearingParty, [*due, *(f"state={state}" for state in HearingParty.State.values)]),
        "response": (HearingResponse, ["page_size=200", "state=draft", "state=given", "late=true", "late=false"]),
        "follow-up": (FollowUp, [*due, *states, of_hidden, "kind=status_report", *_searches("responsible")]),
        "planned-treatment": (PlannedTreatment, [*due, *states, of_hidden]),
        "occurrence": (Occurrence, [*due, *states, of_hidden, "kind=planned_treatment", *_searches("responsible")]),
    }
    lists = {f"api-{name}-list": _asked(reverse(f"api-{name}-list"), *queries) for name, (_, queries) in asked.items()}
    return lists | {f"api-{name}-detail": _each(f"api-{name}-detail", model.objects.order_by("pk")) for name, (model, _) in asked.items()}


def _followups() -> dict[str, list[str]]:
    """What is waited for, each by its key, hidden ones too, with what those who see to it do about it."""
    occurrences = list(Occurrence.objects.order_by("pk"))
    narrow = ["organ=raadet", "organ=aeldreraadet", "vis=alle", "vis=mine"]
    narrowed = [
        *narrow,
        "tilstand=besvaret",
        "tilstand=paa-dagsorden",
        "tilstand=historie",
        "slags=planned",
        *_searches("ansvarlig"),
        "senest=30-09-2018",
    ]
    ticked = "&".join(f"valgt={occurrence.pk}" for occurrence in occurrences)
    own = "&".join(f"valgt={occurrence.pk}" for occurrence in occurrences if occurrence.body.slug == "aeldreraadet")
    steps = [{"pk": one.pk, "name": name} for one, name in zip(occurrences, cycle(OF_ONE), strict=False)]
    return {
        "waiting": _asked(reverse("waiting"), *narrow),
        "occurrence": _each("occurrence", occurrences),
        "occurrence-period": [f"{address}?phrase=i+september" for address in _each("occurrence-period", occurrences)],
        "occurrence-step": [reverse("occurrence-step", kwargs=place) for place in steps],
        **{name: _each(name, occurrences) for name in ("occurrence-undo", "occurrence-unplace", "occurrence-remove-item")},
        "occurrence-remind": _each("occurrence-remind", occurrences),
        **{name: _letters(name, Step, "occurrence") for name in ("occurrence-letter", "occurrence-letter-file")},
        **{name: _asked(reverse(name), *narrowed) for name in ("desk", "desk-csv", "desk-xlsx")},
        "several": _asked(reverse("several"), *(f"goer={name}&{rows}" for name in ACTIONS for rows in (ticked, own))),
        "desk-undo": [reverse("desk-undo")],
        "proposals": [reverse("proposals")],
    }


def _hearings() -> dict[str, list[str]]:
    """The pages of every hearing, hidden ones by their keys, and what is written in them; the files of their answers too."""
    hearings = list(Hearing.objects.order_by("pk"))
    parties = [{"pk": party.hearing_id, "party": party.pk} for party in HearingParty.objects.order_by("pk")]
    answers = [{"pk": one.party.hearing_id, "response": one.pk} for one in HearingResponse.objects.order_by("pk").select_related("party")]
    narrow = [f"{which}organ={body}" for which in ("", "vis=afsluttede&", "vis=uden-frist&") for body in ("", "raadet")]
    return {
        "hearing-list": _asked(reverse("hearing-list"), *narrow, "side=2"),
        "hearing-new": _asked(reverse("hearing-new"), *(f"punkt={pk}" for pk in AgendaItem.objects.values_list("pk", flat=True))),
        **{name: _each(name, hearings) for name in ("hearing", "hearing-trace", "hearing-correct", "hearing-extend", "hearing-consider")},
        **{name: _each(name, hearings) for name in ("hearing-note", "hearing-add-parties", "hearing-proposals", "hearing-undo")},
        **{name: [reverse(name, kwargs=place) for place in parties] for name in ("hearing-party", "hearing-answer-new", "hearing-remind")},
        **{name: _letters(name, PartyStep, "party__hearing") for name in ("hearing-letter", "hearing-letter-file")},
        **{name: [reverse(name, kwargs=place) for place in answers] for name in ("hearing-answer", "hearing-answer-file")},
    }


def _letters(name: str, steps: type[Step] | type[PartyStep], about: str) -> list[str]:
    rows = steps.objects.exclude(letter=None).order_by("pk").values_list(about, "letter")
    return [reverse(name, kwargs={"pk": pk, "letter": letter}) for pk, letter in rows]


def _narrowed(world: World) -> list[str]:
    return [
        "page_size=200",
        "closed=true",
        "closed=false",
        "outcome=rejected",
        "outcome=rejected&closed=true",
        f"body={world.body.pk}",
        "date_from=2018-06-06&date_to=2018-06-06",
        "date_from=2018-08-29&date_to=2018-08-29",
        "q=k02",
        *_searches("q"),
    ]


def _of_items(world: World, items) -> list[str]:
    hidden = world.closed_item
    others = [f"case={hidden.case_id}", f"matter={hidden.matter_id}", f"matter={world.open_item.matter_id}"]
    return [*_narrowed(world), *others, *(f"meeting={item.meeting_id}" for item in items)]


def admin_pages(world: World) -> dict[str, list[str]]:
    """Django admin's own addresses, filled in from their patterns with the key of a hidden item."""
    values = {"object_id": str(world.closed_item.pk), "id": str(world.closed_item.pk), "content_type_id": "1", "app_label": "meetings"}
    query = "?app_label=meetings&model_name=agendaitem&field_name=case&term=klage"
    addresses = {name: _filled(route, values) for name, route in _routes().items() if name.startswith("admin:")}
    return {
        name: [] if name == "admin:logout" else [address + (query if name == "admin:autocomplete" else "")]
        for name, address in addresses.items()
    }


def _filled(route: str, values: dict[str, str]) -> str:
    def value(found: re.Match) -> str:
        return "" if found[0] in "^$" else values.get(found[1] or found[2], "1")

    return re.sub(r"\(\?P<(\w+)>[^)]*\)|<(?:\w+:)?(\w+)>|[\^$]", value, route)
