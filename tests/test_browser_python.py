"""Python in a browser has no processes, threads, signals or other clocks: all of xo, and every lesson, do without."""

import ast
import json
import os
import pathlib
import subprocess
import sys

import pytest
from browser_python import MISSING, UNKNOWN

from xo import READING_ORDER

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "xo").rglob("*.py"))
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SERVERS_OWN = {"jupyter_nodelay", "jupyter_widget_states"}  # what only Jupyter's server loads
NOT_THERE = {*MISSING, "signal", "subprocess", "socket", "threading", "select", "ssl", "sqlite3", "ctypes", "urllib"}
MOVE_IN = "import IPython.display; from browser_python import move_in; move_in()\n"


def moved_in(code, tmp_path, **environment):
    """What a Python prints that lacks what a browser's lacks. returns: stdout, stderr"""
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    surroundings = {**os.environ, "PYTHONPATH": path, "MPLBACKEND": "agg", **environment}
    command = [sys.executable, "-c", MOVE_IN + code]
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def imported_at_once(tree):
    """The names that a module imports as soon as it is imported itself."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def foreign(tree, names):
    """What a tree uses of the modules and functions that a browser lacks."""
    lost = {f"{module.__name__}.{name}" for module, gone in UNKNOWN.items() for name in gone}
    used = {f"{node.value.id}.{node.attr}" for node in ast.walk(tree) if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)}  # fmt: skip
    return {name for name in names if NOT_THERE & {name, name.split(".")[0]}} | used & lost


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT / "xo").as_posix())
def test_no_module_needs_at_once_what_a_browser_lacks(path):
    if path.stem not in SERVERS_OWN:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not foreign(tree, imported_at_once(tree))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_no_lesson_asks_for_what_a_browser_lacks(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
            names += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
            assert not foreign(tree, names)


def test_every_module_can_be_imported_there(tmp_path):
    rooms = [f"xo.{room}" for room in READING_ORDER if room not in SERVERS_OWN]
    shown, red = moved_in(f"import {', '.join(rooms)}\nprint('all')", tmp_path)
    assert (shown.strip(), red) == ("all", "")


CHECKS = """
from xo.checks import check
def endless(score):
    while True:
        pass
check("01.share", lambda score: (score + 1) / 2)
check("01.share", endless)
"""
SWEEP = """
from xo.hyperparameters import Sweep
from xo.widgets.sweeper import SweepPanel
import asyncio
def sweep(): return Sweep({"votes": "", "hidden": "hidden 4"}, seeds=(1, 2), images=40, rounds=1)
here, inside = sweep(), sweep()
print(list(here.run(cores=1)) == list(inside.run(cores=2)), here, inside.left)
async def press():
    panel = SweepPanel(sweep())
    panel.start()
    while panel._task:
        await asyncio.sleep(0.01)
    return panel
print(asyncio.run(press()))
"""
PICTURES = """
from xo.plots import show_curves, show_images
from xo.predictions import predict, reveal
from xo.images import X
show_curves({"error": [3, 2, 1]})
show_images(X)
predict("01.same", "How many?")
reveal("01.same", 4)
"""


def test_checks_judge_and_stop_an_endless_loop_there(tmp_path):
    shown, red = moved_in(CHECKS, tmp_path)
    right, slow = shown.strip().splitlines()[:2]
    assert right.startswith("✓ Right")
    assert "2 seconds" in slow
    assert red == ""


def test_a_sweep_and_its_panel_run_in_one_process_there(tmp_path):
    shown, red = moved_in(SWEEP, tmp_path)
    first, panel = shown.strip().splitlines()
    assert first == "True Sweep: 2 designs, 2 seeds, 4 of 4 jobs done []"
    assert panel.startswith("SweepPanel: 4 of 4 jobs done. Best so far:")
    assert red == ""


FILES = """
import pathlib, stat
from xo.files import write_whole
for content in (b"one", b"two"):
    write_whole("kept", content)
    print(stat.filemode(pathlib.Path("kept").stat().st_mode)[:3], pathlib.Path("kept").read_text())
"""


def test_a_file_that_is_kept_can_be_read_again_there(tmp_path):
    shown, _ = moved_in(FILES, tmp_path)
    assert shown.splitlines() == ["-rw one", "-rw two"]


def test_pictures_and_guesses_say_nothing_in_red_there(tmp_path):
    # An empty folder for matplotlib's cache: on its first start it says so on stderr, where nothing can say it later.
    shown, red = moved_in(PICTURES, tmp_path, MPLCONFIGDIR=str(tmp_path / "cache"))
    assert "error: 3.000 at 0, 1.000 at 2" in shown
    assert red == ""
