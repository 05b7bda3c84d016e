"""Arrows go one way: a module imports only what stands above it in the reading order of `xo/__init__.py`."""

import ast
import pathlib
import subprocess
import sys

import pytest

from xo import OPERATIONS, READING_ORDER

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "xo"
HEAVY = {"torch", "onnx", "matplotlib", "ipywidgets", "anywidget", "IPython", "traitlets"}
STANDARD = set(sys.stdlib_module_names)
ALLOWED = {
    "widgets": HEAVY - {"torch", "onnx"} | {"PIL"},
    "images": {"PIL"},  # only where a picture of Pillow comes
    "photos": {"PIL"},
    "plots": {"matplotlib", "IPython", "PIL"},
    "predictions": {"IPython"},
    "checks": {"IPython"},
    "next_tools": {"torch"},
    "your_network": {"torch", "onnx"},
    "jupyter_nodelay": {"jupyter_server"},
    "jupyter_widget_states": {"jupyter_server"},
}


def name_of(path):
    """A module's name without the package's: xo/plots/__init__.py is "plots"."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").removesuffix(".")


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py")) if name_of(path)}


def imports(path):
    """The dotted names that a module imports, in functions as well; a module taken from a package is named whole."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide where a name comes from"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole.removeprefix("xo.") in MODULES else node.module


def test_the_reading_order_names_every_module_once():
    assert sorted(READING_ORDER) == sorted(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_what_stands_above_it(name):
    above = {f"xo.{module}" for module in READING_ORDER[: READING_ORDER.index(name)]}
    ours = {found for found in imports(MODULES[name]) if found.split(".")[0] == "xo"}
    assert ours - {"xo"} <= above


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_numpy_and_what_its_kind_may(name):
    found = {found.split(".")[0] for found in imports(MODULES[name])} - STANDARD - {"xo", "numpy"}
    assert found <= ALLOWED.get(name.split(".")[0], set())


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("widgets.")])
def test_a_widget_knows_what_is_shared_and_no_other_widget(name):
    own = ".".join(name.split(".")[:2])
    widgets = {found for found in imports(MODULES[name]) if found.startswith("xo.widgets.")}
    assert not [found for found in widgets if not found.startswith(("xo.widgets.shared", f"xo.{own}"))]


def test_importing_the_operations_loads_neither_pictures_nor_widgets():
    code = f"import sys, {', '.join(f'xo.{room}' for room in OPERATIONS)}"
    code += f"; print([name for name in {sorted(HEAVY)} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "[]"


def length(node):
    """The lines of a function or class without its docstring."""
    first = node.body[1] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body[0]
    return node.end_lineno - first.lineno + 1


def long_ones(kind, most):
    """The functions or classes of the package with more lines than that, by name."""
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kind) and length(node) > most:
                yield f"{name}.{node.name}: {length(node)} lines"


def test_functions_and_classes_are_short_enough_to_read_at_once():
    assert not [*long_ones(ast.FunctionDef, 25), *long_ones(ast.ClassDef, 120)]
