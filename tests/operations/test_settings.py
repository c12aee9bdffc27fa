"""The settings under every environment an operator may bring about."""

import importlib.util
from types import ModuleType

import pytest
from django.conf import settings as project
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from .processes import PRODUCTION_VARIABLES, ROOT

PRODUCTION = {
    "DATABASE_URL": "postgres://somebody:pass-word@database:5432/register",
    "REDIS_URL": "redis://queue:6379/0",
    "SECRET_KEY": "k3y-" * 13,
    "ALLOWED_HOSTS": "sekretariat.example, www.sekretariat.example",
}
OTHERS = {
    "DEBUG",
    "STATIC_ROOT",
    "LOG_LEVEL",
    "TRUSTED_PROXIES",
    "SESSION_IDLE_MINUTES",
    "EMAIL_URL",
    "MAIL_FROM",
    "SITE_URL",
    "METRICS_TOKEN",
}


@pytest.fixture
def load(monkeypatch, tmp_path):
    """Runs the settings file anew under just these variables."""

    def load(variables: dict[str, str]) -> ModuleType:
        for name in PRODUCTION_VARIABLES | OTHERS:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("DATA_DIR", str(tmp_path))
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        spec = importlib.util.spec_from_file_location("secretariat.settings_anew", ROOT / "secretariat" / "settings.py")
        settings = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(settings)
        return settings

    return load


def test_with_nothing_set_it_is_embedded_and_answers_this_machine_alone(load, tmp_path):
    settings = load({})
    assert settings.EMBEDDED
    assert not settings.DEBUG
    assert settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings.ALLOWED_HOSTS == ["localhost", "127.0.0.1", "[::1]"]
    assert settings.CELERY_BROKER_TRANSPORT_OPTIONS == {"folder": tmp_path / "queue"}


def test_the_embedded_secret_key_is_kept_and_private(load, tmp_path):
    first = load({}).SECRET_KEY
    assert len(first) >= 50
    again = load({}).SECRET_KEY
    assert again == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_what_lies_on_disk_is_the_services_own(load, tmp_path):
    load({"DATA_DIR": str(tmp_path / "made")})
    assert (tmp_path / "made").stat().st_mode & 0o077 == 0
    assert project.FILE_UPLOAD_PERMISSIONS & 0o077 == 0
    assert project.FILE_UPLOAD_DIRECTORY_PERMISSIONS & 0o077 == 0


def test_production_is_closed_by_default(load):
    settings = load(PRODUCTION)
    assert not settings.EMBEDDED
    assert not settings.DEBUG
    assert settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    assert settings.ALLOWED_HOSTS == ["sekretariat.example", "www.sekretariat.example"]
    assert settings.SECURE_SSL_REDIRECT
    assert settings.SESSION_COOKIE_SECURE
    assert settings.CSRF_COOKIE_SECURE
    assert settings.SECURE_HSTS_SECONDS >= 31_536_000
    assert settings.CELERY_BROKER_URL == PRODUCTION["REDIS_URL"]


def test_the_database_compiles_no_queries_unless_the_address_says_so(load):
    assert load(PRODUCTION).DATABASES["default"]["OPTIONS"]["options"] == "-c jit=off"
    address = f"{PRODUCTION['DATABASE_URL']}?options=-c%20jit%3Don"
    assert load(PRODUCTION | {"DATABASE_URL": address}).DATABASES["default"]["OPTIONS"]["options"] == "-c jit=on"


@pytest.mark.django_db
@pytest.mark.postgres
def test_the_connection_has_its_compiler_off():
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_production_without_https_says_nothing_of_https(load):
    settings = load(PRODUCTION | {"HTTPS": "off"})
    assert not settings.SECURE_SSL_REDIRECT
    assert settings.SECURE_HSTS_SECONDS == 0
    assert not hasattr(settings, "SECURE_PROXY_SSL_HEADER")


def test_nothing_on_a_page_runs_or_looks_as_it_does_unless_the_service_itself_served_it(load):
    directives = load(PRODUCTION).CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives["default-src"] == ["'self'"]
    assert not [value for values in directives.values() for value in values if "unsafe" in value or "http" in value or "*" in value]
    assert "script-src" not in directives
    assert "style-src" not in directives


