# Two commands do everything: `make run` and `make test`. The others are for those who change the program.
PY := .venv/bin/python
export PYTHONPATH := $(CURDIR)

.PHONY: run test install uninstall lint types contracts check bench fuzz kill pictures setup-run setup-test

run: setup-run  ## set up and open the program; without a display it does the main job into out/
	@$(PY) main.py $(PLAYBOOK)

test: setup-test  ## set up and pass all tests
	@.dev/journey_packages.sh
	@$(PY) -m pytest --numprocesses auto --dist loadfile $(ARGS)

install: setup-run  ## put a launcher with icon and file type into the desktop's menu
	@.dev/launcher.sh install

uninstall:  ## take the launcher away again
	@.dev/launcher.sh uninstall

lint: setup-test
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .

types: setup-test
	@.venv/bin/mypy

contracts: setup-test
	@.venv/bin/lint-imports

check: lint types contracts test  ## everything that CI asks

bench: setup-test  ## measure the budgets of speed and size; writes the table of the README
	@$(PY) -m tests.benchmarks

fuzz: setup-test  ## throw damaged files at the importers for a minute each
	@$(PY) -m pytest tests/exchange -k fuzz --fuzz-seconds 60

kill: setup-test  ## kill the working program 200 times and look for lost edits
	@$(PY) -m tests.journeys.kill_loop --kills 200

pictures: setup-run  ## draw the pictures of the README
	@.dev/pictures.sh

setup-run:
	@.dev/setup.sh run

setup-test:
	@.dev/setup.sh test
