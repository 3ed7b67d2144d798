# Every target that needs Python sets itself up: set-up.sh does what is missing, and nothing the second time.
# PYTHON=/path/to/python, CHROMIUM=/path/to/browser and NGINX=/path/to/nginx choose what is used.

BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help site serve check test journeys quality screens bench pictures lock clean set-up set-up-browser

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: set-up ## build the help centre into site/, and the agents' site into site-agent/
	@$(BIN)/helpcenter build
	@$(BIN)/helpcenter build --audience agent

serve: set-up ## show the help centre on this machine, and build it anew at each change
	@$(BIN)/helpcenter serve

check: set-up ## check and prove content and rules; writes nothing
	@$(BIN)/helpcenter check

test: set-up-browser ## run everything that must pass before a change is done
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary & types=$$!; $(BIN)/lint-imports --no-logo && $(BIN)/helpcenter check && wait $$types
	CHROMIUM="$$(cat .venv/browser)" NGINX="$$(cat .venv/nginx-path)" $(BIN)/pytest -n auto --maxprocesses 2 --dist worksteal

screens: site set-up-browser ## draw every kind of page into build/screens/, to be looked at
	@CHROMIUM="$$(cat .venv/browser)" $(BIN)/python -m tests.browser.screens

journeys: set-up-browser ## walk all journeys through the player in Chromium (GUIDE=triage: those of one guide)
	@CHROMIUM="$$(cat .venv/browser)" $(BIN)/python -m tests.browser.journeys $(GUIDE)

# What needs Node, packages from npm, and Java; it fails where they are missing.
quality: set-up-browser site ## Lighthouse, HTML checkers, a parser of JavaScript, an app that uses the player as npm installs it
	@CHROMIUM="$$(cat .venv/browser)" $(BIN)/python -m tests.quality
	cd tests/quality/package-use && npm ci --silent --no-audit --no-fund && npm run --silent types && npm run --silent build -- --logLevel warn
	CHROMIUM="$$(cat .venv/browser)" $(BIN)/python -m tests.quality.package_use

bench: set-up ## measure how long the stages take (WRITE=1: also into benchmarks/RESULTS.md; ONLY=searching,desk: these alone)
	@$(BIN)/python -m benchmarks $(if $(WRITE),--write) $(if $(ONLY),--only $(ONLY))

pictures: set-up-browser ## draw the social picture of each topic anew
	@$(BIN)/helpcenter pictures --browser "$$(cat .venv/browser)"

# uv is asked alone, without this machine's settings, so that the lock holds the hashes of the public files.
lock: ## pin requirements*.in in requirements.lock (UPGRADE=1: take the newest versions)
	@tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && \
	"$${PYTHON:-python3}" -m venv "$$tmp" && \
	"$$tmp/bin/pip" install --quiet --disable-pip-version-check uv && \
	env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
	"$$tmp/bin/uv" pip compile --quiet --no-config --no-cache \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url $(if $(UPGRADE),--upgrade) \
		--custom-compile-command 'make lock' --output-file requirements.lock \
		requirements.in requirements-dev.in

clean: ## delete what was built; .venv stays
	rm -rf build site site-agent .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

set-up:
	@./set-up.sh

set-up-browser:
	@./set-up.sh browser
