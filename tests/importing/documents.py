"""Minutes as facts, for tests of what happens to them after they are read."""

import datetime as dt

from hypothesis import strategies as st

from reader import facts

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåABCÆØÅ ,.-0123456789", min_size=1, max_size=40).map(str.strip).filter(bool)
NAMES = st.sampled_from(["Agnete Bregnholt", "Birger Elmelund", "Dorthea Havbro", "Ejvind Ålund", "Havnelisten"])
BODIES = st.sampled_from(["Socialudvalget", "Økonomiudvalget", "Byrådet"])
DATES = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))
PLACES = st.builds(facts.TextPlace, st.integers(1, 9), st.integers(1, 40), st.integers(41, 60))
CASE_NUMBERS = st.sampled_from(["27.15.00-A08-1-25", "27.03.04-G01-7-24", "330-2018-3619"])


def listed(strategy, size: int = 3):
    return st.lists(strategy, max_size=size)


VOTES = st.builds(
    facts.VoteFacts,
    st.none() | st.integers(0, 31),
    st.none() | st.integers(0, 31),
    st.none() | st.integers(0, 5),
    listed(NAMES),
    listed(NAMES),
    st.sampled_from(["decision", "amendment", "Byrådet"]),
    at=PLACES,
)


@st.composite
def items(draw, number: int | None):
    closed = draw(st.booleans())
    return facts.ItemFacts(
        number=number,
        label=str(number) if number else "",
        title=draw(WORDS),
        case_number=draw(st.none() | CASE_NUMBERS),
        closed=closed,
        decision=draw(st.none() | WORDS),
        sections=draw(listed(st.builds(facts.SectionFacts, WORDS, WORDS, at=PLACES))),
        recommendations=draw(listed(st.builds(facts.RecommendationFacts, st.integers(1, 9), WORDS, at=PLACES))),
        recommended_to=draw(listed(BODIES)),
        outcomes=draw(
            listed(st.builds(facts.OutcomeFacts, st.none() | st.integers(1, 9), st.sampled_from(["approved", "noted"]), at=PLACES))
        ),
        attachments=draw(listed(st.builds(facts.AttachmentFacts, WORDS, at=PLACES))),
        guests=draw(listed(st.builds(facts.GuestFacts, NAMES, st.none() | WORDS, at=PLACES))),
        earlier_treatments=draw(
            listed(st.builds(facts.EarlierTreatment, BODIES, st.none() | DATES, st.none() | st.integers(1, 200), WORDS, at=PLACES))
        ),
        votes=draw(listed(VOTES)),
        absences=draw(listed(st.builds(facts.Absence, NAMES, st.sampled_from(["absent", "did_not_participate"]), at=PLACES))),
        substitutes=draw(listed(st.builds(facts.Substitute, NAMES, st.none() | NAMES, at=PLACES))),
        brought_to_council=draw(listed(st.builds(facts.BroughtToCouncil, NAMES, at=PLACES))),
        appointments=draw(listed(st.builds(facts.Appointment, NAMES, st.none() | WORDS, at=PLACES))),
        references=draw(
            listed(
                st.builds(
                    facts.ReferenceFacts, st.none() | BODIES, st.none() | DATES, st.lists(st.integers(1, 200), max_size=3), WORDS, at=PLACES
                )
            )
        ),
        at=draw(PLACES),
    )


@st.composite
def minutes(draw, body: str = "Udsatterådet"):
    """A document of one body, with items numbered upwards from somewhere."""
    first, count = draw(st.integers(1, 80)), draw(st.integers(0, 4))
    numbers = [first + n for n in range(count)]
    return facts.Minutes(
        source=facts.SourceFile("referat.txt", "0" * 64, "txt"),
        kind=draw(st.sampled_from(["minutes", "agenda"])),
        meeting=facts.MeetingFacts(
            body=body,
            date=draw(DATES),
            start=draw(st.none() | st.just(dt.time(15, 30))),
            place=draw(st.none() | WORDS),
            attendees=draw(listed(NAMES)),
            absent=draw(listed(st.builds(facts.Absence, NAMES, st.just("absent"), at=PLACES))),
            at=draw(PLACES),
        ),
        time_plan=[
            facts.TimePlanRowFacts(
                dt.time(16), dt.time(16, 15), draw(WORDS), draw(st.sampled_from([None, *numbers])), draw(listed(NAMES)), False, draw(PLACES)
            )
            for _ in range(draw(st.integers(0, 2)))
        ],
        items=[draw(items(number)) for number in numbers],
    )


def simple(*titles: str, number: int = 1, body: str = "Udsatterådet", day: dt.date = dt.date(2025, 3, 5), **changes) -> facts.Minutes:
    """Minutes of `day` with an item of each title, numbered from `number`; `changes` go to every item."""
    return facts.Minutes(
        source=facts.SourceFile("referat.txt", "0" * 64, "txt"),
        kind="minutes",
        meeting=facts.MeetingFacts(body=body, date=day, start=dt.time(15, 30), place="Mødelokale 2"),
        items=[
            facts.ItemFacts(
                number=number + place, label=str(number + place), title=title, at=facts.TextPlace(1, place + 2, place + 2), **changes
            )
            for place, title in enumerate(titles)
        ],
    )
