"""Every code the import uses has its sentence, which asks for no more than the code brings along."""

import ast
import re
from pathlib import Path

import pytest

from minutes import wording
from minutes.wording import say
from reader import wording as reader_wording

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("minutes", "reader")
SENTENCES = wording.SENTENCES | reader_wording.SENTENCES
BRING_PARAMS_AS_KEYWORDS = ("remark", "ReaderDied", "Unreadable", "Refused")
REASONS_BRING = {"name"}  # the name as printed, see minutes.views.matched


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def texts(node: ast.AST | None) -> list[str]:
    return [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)] if node else []


def keys(node: ast.AST | None, function: ast.AST) -> set[str]:
    """The keys of a dict written out, or of the one a name was given in the same function."""
    if isinstance(node, ast.Name):
        plain = [(one.targets[0], one) for one in ast.walk(function) if isinstance(one, ast.Assign)]
        typed = [(one.target, one) for one in ast.walk(function) if isinstance(one, ast.AnnAssign)]
        written = [one for target, one in (*plain, *typed) if getattr(target, "id", "") == node.id]
        given = [one.value for one in sorted(written, key=lambda one: one.lineno) if one.lineno < node.lineno]
        node = given[-1] if given else None
    return {key.value for key in node.keys} if isinstance(node, ast.Dict) else set()


def argument(call: ast.Call, position: int, name: str) -> ast.AST | None:
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    return call.args[position] if len(call.args) > position else named.get(name)


def constants(tree: ast.Module) -> dict[str, str]:
    """The texts a module gives a name, one by one or several in a line."""
    found = {}
    for node in (node for node in tree.body if isinstance(node, ast.Assign)):
        target, value = node.targets[0], node.value
        pairs = (
            zip(target.elts, value.elts, strict=True)
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
            else [(target, value)]
        )
        for name, said in pairs:
            if isinstance(name, ast.Name) and isinstance(said, ast.Constant) and isinstance(said.value, str):
                found[name.id] = said.value
    return found


def codes_in(tree: ast.Module):
    """(code, params) of every place that makes one."""
    named = constants(tree)
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            name = name_of(call)
            if name in BRING_PARAMS_AS_KEYWORDS and call.args and isinstance(call.args[0], ast.Constant):
                yield call.args[0].value, {keyword.arg for keyword in call.keywords}
            elif name == "Warning":
                for code in texts(argument(call, 0, "code")):
                    yield code, keys(argument(call, 2, "params"), function)
            elif name == "_warning" and getattr(call.args[0], "id", "") in named:
                yield named[call.args[0].id], {"words"}
            elif name == "_about":
                for code in texts(call.args[0]):
                    yield code, {"start", "end"} | {keyword.arg for keyword in call.keywords}
            elif name == "_give_up":
                for code in texts(call.args[1]):
                    yield code, keys(call.args[2], function)
            elif name == "Match":
                for code in texts(argument(call, 2, "reason")):
                    yield code, REASONS_BRING
        if function.name == "without_words":
            for answer in (node.value for node in ast.walk(function) if isinstance(node, ast.Return)):
                for code in (text for branch in (answer.body, answer.orelse) for text in texts(branch)):
                    yield code, set()
        if function.name in ("find_body", "find_person", "find_matter"):
            for answer in (node.value for node in ast.walk(function) if isinstance(node, ast.Return)):
                for pair in (node for node in ast.walk(answer) if isinstance(node, ast.Tuple)):
                    for code in texts(pair.elts[1]):
                        yield code, REASONS_BRING


MODULES = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
USED = sorted({(code, frozenset(params)) for path in MODULES for code, params in codes_in(ast.parse(path.read_text("utf-8")))}, key=str)


def asked_for(code: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", str(SENTENCES[code])))


@pytest.mark.parametrize(("code", "params"), USED, ids=[code for code, _ in USED])
def test_a_code_has_its_sentence(code, params):
    assert code in SENTENCES
    assert asked_for(code) <= params


def test_the_codes_are_found_at_all():
    codes = {code for code, _ in USED}
    assert {"empty", "too_slow", "no_minutes", "not_understood", "near_person", "same_number", "new_matter", "changed_since"} <= codes


def test_no_sentence_is_for_nothing():
    assert not set(SENTENCES) - {code for code, _ in USED} - {"as_before"}


SAID = {
    "a date": ("unlikely_date", {"date": "2025-03-05", "nearest": "2024-01-09"}, "Mødedatoen 5. marts 2025 ligger langt"),
    "a size": ("too_large", {"size": 31_300_000, "most": 25_000_000}, "31,3 MB. Den må højst fylde 25 MB."),
    "a time": ("time_plan_gap", {"previous_end": "16:05", "start": "16:20"}, "fra kl. 16.05 til kl. 16.20"),
    "a large number": ("too_much_text", {"most": 3_000_000}, "3.000.000 tegn"),
    "a title that only looks like a date": ("other_title", {"number": 3, "title": "2025-99-99", "known": "20250305"}, "»20250305«"),
    "a per cent sign": ("not_understood", {"part": "100 % støtte"}, "»100 % støtte«"),
}


@pytest.mark.parametrize(("code", "params", "words"), SAID.values(), ids=SAID)
def test_values_are_written_as_people_here_write_them(code, params, words):
    assert words in say(code, params)
