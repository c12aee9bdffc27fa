"""What was asked for and promised is carried over into a register that stores it otherwise."""

import datetime as dt

import pytest

D = dt.date.fromisoformat


class Council:
    """A council with meetings on some days, at the first of which `ask` asks for something."""

    def __init__(self, register, *days: str) -> None:
        self.register = register
        self.body = register.add("meetings.Body", name="Rådet", slug="raadet", kind="advisory")
        meetings = [register.add("meetings.Meeting", body=self.body, date=D(day)) for day in days]
        self.item = self.add_item(meetings[0])

    def add_item(self, meeting, **columns):
        columns = {"body": self.body, "year": meeting.date.year, "position": 1, "title": "Varmestuen"} | columns
        return self.register.add("meetings.AgendaItem", meeting=meeting, **columns)

    def ask(self, quote: str, *, due: str = "", occurrence: dict | None = None, **columns):
        told = {"kind": "status_report"} | ({"due_start": D(due), "due_end": D(due)} if due else {}) | columns
        follow_up = self.register.add("followups.FollowUp", item=self.item, text=quote, quote=quote, **told)
        told = {"item": self.item, "body": self.body, "due_order": D("9999-12-31")} | (occurrence or {})
        self.register.add("followups.Occurrence", follow_up=follow_up, **told)
        return follow_up


def due(apps, follow_up) -> list[str]:
    """The first and the last day of its open occurrence, and its place in time."""
    row = apps.get_model("followups", "Occurrence").objects.get(follow_up=follow_up.pk, state="open")
    return [str(row.due_start), str(row.due_end), str(row.due_order)]


def at(day: str) -> list[str]:
    return [day, day, day]


def occurrence(day: str, **columns) -> dict:
    return {"due_start": D(day), "due_end": D(day), "due_order": D(day)} | columns


@pytest.fixture
def council(register_before):
    return Council(register_before("followups", "0005_due_rules"), "2021-02-03", "2021-03-03", "2021-09-01", "2025-04-02")


def test_what_follows_the_next_meeting_has_no_days_of_its_own(council):
    asked = council.ask("Udsat til næste møde.", due="2021-03-03", at_next_meeting=True, occurrence=occurrence("2021-03-03"))
    apps = council.register.migrate()
    follow_up = apps.get_model("followups", "FollowUp").objects.get(pk=asked.pk)
    assert (follow_up.due_start, follow_up.due_end) == (None, None)
    assert due(apps, asked) == at("2021-03-03")


def test_what_comes_again_after_a_first_time_is_counted_from_it(council):
    quote = "Rådet ønsker en status i slutningen af 2021 og derefter årligt."
    days = {"due_start": D("2021-10-01"), "due_end": D("2021-12-31")}
    first = council.ask(quote, **days, occurrence=days | {"due_order": D("2021-12-31")})
    again = council.ask(quote, every=1, unit="year", occurrence=occurrence("2022-02-28"))
    other = council.ask("Rådet ønsker en årlig status.", every=1, unit="year", occurrence=occurrence("2022-02-28"))
    apps = council.register.migrate()
    assert due(apps, first) == ["2021-10-01", "2021-12-31", "2021-12-31"]
    assert due(apps, again) == ["2022-10-01", "2022-12-31", "2022-12-31"]
    assert due(apps, other) == at("2022-02-28")


def test_no_hole_in_the_calendar_is_jumped_over(council):
    third = council.ask("En status på hvert 3. møde.", every=3, unit="meeting", occurrence=occurrence("2025-04-02"))
    second = council.ask("En status på hvert 2. møde.", every=2, unit="meeting", occurrence=occurrence("2021-09-01"))
    postponed = council.ask("Status på hvert 3. møde.", every=3, unit="meeting", occurrence=occurrence("2025-04-02", due_fixed=True))
    apps = council.register.migrate()
    assert due(apps, third) == ["None", "None", "9999-12-31"]
    assert due(apps, second) == at("2021-09-01")
    assert due(apps, postponed) == at("2025-04-02")


