"""`/healthz`: does the service reach its database and its queue?"""

from collections.abc import Callable

import redis
from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from secretariat.metrics import is_asked_with_token, metrics

SECONDS_TO_WAIT = 2


class HealthMiddleware:
    """Answers `/healthz`, and `/metrics` to whoever has the token, whatever host name was asked for; passes everything else on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return healthz()
        return metrics() if request.path == "/metrics" and is_asked_with_token(request) else self.get_response(request)


def healthz() -> JsonResponse:
    """200 when all is well, else 503. The body says which part failed and nothing of why: anybody may ask."""
    parts = {"database": _database(), "broker": _broker()}
    well = "failed" not in parts.values()
    response = JsonResponse({"status": "ok" if well else "failed", **parts}, status=200 if well else 503)
    response["Cache-Control"] = "no-store"
    return response


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return "failed"
    return "ok"


def _broker() -> str:
    if settings.EMBEDDED:
        return "embedded"
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_timeout=SECONDS_TO_WAIT, socket_connect_timeout=SECONDS_TO_WAIT) as broker:
            broker.set("secretariat.healthz", 1, ex=60)  # a full one still answers a ping, but takes no message
    except redis.RedisError:
        return "failed"
    return "ok"
