"""Who is heard in a hearing: the list as a whole, without losing what is known of those who stay."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import F

from danish.folding import name_key
from hearings.models import Hearing, HearingParty
from hearings.services.accepting import lock, noted

_ASIDE = 20_000  # positions out of the way while rows trade places, so that no two share one in between


def set_parties(*, hearing: Hearing, names: Sequence[str], body_ids: Mapping[str, int | None]) -> None:
    """Make `names` the parties of `hearing`, in that order. `body_ids` says which body a name means, where the register knows it.

    A party whose name stays keeps its row, whatever its place in the list or its capitals, and with it its days and answers; who is not
    named any more is taken away, but one of whom anything is written down stays, after the others.
    """
    with transaction.atomic():
        lock(hearing=hearing)
        left = list(HearingParty.objects.filter(hearing=hearing).order_by("position"))
        new, changed = [], []
        for position, name in enumerate(names, start=1):
            row = next((row for row in left if name_key(row.name) == name_key(name)), None)
            if row is None:
                new.append(HearingParty(hearing=hearing, position=position, name=name, body_id=body_ids.get(name)))
                continue
            left.remove(row)
            wanted = {"position": position, "name": name, "body_id": row.body_id or body_ids.get(name)}
            if any(getattr(row, column) != value for column, value in wanted.items()):
                vars(row).update(wanted)
                changed.append(row)
        if left:
            rows = HearingParty.objects.filter(pk__in=[row.pk for row in left])
            stay_ids = set(rows.filter(noted()).values_list("pk", flat=True))
            rows.exclude(pk__in=stay_ids).delete()
            stay = [row for row in left if row.pk in stay_ids]
            for position, row in enumerate(stay, start=len(names) + 1):
                row.position = position
            changed += stay
        if changed:
            HearingParty.objects.filter(pk__in=[row.pk for row in changed]).update(position=F("position") + _ASIDE)
            HearingParty.objects.bulk_update(changed, ["position", "name", "body"])
        HearingParty.objects.bulk_create(new)
