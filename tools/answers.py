"""Print the answers of lessons on one sheet, for the teacher: python3 start.py answers [LESSON ...]

Each prediction with what it comes to, as the lesson's own cells worked it out, and each exercise with one way to do it.
Without a lesson: all of them. `python3 start.py answers > answers.md` keeps them in a file.
"""

import ast
import contextlib
import io

from tools import options
from tools.lesson_parts import TOLD, calls, printed, read, text_of, told
from tools.lessons import NOTEBOOKS, find_lessons
from xo.checks import find, solution

FOR = "teachers"


def questions(cells):
    """The questions of a lesson, as it asks them: name -> words."""
    asked = {}
    for name, cell, node in calls(cells, "predict"):
        lines = [line for line in ast.parse(text_of(cell)).body if isinstance(line, ast.Assign)]
        named = {ast.unparse(line.targets[0]): line.value for line in lines}
        asked[name] = ast.literal_eval(named.get(ast.unparse(node.args[1]), node.args[1]))
    return asked


def worked_out(notebooks):
    """What the questions came to when the lessons were stored: name -> sentence. A later lesson may tell it."""
    found = {}
    for cell in (cell for notebook in notebooks for cell in notebook["cells"]):
        asked, answers = [call.name for call in calls([cell], "reveal")], told(cell)
        if answers.keys() != set(asked):
            counts = f"expected {len(asked)} answers in the output, got {len(TOLD.findall(printed(cell)))}"
            raise ValueError(f"{', '.join(asked)}: {counts}: refresh the lesson")
        found |= answers
    return found


def one_way(name):
    """One right answer to an exercise, as `solution` prints it."""
    page = io.StringIO()
    with contextlib.redirect_stdout(page):
        solution(name)
    first, _, code = page.getvalue().strip().partition("\n\n")
    return f"{first}\n\n```python\n{code}\n```" if code else first


def sheet(notebook, answers):
    """The answers of one lesson in Markdown. answers: from `worked_out`"""
    cells = notebook["cells"]
    lines = [f"## {text_of(cells[0]).splitlines()[0].lstrip('# ')}"]
    if asked := questions(cells):
        lines.append("\n".join(f"- **{name}** {words} → {answers[name]}" for name, words in asked.items()))
    for name, _, _ in calls(cells, "check"):
        lines.append(f"### {name}\n\n{one_way(name)} {find(name).why if callable(find(name).right) else ''}".rstrip())
    return "\n\n".join(lines)


def main(arguments):
    parser = options("answers", __doc__)
    parser.add_argument("lessons", nargs="*", metavar="lesson")
    paths = find_lessons(parser.parse_args(arguments).lessons)
    answers = worked_out(map(read, sorted(NOTEBOOKS.glob("*.ipynb"))))
    sheets = [sheet(read(path), answers) for path in paths]
    print("# Answers\n\n" + "\n\n".join(sheets))
