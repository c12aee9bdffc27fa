"""The steps that somebody has taken last on the desk, in one go, as long as they can be taken back."""

from collections.abc import Collection
from dataclasses import dataclass

from cases.access import Actor
from followups.models import Step


@dataclass(frozen=True, slots=True)
class Batch:
    """Steps of one kind taken in one go."""

    steps: list[Step]

    @property
    def what(self) -> str:
        return self.steps[0].get_what_display()


def batch_of(keys: Collection[int], actor: Actor) -> Batch | None:
    """The steps of these keys, if the actor has taken them all and none has been taken back: one query, none without keys."""
    steps = list(Step.objects.done_by(actor).filter(pk__in=keys).order_by("pk")) if keys else []
    return Batch(steps) if steps and len(steps) == len({*keys}) else None
