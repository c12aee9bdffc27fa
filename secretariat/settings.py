"""All settings, driven by the environment; docs/configuration.md explains every variable.

There are two set-ups and nothing in between. Without DATABASE_URL it is the embedded one: SQLite, tasks run in place, answers this
machine only. With it, it is production, which demands its secrets and is closed by default.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from .environment import Environment, kept_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

EMBEDDED = not env.text("DATABASE_URL")
DATA_DIR = env.folder("DATA_DIR", default=BASE_DIR / "var")
DEBUG = env.flag("DEBUG", default=False)

if EMBEDDED:
    for name in ("REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS"):
        if env.text(name):
            # A production set-up that lost its DATABASE_URL must not come up empty on SQLite.
            raise ImproperlyConfigured(
                f"{name} er sat, men DATABASE_URL mangler. Sæt begge til drift, eller ingen af dem. Se docs/configuration.md."
            )
    HTTPS = False
    SECRET_KEY = kept_secret_key(DATA_DIR / "secret_key")
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    REDIS_URL = ""
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "secretariat.sqlite3",
            "OPTIONS": {
                # The web server and the beat process write to one file: a transaction takes its lock when it begins and waits for
                # it, since one that reads first and writes later fails at once. No mmap_size: it loses data with several processes.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # SQLite's own 2 MB of cache is less than one page of a large register looks at; 32 MB holds it.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32768;",
            },
        }
    }
else:
    if DEBUG:
        raise ImproperlyConfigured("DEBUG må ikke være slået til i drift: fejlsiderne viser lukkede punkter og hemmeligheder.")
    HTTPS = env.flag("HTTPS", default=True)
    SECRET_KEY = env.required("SECRET_KEY", "den hemmelige nøgle, mindst 50 tilfældige tegn.")
    if len(SECRET_KEY) < 50:
        raise ImproperlyConfigured("SECRET_KEY er for kort: brug mindst 50 tilfældige tegn. Se docs/configuration.md.")
    env.required("ALLOWED_HOSTS", "de navne, tjenesten svarer på, f.eks. sekretariat.kommune.dk.")
    ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
    REDIS_URL = env.required("REDIS_URL", "adressen på køen, f.eks. redis://redis:6379/0.")
    if not REDIS_URL.startswith(("redis://", "rediss://")):
        raise ImproperlyConfigured("REDIS_URL skal begynde med redis:// eller rediss://. Se docs/configuration.md.")
    DATABASES = {"default": env.database("DATABASE_URL") | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
    DATABASES["default"]["OPTIONS"] = {"connect_timeout": 5} | DATABASES["default"].get("OPTIONS", {})

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "secretariat",
    "minutes",
    "followups",
    "hearings",
    "meetings",
    "cases",
    "accounts",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
]

MIDDLEWARE = [
    # Before everything that looks at the host's name: a health check asks the container itself.
    "secretariat.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "meetings.middleware.EdgeMiddleware",
]

ROOT_URLCONF = "secretariat.urls"
WSGI_APPLICATION = "secretariat.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# People

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Language and time

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk")]
# Each app has a catalogue of its own; this one also holds the strings of templates/.
LOCALE_PATHS = [BASE_DIR / "secretariat" / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
FORMAT_MODULE_PATH = ["secretariat.formats"]

# Pages are public or private by one rule per row, so the browser is told to trust nothing but the service itself.

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # The API documentation's style sheet has its icons written into it as data: addresses.
        "img-src": [SELF, "data:"],
        "base-uri": [NONE],
        "form-action": [SELF],
        # The original document opens in a frame beside what was read out of it.
        "frame-ancestors": [SELF],
    }
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
if HTTPS:
    # gunicorn speaks plain HTTP to the proxy that holds the certificate and must set this header itself; docs/operations.md.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# HSTS holds for this host alone, the municipality's other sites are not this service's to bind; and see frame-ancestors above.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "security.W019"]

# Files. Uploaded originals have no address of their own: a view hands them out under the rule of who sees what.

STATIC_URL = "/static/"
# The embedded set-up serves the files where they lie; production collects them first.
STATIC_ROOT = None if EMBEDDED else env.folder("STATIC_ROOT", default=DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static", ("dkfds", BASE_DIR / "node_modules" / "dkfds" / "dist")]
WHITENOISE_USE_FINDERS = EMBEDDED
MEDIA_ROOT = DATA_DIR / "originals"
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# As much as minutes.reading takes of one file; what is larger is refused before it is kept.
MINUTES_MAX_UPLOAD_BYTES = 25_000_000
# A folder of old minutes is uploaded in one go.
DATA_UPLOAD_MAX_NUMBER_FILES = 500
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EMBEDDED
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Tasks. What must not be lost is a row that the schedule's task finds again; a lost message costs one interval, a doubled one nothing.

CELERY_BROKER_URL = REDIS_URL or "memory://"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Redis hands an unacknowledged message to another worker after this many seconds, so it must be more than the longest task.
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600} if REDIS_URL else {}
CELERY_TASK_ALWAYS_EAGER = EMBEDDED
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_TIME_LIMIT = 600
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
# Remembers nothing between starts: every task of the schedule asks the database what is due.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
READ_WAITING_EVERY = 3.0
CELERY_BEAT_SCHEDULE = {
    "read waiting uploads": {
        "task": "minutes.tasks.read_waiting",
        "schedule": READ_WAITING_EVERY,
        # While no worker takes them, they do not pile up.
        "options": {"expires": READ_WAITING_EVERY},
    }
}

# API

REST_FRAMEWORK = {
    # JSON alone: the framework's own pages need inline scripts, and /api/docs/ is for people.
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    # Whoever is logged in on the pages is so here. No password travels with a call, so nothing is left to guess it by.
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Sekretariatet",
    "DESCRIPTION": "Sager, forløb, møder og punkter, som de ses af den, der spørger.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {
        "BodyKind": "meetings.models.Body.Kind",
        "MeetingKind": "meetings.models.Meeting.Kind",
        "PartKind": "meetings.models.Participation.Kind",
        "LinkKind": "cases.models.CaseLink.Kind",
        "FollowUpKind": "followups.models.FollowUp.Kind",
        "OccurrenceKind": "secretariat.api.promises.serializers.KINDS",
        "OccurrenceState": "secretariat.api.promises.serializers.STATES",
        "HearingSide": "hearings.models.Hearing.Side",
        "VoteSide": "meetings.models.VoteName.Side",
        "MeetingState": "meetings.models.Meeting.State",
        "PartyState": "hearings.models.HearingParty.State",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# What is reckoned by the calendar of meetings: called with the bodies whose meetings have changed, and asked what that did (`meetings.calendar`).

MEETINGS_CHANGED = ["hearings.services.follow_bodies", "followups.services.recount"]
MEETINGS_WATCHED = ["followups.watching.watch", "hearings.watching.watch"]

# What happens goes to the console, without query strings, addresses of readers or texts of documents.

LOG_LEVEL = env.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], default="INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # The schedule asks what is due every few seconds; only what goes wrong with that is worth a line.
        "celery.app.trace": {"level": "WARNING"},
        "celery.beat": {"level": "WARNING"},
        "celery.worker.strategy": {"level": "WARNING"},
    },
}
