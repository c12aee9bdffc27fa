"""A search for a rare word in a register of 20,000 items, against one of 2,000, on the database of the settings."""

import datetime as dt

from django.db import connection, transaction

from bench.measuring import Ratio, middle
from cases.access import PUBLIC
from cases.models import Case, Matter
from meetings.case_search import ids_by_meeting, loose_items
from meetings.models import AgendaItem, Body, Meeting
from meetings.paging import page_of
from meetings.selectors import case_rows

FEW, MANY = 2_000, 20_000
ITEMS_A_MEETING = 20
WORD, EVERY = "kolonihave", 500  # the rare word stands in one title and one decision of this many
SUBJECTS = ("Varmestue", "Budget", "Orientering", "Boligplan", "Frivilligpulje", "Rusmidler", "Rejsekort", "Sundhed")
TEXT = "Udvalget drøftede punktet og tog {subject} nr. {n} til efterretning. Forvaltningen vender tilbage med en status til næste møde. "
TODAY = dt.date(2026, 1, 1)


def measure() -> Ratio:
    """The rows of the case list as the public gets them: the page's cases and the items without a number."""
    with transaction.atomic():
        fill(0, FEW)
        few = middle(_search)
        fill(FEW, MANY)
        many = middle(_search)
        transaction.set_rollback(True)
    title = f"Searching {MANY} items for a rare word against searching {FEW} ({connection.vendor})"
    return Ratio(title, many, few, at_most=None)


def _search() -> None:
    everywhere = {"body": None, "year": None}
    page = page_of(ids_by_meeting(WORD, PUBLIC, **everywhere), None)
    rows = case_rows(page.rows, PUBLIC, today=TODAY, text=WORD)
    assert rows, "the word is found"
    list(loose_items(WORD, PUBLIC, **everywhere))


def fill(begin: int, end: int) -> None:
    """Items number `begin` to `end`, four to a case, in published meetings a day apart."""
    body, _new = Body.objects.get_or_create(slug="udvalget", defaults={"name": "Udvalget", "kind": Body.Kind.COMMITTEE})
    published = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    first = dt.date(2015, 1, 1)
    meetings = Meeting.objects.bulk_create(
        Meeting(body=body, date=first + dt.timedelta(days=n), state=Meeting.State.HELD, minutes_published_at=published)
        for n in range(begin // ITEMS_A_MEETING, end // ITEMS_A_MEETING)
    )
    cases = Case.objects.bulk_create(Case(number=f"27.15.00-A08-{n}-18") for n in range(begin // 4, end // 4))
    matters = Matter.objects.bulk_create(Matter(title=f"Forløb {n}") for n in range(begin // 4, end // 4))
    AgendaItem.objects.bulk_create(
        _item(n, meetings[(n - begin) // ITEMS_A_MEETING], cases[(n - begin) // 4], matters[(n - begin) // 4]) for n in range(begin, end)
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # what autovacuum does in the background
            for index in ("item_search_text_trigrams", "item_search_decision_trigrams", "case_key_trigrams"):
                cursor.execute("SELECT gin_clean_pending_list(%s)", [index])
        cursor.execute("ANALYZE")


def _item(n: int, meeting: Meeting, case: Case, matter: Matter) -> AgendaItem:
    subject = SUBJECTS[n % len(SUBJECTS)]
    rare = n % EVERY == 7
    return AgendaItem(
        meeting=meeting,
        body_id=meeting.body_id,
        year=meeting.date.year,
        position=n % ITEMS_A_MEETING + 1,
        title=f"{subject} {n}, {WORD}" if rare else f"{subject} {n}",
        case=case,
        matter=matter,
        decision=TEXT.format(subject=subject, n=n) * 3 + (WORD if n % EVERY == 11 else ""),
    )
