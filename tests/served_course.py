"""A real JupyterLab that serves a temporary copy of the course on this machine only."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import uuid

import nbformat
from nbformat import v4

from tools.my_lessons import update
from tools.refresh import ABOUT

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
READY = """async () => {
  const session = window.jupyterapp.shell.currentWidget.sessionContext;
  await session.ready;
  await session.session.kernel.info;
}"""
RUN_ALL = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
SELECT = "place => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = place }"
RUN_SELECTED = "() => window.jupyterapp.commands.execute('notebook:run-cell')"
RESTART = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart().then(() => 0)"
CELLS = """() => window.jupyterapp.shell.currentWidget.content.model.sharedModel.toJSON().cells"""


def find_chromium():
    """The path of a Chromium or Chrome: XO_CHROMIUM, or on the search path, or in a usual place; or None."""
    found = [os.environ.get("XO_CHROMIUM")] + [shutil.which(name) for name in NAMES]
    found += [place for place in PLACES if os.path.exists(place)]
    return next((path for path in found if path), None)


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


REST = """(ms) => new Promise((done) => requestAnimationFrame(() => setTimeout(
    () => requestAnimationFrame(() => requestAnimationFrame(done)), ms)))"""


def rest(page, milliseconds=0):
    """Until what the page does by itself is done: its timers up to so many milliseconds, and painting.

    It is the page's own time, in which one thing comes after the other however busy the machine is."""
    page.evaluate(REST, milliseconds)


def wait_until(page, condition, told, seconds=60):
    """Ask again and again until it is so. told: a selector, whose text tells what went wrong"""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited too long: {page.inner_text(told)}"
        page.wait_for_timeout(50)


class Course:
    """course.open(page, "02_filtered_maps"), course.run_all(page), course.cells(page), course.folder, .url"""

    application = "jupyterlab"

    def __init__(self, folder, options=()):
        self.folder = pathlib.Path(folder)
        self.lessons = self.folder / "my_lessons"
        update(ROOT / "notebooks", self.lessons)
        if (ROOT / "docs").exists():
            shutil.copytree(ROOT / "docs", self.folder / "docs")
        self.token = uuid.uuid4().hex
        self.url = f"http://127.0.0.1:{free_port()}"
        self.log = (self.folder / "server.log").open("w")
        command = [sys.executable, "-m", self.application, "--no-browser", "--allow-root", "--expose-app-in-browser"]
        command += ["--ip=127.0.0.1", f"--port={self.url.rsplit(':', 1)[1]}", "--ServerApp.port_retries=0"]
        command += [f"--IdentityProvider.token={self.token}", f"--ServerApp.root_dir={self.folder}", *options]
        where = {"cwd": self.folder, "env": self.environment()}
        self.server = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT, **where)
        self.wait()

    def environment(self):
        """Nothing of this user's Jupyter counts, and nothing is written outside the temporary folder."""
        own = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
        own += ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
        places = {name: str(self.folder / "settings" / name.lower()) for name in own}
        return dict(os.environ, **places, PYTHONDONTWRITEBYTECODE="1")

    def wait(self, seconds=60):
        """Until the server answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.get("/api/status")
                return
            except OSError:
                if self.server.poll() is not None:
                    break
                time.sleep(0.2)
        self.close()
        raise RuntimeError(f"{self.application} did not start:\n" + (self.folder / "server.log").read_text())

    def get(self, path):
        """What the server's own interface answers (JSON)."""
        with urllib.request.urlopen(f"{self.url}{path}?token={self.token}", timeout=10) as answer:
            return json.load(answer)

    def add(self, name, sources):
        """Put a notebook of these code cells into the course, for a test of its own."""
        cells = [v4.new_code_cell(source, id=f"cell-{place}") for place, source in enumerate(sources)]
        nbformat.write(v4.new_notebook(cells=cells, metadata=ABOUT), self.lessons / f"{name}.ipynb")

    def show(self, page, name, sources, selector, cell=None):
        """Open a notebook of these cells, run them (or only one of them), and wait for what it shows."""
        self.add(name, sources)
        self.open(page, name)
        self.run_all(page) if cell is None else self.run(page, cell)
        page.wait_for_selector(selector, timeout=60_000)
        return page

    def open(self, page, name):
        """Show a lesson, in a workspace of its own, with its kernel ready."""
        place = f"lab/workspaces/{uuid.uuid4().hex[:8]}/tree/my_lessons/{name}.ipynb"
        page.goto(f"{self.url}/{place}?token={self.token}")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=120_000)
        page.evaluate(READY)

    def run_all(self, page):
        """Run every cell, wait until the last one is done, and demand that none failed."""
        page.evaluate(RUN_ALL)
        outputs = [output for cell in self.cells(page) for output in cell.get("outputs", [])]
        errors = [f"{output['ename']}: {output['evalue']}" for output in outputs if "ename" in output]
        assert not errors, errors

    def start(self, page, cell):
        """Run one cell, and do not wait for its end."""
        page.evaluate(SELECT, cell)
        page.evaluate(f"() => {{ ({RUN_SELECTED})() }}")

    def run(self, page, cell):
        """Run one cell and wait until it is done. returns: what it printed"""
        page.evaluate(SELECT, cell)
        page.evaluate(RUN_SELECTED)
        return "".join(output.get("text", "") for output in self.cells(page)[cell]["outputs"])

    def restart(self, page):
        """Restart the kernel, and wait until it is there again."""
        page.evaluate(RESTART)

    def cells(self, page):
        """The cells as the page holds them now, outputs included (a list of dicts)."""
        return page.evaluate(CELLS)

    def close(self):
        """Stop the server and with it every kernel."""
        self.server.terminate()
        try:
            self.server.wait(20)
        except subprocess.TimeoutExpired:
            self.server.kill()
        self.log.close()
