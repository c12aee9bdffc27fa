"""All settings, driven by the environment; docs/configuration.md explains every variable.

There are two set-ups and nothing in between. Without DATABASE_URL it is the embedded one: SQLite, messages in a folder, answers this
machine only. With it, it is production, which demands its secrets and is closed by default.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from .environment import Environment, kept_secret_key
from .login_settings import *  # noqa: F403
from .task_settings import *  # noqa: F403
from .version import VERSION  # noqa: F401  (the foot of the pages tells it)

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
                # The web server and the worker write to one file: a transaction takes its lock when it begins and waits for
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
    # PostgreSQL compiles what it takes for a dear query, each time anew (JIT): seconds for pages whose few rows are found in milliseconds.
    DATABASES["default"]["OPTIONS"] = {"connect_timeout": 5, "options": "-c jit=off"} | DATABASES["default"].get("OPTIONS", {})

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "secretariat",
    "papers",
    "minutes",
    "agendas",
    "followups",
    "hearings",
    "reminders",
    "meetings",
    "cases",
    "accounts",
    "concurrency",
    "secretariat.apps.RegisterAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
]

MIDDLEWARE = [
    # What every answer says, whoever below gives it.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "secretariat.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Before everything that looks at the host's name: a health check asks the container itself.
    "secretariat.health.HealthMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Around whatever may answer with more than a static file, refusals included.
    "secretariat.middleware.NoStoreMiddleware",
    "secretariat.validation.ValidationMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.login_first.LoginFirstMiddleware",
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
            ],
            "builtins": ["accounts.templatetags.design"],
        },
    }
]

# People

AUTH_USER_MODEL = "accounts.User"
# Whose word is taken for the address a request came from: that of the last so many proxies in X-Forwarded-For, of nobody else.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", default=1 if HTTPS else 0)

# A session ends when nobody has used it for so long.
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 60 * env.number("SESSION_IDLE_MINUTES", default=120, least=1)

# Mail. Without a mail server the embedded set-up puts each into a file; production sends none, and says so where one is wanted.
if EMBEDDED and not env.text("EMAIL_URL"):
    EMAIL_BACKEND, EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", DATA_DIR / "mail"
else:
    vars().update(env.mail("EMAIL_URL"))
    EMAIL_TIMEOUT = 20
SENDS_MAIL = EMBEDDED or bool(env.text("EMAIL_URL"))
# Where links in mails lead. A mail is written by a worker, which no request tells the address.
SITE_URL = env.address("SITE_URL", default=f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0].lstrip('.')}{':8000' if EMBEDDED else ''}")
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", f"Sekretariatet <ingen-svar@{ALLOWED_HOSTS[0].lstrip('.')}>")

# What a page says once may name a case or a file, so it waits in the session and never in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

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
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^metrics$"]  # they are asked for in the clear, from within
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
# As much as reader.reading takes of one file; what is larger is refused before it is kept.
MINUTES_MAX_UPLOAD_BYTES = 25_000_000
# A folder of old minutes is uploaded in one go.
DATA_UPLOAD_MAX_NUMBER_FILES = 500
STORAGES = {
    "default": {"BACKEND": "meetings.storage.WholeFileStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EMBEDDED
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Tasks. The embedded set-up has its messages in a folder, and one worker that is its own schedule; `secretariat.supervisor` starts it.

CELERY_TIMEZONE = TIME_ZONE
if EMBEDDED:
    CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT = "", "secretariat.folder_transport.Transport"
    CELERY_BROKER_TRANSPORT_OPTIONS = {"folder": DATA_DIR / "queue"}
else:
    CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = REDIS_URL, REDIS_OPTIONS  # noqa: F405
CELERY_WORKER_ENABLE_REMOTE_CONTROL = not EMBEDDED

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
        "HearingRole": "hearings.models.HearingRole",
        "VoteSide": "meetings.models.VoteName.Side",
        "MeetingState": "meetings.models.Meeting.State",
        "CandidateKind": "secretariat.api.agendas.request_serializers.KINDS",
        "PartyState": "hearings.models.HearingParty.State",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# What happens goes to the console, without addresses of pages or readers, names of files or texts of documents (`secretariat.logs`).

# Who may ask `/metrics` how the reminders are doing; without a token nobody.
METRICS_TOKEN = env.text("METRICS_TOKEN")
if METRICS_TOKEN and len(METRICS_TOKEN) < 20:
    raise ImproperlyConfigured("METRICS_TOKEN er for kort: brug mindst 20 tilfældige tegn. Se docs/configuration.md.")

LOG_LEVEL = env.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], default="INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without names": {"()": "secretariat.logs.WithoutNames"}},
    "formatters": {"plain": {"()": "secretariat.logs.PlainFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["without names"]}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # gunicorn has handlers of its own, which would repeat an address.
        "gunicorn.error": {"handlers": [], "propagate": True},
        # The schedule asks twice a minute what is due; only what goes wrong with that is worth a line.
        "celery.app.trace": {"level": "WARNING"},
        "celery.beat": {"level": "WARNING"},
        "celery.worker.strategy": {"level": "WARNING"},
    },
}
