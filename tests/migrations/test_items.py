"""Items of a register from before a migration of theirs are carried over."""

import datetime as dt


def test_items_get_the_day_of_their_meeting(register_before):
    register = register_before("meetings", "0021_item_dates")
    body = register.add("meetings.Body", name="Rådet", slug="raadet")
    days = [dt.date(2018, 9, 3), dt.date(2019, 1, 7)]
    for day in days:
        meeting = register.add("meetings.Meeting", body=body, date=day)
        register.add("meetings.AgendaItem", meeting=meeting, body=body, year=day.year, position=1, title="Budget")
    items = register.migrate().get_model("meetings", "AgendaItem").objects
    assert list(items.order_by("pk").values_list("date", flat=True)) == days
