"""The widgets' JavaScript: its own tests under Node, and its types."""

import pathlib
import subprocess

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


def test_the_javascript_is_formatted(node, javascript_tools):
    result = run([*node, str(javascript_tools / "@biomejs/biome/bin/biome"), "format", "."])
    assert result.returncode == 0, result.stdout + result.stderr
