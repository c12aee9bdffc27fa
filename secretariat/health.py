"""`/healthz`: does the service reach its database and its queue?"""

from collections.abc import Callable

import redis
from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

SECONDS_TO_WAIT = 2


class HealthMiddleware:
    """Answers `/healthz` whatever host name was asked for; passes everything else on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return healthz() if request.path == "/healthz" else self.get_response(request)


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
            broker.ping()
    except redis.RedisError:
        return "failed"
    return "ok"
