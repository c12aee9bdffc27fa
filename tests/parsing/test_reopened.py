"""Doors that are opened again have been closed: what was treated before is in doubt where nothing else tells."""

import pytest

from reader.parsing.reopened import tells_of_reopening
from tests.parsing.formats import FORMATS, minutes_as
from tests.parsing.of_text import FRONT
from tests.parsing.test_marks import CASE, DECIDED, standing

LINES = [
    "Herefter fortsatte mødet for åbne døre.", "Mødet genåbnedes for offentligheden.", "Tilhørerne blev lukket ind igen.", "Dørene åbnedes igen.",
    "Offentligheden fik på ny adgang.", "Mødet blev igen offentligt.", "Publikum blev kaldt ind igen.", "Derefter åbnede dørene på ny.",
    "Mødet fortsatte herefter som åbent møde.", "Tilhørerne kom tilbage i salen.", "Formanden åbnede atter mødet for tilhørere.",
    "Pressen og tilhørerne vendte tilbage til mødet.", "Lydoptagelsen blev genoptaget.", "Dørlukningen ophørte kl. 17.10.", "Dørene åbnes.",
    "De resterende sager blev behandlet for åbne døre.", "Borgmesteren ophævede dørlukningen.", "Nu for åbne døre.",
    "Efter afstemningen gik tilhørerne ind igen.", "Mødet overgik igen til åben dagsorden.", "Der blev atter åbnet for tilhørere.",
    "Tilhørerne kunne herefter igen overvære mødet.", "Dørene gik atter op.", "Borgmesteren bød publikum velkommen tilbage.", "Mødet fortsatte i åbent regi.",
    "Den åbne dagsorden blev genoptaget.", "Publikum kunne nu komme ind.", "Kl. 18.40 var mødet igen åbent for alle.", "Den lukkede del af mødet sluttede kl. 19.", "Tilhørerne kom ind.", "Mødet gik derefter over til åben behandling.", "Efter punktet blev salen åbnet for publikum.", "Herefter var der atter adgang for alle.", "Den åbne del genoptages.",
    "Formanden lod herefter dørene åbne.", "Derefter fortsatte den offentlige del af mødet.", "Udvalget vendte tilbage til åbent møde.",
]  # fmt: skip
ABOUT_SOMETHING_ELSE = [
    "Svømmehallen åbner igen den 1. juni efter renoveringen.", "Dørene åbner igen af sig selv, når alarmen er slut.", "Museets døre blev åbnet igen efter branden.",
    "Mødet blev åbnet kl. 16, hvorefter formanden bød velkommen.", "Der holdes derefter et offentligt møde i forsamlingshuset.",
    "Mødet med borgerne fortsatte efter pausen, og der kom mange forslag.", "Pausen varede ti minutter, hvorefter mødet fortsatte.",
    "Borgerne har fået adgang til stranden igen.", "Pressen har igen omtalt værestedet, og publikum kom.", "Døren til kælderen blev åbnet igen.",
    "Transmissionen af fjernvarme sker gennem nye rør.", "Mødet blev herefter lukket for offentligheden.", "Optagelsen i dagtilbud starter igen til august.", "Publikum kan komme ind fra begge sider.",
    "Badesøen genåbnes til sommer.", "Dørene låses op igen kl. 7.", "Mødet er åbent for alle, og der er kaffe.",
]  # fmt: skip
AGAIN = "Dørene blev åbnet igen."
OPEN, DOUBT, CLOSED = "open", "in doubt", "closed"


def document(*items: tuple[str, str, str]) -> str:
    """Items of a title, a line below the case number, and a line after the decision."""
    parts = [
        f"Punkt {number}: {title}\n\n{CASE.format(number)}{begins and begins + chr(10) * 2}{DECIDED}{ends and ends + chr(10) * 2}"
        for number, (title, begins, ends) in enumerate(items, 1)
    ]
    return FRONT + "".join(parts)


@pytest.mark.parametrize("line", LINES)
def test_lines_that_tell_of_it(line):
    assert tells_of_reopening(line)


@pytest.mark.parametrize("line", ABOUT_SOMETHING_ELSE)
def test_lines_about_something_else(line):
    assert tells_of_reopening(line) is None


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("line", LINES)
def test_the_item_that_such_a_line_ends_is_in_doubt_and_what_comes_after_is_not(line, format):
    text = document(("Velkomst", "Åbent punkt", ""), ("Klage", "", line), ("Eventuelt", "", ""))
    assert standing(minutes_as(format, text)) == [OPEN, DOUBT, OPEN]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        # nothing tells when the doors were closed
        ([("Velkomst", "", ""), ("Klage", "", ""), ("Nabo", "", AGAIN), ("Eventuelt", "", "")], [DOUBT, DOUBT, DOUBT, OPEN]),
        # an item says that it is open
        ([("Velkomst", "", ""), ("Klage (åben)", "", ""), ("Nabo", "", AGAIN), ("Eventuelt", "", "")], [OPEN, OPEN, DOUBT, OPEN]),
        # one that is closed explains it
        ([("Velkomst", "", ""), ("Klage", "", ""), ("Nabo (lukket)", "", AGAIN), ("Eventuelt", "", "")], [OPEN, OPEN, CLOSED, OPEN]),
        ([("Velkomst", "", ""), ("Klage (lukket)", "", ""), ("Nabo", "", AGAIN), ("Eventuelt", "", "")], [OPEN, CLOSED, DOUBT, OPEN]),
        # the doors were told to be closed in between
        ([("Velkomst", "", ""), ("Klage", "", "Herefter blev dørene lukket."), ("Nabo", "", AGAIN), ("Eventuelt", "", "")], [OPEN, DOUBT, DOUBT, OPEN]),
        # they were opened before
        ([("Velkomst", "Åbent punkt", ""), ("Klage", "", AGAIN), ("Nabo", "", ""), ("Køb", "", AGAIN), ("Eventuelt", "", "")], [OPEN, DOUBT, DOUBT, DOUBT, OPEN]),
        # the next item begins with it
        ([("Velkomst", "Åbent punkt", ""), ("Klage", "", ""), ("Eventuelt", AGAIN, "")], [OPEN, DOUBT, OPEN]),
    ],
)  # fmt: skip
def test_which_items_may_have_been_treated_behind_closed_doors(items, expected):
    assert standing(minutes_as("txt", document(*items))) == expected


def test_a_line_after_the_last_item_is_about_it():
    text = document(("Velkomst", "Åbent punkt", ""), ("Klage", "", "")) + f"Mødet sluttede kl. 18.\n\n{AGAIN}\n"
    assert standing(minutes_as("txt", text)) == [OPEN, DOUBT]
