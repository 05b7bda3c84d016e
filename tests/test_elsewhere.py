"""Lessons in other programs than ours: Notebook 7, jupyter execute, papermill, nbmake."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest
from served_course import READY, ROOT, Course, wait_until

WANTED = ROOT / "tests/requirements-elsewhere.txt"
KEPT = pathlib.Path(sys.prefix, "elsewhere")  # from run to run, apart from all else
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FOLDED = """() => { const sees = window.jupyterapp.shell.currentWidget.content.widgets
  .filter(cell => cell.model.type === "markdown" && /^### See/.test(cell.model.sharedModel.source));
  // out of sight, it has no innerText
  return sees.length >= 5 && sees.every(cell => cell.headingCollapsed && cell.node.textContent.includes("hidden")) }"""
SCROLL_TO = "place => window.jupyterapp.shell.currentWidget.content.scrollToItem(place, 'center')"


def bring(wanted, kept):
    """An environment in which these programs are found; the rest of what they need is here for JupyterLab and nbval."""
    stamp = kept / wanted.name
    if not stamp.exists() or stamp.read_bytes() != wanted.read_bytes():
        shutil.rmtree(kept, ignore_errors=True)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", f"--target={kept}"]
        done = subprocess.run([*command, f"--requirement={wanted}"], capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"they cannot be fetched: {done.stderr.strip().splitlines()[-1]}")
        stamp.write_bytes(wanted.read_bytes())
    paths = {"PYTHONPATH": [str(kept), str(ROOT)], "JUPYTER_PATH": [str(kept / "share/jupyter")]}
    paths["PATH"] = [str(kept / "bin")]
    return {name: os.pathsep.join([*own, *filter(None, [os.environ.get(name)])]) for name, own in paths.items()}


@pytest.fixture(scope="module")
def surroundings():
    return bring(WANTED, KEPT)


class InNotebook7(Course):
    application = "notebook"

    def __init__(self, folder, surroundings):
        self.surroundings = surroundings
        super().__init__(folder)

    def environment(self):
        return super().environment() | self.surroundings

    def open(self, page, name):
        page.goto(f"{self.url}/notebooks/my_lessons/{name}.ipynb?token={self.token}")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        page.evaluate(READY)


def test_lesson_2_in_notebook_7_is_folded_runs_and_its_network_follows_the_pen(surroundings, page, tmp_path):
    course = InNotebook7(tmp_path, surroundings)
    try:
        course.open(page, LESSONS[2].stem)
        page.wait_for_function(FOLDED, timeout=90_000)  # it builds the lower cells when it has time
        course.run_all(page)
        place = next(
            i for i, cell in enumerate(course.cells(page)) if cell["source"].startswith("glass = GlassNetwork")
        )
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:expand-all-headings')")
        page.evaluate(SCROLL_TO, place)  # Notebook 7 builds what is in sight
        pad = page.locator(".xo-glass .xo-grid[aria-label^='Drawing pad']").first
        pad.scroll_into_view_if_needed()
        page.get_by_role("button", name="Clear", exact=True).first.click()
        box = pad.bounding_box()
        across = [(box["x"] + (column + 0.5) / 9 * box["width"], box["y"] + box["height"] / 2) for column in (1, 7)]
        page.mouse.move(*across[0])
        page.mouse.down()
        page.mouse.move(*across[1], steps=12)
        page.mouse.up()
        row = lambda: ask(course, page, place + 1, "print((glass.image > 0).nonzero()[1].tolist())")  # noqa: E731
        wait_until(page, lambda: row() == "[1, 2, 3, 4, 5, 6, 7]\n", ".jp-Notebook")
    finally:
        course.close()


def ask(course, page, place, source):
    """What the kernel prints for a cell put into this place for a moment."""
    page.evaluate("place => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = place }", place)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:insert-cell-above')")
    put = "source => window.jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.setSource(source)"
    page.evaluate(put, source)
    return course.run(page, place)


COMMANDS = {
    "jupyter execute": lambda lesson: ["jupyter", "execute", "--inplace", lesson],
    "papermill": lambda lesson: ["papermill", "--no-progress-bar", lesson, lesson],
    "nbmake": lambda lesson: [
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--nbmake",
        "--nbmake-timeout=600",
        "--overwrite",
        lesson,
    ],
}


@pytest.mark.opt_in("XO_ELSEWHERE", "takes ten minutes")
@pytest.mark.parametrize("program", COMMANDS)
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_is_executed_to_its_end(path, program, surroundings, tmp_path):
    lesson = shutil.copy(path, tmp_path)
    own = {**os.environ, **surroundings, "IPYTHONDIR": str(tmp_path / "ipython")}
    command = [sys.executable, "-m", *COMMANDS[program](lesson)]
    done = subprocess.run(command, cwd=tmp_path, env=own, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    cells = json.loads(pathlib.Path(lesson).read_text(encoding="utf-8"))["cells"]
    counts = [cell["execution_count"] for cell in cells if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))
