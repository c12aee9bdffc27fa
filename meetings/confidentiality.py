"""Services on who may read an item: open, closed or in doubt, and which members are shut out of it. Each is written down as a step."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from meetings.disqualification import candidates, named_in
from meetings.locking import bodies_of, holding
from meetings.models import AccessStep, AgendaItem, Person

What = AccessStep.What


def closed_like(item: AgendaItem) -> dict[str, Any]:
    """The columns that a new item of the same case has, so that it is closed as `item` is; whoever is shut out of that one is set apart."""
    return {"closed": item.closed, "legal_ground": item.legal_ground, "legal_ground_text": item.legal_ground_text}


def set_closed(*, item: AgendaItem, closed: bool, by: User | None, now: datetime) -> bool:
    """Say that `item` is closed, or open: it is no longer in doubt. Returns whether that changed anything.

    An open item of a published meeting can be read by everybody at once. Of one that is closed the disqualified are shut out.
    """
    with holding(bodies_of(item)):
        changed = _turn(item, What.CLOSED if closed else What.OPENED, by, now, closed=closed, in_doubt=False)
        if closed:
            propose_shut_outs(items=[item], now=now)
    return changed


def answer_doubt(*, item: AgendaItem, closed: bool, by: User | None, now: datetime) -> bool:
    """Answer whether `item`, which is in doubt, is closed. Returns False, and changes nothing, when somebody has answered meanwhile."""
    with holding(bodies_of(item)):
        return AgendaItem.objects.filter(pk=item.pk, in_doubt=True).exists() and set_closed(item=item, closed=closed, by=by, now=now)


def doubt_again(*, item: AgendaItem, by: User | None, now: datetime) -> bool:
    """Take the answer to a doubt back: the item is in doubt again, and closed until somebody answers. Returns whether that changed anything."""
    if not item.doubts:
        return False
    with holding(bodies_of(item)):
        changed = _turn(item, What.DOUBTED, by, now, closed=True, in_doubt=True)
        propose_shut_outs(items=[item], now=now)
    return changed


def _turn(item: AgendaItem, what: What, by: User | None, now: datetime, *, closed: bool, in_doubt: bool) -> bool:
    # Only the one who finds the item otherwise changes it, so two at once make one step.
    otherwise = AgendaItem.objects.filter(pk=item.pk).exclude(closed=closed, in_doubt=in_doubt)
    changed = bool(otherwise.update(closed=closed, in_doubt=in_doubt))
    item.closed, item.in_doubt = closed, in_doubt
    if changed:
        AccessStep.objects.create(item=item, what=what, by=by, at=now)
    return changed


def shut_out(*, item: AgendaItem, person: Person, name: str = "", by: User | None, now: datetime) -> bool:
    """Keep `person` from reading `item` while it is closed. `name` is how the document names the person, where it does.

    Whoever was shut out because that name might have meant him or her is let in again. Returns whether that changed anything.
    """
    name = name or person.name
    with holding(bodies_of(item)):
        if item.shut_out.filter(pk=person.pk).exists() and _last_step(item, name, person):
            return False
        for guess in _guesses(item, name).exclude(pk=person.pk):
            item.shut_out.remove(guess)
            AccessStep.objects.create(item=item, what=What.LET_IN, person=guess, name=guess.name, by=by, at=now)
        item.shut_out.add(person)
        AccessStep.objects.create(item=item, what=What.SHUT_OUT, person=person, name=name, by=by, at=now)
    return True


def let_in(*, item: AgendaItem, person: Person, by: User | None, now: datetime) -> bool:
    """Let `person` read `item` as the body's other members do, though the document may name him or her as disqualified."""
    with holding(bodies_of(item)):
        if not item.shut_out.filter(pk=person.pk).exists():
            return False
        item.shut_out.remove(person)
        _write_let_in(item, person, by, now)
    return True


def say_no_member(*, item: AgendaItem, name: str, by: User | None, now: datetime) -> None:
    """Say that the disqualified `name` is none of the members who may read `item`: all who were shut out for that name are let in."""
    with holding(bodies_of(item)):
        for guess in _guesses(item, name):
            item.shut_out.remove(guess)
            AccessStep.objects.create(item=item, what=What.LET_IN, person=guess, name=guess.name, by=by, at=now)
        AccessStep.objects.create(item=item, what=What.LET_IN, name=name, by=by, at=now)


@transaction.atomic
def propose_shut_outs(*, items: Iterable[AgendaItem], by: User | None = None, now: datetime) -> None:
    """Shut the disqualified out of those of `items` that are closed, unless somebody has said otherwise. `by` was shown it, if anybody.

    Of a name that is no member's for certain, all are shut out whom it may mean, until somebody says who it is.
    """
    for named in named_in(items):
        if named.is_answered:
            continue
        people = [named.person] if named.is_certain else candidates(named)
        for person in people:
            if person.pk not in named.shut_out:
                named.item.shut_out.add(person)
                AccessStep.objects.create(
                    item=named.item, what=What.SHUT_OUT, person=person, name=named.name, is_guess=not named.is_certain, by=by, at=now
                )


@transaction.atomic
def write_down(*, item: AgendaItem, closed: bool, in_doubt: bool, shut_out: Iterable[Person], by: User | None, now: datetime) -> None:
    """Keep as steps what another form has changed of who may read `item` since it was `closed`, `in_doubt` and had those `shut_out`."""
    before, after = set(shut_out), set(item.shut_out.all())
    for person in after - before:
        AccessStep.objects.create(item=item, what=What.SHUT_OUT, person=person, name=person.name, by=by, at=now)
    for person in before - after:
        _write_let_in(item, person, by, now)
    if (item.closed, item.in_doubt) != (closed, in_doubt):
        what = What.DOUBTED if item.in_doubt else What.CLOSED if item.closed else What.OPENED
        AccessStep.objects.create(item=item, what=what, by=by, at=now)
    propose_shut_outs(items=[item], now=now)


def _write_let_in(item: AgendaItem, person: Person, by: User | None, now: datetime) -> None:
    """Write down that `person` is let in, under every name that meant him or her for certain, so that none shuts the person out anew."""
    names = AccessStep.objects.filter(item=item, person=person, what=What.SHUT_OUT, is_guess=False).values_list("name", flat=True)
    for name in {person.name, *names}:
        AccessStep.objects.create(item=item, what=What.LET_IN, person=person, name=name, by=by, at=now)


def _last_step(item: AgendaItem, name: str, person: Person) -> bool:
    """Tells whether the last step about `name` shut `person` out for certain."""
    last = AccessStep.objects.filter(item=item, name_key=_key(name)).first()
    return bool(last and last.what == What.SHUT_OUT and last.person_id == person.pk and not last.is_guess)


def _guesses(item: AgendaItem, name: str):
    guessed = AccessStep.objects.filter(item=item, name_key=_key(name), what=What.SHUT_OUT, is_guess=True)
    return Person.objects.filter(pk__in=item.shut_out.filter(pk__in=guessed.values("person")).values("pk")).order_by("pk")


def _key(name: str) -> str:
    return AccessStep(name=name).key_of_name
