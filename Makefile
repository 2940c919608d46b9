# Fieldbook: every target sets up what it needs; on a bare machine make, git and Python 3.11-3.13 are enough.
PYTHON ?= python3
BIN := .venv/bin
OUT ?= demo
ready := .venv/.ready

.PHONY: setup run demo pictures docs test check lint bench trials bundle lock window clean

setup: $(ready)

$(ready): pyproject.toml requirements-dev.lock tools/system_libraries.sh
	@sh tools/system_libraries.sh
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(ready)

window:
	@sh tools/system_libraries.sh window

run: setup window
	@$(BIN)/fieldbook

demo: setup
	@rm -rf "$(OUT)"
	@$(BIN)/fieldbook demo --out "$(OUT)"

# The documentation's pictures are the demonstration's, so that they never age.
pictures: demo
	@mkdir -p docs/pictures
	@for page in making unlock today write record person check send card-languages card-ar card-th; do for theme in light dark; do \
	    cp "$(OUT)/screens/$$page-1366-$$theme-100.png" "docs/pictures/$$page-$$theme.png"; done; done
	@for page in visit-during prompts child next-steps links disclosure leaving settings-keys; do \
	    cp "$(OUT)/screens/$$page-1366-light-100.png" "docs/pictures/$$page-light.png"; done
	@for theme in light dark; do cp "$(OUT)/screens/plan-paper-ar-1366-$$theme-100.png" "docs/pictures/plan-$$theme.png"; done

# site/, with every link checked. In an environment of its own, apart from what is tested and packed.
docs: .venv/docs/.ready
	@.venv/docs/bin/sphinx-build -q -E -n -W --keep-going -b html docs site
	@echo "The documentation is in site/index.html"

.venv/docs/.ready: requirements-docs.lock
	@$(PYTHON) -m venv .venv/docs
	@.venv/docs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-docs.lock
	@touch .venv/docs/.ready

# One worker a processor; a file of tests stays in one worker, so that its fixtures are made once.
test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist loadfile

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports

check: lint test

bench: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks $(if $(JSON),--json "$(JSON)") $(ONLY)

trials: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.trials $(ONLY)

# dist/fieldbook, which needs no Python: docs/building.md
bundle: setup
	@$(BIN)/python packaging/bundle.py

lock: setup
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra spelling -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra spelling --group dev -c requirements.lock -o requirements-dev.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group bundle -c requirements.lock -o requirements-bundle.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group docs -c requirements.lock -c requirements-dev.lock -o requirements-docs.lock

clean:
	@rm -rf .venv build dist demo site
