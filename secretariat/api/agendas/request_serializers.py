"""The shapes in which changes of an agenda are sent. They hold the rules of its page, and say in Danish what is wrong.

Comments stand before them, since the schema tells the docstrings of serializers, and is Danish.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from agendas import grounds
from agendas.candidates import CandidateKind
from agendas.forms.fields import MOST_MINUTES, UNREADABLE
from agendas.forms.texts import LONGEST
from agendas.guests import MOST, GuestLine, UnreadableGuest, read_guests, write_guests
from agendas.selectors.cases import Named, case_named, case_numbered
from agendas.texts import texts_of
from cases.access import Actor
from meetings import models as m
from secretariat.api.serializers import LocalTime

LARGEST_KEY = 2**63 - 1
MOST_ROWS = 1000
KINDS = [(kind.value, kind.value) for kind in CandidateKind]
TITLE, HEADING = m.AgendaItem._meta.get_field("title").max_length, m.Section._meta.get_field("heading").max_length


class Key(serializers.IntegerField):
    """The id of a row."""

    def __init__(self, *, lowest: int = 1, **kwargs):
        super().__init__(min_value=lowest, max_value=LARGEST_KEY, **kwargs)


class SentMinutes(serializers.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(min_value=1, max_value=MOST_MINUTES, **kwargs)


# `case` without `matter` is in the matter that the case has, where it has just one. Gives both together.
class CaseFields(serializers.Serializer):
    case = Key(required=False, allow_null=True)
    matter = Key(required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if not {"case", "matter"} & attrs.keys():
            return attrs
        case, matter = attrs.get("case"), attrs.get("matter")
        named = _named(case, matter, self.context["actor"], has_matter="matter" in attrs)
        if named is None:
            raise serializers.ValidationError({"matter" if case is None else "case": _("There is none that you may read.")})
        return attrs | {"case": named[0], "matter": named[1]}


def _named(case: int | None, matter: int | None, actor: Actor, *, has_matter: bool) -> Named | None:
    if case is None and matter is None:
        return None, None
    named = case_named(f"{case or ''}-{matter or ''}", actor)
    return case_numbered(named[0].number, actor) if named and named[0] and not has_matter else named


# The `kind` and `key` that `candidates/` tells.
class CandidateKey(serializers.Serializer):
    kind = serializers.ChoiceField(choices=KINDS)
    key = serializers.CharField(max_length=200)


class CandidateAnswer(CandidateKey):
    left_out = serializers.BooleanField(help_text=_("Leave it out of this agenda, or let it want a place again."))


# An item by its title, by its case, or from a candidate: what waits for a place, or a standing item of the body.
class NewItem(CaseFields):
    title = serializers.CharField(required=False, max_length=TITLE)
    minutes = SentMinutes(required=False, allow_null=True)
    candidate = CandidateKey(required=False)

    may_lack_title = False

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        if "candidate" in attrs:
            return attrs
        title = attrs.get("title") or getattr(attrs.get("case"), "title", "")
        if not title and not self.may_lack_title:
            raise serializers.ValidationError({"title": _("Write what the item is called.")})
        return {"minutes": None, "case": None, "matter": None} | attrs | {"title": title[:TITLE]}


# An item that comes on after the agenda was sent; without one, what stands there without a number.
class Supplement(NewItem):
    closed = serializers.BooleanField(default=False)
    legal_ground = serializers.ChoiceField(choices=m.LegalGround.choices, allow_blank=True, default="")
    legal_ground_text = serializers.CharField(allow_blank=True, default="", max_length=500)
    reason = serializers.CharField(max_length=2000, help_text=_("Why it cannot wait for the next meeting."))

    may_lack_title = True

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        refuse_amiss(attrs, is_required=True)
        return super().validate(attrs)


class SentGuest(serializers.Serializer):
    name = serializers.CharField(max_length=200)
    mail = serializers.EmailField(required=False, allow_blank=True, default="")
    opens = LocalTime(required=False, allow_null=True, default=None)
    closes = LocalTime(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> GuestLine:
        """A guest is what the page can write as a line, and read again."""
        guest = GuestLine(**attrs)
        line = write_guests([guest])
        try:
            if read_guests(line) != [guest]:
                raise UnreadableGuest("not_understood", line)
        except UnreadableGuest as error:
            raise serializers.ValidationError(UNREADABLE[error.code] % {"line": line[:80]}) from error
        return guest


class SentSection(serializers.Serializer):
    heading = serializers.CharField(max_length=HEADING, allow_blank=True)
    text = serializers.CharField(max_length=LONGEST)


# The fields to change, and the version that the item had when it was read. What is not sent stays.
class ItemChange(CaseFields):
    version = serializers.IntegerField()
    title = serializers.CharField(max_length=TITLE)
    minutes = SentMinutes(allow_null=True)
    fixed_start = LocalTime(allow_null=True)
    keep = serializers.ChoiceField(choices=m.AgendaItem.Keep.choices, allow_blank=True)
    responsible = serializers.CharField(allow_blank=True, max_length=200)
    closed = serializers.BooleanField()
    legal_ground = serializers.ChoiceField(choices=m.LegalGround.choices, allow_blank=True)
    legal_ground_text = serializers.CharField(allow_blank=True, max_length=500)
    guests = SentGuest(many=True, max_length=MOST)
    sections = SentSection(many=True, max_length=100)
    recommendations = serializers.ListField(child=serializers.CharField(max_length=LONGEST), max_length=100)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name == "version"

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        of_ground = ("closed", "legal_ground", "legal_ground_text")
        if {*of_ground} & attrs.keys():
            item = self.context["item"]
            refuse_amiss({name: attrs.get(name, getattr(item, name)) for name in of_ground})
        if "sections" in attrs:
            attrs["sections"] = texts_of([(one["heading"], one["text"]) for one in attrs["sections"]], ()).sections
        if "recommendations" in attrs:
            attrs["recommendations"] = texts_of((), attrs["recommendations"]).recommendations
        return attrs


class Move(serializers.Serializer):
    version = serializers.IntegerField()
    after = Key(lowest=0, help_text=_("The item to stand after; 0: first."))


class Order(serializers.Serializer):
    before = serializers.ListField(child=Key(), max_length=MOST_ROWS, help_text=_("The items as they stood when they were read."))
    items = serializers.ListField(child=Key(), max_length=MOST_ROWS, help_text=_("The same items as they are to stand."))


class NewBreak(serializers.Serializer):
    minutes = SentMinutes()
    after = serializers.IntegerField(required=False, allow_null=True, default=None, min_value=0, max_value=MOST_MINUTES)


class Undo(serializers.Serializer):
    change = Key(help_text=_("The change that can be taken back."))


def refuse_amiss(values: dict[str, Any], *, is_required: bool = False) -> None:
    """Raises `ValidationError` where an item is closed without what its legal ground has to say."""
    told = {"closed": values["closed"], "ground": values["legal_ground"], "text": values["legal_ground_text"]}
    if faults := grounds.amiss(**told, is_required=is_required):
        raise serializers.ValidationError(faults)
