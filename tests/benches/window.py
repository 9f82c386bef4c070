"""Figures of the window, beside a window of the same frame with nothing in it. One JSON line for each.

    window.py [--built target/release] [--runs 7] [--big DIR]

start   from the start of the process to the first paint. Nothing is painted before the unlock screen is there, with the
        field for the passphrase in focus.
memory  PSS of the process and its web processes, once that screen stands.
key     from a key press to the answer on the screen: in the app a digit that chooses an answer of the diagnostic, in an
        empty page a digit typed into an input. Ends at the frame after the one in which the change was seen.
screen  from a click to the frame after the last change of the page that it brings (the page must be quiet for QUIET_MS
        after that): each screen of the demonstration, once for the first time (its code is read) and once again; beside
        them those of a coach's data folder DIR, of a programme that `mourafaka demo` made.

Both windows are driven by WebKitWebDriver on a screen of their own, run after run alternately; medians are told. Needs
Xvfb and WebKitWebDriver, the command `mourafaka` for the data, and the window's own programs:
    cargo build --release -p terrain-cli -p mourafaka-terrain --example empty_window --bins
"""

import argparse
import json
import os
import signal
import statistics
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

PASSPHRASE = "demonstration"
KEYS = 40
PAINTED = """
const done = arguments[arguments.length - 1];
const [focus] = arguments;
const look = () => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  if (!paint || (focus && !document.activeElement?.matches(focus))) return setTimeout(look, 10);
  done(performance.timeOrigin + paint.startTime);
};
look();
"""
# Each key down notes its moment; frames look for the change it should make.
WATCH = """
window.times = [];
const change = () => CHANGE;
let last = change(), began = 0;
addEventListener('keydown', (e) => { began = e.timeStamp; last = change(); }, true);
const frame = () => requestAnimationFrame(() => {
  if (began && change() !== last) {
    const from = began;
    began = 0;
    requestAnimationFrame(() => times.push(performance.now() - from));
  }
  frame();
});
frame();
"""


# What was closed before has gone when a start is timed.
SETTLE_S = 2
QUIET_MS = 400
# Clicks and waits until nothing in the page changes any more.
GO = """
const [selector, n, quiet] = arguments;
const done = arguments[arguments.length - 1];
const element = [...document.querySelectorAll(selector)].at(n);
if (!element) return done(null);
let last = 0;
const seen = new MutationObserver(() => requestAnimationFrame(() => (last = performance.now())));
seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
const began = performance.now();
element.click();
const look = () => {
  if (performance.now() - Math.max(last, began) < quiet || document.querySelector('.skeleton')) return setTimeout(look, 20);
  seen.disconnect();
  done(last - began);
};
look();
"""
RAIL = "nav button"
TAB = "[role=tab]"
# Screen, what to click, which of those: in the order of a walk.
WALK = [
    ("cooperatives", RAIL, 1),
    ("cooperative", "[role=row].opens", 0),
    ("cooperative plan", TAB, 2),
    ("cooperative visits", TAB, 3),
    ("cooperative files", TAB, 4),
    ("cooperative history", TAB, 5),
    ("cooperative diagnostics", TAB, 1),
    ("entry", "[role=tabpanel] td button", 0),
    ("agenda", RAIL, 2),
    ("visit", "[data-visit]", 0),
    ("exchange", RAIL, 3),
    ("settings", RAIL, 4),
    ("today", RAIL, 0),
]


class Screen:
    def __enter__(self):
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
        self.process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


class Window:
    """A program in a driver, with a home of its own."""

    def __init__(self, screen, program, args):
        self.home = tempfile.TemporaryDirectory()
        self.stamp = Path(self.home.name, "began")
        starter = Path(self.home.name, "starter")
        starter.write_text(f'#!/bin/sh\ndate +%s%N >"{self.stamp}"\nexec "{program}" "$@"\n')
        starter.chmod(0o755)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        folders = {name: self.home.name for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "TMPDIR")}
        driven = {"TAURI_AUTOMATION": "true", "TAURI_WEBVIEW_AUTOMATION": "true", "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
        env = {**os.environ, **folders, **driven, "DISPLAY": screen.name, "LANG": "fr_FR.UTF-8", "GDK_BACKEND": "x11"}
        self.driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={self.port}"], env=env, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                self.ask("GET", "/status")
                break
            except OSError:
                time.sleep(0.02)
        options = {"webkitgtk:browserOptions": {"binary": str(starter), "args": args}, "timeouts": {"script": 60_000}}
        self.session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})["sessionId"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=90) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{path}: {error.read().decode()}") from error

    def run(self, script, *args, wait=False):
        kind = "async" if wait else "sync"
        return self.ask("POST", f"/session/{self.session}/execute/{kind}", {"script": script, "args": list(args)})

    def keys(self, text):
        steps = [{"type": t, "value": c} for c in text for t in ("keyDown", "keyUp")]
        self.ask("POST", f"/session/{self.session}/actions", {"actions": [{"type": "key", "id": "k", "actions": steps}]})

    def until(self, condition):
        script = "const done = arguments[0]; const look = () => (%s) ? done(true) : setTimeout(look, 10); look();" % condition
        self.run(script, wait=True)

    def started_ms(self, focus):
        return self.run(PAINTED, focus, wait=True) - int(self.stamp.read_text()) / 1e6

    def pss_mb(self):
        total = 0
        for process in Path("/proc").iterdir():
            try:
                fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
                if int(fields[3]) != self.driver.pid or process.name == str(self.driver.pid):
                    continue
                rollup = (process / "smaps_rollup").read_text()
            except (OSError, IndexError, ValueError):
                continue
            total += int(rollup.split("\nPss:")[1].split()[0])
        return total / 1024

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.killpg(self.driver.pid, signal.SIGKILL)
        self.driver.wait()
        self.home.cleanup()


