"""When an item of a later meeting seems to answer what is waited for: better silent than wrong."""

import datetime as dt
from dataclasses import replace

import pytest

from followups.matching import AnswerCandidate, LikelyAnswer, Waiting, is_standing, likeliest, reasons_for

ASKED = dt.date(2025, 2, 5)
MATTER, CASE, BODY = 7, 8, 9
WAITING = Waiting(
    item=1,
    body=BODY,
    since=ASKED,
    first=dt.date(2025, 9, 1),
    last=dt.date(2025, 9, 30),
    has_deadline=False,
    awaits="report",
    matter=MATTER,
    case=CASE,
    title="Natcafé i vintermånederne",
    text="Rådet ønsker en status på antallet af overnattende i september 2025.",
)
ITEM = AnswerCandidate(item=2, body=BODY, date=dt.date(2025, 9, 17), matter=70, case=80, title="Valg af næstformand")
DAYLESS = {"first": None, "last": None}


def reasons(waiting: dict, item: dict) -> list[str]:
    return reasons_for(replace(WAITING, **waiting), replace(ITEM, **item))


@pytest.mark.parametrize(
    ("waiting", "item", "expected"),
    [
        # the same topic, in time
        ({}, {"matter": MATTER}, ["matter", "date"]),
        ({}, {"case": CASE}, ["case", "date"]),
        ({}, {"matter": MATTER, "case": CASE, "title": "Natcafé i vintermånederne"}, ["matter", "case", "title", "date"]),
        ({}, {"title": "Natcaféen i vintermånederne 2025"}, ["title", "date"]),
        ({}, {"title": "Status på antallet af overnattende"}, ["wording", "date"]),
        # long after, only what is the same topic and the same thing
        ({}, {"matter": MATTER, "date": dt.date(2026, 2, 4)}, []),
        ({}, {"matter": MATTER, "title": "Natcafé i vintermånederne", "date": dt.date(2026, 2, 4)}, ["matter", "title"]),
        ({"awaits": "case"}, {"matter": MATTER, "date": dt.date(2026, 2, 4)}, ["matter"]),
        ({"awaits": "other"}, {"matter": MATTER, "title": "Natcafé i vintermånederne", "date": dt.date(2026, 2, 4)}, []),
        ({}, {"title": "Natcafé i vintermånederne", "date": dt.date(2026, 2, 4)}, []),
        # before its time only a little, and called the same
        ({}, {"matter": MATTER, "title": "Natcafé i vintermånederne", "date": dt.date(2025, 8, 20)}, ["matter", "title"]),
        ({}, {"matter": MATTER, "date": dt.date(2025, 8, 20)}, []),
        ({}, {"matter": MATTER, "title": "Natcafé i vintermånederne", "date": dt.date(2025, 4, 9)}, []),
        ({"awaits": "case"}, {"matter": MATTER, "date": dt.date(2025, 4, 9)}, []),
        # a deadline is met at any time before it
        ({"has_deadline": True}, {"matter": MATTER, "date": dt.date(2025, 4, 9)}, ["matter", "date"]),
        # without days: soon, and the very thing
        (DAYLESS, {"matter": MATTER}, []),
        (DAYLESS, {"matter": MATTER, "title": "Status på natcafé i vintermånederne"}, ["matter", "title"]),
        (DAYLESS | {"awaits": "case"}, {"matter": MATTER}, ["matter"]),
        (DAYLESS | {"awaits": "case"}, {"case": CASE}, []),
        (DAYLESS | {"awaits": "case"}, {"case": CASE, "title": "Natcafé i vintermånederne"}, ["case", "title"]),
        # what is put off answers nothing but what was put off before
        ({}, {"matter": MATTER, "is_put_off": True}, []),
        ({"awaits": "case", "was_put_off": True}, {"matter": MATTER, "is_put_off": True}, ["matter", "date"]),
        (DAYLESS | {"awaits": "other"}, {"title": "Antallet af overnattende"}, ["wording"]),
        (DAYLESS | {"awaits": "other"}, {"title": "Antallet af overnattende", "date": dt.date(2026, 9, 1)}, []),
        # not at another body, not the same item, not before it was asked or last delivered, not the body's standing items
        ({}, {"matter": MATTER, "body": 10}, []),
        ({}, {"matter": MATTER, "item": 1}, []),
        ({}, {"matter": MATTER, "date": ASKED}, []),
        ({"since": dt.date(2025, 9, 17)}, {"matter": MATTER}, []),
        ({}, {"matter": MATTER, "title": "Gensidig orientering"}, []),
        ({"title": "Gensidig orientering"}, {"matter": MATTER}, []),
        ({"title": "Gensidig orientering"}, {"title": "Antallet af overnattende"}, ["wording", "date"]),
        # nothing in common, and nothing but the case under which a body files all its business
        ({}, {}, []),
        ({"case": None}, {"case": None}, []),
        ({"matter": None}, {"matter": None}, []),
    ],
)
def test_what_answers_what(waiting, item, expected):
    assert reasons(waiting, item) == expected


