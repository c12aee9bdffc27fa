"""Warnings that need the register: what a proof-reader who knows the municipality would point at. Pure.

Those that need the document alone are in `reader.checks`. Codes and their params:
new_body (name) · near_body (name, known) · near_person (name, known) · namesakes (name) · number_taken (number) ·
unlikely_date (date, nearest) · unknown_subject (number, subject) · missing_reference (numbers, body, date) ·
other_title (number, title, known) · no_meeting_that_day (body, date, nearest) · which_meeting
"""

from datetime import timedelta

from cases import numbers
from danish.likeness import like_titles
from minutes.matching import Matches, Register
from minutes.matching.names import near_people
from reader import facts

WHICH_MEETING = "which_meeting"
_FAR = timedelta(days=270)  # a body that meets at all meets more often than every nine months


def check_against_register(minutes: facts.Minutes, matches: Matches, register: Register) -> list[facts.Warning]:
    """Gives warnings where the document and the register do not fit together."""
    found = [*_bodies(minutes, matches, register), *_people(matches, register), *_date(minutes, register)]
    if not register.meeting.is_sure:
        found.append(facts.Warning("which_meeting", at=minutes.meeting.at))
    for item in minutes.items:
        found += _item(item, matches, register)
    return found


def _bodies(minutes: facts.Minutes, matches: Matches, register: Register) -> list[facts.Warning]:
    known = {body.id: body.name for body in register.bodies}
    found = []
    if matches.body.id is None and matches.body.printed:
        found.append(facts.Warning("new_body", params={"name": matches.body.printed}, at=minutes.meeting.at))
    for match in matches.bodies.values():
        if match.id is not None and match.reason == "nearly_same_name":
            found.append(facts.Warning("near_body", params={"name": match.printed, "known": known[match.id]}, quote=match.printed))
    return found


def _people(matches: Matches, register: Register) -> list[facts.Warning]:
    found = []
    for match in matches.people.values():
        if match.reason == "namesakes":
            found.append(facts.Warning("namesakes", params={"name": match.printed}, quote=match.printed))
        elif match.reason == "unknown":
            found += [
                facts.Warning("near_person", params={"name": match.printed, "known": person.name}, quote=match.printed)
                for person in near_people(match.printed, register.people)[:1]
            ]
    return found


def _date(minutes: facts.Minutes, register: Register) -> list[facts.Warning]:
    day = minutes.meeting.date
    if day is None or not register.neighbours:
        return []
    nearest = min(register.neighbours, key=lambda other: abs(other - day))
    if abs(nearest - day) <= _FAR:
        return []
    params = {"date": day.isoformat(), "nearest": nearest.isoformat()}
    return [facts.Warning("unlikely_date", params=params, at=minutes.meeting.at)]


def _item(item: facts.ItemFacts, matches: Matches, register: Register) -> list[facts.Warning]:
    found = []
    if item.number in register.taken:
        found.append(facts.Warning("number_taken", item.number, {"number": item.number}, at=item.at))
    subject = numbers.parse(item.case_number).subject if item.case_number else None
    if item.case_number and subject and register.subjects is not None and subject not in register.subjects:
        params = {"number": item.case_number, "subject": subject}
        found.append(facts.Warning("unknown_subject", item.number, params, quote=item.case_number, at=item.at))
    for reference in item.references:
        found += _reference(item, reference, matches, register)
    for earlier in item.earlier_treatments:
        found += _earlier(item, earlier, matches, register)
    for treatment in item.planned_treatments:
        found += _treatment(item, treatment, matches, register)
    return found


def _reference(item: facts.ItemFacts, reference: facts.ReferenceFacts, matches: Matches, register: Register) -> list[facts.Warning]:
    body_id = matches.body_id(reference.body) if reference.body else matches.body.id
    if body_id is None or reference.date is None or not register.items_known(body_id, reference.date):
        return []
    there = {known.number for known in register.items if known.body_id == body_id and known.date.year == reference.date.year}
    missing = [number for number in reference.item_numbers if number not in there]
    if not missing:
        return []
    params = {
        "numbers": ", ".join(map(str, missing)),
        "body": reference.body or matches.body.printed,
        "date": reference.date.isoformat(),
    }
    return [facts.Warning("missing_reference", item.number, params, quote=reference.quote, at=reference.at)]


def _earlier(item: facts.ItemFacts, earlier: facts.EarlierTreatment, matches: Matches, register: Register) -> list[facts.Warning]:
    body_id = matches.body_id(earlier.body)
    if body_id is None or earlier.date is None or earlier.item_number is None:
        return []
    there = [known for known in register.items if known.body_id == body_id and known.number == earlier.item_number]
    there = [known for known in there if known.date.year == earlier.date.year]
    if there and there[0].title and not like_titles(there[0].title, item.title):
        params: dict[str, str | int] = {"number": earlier.item_number, "title": item.title, "known": there[0].title}
        return [facts.Warning("other_title", item.number, params, at=earlier.at)]
    if there or not register.items_known(body_id, earlier.date):
        return []
    params = {"numbers": str(earlier.item_number), "body": earlier.body, "date": earlier.date.isoformat()}
    return [facts.Warning("missing_reference", item.number, params, at=earlier.at)]


def _treatment(item: facts.ItemFacts, treatment: facts.PlannedTreatmentFacts, matches: Matches, register: Register) -> list[facts.Warning]:
    """A day on which the body does not meet, where its calendar is known on both sides of the day."""
    day, body_id = treatment.due_start, matches.body_id(treatment.body)
    days = register.meeting_days.get(body_id, []) if body_id is not None else []
    if day is None or day != treatment.due_end or day in days or not days or not days[0] < day < days[-1]:
        return []
    nearest = min(days, key=lambda other: abs(other - day))
    params = {"body": treatment.body, "date": day.isoformat(), "nearest": nearest.isoformat()}
    return [facts.Warning("no_meeting_that_day", item.number, params, quote=treatment.quote, at=treatment.at)]
