"""Every lesson in Pyodide, with the packages of the site's lite/, shows what it shows here.

It fetches 80 MB from PyPI and npm and takes some minutes, so it runs where XO_LITE=1 asks for it: see lite_trial.py.
"""

import json

import lite_trial
import pytest

pytestmark = pytest.mark.opt_in("XO_LITE", "fetches 80 MB and takes some minutes")
LESSONS = sorted((lite_trial.ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder with lite/ in it, and the whole of Python in that."""
    folder = tmp_path_factory.mktemp("site")
    try:
        lite_trial.build(folder)
    except lite_trial.Gone as reason:
        pytest.skip(f"no Pyodide to try it with: {reason}")
    return folder


def stored(path):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def printed(cell):
    """What a stored cell shows as text: on stdout, and in words for each picture, widget or value."""
    streams = ["".join(one["text"]) for one in cell["outputs"] if one.get("name") == "stdout"]
    return "".join(streams), ["".join(one["data"]["text/plain"]) for one in cell["outputs"] if "data" in one]


@pytest.fixture(scope="module")
def ran(site):
    """What every code cell of every lesson showed in Pyodide: by the lesson's name."""
    return dict(lite_trial.ran(site / "lite", LESSONS))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_shows_there_what_it_shows_here(ran, path):
    unlike = []
    for place, (cell, shown) in enumerate(zip(stored(path), ran[path.stem], strict=True)):
        assert (shown["error"], shown["stderr"]) == (None, "")
        if "nbval-skip" in cell["metadata"].get("tags", ()):  # it says whether PyTorch is installed
            assert "not installed" in shown["stdout"]
        elif printed(cell) != (shown["stdout"], shown["results"]):
            unlike.append((place, printed(cell), shown))
    assert not unlike
