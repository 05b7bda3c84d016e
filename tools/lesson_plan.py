"""What a lesson asks, taken from its notebook for receipts: xo/data/questions/NN.json, written by `refresh`."""

import ast
import json
import re

from tools.answers import questions
from tools.lesson_parts import calls, read, told
from tools.lessons import NOTEBOOKS
from xo.files import write_whole
from xo.receipts.plans import FOLDER

SHOWN = "Your prediction: "
CELL = re.compile(r"(?:row (\d+) column|place) (\d+)")  # a list has places, no rows
# what `reveal` prints, and what it told
TEXT, CELLS, NUMBER = re.compile(r"It is “(.*)”\."), re.compile(r"It is (?:no cell|1 cell|\d+ cells).*"), "It is "


def plan_file(path):
    """The file that holds what the lesson in this notebook asks."""
    return FOLDER / f"{path.name[:2]}.json"


def plan_text(path, truths):
    """What the lesson asks, as its file holds it; one question a line. truths: from `all_truths`"""
    notebook = read(path)
    cells, words = notebook["cells"], questions(notebook["cells"])
    asked = [_question(call, words) for call in calls(cells, "predict")]
    for question in asked:
        if question["name"] in truths:
            question["truth"] = truths[question["name"]]
    names = list(dict.fromkeys(call.name for call in calls(cells, "check")))
    lines = ",\n".join(f"  {json.dumps(question, ensure_ascii=False)}" for question in asked)
    return f'{{\n "exercises": {json.dumps(names)},\n "questions": [\n{lines}\n ]\n}}\n'


def write_plan(path):
    """Store what the lesson asks. returns: True where the file changed"""
    file, text = plan_file(path), plan_text(path, all_truths())
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return False
    write_whole(file, text.encode())
    return True


def _question(call, words):
    """A question's name, words, and choices or cells, as it was shown when the lesson was stored."""
    name, cell, node = call
    question = {"name": name, "words": words[name]}
    options = {keyword.arg: keyword.value for keyword in node.keywords}
    if "cells" in options:
        question["cells"] = list(ast.literal_eval(options["cells"]))
    elif "choices" in options or len(node.args) > 2:
        begin = f"{SHOWN}{words[name]} ("
        shown = ("".join(output.get("data", {}).get("text/plain", "")) for output in cell["outputs"])
        found = next(text for text in shown if text.startswith(begin))
        question["choices"] = found.removeprefix(begin).removesuffix(")").split(" / ")
    return question


def all_truths():
    """What the questions of all lessons came to, by name, but for what depends on the learner's own drawing."""
    sentences = {}
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in read(path)["cells"]:
            if "page" not in cell["metadata"]:
                sentences |= told(cell)
    return {name: _truth(sentence) for name, sentence in sentences.items()}


def _truth(sentence):
    if CELLS.fullmatch(sentence):
        return [[int(row or 0), int(column)] for row, column in CELL.findall(sentence)]
    words = TEXT.fullmatch(sentence)
    return words[1] if words else sentence.removeprefix(NUMBER).removesuffix(".")
