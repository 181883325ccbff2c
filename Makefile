# Two commands: `make serve` to see the guide while you write, `make test` to prove it.
SHELL := /bin/bash -eu -o pipefail
.DEFAULT_GOAL := help
# Looked up before $(BIN) is put first on the path.
PYTHON := $(or $(PYTHON),$(shell command -v python3))
VENV := .venv
BIN := $(VENV)/bin
NODE_BIN := node_modules/.bin
LOCK := uv pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-header
export NO_MKDOCS_2_WARNING := 1
export SOURCE_DATE_EPOCH := 315532800
# Installed tools first: $(BIN) holds a Node from the lock file if the machine has none.
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help serve build dist wheel release checked-version check check-host looked-at-host verify looked-at-files discreet words languages language translate po po-in review behind same test test-all audit lint bench coverage lock screenshots plan-pictures sheets-preview clean

help: ## List the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 20

$(VENV)/installed: requirements.txt pyproject.toml tools/install-python
	tools/install-python $(PYTHON) $(VENV)

$(VENV)/node: $(VENV)/installed requirements-node.txt tools/install-node
	tools/install-node $(VENV)

node_modules/installed: $(VENV)/node package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/pdf: $(VENV)/installed tools/install-pdf
	tools/install-pdf $(VENV)

installed: $(VENV)/installed $(VENV)/pdf node_modules/installed

check: $(VENV)/installed ## Read all content, in every language or in LANGUAGE=es, and report every problem.
	@for code in $(or $(code),en $$($(BIN)/python -m hooks.languages)); do \
	  GUIDE_LANGUAGE=$$code $(BIN)/python -m hooks.content || failed=1; done; test -z "$${failed:-}"

discreet: build ## List where the built site shows its topic: in addresses, titles and names.
	@$(BIN)/python -m hooks.site.discreet site

words: $(VENV)/installed ## List every sentence in words.pot, and bring each language's words.po up to date.
	@$(BIN)/python -m hooks.translation

languages: $(VENV)/installed ## Say how much each language has, and what to translate next.
	@$(BIN)/python -m hooks.languages.table

language: $(VENV)/installed ## Start a language: CODE=pt NAME=Português
	@$(BIN)/python -m hooks.languages.start "$(CODE)" "$(NAME)"

# Only what is typed behind make counts: systems set LANGUAGE too.
code = $(if $(filter command,$(origin LANGUAGE)),$(LANGUAGE))

translate: $(VENV)/installed ## Copy a step or a page into a language, to be translated: LANGUAGE=es ITEM=now.md
	@$(BIN)/python -m hooks.languages.start --text "$(code)" "$(ITEM)"

po: $(VENV)/installed ## Write all texts of a language to es.po, for a translation platform: LANGUAGE=es
	@$(BIN)/python -m hooks.languages.po "$(code)"

po-in: $(VENV)/installed ## Read es.po back into languages/es/, or write nothing: LANGUAGE=es, PO=another.po
	@$(BIN)/python -m hooks.languages.po_in "$(code)" $(if $(PO),"$(PO)")

review: $(VENV)/installed ## Write the sheet for a reader who speaks it, contributing/review-es.md: LANGUAGE=es
	@$(BIN)/python -m hooks.languages.review "$(code)"

behind: $(VENV)/installed ## Show by words what changed in the English: LANGUAGE=es, and ITEM=now.md for one text.
	@$(BIN)/python -m hooks.languages.behind "$(code)" "$(ITEM)"

same: $(VENV)/installed ## Say that the English was only reworded: ITEM=now.md; in every language, or in LANGUAGE=es.
	@$(BIN)/python -m hooks.languages.behind --same "$(code)" "$(ITEM)"

# make ends with 2 where a command fails. Asked a question, it ends with 1 where something is left to do: so what looks at
# a published guide runs as a question, of which only the lines with + are done, and a problem leaves something to do.
ifneq ($(filter check-host verify,$(MAKECMDGOALS)),)
ifeq ($(words $(MAKECMDGOALS)),1)
MAKEFLAGS += --question
endif
endif
looked = +@export MAKEFLAGS=; $(MAKE) --no-print-directory --silent $(VENV)/installed; mkdir -p .build; \
  $(BIN)/python -m hooks.hosting.$(1) || echo "$$?" > .build/problem-$$PPID
problem = $(if $(shell rm .build/problem-$$PPID 2> /dev/null && echo yes),@false)

looked-at-host:
	$(call looked,check_host "$(URL)")

check-host: looked-at-host ## Say what is right and wrong about a published guide: URL=https://example.org/
	$(problem)

