"""`make bench [FILE=minutes.pdf]`: every measurement in one run, on a database and a folder of its own that are gone afterwards."""

import os
import sys
import tempfile
from pathlib import Path


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="secretariat-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "secretariat.settings"}
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)

        from bench import importing

        sys.stdout.write(f"{importing.measure(*(Path(name) for name in arguments))}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
