"""PDF pages that are hard to read: turned, stamped, scanned, with titles that wrap early or letters nobody can tell."""

import pytest

from reader.reading import read
from tests.reading.files import pdf, text
from tests.reading.test_pdf import LEFT, PARAGRAPH, blocks, column

VOTE = ["Godkendt, idet Liste Ø og de to løsgængere stemte imod sammen med Anders Frederik Møller", "Hansen (V) og Karen Lund (C)."]
PICTURE = "q 500 0 0 700 40 40 cm\nBI /W 1 /H 1 /CS /G /BPC 8 ID x EI\nQ\n"


def remarks(data: bytes) -> list[tuple[str, int]]:
    return [(remark.code, remark.params["page"]) for remark in read(data, "referat.pdf").remarks]


def headed(*lines: str, step: float = 20, size: float = 16) -> str:
    """A heading of these lines over a paragraph."""
    return text([(LEFT, 780 - n * step, line) for n, line in enumerate(lines)], font="F2", size=size) + column(PARAGRAPH, 660)


@pytest.mark.parametrize(
    ("turned", "matrix"), [(0, "1 0 0 1 0 0"), (90, "0 1 -1 0 595 0"), (180, "-1 0 0 -1 595 842"), (270, "0 -1 1 0 0 842")]
)
def test_a_page_shown_turned_is_read_as_it_is_shown(turned, matrix):
    high = 560 if turned in (90, 270) else 780
    page = f"q {matrix} cm\n{column(PARAGRAPH, high)}{column(['Godkendt.'], high - 80)}Q"
    assert [block.text for block in read(pdf(page, turned=turned), "x").blocks] == [" ".join(PARAGRAPH), "Godkendt."]


def test_the_edges_are_those_of_the_page_however_its_box_is_shifted():
    page = column(PARAGRAPH, 1500) + text([(LEFT, 1030, "- 1 -")])
    assert [block.text for block in read(pdf(page, box="0 1000 595 1842"), "x").blocks] == [" ".join(PARAGRAPH)]


def stamp(word: str) -> str:
    return f"BT /F2 90 Tf 0.7 0.7 -0.7 0.7 120 200 Tm ({word}) Tj ET\n"


def test_a_stamp_across_the_page_is_no_text_unless_it_speaks_of_something_closed():
    page = column([*PARAGRAPH, "Udsat."])
    assert [block.text for block in blocks(page + stamp("KOPI"))] == [block.text for block in blocks(page)]
    assert any("FORTROLIG" in block.text for block in blocks(page + stamp("FORTROLIG")))


def test_a_scanned_page_among_others_is_remarked_on():
    page = column(PARAGRAPH)
    assert remarks(pdf(page, PICTURE, page + PICTURE, "q Q")) == [("page_without_text", 2)]


def test_letters_that_the_file_does_not_tell_are_remarked_on():
    assert remarks(pdf(column(PARAGRAPH), column(["6DJ\x15\x13QU\x17RP\x1dYHM"]))) == [("letters_unknown", 2)]


def test_a_page_number_of_all_pages_goes_wherever_it_stands():
    def page(number: int) -> str:
        return column([f"Afsnit {number}"]) + text([(270, 150, f"Side {number} af 2")])

    assert [block.text for block in blocks(page(1), page(2))] == ["Afsnit 1", "Afsnit 2"]
    assert [block.text for block in blocks(page(2), page(1))] == ["Afsnit 2", "Side 2 af 2", "Afsnit 1", "Side 1 af 2"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Punkt 3: Renovering af", "svømmehallen og", "dens omklædning"),
        ("3. Renovering af svømmehallen ved Nørre Skole og", "Kildevangens omklædning"),
    ],
)
def test_a_title_is_whole_however_early_it_wraps(lines):
    assert blocks(headed(*lines))[0].text == " ".join(lines)


def test_titles_in_a_column_narrower_than_the_text_are_whole():
    titles = [("Punkt 1: Renovering", "Svømmehallen"), ("Punkt 2: Nyt tag på", "Kildevangen")]
    pages = [headed(*lines) for lines in titles]
    assert [block.text for block in blocks(*pages) if block.kind == "heading"] == [" ".join(lines) for lines in titles]


def test_a_heading_that_comes_again_is_no_rest_of_a_title():
    pages = [headed("Punkt 1: Renovering", "Beslutning"), headed("Punkt 2: Tag", "Beslutning")]
    found = [block.text for block in blocks(*pages) if block.kind == "heading"]
    assert found == ["Punkt 1: Renovering", "Beslutning", "Punkt 2: Tag", "Beslutning"]