@pytest.mark.parametrize(
    ("text", "title", "answers"),
    [
        ("Rådet ønsker at spørge, hvor mange der blev sat ud af en almen bolig.", "Svar om udsættelser af almene boliger", True),
        ("Forvaltningen sender udvalget et notat.", "Notat om parkering", False),
        ("Rådet ønsker en status på socialtandplejen.", "Socialtandplejen", True),
        ("Udvalget spurgte til grunde til skæve boliger.", "Mulige grunde til skæve boliger", True),
        ("Udvalget spurgte til ventetiden i Borgerservice.", "Ventetid til stofmisbrugsbehandling", False),
        ("Fordeling af § 18-midler 2026", "Fordeling af § 18-midler til frivilligt socialt arbejde 2026", True),
        ("Tilsynsrapporter for sociale tilbud", "Resultater af tilsynet med sociale tilbud i 2025", True),
        ("Rådet ønsker en status i september.", "Status på handleplanen", False),
    ],
)
def test_a_title_that_is_like_what_was_asked_for(text, title, answers):
    assert bool(reasons({"title": "Gensidig orientering", "text": text}, {"title": title})) == answers


@pytest.mark.parametrize(
    ("text", "title", "answers"),
    [
        ("Rådet ønsker tal for værestederne.", "Værestedernes tal", True),
        ("Rådet ønsker mere om kommuneplanen.", "Kommuneplanen", True),
        ("Rådet ønsker mere om kommunens sager.", "Kommunernes sager", False),
        ("Rådet ønsker at høre om borgerrådgiveren.", "Borgerrådgiveren", True),
    ],
)
def test_a_word_that_only_begins_like_an_empty_one_tells(text, title, answers):
    days_open = DAYLESS | {"awaits": "other", "title": "Gensidig orientering", "text": text}
    assert bool(reasons(days_open, {"title": title})) == answers


@pytest.mark.parametrize(
    ("title", "standing"),
    [
        ("Godkendelse af dagsorden", True),
        ("Godkendelse af dagsordenen og tidsplanen", True),
        ("Godkendelse af ny dagsorden", True),
        ("Gensidig orientering", True),
        ("Sagsstyringsliste pr. 14. januar 2025", True),
        ("Meddelelser", True),
        ("Orientering fra medlemmerne", True),
        ("Eventuelt", True),
        ("Lukket", True),
        ("Godkendelse af regnskab", False),
        ("Orientering om socialtandplejen", False),
        ("Møder i 2027", False),
        ("Status på varmestuen", False),
    ],
)
def test_items_that_every_meeting_has(title, standing):
    assert is_standing(title) == standing


def found(item: int, day: int, *reasons: str) -> LikelyAnswer:
    return LikelyAnswer(item, dt.date(2025, 9, day), list(reasons))


@pytest.mark.parametrize(
    ("candidates", "before", "kept"),
    [
        ([found(1, 1, "matter", "date")], [], [1]),
        ([found(1, 1, "matter", "date"), found(2, 1, "wording", "date")], [], [1]),
        ([found(1, 1, "matter"), found(2, 1, "matter")], [], [1, 2]),
        ([found(1, 1, "matter", "date"), found(2, 9, "matter")], [], [1]),
        ([found(1, 1, "wording"), found(2, 9, "matter", "date")], [], [1, 2]),
        ([found(2, 9, "matter")], [found(1, 1, "matter")], []),
        ([found(2, 9, "matter", "title")], [found(1, 1, "matter")], [2]),
        ([found(1, 1, "matter")], [found(2, 9, "matter", "date")], [1]),
        ([], [found(2, 9, "matter", "date")], []),
    ],
)
def test_the_likeliest_of_each_meeting_is_kept_unless_an_earlier_one_is_as_likely(candidates, before, kept):
    assert [one.item for one in likeliest(candidates, before)] == kept
