"""Export lessons as web pages that live without Python: python3 start.py page [lesson ...] [--into FOLDER]

Each lesson becomes one HTML file that loads nothing from anywhere. The widgets in it are the real ones: the lesson is
run once, and their modules and what they showed are put into the page, where drawing, pointing and editing go on in
the browser. Python cells show their outputs; the switch "Show the Python" shows the cells. What answers a prediction
stays shut until it is guessed or skipped. A whole website of the lessons is made by `python3 start.py site`.
"""

from markupsafe import Markup

from tools import options
from tools.lesson_map import LESSONS
from tools.lessons import ROOT, find_lessons, make_folder
from tools.web.lesson import run
from tools.web.markdown import to_html
from tools.web.render import Renderer, body_of, fill_alone, style

FOR = "teachers"
FOLDERS = {"page": "pages", "slides": "slides"}
HOME = f"{LESSONS['00'][1]}.html"


def wrap(title, body, data=None, **more):
    """A page in one file. data: what `pack` gives; more: what else the template shows; without a map only the body"""
    data, sheets = data or {"texts": {}, "models": {}}, [style("base", "lesson", "alone")]
    values = {"title": title, "body": Markup(body), "kind": "page", "about": title, "home": HOME, **more}
    return fill_alone("alone.html.j2", "page", data, sheets, **values)


def lesson_links(here):
    """The map of the course: every lesson with its page."""
    return [
        {"address": f"{name}.html", "word": f"{number} {word}", "title": name, "here": name == here}
        for number, (word, name) in LESSONS.items()
    ]


def build(path):
    """One lesson as one page."""
    lesson = run(path)
    body, contents, data = body_of(lesson, Renderer())
    told = {"about": lesson.about, "contents": contents, "minutes": lesson.minutes, "what": "lesson"}
    return wrap(lesson.title, body, data, map=lesson_links(path.stem), **told)


def export(name, arguments, build_one, says):
    """Write the named lessons, or all of them, and say where they are. name: of the command"""
    parser = options(name, says)
    parser.add_argument("lessons", nargs="*", help="numbers, names or paths; all where none is named")
    parser.add_argument("--into", default=FOLDERS[name], help=f"the folder to write to ({FOLDERS[name]})")
    chosen = parser.parse_args(arguments)
    paths, into = find_lessons(chosen.lessons), make_folder(chosen.into)
    glossary = ROOT / "docs" / "glossary.md"
    if glossary.exists():
        body = f'<div class="words">{to_html(glossary.read_text(encoding="utf-8"))}</div>'
        page = wrap("Glossary", body, map=lesson_links(""), kind="page document")
        (into / "glossary.html").write_text(page, encoding="utf-8", newline="\n")
    for path in paths:
        page = into / f"{path.stem}.html"
        page.write_text(build_one(path), encoding="utf-8", newline="\n")
        print(f"{page} ({page.stat().st_size // 1000} kB)", flush=True)


def main(arguments):
    """Write pages."""
    export("page", arguments, build, __doc__)
