# The two commands: `make demo` and `make test`. Both work on a fresh clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCS ?= examples/plans
PORT ?= 8000
FUZZ_MINUTES ?= 30
SOAK_MINUTES ?= 20
DEMO_STORE := .demo/$(notdir $(abspath $(DOCS)))

# the tests start Python many times: each start would compile again what is not kept
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test needs lint types bench clean hostile bundle fuzz faults soak

$(BIN)/zeren: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 以上:make PYTHON=python3.12 demo"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "安装依赖(只在第一次)……"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

$(BIN)/.dev: pyproject.toml requirements.lock $(BIN)/zeren
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable . --group dev
	@touch $@

# led by coverage; its only wheels are for x86-64 Linux, elsewhere the tests say that they skip it
$(BIN)/.fuzz: $(BIN)/.dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --group fuzz
	@touch $@

# all of the above at once, by a pip that is no older than it must be; what is imported is compiled then, and most never is
$(BIN)/.test: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=python3.12 test"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint requirements.lock --editable . --group dev --group fuzz
	@touch $(BIN)/zeren
	@touch $(BIN)/.dev
	@touch $(BIN)/.fuzz $@

demo: $(BIN)/zeren
	@$(BIN)/zeren load $(DOCS) --store ladybug://$(DEMO_STORE)
	@$(BIN)/zeren serve --store ladybug://$(DEMO_STORE) --port $(PORT)

# what the machine must have is fetched while pip works, and what only reads the code runs side by side
test:
	@$(MAKE) --no-print-directory -j2 needs $(BIN)/.test
	@$(MAKE) --no-print-directory -j2 --output-sync=target lint types
	$(BIN)/pytest -n auto --dist loadgroup

needs:
	@sh tests/needs.sh

lint: $(BIN)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: $(BIN)/.dev
	$(BIN)/mypy

bench: $(BIN)/.dev
	$(BIN)/python -m bench

hostile: $(BIN)/.dev
	$(BIN)/python -m tests.hostile

# each of the fuzzers for FUZZ_MINUTES, one after the other
fuzz: $(BIN)/.dev $(BIN)/.fuzz
	ZEREN_FUZZ_SECONDS=$$(($(FUZZ_MINUTES) * 60)) $(BIN)/pytest -q -s tests/fuzz

$(BIN)/.soak: $(BIN)/.dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --group soak
	@touch $@

soak: $(BIN)/.soak
	$(BIN)/python -m bench.soak --minutes $(SOAK_MINUTES)

faults: $(BIN)/.dev
	ZEREN_FAULT_KILLS=100 $(BIN)/pytest -q -s tests/zeren/test_kills.py tests/graph/test_disk.py

bundle: $(BIN)/.dev
	$(BIN)/python scripts/build_bundle.py $(BUNDLE)

clean:
	rm -rf .demo $(VENV) .mypy_cache .ruff_cache .pytest_cache
