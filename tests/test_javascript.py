"""The widgets' JavaScript: its own tests under Node, and its types."""

import pathlib
import re
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)


def test_the_javascript_tests_pass_under_node(node):
    files = sorted(str(path) for path in (ROOT / "tests/javascript").glob("*.test.mjs"))
    assert files
    result = run([*node, "--test", *files])
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_types_in_the_javascript_agree(node, javascript_tools):
    compiler = javascript_tools / "typescript/bin/tsc"
    result = run([*node, str(compiler), "--project", "tests/javascript/tsconfig.json"])
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("look", ["format", "lint"])
def test_the_javascript_is_formatted_and_has_nothing_to_find_fault_with(look, node, javascript_tools):
    biome = javascript_tools / "@biomejs/biome/bin/biome"
    result = run([*node, str(biome), look, "--error-on-warnings", "."])
    assert result.returncode == 0, result.stdout + result.stderr


# The loops that training spends its time in, where each product has a line of its own, and a table with a word each.
LONG = {"addProducts", "addRowProducts", "flatSizes"}


def test_functions_and_classes_are_short_enough_to_read_at_once(node, javascript_tools):
    """As in Python: 25 lines and 120, and who is longer is named here."""
    folders = [ROOT / "xo", ROOT / "tools/web/assets"]
    files = sorted(str(path.relative_to(ROOT)) for folder in folders for path in folder.rglob("*.js"))
    result = run([*node, "tests/javascript/find_long.mjs", f"{javascript_tools}/", "25", "120", *files])
    assert result.returncode == 0, result.stderr
    long = {line.split(": ")[1].split(",")[0] for line in result.stdout.splitlines()}
    assert len(files) > 100
    assert not long - LONG, result.stdout
    assert long >= LONG, "no longer an exception"


@pytest.fixture(scope="module")
def sources():
    """Each file of JavaScript that is ours, and its text."""
    folders = [ROOT / name for name in ("xo", "tools/web/assets", "tests/javascript", "benchmarks/javascript")]
    files = [path for folder in folders for path in folder.rglob("*js") if path.suffix in (".js", ".mjs")]
    return {path: path.read_text("utf-8") for path in files if "node_modules" not in path.parts}


def test_only_a_sentence_for_people_is_wider_than_120_columns(sources):
    assert len(sources) > 100
    wide = [(path.name, line) for path, text in sources.items() for line in text.splitlines() if len(line) > 120]
    assert not [(name, line) for name, line in wide if not re.search(r"""["`][^"`]{60}""", line)]


def test_what_a_module_exports_another_one_names(sources):
    words = {path: set(re.findall(r"\w+", text)) for path, text in sources.items()}
    exported = [
        (path, name)
        for path, text in sources.items()
        for name in re.findall(r"^export (?:async )?(?:function|class|const|let) (\w+)", text, re.MULTILINE)
    ]
    assert len(exported) > 300
    assert not [
        (path.name, name) for path, name in exported if not any(name in words[one] for one in words if one != path)
    ]
