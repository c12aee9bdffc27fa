"""Pages of an API list: bounded, and never counted, so that neither time nor a total tells more than the rows do."""

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from danish.numbers import whole_number

PAGE_SIZE, LARGEST_PAGE, LAST_PAGE = 50, 200, 10_000


class Pages(BasePagination):
    """`?page=` counts from 1, `?page_size=` is at most 200. One row more than the page holds tells whether there is a next one."""

    parameters = ("page", "page_size")

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        self.page = _number(request, "page", default=1, most=LAST_PAGE)
        size = _number(request, "page_size", default=PAGE_SIZE, most=LARGEST_PAGE)
        rows = list(queryset[(self.page - 1) * size : self.page * size + 1])
        self.has_next = len(rows) > size and self.page < LAST_PAGE
        return rows[:size]

    def get_paginated_response(self, data):
        address = self.request.build_absolute_uri()
        following = replace_query_param(address, "page", self.page + 1) if self.has_next else None
        before = replace_query_param(address, "page", self.page - 1) if self.page > 2 else remove_query_param(address, "page")
        return Response({"next": following, "previous": before if self.page > 1 else None, "results": data})

    def get_paginated_response_schema(self, schema):
        link = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }

    def get_schema_operation_parameters(self, view):
        return [
            _parameter("page", _("Page, counted from 1."), LAST_PAGE),
            _parameter("page_size", _("Rows on the page; %(size)d when nothing is said.") % {"size": PAGE_SIZE}, LARGEST_PAGE),
        ]


def _number(request, name: str, *, default: int, most: int) -> int:
    text = request.query_params.get(name, str(default))
    number = whole_number(text, least=1, most=most)
    if number is None:
        raise ValidationError({name: [_("Write a whole number from 1 to %(most)d.") % {"most": most}]})
    return number


def _parameter(name: str, description: str, most: int) -> dict:
    schema = {"type": "integer", "minimum": 1, "maximum": most}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
