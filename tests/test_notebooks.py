"""Every stored lesson is clean: nothing in it hides from the comparison, or changes from run to run."""

import json
import pathlib
import re

import pytest

from tools.lesson_map import LESSONS, lesson_map, with_map
from tools.lesson_parts import FOLDED, is_see, only_imports
from tools.refresh import ABOUT, KEPT, WIDGET, normalise, steady_outputs

ROOT = pathlib.Path(__file__).resolve().parent.parent
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ADDRESS = re.compile(r"\bat 0x[0-9a-f]{6,}|/home/|/tmp/|/Users/|site-packages|ipykernel_\d+")
TIMING = re.compile(r"\b\d+\.\d+ ?(?:s|ms|µs|ns|seconds?|milliseconds?)\b")
RESIDUE = re.compile(r"\d[eE]-(?:1[3-9]|[2-9]\d)\b|(?<![\d.])-0\.(?:0+)?(?![\d])")
AS_TYPED = re.compile(r"^ {0,3}<!--(?:(?!-->).)*-->[^\S\n]*\S.*?$", re.M | re.S)  # no Markdown, by its own rules
UNCOMPARED = {"nbval-skip", "nbval-ignore-output"}
LARGEST_CELL, LARGEST_PICTURE, LARGEST_NOTEBOOK = 15, 300_000, 1_500_000


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def source(cell):
    return "".join(cell["source"])


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def shown_text(output):
    """All that this output shows as text."""
    data = output.get("data", {})
    parts = [output.get("text", "")] + [part for kind, part in data.items() if kind.startswith("text/")]
    return "\n".join("".join(part) for part in parts)


def complaints(notebook, number=None):
    """What is wrong with a notebook (a dict), as a list of sentences."""
    return [*about_the_whole(notebook, number)] + [
        f"cell {place}: {complaint}"
        for place, cell in enumerate(notebook["cells"])
        for complaint in (*about_a_cell(cell), *about_outputs(cell))
    ]


def about_the_whole(notebook, number):
    cells, counts = notebook["cells"], [cell["execution_count"] for cell in code_cells(notebook)]
    if counts != list(range(1, len(counts) + 1)):
        yield f"execution counts are {counts}, not 1..n: refresh the lesson"
    if notebook["metadata"] != ABOUT or (notebook["nbformat"], notebook["nbformat_minor"]) != (4, 5):
        yield "the notebook's own metadata is not in the stored form: refresh the lesson"
    if None in (names := [cell.get("id") for cell in cells]) or len(set(names)) < len(names):
        yield "cell ids are missing or used twice"
    first = source(cells[0])
    if cells[0]["cell_type"] != "markdown" or not first.startswith("# "):
        yield "the first cell is no title ('# ...')"
    elif number and first != with_map(first, number):
        yield "the lesson map under the title is missing or old: refresh the lesson"
    opens_with_its_picture = number == "00"  # pad, network and votes on the first screen
    if counts and not opens_with_its_picture and not only_imports(code_cells(notebook)[0]):
        yield "the first code cell holds something else than imports"


def about_a_cell(cell):
    lines = source(cell).splitlines()
    if set(cell["metadata"]) - set(KEPT):
        yield f"its metadata has more than {KEPT}"
    if is_see(cell) != (cell["metadata"].get(FOLDED) is True):
        yield "a heading over what answers a prediction is open, or another one folded: refresh the lesson"
    if cell["cell_type"] != "code":
        if found := AS_TYPED.search(source(cell)):
            yield f"what follows a comment at the start of its line stands there as typed: {found.group()!r}"
        return
    if not lines:
        yield "it is empty"
    if len(lines) > LARGEST_CELL:
        yield f"{len(lines)} lines, {LARGEST_CELL} at most"
    if any(line.lstrip().startswith(("%", "!")) for line in lines) or "pip install" in source(cell):
        yield "magics and installs have no place in a lesson"
    if re.search(r"import \*", source(cell)):
        yield "import * hides where names come from"
    if lines and lines[-1].rstrip().endswith(";"):
        yield "a ';' at the end hides an output from people, not from nbval"


def about_outputs(cell):
    compared = not UNCOMPARED & set(cell["metadata"].get("tags", []))
    for output in cell.get("outputs", []):
        data, text = output.get("data", {}), shown_text(output)
        if output.get("name") == "stderr":
            yield f"it wrote to stderr: {text[:80]!r}"
        if output["output_type"] == "error" and "raises-exception" not in cell["metadata"].get("tags", []):
            yield f"it failed: {output['ename']}: {output['evalue']}"
        if WIDGET in data or "application/vnd.jupyter.widget-state+json" in data:
            yield "it stores a widget's model, which nobody else has: refresh the lesson"
        if len(data.get("image/png", "")) * 3 // 4 > LARGEST_PICTURE:
            yield f"its picture has more than {LARGEST_PICTURE} bytes"
        for pattern, what in (ADDRESS, "an address or path"), (TIMING, "a timing"), (RESIDUE, "a residue"):
            if compared and (found := pattern.search(text)):
                yield f"it shows {what}, which changes from run to run: {found.group()!r}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_stored_lesson_is_clean(path):
    number = path.name[:2] if path.name[:2] in LESSONS else None
    assert not complaints(read(path), number)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_stored_lesson_is_not_too_heavy(path):
    assert path.stat().st_size < LARGEST_NOTEBOOK


def test_all_lessons_of_the_map_are_there():
    assert [path.stem for path in PATHS] == [name for _, name in LESSONS.values()]


