"""The form that puts a deadline off tells the hearing's version once, so that it is saved however often the hearing has been changed before."""

import datetime as dt
import re

import pytest

from hearings.models import Hearing
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_the_deadline_of_a_hearing_that_was_changed_before_is_put_off_by_what_the_page_sends(client):
    hearing = f.HearingFactory(deadline=dt.date(2026, 12, 22))
    hearing.subject = "Ny bekendtgørelse om havne"
    hearing.save(update_fields=["subject"])
    client.force_login(f.SecretaryAssignmentFactory(body=hearing.body).user)
    address = f"{hearing.get_absolute_url()}frist/"
    fields = re.findall(r'name="version" value="(\d+)"', client.get(address).content.decode())
    assert fields == [str(hearing.version)]
    client.post(address, {"version": fields, "new": "30-12-2026", "reason": "Rådet holder først møde i januar."})
    assert Hearing.objects.get(pk=hearing.pk).deadline == dt.date(2026, 12, 30)
