"""What a lesson asks, taken from its notebook for receipts: xo/data/questions/NN.json, written by `refresh`."""

import ast
import json
import re

from tools.answers import TOLD, calls, questions, read
from tools.lessons import NOTEBOOKS
from xo.files import write_whole
from xo.receipts.plans import FOLDER

SHOWN = "Your prediction: "
CELL = re.compile(r"row (\d+) column (\d+)")
# what `reveal` prints, and what it told
TEXT, CELLS, NUMBER = re.compile(r"It is “(.*)”\."), re.compile(r"It is (?:no cell|1 cell|\d+ cells).*"), "It is "


def plan_file(path):
    """The file that holds what the lesson in this notebook asks."""
    return FOLDER / f"{path.name[:2]}.json"


def plan_text(path, truths):
    """What the lesson asks, as its file holds it; one question a line. truths: from `all_truths`"""
    notebook = read(path)
    cells, words = notebook["cells"], questions(notebook["cells"])
    asked = [_question(cell, call, words) for cell, call, _ in calls(cells, "predict")]
    for question in asked:
        if question["name"] in truths:
            question["truth"] = truths[question["name"]]
    names = list(dict.fromkeys(call.args[0].value for _, call, _ in calls(cells, "check")))
    lines = ",\n".join(f"  {json.dumps(question, ensure_ascii=False)}" for question in asked)
    return f'{{\n "exercises": {json.dumps(names)},\n "questions": [\n{lines}\n ]\n}}\n'


def write_plan(path):
    """Store what the lesson asks. returns: True where the file changed"""
    file, text = plan_file(path), plan_text(path, all_truths())
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return False
    write_whole(file, text.encode())
    return True


def _question(cell, call, words):
    """A question's name, words, and choices or cells, as it was shown when the lesson was stored."""
    name = call.args[0].value
    question = {"name": name, "words": words[name]}
    options = {keyword.arg: keyword.value for keyword in call.keywords}
    if "cells" in options:
        question["cells"] = list(ast.literal_eval(options["cells"]))
    elif "choices" in options or len(call.args) > 2:
        begin = f"{SHOWN}{words[name]} ("
        shown = ("".join(output.get("data", {}).get("text/plain", "")) for output in cell["outputs"])
        found = next(text for text in shown if text.startswith(begin))
        question["choices"] = found.removeprefix(begin).removesuffix(")").split(" / ")
    return question


def all_truths():
    """What the questions of all lessons came to, by name, but for what depends on the learner's own drawing."""
    truths = {}
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell, call, _ in calls(read(path)["cells"], "reveal"):
            if "page" not in cell["metadata"]:
                truths[call.args[0].value] = cell
    return {name: truth for name, cell in truths.items() if (truth := _truth(name, cell)) is not None}


def _truth(name, cell):
    names = [call.args[0].value for _, call, _ in calls([cell], "reveal")]
    sentences = TOLD.findall("".join("".join(output.get("text", "")) for output in cell["outputs"]))
    if len(sentences) != len(names):
        return None  # told by a loop, or not at all
    sentence = sentences[names.index(name)]
    if CELLS.fullmatch(sentence):
        return [[int(row), int(column)] for row, column in CELL.findall(sentence)]
    words = TEXT.fullmatch(sentence)
    return words[1] if words else sentence.removeprefix(NUMBER).removesuffix(".")
