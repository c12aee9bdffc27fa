"""The glossary names what is there."""

import re
from importlib import import_module

import pytest
from django.apps import apps

from .processes import ROOT

NAMES = sorted(set(re.findall(r"`([a-z_]+(?:\.[A-Za-z_]+)+)`", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_the_glossary_is_a_model_or_a_module(name):
    *path, last = name.split(".")
    if last[0].isupper() and len(path) == 1:
        assert hasattr(apps.get_app_config(path[0]).models_module, last)
    elif last[0].isupper():
        assert hasattr(import_module(".".join(path)), last)
    else:
        assert import_module(name)
