"""`manage.py train_proposals`: the weights of what is proposed trained anew, on the project's sentences and on the secretaries' answers."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from minutes.proposals import answered_examples
from reader.proposals.examples import of_documents, of_tables
from reader.proposals.train import ABOUT, train
from reader.proposals.weights import FILE, write


class Command(BaseCommand):
    help = "Train the weights of proposals on the project's own sentences and the answers given to proposals. Needs scikit-learn and a checkout."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, default=FILE, metavar="FILE", help="Write the weights here and not where they ship.")

    def handle(self, *args, to: Path, **options) -> None:
        own = [*of_tables(), *of_documents()]
        if not own:
            raise CommandError(_("The project's own sentences are not here. Train in a checkout of the project."))
        answered = answered_examples()
        try:
            weights = train([*own, *answered])
        except ImportError as error:
            raise CommandError(_("scikit-learn is needed: pip install -r requirements-dev.txt")) from error
        to.write_text(write(weights, ABOUT), encoding="utf-8")
        told = {"own": len(own), "answered": len(answered), "weights": len(weights.of), "file": to}
        self.stdout.write(_("%(own)d sentences and %(answered)d answers gave %(weights)d weights, written to %(file)s.") % told)
