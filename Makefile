# Everything a newcomer needs: `make run` and `make test`. Both set up what they need in .venv first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test test-slow test-explore lint lock gallery bench clean

run: .venv/ready-to-run
	@exec $(BIN)/python -m bot.try_out

test: .venv/ready-to-test lint
	$(BIN)/python -m pytest -n 2 -m "not slow"

test-slow: .venv/ready-to-test
	$(BIN)/python -m pytest -n 2 -m slow

# The properties over random examples, drawn anew each time: a hunt for faults, not a gate.
test-explore: .venv/ready-to-test
	$(BIN)/python -m pytest -n 2 -m hypothesis --hypothesis-profile=exploring

lint: .venv/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Napier needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "No virtual environment could be made. On Debian: apt-get install python3-venv"; exit 1; }

# The project itself is installed in place; hatchling comes from the lock too, so nothing is fetched unhashed.
.venv/ready-to-run: requirements/run.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --no-index -e .
	@touch $@

.venv/ready-to-test: requirements/test.lock .venv/ready-to-run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.lock
	@touch $@

# Only for those who change the dependencies: resolves them anew for every platform.
lock: .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		--custom-compile-command "make lock" pyproject.toml requirements/build.in -o requirements/run.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
		--custom-compile-command "make lock" pyproject.toml requirements/build.in --extra test -c requirements/run.lock \
		-o requirements/test.lock

# Every picture in both languages and themes, as docs/gallery shows them.
gallery: .venv/ready-to-test
	$(BIN)/python -m bench.gallery

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
