"""Export lessons as web pages that live without Python: python3 start.py page [lesson ...] [--into FOLDER]

Each lesson becomes one HTML file that loads nothing from anywhere. The widgets in it are the real ones: the lesson is
run once, and their modules and what they showed are put into the page, where drawing, pointing and editing go on in
the browser. Python cells show their outputs and cannot be run there.
"""

import argparse
import copy
import hashlib
import html
import json
import pathlib
import re
import sys
import tempfile

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html
from pygments.formatters import HtmlFormatter

from tools.lessons import find_lessons, make_folder
from tools.refresh import ROOT, SECONDS_PER_CELL, WIDGET

FOR = "teachers"
FOLDER = pathlib.Path(__file__).resolve().parent
STATE = "application/vnd.jupyter.widget-state+json"


def run(path):
    """Run a lesson in an empty folder. returns: the notebook, and its widgets' states by model id"""
    notebook = nbformat.read(path, 4)
    with tempfile.TemporaryDirectory() as folder:
        place = {"metadata": {"path": folder}}
        NotebookClient(notebook, timeout=SECONDS_PER_CELL, kernel_name="python3", resources=place).execute()
    return notebook, notebook.metadata.pop("widgets", {}).get(STATE, {}).get("state", {})


def set_stages(notebook, models):
    """Put a stage, on which the widget's picture stands in for it, wherever an output shows one; returns: which."""
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            name = data.pop(WIDGET, {}).get("model_id")
            if "_esm" in models.get(name, {}).get("state", {}):
                output["data"] = {"text/html": f'<div class="stage" data-model="{name}">{stand_in(data)}</div>'}
                shown.append(name)
    return shown


def stand_in(data):
    """What an output shows where its widget cannot: its picture, or else its text."""
    words = html.escape(str(data.get("text/plain", "")), quote=True)
    picture = str(data.get("image/png", "")).strip()
    return f'<img alt="{words}" src="data:image/png;base64,{picture}">' if picture else f"<pre>{words}</pre>"


def pack(models, shown):
    """Each module and style once, and the values of every widget that is shown: what the page's script reads."""
    texts, packed = {}, {}
    for name in shown:
        state = models[name]["state"]
        keys = {part: hashlib.sha256(state.get(part, "").encode()).hexdigest()[:12] for part in ("_esm", "_css")}
        texts |= {key: state.get(part, "") for part, key in keys.items()}
        values = {trait: value for trait, value in state.items() if not trait.startswith("_")}
        packed[name] = {
            "module": keys["_esm"],
            "style": keys["_css"],
            "values": values,
            "buffers": models[name].get("buffers", []),
        }
    return {"texts": texts, "models": packed}


def asks(cell):
    return cell.cell_type == "code" and "predict(" in cell.source


def as_html(notebook, cells):
    """Some of a notebook's cells as HTML: questions without their code, links to lessons as links to pages."""
    part = copy.deepcopy(nbformat.from_dict({**notebook, "cells": cells}))
    for cell in filter(asks, part.cells):
        cell.metadata["transient"] = {"remove_source": True}
    body, _ = HTMLExporter(template_name="basic").from_notebook_node(part)
    body = re.sub(r'href="([\w/.]*?)(\w+)\.ipynb', r'href="\2.html', body)
    return body.replace('href="../docs/glossary.md', 'href="glossary.html')


def wrap(title, body, data=None, kind="page"):
    """The whole file. kind: "page" or "slides"; data: what `pack` gives"""
    style, script = ((FOLDER / f"page.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
    light, dark = (HtmlFormatter(style=name) for name in ("default", "github-dark"))
    style += light.get_style_defs(".highlight") + "\n" + dark.get_style_defs("[data-jp-theme-light=false] .highlight")
    packed = json.dumps(data or {"texts": {}, "models": {}}).replace("</", "<\\/")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(title)}</title>
<style>
{style}
</style>
</head>
<body class="{kind}" data-jp-theme-light="true">
<main>
{body}
</main>
<script type="application/json" id="lesson">{packed}</script>
<script type="module">
{script}
</script>
</body>
</html>
"""


def title_of(notebook):
    return notebook.cells[0].source.splitlines()[0].lstrip("# ")


def build(path):
    """One lesson as one page."""
    notebook, models = run(path)
    shown = set_stages(notebook, models)
    return wrap(title_of(notebook), as_html(notebook, notebook.cells), pack(models, shown))


def export(arguments, build_one, folder, about):
    """Write the named lessons, or all of them, and say where they are."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("lessons", nargs="*")
    parser.add_argument("--into", default=folder, help=f"the folder to write to ({folder})")
    chosen = parser.parse_args(arguments)
    paths = find_lessons(chosen.lessons)
    into = make_folder(chosen.into)
    glossary = ROOT / "docs" / "glossary.md"
    if glossary.exists():
        text = re.sub(r"\((?:\.\./notebooks/)?(\w+)\.ipynb", r"(\1.html", glossary.read_text(encoding="utf-8"))
        (into / "glossary.html").write_text(wrap("Glossary", markdown2html(text)), encoding="utf-8")
    for path in paths:
        page = into / f"{path.stem}.html"
        page.write_text(build_one(path), encoding="utf-8")
        print(f"{page} ({page.stat().st_size // 1000} kB)", flush=True)


def main(arguments):
    """Write pages."""
    export(arguments, build, "pages", "Export lessons as web pages that live without Python.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
