"""What browsers and search engines ask for by themselves."""

import pytest


@pytest.mark.django_db
def test_search_engines_are_shown_the_open_pages_and_kept_from_the_rest(client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    refused = [line.removeprefix("Disallow: ") for line in answer.content.decode().splitlines() if line.startswith("Disallow")]
    assert refused == ["/admin/", "/api/", "/import/", "/konto/"]


@pytest.mark.django_db
def test_a_browser_that_asks_for_the_old_icon_gets_the_one_of_the_pages(client):
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/img/mark.svg")
    assert f'href="{answer["Location"]}"' in client.get("/").content.decode()
