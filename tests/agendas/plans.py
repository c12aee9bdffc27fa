"""Meetings made up for hypothesis: all that can stand in the way of each other, on few minutes."""

from hypothesis import strategies as st

from agendas.timeplan import ItemToPlan, Keep, MeetingToPlan, PlannedBreak

START = 16 * 60
GUESTS = ("Ida", "Bo", "Eva")
moments = st.integers(-2, 30).map(lambda five: START + 5 * five)
windows = st.tuples(moments, st.integers(1, 12)).map(lambda told: (told[0], told[0] + 5 * told[1]))


@st.composite
def meetings(draw, *, least: int = 0, most: int = 6, most_breaks: int = 2) -> MeetingToPlan:
    def item(place: int) -> ItemToPlan:
        return ItemToPlan(
            str(place),
            f"Punkt {place}",
            draw(st.sampled_from([None, 0, 5, 10, 10, 15, 20, 45])),
            draw(st.none() | st.none() | moments),
            tuple(draw(st.lists(st.sampled_from(GUESTS), max_size=2, unique=True))),
            draw(st.sampled_from([None] * 6 + list(Keep))),
        )

    breaks = st.builds(PlannedBreak, st.sampled_from([5, 10, 15]), st.none() | st.integers(0, 20).map(lambda five: 5 * five))
    return MeetingToPlan(
        START,
        START + draw(st.sampled_from([30, 60, 120, 180])),
        tuple(item(place) for place in range(draw(st.integers(least, most)))),
        tuple(draw(st.lists(breaks, max_size=most_breaks))),
        draw(st.dictionaries(st.sampled_from(GUESTS), st.lists(windows, max_size=2).map(tuple))),
    )
