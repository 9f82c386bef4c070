# The one list of commands. Each sets up what it needs on a bare Debian 12 with Rust 1.95.
.PHONY: help setup run test check demo gen bench sim format lints deny
.NOTPARALLEL:
.DEFAULT_GOAL := help
STEP := tools/step.sh

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## what building and testing need, where it is missing
	@mkdir -p build && : > build/test.log
	@$(STEP) setup tools/setup.sh

run: ## the demonstration and the main job in it, told in French
	@tools/setup.sh build
	@cargo build --locked
	@tools/run.sh

demo: ## the demonstration alone, in a new folder below ./demo
	@tools/setup.sh build
	@cargo build --locked
	@tools/run.sh demo

gen: ## the shipped workbooks again, from their texts
	@cargo run --locked --quiet -p terrain-shipped --example generate

check: setup format lints deny ## before each commit: format, lints, licences, quick tests
	@$(STEP) quick cargo test --locked --workspace --lib --bins --test tidy --no-fail-fast

test: setup format lints deny ## everything that must hold
	@$(STEP) build cargo test --locked --workspace --no-run
	@$(STEP) tests cargo test --locked --workspace --no-fail-fast

sim: ## many laptops and bad luck, far longer than in `test`
	@tools/setup.sh build
	@SIM_SEEDS=$${SIM_SEEDS:-2000} SIM_EVENTS=$${SIM_EVENTS:-300} cargo test --locked -p terrain-tests --test simulation

bench: ## figures, by the optimised build
	@tools/setup.sh build
	@cargo build --locked --release
	@mkdir -p build
	@python3 tests/benches/edits.py build/edits.jsonl --edits 20000
	@$${CARGO_TARGET_DIR:-target}/release/mourafaka bench save
	@$${CARGO_TARGET_DIR:-target}/release/mourafaka bench merge --input build/edits.jsonl

format:
	@$(STEP) format cargo fmt --check
lints:
	@$(STEP) lints cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
deny:
	@$(STEP) deny build/tools/bin/cargo-deny --offline --locked check licenses sources bans
