"""A lesson that was run, as the blocks of a page: words, pictures, widgets, questions, what a fold hides, exercises."""

import dataclasses
import hashlib
import re
import tempfile

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from tools.kernels import own_sockets
from tools.lesson_map import SIGN
from tools.lesson_parts import calls, only_imports, parts_of
from tools.minutes import count, minutes
from tools.refresh import SECONDS_PER_CELL, WIDGET, joined
from tools.web.markdown import plain_text

STATE = "application/vnd.jupyter.widget-state+json"
QUESTION, REVEAL = "application/vnd.xo.question+json", "application/vnd.xo.reveal+json"
GO_ON = re.compile(r"### Go on\W*")  # ends a fold in a notebook; a page has no need of it
HEADING = re.compile(r"^(#{1,6}) +(.+)$", re.M)
TWIN = re.compile(r"<!--\s*notebook\s*-->(.*?)<!--\s*page:?\s*(.*?)\s*-->", re.S)
# Run before the first cell: predict and reveal say what they were called with, so that a page can do their work.
LISTEN = f"""
def _listen():
    import contextlib
    import io
    import xo.predictions as room
    from IPython.display import display
    from xo.predictions.guesses import as_kept
    predict, reveal = room.predict, room.reveal

    def asking(name, *rest, **options):
        predict(name, *rest, **options)
        display({{"{QUESTION}": {{"name": name}}}}, raw=True)

    def revealing(name, truth, *rest, **options):
        with contextlib.redirect_stdout(io.StringIO()) as said:
            reveal(name, truth, *rest, **options)
        text = said.getvalue().replace("(No guess was written down.)", "").strip()
        display({{"{REVEAL}": {{"name": name, "truth": as_kept(truth), "text": text}}}}, raw=True)

    room.predict, room.reveal = asking, revealing

_listen()
"""


@dataclasses.dataclass
class Block:
    """A piece of a page. kind: words, code, output, question, exercise, diary or fold"""

    kind: str
    cell: dict = None
    text: str = ""  # Markdown, or Python
    outputs: list = dataclasses.field(default_factory=list)
    name: str = ""  # of the prediction or exercise
    names: list = dataclasses.field(default_factory=list)  # of the predictions that a fold answers
    blocks: list = dataclasses.field(default_factory=list)  # what a fold holds


@dataclasses.dataclass
class Lesson:
    path: object
    cells: list
    models: dict  # what every widget holds: name -> {"state", "buffers"}

    @property
    def number(self):
        return self.path.name[:2]

    @property
    def opening(self):
        """The words it begins with, if it does: a notebook of one's own may not."""
        return "".join(cell.source for cell in self.cells[:1] if cell.cell_type == "markdown")

    @property
    def title(self):
        heading = HEADING.search(self.opening)
        return heading[2] if heading else self.path.stem

    @property
    def minutes(self):
        """How long it takes someone new to it."""
        return minutes(count({"cells": self.cells}))

    @property
    def about(self):
        """The first sentences after the title, without markup: what a search engine shows."""
        words = for_page(self.opening).partition("\n")[2]
        paragraphs = [part for part in plain_text(words).split("\n\n") if not re.match(r"Map ·|\W*$", part)]
        return " ".join(paragraphs[0].split())[:300] if paragraphs else self.title


def run(path):
    """Run a lesson in an empty folder. returns: the lesson with what it showed; widgets are named by their order

    raises: SystemExit with a sentence for what is no notebook, or does not run to its end
    """
    try:
        notebook = nbformat.read(path, 4)
    except (ValueError, KeyError, AttributeError, TypeError, nbformat.ValidationError):
        raise SystemExit(f"{path}: expected a notebook, got a file that cannot be read as one.") from None
    notebook.cells.insert(0, nbformat.v4.new_code_cell(LISTEN))
    with tempfile.TemporaryDirectory() as folder:
        place = {"metadata": {"path": folder}}
        try:
            options = {"kernel_name": "python3", "config": own_sockets(), "resources": place}
            NotebookClient(notebook, timeout=SECONDS_PER_CELL, **options).execute()
        except CellExecutionError as error:
            raise SystemExit(
                f"{path}: expected a notebook that runs to its end, got {error.ename}: {error.evalue}"
            ) from None
    cells = notebook.cells[1:]
    states = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    return Lesson(path, cells, _by_order(cells, states))


