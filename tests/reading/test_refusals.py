"""Files that cannot be read are refused with a reason, soon and in bounded memory."""

import hashlib
import io
import struct
import zipfile

import pytest

from reader.reading import Bounds, Unreadable, read
from tests.reading.files import PNG, W, docx, p, package, pdf, text

A_PAGE = text([(70, 700, "Punkt 1: Godkendelse af dagsorden")])
WHOLE_PDF = pdf(A_PAGE, A_PAGE)
WHOLE_DOCX = docx(p("Punkt 1: Godkendelse af dagsorden") * 300)


def lying_bomb() -> bytes:
    """A Word file of two hundred megabytes of text whose ZIP says it is a few bytes long."""
    honest = bytearray(package({"word/document.xml": b"<w:document>" + b" " * 200_000_000}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = honest.rfind(signature)
        honest[at + offset : at + offset + 4] = struct.pack("<I", 40)
    return bytes(honest)


def written(characters: int) -> str:
    """A text without repetition, as people write."""
    words = hashlib.shake_256(b"referat").hexdigest(characters // 2)
    return " ".join(words[at : at + 6] for at in range(0, len(words), 6))


def locked_docx() -> bytes:
    """A Word file whose entries are marked as encrypted."""
    data = bytearray(docx(p("Hemmeligt")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    return bytes(data)


def odt() -> bytes:
    """An OpenDocument package: its first entry tells what it is, and is not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office:document-content/>")
    return out.getvalue()


REFUSED = {
    "nothing": (b"", "empty"),
    "white space": (b"\xef\xbb\xbf \r\n\t\x00\n", "empty"),
    "a picture renamed": (PNG, "not_a_document"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "not_a_document"),
    "a Word file with a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 2, "encrypted"),
    "a Word file with locked parts": (locked_docx(), "encrypted"),
    "a ZIP of something else": (package({"readme.txt": "hej"}), "not_a_document"),
    "a web page": (b"\n<!DOCTYPE html>\n<html><body><p>Punkt 1: Velkomst</p></body></html>", "not_a_document"),
    "an OpenDocument text": (odt(), "not_a_document"),
    "a Rich Text file": (b"\xef\xbb\xbf\n{\\rtf1\\ansi Punkt 1: Velkomst\\par Godkendt.\\par}" * 9, "not_a_document"),
    "a saved e-mail": (
        b"From: ida@example.org\r\nTo: bo@example.org\r\nSubject: Referat\r\nContent-Type: multipart/mixed;\r\n boundary=x\r\n"
        b"MIME-Version: 1.0\r\n\r\n--x\r\nContent-Transfer-Encoding: base64\r\n\r\nUHVua3QgMTogVmVsa29tc3Q=\r\n",
        "not_a_document",
    ),
    "a PostScript file": (b"%!PS-Adobe-3.0\n(Punkt 1: Velkomst) show\n" * 9, "not_a_document"),
    "random bytes": (bytes((i * 7919) % 251 for i in range(4000)), "not_a_document"),
    "a PDF with a password": (pdf(A_PAGE, encrypt=True), "encrypted"),
    "a PDF of pictures": (pdf("0 0 100 100 re f", "q Q"), "no_text"),
    "half a PDF": (b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "damaged"),
    "half a Word file": (WHOLE_DOCX[: len(WHOLE_DOCX) // 2], "damaged"),
    "a Word file of broken XML": (package({"word/document.xml": "<w:document><w:body>"}), "damaged"),
    "a Word file of a thousand boxes in each other": (docx(p(*["<w:r>" * 2000 + "<w:t>Sag</w:t>" + "</w:r>" * 2000])), "too_deep"),
    "a Word file of styles in each other": (
        docx(p("Sag"), styles=f"<w:styles {W}>" + "<w:style>" * 999 + "</w:style>" * 999 + "</w:styles>"),
        "too_deep",
    ),
    "a Word file without a word": (docx(p("") * 4), "no_text"),
    "301 pages": (pdf(*["q Q"] * 301), "too_many_pages"),
    "more bytes than allowed": (b"a" * 25_000_001, "too_large"),
    "a Word file that unpacks to gigabytes": (package({"word/document.xml": b"<a>" + b" " * 101_000_000 + b"</a>"}), "unpacks_too_large"),
    "one of so much text": (docx(p("Punkt 1 ") + p("a" * 101_000_000)), "unpacks_too_large"),
    "a Word file of much text in next to nothing": (docx(p("Sagen er godkendt. " * 200_000)), "swells"),
    "a Word file of very much text": (docx(p(written(4_000_000))), "too_much_text"),
    "one whose sizes are false": (lying_bomb(), "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_reason(name):
    data, code = REFUSED[name]
    with pytest.raises(Unreadable) as refused:
        read(data, "referat.pdf")
    assert refused.value.code == code


def test_the_reason_holds_the_figures_a_message_needs():
    with pytest.raises(Unreadable) as refused:
        read(pdf(*["q Q"] * 12), "x", Bounds(pages=10))
    assert refused.value.params == {"pages": 12, "most": 10}


@pytest.mark.parametrize("data", [WHOLE_PDF, WHOLE_DOCX, b"Punkt 1: Godkendelse af dagsorden\n" * 300])
def test_too_much_text_and_too_much_time_stop_every_format(data):
    with pytest.raises(Unreadable) as refused:
        read(data, "x", Bounds(characters=20))
    assert refused.value.code == "too_much_text"
    ticking = iter(range(0, 100_000, 20))
    with pytest.raises(Unreadable) as refused:
        read(data, "x", Bounds(clock=lambda: next(ticking)))
    assert refused.value.code == "too_slow"


def test_a_bomb_is_stopped_while_it_unpacks():
    """Only as much is unpacked as the bound allows, whatever the parts hold."""
    bomb = package({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"})
    handed_out = 0
    whole_read = zipfile.ZipExtFile.read

    def counted(part: zipfile.ZipExtFile, size: int = -1) -> bytes:
        nonlocal handed_out
        chunk = whole_read(part, size)
        handed_out += len(chunk)
        return chunk

    zipfile.ZipExtFile.read = counted
    try:
        with pytest.raises(Unreadable):
            read(bomb, "x", Bounds(unpacked=1_000_000))
    finally:
        zipfile.ZipExtFile.read = whole_read
    assert handed_out < 1_200_000


DECLARED = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
DOCUMENT = "".join(["<w:document ", W, "><w:body>", p("Punkt 1: Varmestue"), "</w:body></w:document>"])
DOCUMENT_TYPES = {
    "in the document": {"word/document.xml": DECLARED},
    "after white space and comments": {"word/document.xml": "\n \t<!-- " + "x" * 200_000 + " -->\n<?word?>" + DECLARED},
    "after the declaration of XML": {"word/document.xml": '<?xml version="1.0"?>' + DECLARED},
    "in UTF-16 with a mark": {"word/document.xml": DECLARED.encode("utf-16")},
    "in UTF-16 without a mark": {"word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + DECLARED).encode("utf-16-le")},
    "in an old code page": {"word/document.xml": ('<?xml version="1.0" encoding="iso-8859-1"?>' + DECLARED).encode("latin-1")},
    "in the styles": {"word/document.xml": DOCUMENT, "word/styles.xml": DECLARED},
    "in the numbering": {"word/document.xml": DOCUMENT, "word/numbering.xml": DECLARED},
    "in a part that is not read": {"word/document.xml": DOCUMENT, "word/header1.xml": DECLARED},
    "in the relations": {"word/document.xml": DOCUMENT, "_rels/.rels": DECLARED},
    "in a part with a name in capitals": {"word/document.xml": DOCUMENT, "customXml/ITEM1.XML": DECLARED},
}


@pytest.mark.parametrize("name", DOCUMENT_TYPES)
def test_a_document_type_is_refused_in_every_part_and_encoding(name):
    with pytest.raises(Unreadable) as refused:
        read(package(DOCUMENT_TYPES[name]), "x.docx")
    assert refused.value.code == "document_type"


def test_a_text_about_document_types_is_read():
    (block,) = read(docx(p("Sagen om &lt;!DOCTYPE html&gt;")), "x.docx").blocks
    assert block.text == "Sagen om <!DOCTYPE html>"


def test_a_number_without_end_in_a_list_is_not_believed():
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{"9" * 4000}"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
    lists = f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    (block,) = read(docx(p("Varmestue", properties=numbered), numbering=lists), "x.docx").blocks
    assert block.text == "a) Varmestue"


def test_archives_within_the_file_and_names_that_lead_elsewhere_are_left_alone():
    inner = package({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"})
    parts = {"word/document.xml": DOCUMENT, "word/embeddings/inner.docx": inner, "../../../../etc/passwd": "x", "/etc/passwd.xml": "<x/>"}
    (block,) = read(package(parts), "x.docx", Bounds(unpacked=100_000)).blocks
    assert block.text == "Punkt 1: Varmestue"


@pytest.mark.parametrize("whole", [WHOLE_PDF, WHOLE_DOCX], ids=["pdf", "docx"])
def test_a_file_cut_anywhere_is_read_or_refused_but_never_fails_otherwise(whole):
    codes = set()
    for share in range(1, 20):
        try:
            read(whole[: len(whole) * share // 20], "x")
        except Unreadable as refused:
            codes.add(refused.code)
    assert codes <= {"damaged", "no_text", "empty", "not_a_document", "encrypted"}


def test_the_format_is_told_by_the_content_not_the_name():
    assert read(WHOLE_PDF, "referat.txt").format == "pdf"
    assert read(WHOLE_DOCX, "referat.pdf").format == "docx"
    assert read("Indkøb: mælk, rugbrød".encode("cp1252"), "referat.docx").format == "txt"


@pytest.mark.parametrize(("name", "kind"), [("a web page", "HTML"), ("an OpenDocument text", "ODT"), ("a saved e-mail", "EML")])
def test_a_file_of_another_kind_is_refused_by_its_name(name, kind):
    with pytest.raises(Unreadable) as refused:
        read(REFUSED[name][0], "referat.txt")
    assert refused.value.params == {"kind": kind}
