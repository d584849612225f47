"""Runs all checks in one browser, and prints a JSON object for each: run.py REPORTS [THEME or THEME.CHECK ...]

REPORTS is the folder of the pages (see Pages.swift). FACTCHECK_SHOTS=FOLDER keeps screenshots there.
"""

import importlib
import inspect
import json
import os
import pathlib
import sys
import threading
import time
import traceback

from playwright.sync_api import sync_playwright

from harness import Lab

HERE = pathlib.Path(__file__).resolve().parent


def checks(wanted):
    """The public functions of every file beside this one, in the order in which they stand there."""
    for file in sorted(HERE.glob("*.py")):
        if file.name in ("run.py", "harness.py"):
            continue
        module = importlib.import_module(file.stem)
        own = [
            function
            for name, function in vars(module).items()
            if inspect.isfunction(function) and function.__module__ == file.stem and not name.startswith("_")
        ]
        for function in own:
            name = f"{file.stem}.{function.__name__}"
            if not wanted or file.stem in wanted or name in wanted:
                yield name, function


def outcome(name, function, lab):
    start = time.monotonic()
    failure = line = None
    try:
        function(lab)
        if lab.trouble:
            failure = "; ".join(lab.trouble[:5])
    except Exception as error:  # A check that breaks is one that failed.
        here = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.name == function.__name__]
        line = here[-1].lineno if here else None
        words = str(error).strip() or (here[-1].line if here else "")
        kind = "" if isinstance(error, AssertionError) else f"{type(error).__name__}: "
        failure = "; ".join([kind + words[:2000]] + lab.trouble[:5])
    finally:
        lab.close()
        lab.trouble = []
    return {"check": name, "failure": failure, "line": line, "seconds": round(time.monotonic() - start, 3)}


def end_with(parent):
    """Tests that are killed take the browser with them."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(3)


def main():
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    folder, wanted = sys.argv[1], set(sys.argv[2:])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("FACTCHECK_CHROMIUM") or "/usr/bin/chromium",
            # In containers there is no sandbox to be had, and little shared memory; the pages are our own.
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        lab = Lab(browser, folder, os.environ.get("FACTCHECK_SHOTS"))
        for name, function in checks(wanted):
            print(json.dumps(outcome(name, function, lab)), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
