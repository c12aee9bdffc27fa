"""Sessions that end when nobody has used them for a while."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends import db
from django.utils import timezone

RENEWED_AFTER = 0.1  # of the time; so a session is written now and then, and not at every request


class SessionStore(db.SessionStore):
    """Ends `SESSION_COOKIE_AGE` seconds after its last use, on the server; a tenth of that time may be missing."""

    def _get_session_from_db(self):
        row = super()._get_session_from_db()
        if row and row.expire_date - timezone.now() < timedelta(seconds=settings.SESSION_COOKIE_AGE) * (1 - RENEWED_AFTER):
            self.modified = True
        return row
