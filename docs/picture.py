"""Takes the README's picture from the demo council: `make picture`. Needs Chromium and what the tests need.

Starts the whole service on a folder and a port of its own, opens one case, and writes `docs/sagens-gang.png`.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import ARGUMENTS

ROOT = Path(__file__).resolve().parent.parent
CASE = "/sager/27.00.00-A21-1-25/"
WIDTH, HEIGHT = 1280, 1400
STARTS_WITHIN = 180  # seconds, the demo council's two years of minutes included


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="secretariat-picture-") as folder:
        port = _free_port()
        command = [sys.executable, "manage.py", "run", "--port", str(port)]
        service = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"DATA_DIR": folder}, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, service)
            _take(f"{address}{CASE}", ROOT / "docs" / "sagens-gang.png")
        finally:
            service.terminate()
            service.wait()


def _take(address: str, file: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(locale="da-DK", viewport={"width": WIDTH, "height": HEIGHT})
        answer = page.goto(address)
        if answer is None or answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status if answer else 'nothing'}")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=file)
        browser.close()


def _wait_for(address: str, service: subprocess.Popen) -> None:
    patience = time.monotonic() + STARTS_WITHIN
    while service.poll() is None and time.monotonic() < patience:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the service did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main()