def test_a_report_to_another_body_waits_there_and_follows_its_meetings(register_before):
    council = Council(register_before("followups", "0006_owed_to"), "2021-02-03", "2021-03-03")
    committee = council.register.add("meetings.Body", name="Socialudvalget", slug="socialudvalget")
    council.register.add("meetings.Meeting", body=committee, date=D("2021-04-14"))
    told = council.ask("Socialudvalget får en status på hvert møde.", every=1, unit="meeting", occurrence=occurrence("2021-03-03"))
    own = council.ask("Rådet får en status på hvert møde.", every=1, unit="meeting", occurrence=occurrence("2021-03-03"))
    apps = council.register.migrate()
    bodies = dict(apps.get_model("followups", "Occurrence").objects.values_list("follow_up", "body"))
    assert bodies == {told.pk: committee.pk, own.pk: council.body.pk}
    assert apps.get_model("followups", "FollowUp").objects.get(pk=told.pk).owed_to_id == committee.pk
    assert due(apps, told) == at("2021-04-14")
    assert due(apps, own) == at("2021-03-03")


def test_a_response_is_tied_to_its_hearing(register_before):
    council = Council(register_before("followups", "0007_hearing_responses"), "2021-02-03")
    quotes = [
        "Rådet afgiver høringssvar senest 8. april.",
        "Rådet svarer på høringen senest 9. april.",
        "Rådet svarer på en tredje høring.",
    ]
    asked = [council.ask(quote, occurrence=occurrence("2021-04-08"), kind="hearing_response", quote_key=quote) for quote in quotes]
    told = {"item": council.item, "body": council.body, "role": "consulted", "subject": "Torvet"}
    hearings = [
        council.register.add("hearings.Hearing", quote=quote, quote_key=quote, deadline=D("2021-05-01"), **told) for quote in quotes[:2]
    ]
    party = council.register.add("hearings.HearingParty", hearing=hearings[1], position=1, name="Rådet", body=council.body)
    recorded_at = dt.datetime(2021, 3, 3, 12, tzinfo=dt.UTC)
    council.register.add("hearings.HearingResponse", party=party, text="Ja.", given_on=D("2021-03-03"), recorded_at=recorded_at)
    apps = council.register.migrate()
    tied = dict(apps.get_model("followups", "FollowUp").objects.values_list("pk", "hearing"))
    assert tied == {asked[0].pk: hearings[0].pk, asked[1].pk: hearings[1].pk, asked[2].pk: None}
    assert due(apps, asked[0]) == at("2021-05-01")
    assert due(apps, asked[2]) == at("2021-04-08")
    answered = apps.get_model("followups", "Occurrence").objects.get(follow_up=asked[1].pk)
    assert (answered.state, answered.met_on) == ("met", D("2021-03-03"))
    assert apps.get_model("followups", "Step").objects.get().what == "answered"


def test_what_was_told_for_each_reader_is_written_down(register_before):
    council = Council(register_before("followups", "0008_duplicates"), "2021-02-03", "2021-03-03")
    add = council.register.add
    matter = add("cases.Matter", title="Varmestuen")
    later = council.register.apps.get_model("meetings", "Meeting").objects.get(date=D("2021-03-03"))
    items = [council.add_item(meeting, matter=matter, position=2) for meeting in (council.item.meeting, later)]
    days = {"due_start": D("2021-05-05"), "due_end": D("2021-05-05")}
    of_treatments, of_reports = [], []
    for item in items:
        planned = add("followups.PlannedTreatment", item=item, body=council.body, body_name="Rådet", title="Varmestuen", **days)
        of_treatments.append(add("followups.Occurrence", item=item, body=council.body, planned=planned, due_order=days["due_end"], **days))
        report = add("followups.FollowUp", item=item, kind="status_report", text="en status", every=1, unit="quarter")
        of_reports.append(add("followups.Occurrence", item=item, body=council.body, follow_up=report, due_order=D("9999-12-31")))
    apps = council.register.migrate()
    found = dict(apps.get_model("followups", "Occurrence").objects.exclude(duplicate_of=None).values_list("pk", "duplicate_of"))
    assert found == {of_treatments[0].pk: of_treatments[1].pk, of_reports[1].pk: of_reports[0].pk}
