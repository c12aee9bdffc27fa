"""`/api/schema/` and `/api/docs/` describe the API, in Danish, under the policy that allows no scripts inside a page."""

import json
import re

import pytest
from django.core.management import call_command

REGISTER = ["bodies", "cases", "items", "matters", "meetings"]
ITEM_CHANGES = [f"items/{{item}}/{name}" for name in ("attachments", "attachments/{file}", "move", "move-away", "send-on", "split")]
CHANGES = ["approve", "breaks", "breaks/{name}", "items", "items/{item}", *ITEM_CHANGES, "order", "send", "supplement", "undo"]
KINDS = sorted([*REGISTER, "follow-ups", "hearings", "occurrences", "parties", "planned-treatments", "reminders", "responses"])


def test_the_schema_is_valid_and_names_every_endpoint(tmp_path, settings):
    file = tmp_path / "schema.yaml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(file))
    paths = re.findall(r"^  (/api/\S+):$", file.read_text(encoding="utf-8"), re.MULTILINE)
    below = {"meetings": [f"{{id}}/{path}/" for path in ("agenda", *(f"agenda/{path}" for path in CHANGES), "candidates", "timeplan")]}
    below["matters"] = ["{id}/route/"]
    assert paths == [f"/api/{kind}/{single}" for kind in KINDS for single in ("", "{id}/", *below.get(kind, ()))]


def test_the_schema_tells_of_each_change_what_is_sent_and_how_it_is_refused(tmp_path):
    file = tmp_path / "schema.json"
    call_command("spectacular", "--format", "openapi-json", "--file", str(file))
    schema = json.loads(file.read_text(encoding="utf-8"))
    change = schema["paths"]["/api/meetings/{id}/agenda/items/{item}/"]["patch"]
    assert {"200", "400", "404", "409"} <= set(change["responses"])
    fields = schema["components"]["schemas"]["PatchedItemChange"]["properties"]
    assert {"version", "title", "guests", "sections", "legal_ground"} <= fields.keys()


@pytest.mark.django_db
def test_the_schema_is_public_and_in_danish(client):
    schema = client.get("/api/schema/", headers={"Accept": "application/json"}).json()
    operation = schema["paths"]["/api/items/"]["get"]
    assert operation["summary"] == "De rækker, du må læse, indsnævret"
    assert set(operation["responses"]) == {"200", "400"}
    texts = re.findall(r'"(?:description|summary)": "([^"]*)"', str(schema).replace("'", '"'))
    assert not [text for text in texts if re.search(r"\b(the|may|rows|item)\b", text)]


@pytest.mark.django_db
def test_the_documentation_page_needs_no_script_or_style_inside_it(client):
    page = client.get("/api/docs/")
    assert page.status_code == 200
    html = page.content.decode()
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", html)
    for address in re.findall(r'(?:src|href)="([^"]+)"', html):
        assert address.startswith("/"), f"{address} is not served from here"
    script = client.get(re.search(r'src="(/api/docs/\?[^"]*script[^"]*)"', html).group(1).replace("&amp;", "&"))
    assert script["Content-Type"].startswith("application/javascript")
