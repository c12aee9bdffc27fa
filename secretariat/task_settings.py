"""The part of the settings that says how tasks are queued, bounded, repeated and scheduled. `settings.py` takes it in whole and adds the broker.

What must not be lost is a row. A message only says that there is one: a lost one costs the interval of the sweep that finds the row again, a
doubled one finds nothing left to do.
"""

from kombu import Queue

# A worker is told which queues it takes, so that no mail waits for a folder of documents to be read.
CELERY_TASK_QUEUES = [Queue(name, routing_key=name) for name in ("default", "mail", "reading")]
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_CREATE_MISSING_QUEUES = False
CELERY_TASK_ROUTES = {
    "accounts.tasks.send_*": {"queue": "mail"},
    "reminders.tasks.send_reminders": {"queue": "mail"},
    "minutes.tasks.read_import": {"queue": "reading"},
}

# A message is acknowledged when its task has ended, and goes back to the queue when the process that ran it was killed.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True

# In seconds: first the task is told to end, then its process is ended.
CELERY_TASK_SOFT_TIME_LIMIT = 120
CELERY_TASK_TIME_LIMIT = 150
# A request waits a few seconds for a broker that does not answer, and no longer: the row is swept.
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 2, "interval_start": 0.1, "interval_step": 0.2, "interval_max": 0.5}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Redis hands a message that is not acknowledged to another worker after so many seconds, so they are more than the longest task and its pause
# before it is tried again.
REDIS_OPTIONS = {"visibility_timeout": 3600, "socket_connect_timeout": 2, "socket_timeout": 5}

CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# Remembers nothing between starts: every task of the schedule asks the database what is due.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
SWEEP_EVERY = 30.0  # seconds, as are the others
# A change of a deadline is followed within this time; a reminder that has left earlier has looked at the deadline itself.
PLAN_EVERY = 60.0
_SCHEDULE = {
    "minutes.tasks.sweep_imports": SWEEP_EVERY,
    "accounts.tasks.clear_sessions": 3600.0,
    "meetings.tasks.sweep_unfinished_files": 3600.0,
    "reminders.tasks.plan_reminders": PLAN_EVERY,
    "reminders.tasks.send_reminders": SWEEP_EVERY,
}
# What a worker comes to too late is left undone. Only a worker removes it, so `minutes.tasks.sweep_imports` sends nothing while messages wait.
CELERY_BEAT_SCHEDULE = {task: {"task": task, "schedule": every, "options": {"expires": every}} for task, every in _SCHEDULE.items()}
