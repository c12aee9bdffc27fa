"""A place as it is typed, with those used before as suggestions."""

from django import forms
from django.db.models import Max
from django.utils.html import format_html, format_html_join

from danish.folding import name_key
from danish.sorting import sort_key
from meetings.models import Body, Meeting

MOST = 100


def places_used() -> list[str]:
    """The places where meetings are held, sorted, the newest spelling of each: two queries."""
    of_meetings = Meeting.objects.exclude(place="").values("place").annotate(last=Max("date")).order_by("-last")[: MOST * 2]
    usual = Body.objects.exclude(usual_place="").order_by("pk").values_list("usual_place", flat=True)[:MOST]
    by_key: dict[str, str] = {}
    for place in (*(row["place"] for row in of_meetings), *usual):
        by_key.setdefault(name_key(place), " ".join(place.split()))
    return sorted(list(by_key.values())[:MOST], key=sort_key)


class PlaceInput(forms.TextInput):
    """A text field that suggests the places used before."""

    def render(self, name, value, attrs=None, renderer=None):
        list_id = f"{(attrs or {}).get('id', name)}-brugte"
        field = super().render(name, value, {**(attrs or {}), "list": list_id}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((place,) for place in places_used()))
        return format_html('{}<datalist id="{}">{}</datalist>', field, list_id, options)


class PlaceField(forms.CharField):
    """What is written loses the blanks around it and the doubled ones in it."""

    widget = PlaceInput

    def to_python(self, value) -> str:
        return " ".join(super().to_python(value).split())