def _by_order(cells, states):
    """Give each shown widget the name "w1", "w2" ... in place of its random one. returns: their states"""
    names = {}
    for cell in cells:
        for output in cell.get("outputs", []):
            view = output.get("data", {}).get(WIDGET)
            if view and "_esm" in states.get(view["model_id"], {}).get("state", {}):
                view["model_id"] = names.setdefault(view["model_id"], f"w{len(names) + 1}")
            elif view:
                del output["data"][WIDGET]  # a box around others, or one that is gone: what stands in for it is shown
    return {short: states[long] for long, short in names.items()}


def for_page(text):
    """A notebook's words as a page says them.

    `<!--notebook-->run the cell below<!--page: draw on the pad-->` becomes its second half; the map of the course
    goes, because a page has it in its head.
    """
    text = TWIN.sub(lambda found: f" {found[2]}" if found[1].startswith(" ") and found[2] else found[2], text)
    return "\n".join(line for line in text.split("\n") if not line.startswith(SIGN))


def blocks_of(cells):
    """Cells as the blocks of a page, in order; what answers a prediction is inside a fold, shut until it is guessed."""
    blocks, asked = [], []
    for part in parts_of(cells):
        if part.kind == "see":
            heading = HEADING.search(part.cells[0].source)[2]
            within = [block for cell in part.cells[1:] for block in _blocks(cell)]
            told = [call.name for call in calls(part.cells, "reveal")]
            blocks.append(Block("fold", part.cells[0], heading, names=[n for n in asked if n in told], blocks=within))
            asked = [name for name in asked if name not in told]
        else:
            found = [block for cell in part.cells for block in _blocks(cell)]
            asked = asked + [block.name for block in found if block.kind == "question"]
            blocks += found
    return blocks


def _blocks(cell):
    block = _block(cell)
    if block and block.kind == "question":
        return list(_questions(block))
    return [block] if block else []


def _questions(block):
    """Each question of a cell, and in its place what the cell showed besides: often what the question is about."""
    shown = []
    for output in [*block.outputs, None]:
        if output and QUESTION not in output.get("data", {}):
            shown.append(output)
            continue
        asked = [one for one in shown if WIDGET in one.get("data", {})][-1:] if output else []
        besides = [one for one in shown if one not in asked]
        if besides:
            yield Block("output", block.cell, outputs=besides, names=_named(besides, REVEAL))
        if output:
            yield Block("question", block.cell, block.text, asked, output.data[QUESTION]["name"])
        shown = []


def _block(cell):
    if cell.cell_type == "markdown":
        text = for_page(cell.source)
        return Block("words", cell, text) if text.strip() and not GO_ON.fullmatch(text.strip()) else None
    lines = cell.source.splitlines()
    if cell.cell_type == "code" and lines and all(line.startswith("#") for line in lines):  # to be read, or run at will
        return Block("words", cell, f"```python\n{cell.source}\n```")
    if cell.cell_type != "code" or only_imports(cell):
        return None
    if "page" in cell.metadata:  # what the cell does needs Python; a page has words in its place
        return Block("words", cell, cell.metadata["page"])
    outputs = joined(cell.outputs)
    if _named(outputs, QUESTION):
        return Block("question", cell, cell.source, outputs)
    for function, kind in (("check", "exercise"), ("my_predictions", "diary")):
        if found := calls([cell], function):
            return Block(kind, cell, cell.source, name=found[0].name)
    return Block("code", cell, cell.source, outputs, names=_named(outputs, REVEAL))


def _named(outputs, kind):
    return [output.data[kind]["name"] for output in outputs if kind in output.get("data", {})]


def each_block(blocks):
    """Every block, those inside folds as well."""
    for block in blocks:
        yield block
        yield from each_block(block.blocks)


def fingerprint(content):
    """A short name for what is in a file."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()[:12]
