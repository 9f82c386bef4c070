# The one list of commands. Each sets up what it needs on a bare Debian 12 with Rust 1.95 and Node 20.
.PHONY: help setup run test check demo gen bench figures sim e2e bundle page format lints deny
.NOTPARALLEL:
.DEFAULT_GOAL := help
STEP := tools/step.sh

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## what building and testing need, where it is missing
	@mkdir -p build && : > build/test.log
	@$(STEP) setup tools/setup.sh

run: ## the window on a demonstration; without a display, the main job by the command, told in French
	@tools/run.sh

demo: ## the demonstration alone, in a new folder below ./demo
	@tools/run.sh demo

gen: ## what is generated and committed: the shipped workbooks, the types that the page shares with the shell
	@cargo run --locked --quiet -p terrain-shipped --example generate
	@WRITE_TYPES=1 cargo test --locked --quiet -p mourafaka-terrain types

check: setup page format lints deny ## before each commit: format, lints, licences, quick tests
	@$(STEP) quick cargo test --locked --workspace --lib --bins --test tidy --no-fail-fast

test: setup page format lints deny ## everything that must hold
	@$(STEP) build cargo test --locked --workspace --no-run
	@$(STEP) tests cargo test --locked --workspace --no-fail-fast

e2e: setup page ## the journeys alone, in the real window; pictures in build/pictures
	@$(STEP) journeys cargo test --locked -p mourafaka-terrain --test command_line -p terrain-tests --test e2e --no-fail-fast

sim: ## many laptops and bad luck, far longer than in `test`
	@tools/setup.sh command
	@SIM_SEEDS=$${SIM_SEEDS:-2000} SIM_EVENTS=$${SIM_EVENTS:-300} cargo test --locked -p terrain-tests --test simulation

bench: ## figures, by the optimised build
	@tools/setup.sh command
	@cargo build --locked --release
	@mkdir -p build
	@python3 tests/benches/edits.py build/edits.jsonl --edits 20000
	@$${CARGO_TARGET_DIR:-target}/release/mourafaka bench save
	@$${CARGO_TARGET_DIR:-target}/release/mourafaka bench merge --input build/edits.jsonl

figures: ## of the window, beside an empty one: start, memory, key press
	@tools/setup.sh
	@tools/page.sh build
	@cargo build --locked --release -p terrain-cli -p mourafaka-terrain --bins --example empty_window
	@python3 tests/benches/window.py --built $${CARGO_TARGET_DIR:-target}/release

bundle: ## an installer for this system, in target/release/bundle
	@tools/setup.sh build
	@tools/page.sh build
	@TAURI_APP_PATH=src-tauri TAURI_FRONTEND_PATH=ui npm exec --yes --package=@tauri-apps/cli@2.12.5 -- \
		tauri build --bundles $${BUNDLES:-deb}

page: ## the window's page: types, tests, build
	@$(STEP) page tools/page.sh
format:
	@$(STEP) format cargo fmt --check
lints:
	@$(STEP) lints cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
deny:
	@$(STEP) deny build/tools/bin/cargo-deny --offline --locked check licenses sources bans
