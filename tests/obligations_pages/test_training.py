"""What secretaries answer to a "måske" is trained on with the project's own sentences."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from minutes.management.commands import train_proposals
from minutes.models import ProposalAnswer
from minutes.proposals import answered_examples, key_of
from reader.proposals.examples import Example
from reader.proposals.weights import read
from tests import factories as f

pytestmark = pytest.mark.django_db
OWN = [Example("Formanden sender brevet.", "decision", "untold", True), Example("Brevet er sendt.", "decision", "untold", False)]


def answer(said: str, quote: str, **item) -> ProposalAnswer:
    at = dt.datetime(2018, 6, 7, tzinfo=dt.UTC)
    item = f.AgendaItemFactory(**item)
    return ProposalAnswer.objects.create(item=item, key=key_of(quote), quote=quote, part="decision", score=0.4, said=said, at=at)


def test_what_was_taken_is_one_and_what_was_left_is_none():
    answer("taken", "Ruth samler underskrifter i 2031.")
    answer("left", "Udvalget roste indsatsen i 2012.")
    assert [(one.sentence, one.when, one.is_one) for one in answered_examples()] == [
        ("Ruth samler underskrifter i 2031.", "ahead", True),
        ("Udvalget roste indsatsen i 2012.", "behind", False),
    ]


def test_no_answer_about_a_closed_item_is_trained_on():
    answer("taken", "Ejendommen sælges.", closed=True)
    assert answered_examples() == []


def test_the_weights_are_written_where_one_says(monkeypatch, tmp_path, capsys):
    pytest.importorskip("sklearn", reason="scikit-learn, of requirements-dev.txt")
    monkeypatch.setattr(train_proposals, "of_tables", lambda: OWN * 2)
    monkeypatch.setattr(train_proposals, "of_documents", list)
    answer("taken", "Ruth samler underskrifter.")
    call_command("train_proposals", "--to", tmp_path / "weights.txt")
    assert read((tmp_path / "weights.txt").read_text(encoding="utf-8")).of
    assert "4 sætninger og 1 svar gav" in capsys.readouterr().out


def test_without_the_projects_sentences_or_scikit_learn_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(train_proposals, "of_documents", list)
    monkeypatch.setattr(train_proposals, "of_tables", list)
    with pytest.raises(CommandError, match="Projektets egne sætninger"):
        call_command("train_proposals", "--to", tmp_path / "weights.txt")
    monkeypatch.setattr(train_proposals, "of_tables", lambda: OWN)
    monkeypatch.setitem(__import__("sys").modules, "sklearn.linear_model", None)
    with pytest.raises(CommandError, match="scikit-learn"):
        call_command("train_proposals", "--to", tmp_path / "weights.txt")
    assert not (tmp_path / "weights.txt").exists()
