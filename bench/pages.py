"""`python -m bench.pages SMALL LARGE`: every page and API list asked of two registers in turn, by everybody who may ask for it.

The two are addresses of databases that `bench.register` has filled. Each line tells the middle and the 95th percentile at both sizes,
their ratio, and the queries and kilobytes at the larger one; what a reader may not have is left out.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from bench.pages_asked import PAGES, READERS


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each turn at both sizes, and the last answer at the larger."""

    few: list[float]
    many: list[float]
    last: dict

    @property
    def ratio(self) -> float:
        return statistics.median(self.many) / statistics.median(self.few)

    def __str__(self) -> str:
        few, many = (f"{statistics.median(times) * 1000:7.0f} {_late(times) * 1000:7.0f}" for times in (self.few, self.many))
        return f"{few} {many} {self.ratio:6.1f} {self.last['queries']:4} {self.last['bytes'] / 1000:6.0f}"


class AskedRegister:
    """A process that answers for one register."""

    def __init__(self, url: str):
        command, environment = [sys.executable, "-m", "bench.pages_server"], os.environ | {"DATABASE_URL": url, "LOG_LEVEL": "ERROR"}
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, **asked: object) -> dict:
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__.splitlines()[0])
    parser.add_argument("few", help="address of the database of the smaller register")
    parser.add_argument("many", help="of the larger one")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=float, default=20, help="seconds after which a query is stopped")
    parser.add_argument("--only", default="", help="pages whose name holds this")
    parser.add_argument("--readers", default=",".join(READERS))
    given = parser.parse_args(arguments)
    registers = AskedRegister(given.few), AskedRegister(given.many)
    sys.stdout.write(f"{'':55} {'ms, p95':>15} {'ms, p95':>15} {'ratio':>6} {'q':>4} {'kB':>6}\n")
    try:
        for name, times in measure(registers, given):
            sys.stdout.write(f"{name:55} {times}\n")
            sys.stdout.flush()
    finally:
        for register in registers:
            register.close()


def measure(registers: tuple[AskedRegister, AskedRegister], given: argparse.Namespace) -> Iterator[tuple[str, Times]]:
    for page in (page for page in PAGES if given.only in page):
        for reader in given.readers.split(","):
            asked = {"reader": reader, "page": page, "most": given.most}
            first = [register.ask(**asked) for register in registers]
            if first[0]["status"] not in (0, 200):
                continue
            # What takes long is asked once more at most.
            rounds = given.rounds if max(answer["seconds"] for answer in first) < 3 else 0
            turns = [[register.ask(**asked) for register in registers] for _ in range(rounds)] or [first]
            few, many = ([answer["seconds"] for answer in side] for side in zip(*turns, strict=True))
            yield f"{page}, {reader}", Times(few, many, turns[-1][1])


def _late(times: list[float]) -> float:
    """The 95th percentile: of few turns the last."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


if __name__ == "__main__":
    main(sys.argv[1:])
