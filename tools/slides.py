"""Export lessons as slides that live without Python and network: python3 start.py slides [lesson ...] [--into FOLDER]

One HTML file a lesson, made of the cells' slide roles, on reveal.js, which is packed in: arrow keys, space, a swipe or
the buttons turn; S opens the speaker's view with the notes, O the overview, and what the browser prints has every
slide whole. What answers a prediction stands on the next slide, so that a class can guess first; each exercise has a
slide of its own. What does not fit on a slide goes on to one below it.
"""

from markupsafe import Markup

from tools.page import export
from tools.web.lesson import Block, blocks_of, run
from tools.web.render import VENDOR, Renderer, fill_alone, style
from tools.web.widgets import pack

FOR = "teachers"


def role(block):
    return block.cell.metadata.get("slideshow", {}).get("slide_type", "")


def slides_of(blocks):
    """The blocks of a lesson as slides.

    returns: a list of columns, each a list of slides that stand one below the other, each a list of blocks; a fold's
             blocks are a slide of their own; notes are blocks of kind "notes"
    """
    columns, answers, cell = [], False, None
    for block in blocks:
        kind = role(block)
        if kind == "skip":
            continue
        if block.kind == "fold":
            _below(columns).extend(block.blocks)
            answers = True
            continue
        if kind == "notes":
            block = Block("notes", block.cell, block.text)
        elif block.cell is cell:  # what one cell shows and asks stands together
            pass
        elif kind == "slide" or not columns:
            columns.append([[]])
        elif kind == "subslide" or answers or _next_exercise(columns[-1][-1], block):
            _below(columns)
        answers, cell = False, block.cell
        columns[-1][-1].append(block)
    return columns


def _below(columns):
    """A new slide below the last one, or the last one where it is still empty."""
    if not columns:
        columns.append([[]])
    elif columns[-1][-1]:
        columns[-1].append([])
    return columns[-1][-1]


def _next_exercise(slide, block):
    """Words after an exercise begin another one."""
    return block.kind == "words" and bool(slide) and slide[-1].kind == "exercise"


def build(path):
    """One lesson as one file of slides."""
    lesson = run(path)
    renderer = Renderer()
    columns = [
        [{"blocks": renderer.blocks(b for b in slide if b.kind != "notes"), "notes": _notes(slide)} for slide in column]
        for column in slides_of(blocks_of(lesson.cells))
    ]
    files = ("reveal.css", "reveal.js", "notes.js")
    sheet, *libraries = (VENDOR.joinpath("reveal.js", name).read_text(encoding="utf-8") for name in files)
    return fill_alone(
        "slides.html.j2",
        "slides",
        pack(lesson.models, renderer.shown),
        [sheet, style("base", "lesson", "slides")],
        libraries,
        kind="deck",
        title=lesson.title,
        about=lesson.about,
        what="slides",
        columns=columns,
    )


def _notes(slide):
    renderer = Renderer()
    return Markup("\n".join(renderer.markdown(block) for block in slide if block.kind == "notes"))


def main(arguments):
    """Write slides."""
    export("slides", arguments, build, __doc__)
