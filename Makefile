# Two commands to remember: `make demo` and `make test`. `make help` lists the rest.

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export PYTHONDONTWRITEBYTECODE :=
LOCKED := $(VENV)/.locked
LOCK_OPTIONS := --extra dev --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links --no-emit-options --no-annotate --no-header
# Production's settings are checked with values of the right form that lead nowhere.
DUMMY := SECRET_KEY=$$(printf 'checks-only-%.0s' {1..6}) ALLOWED_HOSTS=plenary.example \
	SITE_ADDRESS=https://plenary.example DATABASE_URL=sqlite:///var/check.sqlite3 \
	BOX_DATABASE_URL=sqlite:///var/check-box.sqlite3 REDIS_URL=redis://127.0.0.1:1/0 \
	ELASTICSEARCH_URL=http://127.0.0.1:1 S3_ENDPOINT_URL=https://files.example S3_ACCESS_KEY=check \
	S3_SECRET_KEY=check SMTP_URL=smtp://127.0.0.1:1 DEFAULT_FROM_EMAIL=no-reply@plenary.example \
	DJANGO_SETTINGS_MODULE=cms.settings.production

.DEFAULT_GOAL := help
.PHONY: help audit demo demo-reset demo-code messages screenshots sheets strings test covered coverage check lock services services-stop \
	lint format style contracts templates deployment migrations types

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

$(LOCKED): requirements.lock
	@test -x $(BIN)/python || { echo "· making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "· installing the pinned packages (a minute or two, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv: $(LOCKED) ## the virtual environment with the pinned packages

var:
	@mkdir -p $@

strings: $(LOCKED) ## renew the translators' files from the code (needs gettext's programs)
	@$(BIN)/python manage.py makemessages -l fr -l es --no-wrap --no-obsolete --add-location file -i .venv -i var -i tests

messages: $(LOCKED)
	@$(BIN)/python infra/compile_messages.py

demo: messages ## serve the demo network on http://127.0.0.1:8000 (PORT= changes it)
	@SITE_ADDRESS=http://127.0.0.1:$(PORT) exec $(BIN)/python manage.py demo --port $(PORT)

demo-reset: messages | var ## throw the demo network away and build it anew
	@cd $${VAR_DIR:-var} && rm -rf demo.json plenary.sqlite3* box.sqlite3* media private mail search
	@$(BIN)/python manage.py demo --build-only

demo-code: $(LOCKED) ## the secretariat's sign-in code of this half minute
	@$(BIN)/python manage.py demo_code

audit: messages ## every page and state in Chromium: rules of WCAG, bytes, queries (ARGS="--quick --only PATTERN")
	@$(BIN)/python -m tests.bench.audit $(ARGS)

screenshots: messages ## pictures of the main pages in tests/browser/screenshots, for people to look at
	@$(BIN)/pytest -q tests/browser/album.py tests/browser/album_of_states.py $(ARGS)
	@test -z "$(MOCKS)" || $(MAKE) --no-print-directory sheets

sheets: messages ## every mock-up beside our page, in tests/browser/screenshots/sheets (MOCKS= names their folder)
	@MOCKS="$(MOCKS)" $(BIN)/pytest -q tests/browser/sheets.py $(ARGS)

test: messages ## every test, on whichever services the environment names
	@$(BIN)/pytest $(ARGS)

check: lint covered ## what CI runs: lint, types, contracts, templates, migrations, tests and coverage

covered: messages | var ## every test, and that they reach all rules and actions and nearly everything else
	@$(BIN)/pytest --cov --cov-report= $(ARGS)
	@$(MAKE) --no-print-directory coverage

# Floors in percent, which may only rise: of rules and actions (the aim is 100), and of everything (95).
RULES_AND_ACTIONS := */rules.py,*/rules/*,*/actions.py,*/actions/*
RULES_FLOOR := 98.5
FLOOR := 96
coverage: $(LOCKED) ## what the last run of `make covered` did not reach
	@missing=0; \
	echo "· coverage of rules and actions"; \
	$(BIN)/coverage report --include='$(RULES_AND_ACTIONS)' --fail-under=$(RULES_FLOOR) || missing=1; \
	echo "· coverage of everything"; \
	$(BIN)/coverage report --fail-under=$(FLOOR) || missing=1; \
	exit $$missing

lint: format style contracts templates deployment migrations types ## check without the tests (make -k: all of it)

format: $(LOCKED)
	@echo "· format"
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --check .; exit 1; }

style: $(LOCKED)
	@echo "· style"
	@$(BIN)/ruff check --quiet .

contracts: $(LOCKED) | var
	@echo "· contracts between the parts"
	@$(BIN)/lint-imports --no-logo >var/contracts.txt 2>&1 || { cat var/contracts.txt; exit 1; }

templates: $(LOCKED)
	@echo "· templates"
	@$(BIN)/djlint templates --lint --quiet

deployment: $(LOCKED) | var
	@echo "· production's settings"
	@$(DUMMY) $(BIN)/python manage.py check --deploy --fail-level WARNING

migrations: $(LOCKED)
	@echo "· migrations"
	@$(BIN)/python manage.py makemigrations --check --dry-run

types: $(LOCKED)
	@echo "· types (a minute or two the first time)"
	@$(BIN)/mypy

lock: $(LOCKED) ## renew requirements.lock from the ranges in pyproject.toml
	@echo "· resolving (a few minutes)"
	@$(BIN)/pip-compile --quiet --upgrade $(LOCK_OPTIONS) --output-file requirements.lock pyproject.toml

services: $(LOCKED) ## start PostgreSQL, Redis, Elasticsearch, S3 and SMTP on loopback; prints their variables
	@bash infra/ci/services.sh install
	@bash infra/ci/services.sh start
	@bash infra/ci/services.sh variables

services-stop: ## stop what `make services` started
	@bash infra/ci/services.sh stop
