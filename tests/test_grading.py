"""A lesson's exercise graded by nbgrader, as docs/teaching.md says: points for right answers, none for all others."""

import os
import pathlib
import subprocess
import sys

import nbformat
import pytest
from nbformat import v4
from test_elsewhere import ROOT, bring
from test_teaching import STRICT

pytestmark = pytest.mark.opt_in("XO_ELSEWHERE", "takes half a minute, and fetches 20 MB")
STUB = "    raise NotImplementedError()"
ANSWERS = {
    "in one style": "    return (patch * feature).sum() / feature.size",
    "in another": "    import numpy as np\n    return np.mean(patch * feature)",
    "wrong": "    return (patch * feature).sum()",
    "that never ends": "    while True:\n        pass",
    "unfinished": "    return ...",
    "untouched": STUB,
}
SCORES = """import sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    for one in book.assignment_submissions("02"):
        print(one.student.id, one.score)"""


def exercise():
    """The learner's cell of lesson 02, with a solution between the lines that nbgrader cuts out."""
    (path,) = (ROOT / "notebooks").glob("02_*.ipynb")
    cells = nbformat.read(path, 4).cells
    source = next(cell.source for cell in cells if cell.source.startswith("def match_patch"))
    right = "    ### BEGIN SOLUTION\n    return (patch * feature).mean()\n    ### END SOLUTION"
    assert source.count("    return ...") == 1
    return source.replace("    return ...", right)


def cell(source, name, **how):
    made = v4.new_code_cell(source)
    made.metadata["nbgrader"] = {"schema_version": 3, "grade_id": name, "grade": False, "task": False} | how
    return made


def test_nbgrader_gives_the_points_for_right_answers_of_any_style_and_for_no_other(tmp_path):
    around = os.environ | bring(ROOT / "tests/requirements-grading.txt", pathlib.Path(sys.prefix, "grading"))

    def run(*command):
        done = subprocess.run([sys.executable, *command], cwd=tmp_path, env=around, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(notebook, folder):
        path = tmp_path / folder / "02" / "patch.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)

    cells = [
        v4.new_code_cell("from xo.checks import check"),
        cell(exercise(), "patch", solution=True, locked=False),
        cell(STRICT, "points", solution=False, locked=True, grade=True, points=3),
    ]
    write(v4.new_notebook(cells=cells), "source")
    run("-m", "nbgrader", "generate_assignment", "02")
    given = tmp_path / "release" / "02" / "patch.ipynb"
    for name, answer in ANSWERS.items():
        handed_in = nbformat.read(given, 4)
        assert STUB in handed_in.cells[1].source
        handed_in.cells[1].source = handed_in.cells[1].source.replace(STUB, answer)
        write(handed_in, f"submitted/{name.replace(' ', '_')}")
    run("-m", "nbgrader", "autograde", "02")
    scores = dict(line.split() for line in run("-c", SCORES).splitlines())
    assert scores == {name.replace(" ", "_"): "3.0" if "in" in name.split() else "0.0" for name in ANSWERS}
