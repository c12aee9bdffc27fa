"""Files for the tests, made in code: small PDFs with text, rules and pictures at given places, and Word packages part by part."""

import io
import zipfile
from collections.abc import Iterable

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def pdf(*pages: str, encrypt: bool = False, box: str = "0 0 595 842", turned: int = 0) -> bytes:
    """A PDF of these content streams with the fonts F1 (Helvetica) and F2 (Helvetica-Bold), on A4 pages that are shown `turned`."""
    fonts = "/Font << /F1 3 0 R /F2 4 0 R >>"
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for n, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {turned} /Resources << {fonts} >> /Contents {6 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R"
    if encrypt:  # a standard security handler whose check sums no password meets
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>")
        trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def text(lines: Iterable[tuple[float, float, str]], *, font: str = "F1", size: float = 11) -> str:
    """Lines at (x, y) for a content stream."""
    escaped = ((x, y, line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")) for x, y, line in lines)
    return "".join(f"BT /{font} {size} Tf {x} {y} Td ({line}) Tj ET\n" for x, y, line in escaped)


def rules(xs: list[float], ys: list[float]) -> str:
    """The rules of a grid with these column and row edges."""
    upright = "".join(f"{x} {min(ys)} m {x} {max(ys)} l S\n" for x in xs)
    level = "".join(f"{min(xs)} {y} m {max(xs)} {y} l S\n" for y in ys)
    return "0.5 w\n" + upright + level


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this XML in its body; `styles` and `numbering` give those parts' XML."""
    return package(
        {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **{f"word/{k}.xml": v for k, v in parts.items()}}
    )


def package(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A Word paragraph; each run is text, or XML when it begins with "<"."""
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
