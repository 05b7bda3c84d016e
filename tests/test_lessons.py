"""What the lessons promise: every guess is answered, and the short way through a long lesson leads to its end."""

import ast
import json
import re

import pytest

from tools.refresh import ROOT

LESSONS = {path.name[:2]: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "notebooks").glob("*.ipynb")}
LONG = pytest.mark.parametrize("number", ["02", "03", "04"])


def cells(number):
    """(kind, text) of every cell."""
    return [(cell["cell_type"], "".join(cell["source"])) for cell in LESSONS[number]["cells"]]


def asked_or_told(word):
    everything = "\n".join(text for number in LESSONS for kind, text in cells(number) if kind == "code")
    return set(re.findall(rf'\b{word}\(\s*"(\d\d\.\w+)"', everything))


def split_at_optional_parts(number):
    """The code of the main path, and that of the parts marked optional: sections, or exercises up to the next text."""
    main, optional, part = [], [], None
    for kind, text in cells(number):
        if kind == "code":
            (optional if part else main).append(text)
        elif text.startswith("## "):
            part = "section" if "(optional" in text.splitlines()[0] else None
        elif part != "section":
            part = "exercise" if "(optional)" in text.splitlines()[0] else None
    return "\n".join(main), "\n".join(optional)


def names_read(code):
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)} - names_made(code)


def names_made(code):
    """The names that this code gives a value, defines or imports."""
    made = (ast.FunctionDef, ast.alias, ast.arg)
    return {
        getattr(node, "id", None) or getattr(node, "name", None) or node.arg
        for node in ast.walk(ast.parse(code))
        if isinstance(node, made) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    }


def test_every_prediction_is_revealed_in_some_lesson():
    assert asked_or_told("predict") == asked_or_told("reveal")


@LONG
def test_a_long_lesson_says_how_long_it_takes_without_its_optional_parts(number):
    assert "About 30 minutes, 45 with the parts marked optional, which you may skip" in cells(number)[0][1]
    assert sum("(optional" in text for _, text in cells(number)) > 2


@LONG
def test_whoever_skips_the_optional_parts_misses_no_name(number):
    main, optional = split_at_optional_parts(number)
    assert not names_read(main) & names_made(optional)


@pytest.mark.parametrize("word", ["label", "confidence"])
def test_the_glossary_has(word):
    assert f"\n| {word} | " in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("number", LESSONS)
def test_a_measured_share_is_guessed_in_brackets_not_to_the_digit(number):
    code = "\n".join(text for kind, text in cells(number) if kind == "code")
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "predict" and not call.keywords:
            assert not re.search(r"%|percent|[Oo]f (100|a hundred)\b", ast.unparse(call)), ast.unparse(call)
