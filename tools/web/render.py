"""Blocks of a lesson as HTML, and the scripts and styles that stand around them."""

import base64
import functools
import pathlib
import re

import jinja2
from markupsafe import Markup

from tools.refresh import WIDGET
from tools.web.lesson import REVEAL, blocks_of
from tools.web.markdown import headings, in_colours, plain_text, to_html
from tools.web.printed import printed
from tools.web.widgets import as_classic, as_json, inline, pack, shown_in, stand_in, without_remarks
from xo.receipts.plans import plan_of
from xo.widgets.shared.bundle import join_modules

FOLDER = pathlib.Path(__file__).resolve().parent
VENDOR = FOLDER / "vendor"
OWN = (
    '<p class="python-only">A function of your own runs where Python runs: here the built-in layer stands in '
    "for it, and all the rest is alive.</p>"
)


@functools.cache
def templates():
    loader = jinja2.FileSystemLoader(FOLDER / "templates")
    return jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def fill(template, **values):
    """A template with these values; texts are escaped, Markup is not."""
    return templates().get_template(template).render(**values)


def style(*names):
    """Some of the style sheets in assets/, joined, without remarks and indents."""
    whole = "\n".join((FOLDER / "assets" / f"{name}.css").read_text(encoding="utf-8") for name in names)
    return re.sub(r"/\*.*?\*/|^[ \t]+", "", whole, flags=re.M | re.S)


@functools.cache
def script(name):
    """One of the scripts in assets/ with all that it imports, for any page: from disk, and under strict policies."""
    return "{\n" + without_remarks(join_modules(name, FOLDER / "assets")) + "\n}\n"


def as_script(text):
    """A script's text as it may stand in a script element, whatever is in it."""
    return Markup(re.sub(r"<(?=/script|!--|script)", r"\\x3c", text, flags=re.IGNORECASE))


def as_style(*sheets):
    """Style sheets as they may stand in a style element, whatever is in them."""
    return Markup("\n".join(sheets).replace("</", "<\\/"))


def fill_alone(template, name, data, sheets, libraries=(), **values):
    """Fill a template that stands on alone.html.j2: a page in one file, which holds its widgets.

    name: of its script in assets/; data: what `pack` gives; libraries: scripts that run before the widgets' modules
    """
    texts, models = data["texts"], data["models"].values()
    styles = [texts[key] for key in sorted({model["style"] for model in models})]
    modules = [as_classic(key, texts[key]) for key in sorted({model["module"] for model in models})]
    return fill(
        template,
        styles=as_style(*sheets, *styles),
        theme=as_script(script("theme")),
        scripts=[as_script(text) for text in (*libraries, *modules, script(name))],
        data=Markup(as_json({"models": data["models"]})),
        **values,
    )


class Renderer:
    """Makes the HTML of blocks.

    picture: makes the address of a PNG and its size from its bytes; data: makes of a piece of HTML that holds data one
    that may stand on the page; ways: how an exercise can be done: a function of the block that gives
    [(words, address, "open" or "download")]; models: what every widget holds
    """

    def __init__(self, picture=inline, data=lambda text: text, ways=lambda block: [], models=None):
        self.picture, self.data, self.ways, self.models = picture, data, ways, models or {}
        self.seen, self.shown = set(), []

    def blocks(self, blocks):
        return Markup("\n".join(self.block(block) for block in blocks))

    def block(self, block):
        return getattr(self, f"_{block.kind}")(block)

    def _words(self, block):
        return f'<div class="words">\n{self.markdown(block)}</div>'

    def markdown(self, block):
        return to_html(block.text, self.seen, lambda url: self._attached(block, url))

    def _attached(self, block, url):
        attached = block.cell.get("attachments", {}).get(url.removeprefix("attachment:"), {})
        found = next((data for kind, data in attached.items() if kind == "image/png"), None)
        return self.picture(base64.b64decode(found))[0] if found else url

    def _code(self, block):
        parts = [fill("code.html.j2", code=Markup(in_colours(block.text)))]
        return "\n".join([*parts, self._output(block)])

    def _output(self, block):
        return "\n".join(self.output(output) for output in block.outputs)

    def _question(self, block):
        models = shown_in(block.outputs)
        text = "".join(block.outputs[0].data.get("text/plain", "")) if block.outputs else ""
        question = re.sub(r"^Your prediction: ", "", text)
        return fill("question.html.j2", name=block.name, model=self._live(models), question=question)

    def _live(self, models):
        self.shown += [name for name in models if name not in self.shown]
        return models[0] if models else ""

    def _exercise(self, block):
        code = Markup(in_colours(block.text))
        return fill("exercise.html.j2", block=block, code=code, ways=self.ways(block))

    def _diary(self, block):
        return fill("diary.html.j2", lesson=block.name, plan=as_json(_asked(block.name)))

    def _fold(self, block):
        return fill("fold.html.j2", block=block, title=plain_text(block.text), body=self.blocks(block.blocks))

    def output(self, output):
        """One output of a cell."""
        data = output.get("data", {})
        if output.output_type == "stream":
            return printed(output.text)
        if REVEAL in data:
            return fill("reveal.html.j2", **data[REVEAL], truth_json=as_json(data[REVEAL]["truth"]))
        if WIDGET in data:
            name = data[WIDGET]["model_id"]
            self._live([name])
            plans = self.models.get(name, {}).get("state", {}).get("plans", [])
            line = OWN if any(plan.get("own") for plan in plans) else ""
            return f'<div class="stage" data-model="{name}">{stand_in(data, self.picture)}</div>{line}'
        if "image/png" in data:
            return f'<div class="picture">{stand_in(data, self.picture)}</div>'
        if "text/html" in data:
            return f'<div class="picture">{self.data("".join(data["text/html"]))}</div>'
        words = "\n".join(output.traceback) if output.output_type == "error" else "".join(data.get("text/plain", ""))
        return printed(words) if words else ""


def _asked(lesson):
    """What the diary of a page needs to write a receipt of the lesson; nothing for one that is not of the course."""
    try:
        plan = plan_of(lesson)
    except ValueError:
        return None
    questions = [[question.name, question.form] for question in plan.questions]
    exercises = len(plan.exercises)
    return {"lesson": lesson, "fingerprint": plan.fingerprint, "questions": questions, "exercises": exercises}


def body_of(lesson, renderer):
    """A lesson's blocks as HTML. returns: it, the contents [(words, id)], and what its script needs"""
    renderer.models = lesson.models
    made = renderer.blocks(blocks_of(lesson.cells))
    contents = [(words, name) for level, words, name in headings(made) if level == 2]
    return made, contents, pack(lesson.models, renderer.shown)
