"""Visiting addresses and holding what comes back against what must not be seen."""

import io
import re
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote

import pypdfium2
from django.http import HttpResponseBase
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
    """The address asked for as a page and, where there are pages, as a part of one."""
    is_page = not address.startswith(("/api/", "/admin/"))
    return [_ask(client, "GET", address)] + ([_ask(client, "GET", address, HTMX)] if is_page else [])


def send(client: Client, address: str) -> Answer:
    """The address sent an empty form."""
    return _ask(client, "POST", address)


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
