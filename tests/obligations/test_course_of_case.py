"""A table of who treats the case when: the meeting itself is in it, and is no meeting to come."""

import datetime as dt

from reader import facts
from reader.obligations import find_obligations

TODAY = dt.date(2024, 5, 14)


def planned(*rows: str) -> list[tuple[str, dt.date]]:
    text = "\n".join(["Behandling\tMødedato\tÅbent punkt", *rows])
    item = facts.ItemFacts(1, "Takster", sections=[facts.SectionFacts("", text)])
    meeting = facts.MeetingFacts("Møllevang Seniorråd", TODAY)
    find_obligations(facts.Minutes(facts.SourceFile("x.txt", "", "txt"), "minutes", meeting, items=[item]))
    return [(treatment.body, treatment.due_start) for treatment in item.planned_treatments]


def test_the_meeting_itself_is_not_planned_where_the_item_has_its_number_on_its_agenda():
    assert planned("Møllevang Seniorråd\t14-05-2024\t1") == []
    assert planned("Møllevang Seniorråd\t14-05-2024\t") == [("Møllevang Seniorråd", TODAY)]


def test_the_body_s_later_meeting_and_another_body_s_on_the_same_day_are():
    assert planned("Møllevang Seniorråd\t11-06-2024\t1") == [("Møllevang Seniorråd", dt.date(2024, 6, 11))]
    assert planned("Økonomiudvalget\t14-05-2024\t7") == [("Økonomiudvalget", TODAY)]
