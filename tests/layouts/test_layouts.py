"""The importer reads minutes laid out as other municipalities lay them out (README.md tells of the layouts)."""

import json
import re
from collections import Counter

import pytest

from reader.format import to_json
from reader.parsing import parse
from reader.reading import read
from tests.layouts.known import KNOWN
from tests.layouts.shortcomings import HERE, files, imported, key_of, shortcomings

FILES = files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reads_what_a_careful_secretary_reads(path):
    """All but the shortcomings written down in known.py, and those are no fewer and no more."""
    wrong, known = shortcomings(imported(path), key_of(path)), KNOWN.get(f"{path.stem}.*", []) + KNOWN.get(path.name, [])
    worse = list((Counter(wrong) - Counter(known)).elements())
    better = list((Counter(known) - Counter(wrong)).elements())
    assert not worse, "\n".join(["", *worse])
    assert not better, "\n".join(["read right now, so take it out of known.py (python -m tests.layouts.shortcomings):", *better])


def test_no_shortcoming_is_kept_of_a_document_that_is_gone():
    assert KNOWN.keys() <= {path.name for path in FILES} | {f"{path.stem}.*" for path in FILES}


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".txt"], ids=lambda path: path.name)
def test_keeps_every_word_between_the_first_item_and_the_end(path):
    """What is not understood is kept as text; only a closed item may lose its content."""
    key = key_of(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    first = max(n for n, line in enumerate(lines) if key["items"][0]["title"] in line)
    kept = set(words(json.dumps(imported(path), ensure_ascii=False).replace("\\n", " ").replace("\\t", " ")))
    lost = [word for line in lines[first:] for word in words(line) if word not in kept and word not in LABELS]
    assert not lost, f"{len(lost)} words lost: {' '.join(lost[:40])}"


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".txt"], ids=lambda path: path.name)
def test_reads_the_same_from_an_old_encoding_and_line_ends(path):
    text = path.read_text(encoding="utf-8")
    old = to_json(parse(read(text.replace("\n", "\r\n").encode("cp1252"), path.name)))
    new = to_json(parse(read(text.encode("utf-8"), path.name)))
    assert old["items"] == new["items"]
    assert old["meeting"] == new["meeting"]


def words(text: str) -> list[str]:
    return re.findall(r"[0-9a-zæøåé]{3,}", text.lower())


# Labels whose values are kept as facts, and what stands on a closed item.
LABELS = set(
    words(
        "sag sags sager sagnr sagsnr journalnr punktet behandledes døre punkt pkt nr bilag lukket lukkede dagsorden tillægsdagsorden mødet hævet slut sluttede åben åbent dok tilbage toppen"
    )
)


def test_every_document_has_a_key_and_a_text():
    stems = {path.stem for path in FILES}
    assert stems == {path.name.removesuffix(".expected.json") for path in HERE.glob("*.expected.json")}
    assert stems == {path.stem for path in FILES if path.suffix == ".txt"}
