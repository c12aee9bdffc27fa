"""Which follow-ups and planned treatments a list picks: they are read by whoever may read the item that made them."""

from django.db import models

from cases.access import Viewer, readable_appearances, readable_decisions


class ObligationQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """Those of items the viewer may read, decision included; a rejected reading is no obligation."""
        return self.filter(readable_appearances(viewer, "item__"), readable_decisions(viewer, "item__")).exclude(review="rejected")

    def whole(self):
        """With all that a page tells of them, which is in the row itself."""
        return self.all()
