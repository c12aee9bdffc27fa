"""One version, wherever it is told."""

import re
import tomllib

import pytest
import yaml

from danish.dates import find_date
from secretariat.version import VERSION

from .processes import ROOT


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def released() -> re.Match[str]:
    """The newest version of the changelog; above it stands only what is not released yet."""
    unreleased, newest = re.findall(r"^## .*$", read("CHANGELOG.md"), re.MULTILINE)[:2]
    assert unreleased == "## Unreleased"
    found = re.fullmatch(r"## (?P<number>\d+\.\d+\.\d+) – (?P<day>d\. .+)", newest)
    assert found
    return found


def test_the_project_the_catalogue_and_the_changelog_tell_the_same_version():
    catalogue = yaml.safe_load(read("publiccode.yaml"))
    assert {tomllib.loads(read("pyproject.toml"))["project"]["version"], catalogue["softwareVersion"], released()["number"]} == {VERSION}


def test_the_catalogue_tells_the_day_of_the_changelog():
    assert yaml.safe_load(read("publiccode.yaml"))["releaseDate"] == find_date(released()["day"]).isoformat()


@pytest.mark.django_db
def test_the_foot_of_a_page_tells_the_version(client):
    assert f"Version {VERSION}" in client.get("/").content.decode()
