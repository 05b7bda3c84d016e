"""What runs seldom is tried without running it: its calls fit the functions of the tests and tools that they call."""

import ast
import inspect
import pathlib

import pytest

TESTS = pathlib.Path(__file__).resolve().parent
SELDOM = [path for path in sorted(TESTS.glob("*.py")) if ".opt_in(" in path.read_text(encoding="utf-8")]
SELDOM += [TESTS / "lite_trial.py"]


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path):
    """The functions at the top of a module: name -> its signature, with None for each default."""
    found = {}
    for node in parsed(path).body:
        if isinstance(node, ast.FunctionDef) and not node.decorator_list:
            node.args.defaults = [ast.Constant(None) for _ in node.args.defaults]
            node.args.kw_defaults = [one and ast.Constant(None) for one in node.args.kw_defaults]
            found[node.name] = inspect.signature(eval(f"lambda {ast.unparse(node.args)}: 0"))
    return found


def known_in(path):
    """What a module can call by name: its own functions, and those that it imports from tests and tools."""
    known = functions(path)
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                module = file_of(node.module)
                if module and alias.name in functions(module):
                    known[alias.asname or alias.name] = functions(module)[alias.name]
                elif inside := file_of(f"{node.module}.{alias.name}"):
                    known |= {f"{alias.name}.{name}": takes for name, takes in functions(inside).items()}
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if module := file_of(alias.name):
                    known |= {f"{alias.name}.{name}": takes for name, takes in functions(module).items()}
    return known


def file_of(module):
    places = [folder / f"{module.replace('.', '/')}.py" for folder in (TESTS, TESTS.parent)]
    return next((place for place in places if place.exists()), None)


@pytest.mark.parametrize("path", SELDOM, ids=lambda path: path.stem)
def test_a_test_that_runs_seldom_calls_others_as_they_are_defined(path):
    known, misfits = known_in(path), []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in known:
            if any(isinstance(one, ast.Starred) for one in node.args) or any(one.arg is None for one in node.keywords):
                continue
            try:
                known[ast.unparse(node.func)].bind(*node.args, **{one.arg: one.value for one in node.keywords})
            except TypeError as reason:
                misfits.append(f"line {node.lineno}: {ast.unparse(node)}: {reason}")
    assert not misfits
