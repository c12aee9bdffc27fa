"""Visiting addresses and holding what comes back against what must not be seen."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from unittest import mock
from urllib.parse import unquote

import pypdfium2
from django.http import HttpResponseBase
from django.http.request import HttpHeaders
from django.test import Client

HTMX = {"HX-Request": "true"}
_TOKEN = re.compile(r'(?:name="csrfmiddlewaretoken" value=|X-CSRFToken(?:"\]|&quot;|")(?: =|:) (?:&quot;|")?)"?\w{64}', re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What came back: `told` is everything a reader gets, headers included; the token against forgery is left out, since it changes."""

    how: str
    address: str
    status: int
    told: str

    def tells(self, words: list[str]) -> list[str]:
        """Those of `words` that it tells without having been asked by them."""
        asked = unquote(self.address).casefold()
        told = self.told.casefold()
        return [word for word in words if word.casefold() in told and word.casefold() not in asked]

    def __str__(self) -> str:
        return f"{self.how} {self.address}: {self.status}"


def visit(client: Client, address: str) -> list[Answer]:
    """The address asked for as a page and, where there are pages, as a part of one. What answers a page without a look at whether it is
    asked for a part would answer that by the very same steps, so its answer counts for both."""
    with _looks_for_htmx() as looks:
        page = _ask(client, "GET", address)
    if address.startswith(("/api/", "/admin/")):
        return [page]
    return [page, _ask(client, "GET", address, HTMX) if looks else replace(page, how="HTMX")]


@contextmanager
def _looks_for_htmx() -> Iterator[list[str]]:
    """The headers of htmx that somebody looks for meanwhile, whether they are there or not."""
    looks, look = [], HttpHeaders.__getitem__

    def watched(headers: HttpHeaders, name: str) -> str:
        if name.lower().startswith("hx"):
            looks.append(name)
        return look(headers, name)

    with mock.patch.object(HttpHeaders, "__getitem__", watched):
        yield looks


def send(client: Client, address: str) -> Answer:
    """The address sent an empty form."""
    return _ask(client, "POST", address)


def kept(answers: list[Answer]) -> list[str]:
    """Those that a browser or a proxy may keep."""
    return [str(answer) for answer in answers if "Cache-Control: no-store, private" not in answer.told]


def _ask(client: Client, method: str, address: str, headers: dict[str, str] | None = None) -> Answer:
    response = client.generic(method, address, headers=headers)
    return Answer("HTMX" if headers else method, address, response.status_code, _told(response))


def _told(response: HttpResponseBase) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(response.items()))
    return _TOKEN.sub("", unquote(headers) + "\n" + _unpacked(content))


def _unpacked(content: bytes) -> str:
    """The text of an answer; of a file that packs its text away, the text in it."""
    if content.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(content) as document:
            texts = [page.get_textpage().get_text_bounded() for page in document]
        return re.sub("[\x02\ufffe]\\s*", "", "\n".join(texts))  # a word that was split is put together again
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "\n".join(package.read(name).decode("utf-8", errors="replace") for name in sorted(package.namelist()))
    return content.decode("utf-8", errors="replace")