def programme(command, folder):
    """A small programme: a coach's data folder, and what makes its window open at the first question of a new diagnostic with
    levels."""
    env = {**os.environ, "MOURAFAKA_PASSPHRASE": PASSPHRASE}

    def say(*args):
        done = subprocess.run([command, "--lang", "fr", "--json", *args], env=env, capture_output=True, text=True)
        if done.returncode > 1:
            raise SystemExit(f"{args}: {done.stderr}")
        return json.loads(done.stdout)

    say("demo", str(folder), "--cooperatives", "3", "--coaches", "2", "--months", "3")
    data = str(folder / "coach-1")
    rows = say("--data", data, "call", "cooperatives", "{}")["rows"]
    mine = next(row["id"] for row in rows if row["mine"])
    entry = say("--data", data, "call", "entry_new", json.dumps({"form": "diagnostic", "cooperative": mine}))["id"]
    form = say("--data", data, "call", "entry_form", json.dumps({"entry": entry, "language": "fr"}))
    question = next(q["path"] for q in form["questions"] if q["levels"])
    kept = {"route": json.dumps({"screen": "entry", "entry": entry}), f"entry.{entry}": question}

    def place():
        for key, value in kept.items():
            say("--data", data, "call", "keep_page_state", json.dumps({"key": key, "value": value}))

    return data, place


UP = "\ue013"


def answers(screen, app, data):
    """Answers the first question with levels again and again: a digit answers and goes on, the arrow comes back."""
    with Window(screen, app, ["--data", data]) as window:
        window.until("document.activeElement?.matches('input[type=password]')")
        window.keys(PASSPHRASE + "\ue007")
        window.until("document.querySelector('article')?.contains(document.activeElement)")
        window.run(WATCH.replace("CHANGE", "document.querySelector('article h2').textContent"))
        times = []
        for n in range(KEYS):
            for key in (str(n % 5), UP):
                window.keys(key)
                window.until("times.length === 1")
                took = window.run("return times.splice(0);")
                times += took if key != UP else []
        return times


def typed(screen, empty):
    """Types digits into the field of the empty window."""
    with Window(screen, empty, []) as window:
        window.until("document.activeElement?.matches('input')")
        window.run(WATCH.replace("CHANGE", "document.querySelector('input').value"))
        times = []
        for n in range(KEYS):
            window.keys(str(n % 5))
            window.until("times.length === 1")
            times += window.run("return times.splice(0);")
        return times


def screens(screen, app, data):
    """Walks over the screens twice: milliseconds by screen, the first time and the second."""
    with Window(screen, app, ["--data", data]) as window:
        window.until("document.activeElement?.matches('input[type=password]')")
        window.keys(PASSPHRASE + "\ue007")
        window.until("document.querySelector('nav') && document.querySelector('main h1') && !document.querySelector('.skeleton')")
        walks = []
        for _ in range(2):
            took = {name: window.run(GO, selector, n, QUIET_MS, wait=True) for name, selector, n in WALK}
            walks.append({name: ms for name, ms in took.items() if ms is not None})
        return walks


def tell_screens(runs):
    """A line for each screen, of walks of programme after programme: programme, first or again, and the medians."""
    for name, _, _ in WALK:
        line = {"figure": "screen", "screen": name}
        for programme, walks in runs.items():
            for place, turn in enumerate(("first", "again")):
                took = [walk[place][name] for walk in walks if name in walk[place]]
                if took:
                    line[f"{programme}_{turn}_ms"] = round(statistics.median(took))
        print(json.dumps({**line, "goal": "at most 100"}), flush=True)


def tell(figure, unit, app, empty, **more):
    app, empty = statistics.median(app), statistics.median(empty)
    line = {"figure": figure, f"app_{unit}": round(app, 1), f"empty_{unit}": round(empty, 1)}
    print(json.dumps({**line, "ratio": round(app / empty, 2), "more": round(app - empty, 1), **more}), flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--built", type=Path, default=Path("target/release"))
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--big", type=Path, help="a coach's data folder of a big programme")
    options = options.parse_args()
    built = options.built.resolve()
    app, empty = built / "mourafaka-terrain", built / "examples/empty_window"
    with Screen() as screen, tempfile.TemporaryDirectory() as folder:
        data, place = programme(built / "mourafaka", Path(folder, "programme"))
        start, memory, key = ([], []), ([], []), ([], [])
        demonstration = Path(folder, "demonstration")
        subprocess.run([built / "mourafaka", "demo", demonstration], check=True, stdout=subprocess.DEVNULL)
        programmes = {"demonstration": demonstration / "coach-1", **({"big": options.big} if options.big else {})}
        walks = {name: [] for name in programmes}
        for _ in range(options.runs):
            for side, (program, args, focus) in enumerate([(app, ["--data", data], "input[type=password]"), (empty, [], None)]):
                time.sleep(SETTLE_S)
                with Window(screen, program, args) as window:
                    start[side].append(window.started_ms(focus))
                    time.sleep(1)
                    memory[side].append(window.pss_mb())
            place()
            key[0].append(statistics.median(answers(screen, app, data)))
            key[1].append(statistics.median(typed(screen, empty)))
            for name, data_of in programmes.items():
                walks[name].append(screens(screen, app, str(data_of.resolve())))
        tell("start", "ms", *start, goal="ratio at most 1.25")
        tell("memory", "mb", *memory, goal="at most 60 more")
        tell("key", "ms", *key)
        tell_screens(walks)


if __name__ == "__main__":
    main()
