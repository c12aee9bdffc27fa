"""Any second version made of the first by moving, renumbering, retitling, unmarking or merging items opens no word that was closed."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.closed_text import doubts_against
from minutes.corrections import give_keys
from minutes.differences import accept, defaults, differences
from reader import facts, format
from tests.importing.documents import simple

TITLES = ("Rampe ved Havnegade", "Borde i Lunden", "Hegn ved åen", "Gensidig orientering", "Ny gangbro")
OPEN = "Forvaltningen fortæller om arbejdet i foråret og viser tegninger."
WORDS = ("xaverborg", "ydunhøj", "zakariasdal", "quintusby", "walborgsminde")


@st.composite
def firsts(draw) -> facts.Minutes:
    """Minutes with open and closed items; each closed one has words of its own, in its title and in sentences short and long."""
    count = draw(st.integers(2, 5))
    minutes = simple(*TITLES[:count], decision="Godkendt.", sections=[facts.SectionFacts("Resume", OPEN)])
    minutes.kind = draw(st.sampled_from(["agenda", "minutes"]))
    for place in draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=count - 1)):
        item, word = minutes.items[place], WORDS[place]
        told = [f"Sagen om {word}.", f"{word} har klaget over den måde arbejdet er udført på.", f"Der betales et beløb til {word}."]
        item.title, item.closed, item.decision = f"Klage fra {word} (lukket)", True, f"{word} godkendt."
        item.sections = [facts.SectionFacts("Resume", " ".join(told[: draw(st.integers(1, 3))]))]
        item.case_number = draw(st.sampled_from([None, f"29.01.00-K02-{place + 1}-25"]))
    for item in minutes.items:
        item.row = 100 + item.number
    return minutes


@st.composite
def seconds(draw, first: facts.Minutes) -> facts.Minutes:
    minutes = deepcopy(first)
    minutes.kind = "minutes"
    for item in minutes.items:
        item.row = None
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(minutes.items) - 1))
        item = minutes.items[place]
        match draw(st.sampled_from(["move", "renumber", "retitle", "unmark", "merge", "send"])):
            case "move":
                minutes.items.insert(draw(st.integers(0, len(minutes.items) - 1)), minutes.items.pop(place))
            case "renumber":
                item.number = draw(st.integers(1, 9))
            case "retitle":
                item.title = draw(st.sampled_from(["Sag om godtgørelse", "Orientering", "Eventuelt", *TITLES]))
                item.closed = False
            case "unmark":
                item.title, item.closed = item.title.replace(" (lukket)", ""), False
                item.case_number = draw(st.sampled_from([item.case_number, None]))
            case "merge" if len(minutes.items) > 1:
                above = minutes.items[place - 1]
                _give(item, above, draw(st.integers(0, 2)))
                minutes.items.pop(place)
            case "send" if len(minutes.items) > 1:
                _give(item, minutes.items[place - 1], draw(st.integers(0, 2)))
                item.sections, item.decision = [], None
    for number, item in enumerate(minutes.items, start=1):
        item.number = item.number if draw(st.booleans()) else number
        item.label, item.at, item.closed = (
            str(item.number),
            facts.TextPlace(1, number * 9, number * 9),
            item.closed and "lukket" in item.title,
        )
    give_keys(minutes)
    return minutes


def _give(item: facts.ItemFacts, to: facts.ItemFacts, how: int) -> None:
    """Put the item's texts into another: as they are, as part of its decision, or with its title."""
    if how == 0:
        to.sections = [*to.sections, *item.sections, facts.SectionFacts("Beslutning", item.decision or "")]
    elif how == 1:
        to.decision = " ".join([to.decision or "", *(one.text for one in item.sections), item.decision or ""]).strip()
    else:
        to.title = f"{to.title} og {item.title}".replace(" (lukket)", "")
        to.sections = [*to.sections, *item.sections]


def in_the_open(minutes: facts.Minutes) -> str:
    minutes = deepcopy(minutes)
    minutes.items = [item for item in minutes.items if not item.closed and not item.in_doubt]
    return str(format.to_json(minutes, places=False)).casefold()


def read(first: facts.Minutes, second: facts.Minutes) -> facts.Minutes:
    """The second version with its doubts, as they are put before it is compared (`minutes.services.closed_protection`)."""
    told = {id(warning.at): warning for warning in doubts_against(first, second) if warning}
    for item in second.items:
        if id(item.at) in told:
            item.closed = item.in_doubt = True
    return second


@given(st.data())
@settings(max_examples=300)
def test_no_closed_word_comes_into_the_open(data):
    first = data.draw(firsts())
    second = read(first, data.draw(seconds(first)))
    closed = [word for word in WORDS if word in str(first.items) and word not in in_the_open(first)]
    found = differences(first, second)
    for paths in (defaults(found), {one.path for one in found if not one.removes and not one.opens}):
        result = in_the_open(accept(first, second, paths))
        assert not [word for word in closed if word in result]
