"""One case: sagens gang across the bodies."""

import datetime as dt
import re

import pytest

from meetings.models import Meeting
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return f.BodyFactory(name="Rådet for Udsatte")


@pytest.fixture
def committee():
    return f.BodyFactory(name="Socialudvalget")


@pytest.fixture
def item(council):
    """The council's treatment of a case on 6 June 2018, published."""
    return f.AgendaItemFactory(meeting__published=True, meeting__body=council, title="Varmestue", decision="Godkendt, hvis den er billig.")


def steps(page: str) -> list[str]:
    """The timeline's steps as plain text."""
    found = re.findall(r'<li class="step.*?(?=<li class="step|</ol>\s*\n)', page, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", step).split()) for step in found]


def test_a_step_tells_when_where_and_what_was_decided(look, item):
    f.OutcomeFactory(item=item, recommendation=1)
    (step,) = steps(look(item.case.get_absolute_url()))
    assert step == "6. juni 2018 Rådet for Udsatte , punkt 1 Varmestue 1. Godkendt Godkendt, hvis den er billig."


def test_who_voted_how_and_who_took_no_part(look, item):
    vote = f.VoteFactory(item=item, votes_for=6, votes_against=1)
    f.VoteNameFactory(vote=vote, name="Liste Ø")
    f.ParticipationFactory(item=item, kind="did_not_participate", name="Gerda Havbro", detail="")
    f.ParticipationFactory(item=item, kind="substitute", name="Knud Ålund", for_name="Frode Elmelund", detail="")
    f.ParticipationFactory(item=item, kind="brought_to_council", name="Ingrid Lyngsøe", detail="")
    (step,) = steps(look(item.case.get_absolute_url()))
    for told in (
        "6 for, 1 imod Imod: Liste Ø",
        "Deltog ikke i sagens behandling: Gerda Havbro",
        "Stedfortræder: Knud Ålund for Frode Elmelund",
        "Begærede sagen i byrådet: Ingrid Lyngsøe",
    ):
        assert told in step


def test_steps_stand_in_the_order_of_time_whatever_number_they_were_filed_under(look, item, committee):
    f.AgendaItemFactory(
        meeting__published=True,
        meeting__body=committee,
        meeting__date=dt.date(2018, 5, 2),
        matter=item.matter,
        case__number="330-2018-3619",
        title="Forsøg",
    )
    first, second = steps(look(item.case.get_absolute_url()))
    assert "Forsøg" in first
    assert "under sagsnummer 330-2018-3619" in first
    assert "Varmestue" in second


def test_a_treatment_known_only_by_quotation_says_where_it_is_quoted(look, item):
    f.QuotedAppearanceFactory(item=item, body_name="Socialudvalget", item_number=67, decision="Udsat.")
    quoted, own = steps(look(item.case.get_absolute_url()))
    assert quoted == "22. maj 2018 Socialudvalget, punkt 67 Udsat. Kendt fra citat i Rådet for Udsatte, 6. juni 2018, punkt 1"
    assert "Varmestue" in own


def test_a_quotation_of_a_step_that_is_there_is_not_told_twice(look, item, committee):
    own = f.AgendaItemFactory(
        meeting__published=True, meeting__body=committee, meeting__date=dt.date(2018, 5, 22), number=67, case=item.case, matter=item.matter
    )
    f.QuotedAppearanceFactory(item=item, body=committee, item_number=67)
    f.QuotedAppearanceFactory(item=item, body=committee, item_number=None)
    assert len(steps(look(own.case.get_absolute_url()))) == 2


def test_two_documents_that_quote_the_same_treatment_give_one_step(look, item, committee):
    later = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2018, 8, 1), case=item.case, matter=item.matter)
    f.QuotedAppearanceFactory(item=item, body=committee)
    f.QuotedAppearanceFactory(item=later, body=committee)
    assert len(steps(look(item.case.get_absolute_url()))) == 3


def test_a_quoted_treatment_that_the_register_has_elsewhere_is_linked(look, item, committee):
    elsewhere = f.AgendaItemFactory(meeting__published=True, meeting__body=committee, meeting__date=dt.date(2018, 5, 22), number=67)
    f.QuotedAppearanceFactory(item=item, body=committee)
    assert elsewhere.get_absolute_url() in look(item.case.get_absolute_url())


def test_a_quoted_treatment_that_is_closed_in_the_register_is_not_linked(look, item, committee):
    closed = f.AgendaItemFactory(
        meeting__published=True, meeting__body=committee, meeting__date=dt.date(2018, 5, 22), number=67, closed=True, title="Kanariefugl"
    )
    f.QuotedAppearanceFactory(item=item, body=committee)
    page = look(item.case.get_absolute_url())
    assert closed.get_absolute_url() not in page
    assert "Kanariefugl" not in page


def test_a_later_bodys_vote_in_the_minutes_is_not_booked_on_the_body_whose_minutes_they_are(look, item):
    f.VoteFactory(item=item, on="Byrådet", votes_for=27, votes_against=3)
    assert "27" not in steps(look(item.case.get_absolute_url()))[0]
    f.QuotedAppearanceFactory(item=item, body_name="Byrådet", date=dt.date(2018, 6, 25))
    own, quoted = steps(look(item.case.get_absolute_url()))
    assert "27" not in own
    assert "Afstemning i Byrådet: 27 for, 3 imod" in quoted


