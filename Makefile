# `make run` and `make test` are all that a fresh machine needs; `make help` lists the rest.
VENV := .venv/bin
WORKERS ?= 2
UV_VERSION := 0.13.8
COMPILE := $(VENV)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate $(UPGRADE) pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help run demo doctor pictures test check lint types imports format bench chaos requirements upgrade audit clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

run: .venv/.run ## the bot on Telegram; without a BOT_TOKEN, the demo
	@exec $(VENV)/python -m bot run --or-demo

demo: .venv/.run ## the bot and a page with two phones; no token, no Telegram
	@exec $(VENV)/python -m bot demo

doctor: .venv/.run ## what is wrong with this installation, and what to do
	@exec $(VENV)/python -m bot doctor

pictures: .venv/.test ## draw the pictures of docs/ anew, from the bot itself
	$(VENV)/python -m docs.make_pictures

test: check ## everything that CI runs: the checks, then all tests
	$(VENV)/python -m pytest -n $(WORKERS) --dist loadfile

check: lint types imports ## lint, format, types and the import rule

lint: .venv/.test
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .

types: .venv/.test
	$(VENV)/mypy .

imports: .venv/.test
	$(VENV)/lint-imports --no-logo

bench: .venv/.test ## measure the bot beside a plain stack; QUICK=--quick, ONLY="rush turn"
	$(VENV)/python -m benchmarks $(QUICK) $(ONLY)

chaos: .venv/.test ## kill the bot 200 times a database, do all else to it, write docs/reliability.md; SEED=…
	$(VENV)/python -m tests.crash.chaos $(if $(SEED),--seed $(SEED))

format: .venv/.test ## put the code into shape
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

requirements: .venv/.test ## compile the pinned lists anew from pyproject.toml
	$(VENV)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(COMPILE) --output-file requirements/run.txt
	$(COMPILE) --extra test --constraints requirements/run.txt --output-file requirements/test.txt
	$(COMPILE) --extra audit --constraints requirements/test.txt --output-file requirements/audit.txt

upgrade: ## the same, taking the newest versions that pyproject.toml allows
	$(MAKE) requirements UPGRADE=--upgrade

audit: .venv/.audit ## known holes in the pinned dependencies; says so when it cannot look
	@requirements/audit

clean: ## remove .venv and the caches, never the data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.run: requirements/run.txt requirements/install
	@requirements/install run

.venv/.audit: requirements/audit.txt requirements/install
	@requirements/install audit

.venv/.test: requirements/test.txt requirements/install
	@requirements/install test
