"""The made-up register waits for follow-ups, treatments to come, and hearings with those who are heard."""

import datetime as dt

from bench.filling import fill
from bench.register import Size
from bench.register_items import ITEM_OF
from followups import models as followups
from hearings import models as hearings

FOLLOW_UPS, PLANNED, HEARINGS = 5, 33, 50  # one to so many items
ASKED = "'Udvalget ønsker en status på ' || lower(i.title) || '.'"
NO_DAY = "date '9999-12-31'"


def fill_promises(size: Size, today: dt.date) -> None:
    """A follow-up to every fifth item that was decided, a third of them open still; some have no date, some recur."""
    due = "(m.date + 20 + pg_temp.pick(i.id, 21, 680)::int)"
    dated = "pg_temp.pick(i.id, 22, 10) < 8"
    kinds = "(ARRAY['status_report', 'return', 'deferred', 'task', 'question'])[1 + pg_temp.pick(i.id, 23, 5)]"
    names = "(ARRAY['Forvaltningen', 'Teknik og Miljø', 'Direktøren', 'Socialchefen'])[1 + pg_temp.pick(i.id, 24, 4)]"
    rows = f"{ITEM_OF} WHERE i.decision <> '' AND i.position > 1 AND pg_temp.pick(i.id, 25, {FOLLOW_UPS}) = 0"
    review = (
        "CASE WHEN pg_temp.pick(i.id, 26, 10) = 0 THEN 'rejected' WHEN pg_temp.pick(i.id, 26, 10) < 3 THEN 'unreviewed' ELSE 'accepted' END"
    )
    recurs = "pg_temp.pick(i.id, 27, 20) = 0"
    day = f"CASE WHEN {dated} THEN {due} END"
    fill(
        followups.FollowUp, rows, id="i.id", item_id="i.id", kind=kinds, text=ASKED, quote=ASKED, quote_key="left(lower(i.title), 200)",
        rule="'asks_for_status'", responsible=names, due_start=day, due_end=day, review=review, at_next_meeting="pg_temp.pick(i.id, 28, 10) = 0",
        every=f"CASE WHEN {recurs} THEN 1 END", unit=f"CASE WHEN {recurs} THEN 'year' ELSE '' END",
    )  # fmt: skip
    draw = "pg_temp.pick(f.id, 29, 10)"
    state = (
        f"CASE WHEN {draw} < 3 OR m.date > date '{today}' - 400 AND {draw} < 8 THEN 'open' WHEN {draw} < 9 THEN 'met' ELSE 'dropped' END"
    )
    asked = "FROM followups_followup f JOIN meetings_agendaitem i ON i.id = f.item_id JOIN meetings_meeting m ON m.id = i.meeting_id"
    fill(
        followups.Occurrence, asked, id="f.id", item_id="i.id", body_id="i.body_id", follow_up_id="f.id", due_start="f.due_start", due_end="f.due_end",
        due_order=f"coalesce(f.due_end, {NO_DAY})", state=state, met_on=f"CASE WHEN {state} = 'met' THEN least(coalesce(f.due_end, m.date), date '{today}') END",
    )  # fmt: skip
    done = "FROM followups_occurrence o WHERE state <> 'open'"
    fill(followups.Step, done, occurrence_id="id", what="state", at="now()")
    answered = """FROM followups_occurrence o JOIN meetings_agendaitem n ON n.id = o.item_id + 1 + pg_temp.pick(o.id, 30, 300)
      WHERE o.state = 'open' AND pg_temp.pick(o.id, 31, 8) = 0"""
    fill(followups.Proposal, answered, occurrence_id="o.id", item_id="n.id", says="'met'", reasons="'[\"title\"]'::jsonb")
    _fill_planned(size, today)


def _fill_planned(size: Size, today: dt.date) -> None:
    due, body = "(m.date + 20 + pg_temp.pick(i.id, 32, 180)::int)", f"(1 + pg_temp.pick(i.id, 33, {size.bodies}))"
    rows = f"{ITEM_OF} JOIN meetings_body b ON b.id = {body} WHERE i.decision <> '' AND pg_temp.pick(i.id, 34, {PLANNED}) = 0"
    fill(
        followups.PlannedTreatment, rows, id="i.id", item_id="i.id", body_name="b.name", body_id="b.id", title="i.title", due_start=due, due_end=due,
        quote="i.title", quote_key="left(lower(i.title), 200)", review="'accepted'",
    )  # fmt: skip
    state = f"CASE WHEN p.due_end < date '{today}' AND pg_temp.pick(p.id, 35, 10) > 0 THEN 'met' ELSE 'open' END"
    fill(
        followups.Occurrence, "FROM followups_plannedtreatment p", item_id="item_id", body_id="body_id", planned_id="id", due_start="due_start",
        due_end="due_end", due_order="due_end", state=state, met_on=f"CASE WHEN {state} = 'met' THEN p.due_end END",
    )  # fmt: skip


def fill_hearings(size: Size, today: dt.date) -> None:
    """A hearing to every fiftieth item, with five who are heard, bodies and others; two in three of the past have answered."""
    deadline = "(m.date + 20 + pg_temp.pick(i.id, 41, 100)::int)"
    rows = f"{ITEM_OF} WHERE i.decision <> '' AND i.position > 1 AND pg_temp.pick(i.id, 42, {HEARINGS}) = 0"
    role = "CASE WHEN pg_temp.pick(i.id, 43, 2) = 0 THEN 'issuer' ELSE 'consulted' END"
    subject = "'Høring om ' || left(lower(i.title), 900)"
    fill(
        hearings.Hearing, rows, id="i.id", item_id="i.id", body_id="i.body_id", role=role, subject=subject, opens_first="m.date", opens_last="m.date",
        deadline=deadline, quote=subject, quote_key="left(lower(i.title), 200)", rule="'sent_out'", review="'accepted'",
    )  # fmt: skip
    other = f"(1 + pg_temp.pick(h.id * 5 + n, 44, {size.bodies + 12}))"
    answered = f"CASE WHEN h.deadline < date '{today}' AND pg_temp.pick(h.id * 5 + n, 45, 3) > 0 THEN h.deadline END"
    heard = f"FROM hearings_hearing h, generate_series(1, 5) n JOIN meetings_body b ON true WHERE b.id = {other}"
    fill(
        hearings.HearingParty,
        heard,
        hearing_id="h.id",
        position="n",
        name="b.name",
        body_id="b.id",
        asked_on="h.opens_first",
        answered_on=answered,
    )
    answers = "FROM hearings_hearingparty y WHERE answered_on IS NOT NULL AND pg_temp.pick(id, 46, 2) = 0"
    fill(
        hearings.HearingResponse,
        answers,
        party_id="id",
        text="'Rådet støtter forslaget.'",
        given_on="answered_on",
        is_public="true",
        recorded_at="now()",
    )
    put_off = "FROM hearings_hearing h WHERE pg_temp.pick(id, 47, 10) = 0"
    fill(hearings.Extension, put_off, hearing_id="id", old="deadline - 14", new="deadline", reason="'Parterne bad om det.'", at="now()")
