"""Export lessons as slides that live without Python and network: python3 start.py slides [lesson ...] [--into FOLDER]

One HTML file a lesson, made of the cells' slide roles: arrow keys, space, a swipe or the buttons go on and back; keys
and buttons scroll first while part of a slide is below the screen. What follows a prediction stays hidden until you go
on, so that a class can guess first. Each exercise has a slide of its own.
"""

import sys

from tools.page import as_html, asks, export, pack, run, set_stages, title_of, wrap

FOR = "teachers"


def role(cell):
    return cell.metadata.get("slideshow", {}).get("slide_type", "")


def split(cells):
    """The cells as slides, each a list of steps, each a list of cells; a step is what appears at once."""
    slides = []
    for cell in cells:
        kind = role(cell)
        if kind in ("skip", "notes"):
            continue
        if kind in ("slide", "subslide") or not slides or _next_exercise(slides[-1], cell):
            slides.append([[]])
        elif kind == "fragment" or (slides[-1][-1] and asks(slides[-1][-1][-1])):
            slides[-1].append([])
        slides[-1][-1].append(cell)
    return slides


def _next_exercise(steps, cell):
    """Words after a cell that checks an exercise begin another one."""
    before = steps[-1][-1] if steps[-1] else None
    return cell.cell_type == "markdown" and before is not None and "\ncheck(" in f"\n{before.source}"


def build(path):
    """One lesson as one file of slides."""
    notebook, models = run(path)
    shown = set_stages(notebook, models)
    sections = []
    for steps in split(notebook.cells):
        parts = "\n".join(f'<div class="step">{as_html(notebook, cells)}</div>' for cells in steps)
        sections.append(f"<section>\n{parts}\n</section>")
    return wrap(title_of(notebook), "\n".join(sections), pack(models, shown), "slides")


def main(arguments):
    """Write slides."""
    export(arguments, build, "slides", "Export lessons as slides that live without Python and network.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
