"""The head of an item, as a form and as a line of a document."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from meetings.forms.fields import lines, style_fields
from meetings.models import AgendaItem
from minutes.forms.reading_fields import longest

_WORD_BEFORE = r"(?:(?:dagsordens)?punkt|pkt|sag|ad|nr)?\.?\s*(?:nr\.?)?\s*"
_HEADING = re.compile(rf"^{_WORD_BEFORE}(?P<number>\d{{1,4}}\w?)\s*[:.)–-]?\s+(?P<title>\S.*)$", re.IGNORECASE)


class HeadForm(forms.Form):
    """The number, title and case number of an item."""

    number = forms.CharField(label=_("Number"), required=False, max_length=longest(AgendaItem, "label"))
    title = forms.CharField(label=_("Title"), max_length=longest(AgendaItem, "title"), widget=lines(2))
    case_number = forms.CharField(label=_("Case number"), required=False, max_length=longest(Case, "number"))

    def clean_number(self) -> str:
        return _bare(self.cleaned_data["number"])

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())


class SplitReadingForm(HeadForm):
    """The head of an item that is split off from another."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)


def heading_in(line: str) -> dict[str, str]:
    """The number and title in a line that heads an item: `Punkt 4: Klage` is number 4, title Klage. Any other line is a title."""
    found = _HEADING.match(line.strip())
    return found.groupdict() if found else {"number": "", "title": line.strip()}


def _bare(number: str) -> str:
    """The number without the word before it and the point after it."""
    return re.sub(rf"^{_WORD_BEFORE}(?=\d)", "", number.strip(), flags=re.IGNORECASE).strip(" .:")
