"""Print the answers of lessons on one sheet, for the teacher: python3 start.py answers [LESSON ...]

Each prediction with what it comes to, as the lesson's own cells worked it out, and each exercise with one way to do it.
Without a lesson: all of them. `python3 start.py answers > answers.md` keeps them in a file.
"""

import ast
import contextlib
import io
import json
import re

from tools.lesson_parts import text_of
from tools.lessons import NOTEBOOKS, find_lessons
from xo.checks import find, solution

FOR = "teachers"
TOLD = re.compile(r"^(It .*?)\s*\(No guess was written down\.\)$", re.MULTILINE)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def calls(cells, function):
    """The calls of a function in code cells, in order. returns: a list of (cell, call)"""
    found = []
    for cell in cells:
        if cell["cell_type"] == "code" and f"{function}(" in text_of(cell):
            tree = ast.parse(text_of(cell))
            names = {
                line.targets[0].id: line.value
                for line in tree.body
                if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name)
            }
            found += [(cell, call, names) for call in ast.walk(tree) if _is_call(call, function)]
    return found


def _is_call(node, function):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function


def questions(cells):
    """The questions of a lesson, as it asks them: name -> words."""
    asked = {}
    for _, call, names in calls(cells, "predict"):
        words = call.args[1]
        asked[call.args[0].value] = ast.literal_eval(names[words.id] if isinstance(words, ast.Name) else words)
    return asked


def worked_out(notebooks):
    """What the questions came to when the lessons were stored: name -> sentence. A later lesson may tell it."""
    told = {}
    for notebook in notebooks:
        for cell in notebook["cells"]:
            names = [call.args[0].value for _, call, _ in calls([cell], "reveal")]
            shown = "".join("".join(output.get("text", "")) for output in cell.get("outputs", ()))
            sentences = TOLD.findall(shown)
            if len(sentences) != len(names):
                raise ValueError(
                    f"{', '.join(names)}: expected {len(names)} answers in the output, got {len(sentences)}"
                )
            told |= dict(zip(names, sentences, strict=True))
    return told


def one_way(name):
    """One right answer to an exercise, as `solution` prints it."""
    page = io.StringIO()
    with contextlib.redirect_stdout(page):
        solution(name)
    first, _, code = page.getvalue().strip().partition("\n\n")
    return f"{first}\n\n```python\n{code}\n```" if code else first


def sheet(notebook, told):
    """The answers of one lesson in Markdown."""
    cells = notebook["cells"]
    lines = [f"## {text_of(cells[0]).splitlines()[0].lstrip('# ')}"]
    if asked := questions(cells):
        lines.append("\n".join(f"- **{name}** {words} → {told[name]}" for name, words in asked.items()))
    for _, call, _ in calls(cells, "check"):
        name = call.args[0].value
        lines.append(f"### {name}\n\n{one_way(name)} {find(name).why if callable(find(name).right) else ''}".rstrip())
    return "\n\n".join(lines)


def main(arguments):
    told = worked_out(map(read, sorted(NOTEBOOKS.glob("*.ipynb"))))
    sheets = [sheet(read(path), told) for path in find_lessons(arguments)]
    print("# Answers\n\n" + "\n\n".join(sheets))
