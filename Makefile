# The one list of commands. `make run` and `make test` set everything up on a bare Debian 12 with Rust 1.95.
.PHONY: help setup run test check demo
.DEFAULT_GOAL := help
STEP := tools/step.sh

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup:
	@tools/setup.sh

check: ## format, lints and quick tests
	@$(STEP) format cargo fmt --check
	@$(STEP) lints cargo clippy --workspace --all-targets --quiet -- -D warnings
	@$(STEP) quick cargo test --workspace --lib --quiet

test: setup ## everything that must hold
	@mkdir -p build && : > build/test.log
	@$(STEP) build cargo test --workspace --no-run --quiet
	@$(STEP) tests cargo test --workspace
