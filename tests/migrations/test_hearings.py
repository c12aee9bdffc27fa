"""Hearings of a register from before a migration of theirs are carried over."""

import datetime as dt

import pytest


@pytest.mark.parametrize(("side", "role"), [("sent", "issuer"), ("consulted", "consulted"), ("", "")])
def test_the_side_of_a_hearing_becomes_its_role(register_before, side, role):
    register = register_before("hearings", "0006_role")
    body = register.add("meetings.Body", name="Rådet", slug="raadet", kind="advisory")
    register.add("hearings.Hearing", body=body, subject="Nyt torv", quote_key="", side=side, deadline=dt.date(2025, 6, 4))
    assert register.migrate().get_model("hearings", "Hearing").objects.get().role == role


@pytest.mark.parametrize(
    ("role", "received", "kept"),
    [("issuer", 3, False), ("issuer", 2, True), ("consulted", 3, True)],
)
def test_what_a_body_sends_out_was_not_received_on_the_day_it_was_entered(register_before, role, received, kept):
    register = register_before("hearings", "0007_what_is_sent_out_is_not_received")
    body = register.add("meetings.Body", name="Rådet", slug="raadet", kind="advisory")
    entered = {"review": "added", "reviewed_at": dt.datetime(2025, 6, 2, 22, 30, tzinfo=dt.UTC)}  # the 3rd in Copenhagen
    day = dt.date(2025, 6, received)
    register.add("hearings.Hearing", body=body, subject="Nyt torv", quote_key="", role=role, received_on=day, **entered)
    assert register.migrate().get_model("hearings", "Hearing").objects.get().received_on == (day if kept else None)


def test_a_deadline_that_was_put_off_before_there_were_steps_can_be_taken_back(register_before):
    from hearings import services
    from hearings.models import Hearing, HearingStep

    register = register_before("hearings", "0009_steps_of_answers")
    body = register.add("meetings.Body", name="Rådet", slug="raadet", kind="advisory")
    days = [dt.date(2025, month, 4) for month in (6, 7, 8)]
    hearing = register.add("hearings.Hearing", body=body, subject="Nyt torv", quote_key="", deadline=days[2])
    at = [dt.datetime(2025, 5, day, 10, tzinfo=dt.UTC) for day in (1, 2, 3)]
    columns = {"role": "", "sender": "", "subject": "Nyt torv", "received_on": None, "opens_first": None, "opens_last": None}
    columns |= {"deadline": "2025-08-04", "answers_to": "", "open_to_public": False, "duplicate_of_id": None}
    register.add("hearings.HearingStep", hearing=hearing, what="corrected", at=at[2], before=columns | {"sender": "Regionen"}, after=columns)
    for number in (0, 1):
        said = {"old": days[number], "new": days[number + 1], "reason": "Ferie.", "at": at[number]}
        register.add("hearings.Extension", hearing=hearing, **said)
    register.migrate_to_newest()
    steps = list(HearingStep.objects.order_by("-pk"))
    assert [step.what for step in steps] == ["corrected", "extended", "extended"]
    for step in steps:
        services.undo_hearing_step(step=step, by=None, now=at[2])
    assert (Hearing.objects.get().deadline, Hearing.objects.get().sender, Hearing.objects.get().extensions.count()) == (days[0], "Regionen", 0)
