"""On PostgreSQL a word is found by an index of three-letter groups, whose migration goes both ways and says what it needs."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from cases.access import PUBLIC
from cases.models import Case
from cases.trigrams import ExtensionRefused, make_extension
from meetings.models import AgendaItem
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
INDEXES = ("item_search_text_trigrams", "item_search_decision_trigrams", "case_key_trigrams")


@pytest.fixture
def register():
    """Three thousand items, one of them about a yurt."""
    first = f.AgendaItemFactory(meeting__published=True, title="Jurte i parken")
    same = {"meeting": first.meeting, "body": first.body, "year": first.year}
    cases = Case.objects.bulk_create(Case(number=f"81.20-K00-{n}-18") for n in range(3000))
    AgendaItem.objects.bulk_create(
        AgendaItem(position=n + 2, title=f"Varmestue {n}", decision=f"Sag {n} er drøftet.", case=case, **same)
        for n, case in enumerate(cases)
    )
    with connection.cursor() as cursor:
        for index in INDEXES:  # as autovacuum does, before the index is asked
            cursor.execute("SELECT gin_clean_pending_list(%s)", [index])
        cursor.execute("ANALYZE")
    return first


def plan_of(rows) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    return rows.explain()


def indexes() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname = ANY(%s)", [list(INDEXES)])
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.parametrize(("column", "index"), [("search_text", INDEXES[0]), ("search_decision", INDEXES[1])])
def test_one_column_is_searched_by_its_index(register, column, index):
    assert index in plan_of(AgendaItem.objects.filter(**{f"{column}__contains": "jurte"}))


def test_the_search_itself_uses_the_index_of_every_place_a_word_can_stand_in(register):
    rows = AgendaItem.objects.visible_to(PUBLIC).containing("jurte", PUBLIC)
    plan = plan_of(rows)
    assert [index for index in INDEXES if index not in plan] == []
    assert list(rows) == [register]


@pytest.mark.django_db(transaction=True)
def test_the_migrations_go_back_and_forth_and_take_an_extension_that_is_there():
    call_command("migrate", "meetings", "0005", verbosity=0)
    call_command("migrate", "cases", "0003", verbosity=0)
    assert indexes() == set()
    call_command("migrate", verbosity=0)
    assert indexes() == set(INDEXES)


def test_a_role_that_may_not_make_the_extension_is_told_what_to_do():
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION pg_trgm CASCADE")
        cursor.execute("CREATE ROLE may_little")
        cursor.execute("SET LOCAL ROLE may_little")
    with pytest.raises(ExtensionRefused, match=r"CREATE EXTENSION pg_trgm.*docs/operations\.md") as refused, transaction.atomic():
        make_extension(connection.schema_editor())
    assert isinstance(refused.value.__cause__, ProgrammingError)
