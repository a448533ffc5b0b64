# make demo: set up and run the main job on examples/.  make test: set up and run all checks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test test-integrations bench gold docs clean

setup: $(VENV)/.ready
$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: setup
	$(BIN)/python scripts/demo.py

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto -m "not slow and not timed" --cov=epiextract --cov-report=term:skip-covered --cov-fail-under=85
	$(BIN)/python -m pytest -m "timed and not slow" tests

$(VENV)/.integration: $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[integration]'
	touch $@

# what is heavy: the wheel and the sdist in clean environments, notebooks, the report in a real browser
test-integrations: $(VENV)/.integration
	@scripts/install_browser.sh
	$(BIN)/python -m pytest tests/integrations -o addopts="-q --strict-markers"

bench: setup
	$(BIN)/python tests/benchmarks/bench_extract.py

# quality against ../shared/gold, where it is present
gold: setup
	$(BIN)/python -m pytest tests/gold -q -s -o addopts=

# what the pages hold of the models of packs and events
docs: setup
	$(BIN)/python scripts/build_pack_docs.py
	$(BIN)/python scripts/build_event_docs.py

clean:
	rm -rf $(VENV) dist build out .mypy_cache .ruff_cache .pytest_cache .coverage
