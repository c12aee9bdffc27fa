"""The text of an item: a field for each section, and one with a line for each recommendation."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.texts import HEADINGS, Texts, read_recommendations, texts_of
from meetings.forms.fields import lines
from meetings.models import AgendaItem, Section

LONGEST = 50_000
RECOMMENDATIONS, HEADING, TEXT = "recommendations", "new_heading", "new_text"


def is_read(item: AgendaItem) -> bool:
    """Tells whether the text was read from a document: then it is corrected with the meeting, beside that document. The parts are at hand."""
    return any(row.source_id for row in (*item.readable_sections, *item.readable_recommendations))


class TextFields:
    """Stands before `VersionedForm`. The fields are made from the item, whose sections and recommendations are at hand."""

    def __init__(self, *args, row: AgendaItem, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        self.headings: list[str] = []
        if is_read(row):
            return
        sections = [one for one in row.readable_sections if not one.is_decision]
        others = [one.heading for one in sections if one.heading not in HEADINGS]
        self.headings = [*HEADINGS, *dict.fromkeys(others)]
        self.fields[RECOMMENDATIONS] = _field(_("Recommendations"), rows=3, help_text=_("One a line: at …"))
        self.initial[RECOMMENDATIONS] = "\n".join(one.text for one in row.readable_recommendations)
        for place, heading in enumerate(self.headings):
            self.fields[_name(place)] = _field(heading or _("Without heading"))
            self.initial[_name(place)] = "\n\n".join(one.text for one in sections if one.heading == heading)
        self.fields[HEADING] = forms.CharField(
            label=_("Another heading"), required=False, max_length=Section._meta.get_field("heading").max_length
        )
        self.fields[TEXT] = _field(_("Text below it"))
        for name in self.text_names:
            self.fields[name].show_hidden_initial = self.fields["title"].show_hidden_initial

    @property
    def text_names(self) -> list[str]:
        sections = [_name(place) for place in range(len(self.headings))]
        return [RECOMMENDATIONS, *sections, HEADING, TEXT] if self.headings else []

    @property
    def has_text(self) -> bool:
        """Tells whether there is something in one of the fields."""
        return any(self.initial.get(name) for name in self.text_names)

    @property
    def text_fields(self) -> Sequence[forms.BoundField]:
        return [self[name] for name in self.text_names]

    def written_texts(self) -> Texts | None:
        """The text as the form has it; None where it was not touched."""
        if not {*self.text_names} & {*self.changed_data}:
            return None
        data = self.cleaned_data
        sections = [(heading, data[_name(place)]) for place, heading in enumerate(self.headings)]
        return texts_of([*sections, (data[HEADING], data[TEXT])], read_recommendations(data[RECOMMENDATIONS]))


def _name(place: int) -> str:
    return f"section{place}"


def _field(label, *, rows: int = 4, help_text="") -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=lines(rows), max_length=LONGEST, help_text=help_text, strip=True)
