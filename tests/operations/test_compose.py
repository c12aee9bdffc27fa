"""docker-compose.yml and the Dockerfile hold what the code needs, and docs/configuration.md every variable of it."""

import ast
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from django.apps import apps
from django.conf import settings

from reader.sandbox import DEFAULT

from .processes import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
OURS = ["web", "worker", "reader", "beat", "migrate"]
WORKERS = ["worker", "reader"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def variables_read() -> set[str]:
    """The variables that the settings ask for."""
    tree = ast.parse((ROOT / "secretariat" / "settings.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return {call.args[0].value for call in calls if getattr(call.func.value, "id", "") == "env" and isinstance(call.args[0], ast.Constant)}


def variables_documented() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8"), flags=re.M))


def variables_set() -> set[str]:
    """What an own service gets from the compose file or from the image."""
    in_image = set(re.findall(r"\b([A-Z_]+)=", re.search(r"^ENV (.*)$", DOCKERFILE, flags=re.M)[1]))
    return set(SERVICES["web"]["environment"]) | in_image


def test_every_variable_is_documented_and_no_other():
    assert variables_read() == variables_documented()


def test_the_compose_file_sets_every_variable_of_production():
    # DEBUG is refused in production.
    assert variables_read() - {"DEBUG"} <= variables_set()


def test_the_compose_file_sets_nothing_that_is_not_read():
    assert set(SERVICES["web"]["environment"]) <= variables_read()


@pytest.mark.parametrize("service", OURS)
def test_own_services_share_image_variables_and_files(service):
    assert SERVICES[service]["environment"] == SERVICES["web"]["environment"]
    assert SERVICES[service]["image"] == "secretariat"
    assert SERVICES[service]["volumes"] == ["originals:/data"]


@pytest.mark.parametrize("service", OURS)
def test_commands_are_there(service):
    command = SERVICES[service]["command"]
    assert shutil.which(command[0], path=Path(sys.executable).parent)
    assert command[1] != "manage.py" or (ROOT / command[1]).exists()


def test_secrets_are_demanded_and_have_no_default():
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD", "ALLOWED_HOSTS"):
        uses = re.findall(rf"\$\{{{name}([^}}]*)\}}", text)
        assert uses
        assert all(use.startswith(":?") for use in uses), f"{name} must be demanded"


@pytest.mark.parametrize("service", SERVICES)
def test_no_container_can_change_itself_gain_rights_or_use_up_the_machine(service):
    bounds = SERVICES[service]
    assert bounds["read_only"] is True
    assert bounds["cap_drop"] == ["ALL"]
    assert "cap_add" not in bounds
    assert "privileged" not in bounds
    assert bounds["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "cpus", "pids_limit"} <= set(bounds)


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_written_in_memory_runs_no_program(service):
    assert SERVICES[service]["tmpfs"]
    for place in SERVICES[service]["tmpfs"]:
        assert {"noexec", "nosuid", "nodev"} <= set(place.split(":")[1].split(","))
        assert "size=" in place


def test_a_container_has_memory_for_the_files_that_are_read_in_it():
    """A reader's process each for gunicorn's workers and for Celery's, of which two at once are at their bound."""
    for service in ("web", "reader"):
        assert int(SERVICES[service]["mem_limit"].removesuffix("g")) * 1024**3 > 2 * DEFAULT.memory


@pytest.mark.parametrize("service", ["database", "queue"])
def test_what_others_made_runs_as_nobody_in_particular_either(service):
    assert SERVICES[service]["user"] not in ("root", "0")


def test_the_queue_asks_for_a_password_that_no_list_of_processes_shows():
    assert SERVICES["web"]["environment"]["REDIS_URL"].startswith("redis://:${REDIS_PASSWORD:?")
    program, configuration = SERVICES["queue"]["command"][2].split("<<END\n")
    assert "REDIS" not in program
    assert configuration.startswith("requirepass $$REDISCLI_AUTH\n")


def test_the_database_and_the_originals_outlive_their_containers():
    assert set(COMPOSE["volumes"]) == {"database", "originals"}
    assert "database:/var/lib/postgresql/data" in SERVICES["database"]["volumes"]


def test_what_answers_is_asked_how_it_is():
    assert "/healthz" in " ".join(SERVICES["web"]["healthcheck"]["test"])
    for service in WORKERS:
        assert f"inspect ping --destination {service}@" in SERVICES[service]["healthcheck"]["test"][1]
        assert f"{service}@%h" in SERVICES[service]["command"]
    for service in ("database", "queue"):
        assert SERVICES[service]["healthcheck"]
    for service in ("web", *WORKERS, "beat"):
        waits_for = {name: how["condition"] for name, how in SERVICES[service]["depends_on"].items()}
        assert waits_for == {
            "database": "service_healthy",
            "queue": "service_healthy",
            "migrate": "service_completed_successfully",
        }


def test_every_queue_is_taken_by_one_worker_and_files_by_one_of_their_own():
    taken = [SERVICES[worker]["command"][SERVICES[worker]["command"].index("--queues") + 1].split(",") for worker in WORKERS]
    assert sorted(queue for queues in taken for queue in queues) == sorted(queue.name for queue in settings.CELERY_TASK_QUEUES)
    assert ["reading"] in taken


def test_only_the_site_is_reached_from_outside_and_only_by_this_machines_proxy():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["web"]["ports"])


def test_the_image_runs_as_nobody_in_particular_on_locked_packages():
    lines = DOCKERFILE.splitlines()
    assert [line for line in lines if line.startswith("USER ")] == ["USER secretariat"]
    assert "--require-hashes" in DOCKERFILE
    assert "npm ci" in DOCKERFILE
    assert lines[-1] == "CMD " + str(SERVICES["web"]["command"]).replace("'", '"')


def test_the_image_has_all_that_the_service_imports():
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    own = {config.name for config in apps.get_app_configs() if Path(config.path).parent == ROOT}
    assert not (own | {"danish", "reader", "templates", "static"}) & set(ignored)
