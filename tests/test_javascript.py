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


def test_only_a_sentence_for_people_is_wider_than_120_columns():
    files = [path for folder in ("xo", "tools/web/assets", "tests/javascript") for path in (ROOT / folder).rglob("*js")]
    files = [path for path in files if path.suffix in (".js", ".mjs") and "node_modules" not in path.parts]
    assert len(files) > 100
    wide = [(path.name, line) for path in files for line in path.read_text("utf-8").splitlines() if len(line) > 120]
    assert not [(name, line) for name, line in wide if not re.search(r"""["`][^"`]{60}""", line)]
