PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: test setup
setup: $(VENV)/.ready
$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q -e '.[dev,pandas]'
	touch $@

test: setup
	$(BIN)/python -m pytest tests -q --ignore=tests/gold
