import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "layouts" / "alminde-handicapraadet-2018-03-14.txt"
FRAMEWORKS = ("django", "rest_framework", "celery", "redis", "psycopg", "sqlite3")
BLOCKED = f"""
import sys
for name in {FRAMEWORKS}:
    sys.modules[name] = None  # importing it raises ImportError
"""


def python(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", BLOCKED + code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_a_document_becomes_facts_where_no_framework_can_be_imported():
    code = f"""
from pathlib import Path
from reader.pipeline import understand
document, minutes = understand(Path({str(SAMPLE)!r}).read_bytes(), "x.txt")
print(len(minutes.items))
"""
    assert int(python(code)) > 3


def test_every_module_of_the_reader_loads_where_no_framework_can_be_imported():
    code = """
import importlib, pkgutil, reader
names = [module.name for module in pkgutil.walk_packages(reader.__path__, "reader.") if not module.name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""
    assert int(python(code)) > 60
