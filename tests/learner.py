"""Run a lesson as a learner does: exercises solved, hints asked, gone back to, and begun in the middle."""

import ast
import builtins
import inspect
import re
import textwrap

import nbformat

from tools.lesson_parts import calls, heading_level, only_imports, text_of
from tools.refresh import execute
from xo.checks import find

IN_PLACE = {  # what a learner writes where the solution is told in words
    "06.thickened": ("my_weights = strong_weights()", "my_weights = strong_weights()\nmy_weights[0, 4] = 0.4"),
}


def code_places(cells):
    return [place for place, cell in enumerate(cells) if cell["cell_type"] == "code"]


def is_untouched(source):
    """Is this an exercise as the lesson has it?"""
    return "..." in source or any(old in source and new not in source for old, new in IN_PLACE.values())


def exercise_of(cell):
    """The name of the exercise that a cell checks, or None."""
    return next((call.name for call in calls([cell], "check")), None)


def solved(cell):
    """The source of a cell with its exercise, where there is one, solved as `solution` shows it."""
    source, name = text_of(cell), exercise_of(cell)
    if name is None:
        return source
    if name in IN_PLACE:
        return source.replace(*IN_PLACE[name])
    right = find(name).right
    if not inspect.isfunction(right):
        return source.replace("...", repr(right))
    stub = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    answer = textwrap.dedent(inspect.getsource(right)).replace(f"def {right.__name__}(", f"def {stub.name}(")
    lines = source.splitlines()
    return "\n".join([*lines[: stub.lineno - 1], answer, *lines[stub.end_lineno :]])


def there_and_back(cells, first=()):
    """Once through, each exercise as it stands and then solved, each hint asked; then every cell once more, the last
    one first, as one goes back to look something up.

    first: the places of the cells that are run before all others, as `from_the_middle` finds them
    returns: a list of (place of the cell, source)
    """
    places, steps = code_places(cells), []
    for place in [*first, *(place for place in places if place not in first)]:
        steps.append((place, text_of(cells[place])))
        if name := exercise_of(cells[place]):
            hints = [f'hint("{name}")'] * (len(find(name).hints) + 1)
            steps += [(place, step) for step in (solved(cells[place]), *hints, f'solution("{name}")')]
    return steps + [(place, solved(cells[place])) for place in reversed(places)]


def from_the_middle(cells):
    """The imports and one section of the middle half with all that follows, as one goes on another day.

    returns: the places of these cells, and the names that they lack: of all sections there, the one that lacks fewest,
             and of these the one nearest to the middle
    """
    places = code_places(cells)
    first, last = places[len(places) // 4], places[3 * len(places) // 4]
    sections = [place for place, cell in enumerate(cells) if heading_level(cell) == 2 and first <= place <= last]
    middle = places[len(places) // 2]
    found = []
    for start in sections:
        chosen = [place for place in places if place > start or only_imports(cells[place])]
        lacking = names_lacking([text_of(cells[place]) for place in chosen])
        found.append((len(lacking), abs(start - middle), chosen, lacking))
    _, _, chosen, lacking = min(found)
    return chosen, lacking


def names_made(code):
    """The names that this code gives a value, defines or imports."""
    made = (ast.FunctionDef, ast.ClassDef, ast.alias, ast.arg, ast.ExceptHandler)
    words = ("asname", "id", "name", "arg")
    return {
        next((name for word in words if (name := getattr(node, word, None))), None)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, made) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    }


def names_lacking(sources):
    """The names that these cells read, one after the other, before any of them makes them."""
    made, lacking = set(dir(builtins)), []
    for code in sources:
        made |= names_made(code)
        names = [node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)]
        lacking += [name for name in names if name not in made and name not in lacking]
    return lacking


def run(steps, folder):
    """Run steps in one kernel, which goes on after a failure. returns: a list of (place of the cell, what was run)"""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for _, source in steps])
    for cell in notebook.cells:
        cell.metadata["tags"] = ["raises-exception"]
    execute(notebook, folder)
    return [(place, cell) for (place, _), cell in zip(steps, notebook.cells, strict=True)]


def troubles(ran):
    """What failed, each sentence once, and each solved exercise that was not found right."""
    found = []
    for place, cell in ran:
        found += [f"cell {place}: {out.ename}: {out.evalue}" for out in cell.outputs if out.output_type == "error"]
        shown = "".join(out.get("text", "") for out in cell.outputs)
        asked = re.search(r"^check\(", cell.source, re.MULTILINE) and not is_untouched(cell.source)
        if asked and "✓ Right" not in shown:
            found.append(f"cell {place}: the solution is not found right: {shown}")
    return list(dict.fromkeys(found))
