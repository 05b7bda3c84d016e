"""The widgets' JavaScript: its own tests under Node, and its types."""

import pathlib
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
