"""Rows for tests: `from tests import factories as f`. Meetings and all they hold are in `register`, what is asked for and heard in `obligations`,
and the mails about it in `reminders`.
"""

from tests.factories.obligations import *  # noqa: F403
from tests.factories.register import *  # noqa: F403
from tests.factories.reminders import *  # noqa: F403