@pytest.mark.parametrize("name", ["REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_production_names_what_is_missing(load, name, value):
    variables = {key: text for key, text in PRODUCTION.items() if key != name}
    with pytest.raises(ImproperlyConfigured, match=f"^{name} mangler"):
        load(variables if value is None else variables | {name: value})


@pytest.mark.parametrize("name", ["REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_that_lost_its_database_does_not_come_up_on_sqlite(load, name):
    with pytest.raises(ImproperlyConfigured, match=f"^{name} er sat, men DATABASE_URL mangler"):
        load({name: PRODUCTION[name]})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://somebody:pass-word@database/register"),
        ("DATABASE_URL", "postgres://somebody:pass-word@database:port/register"),
        ("REDIS_URL", "amqp://pass-word@queue"),
        ("SECRET_KEY", "pass-word"),
        ("DEBUG", "on"),
        ("DEBUG", "maybe"),
        ("HTTPS", "ja"),
        ("LOG_LEVEL", "chatty"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "et"),
        ("SESSION_IDLE_MINUTES", "0"),
        ("EMAIL_URL", "mail.kommune.dk"),
        ("SITE_URL", "sekretariat.kommune.dk"),
        ("METRICS_TOKEN", "too-short"),
        ("EMAIL_URL", "smtp://somebody:pass-word@mail:port"),
        ("EMAIL_URL", "consolemail://pass-word"),
    ],
)
def test_what_cannot_be_used_stops_the_start_by_name_and_repeats_no_password(load, name, value):
    with pytest.raises(ImproperlyConfigured, match=f"^{name} ") as failure:
        load(PRODUCTION | {name: value})
    assert "pass-word" not in str(failure.value)


def test_one_proxy_is_trusted_where_there_must_be_one(load):
    assert load({}).ALLAUTH_TRUSTED_PROXY_COUNT == 0
    assert load(PRODUCTION).ALLAUTH_TRUSTED_PROXY_COUNT == 1
    assert load(PRODUCTION | {"HTTPS": "off"}).ALLAUTH_TRUSTED_PROXY_COUNT == 0
    assert load(PRODUCTION | {"TRUSTED_PROXIES": "2"}).ALLAUTH_TRUSTED_PROXY_COUNT == 2


def test_mail_goes_to_the_server_named_and_else_nowhere_or_embedded_into_files(load, tmp_path):
    embedded, without = load({}), load(PRODUCTION)
    assert (embedded.EMAIL_FILE_PATH, embedded.SENDS_MAIL) == (tmp_path / "mail", True)
    assert (without.EMAIL_BACKEND, without.SENDS_MAIL) == ("django.core.mail.backends.dummy.EmailBackend", False)
    server = load(PRODUCTION | {"EMAIL_URL": "smtp+tls://somebody:pass%40word@mail.example:587"})
    assert (server.EMAIL_HOST, server.EMAIL_PORT, server.EMAIL_USE_TLS) == ("mail.example", 587, True)
    assert (server.EMAIL_HOST_PASSWORD, server.SENDS_MAIL) == ("pass@word", True)
    assert server.DEFAULT_FROM_EMAIL == "Sekretariatet <ingen-svar@sekretariat.example>"
    tried = load({"EMAIL_URL": "smtp://127.0.0.1:2525"})
    assert (tried.EMBEDDED, tried.EMAIL_HOST, tried.EMAIL_PORT, tried.SENDS_MAIL) == (True, "127.0.0.1", 2525, True)


def test_a_session_lasts_as_long_as_is_said(load):
    assert load({"SESSION_IDLE_MINUTES": "30"}).SESSION_COOKIE_AGE == 1800


def test_an_upload_is_bounded_as_reading_is():
    from reader import reading

    assert project.MINUTES_MAX_UPLOAD_BYTES == reading.DEFAULT.bytes


@pytest.mark.parametrize(("text", "expected"), [("on", True), ("True", True), ("1", True), ("off", False), ("no", False), ("", True)])
def test_yes_and_no_may_be_written_in_the_usual_ways(load, text, expected):
    assert load(PRODUCTION | {"HTTPS": text}).HTTPS is expected
