"""refresh stores what a lesson shows, the same bytes every time, and leaves a lesson that fails as it was."""

import json

import pytest

from tools.lesson_map import lesson_map
from tools.refresh import ABOUT, WIDGET, main

SOURCES = [
    "import ipywidgets as widgets\nimport matplotlib.pyplot as plt\nfrom IPython.display import clear_output",
    "print('a', flush=True)\nprint('b')",
    "widgets.IntSlider()",
    "out = widgets.Output()\nwith out:\n    print('seen')\n    clear_output(wait=True)\nout",
    "widgets.interact(lambda x: print(x), x=3)\nplt.plot([1, 2])\nplt.show()",
]


def write(path, sources):
    cells = [{"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# Pooling\n\nWords."}]
    for place, source in enumerate(sources):
        tags = {"tags": ["kept"], "collapsed": True} if place == 1 else {}
        code = {"cell_type": "code", "id": f"cell-{place}", "metadata": tags, "source": source}
        cells.append(code | {"outputs": [], "execution_count": 7})
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """A lesson with widgets in it, refreshed twice: both texts."""
    path = tmp_path_factory.mktemp("notebooks") / "03_pooling.ipynb"
    write(path, SOURCES)
    texts = []
    for _ in range(2):
        assert main([str(path)]) == 0
        texts.append(path.read_bytes())
    return texts


def test_a_second_refresh_changes_no_byte(refreshed):
    assert refreshed[0] == refreshed[1]


def test_refresh_stores_counts_texts_pictures_and_the_map(refreshed):
    title, *cells = json.loads(refreshed[0])["cells"]
    assert "".join(title["source"]) == f"# Pooling\n\n{lesson_map('03')}\n\nWords."
    assert [cell["execution_count"] for cell in cells] == [1, 2, 3, 4, 5]
    assert cells[1]["outputs"] == [{"name": "stdout", "output_type": "stream", "text": ["a\n", "b\n"]}]
    assert cells[2]["outputs"][0]["data"] == {"text/plain": ["IntSlider(value=0)"]}
    assert any("image/png" in output.get("data", {}) for output in cells[4]["outputs"])
    assert WIDGET.encode() not in refreshed[0]


def test_refresh_keeps_ids_and_tags_and_nothing_else(refreshed):
    notebook = json.loads(refreshed[0])
    assert [cell["id"] for cell in notebook["cells"]] == ["title"] + [f"cell-{place}" for place in range(5)]
    assert notebook["cells"][2]["metadata"] == {"tags": ["kept"]}
    assert notebook["metadata"] == ABOUT


def test_a_lesson_that_fails_stays_as_it_was(tmp_path, capsys):
    path = tmp_path / "03_pooling.ipynb"
    write(path, ["1 / 0"])
    before = path.read_bytes()
    assert main([str(path)]) == 1
    assert path.read_bytes() == before
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_a_lesson_that_nobody_knows_is_refused():
    with pytest.raises(SystemExit, match="No lesson is called 'no_such_lesson'"):
        main(["no_such_lesson"])