def test_names_over_two_lines_of_a_short_document_stay_together():
    asked = column(["at gebyret sættes op,", "at huset males."], 700, step=19)
    voted = column(VOTE, 620)
    assert [block.text for block in blocks(asked + voted)][-1] == " ".join(VOTE)


def test_titles_set_wider_than_the_text_do_not_part_its_lines():
    titles = "".join(
        text([(LEFT, 780 - 180 * n - 18 * k, line) for k, line in enumerate(lines)], font="F2", size=14)
        for n, lines in enumerate([("1. Nyt tag på", "cafeen", "og herberget"), ("2. Nyt gulv i", "natcafeen")])
    )
    assert [block.text for block in blocks(titles + column(VOTE, 540))][-1] == " ".join(VOTE)


def test_the_next_line_of_a_title_is_its_own_though_a_letter_of_another_font_makes_it_taller():
    title = text([(LEFT, 780, "2. Aftale om huset, haven og skuret uden")], font="F2", size=13) + text(
        [(LEFT, 763, "årsmøde")], font="F2", size=14.5
    )
    rest = column(["Beslutning", "Godkendt."], 730, step=30)
    assert [block.text for block in blocks(title + rest)] == ["2. Aftale om huset, haven og skuret uden årsmøde", "Beslutning", "Godkendt."]


@pytest.mark.parametrize(
    ("lines", "step"),
    [
        (("Punkt 3: Svømmehal", "Beslutning"), 20),
        (("Punkt 3: Svømmehal", "Punkt 4: renovering"), 20),
        (("Tirsdag på rådhuset", "med efterfølgende spisning"), 20),
        (("Punkt 3: Svømmehal", "uden nummer"), 30),
    ],
)
def test_another_heading_is_not_taken_into_a_title(lines, step):
    assert [block.text for block in blocks(headed(*lines, step=step))[:2]] == list(lines)


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("B e s l u t n i n g", "Beslutning"),
        ("B i l a g  :", "Bilag:"),
        ("I N D S T I L L I N G", "INDSTILLING"),
        ("A B F O V", "A B F O V"),
        ("a b c", "a b c"),
        ("1 2 3 4 5 6", "1 2 3 4 5 6"),
    ],
)
def test_a_heading_spaced_out_by_the_letter_is_closed_up(printed, seen):
    assert [block.text for block in blocks(text([(LEFT, 700, printed)]))] == [seen]


HANGING = [
    ("1. godkendelse af dagsordenen", "til mødet."),
    ("1. godkendelse af referatet fra", "sidste møde."),
    ("1. Kursus i regnskab i maj. ", "Ditte deltager."),
]


def test_a_numbered_paragraph_whose_lines_hang_below_its_words_is_one():
    page = "".join(text([(LEFT, 700 - 28 * n, first), (LEFT + 12, 686 - 28 * n, second)]) for n, (first, second) in enumerate(HANGING[:2]))
    assert [(block.text, block.apart) for block in blocks(page)] == [(" ".join(lines), True) for lines in HANGING[:2]]


def test_a_new_line_that_is_only_indented_below_a_short_numbered_one_is_no_rest_of_it():
    page = text([(LEFT, 700, "1. Kursus"), (LEFT + 12, 686, "Ditte deltager.")]) + column(PARAGRAPH, 600)
    assert [block.text for block in blocks(page)][:2] == ["1. Kursus", "Ditte deltager."]


def test_lines_that_all_end_alike_tell_the_margin_of_a_short_document():
    words = [("Ditte", "synger", "Holger", "spiller"), ("Holger", "synger", "Ditte", "spiller"), ("Ditte", "spiller", "Holger", "synger")]
    lines = [f"{who} {does} for koret, og {other} {too}" for who, does, other, too in [*words, words[0]]]  # of the same letters, so as wide
    assert [block.text for block in blocks(column([*lines, "Ditte kommer."]))] == [" ".join([*lines, "Ditte kommer."])]
    assert len(blocks(column([*lines[:3], lines[0] + " kun", "Ditte kommer."]))) > 1


def test_a_bare_page_number_of_one_page_is_no_text_of_it():
    page = column(PARAGRAPH)
    assert [block.text for block in blocks(page + text([(290, 20, "1")]))] == [" ".join(PARAGRAPH)]
    assert [block.text for block in blocks(page + text([(290, 20, "2")]))] == [" ".join(PARAGRAPH), "2"]
    assert [block.text for block in blocks(page + text([(290, 200, "1")]))] == [" ".join(PARAGRAPH), "1"]
