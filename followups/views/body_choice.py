"""The choice of the bodies that a list shows, read from the address: `?organ=raadet`, `?vis=mine` or `?vis=alle`."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from followups.selectors.bodies import Waits, bodies_that_wait, sum_of
from meetings.lookups import body_at
from meetings.models import Body


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice, with how much waits behind it; `query` is its address after the question mark."""

    label: str
    query: str
    waits: Waits
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class BodyChoice:
    """The choice: `bodies`, None being all of them, and `body` when it is one. `own`: the bodies the actor sits on or manages.

    `near` are the choices at hand, `others` the bodies one looks up.
    """

    bodies: list[Body] | None
    body: Body | None
    own: list[Body]
    near: list[Chip]
    others: list[Chip]

    @property
    def keys(self) -> list[int] | None:
        return None if self.bodies is None else [body.pk for body in self.bodies]


def choice_of(request: HttpRequest, own_keys: frozenset[int]) -> BodyChoice:
    """One query. What is not understood counts as not chosen: then it is one's own bodies, for whoever has any, else all."""
    known = bodies_that_wait(request.actor, today=request.today)
    own = [body for body in known if body.pk in own_keys]
    wanted = request.GET.get("organ", "")
    body = body_at(known, wanted)
    wants_own = body is None and bool(own) and request.GET.get("vis") != "alle"
    if wants_own and len(own) == 1:
        [body] = own
    is_mine = wants_own and body is None
    bodies = own if is_mine else [body] if body else None
    near = [Chip(_("My councils"), "vis=mine", sum_of(own), is_mine)] if len(own) > 1 else []
    near += [_chip(one, body) for one in own]
    near.append(Chip(_("All"), "vis=alle", sum_of(known), bodies is None))
    others = [_chip(one, body) for one in known if one not in own and (one.waits.open or one == body)]
    return BodyChoice(bodies, body, own, near, others)


def managed_choice(request: HttpRequest) -> BodyChoice:
    """The same among the bodies the actor manages alone: all of them, or the one in the address. One query."""
    actor = request.actor
    known = bodies_that_wait(actor, today=request.today)
    own = [body for body in known if body.pk in actor.managed_bodies or (actor.is_administrator and body.waits.open)]
    wanted = request.GET.get("organ", "")
    body = body_at(own, wanted)
    everybody = None if actor.is_administrator else own
    near = [Chip(_("All"), "", sum_of(own), body is None), *(_chip(one, body) for one in own)] if len(own) > 1 else []
    return BodyChoice([body] if body else everybody, body, own, near, [])


def _chip(body: Body, chosen: Body | None) -> Chip:
    return Chip(body.name, f"organ={body.slug}", body.waits, body == chosen)
