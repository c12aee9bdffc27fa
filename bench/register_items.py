"""Cases, meetings, items and their parts of a made-up register, set by set."""

import datetime as dt

from bench.filling import fill, run
from bench.register import Size
from bench.vocabulary import PHRASE, RARE, count_of
from cases import models as cases
from meetings import models as meetings
from minutes.models import Import

WINDOW = 3  # rounds of meetings within which a case is treated three times
STANDING = "27.15.00-A08-1-19"
SEATS = 9
ITEM_OF = "FROM meetings_agendaitem i JOIN meetings_meeting m ON m.id = i.meeting_id"


def fill_cases(size: Size) -> None:
    """The standing case has key 1 and no matter of its own: its items are of fifty."""
    count = ((size.rounds + 1) // WINDOW + 1) * size.bodies * 10
    printed = "lpad((c % 400 / 20)::text, 2, '0') || '.' || lpad((c % 20)::text, 2, '0') || '.05'"
    short = f"lpad((2 + c * {size.years} / {count})::text, 2, '0')"
    number = f"{printed} || '-G01-' || c || '-' || {short}"
    sort_key = f"'0' || replace({printed}, '.', '') || 'g01' || lpad(c::text, 6, '0') || '20' || {short}"
    title = "kind.text || ' ' || word.text || ' ved ' || street.text || CASE WHEN c % 3 = 0 THEN ' ' || (2002 + c % 25) ELSE '' END"
    words = f"""FROM generate_series(2, {count + 1}) c
      JOIN word_kind kind ON kind.n = pg_temp.pick(c, 1, {count_of("kind")})
      JOIN word_compound word ON word.n = pg_temp.pick_first(c, 2, {count_of("compound")})
      JOIN word_street street ON street.n = pg_temp.pick(c, 3, {count_of("street")})"""
    cases.Case.objects.create(pk=1, number=STANDING)
    fill(cases.Case, words, id="c", number=number, key=f"lower({number})", sort_key=sort_key, subject_code=printed, facet_code="'G01'")
    fill(cases.Matter, words, id="c", title=title, search_text=f"lower({title})")
    fill(cases.CaseLink, f"FROM generate_series(40, {count}, 37) c", origin_id="c", target_id="c - 2", kind="'related'")


def fill_meetings(size: Size, today: dt.date) -> None:
    """Rounds of ordinary meetings through the years, those of the standing case in the last two, and those planned; keys in the order of time."""
    days = size.years * 365
    series = f"""
      SELECT b body, date '{today}' - {days} + (n * {days - 7}) / {size.rounds} + b % 5 AS day, 1 AS sitting, n % {WINDOW} AS turn, n / {WINDOW} AS within,
             false standing FROM generate_series(0, {size.rounds - 1}) n, generate_series(1, {size.bodies}) b
      UNION ALL SELECT n % 3 + 1, date '{today}' - 2 - n * 720 / {max(size.standing_meetings, 1)}, 2 + n % 2, 0, 0, true
        FROM generate_series(0, {size.standing_meetings - 1}) n
      UNION ALL SELECT b, date '{today}' + 3 + n * 30 + b % 20, 1, {size.rounds} % {WINDOW}, {size.rounds} / {WINDOW}, false
        FROM generate_series(0, {size.coming - 1}) n, generate_series(1, {size.bodies}) b"""
    run(f"CREATE TEMP TABLE calendar AS SELECT row_number() OVER (ORDER BY day, body, sitting) id, * FROM ({series}) AS one")
    run("CREATE UNIQUE INDEX ON calendar (id)")
    run("ANALYZE calendar")
    noon = "(day + interval '12 hours')::timestamptz"
    has_agenda = f"day < date '{today}' + 23"
    fill(
        meetings.Meeting, "FROM calendar", id="id", body_id="body", date="day", sequence="sitting", place="'Mødelokale 3'", start="time '15:00'",
        state=f"CASE WHEN day >= date '{today}' THEN 'planned' WHEN NOT standing AND id % 97 = 0 THEN 'cancelled' ELSE 'held' END",
        agenda_published_at=f"CASE WHEN {has_agenda} THEN {noon} END", minutes_published_at=f"CASE WHEN day < date '{today}' THEN {noon} END",
    )  # fmt: skip
    of_past = f"FROM calendar WHERE {has_agenda}"
    seat = "((body - 1) * 27 + ((extract(year FROM day)::int / 4) * 5 + s) % 27 + 1)"
    fill(
        meetings.Attendance, f"FROM calendar, generate_series(0, {SEATS - 1}) s JOIN meetings_person p ON true WHERE {has_agenda} AND p.id = {seat}",
        meeting_id="calendar.id", position="s + 1", name="p.name", person_id="p.id", absent="s = 8",
    )  # fmt: skip
    digest = "encode(sha256(calendar.id::text::bytea), 'hex')"
    fill(
        meetings.Document, of_past, id="id", file=f"'originals/' || {digest}", name="'referat.pdf'", sha256=digest, size="200000", format="'pdf'",
        pages="12", uploaded_at=noon, meeting_id="id",
    )  # fmt: skip
    review = "CASE WHEN id % 50 = 0 THEN 'review' ELSE 'applied' END"
    fill(Import, of_past, document_id="id", meeting_id="id", state=review, applied_at=f"CASE WHEN id % 50 > 0 THEN {noon} END")
    fill(meetings.PublicationStep, of_past, meeting_id="id", what="'agenda'", published="true", at=noon)


def fill_items(size: Size) -> None:
    """Twelve of each meeting that has an agenda; one in twenty is closed. The rare word is in ten titles, the phrase in five."""
    each = size.bodies * 10
    # Ten places of each meeting have a case each, which is treated in the two next rounds too, now and then by another body.
    place = "((calendar.body - 1) * 10 + p - 2)"
    strays = f"CASE WHEN calendar.turn > 0 AND pg_temp.pick(calendar.id * 12 + p, 4, 10) < 3 THEN pg_temp.pick(calendar.id * 12 + p, 5, {each}) ELSE 0 END"
    case = f"(2 + calendar.within * {each} + ({place} + {strays}) % {each})"
    run(
        f"""CREATE TEMP TABLE agenda AS SELECT calendar.id * 12 + p - 12 AS id, calendar.id meeting, p AS position, calendar.body, calendar.day,
        CASE WHEN p IN (1, 12) THEN NULL WHEN standing THEN 1 ELSE {case} END AS case_id,
        CASE WHEN p IN (1, 12) THEN NULL WHEN standing THEN 2 + pg_temp.pick(calendar.id * 12 + p, 6, 50) ELSE {case} END AS matter_id,
        m.state = 'held' AS is_held
        FROM calendar JOIN meetings_meeting m ON m.id = calendar.id, generate_series(1, 12) p WHERE m.agenda_published_at IS NOT NULL"""
    )
    run("ANALYZE agenda")
    title = "coalesce(matter.title, CASE WHEN position = 1 THEN 'Godkendelse af dagsorden' ELSE 'Eventuelt' END)"
    told = "CASE WHEN position > 1 AND paragraph.n IS NOT NULL THEN ' ' || paragraph.text || ' Sagen har nr. ' || agenda.id || ' i registret.' ELSE '' END"
    decision = f"CASE WHEN is_held THEN decided.text || {told} ELSE '' END"
    number = "row_number() OVER (PARTITION BY agenda.body, extract(year FROM day) ORDER BY agenda.id)"
    rows = f"""FROM agenda LEFT JOIN cases_matter matter ON matter.id = matter_id
      JOIN word_decided decided ON decided.n = pg_temp.pick(agenda.id, 7, {count_of("decided")})
      JOIN word_paragraph paragraph ON paragraph.n = pg_temp.pick(agenda.id, 8, {count_of("paragraph")})"""
    fill(
        meetings.AgendaItem, rows, id="agenda.id", meeting_id="meeting", body_id="body", year="extract(year FROM day)::int", date="day", position="position",
        number=number, label=f"({number})::text", title=title, case_id="case_id", matter_id="matter_id",
        closed="pg_temp.pick(agenda.id, 9, 20) = 0", decision=decision, search_text=f"lower({title})", search_decision=f"lower({decision})",
        source_id="meeting", source_page="1 + position / 2",
    )  # fmt: skip
    for word, most, salt in ((f", {RARE}", 10, 0), (f" {PHRASE}", 5, 1)):
        run(
            f"""UPDATE meetings_agendaitem SET title = title || '{word}', search_text = search_text || '{word}' WHERE id IN (
            SELECT min(id) + {salt} FROM (SELECT id, ntile({most}) OVER (ORDER BY id) part FROM meetings_agendaitem
            WHERE case_id > 1 AND NOT closed AND position < 9) AS one GROUP BY part)"""
        )


def fill_parts(size: Size) -> None:
    """Texts, recommendations, what was decided, who voted and took part, and what was quoted."""
    text = f"FROM meetings_agendaitem i JOIN word_paragraph w ON w.n = pg_temp.pick(i.id, 10, {count_of('paragraph')})"
    fill(meetings.Section, f"{text} WHERE i.position > 1", item_id="i.id", position="1", heading="'Sagsfremstilling'", text="w.text")
    decided = "FROM meetings_agendaitem i WHERE decision <> ''"
    fill(meetings.Section, decided, item_id="i.id", position="2", heading="'Beslutning'", text="decision", is_decision="true")
    some = "FROM meetings_agendaitem i WHERE position BETWEEN 2 AND 11"
    fill(meetings.Recommendation, some, item_id="id", position="1", number="1", text="title || ' godkendes.'")
    fill(
        meetings.Outcome,
        f"{some} AND decision <> ''",
        item_id="id",
        position="1",
        recommendation="1",
        outcome="CASE WHEN id % 2 = 0 THEN 'approved' ELSE 'noted' END",
    )
    fill(meetings.Attachment, some, item_id="id", position="1", title="'Bilag 1 til ' || left(title, 80)")
    body = f"(1 + pg_temp.pick(i.id, 11, {size.bodies}))"
    to = f"FROM meetings_agendaitem i JOIN meetings_body b ON b.id = {body} WHERE pg_temp.pick(i.id, 12, 5) = 0 AND position BETWEEN 2 AND 11"
    fill(meetings.RecommendedTo, to, item_id="i.id", position="1", name="b.name", body_id="b.id")
    before = """FROM meetings_agendaitem i JOIN LATERAL (SELECT e.* FROM agenda e WHERE e.case_id = i.case_id AND e.id < i.id ORDER BY e.id DESC LIMIT 1) e ON true
      JOIN meetings_agendaitem o ON o.id = e.id JOIN meetings_body b ON b.id = e.body WHERE i.case_id > 1 AND pg_temp.pick(i.id, 13, 3) = 0"""
    run("CREATE INDEX ON agenda (case_id, id)")
    fill(
        meetings.QuotedAppearance, before, item_id="i.id", position="1", body_name="b.name", body_id="b.id", date="e.day", item_number="o.number",
        decision="'Godkendt.'",
    )  # fmt: skip
    referring = f"{ITEM_OF} WHERE i.number > 5 AND pg_temp.pick(i.id, 14, 20) = 0"
    fill(
        meetings.Reference, referring, item_id="i.id", position="1", body_id="i.body_id", date="m.date",
        item_numbers="jsonb_build_array(i.number - 3)", quote="'Se punkt ' || (i.number - 3) || '.'",
    )  # fmt: skip
    fill(
        meetings.Vote,
        f"{decided} AND pg_temp.pick(i.id, 15, 20) = 0",
        id="i.id",
        item_id="i.id",
        position="1",
        votes_for="6",
        votes_against="3",
    )
    there = "FROM meetings_vote v JOIN meetings_agendaitem i ON i.id = v.item_id JOIN meetings_attendance a ON a.meeting_id = i.meeting_id"
    side = "CASE WHEN a.position <= 6 THEN 'for' ELSE 'against' END"
    fill(meetings.VoteName, there, vote_id="v.id", side=side, position="a.position", name="a.name", person_id="a.person_id")
    part = f"""FROM meetings_agendaitem i JOIN meetings_attendance a ON a.meeting_id = i.meeting_id AND a.position = 1 + pg_temp.pick(i.id, 16, {SEATS})
      WHERE i.decision <> '' AND pg_temp.pick(i.id, 17, 10) = 0"""
    fill(meetings.Participation, part, item_id="i.id", position="1", kind="'did_not_participate'", name="a.name", person_id="a.person_id")
    fill(
        meetings.TimePlanRow, "FROM meetings_agendaitem i WHERE meeting_id % 3 = 0", meeting_id="meeting_id", item_id="id", position="position",
        start="time '15:00' + position * interval '10 minutes'", title="left(title, 500)",
    )  # fmt: skip