def test_the_map_links_every_other_lesson_and_the_glossary():
    for number in LESSONS:
        line = lesson_map(number)
        assert line.count(".ipynb)") == len(LESSONS) - 1
        assert f"**{number} " in line
        assert "../docs/glossary.md" in line


def test_a_new_map_takes_the_place_of_an_old_one():
    text = "# Title\n\n**Map** · old\n\nWords.\n\nMore."
    assert with_map(text, "03") == f"# Title\n\n{lesson_map('03')}\n\nWords.\n\nMore."
    assert with_map(with_map(text, "03"), "03") == with_map(text, "03")


def clean_notebook():
    cells = [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Title"},
        {"cell_type": "code", "id": "b", "metadata": {}, "source": "import xo", "execution_count": 1, "outputs": []},
        {
            "cell_type": "code",
            "id": "c",
            "metadata": {},
            "source": "print(xo)",
            "execution_count": 2,
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "fine, 0.12 so far, 7/9, 1e-5\n"}],
        },
    ]
    return {"cells": cells, "metadata": ABOUT, "nbformat": 4, "nbformat_minor": 5}


def spoil_output(text, name="stdout"):
    def spoil(notebook):
        notebook["cells"][2]["outputs"][0].update(text=text, name=name)

    return spoil


def spoil_data(**data):
    kinds = {kind.replace("_", "/", 1): value for kind, value in data.items()}
    return spoil_cell(outputs=[{"output_type": "display_data", "data": kinds}])


def spoil_cell(**fields):
    return lambda notebook: notebook["cells"][2].update(fields)


def open_see(notebook):
    notebook["cells"].append({"cell_type": "markdown", "id": "d", "metadata": {}, "source": "### See"})


SPOILERS = {
    "an open answer": open_see,
    "another fold": lambda notebook: notebook["cells"][0].update(metadata={FOLDED: True}),
    "an address": spoil_output("<object at 0x7f12ab34cd56>"),
    "a path": spoil_output("/home/ann/course"),
    "a timing": spoil_output("it took 0.12 s"),
    "a residue": spoil_output("1.2e-17"),
    "a negative zero": spoil_output("[-0. 1.]"),
    "stderr": spoil_output("Warning", name="stderr"),
    "an old count": spoil_cell(execution_count=7),
    "no count": spoil_cell(execution_count=None),
    "an id twice": spoil_cell(id="b"),
    "a long cell": spoil_cell(source="print()\n" * 16),
    "a magic": spoil_cell(source="%matplotlib inline"),
    "an install": spoil_cell(source="!pip install xo"),
    "a star": spoil_cell(source="from xo.images import *"),
    "a semicolon": spoil_cell(source="print();"),
    "metadata": spoil_cell(metadata={"collapsed": True}),
    "no title": lambda notebook: notebook["cells"][0].update(source="Title"),
    "more than imports": lambda notebook: notebook["cells"][1].update(source="import xo\nx = 1"),
    "widget model": spoil_cell(outputs=[{"output_type": "display_data", "data": {WIDGET: {}}}]),
    "a failure": spoil_cell(outputs=[{"output_type": "error", "ename": "E", "evalue": "", "traceback": []}]),
    "a heavy picture": spoil_data(image_png="A" * 500_000),
    "another kernel": lambda notebook: notebook.update(metadata={"kernelspec": {"name": "mine"}}),
}


def test_a_clean_notebook_passes():
    assert not complaints(clean_notebook())


@pytest.mark.parametrize("spoil", SPOILERS.values(), ids=SPOILERS)
def test_the_hygiene_test_finds(spoil):
    notebook = clean_notebook()
    spoil(notebook)
    assert complaints(notebook)


def test_a_lesson_without_its_map_is_found():
    assert complaints(clean_notebook(), number="03")


def test_refresh_keeps_ids_tags_and_slide_roles_and_drops_the_rest():
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.from_dict(clean_notebook())
    notebook.cells[2].metadata.update(tags=["a"], slideshow={"slide_type": "slide"}, collapsed=True)
    stored = normalise(notebook)
    assert stored.cells[2].id == "c"
    assert dict(stored.cells[2].metadata) == {"tags": ["a"], "slideshow": {"slide_type": "slide"}}


def test_refresh_folds_what_answers_a_prediction_and_nothing_else():
    nbformat = pytest.importorskip("nbformat")
    notebook = clean_notebook()
    open_see(notebook)
    notebook["cells"][0]["metadata"] = {FOLDED: True}
    stored = normalise(nbformat.from_dict(notebook))
    assert [dict(cell.metadata) for cell in stored.cells] == [{}, {}, {}, {FOLDED: True}]
    assert not complaints(stored)


def test_refresh_joins_a_stream_that_came_in_pieces():
    nbformat = pytest.importorskip("nbformat")
    pieces = [nbformat.from_dict({"output_type": "stream", "name": "stdout", "text": text}) for text in "ab"]
    assert [piece.text for piece in steady_outputs(pieces, 1)] == ["ab"]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("<!--notebook-->Ask `hint`.<!--page-->", True),
        ("A line.\n<!--page: two\nlines--> **here**", True),
        ("<!--notebook-->\nAsk `hint`.<!--page: Look.-->", False),
        ("Now<!--notebook--> ask `hint`<!--page: look-->.", False),
    ],
)
def test_words_that_would_stand_there_as_typed_are_found(words, wrong):
    cell = {"cell_type": "markdown", "source": words, "metadata": {}}
    assert any("as typed" in complaint for complaint in about_a_cell(cell)) == wrong
