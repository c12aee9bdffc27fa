# make run [PORT=8000]   the whole service on this machine, with a demo council
# make test              every test that this machine can run; FILE=tests/followups/test_recurrence.py runs that file alone, on SQLite, in seconds
# make coverage          how much of the code the tests run, on SQLite, without a browser; FILE=tests/followups for some of them
# make bench            speed, as ratios (docs/performance.md); FILE=minutes.pdf measures another document
# make picture          the README's picture, taken from the demo council; needs Chromium
# make lint              style, layers, types and migrations
# make messages          new strings into the Danish catalogues, and the catalogues compiled; needs gettext
# make lock              the pinned packages anew, after a change to a requirements*.in
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
IN = .venv/bin/

.PHONY: help run test coverage bench picture lint messages lock
help:
	@sed -n 's/^# make/make/p' Makefile

run: .venv/run.stamp node_modules/.stamp
	@exec $(IN)python manage.py run --port $(PORT)

test: .venv/test.stamp node_modules/.stamp
	@$(IN)python -m tests.everything $(if $(FILE),sqlite --nomigrations $(FILE)) $(ARGS)

coverage: .venv/test.stamp node_modules/.stamp
	@$(IN)python -m pytest -q --nomigrations -m 'not browser and not services' --cov --cov-report=term:skip-covered $(FILE) $(ARGS)

bench: .venv/test.stamp
	@$(IN)python -m bench $(FILE)

picture: .venv/test.stamp node_modules/.stamp
	@$(IN)python -m docs.picture

lint: .venv/test.stamp
	$(IN)ruff check .
	$(IN)ruff format --check .
	$(IN)lint-imports
	$(IN)mypy
	$(IN)python manage.py makemigrations --check --dry-run

messages: .venv/test.stamp
	@for app in */apps.py; do mkdir -p $${app%/*}/locale; done
	$(IN)python manage.py makemessages --locale da --no-location --no-obsolete --ignore 'tests/*' --ignore 'demo/*' --ignore 'node_modules/*'
	$(IN)python manage.py compilemessages --locale da --ignore .venv --ignore node_modules

lock:
	@test -x .venv/lock/bin/pip-compile || ($(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet pip-tools)
	for part in requirements requirements-dev; do .venv/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --no-header \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $$part.txt $$part.in || exit 1; done

.venv/bin/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Der skal bruges Python 3.11 eller nyere."; exit 1; }
	@echo "Laver et virtuelt Python-miljø i .venv (et par sekunder) …"
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo "Henter Python-pakkerne (omkring et halvt minut) …"
	@$(IN)pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements-dev.txt
	@echo "Henter pakkerne til test (omkring et halvt minut) …"
	@$(IN)pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

node_modules/.stamp: package-lock.json .npmrc
	@command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || { echo "Der skal bruges Node 20 eller nyere."; exit 1; }
	@echo "Henter sidernes udseende, Det Fælles Designsystem (få sekunder) …"
	@npm ci --silent
	@touch $@
