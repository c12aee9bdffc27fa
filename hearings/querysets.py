"""Which hearings and parties a list picks: they are read by whoever may read the item that tells of them."""

from django.db import models

from cases.access import Viewer, readable_appearances, readable_decisions


class HearingQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """The hearings of items the viewer may read, decision included; a rejected reading is no hearing."""
        return self.filter(readable_appearances(viewer, "item__"), readable_decisions(viewer, "item__")).exclude(review="rejected")

    def whole(self):
        """With their parties."""
        return self.prefetch_related("parties")


class HearingPartyQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """The parties of the hearings the viewer may read."""
        readable = readable_appearances(viewer, "hearing__item__") & readable_decisions(viewer, "hearing__item__")
        return self.filter(readable).exclude(hearing__review="rejected")
