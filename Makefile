# The habits of the house. All their logic is in outils/, so that they work without make too (see README.md).
#   make run PORT=9000          make build ARGS=--verifier          make test PYTHON=python3.12
PYTHON ?= python3
export PYTHONUTF8 = 1

.DEFAULT_GOAL := aide
.PHONY: aide run test vite installer build bench charge mesures propre

aide run test vite installer build bench charge mesures propre:
	@$(PYTHON) -m outils.atelier $@ $(ARGS)
