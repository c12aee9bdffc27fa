"""Plain text: encodings, hidden characters, wrapped lines, pages."""

import pytest

from reader.reading import read


def texts(source: str | bytes) -> list[str]:
    data = source if isinstance(source, bytes) else source.encode()
    return [block.text for block in read(data, "referat.txt").blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
def test_danish_letters_in_every_encoding(encoding):
    text = "Ældrerådet drøftede åbningstider på plejehjemmet."
    data = text.encode(encoding)
    assert texts(b"\xff\xfe" + data if encoding == "utf-16-le" else data) == [text]


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("Møde\u00adlokale\u00a0C", "Mødelokale C"),
        ("Beslut\u200bning\ufeff:", "Beslutning:"),
        ("A\u030arsrapport", "Årsrapport"),
        ("Økonomi &amp; planlægning", "Økonomi & planlægning"),
        ("<p>Ingen <b>bemærkninger</b></p>", "Ingen bemærkninger"),
        ("Godkendt<br/>Udsat", "Godkendt Udsat"),
        ("Tal\x07 og\x0b tegn", "Tal og tegn"),
        ("Prisen er < 5 kr. & stiger", "Prisen er < 5 kr. & stiger"),
        ("ACT\ufffeteamet", "ACT-teamet"),
        ("29.15.00\u2011A00\u221216\u201024", "29.15.00-A00-16-24"),
        ("S A G E N S  G A N G:", "SAGENS GANG:"),
        ("Veri\ufb01kation af \ufb02otte ha\ufb00er", "Verifikation af flotte haffer"),
    ],
)
def test_what_the_eye_does_not_see_is_gone(raw, seen):
    assert texts(raw) == [seen]


def test_lines_list_items_and_rows_are_blocks_of_their_own_with_their_line():
    document = read("Beslutning\n\nRådet beder om:\n- tal for 2020\n• en plan\n\nÅr\tBorgere\n2020\t12\n".encode(), "x")
    assert [(block.kind, block.text, block.line) for block in document.blocks] == [
        ("paragraph", "Beslutning", 1), ("paragraph", "Rådet beder om:", 3), ("list_item", "tal for 2020", 4), ("list_item", "en plan", 5),
        ("table_row", "År\tBorgere", 7), ("table_row", "2020\t12", 8),
    ]  # fmt: skip
    assert document.blocks[-1].cells == ("2020", "12")


def test_a_tab_before_a_line_only_indents_it_unless_it_goes_on_with_a_row():
    document = read("\tIndstilling\n\n\tat planen følges\n\nÅr\tTilbud\n2020\tHerberg\n\tog værested\n".encode(), "x")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "Indstilling"),
        ("paragraph", "at planen følges"),
        ("table_row", "År\tTilbud"),
        ("table_row", "2020\tHerberg og værested"),
    ]


def test_a_numbered_paragraph_set_off_by_tabs_is_no_row_unless_one_stands_above():
    document = read("Indstilling\n\n\t1.\tat cafeen åbnes,\n\n\t-\tat den males.\n\nTid\tNr.\tEmne\n\t2.\tHerberg\n".encode(), "x")
    assert [(block.kind, block.text) for block in document.blocks] == [
        ("paragraph", "Indstilling"),
        ("paragraph", "1. at cafeen åbnes,"),
        ("list_item", "at den males."),
        ("table_row", "Tid\tNr.\tEmne"),
        ("table_row", "\t2.\tHerberg"),
    ]


def test_form_feeds_part_pages_and_running_lines_go():
    page = "Lindhøj Kommune\nReferat af møde\n{}\n\nSide {} af 3\n"
    document = read("\f".join(page.format(f"Afsnit {n}", n) for n in (1, 2, 3)).encode(), "x")
    assert document.pages == 3
    assert [(block.text, block.page, block.line) for block in document.blocks] == [
        ("Afsnit 1", 1, 3),
        ("Afsnit 2", 2, 3),
        ("Afsnit 3", 3, 3),
    ]


def test_a_text_wrapped_at_a_width_is_put_together():
    wrapped = (
        "Forvaltningen har siden foråret arbejdet med et forslag til nye\n"
        "åbningstider for værestedet ved havnen. Brugerne har ønsket, at der er\n"
        "åbent om søndagen, og at der fortsat er varm mad hver aften i vinter-\n"
        "halvåret.\n\n"
        "Økonomi\n\n"
        "Udgiften er 120.000 kr. om året, og den afholdes inden for rammen af de\n"
        "midler, som byrådet har sat af til området i budgettet for næste år.\n"
        "- løn til to medarbejdere\n"
        "- mad og drift\n"
    )
    assert texts(wrapped) == [
        "Forvaltningen har siden foråret arbejdet med et forslag til nye åbningstider for værestedet ved havnen. Brugerne har ønsket, "
        "at der er åbent om søndagen, og at der fortsat er varm mad hver aften i vinterhalvåret.",
        "Økonomi",
        "Udgiften er 120.000 kr. om året, og den afholdes inden for rammen af de midler, som byrådet har sat af til området i budgettet "
        "for næste år.",
        "løn til to medarbejdere",
        "mad og drift",
    ]


def test_a_row_cut_by_a_page_is_one_row():
    blocks = read("Tilbud\tStatus\nVærestedet\tåbent hele\n\n\tvinteren\nHerberget\tlukket\n".encode(), "x").blocks
    assert [block.cells for block in blocks] == [("Tilbud", "Status"), ("Værestedet", "åbent hele vinteren"), ("Herberget", "lukket")]


@pytest.mark.parametrize("line_end", ["\u2028", "\u2029", "\x85", "\r", "\r\n"])
def test_every_sign_that_ends_a_line_ends_it(line_end):
    assert texts(f"Udsat.{line_end}Per Holm deltog ikke.") == ["Udsat.", "Per Holm deltog ikke."]


@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
def test_letters_encoded_twice_are_read_as_they_were_meant(page):
    text = "Mødet på Åvej – én sag om ældre og Øer"
    assert texts("".join(sign.encode().decode(page) if not sign.isascii() else sign for sign in text)) == [text]


def test_a_text_that_only_speaks_of_broken_letters_stays():
    text = "Borgeren så Ã¦, Ã¸ og Ã¥ i stedet for bogstaverne æ, ø og å på kommunens hjemmeside"
    assert texts(text) == [text]


def test_headings_of_markdown_are_headings():
    found = read("## 2. Køb af grund ##\n### Beslutning\n# = lukket sag\n".encode(), "x").blocks
    assert [(block.kind, block.text) for block in found] == [
        ("heading", "2. Køb af grund"),
        ("heading", "Beslutning"),
        ("paragraph", "# = lukket sag"),
    ]
