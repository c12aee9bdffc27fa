"""The weights that ship: small, readable, without anybody's name, and trained the same each time."""

import json

import pytest

from reader.proposals.examples import ROOT, Example, of_tables
from reader.proposals.features import features_of
from reader.proposals.weights import FILE, read, shipped, write

DOES = [Example(f"{who} {does} til {whom}.", "decision", "untold", True) for who in ("Formanden", "Sekretæren") for does in ("sender brevet", "ringer") for whom in ("kommunen", "regionen")]  # fmt: skip
DID = [Example(f"{who} har {did} {whom}.", "decision", "behind", False) for who in ("Formanden", "Sekretæren") for did in ("besøgt", "takket") for whom in ("kommunen", "regionen")]  # fmt: skip


def test_the_file_is_small_and_written_as_it_is_read():
    assert FILE.stat().st_size < 1_000_000
    text = FILE.read_text(encoding="utf-8")
    about = "\n".join(line[2:] for line in text.splitlines() if line.startswith("#"))
    assert write(read(text), about) == text


def test_names_and_numbers_are_weighed_for_what_they_are():
    found = features_of("Derefter ringer Gudrun Vestergaard til 4 af de 1275 brugere.", "decision", "untold")
    assert {"w navn", "w 0", "w 0000"} <= {*found.places}
    assert not any("gudrun" in name or "vestergaard" in name or "1275" in name for name in found.places)
    first = features_of("Gudrun Vestergaard ringer til brugerne.", "decision", "untold")
    assert not any("gudrun" in name.lower() for name in first.places)


def test_no_weight_knows_anybody_of_the_demo_council():
    people = json.loads((ROOT / "demo/people.json").read_text(encoding="utf-8"))["people"]
    names = {name.lower() for person in people for name in person["name"].split()}
    assert not {feature.partition(" ")[2] for feature in shipped().of if feature.startswith("w ")} & names


def test_a_word_that_spoke_for_it_is_told_and_small_words_are_not():
    found = features_of("Svaret vedlægges næste dagsorden til en af dem.", "decision", "untold")
    words = shipped().heaviest(found)
    assert "vedlægges" in words
    assert not {"til", "en", "af"} & {*words}


def test_training_tells_what_is_done_from_what_has_been_and_is_the_same_each_time():
    pytest.importorskip("sklearn", reason="scikit-learn, of requirements-dev.txt")
    from reader.proposals.train import train

    weights = train(DOES + DID)
    ones = [weights.score(features_of(one.sentence, one.part, one.when)) for one in DOES]
    others = [weights.score(features_of(one.sentence, one.part, one.when)) for one in DID]
    assert min(ones) > max(others)
    assert train(DOES + DID) == weights


def test_the_examples_tell_apart_what_a_row_says_is_one():
    of_row = {one.sentence: one.is_one for one in of_tables()}
    assert of_row["Karsten Vium fremskaffer tegningerne fra boligforeningen."]
    assert not of_row["Jytte var til møde i brugerrådet den 4. marts."]
