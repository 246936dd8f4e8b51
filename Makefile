# The targets for working on Corner Kiosk; the scripts that they run are in packaging/
MAKEFLAGS += --no-print-directory
export KIOSK_PYTHON PROGRAMME AT
kiosk := .venv/bin/kiosk
python := .venv/bin/python
pytest := $(python) -m pytest

.PHONY: help setup run demo gallery flyers sentences test coverage bench faults layout model monkey fuzz mutants signals powercut supervise clean-root deb deb-check image boot docs lock clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r verb what; do printf 'make %-11s %s\n' "$$verb" "$$what"; done

setup: ## install what the program needs into .venv
	@sh packaging/setup.sh run

run: demo ## show the demo programme full screen, or draw it (PROGRAMME=corner-month, AT=2016-04-06T18:05)
	@sh packaging/run.sh

demo: setup ## build and install the demo programme into build/demo
	@sh packaging/demo.sh

gallery: demo ## draw every screen to build/gallery
	@$(kiosk) gallery build/gallery --library build/demo/library --settings data/kiosk.toml --at 2016-04-03T14:20

flyers: ## draw the reference pictures of flyers again
	@sh packaging/setup.sh test
	@$(python) -m tests.appearance.flyers

sentences: ## make the types of the sentence ids again, after a change in resources/i18n
	@sh packaging/setup.sh test
	@$(python) packaging/sentence_ids.py > kiosk/base/sentence_ids.pyi

test: ## run every check
	@sh packaging/setup.sh test
	@$(pytest) -n 2 --dist loadgroup

coverage: ## measure which lines and branches the tests reach: half as much time again (95 % at least)
	@sh packaging/setup.sh test
	@$(pytest) -n 2 --dist loadgroup --cov

bench: ## measure the program against its peers, into build/bench.json and growth.svg (PARTS="screens flyers")
	@sh packaging/setup.sh bench
	@$(python) -m tests.bench $(PARTS)

faults: ## run the long campaigns of kills, faults and random input
	@sh packaging/setup.sh test
	@$(pytest) -m campaign

layout: ## judge the pages of 2,000 programmes made at the limits of packs (LAYOUT_EXAMPLES=2000)
	@sh packaging/setup.sh test
	@LAYOUT_EXAMPLES=$(or $(LAYOUT_EXAMPLES),2000) $(pytest) tests/appearance/generated

model: ## run the models of time and rights at length (MODEL_EXAMPLES=10000)
	@sh packaging/setup.sh test
	@export MODEL_EXAMPLES=$(or $(MODEL_EXAMPLES),10000); \
	    $(pytest) tests/faults/test_j_rights_model.py && $(pytest) -m campaign -n 2 tests/faults/test_j_time_model.py

fuzz: ## fuzz the gates for untrusted input (RUNS=200000, TARGET=packs, INPUT=FILE)
	@sh packaging/setup.sh test
	@$(python) -m tests.fuzz $(if $(RUNS),--runs $(RUNS)) $(if $(TARGET),--target $(TARGET)) $(if $(INPUT),--input $(INPUT))

signals: ## send SIGTERM at random instants of every operation, under load (SIGNALS=500, SEED=N)
	@sh packaging/setup.sh test
	@$(python) -m tests.signals $(if $(SIGNALS),--signals $(SIGNALS)) $(if $(SEED),--seed $(SEED))

mutants: ## measure the tests by mutants of the code (MODULES='kiosk.packs.*')
	@sh packaging/setup.sh test
	@sh packaging/mutants.sh $(if $(MODULES),'$(MODULES)')

powercut: ## cut the power on real file systems, as root (CUTS=1000, SEED=WORD)
	@sh packaging/setup.sh test
	@$(python) -m tests.powercut $(if $(CUTS),--cuts $(CUTS)) $(if $(SEED),--seed $(SEED))

monkey: ## tap at random for half an hour after a warm-up (MINUTES=30, SEED=N)
	@sh packaging/setup.sh test
	@$(python) -m tests.monkey $(if $(MINUTES),--minutes $(MINUTES)) $(if $(SEED),--seed $(SEED))

supervise: ## kill, stop and break the screen a hundred times (FAULTS=100, SEED=N)
	@sh packaging/setup.sh test
	@$(python) -m tests.supervisor $(if $(FAULTS),--faults $(FAULTS)) $(if $(SEED),--seed $(SEED))

clean-root: ## run `make run` and `make test` in a new, bare Debian (as root)
	@sh packaging/clean-root.sh

deb: ## build the Debian package into build/deb (with Python 3.11)
	@sh packaging/debian/build.sh

deb-check: deb ## install, upgrade and purge the package in a bare Debian 12 (as root)
	@sh packaging/debian/check.sh

image: deb ## build the whole disk of a kiosk into build/image (as root; ANSWERS=FILE PUBLISHER=root.json PACK=FILE)
	@sh packaging/setup.sh run
	@ANSWERS='$(ANSWERS)' PUBLISHER='$(PUBLISHER)' PACK='$(PACK)' sh packaging/image/build.sh

boot: deb ## start that disk in QEMU: a visitor, a librarian, faults, power cuts (as root; ROUNDS=1 CUTS=5 STARTS=1)
	@sh packaging/setup.sh test
	@sh packaging/system-packages.sh packaging/system-packages-boot.txt
	@QT_QPA_PLATFORM=offscreen $(python) -m tests.boot $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(CUTS),--cuts $(CUTS)) \
	    $(if $(STARTS),--starts $(STARTS)) $(if $(SCENES),--scenes $(SCENES))

docs: ## write the pages of docs/ that are made from the code
	@sh packaging/setup.sh test
	@$(python) -m tests.gates.pack_rules_page

lock: ## pin the newest versions that pyproject.toml allows
	@sh packaging/lock.sh

clean: ## remove everything that these targets created
	@rm -rf build mutants .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
