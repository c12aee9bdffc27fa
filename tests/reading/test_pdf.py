"""PDF: paragraphs over lines and pages, headings, running lines, ruled and unruled tables, list marks."""

from reader.reading import TextBlock, read
from tests.reading.files import pdf, rules, text

LEFT, STEP = 70.0, 14.0


def column(lines: list[str], top: float = 700.0, *, x: float = LEFT, step: float = STEP) -> str:
    return text((x, top - n * step, line) for n, line in enumerate(lines))


def blocks(*pages: str) -> list[TextBlock]:
    return read(pdf(*pages), "referat.pdf").blocks


PARAGRAPH = [
    "Forvaltningen har i samarbejde med brugerne lavet et forslag til nye åbningstider, som kan",
    "træde i kraft efter sommerferien. Forslaget er sendt til udtalelse hos de pårørende, som har",
    "haft lejlighed til at komme med bemærkninger.",
]


def test_lines_become_paragraphs_and_white_space_parts_them():
    found = blocks(column(PARAGRAPH) + column(["Udgiften holdes inden for rammen."], 700 - 3 * STEP - 12))
    assert [(block.kind, block.text, block.line, block.end_line) for block in found] == [
        ("paragraph", " ".join(PARAGRAPH), 1, 3),
        ("paragraph", "Udgiften holdes inden for rammen.", 4, 4),
    ]


def test_larger_and_bolder_lines_are_headings_and_a_long_one_runs_on():
    title = ["Punkt 4: Nye åbningstider på værestedet ved havnen og en ", "undersøgelse af brugernes ønsker"]
    page = (
        text([(LEFT, 700, title[0]), (LEFT, 680, title[1])], font="F2", size=18)
        + text([(LEFT, 650, "Resumé")], font="F2")
        + column(PARAGRAPH, 630)
    )
    found = blocks(page)
    assert [(block.kind, block.level) for block in found] == [("heading", 1), ("heading", 9), ("paragraph", 0)]
    assert found[0].text == "Punkt 4: Nye åbningstider på værestedet ved havnen og en undersøgelse af brugernes ønsker"


def test_running_lines_go_and_a_paragraph_goes_on_over_the_page():
    def page(number: int, body: str) -> str:
        return text([(LEFT, 800, "Lindhøj Kommune"), (LEFT, 30, f"Side {number} af 3")], size=8) + body

    found = blocks(page(1, column(PARAGRAPH[:2], 120)), page(2, column(PARAGRAPH[2:], 760)), page(3, column(["Godkendt."], 760)))
    assert [(block.text, block.page) for block in found] == [(" ".join(PARAGRAPH), 1), ("Godkendt.", 3)]


def test_a_ruled_table_keeps_its_cells_though_they_break_over_lines():
    page = column(PARAGRAPH, 780) + rules([70, 150, 300], [650, 680, 710])
    page += text([(73, 698, "Fremskudt"), (73, 686, "rådgivning"), (153, 698, "åbent om aftenen")])
    page += text([(73, 668, "I alt"), (153, 668, "12 borgere")])
    rows = [block.cells for block in blocks(page) if block.kind == "table_row"]
    assert rows == [("Fremskudt rådgivning", "åbent om aftenen"), ("I alt", "12 borgere")]


def test_a_table_goes_on_over_the_page_without_its_repeated_head():
    def grid(top: float, rows: list[tuple[str, str]]) -> str:
        ys = [top - 20 * n for n in range(len(rows) + 1)]
        cells = [(x, ys[n] - 14, cell) for n, row in enumerate(rows) for x, cell in zip((73, 203), row, strict=True)]
        return rules([70, 200, 400], ys) + text(cells)

    head = ("Tilbud", "Pladser")
    found = blocks(
        column(PARAGRAPH, 300) + grid(150, [head, ("Herberget", "12")]), grid(780, [head, ("Værestedet", "40")]) + column(PARAGRAPH, 600)
    )
    assert [block.cells for block in found if block.kind == "table_row"] == [head, ("Herberget", "12"), ("Værestedet", "40")]


def test_wide_gaps_make_a_table_where_no_rule_is_drawn():
    page = column(PARAGRAPH, 780) + text(
        [(70, 600, "16.05 - 16.20"), (220, 600, "Status på ny støtte"), (220, 586, "til unge"), (430, 600, "Bo Dam")]
    )
    rows = [block.cells for block in blocks(page) if block.kind == "table_row"]
    assert rows[0][0] == "16.05 - 16.20"
    assert rows[0][1].startswith("Status på ny støtte")
    assert rows[0][2] == "Bo Dam"


def test_list_marks_are_known_drawn_or_printed():
    dots = "".join(f"80 {y} 3 3 re f\n" for y in (643, 615))
    drawn = dots + text(
        [
            (95, 640, "Borgere med et langt ønske, som fylder mere end den ene linje, der er plads til på siden"),
            (95, 626, "og lidt til"),
            (95, 612, "Pårørende"),
        ]
    )
    printed = text([(95, 560, "- Medarbejdere"), (95, 546, "- Frivillige")])
    found = [block for block in blocks(column(PARAGRAPH) + drawn + printed) if block.kind == "list_item"]
    assert [block.text for block in found] == [
        "Borgere med et langt ønske, som fylder mere end den ene linje, der er plads til på siden og lidt til", "Pårørende", "Medarbejdere", "Frivillige",
    ]  # fmt: skip


def test_hidden_text_direction_and_odd_pages_do_no_harm():
    assert [block.text for block in blocks("q Q", column(["Godkendt."]), "1 0 0 1 0 0 cm")] == ["Godkendt."]
