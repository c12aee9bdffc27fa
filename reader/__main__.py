"""`python -m reader FILE…`: reads minutes and agendas, and prints their facts as JSON. Needs neither Django nor a database."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from reader import format
from reader.facts import Minutes
from reader.reading import Unreadable
from reader.sandbox import understand_apart
from reader.wording import say


def main(arguments: list[str] | None = None) -> int:
    """Prints one JSON array with an object for each file that could be read. Returns the exit status, 1 when a file could not be."""
    parser = ArgumentParser(
        prog="python -m reader",
        description="Read minutes and agendas of Danish councils (txt, docx, pdf) and print what they say as one JSON array: the meeting, "
        "its items with decisions, votes and attachments, and the hearings and promises in their text.",
        epilog="A file that cannot be read is named on standard error with the reason; the others are printed, and the exit status is 1.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file to read")
    files = parser.parse_args(arguments).files
    read = [_read(file) for file in files]
    print(json.dumps([format.to_json(minutes, say=say) for minutes in read if minutes], ensure_ascii=False, indent=1))  # noqa: T201
    return 0 if all(read) else 1


def _read(file: Path) -> Minutes | None:
    try:
        return _understood(file)
    except Unreadable as error:
        print(f"{file}: {say(error.code, error.params)}", file=sys.stderr)  # noqa: T201
    return None


def _understood(file: Path) -> Minutes:
    try:
        with file.open("rb") as opened:
            return understand_apart(opened, file.name).minutes
    except OSError as error:
        raise Unreadable("cannot_be_opened") from error


if __name__ == "__main__":
    sys.exit(main())
