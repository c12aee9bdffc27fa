"""The rule about the legal ground of a closed item, the same on the pages and in the API."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meetings.models import LegalGround


def amiss(*, closed: bool, ground: str, text: str, is_required: bool = False) -> dict[str, Promise]:
    """The faults by the field they are in; of an open item there are none. A draft may lack the ground, unless `is_required`."""
    if not closed:
        return {}
    if ground == LegalGround.OTHER and not text:
        return {"legal_ground_text": _("Write the ground.")}
    return {"legal_ground": _("Choose the ground on which the item is closed.")} if is_required and not ground else {}
