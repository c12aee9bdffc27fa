"""Every part is pinned with its hash, from no named place, and has its reason written down."""

import json
import re

import pytest

from .processes import ROOT

LOCKS = ["requirements", "requirements-dev"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def asked_for(name: str) -> set[str]:
    lines = [line for line in read(f"{name}.in").splitlines() if line and not line.startswith(("#", "-"))]
    return {re.match(r"[\w-]+", line)[0].lower() for line in lines}


@pytest.mark.parametrize("name", LOCKS)
def test_all_that_is_asked_for_is_pinned_with_its_hash(name):
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", read(f"{name}.txt"), flags=re.M))
    pinned = {entry.partition("==")[0].lower(): entry for entry in entries if "==" in entry}
    assert asked_for(name) <= pinned.keys()
    assert all("--hash=sha256:" in entry for entry in pinned.values())


@pytest.mark.parametrize("name", [*(f"{lock}.txt" for lock in LOCKS), "package-lock.json", ".npmrc"])
def test_locks_name_no_host(name):
    assert "://" not in read(name)
    assert "index-url" not in read(name)


def test_every_part_has_its_reason():
    package = json.loads(read("package.json"))
    reasons = read("docs/dependencies.md").lower()
    parts = set().union(*(asked_for(lock) for lock in LOCKS), package["dependencies"], package["devDependencies"])
    assert not [part for part in parts if not re.search(rf"\b{re.escape(part)}\b", reasons)]