def test_a_reference_links_to_the_item_when_the_register_has_it(look, item, committee):
    target = f.AgendaItemFactory(
        meeting__published=True, meeting__body=committee, meeting__date=dt.date(2018, 3, 7), number=40, title="Puljen fordeles"
    )
    f.ReferenceFactory(item=item, body=committee, date=dt.date(2018, 3, 7), item_numbers=[40, 41])
    page = look(item.case.get_absolute_url())
    assert target.get_absolute_url() in page
    assert "punkt 40 Puljen fordeles" in steps(page)[0]
    assert ", punkt 41" in steps(page)[0]


def test_where_a_case_is_recommended_on_to_leaves_out_those_who_have_treated_it(look, item, committee):
    f.RecommendedToFactory(item=item, name="Rådet", body=item.body)
    f.RecommendedToFactory(item=item, name="Socialudvalget", body=committee)
    for name in ("Økonomiudvalget", "Byrådet"):
        f.RecommendedToFactory(item=item, name=name)
    assert "Indstilles videre til Socialudvalget , Økonomiudvalget og Byrådet" in steps(look(item.case.get_absolute_url()))[0]
    f.QuotedAppearanceFactory(item=item, body=committee)
    assert "Indstilles videre til Økonomiudvalget og Byrådet" in steps(look(item.case.get_absolute_url()))[1]


def test_before_the_minutes_are_published_only_the_bodys_own_see_what_was_decided(look, council):
    item = f.AgendaItemFactory(
        meeting__agenda_published=True, meeting__body=council, meeting__state=Meeting.State.HELD, decision="Kanariefugl besluttet."
    )
    f.VoteFactory(item=item, votes_for=5, votes_against=4)
    f.OutcomeFactory(item=item)
    page = look(item.case.get_absolute_url())
    assert "Kanariefugl" not in page
    assert "imod" not in page
    assert "badge-success" not in page
    assert "Referatet er ikke offentliggjort endnu." in page
    assert "Kanariefugl" in look(item.case.get_absolute_url(), member_of(council))


def test_a_closed_step_is_there_for_its_secretary_without_its_contents(look, item, council):
    f.AgendaItemFactory(meeting=item.meeting, case=item.case, closed=True, title="Klagesag", decision="Kanariefugl.")
    assert "Klagesag" not in look(item.case.get_absolute_url())
    page = look(item.case.get_absolute_url(), secretary_of(council))
    assert "Klagesag" in page
    assert "Kanariefugl" not in page


def test_a_matter_named_by_a_closed_item_is_called_by_what_may_be_read(look, council):
    matter = f.MatterFactory(title="Kanariefugl")
    case = f.CaseFactory()
    for day in (6, 13):
        f.AgendaItemFactory(
            meeting__published=True, meeting__body=council, meeting__date=dt.date(2018, 6, day), matter=matter, case=case, title="Åbne døre"
        )
    f.AgendaItemFactory(meeting__published=True, meeting__body=council, matter=matter, case=case, title="Kanariefugl", closed=True)
    f.AgendaItemFactory(meeting__published=True, meeting__body=council, case=case, title="Andet")
    page = look(case.get_absolute_url())
    assert '<h3 class="course-title">Åbne døre</h3>' in page
    assert "Kanariefugl" not in page
    assert "Kanariefugl</h3>" in look(case.get_absolute_url(), secretary_of(council))


def test_a_number_under_which_many_things_were_treated_is_no_topic(look, council):
    case = f.CaseFactory(number="27.15.00-P35-1-18")
    meeting = f.MeetingFactory(published=True, body=council)
    for title in ("Godkendelse af dagsorden", "Udflugt"):
        f.AgendaItemFactory(meeting=meeting, case=case, matter=None, title=title)
    page = look(case.get_absolute_url())
    assert "<h1>Sag 27.15.00-P35-1-18</h1>" in page
    assert "flere emner" in page


def test_linked_cases_are_named_from_either_end(look, item):
    old = f.AgendaItemFactory(meeting__published=True, case__number="12/27845").case
    hidden = f.AgendaItemFactory(meeting__published=True, closed=True, case__number="99-kanarie").case
    f.CaseLinkFactory(origin=item.case, target=old, kind="continues")
    f.CaseLinkFactory(origin=item.case, target=hidden)
    page = " ".join(look(item.case.get_absolute_url()).split())
    assert f'Fortsætter <a href="{old.get_absolute_url()}">12/27845' in page
    assert "kanarie" not in page
    assert "Fortsættes af" in look(old.get_absolute_url())


@pytest.mark.parametrize("number", ["01.02G00 - 2017/27088", "330-2018-3619", "12/27845", "MDR-2016-02836", "Sag 7 & 8 #2?", "ærø 50%"])
def test_a_number_of_any_form_has_a_page(look, number):
    item = f.AgendaItemFactory(meeting__published=True, case__number=number)
    assert item.title in look(item.case.get_absolute_url())


def test_a_number_may_be_typed_with_other_spacing_and_letters(look, item):
    item.case.number = "27.15.00-A08-1-18"
    item.case.save()
    assert "Varmestue" in look("/sager/27.15.00-a08-1-18/")


def test_many_steps_are_paged(look, council):
    case, matter = f.CaseFactory(), f.MatterFactory()
    for n in range(51):
        f.AgendaItemFactory(
            meeting__published=True,
            meeting__body=council,
            meeting__date=dt.date(2018, 1, 1) + dt.timedelta(days=n),
            case=case,
            matter=matter,
        )
    assert len(steps(look(case.get_absolute_url()))) == 50
    assert len(steps(look(case.get_absolute_url(), side="2"))) == 1
