"""A header or footer that says the pages are closed is not dropped with the other running lines."""

import io

import docx
import pytest

from demo.typeset import as_docx
from reader.parsing import parse
from reader.reading import read

ITEM = "Punkt {0}: Sag {0}\n\nSagsnr.: 20/80{0}\n\nBeslutning\n\nGodkendt.\n\n"
FRONT = "REFERAT Udsatterådet d. 09-03-2021\n\nMødested Rådhuset, lokale 4\n\n"


@pytest.mark.parametrize("line", ["LUKKET DAGSORDEN", "Fortroligt"])
@pytest.mark.parametrize("where", ["header", "footer"])
def test_in_word(where, line):
    document = docx.Document(io.BytesIO(as_docx(FRONT + ITEM.format(1))))
    getattr(document.sections[0], where).paragraphs[0].text = line
    made = io.BytesIO()
    document.save(made)
    minutes = parse(read(made.getvalue(), "referat.docx"))
    assert [item.closed for item in minutes.items] == [True]
    assert minutes.meeting.body == "Udsatterådet"


def test_in_text():
    pages = [f"LUKKET DAGSORDEN\n\n{'' if number > 1 else FRONT}{ITEM.format(number)}" for number in range(1, 5)]
    assert [item.closed for item in parse(read("\f".join(pages).encode(), "referat.txt")).items] == [True] * 4


def test_other_running_lines_still_are():
    pages = [f"Lindhøj Kommune\n\n{'' if number > 1 else FRONT}{ITEM.format(number)}" for number in range(1, 5)]
    items = parse(read("\f".join(pages).encode(), "referat.txt")).items
    assert [(item.closed, item.decision) for item in items] == [(False, "Godkendt.")] * 4


@pytest.mark.parametrize("foot", ["Sidenr. {}", "Sidenr {}", "Side {} af 4", "Lindhøj Kommune Side {}"])
def test_a_page_number_at_the_foot_is_no_text(foot):
    pages = [f"{'' if number > 1 else FRONT}{ITEM.format(number)}{foot.format(number)}" for number in range(1, 5)]
    minutes = parse(read("\f".join(pages).encode(), "referat.txt"))
    assert [item.decision for item in minutes.items] == ["Godkendt."] * 4
    assert minutes.leftovers == []