looked-at-files:
	$(call looked,verify "$(SITE)" site)

verify: looked-at-files ## Compare a published guide, or a copy of it in a folder, with site/: SITE=https://example.org/
	$(problem)

serve: installed ## Build and serve the guide on this machine; rebuild on change.
	$(BIN)/mkdocs serve --strict

build: installed ## Write site/, and site-hosting/ for its host; a failed build leaves the last good ones.
	tools/build site

lint: installed ## Check the form and the types of the code.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	for part in "" .model .workers; do $(NODE_BIN)/tsc -p tsconfig$$part.json; done
	$(NODE_BIN)/eslint --max-warnings 0 theme languages hooks tests tools
	$(NODE_BIN)/prettier --check --log-level warn "{hooks,theme,languages,tests,tools}/**/*.{js,mjs,css}"

dist: build ## Write dist/: the guide in one file, and the site as an archive.
	tools/dist site dist

wheel: build ## Write dist/quiet_guide-VERSION-py3-none-any.whl, which organisations install.
	tools/wheel site dist

release: checked-version dist ## Write all that a release publishes to dist/, with its hashes; the changelog must name it.
	tools/release site dist

checked-version: $(VENV)/installed
	@$(BIN)/python -m hooks.release.version

workers = $$(nproc 2> /dev/null || getconf _NPROCESSORS_ONLN)
# One worker for each processor, and the one that `--spare` is about (tests/spare.py).
# Tests marked `long` repeat in one more engine, or on one more sheet, what `make test` proves (tests/lanes.py).
at_once = -n $$(($(workers) + 1)) --spare --no-loadscope-reorder
# `make test` looks for English that is left in each other language; `make test-all` runs every test of words in each,
# and in languages that nobody speaks.
test: tested = -m "not long"
test: of_each_language = -m "every_language and not long"
test: export FOLDERS = $(if $(code),,tests/languages)
test-all: made_up = qps qps-Hebr
test test-all:
	$(MAKE) PYTHON="$(PYTHON)" --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) lint dist
	tools/install-browser $(VENV)
	tools/install-poppler
	tools/install-fonts
	tools/install-age
	tools/install-servers
	$(if $(code),,$(BIN)/pytest $(at_once) $(tested))
	for one in $(or $(code),$$($(BIN)/python -m hooks.languages) $(made_up)); do \
	  tools/test-language $$one $(at_once) $(if $(code),$(tested),$(of_each_language)) || exit; done
	$(if $(code),,$(if $(filter test-all,$@),tools/install-audit && $(BIN)/python -m tests.audit))

test: ## Build strictly and run the tests, browsers included; every change must pass. LANGUAGE=es runs them all in it.
test-all: ## The same in every engine, on every sheet and in every language, and the audit; every release must pass.

# JOURNEYS="plan-leave read-leave-firefox" does some of them.
audit: dist ## Do what readers do in real windows, and write what each browser keeps to content/traces.yml.
	tools/install-browser $(VENV)
	tools/install-audit
	$(BIN)/python -m tests.audit $(JOURNEYS)

bench: build ## Measure against stock Material and stock Pyodide, side by side.
	tools/install-browser $(VENV)
	$(BIN)/python -m tests.bench

# Built with the published core alone: where the list is of another Pyodide, there is no small one.
coverage: installed ## Run Pyodide in three engines, and write which of its functions the small core keeps.
	GUIDE_CORE=published tools/build site
	tools/install-browser $(VENV)
	$(BIN)/python -m tests.core

screenshots: build ## Take the pictures of the README, and one of every main view to previews/.
	tools/install-browser $(VENV)
	$(BIN)/python -m tests.screenshots

plan-pictures: build ## Take pictures of the printed plans of three invented people.
	tools/install-browser $(VENV)
	tools/install-poppler
	$(BIN)/python -m tests.plan_pictures

sheets-preview: build ## Write a picture of every page of every sheet to previews/.
	tools/install-poppler
	$(BIN)/python -m tests.sheets_preview

lock: ## Regenerate requirements*.txt from requirements*.in (needs uv).
	for name in requirements requirements-node; do \
	  $(LOCK) --universal --python-version 3.11 $$name.in -o $$name.txt; done
	# These run inside Pyodide, whose Python is newer than the machine's.
	$(LOCK) --no-deps --python-version 3.13 requirements-pyodide.in -o requirements-pyodide.txt

clean: ## Remove everything that was built or installed here.
	rm -rf $(VENV) node_modules site site-hosting dist previews .build .cache
