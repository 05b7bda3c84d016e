"""Arrows go one way: NumPy, operations, pictures, widgets; a room imports only the rooms before it."""

import ast
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "xo"
ROOMS = ["images", "matching", "filtering", "pooling", "relu", "voting", "stacking", "backprop", "trained"]
ROOMS += ["hyperparameters", "beyond_images"]
SCREENS = ["drawing", "plots", "widgets", "checks", "predictions"]
HEAVY = {"matplotlib", "ipywidgets", "anywidget", "IPython", "traitlets"}
MODULES = sorted(PACKAGE.rglob("*.py"))
STANDARD = set(sys.stdlib_module_names)
ALLOWED = {
    "widgets": HEAVY | {"PIL"},
    "plots": {"matplotlib"},
    "drawing": {"matplotlib", "IPython", "PIL"},
    "predictions": {"IPython"},
    "checks": {"IPython"},
    "next_tools": {"torch"},
    "nodelay": {"jupyter_server"},
}


def imports(path, everywhere=True):
    """The dotted names that a module imports; with everywhere=False only those of its outermost level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree) if everywhere else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "xo")


def part(path):
    """The part of the package that a module belongs to: "pooling", "checks", "widgets"."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_numpy_and_what_its_kind_may(path):
    names = {name.split(".")[0] for name in imports(path)} - STANDARD - {"xo", "numpy"}
    assert names <= ALLOWED.get(part(path), set())


@pytest.mark.parametrize("room", [room for room in ROOMS if (PACKAGE / f"{room}.py").exists()])
def test_a_room_imports_only_rooms_before_it(room):
    later = {f"xo.{name}" for name in ROOMS[ROOMS.index(room) + 1 :] + SCREENS}
    assert not {name for name in imports(PACKAGE / f"{room}.py") if ".".join(name.split(".")[:2]) in later}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_notebooks_predictions_and_widgets_import_widgets(path):
    if part(path) not in ("widgets", "predictions"):
        assert not [name for name in imports(path) if name.startswith("xo.widgets")]


def test_importing_the_operations_loads_neither_pictures_nor_widgets():
    rooms = ", ".join(f"xo.{room}" for room in ROOMS if (PACKAGE / f"{room}.py").exists())
    code = f"import sys, xo, {rooms}; print([name for name in {sorted(HEAVY)} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "[]"


def test_no_room_is_longer_than_150_lines():
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES if part(path) != "checks"}
    assert not {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > 150}
