"""A reading that waits for review, without a document format in between."""

import datetime as dt
import hashlib
import json

import pytest
from django.core.files.base import ContentFile

from meetings.models import Document
from minutes.models import Import
from minutes.services.import_headings import keep_heading
from minutes.wording import say
from reader import facts, format
from tests.factories import COPENHAGEN

NOW = dt.datetime(2025, 4, 1, 9, 0, tzinfo=COPENHAGEN)


@pytest.fixture
def now() -> dt.datetime:
    return NOW


@pytest.fixture
def reviewed():
    """Makes an import that stands at review with the given facts read."""

    def make(minutes: facts.Minutes, *, by=None) -> Import:
        reading = format.to_json(minutes, places=True, say=say)
        content = json.dumps([reading, Import.objects.count()]).encode()
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

    return make
