"""What a lesson is made of: what its cells ask and tell, and in which parts they stand.

A prediction is a cell with `predict(`. After it stands a cell with nothing but a heading `### See`, or `### See` and
some words that tell nothing. JupyterLab and Notebook fold what comes below it, down to the next heading of its level
or above, where the cell's metadata says so; pages and slides fold the same cells. This is the one place that knows.
"""

import ast
import json
import re
from typing import NamedTuple

SEE = re.compile(r"### See\b.*")
SEE_LEVEL = 3
FOLDED = "jp-MarkdownHeadingCollapsed"  # JupyterLab's own name for a heading that is folded
TOLD = re.compile(r"^(It .*?)\s*\(No guess was written down\.\)$", re.MULTILINE)


class Call(NamedTuple):
    """A call of `predict`, `reveal`, `check` or another function in a cell."""

    name: str  # of the question or exercise; "" where none is written out
    cell: dict
    node: ast.Call


class Part(NamedTuple):
    """Neighbouring cells of a lesson."""

    kind: str  # "prediction", "see" (its first cell is the heading) or "go on"
    cells: list


def read(path):
    """A stored notebook, as JSON has it."""
    return json.loads(path.read_text(encoding="utf-8"))


def text_of(cell):
    """A cell's source as one text, read from JSON or by nbformat."""
    return "".join(cell["source"])


def printed(cell):
    """What the outputs of a cell say as text."""
    return "\n".join("".join(output.get("text", "")) for output in cell.get("outputs", ()))


def nodes_of(cell):
    """The syntax of a code cell, node by node; nothing for what is not Python, such as words or a magic."""
    try:
        return list(ast.walk(ast.parse(text_of(cell)))) if cell["cell_type"] == "code" else []
    except SyntaxError:
        return []


def only_imports(cell):
    """Does a code cell import, and do nothing else?"""
    try:
        return all(isinstance(line, ast.Import | ast.ImportFrom) for line in ast.parse(text_of(cell)).body)
    except SyntaxError:
        return False


def calls(cells, function):
    """All calls of a function by its name, in order. returns: a list of Call"""
    found = []
    for cell in cells:
        nodes = [node for node in nodes_of(cell) if isinstance(node, ast.Call)]
        for node in sorted(nodes, key=lambda node: node.lineno):
            if getattr(node.func, "id", "") != function:
                continue
            name = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
            found.append(Call(name, cell, node))
    return found


def told(cell):
    """What each `reveal` of a cell said when the lesson was stored: name -> sentence; nothing where one is lacking."""
    names, sentences = [call.name for call in calls([cell], "reveal")], TOLD.findall(printed(cell))
    return dict(zip(names, sentences, strict=True)) if len(names) == len(sentences) else {}


def asks(cell):
    """Does this cell ask for a prediction?"""
    return bool(calls([cell], "predict"))


def is_see(cell):
    """Is this the heading over a folded part?"""
    return cell["cell_type"] == "markdown" and bool(SEE.fullmatch(text_of(cell).strip()))


def heading_level(cell):
    """The level of the highest heading in a cell, as JupyterLab counts it (1 for a title); 0 where there is none."""
    if cell["cell_type"] != "markdown":
        return 0
    words = re.sub(r"^(```|~~~).*?^\1", "", text_of(cell), flags=re.MULTILINE | re.DOTALL)
    return min(map(len, re.findall(r"^ {0,3}(#{1,6})\s", words, re.MULTILINE)), default=0)


def ends_see(cell):
    """Does a folded part end before this cell?"""
    return 0 < heading_level(cell) <= SEE_LEVEL


def parts_of(cells):
    """The cells of a lesson in parts, in order and none left out.

    returns: a list of Part; a prediction reaches from its first question to the heading of what answers it, or
             where none follows (it is answered further on) to the next heading
    """
    parts = []
    for cell in cells:
        before = parts[-1].kind if parts else None
        if is_see(cell):
            kind, new = "see", True
        elif before == "see" and not ends_see(cell):
            kind, new = "see", False
        elif asks(cell) or (before == "prediction" and not ends_see(cell)):
            kind, new = "prediction", before != "prediction"
        else:
            kind, new = "go on", before != "go on"
        if new:
            parts.append(Part(kind, []))
        parts[-1].cells.append(cell)
    return parts


def fold(cell):
    """Fold a cell that is the heading over what tells, and no other."""
    if is_see(cell):
        cell["metadata"][FOLDED] = True
    else:
        cell["metadata"].pop(FOLDED, None)


def in_sight(cells):
    """The cells that show while every folded part is closed: all but those below a heading See."""
    return [cell for part in parts_of(cells) for cell in (part.cells[:1] if part.kind == "see" else part.cells)]
