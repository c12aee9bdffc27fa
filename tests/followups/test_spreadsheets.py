"""Tables for a spreadsheet: read back as they were written, and without a formula."""

import csv
import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from followups.export.spreadsheets import csv_bytes, xlsx_bytes

HEADER = ["Sag", "Frist", "Udskudt", "Ansvarlig"]
ROWS = [
    ["Færdselssikkerhed på Ågade; 2. etape", date(2018, 9, 3), 2, "Øjvind Ærø"],
    ['Den "nye" ordning\ni to linjer', None, 0, ""],
]


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active


def an_xlsx(rows=ROWS, title="Opfølgninger", header=HEADER):
    return xlsx_bytes(header, rows, title=title, widths=[40, 12, 8, 20])


def test_csv_is_marked_as_utf_8_and_split_by_semicolons():
    data = csv_bytes(HEADER, ROWS)
    assert data.startswith(b"\xef\xbb\xbfSag;Frist;Udskudt;Ansvarlig\r\n")
    assert read_csv(data)[1:] == [
        ["Færdselssikkerhed på Ågade; 2. etape", "03-09-2018", "2", "Øjvind Ærø"],
        ['Den "nye" ordning\ni to linjer', "", "0", ""],
    ]


def test_excel_has_days_as_days_and_numbers_as_numbers():
    sheet = read_xlsx(an_xlsx())
    assert [cell.value for cell in sheet[1]] == HEADER
    assert [cell.value for cell in sheet[2]] == ["Færdselssikkerhed på Ågade; 2. etape", datetime(2018, 9, 3), 2, "Øjvind Ærø"]  # noqa: DTZ001
    assert sheet["B2"].number_format == "dd-mm-yyyy"
    assert sheet["A3"].value == 'Den "nye" ordning\ni to linjer'
    assert sheet["B3"].value is None


def test_excel_keeps_the_header_in_sight_and_filters_all_rows():
    sheet = read_xlsx(an_xlsx())
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["A"].width == 40


def test_excel_is_told_a_title_and_no_author():
    book = openpyxl.load_workbook(io.BytesIO(an_xlsx(title="Opfølgninger: [Ældre- og Handicaprådet] 2018/2019")))
    assert book.sheetnames == ["Opfølgninger Ældre- og Handicap"]
    assert book.properties.title == "Opfølgninger: [Ældre- og Handicaprådet] 2018/2019"
    assert not book.properties.creator


@pytest.mark.parametrize("text", ["=1+1", "+45 12 34", "-5 pct.", "@SUM(A1)", "\t=1", "\ttekst", " =1", "\n=1", "\x00=1", "=HYPERLINK(0)"])
def test_what_a_spreadsheet_would_compute_is_text(text):
    (cell,) = read_csv(csv_bytes(["a"], [[text]]))[1]
    assert cell.startswith("'")
    cell = read_xlsx(an_xlsx([[text]], header=["a"]))["A2"]
    assert cell.data_type == "s"
    assert cell.value.startswith("'")


def test_a_header_is_not_computed_either():
    assert read_csv(csv_bytes(["=1"], []))[0] == ["'=1"]
    assert read_xlsx(an_xlsx([], header=["=1"]))["A1"].value == "'=1"


@pytest.mark.parametrize("text", ["27.15.00-A08-1-19", "3-2", "a=b", "Æ", "'", ""])
def test_other_text_stays_as_it_is(text):
    assert read_csv(csv_bytes(["a", "b"], [[text, "x"]]))[1] == [text, "x"]
    assert (read_xlsx(an_xlsx([[text]], header=["a"]))["A2"].value or "") == text


@given(st.text())
def test_no_text_is_ever_a_formula_or_breaks_the_file(text):
    cell = read_xlsx(an_xlsx([[text]], header=["a"]))["A2"]
    assert cell.data_type != "f"
    (cell,) = read_csv(csv_bytes(["a"], [[f"x{text}"]]))[1]
    assert cell.startswith("x")


def test_ten_thousand_rows_come_one_by_one():
    held = []

    def rows():
        for number in range(10_000):
            held.append(number)
            yield [f"Sag {number}", date(2018, 9, 3), number, ""]

    sheet = read_xlsx(an_xlsx(rows()))
    assert sheet.max_row == 10_001
    assert sheet["C10001"].value == 9_999
    assert sheet.auto_filter.ref == "A1:D10001"
