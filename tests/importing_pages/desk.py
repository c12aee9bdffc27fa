"""A secretary's desk: minutes to upload, readings that wait, and what a page says."""

import datetime as dt
import hashlib
import html
import json
import re

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings.models import Document
from minutes.models import Import
from minutes.services.import_headings import keep_heading
from minutes.wording import say
from reader import facts, format
from tests.factories import COPENHAGEN

NOW = dt.datetime(2025, 4, 1, 9, 0, tzinfo=COPENHAGEN)
PLACE = facts.TextPlace(1, 3, 3)

MINUTES = """REFERAT Udsatterådet d. 05-03-2025

Mødedato Onsdag d. 05. marts 2025 kl. 15:30

Mødested Mødelokale 2, Lindhøj Rådhus

Punkt 7: Varmestue ved havnen

27.15.00-A08-7-25

Beslutning

Godkendt. Agnete Bregnholt havde forfald.

Punkt 8: Rejsekort til frivillige

27.15.00-A08-8-25

Beslutning

Taget til efterretning.
"""


def upload(client, *files: SimpleUploadedFile, **extra):
    """Sends the files from the upload page; gives the page one lands on."""
    return client.post("/import/", {"files": list(files)}, follow=True, **extra)


def text_file(text: str = MINUTES, name: str = "referat.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), "text/plain")


def reviewed(minutes: facts.Minutes, *, by=None, text: str | None = None) -> Import:
    """An import that waits for review with `minutes` read, from a file that holds `text`."""
    reading = format.to_json(minutes, places=True, say=say)
    content = (text or json.dumps([reading, Import.objects.count()])).encode()
    sha256 = hashlib.sha256(content).hexdigest()
    document = Document.objects.create(
        file=ContentFile(content, name=sha256),
        name=minutes.source.name,
        sha256=sha256,
        size=len(content),
        format="txt",
        uploaded_by=by,
        uploaded_at=NOW,
    )
    import_ = Import.objects.create(document=document, state=Import.State.REVIEW, reading=reading)
    keep_heading(import_, minutes)
    return import_


def seen(response) -> str:
    """What the page says, without its markup: one line of words."""
    body = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", response.content.decode(), flags=re.S)
    return re.sub(r" ([,.:;)])", r"\1", " ".join(html.unescape(body).split()))


def shown_version(client, import_: Import) -> str:
    """The mark of what the review page showed, which its form sends along."""
    page = client.get(import_.get_absolute_url()).content.decode()
    return re.search(r'name="shown" value="(\w+)"', page)[1]


def shown_mark(page: str, item: str = "") -> str:
    """The mark of what the page showed, which its form sends along: that of the doubt about `item`, else of the only such form; empty without one."""
    found = re.search(
        (rf'name="punkt" value="{item}"><input[^>]*name="plads"[^>]*>' if item else "") + r'<input[^>]*name="vist" value="(\w+)"', page
    )
    return found[1] if found else ""


def answer_doubt(client, import_: Import, said: str, item: str, page: str = ""):
    """Presses a button beside the doubt about the item with the key `item`, on `page` or on the review page as it is now."""
    mark = shown_mark(page or client.get(import_.get_absolute_url()).content.decode(), item or "-")
    sent = {"svar": said, "punkt": item, "plads": item, "vist": mark}
    return client.post(f"{import_.get_absolute_url()}tvivl/", sent, follow=True)


def apply(client, import_: Import, **answers):
    """Presses the button of the review page, having allowed that what is new of a published meeting is public at once."""
    data = {"shown": shown_version(client, import_), "public": "on"} | answers
    data = {name: value for name, value in data.items() if value}
    return client.post(f"{import_.get_absolute_url()}godkend/", data, follow=True)
